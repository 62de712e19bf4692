"""Taking a list over: dry run, duplicates, bad rows, and nothing that was there is lost."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any
from urllib.parse import urlencode

import pytest

from server.sheet_import import dates, handles
from tests.http.conftest import Client

IMPORTS = "/api/v1/shortlist/imports"


def take(client: Client, text: str, *, dry_run: bool = False) -> Any:
    return client.call(
        "POST", f"{IMPORTS}?dry_run={str(dry_run).lower()}", text.encode(), Content_Type="text/csv"
    )


def entries(client: Client) -> dict[str, Any]:
    return {entry["username"]: entry for entry in client.call("GET", "/api/v1/shortlist").json["entries"]}


TABLE = (
    "username,status,tags,note,asked price,currency\n"
    'lan.vidu,Đã liên hệ,"da; tóc",mới,1.500.000,VND\n'
    "https://www.instagram.com/Minh.vidu/,,,,,\n"
    "not a name,,,,,\n"
    "@LAN.vidu,,x,,,\n"
    "gia.vidu,,,,abc,\n"
)


def test_a_dry_run_lists_and_changes_nothing(client: Client) -> None:
    """New, repeated and bad rows, with the numbers that the spreadsheet shows."""
    found = take(client, TABLE, dry_run=True).json
    assert [row["row"] for row in found["new"]] == [2, 3, 6]
    assert [(row["row"], row["username"]) for row in found["repeated"]] == [(5, "lan.vidu")]
    assert [(row["row"], row["code"]) for row in found["bad"]] == [(4, "bad_name")]
    assert entries(client) == {}


def test_an_import_is_a_dry_run_until_it_says_otherwise(client: Client) -> None:
    """A forgotten parameter changes nothing, and the answer says that it was a dry run."""
    found = client.call("POST", IMPORTS, TABLE.encode(), Content_Type="text/csv").json
    assert (found["dry_run"], len(found["new"]), entries(client)) == (True, 3, {})
    wrong = client.call("POST", f"{IMPORTS}?dry_run=no", TABLE.encode(), Content_Type="text/csv")
    assert (wrong.status_code, wrong.json["error"]["code"]) == (422, "bad_field")


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("", (200, {"Cột C": "x1"})),
        ("&language=en", (200, {"Column C": "x1"})),
        ("&language=fr", (422, None)),
    ],
)
def test_what_has_no_heading_is_kept_under_a_name_in_the_asked_language(
    client: Client, asked: str, found: tuple[int, dict[str, str] | None]
) -> None:
    """The page asks in its own; a language that Soi does not speak is refused."""
    sheet = "username,owner,\nlan.vidu,Hoa,x1\nmai.vidu,Thu,x2\n"
    path = f"{IMPORTS}?dry_run=false{asked}"
    response = client.call("POST", path, sheet.encode(), Content_Type="text/csv")
    kept = entries(client).get("lan.vidu", {}).get("extra")
    assert (response.status_code, kept) == found


def test_an_import_takes_the_good_rows(client: Client) -> None:
    """Words of both languages, prices with grouped digits, tags together."""
    assert take(client, TABLE).status_code == 200
    saved = entries(client)
    assert saved.keys() == {"lan.vidu", "minh.vidu", "gia.vidu"}
    lan = saved["lan.vidu"]
    assert (lan["status"], lan["note"], lan["tags"]) == ("contacted", "mới", ["da", "tóc", "x"])
    assert lan["price_asked"] == {
        "low": 1_500_000,
        "high": 1_500_000,
        "currency": "VND",
        "text": "1.500.000",
        "net": None,
    }


def test_what_is_on_the_list_stays(client: Client) -> None:
    """Status, owner and price are kept, tags are joined, a note that differs is added below; twice is once."""
    client.call(
        "PUT",
        "/api/v1/shortlist/lan.vidu",
        {"note": "cũ", "status": "agreed", "owner": "Minh", "tags": ["tóc"]},
    )
    text = "username,note,status,owner,tags\nlan.vidu,mới,found,Hoa,da\n"
    assert take(client, text).json["duplicates"] == [{"sheet": "", "row": 2, "username": "lan.vidu"}]
    take(client, text)
    entry = entries(client)["lan.vidu"]
    assert (entry["note"], entry["status"], entry["owner"], entry["tags"]) == (
        "cũ\nmới",
        "agreed",
        "Minh",
        ["tóc", "da"],
    )


def test_a_renamed_creator_is_found_by_its_id(client: Client) -> None:
    """The numeric id is stronger than the handle."""
    client.call("PUT", "/api/v1/shortlist/cu.vidu", {"profile_id": "987", "note": "cũ"})
    found = take(client, "username,Instagram ID,tags\nmoi.vidu,987,x\n").json
    assert (len(found["new"]), len(found["duplicates"])) == (0, 1)
    assert len(entries(client)) == 1


@pytest.mark.parametrize("heading", ["id", "ID", "numeric id", "No", "Comment ID"])
def test_a_number_of_a_row_is_no_id_of_instagram(client: Client, heading: str) -> None:
    """Only a column that says so holds Instagram's number: other people would become one."""
    take(client, f"{heading},username\n1,lan.vidu\n1,minh.vidu\n")
    assert [("lan.vidu", None), ("minh.vidu", None)] == sorted(
        (entry["username"], entry["profile_id"]) for entry in entries(client).values()
    )


def test_an_export_of_one_soi_is_taken_by_another(client: Client) -> None:
    """Every field that a person sets comes back, also what looks like a formula."""
    fields = {
        "full_name": "=cmd()",
        "note": "+84 123\r\n'=quoted'",
        "tags": ["a;b", 'c"d', "-x"],
        "owner": "@Minh",
        "status": "rejected",
        "reject_reason": "giá",
        "price_asked": {"low": 1234, "high": 1234, "currency": "USD", "text": "1.234 US$", "net": None},
        "profile_id": "42",
    }
    client.call("PUT", "/api/v1/shortlist/lan.vidu", fields)
    for language in ("en", "vi"):
        exported = client.call("GET", f"/api/v1/shortlist.csv?lang={language}").data
        client.call("DELETE", "/api/v1/creators/lan.vidu")
        taken = client.call(
            "POST", f"{IMPORTS}?dry_run=false", exported, Content_Type="application/octet-stream"
        )
        assert taken.json["bad"] == []
        entry = entries(client)["lan.vidu"]
        assert {name: entry[name] for name in fields} == fields


@pytest.mark.parametrize("media", ["application/json", "text/plain", "application/x-www-form-urlencoded"])
def test_a_file_comes_as_csv_or_bytes(client: Client, media: str) -> None:
    """A form of another site can send none of the two."""
    assert client.call("POST", IMPORTS, b"username\nabc\n", Content_Type=media).status_code == 415


@pytest.mark.parametrize(
    ("cells", "price"),
    [
        ("1.500.000 ₫,", (1_500_000, 1_500_000, "VND")),
        ("$1500,", (1_500, 1_500, "USD")),
        ("200 usd,", (200, 200, "USD")),
        ("2tr,vnđ", (2_000_000, 2_000_000, "VND")),
        ("200,$", (200, 200, "USD")),
        ("200,EUR", (200, 200, "EUR")),
        ("200 €,", (200, 200, "EUR")),
        ("200$,VND", (None, None, None)),
        ("200,XXX", (None, None, None)),
    ],
)
def test_a_price_carries_its_currency(client: Client, cells: str, price: tuple[object, ...]) -> None:
    """In a column of its own or beside the number, by code or sign; where the two contradict, only words are kept."""
    take(client, f"username,price,currency\nabc,{cells}\n")
    asked = entries(client)["abc"]["price_asked"]
    assert (asked["low"], asked["high"], asked["currency"]) == price


SHEET_OF_PRICES = (
    "Username,Giá,Ghi chú\nmot.vidu,2tr-3tr,a\nhai.vidu,liên hệ,b\nba.vidu,1.500,c\nbon.vidu,-,d\n"
)


def test_no_price_costs_its_row(client: Client) -> None:
    """Ranges keep both ends, words stay words, an empty mark is no price, and what is doubtful is asked about."""
    found = take(client, SHEET_OF_PRICES, dry_run=True).json
    assert (len(found["new"]), found["bad"]) == (4, [])
    assert found["kept_as_text"] == [
        {"sheet": "", "row": 3, "username": "hai.vidu", "column": "price_asked", "text": "liên hệ"}
    ]
    (asked,) = found["asked"]
    assert (asked["row"], asked["text"], asked["price"]["low"], asked["others"][0]["shown"]["vi"]) == (
        4,
        "1.500",
        1500,
        "1.500.000 ₫",
    )


@pytest.mark.parametrize(("unclear", "low"), [("text", None), ("likely", 1_500_000), ("written", 1_500)])
def test_a_doubtful_price_is_kept_as_the_person_says(client: Client, unclear: str, low: int | None) -> None:
    """Unless somebody says what 1.500 means, its words are kept and no number."""
    client.call(
        "POST",
        f"{IMPORTS}?dry_run=false&unclear={unclear}",
        SHEET_OF_PRICES.encode(),
        Content_Type="text/csv",
    )
    asked = entries(client)["ba.vidu"]["price_asked"]
    assert (asked["low"], asked["text"]) == (low, "1.500")


PRICES = [
    "2tr5",
    "từ 3tr",
    "dưới 2tr",
    "1-2tr net",
    "$49.99",
    "barter",
    "free",
    {"low": None, "high": None, "currency": None, "text": "1.500"},
    {"low": 1500, "high": 1500, "currency": "VND", "text": "1.500", "net": None},
    {"low": 1.125, "high": 1.125, "currency": "USD"},
    {"amount": 3, "currency": "VND"},
    {"low": 2_000_000, "high": 3_000_000, "currency": "VND", "text": "xem báo giá", "net": False},
]


@pytest.mark.parametrize("kind", ["csv?lang=vi", "csv?lang=en", "xlsx?lang=vi"])
def test_an_exported_price_is_imported_as_it_was(client: Client, kind: str) -> None:
    """Both ends, currency, words and net, in every kind of file; nothing is asked a second time."""
    for number, price in enumerate(PRICES):
        client.call("PUT", f"/api/v1/shortlist/gia.{number}", {"price_asked": price})
    before = {name: entry["price_asked"] for name, entry in entries(client).items()}
    exported = client.call("GET", f"/api/v1/shortlist.{kind}").data
    for name in before:
        client.call("DELETE", f"/api/v1/creators/{name}")
    taken = client.call(
        "POST", f"{IMPORTS}?dry_run=false", exported, Content_Type="application/octet-stream"
    ).json
    assert (taken["asked"], taken["bad"]) == ([], [])
    assert {name: entry["price_asked"] for name, entry in entries(client).items()} == before


def test_a_number_changed_in_the_exported_sheet_counts(client: Client) -> None:
    """Its words still say the older price, and are written anew."""
    sheet = "username,price_asked,price_high,currency,price_text\nabc,3000000,3000000,VND,2tr5\n"
    take(client, sheet)
    asked = entries(client)["abc"]["price_asked"]
    assert (asked["low"], asked["high"], asked["text"]) == (3_000_000, 3_000_000, "3.000.000 ₫")


@pytest.mark.parametrize(
    "cell",
    ["2026-11-23", "23/11/2026", "23.11.2026", "23-11-2026", "46349", "2026-11-23T07:00:00+07:00"],
)
def test_a_date_is_read_as_spreadsheets_hold_it(cell: str) -> None:
    """As text in ISO 8601 or day first, and as the number of days that a workbook counts."""
    assert dates.time_of(cell) == datetime(2026, 11, 23, tzinfo=UTC)


@pytest.mark.parametrize("cell", ["31/02/2026", "23/11-2026", "2026", "461", "99999", "hôm qua", "3/11"])
def test_what_is_no_whole_date_is_no_date(cell: str) -> None:
    """No day that there is not, and no year that nobody wrote."""
    assert dates.time_of(cell) is None


@pytest.mark.parametrize(
    "name",
    [
        "instagram.com/Lan.Vidu",
        "www.instagram.com/lan.vidu/?igsh=x",
        "\u200b@lan.vidu\u200b ",
        "\ufefflan.vidu",
    ],
)
def test_a_name_is_read_as_people_paste_it(name: str) -> None:
    """An address without its scheme, and invisible characters that were copied along."""
    assert [handle.address() for handle in handles.read(name).handles] == ["lan.vidu"]


def test_a_reason_that_nothing_keeps_is_listed(client: Client) -> None:
    """Of a row that is not rejected, and of one whose status stays as it is on the list; the row itself is taken."""
    client.call("PUT", "/api/v1/shortlist/hoa.vidu", {"status": "agreed"})
    text = (
        "username,status,reject_reason\n"
        "lan.vidu,,giá cao\nminh.vidu,rejected,giá cao\nhoa.vidu,rejected,trễ hẹn\ntu.vidu,found,\n"
    )
    dropped = [
        {"sheet": "", "row": 2, "username": "lan.vidu", "field": "reject_reason"},
        {"sheet": "", "row": 4, "username": "hoa.vidu", "field": "reject_reason"},
    ]
    assert take(client, text, dry_run=True).json["dropped"] == dropped
    assert take(client, text).json["dropped"] == dropped
    reasons = {name: entry["reject_reason"] for name, entry in entries(client).items()}
    assert reasons == {"lan.vidu": None, "minh.vidu": "giá cao", "hoa.vidu": None, "tu.vidu": None}


def undo(client: Client, saved: list[dict[str, Any]]) -> Any:
    return client.call("POST", "/api/v1/shortlist/undo", {"entries": saved}).json


def test_a_whole_import_is_undone_at_once(client: Client) -> None:
    """New ones are gone, others are as before; what was changed since stays, and is told. Twice is once."""
    client.call("PUT", "/api/v1/shortlist/cu.vidu", {"note": "trước"})
    client.call("PUT", "/api/v1/shortlist/y.vidu", {"note": "y"})
    saved = take(client, "username,note\ncu.vidu,sau\nmoi.vidu,a\nsua.vidu,b\ny.vidu,y\n").json["saved"]
    client.call("PUT", "/api/v1/shortlist/sua.vidu", {"note": "đã sửa"})
    answers = [undo(client, saved) for _ in range(2)]
    assert [{row["username"] for row in saved}, answers] == [
        {"cu.vidu", "moi.vidu", "sua.vidu"},
        [
            {"undone": ["cu.vidu", "moi.vidu"], "kept": ["sua.vidu"]},
            {"undone": [], "kept": ["cu.vidu", "moi.vidu", "sua.vidu"]},
        ],
    ]
    assert {name: entry["note"] for name, entry in entries(client).items()} == {
        "cu.vidu": "trước",
        "y.vidu": "y",
        "sua.vidu": "đã sửa",
    }


def ask(client: Client, text: str, **query: Any) -> Any:
    told = {name: value if isinstance(value, str) else json.dumps(value) for name, value in query.items()}
    return client.call("POST", f"{IMPORTS}?{urlencode(told)}", text.encode(), Content_Type="text/csv")


def test_a_cell_may_be_put_right_before_it_is_saved(client: Client) -> None:
    """The file is read as if the right text stood there: a name, a price; others stay."""
    table = "Username,Giá,Ghi chú\nmai vidu,hai triệu,a\nlan.vidu,2tr,b\n"
    corrections = {"": {"2": {"A": "mai.vidu", "B": "2tr5"}}}
    found = ask(client, table, dry_run="false", corrections=corrections).json
    saved = entries(client)
    assert found["left_out"] == []
    assert {name: (e["price_asked"]["low"], e["note"]) for name, e in saved.items()} == {
        "mai.vidu": (2_500_000, "a"),
        "lan.vidu": (2_000_000, "b"),
    }


@pytest.mark.parametrize(
    "corrections", ["[]", "{", '{"": {"x": {"A": "b"}}}', '{"": {"2": {"a1": "b"}}}', '{"": {"2": {"A": 1}}}']
)
def test_corrections_out_of_shape_are_refused(client: Client, corrections: str) -> None:
    """No row, no column, no text: nothing is guessed."""
    assert ask(client, "username\nlan.vidu\n", corrections=corrections).status_code == 422


def test_a_word_of_the_sheet_counts_as_the_status_that_a_person_said(client: Client) -> None:
    """The own word stays as the stage, and nothing more is asked about it."""
    table = "username,status\nlan.vidu,ủ mưu\n"
    before = ask(client, table).json["kept_as_text"]
    found = ask(client, table, statuses={"ủ mưu": "agreed"}).json
    values = found["preview"][0]["values"]
    assert ([each["code"] for each in before], found["kept_as_text"], values["status"], values["stage"]) == (
        ["unknown_status"],
        [],
        "agreed",
        "ủ mưu",
    )


@pytest.mark.parametrize("statuses", ["[]", "{", '{"x": "later"}', '{"x": 1}'])
def test_statuses_that_there_are_not_are_refused(client: Client, statuses: str) -> None:
    """Only the seven statuses can be meant."""
    assert ask(client, "username\nlan.vidu\n", statuses=statuses).status_code == 422


def test_what_a_column_means_is_remembered_by_its_headings(client: Client) -> None:
    """For the next sheet with the same headings, once an import was made with it; an empty choice forgets."""
    table = "Username,Mã số riêng\nlan.vidu,abc\n"
    mappings = [{"": {"B": "owner"}}, None, {"": {}}, None]
    meanings = []
    for mapping in mappings:
        found = ask(client, table, dry_run="false", **({} if mapping is None else {"mapping": mapping})).json
        [column] = [c for c in found["mapping"] if c["column"] == "B"]
        meanings.append((column["meaning"], found["sheets"][0]["remembered"]))
    assert meanings == [("owner", False), ("owner", True), ("extra", False), ("extra", False)]


UNKNOWN = "Bạn,Chỗ\nLá,lavidu\nKỳ Anh,kyvidu\n"


def test_where_no_column_names_anybody_a_person_is_asked(client: Client) -> None:
    """A dry run shows the columns with samples; what is said is remembered for the next such file."""
    first = ask(client, UNKNOWN).json
    assert [(s["read"], s["asked"], s["people"]) for s in first["sheets"]] == [(False, True, 0)]
    assert [(c["column"], c["samples"]) for c in first["mapping"]] == [
        ("A", ["Bạn", "Lá", "Kỳ Anh"]),
        ("B", ["Chỗ", "lavidu", "kyvidu"]),
    ]
    ask(client, UNKNOWN, dry_run="false", mapping={"*": {"B": "username"}})
    again = ask(client, "An,bovidu\nBo,anvidu\n").json
    assert (sorted(entries(client)), [line["username"] for line in again["new"]]) == (
        ["kyvidu", "lavidu"],
        ["bovidu", "anvidu"],
    )


def test_an_import_that_names_nobody_is_refused(client: Client) -> None:
    """Nothing is taken over before somebody has said which column it is; the reason is in both languages."""
    refused = ask(client, UNKNOWN, dry_run="false")
    reason = refused.json["error"]["details"]["reason"]
    assert (refused.status_code, reason["en"][:5], reason["vi"][:6]) == (422, "Row 1", "Dòng 1")
