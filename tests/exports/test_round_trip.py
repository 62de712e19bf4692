"""A list that is exported and taken over again is the same list, whatever stands in it."""

from __future__ import annotations

import io
import os
import re
import time
import zipfile
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from server.exports import csv_import, export_format, workbook
from server.exports.cells import printable
from server.exports.own_columns import MOST
from server.exports.tables import OWN, ExportTable, table_of
from server.handles import PLATFORMS
from server.money import Price
from server.money import read as read_price
from server.sheet_import.choices import ImportChoice
from server.sheet_import.reading import read
from server.store.contacts import EntryContacts
from server.store.records import STATUSES, Entry

FORMATS = ("csv", "tsv", "xlsx")
HOSTILE = (
    *(
        "=1+1",
        "'=x",
        "@lan",
        "+84",
        "-",
        "n/a",
        "?",
        "a;b",
        'say "x"',
        '"',
        "a\tb",
        "a\r\nb",
        "x\n",
        " x ",
        "\u00a0",
    ),
    *(
        "Tổng cộng",
        "Username",
        "Ghi chú",
        "2tr5",
        "5/12",
        "25/12/2026",
        "_x000D_",
        "https://x.example/a?b=1,2",
    ),
    *(
        "Giá (mục riêng)",
        "0912 345 678,",
        "sep=;",
        "TikTok",
        "<b>",
        "{}",
        "\u200b",
        "🌸",
        "ｆｕｌｌ",
        "a" * 60,
    ),
)
TEXT = st.one_of(
    st.sampled_from(HOSTILE),
    st.text(st.characters(exclude_categories=["Cs"]), max_size=30).map(printable).filter(lambda t: t != ""),
)
FILLED = TEXT.filter(str.strip)
NAMES = st.from_regex(r"[a-z0-9_][a-z0-9_.]{0,27}[a-z0-9_]", fullmatch=True).filter(lambda n: ".." not in n)
ELSEWHERE = st.builds(
    lambda platform, name: f"{platform}:{name}",
    st.sampled_from([p for p in PLATFORMS if p != "instagram"]),
    st.from_regex(r"[a-z0-9][a-z0-9_.\-]{0,20}", fullmatch=True),
)
PRICES = st.sampled_from(
    [
        *(
            "2tr5",
            "1-2tr",
            "từ 3tr",
            "1.500.000đ",
            "$49.99",
            "150 USD",
            "12tr (chưa VAT)",
            "3,5tr/post",
            "liên hệ",
        ),
        *("barter", "0đ", "€1,125.50", "2 củ", "5tr net", "1.5M", "10-12tr", "giá gross 4tr"),
    ]
)
"""As people write them: what is not clear is kept as its words."""


def price_of(text: str, net: bool | None) -> Price:
    reading = read_price(text, "VND")
    price = reading.price if reading.is_clear and reading.price else Price(None, None, None, text, None)
    return Price(price.low, price.high, price.currency, price.text, net if price.has_amount else None)


def listed(longest: int) -> st.SearchStrategy[tuple[str, ...]]:
    """Tags or contacts as an entry keeps them: no spaces around, none twice."""
    one = FILLED.map(lambda text: text.strip()[:longest].strip()).filter(bool)
    return st.lists(one, max_size=3, unique=True).map(tuple)


def named(values: st.SearchStrategy[str]) -> st.SearchStrategy[dict[str, str]]:
    return st.dictionaries(FILLED, values, max_size=3)


ENTRIES = st.builds(
    Entry,
    username=st.one_of(NAMES, ELSEWHERE),
    profile_id=st.none(),
    status=st.sampled_from(STATUSES[:-1]),
    reject_reason=st.none(),
    status_at=st.just(datetime(2026, 11, 23, tzinfo=UTC)),
    tags=listed(60),
    note=st.one_of(st.just(""), TEXT),
    owner=st.one_of(st.none(), TEXT),
    price_asked=st.one_of(st.none(), st.builds(price_of, PRICES, st.sampled_from([None, True, False]))),
    added_at=st.integers(0, 3 * 10**9).map(lambda s: datetime(1971, 1, 1, tzinfo=UTC) + timedelta(seconds=s)),
    version=st.just(1),
    full_name=st.one_of(st.none(), TEXT),
    stage=st.one_of(st.none(), TEXT),
    contacts=st.builds(
        EntryContacts,
        emails=listed(100),
        phones=st.lists(
            st.from_regex(r"0[1-9][0-9]{8}|\+[1-9][0-9]{8,12}", fullmatch=True), max_size=2, unique=True
        ).map(tuple),
        zalo=listed(100),
        address=st.one_of(st.none(), TEXT),
    ),
    extra=named(FILLED),
    dates=named(st.dates(date(1, 1, 1), date(9999, 12, 31)).map(date.isoformat)),
)


ENTRY = Entry(
    username="lan.vidu",
    profile_id=None,
    status="found",
    reject_reason=None,
    status_at=datetime(2026, 11, 23, tzinfo=UTC),
    tags=(),
    note="",
    owner=None,
    price_asked=None,
    added_at=datetime(2026, 11, 23, 18, 30, 5, tzinfo=UTC),
    version=1,
)


@pytest.fixture(autouse=True, scope="module")
def _in_vietnam() -> Iterator[None]:
    """By a clock that is not UTC's."""
    before = os.environ.get("TZ")
    os.environ["TZ"] = "Asia/Ho_Chi_Minh"
    time.tzset()
    yield
    os.environ.pop("TZ") if before is None else os.environ.update(TZ=before)
    time.tzset()


def kept_of(entry: Entry) -> dict[str, Any]:
    """What an import can bring of an entry; what is empty is left out."""
    fields = (
        "status",
        "tags",
        "note",
        "owner",
        "price_asked",
        "full_name",
        "stage",
        "contacts",
        "extra",
        "dates",
    )
    found = {name: getattr(entry, name) for name in (*fields, "added_at")}
    return {name: value for name, value in found.items() if value not in (None, "", (), {}, EntryContacts())}


def back(table: ExportTable, ending: str) -> dict[str, dict[str, Any]]:
    """The file taken over, by user name."""
    data = export_format(ending).write(table)
    book = workbook.read(data) if ending == "xlsx" else csv_import.read(data)
    [sheet] = read(book, ImportChoice(), "VND")
    assert (sheet.left_out, sheet.passed_over) == ([], [])
    found = {}
    for person in sheet.people:
        values = person.values
        price = values.price.price or (values.price.others[0] if values.price.others else None)
        known = {"price_asked": price, "added_at": values.added_at}
        found[person.username] = values.changes | {name: value for name, value in known.items() if value}
    return found


@settings(max_examples=100, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(
    entries=st.lists(ENTRIES, min_size=1, max_size=3, unique_by=lambda e: e.username),
    language=st.sampled_from(["en", "vi"]),
    ending=st.sampled_from(FORMATS),
)
def test_what_is_exported_and_imported_is_identical(entries: list[Entry], language: str, ending: str) -> None:
    """Hostile text, own headings, other platforms, ranges, net and gross, notes with line ends: nothing changes."""
    expected = {entry.username: kept_of(entry) for entry in entries}
    assert expected == back(table_of(entries, language), ending)


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_chosen_columns_come_back_too(ending: str) -> None:
    """A file of few columns says by its form that Soi wrote it: its cells are not taken for something else."""
    entry = replace(ENTRY, note="@mai.vidu", extra={"Ghi chú": "5/12"})
    table = table_of([entry], "vi", ["note", OWN])
    assert (table.headings(), back(table, ending)) == (
        ["Tên tài khoản", "Ghi chú", "Ghi chú (mục riêng)"],
        {"lan.vidu": {"note": "@mai.vidu", "extra": {"Ghi chú": "5/12"}}},
    )


def test_own_fields_beyond_the_columns_of_a_file_come_back_too() -> None:
    """The most frequent ones have columns, the others share one; an import takes the file as wide as it gets."""
    n = MOST["own_field"] + 60
    entries = [
        replace(
            ENTRY,
            username=f"lan.{place}",
            extra={"Size": "M", f"Mục {place}": "a,b;c"},
            dates={f"Ngày {place}": "2026-12-05"},
        )
        for place in range(n)
    ]
    table = table_of(entries, "vi")
    found = back(table, "csv")
    assert [(found[e.username]["extra"], found[e.username]["dates"]) for e in entries] == [
        (e.extra, e.dates) for e in entries
    ]


def test_a_price_that_was_changed_in_the_exported_file_counts() -> None:
    """Also behind a decimal comma."""
    entry = replace(ENTRY, price_asked=price_of("$49.99", None))
    data = export_format("csv").write(table_of([entry], "vi")).replace(b'"49,99"', b'"59,5"', 1)
    [sheet] = read(csv_import.read(data), ImportChoice(), "VND")
    price = sheet.people[0].values.price.price
    assert (price and price.low, price and price.currency) == (59.5, "USD")


def test_a_row_that_was_added_below_an_export_is_read_as_in_any_list() -> None:
    """A pasted link, a price in words, a status of the trade, a day as people write it."""
    data = export_format("csv").write(table_of([replace(ENTRY, dates={"Ngày air": "2026-12-05"})], "vi"))
    head = data.decode("utf-8-sig").splitlines()[0].replace('"', "").split(";")
    cells = {"Tên tài khoản": "https://www.instagram.com/mai.vidu/", "Trạng thái": "đang deal"}
    cells |= {"Giá báo": "2tr5", "Ngày air (ngày riêng)": "7/12/2026"}
    assert cells.keys() <= set(head)
    line = ";".join(f'"{cells.get(heading, "")}"' for heading in head)
    [sheet] = read(csv_import.read(data + f"{line}\r\n".encode()), ImportChoice(), "VND")
    values = sheet.people[1].values
    assert (sheet.people[1].username, values.changes["status"], values.changes["dates"]) == (
        "mai.vidu",
        "answered",
        {"Ngày air": "2026-12-07"},
    )
    assert values.price.price == read_price("2tr5", "VND").price


def test_csv_is_written_as_the_languages_spreadsheet_reads_it() -> None:
    """Vietnamese: semicolons, decimal commas, day first. English: commas, points, ISO days. Times are local."""
    entry = replace(ENTRY, price_asked=price_of("$49.99", None), dates={"Air": "2026-12-05"})
    lines = {
        language: export_format("csv")
        .write(table_of([entry], language, ["price_asked", "added_at", OWN]))
        .decode("utf-8-sig")
        .splitlines()[1]
        for language in ("en", "vi")
    }
    assert lines == {
        "en": '"lan.vidu","49.99","2026-11-24 01:30:05","2026-12-05"',
        "vi": '"lan.vidu";"49,99";"24/11/2026 01:30:05";"05/12/2026"',
    }


def test_a_workbook_has_real_days_links_and_is_ready_for_print() -> None:
    """A day is a number with a format, a name leads to its page, one page wide, headings on each page."""
    entries = [replace(ENTRY, dates={"Air": "2026-12-05"}), replace(ENTRY, username="tiktok:mai.vidu")]
    data = export_format("xlsx").write(table_of(entries, "vi", ["added_at", OWN]))
    with zipfile.ZipFile(io.BytesIO(data)) as book:
        sheet = book.read("xl/worksheets/sheet1.xml").decode()
        names = book.read("xl/workbook.xml").decode()
        links = book.read("xl/worksheets/_rels/sheet1.xml.rels").decode()
    assert [
        "<v>46361</v>" in sheet,
        'fitToHeight="0"' in sheet
        and 'orientation="landscape"' in sheet
        and "<pageSetUpPr fitToPage" in sheet,
        "_xlnm.Print_Titles" in names,
        re.findall(r'Target="([^"]+)"', links),
    ] == [True, True, True, ["https://www.instagram.com/lan.vidu/", "https://www.tiktok.com/@mai.vidu"]]
