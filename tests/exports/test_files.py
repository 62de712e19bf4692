"""Files for a spreadsheet: text stays text, and an export that is imported gives the original back."""

from __future__ import annotations

import csv
import io
import zipfile
from contextlib import suppress
from datetime import UTC, datetime
from typing import Any

import pytest
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st

from server.errors import BadFile, TooLarge
from server.exports import archives, csv_export, csv_import, workbook, xlsx_export
from server.exports.cells import guard, printable, unguard
from server.exports.columns import COLUMNS, KINDS_OF_EVIDENCE, join_tags, normal, split_tags, status_of
from server.exports.grids import MAX_ROWS
from server.exports.tables import table_of
from server.money import exactly
from server.scoring.completeness import PARTS
from server.sheet_import.choices import ImportChoice
from server.sheet_import.reading import Person, SheetTable, read
from server.store.records import STATUSES, Entry, Figure, Visit

AT = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)
CONTROL = "".join(map(chr, {*range(32)} - {9, 10, 13})) + "\ufffe\uffff"
TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)


def entry(**changes: Any) -> Entry:
    known: dict[str, Any] = {
        "username": "lan.vidu",
        "profile_id": "123",
        "status": "contacted",
        "reject_reason": None,
        "status_at": AT,
        "tags": ("a", "b"),
        "note": "ghi chú",
        "owner": None,
        "price_asked": exactly(1_500_000, "VND"),
        "added_at": AT,
        "version": 1,
    }
    return Entry(**(known | changes))


def sheet_of(data: bytes) -> SheetTable:
    """The first sheet of a file, read as an import reads it."""
    return read(
        workbook.read(data) if workbook.is_workbook(data) else csv_import.read(data), ImportChoice(), "VND"
    )[0]


def people_of(data: bytes) -> list[Person]:
    return sheet_of(data).people


def rows(data: bytes) -> list[list[str]]:
    text = data.decode("utf-8-sig")
    separator = ";" if text.startswith('"Tên tài khoản";') else ","
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True))


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(1)", "\t=1", "\r=1", "＝1", "'=1", "''+1"])
def test_a_cell_that_would_be_calculated_begins_with_an_apostrophe(text: str) -> None:
    """Also one that has an apostrophe itself, so that the way back is certain."""
    assert guard(text) == f"'{text}"


@given(TEXT)
def test_guarding_can_be_undone(text: str) -> None:
    """Whatever the text, the original comes back."""
    assert unguard(guard(text)) == text


@given(
    st.lists(TEXT.map(str.strip).filter(bool).filter(lambda t: "\n" not in t and "\r" not in t), max_size=5)
)
def test_tags_share_a_cell(tags: list[str]) -> None:
    """Semicolons and quotes in a tag do not split it."""
    joined = join_tags(tuple(tags))
    if ";" in joined or '"' in joined:
        assert split_tags(joined) == tags


def test_every_field_is_quoted_and_excel_sees_utf8() -> None:
    """BOM first, quotes everywhere, one record a row."""
    note = 'a,"b"\r\nc;d\te'
    data = csv_export.write(table_of([entry(note=note)], "vi"))
    assert data.startswith(b"\xef\xbb\xbf")
    head, row = rows(data)
    assert (len(head), head[0]) == (len(COLUMNS), "Tên tài khoản")
    assert row[head.index("Ghi chú")] == note
    assert data.decode("utf-8-sig").count('"') % 2 == 0
    assert all(line.startswith('"') for line in data.decode("utf-8-sig").split('\r\n"')[0:1])


def test_counts_come_with_their_intervals() -> None:
    """A spreadsheet gets the bounds, not only the number in the middle; codes are words; unknown is empty, not 0."""
    visit = Visit(at=AT, verdict="risky", tier="mid", followers=Figure(12_300, 12_250, 12_399))
    head, row, bare = rows(csv_export.write(table_of([entry(last_check=visit), entry()], "en")))
    named = dict(zip(head, row, strict=True))
    assert [named[f"Followers{part}"] for part in ("", ", at least", ", at most")] == [
        "12300",
        "12250",
        "12399",
    ]
    assert named["Verdict"] == "Risky"
    assert named["Tier"] == "mid-tier"
    assert dict(zip(head, bare, strict=True))["Followers"] == ""


def test_the_score_stands_with_its_word_and_contacts_keep_their_zeros() -> None:
    """Without anything to judge there is neither score nor word; a number of a phone is no number of a spreadsheet."""
    seen = ("profile", "posts")
    contacts = {"emails": ["lan@vidu.vn"], "phones": ["0912345678", "+84912345678"], "zalo": [], "links": []}
    score = Figure(7.4, 3, 60)
    judged = Visit(
        at=AT, suspicion=score, trust_word="low", seen=seen, contacts=contacts, absent=("private",)
    )
    unknown = Visit(at=AT, suspicion=score, seen=("profile",))
    head, *found = rows(
        csv_export.write(table_of([entry(last_check=judged), entry(last_check=unknown)], "vi"))
    )
    keys = ("suspicion", "suspicion_word", "seen", "absent", "bio_emails", "bio_phones", "bio_zalo")
    place = {column.key: head.index(column.heading("vi")) for column in COLUMNS}
    assert [[row[place[key]] for key in keys] for row in found] == [
        [
            *("7", "thấp", "2/5: trang cá nhân, bài viết", "tài khoản riêng tư"),
            *("lan@vidu.vn", "0912 345 678; +84912345678", ""),
        ],
        ["", "", "1/5: trang cá nhân", "", "", "", ""],
    ]
    assert len(PARTS) == KINDS_OF_EVIDENCE


def test_a_workbook_holds_strings_not_formulas() -> None:
    """Whatever a text begins with, the cell's type is string; control characters and half characters are gone."""
    data = xlsx_export.write(
        table_of([entry(note='=HYPERLINK("http://evil.test")\x01\ud800', full_name="+1")], "en")
    )
    with zipfile.ZipFile(io.BytesIO(data)) as book:
        sheet = book.read("xl/worksheets/sheet1.xml").decode()
        strings = book.read("xl/sharedStrings.xml").decode()
    assert "<f>" not in sheet
    assert '=HYPERLINK("http://evil.test")\ufffd' in strings
    assert "<t>+1</t>" in strings


@given(note=TEXT, owner=TEXT)
def test_a_workbook_that_is_imported_gives_the_original_text(note: str, owner: str) -> None:
    """All that XML can hold comes back, line ends and escapes included."""
    given_entry = entry(note=note, owner=owner, price_asked=exactly(1_250_000, "VND"))
    [person] = people_of(xlsx_export.write(table_of([given_entry], "en")))
    values, price = person.values, person.values.price.price
    assert (values.row, person.username, price and price.low) == (2, "lan.vidu", 1_250_000)
    for key, text in (("note", printable(note)), ("owner", printable(owner))):
        assert values.changes.get(key, "") == text


def archive(members: dict[str, bytes]) -> bytes:
    """A zip with these members, in the shape of a workbook."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as book:
        for name, body in members.items():
            book.writestr(name, body)
    return file.getvalue()


SHEET = "xl/worksheets/sheet1.xml"
ROWS = b"""<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>
<row r="1"><c r="A1" t="inlineStr"><is><t>username</t></is></c><c r="C1" t="str"><v>note</v></c></row>
<row r="3"><c r="A3" t="inlineStr"><is><r><t>lan</t></r><r><t>.vidu</t></r></is></c><c r="C3"><f>1+1</f><v>2.50</v></c></row>
</sheetData></worksheet>"""


def test_cells_of_other_programs_are_read() -> None:
    """Inline and rich text, gaps between cells and rows, a formula's last value."""
    [person] = people_of(archive({SHEET: ROWS}))
    assert (person.values.row, person.username, person.values.changes) == (3, "lan.vidu", {"note": "2.5"})


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (archive({SHEET: b"\0" * 20_000_000}), TooLarge),
        (archive({f"m{n}": b"" for n in range(archives.MAX_MEMBERS + 1)}), TooLarge),
        (archive({SHEET: ROWS})[:-30], BadFile),
        (archive({SHEET: ROWS[:200]}), BadFile),
        (archive({SHEET: b"<!DOCTYPE x [<!ENTITY a 'aaaa'>]>" + ROWS.replace(b"note", b"&a;")}), BadFile),
        (archive({"word/document.xml": b"<x/>"}), BadFile),
        (b"\xd0\xcf\x11\xe0" + b"\0" * 600, BadFile),
        (archive({SHEET: ROWS.replace(b"C3", b"ZZZZZ3")}), BadFile),
    ],
    ids=["bomb", "members", "cut", "cut xml", "entities", "no sheet", "old xls", "far column"],
)
def test_a_hostile_or_broken_workbook_is_refused(data: bytes, error: type[Exception]) -> None:
    """Sizes are checked in the directory and while reading; nothing is expanded."""
    with pytest.raises(error):
        workbook.read(data)


def test_a_directory_that_lies_about_sizes_is_found_out() -> None:
    """What is really unpacked counts, not what the archive says of itself."""
    honest = archive({SHEET: ROWS + b" " * 3_000_000})
    size = len(ROWS) + 3_000_000
    lying = honest.replace(size.to_bytes(4, "little"), (100).to_bytes(4, "little"))
    assert lying != honest
    with pytest.raises((BadFile, TooLarge)):
        workbook.read(lying)


def test_a_csv_file_holds_no_control_characters() -> None:
    """Those of an older store, or of a page, are left out before a formula is looked for."""
    [_, row] = rows(
        csv_export.write(table_of([entry(note=f"=a{CONTROL}\tb\ud800", full_name="\x01=1+1")], "en"))
    )
    assert ["'=a\tb\ufffd", "'=1+1"] == [cell for cell in row if "=" in cell][::-1]


@given(note=TEXT, owner=TEXT, name=TEXT)
def test_an_export_that_is_imported_gives_the_original_text(note: str, owner: str, name: str) -> None:
    """Round trip, character by character, but for control characters; a cell that says "-" too."""
    given_entry = entry(note=note, owner=owner, full_name=name)
    [person] = people_of(csv_export.write(table_of([given_entry], "vi")))
    for key, text in (("note", printable(note)), ("owner", printable(owner)), ("full_name", printable(name))):
        assert person.values.changes.get(key, "") == text
    assert person.username == "lan.vidu"


@pytest.mark.parametrize("language", ["en", "vi"])
@pytest.mark.parametrize("status", STATUSES)
def test_a_status_is_understood_in_both_languages(status: Any, language: str) -> None:
    """The word in the export is a word that the import knows."""
    head, row = rows(csv_export.write(table_of([entry(status=status)], language)))
    assert status_of(row[3].upper()) == status
    assert len(head) == len(row)


# --- reading --------------------------------------------------------------------------------------------------

TABLE = "Tên tài khoản;Ghi chú\r\nlan.vidu;Đã hỏi giá, chờ trả lời\r\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le-bom", "cp1258"])
@pytest.mark.parametrize("separator", [";", ",", "\t"])
def test_what_excel_saves_is_read(encoding: str, separator: str) -> None:
    """Its encodings, its separators, headings in Vietnamese, a comma inside of quotes."""
    lines = TABLE.replace("Đã hỏi giá, chờ trả lời", '"Đã hỏi giá, chờ trả lời"').replace(";", separator)
    data = encoded(lines, encoding)
    [person] = people_of(data)
    assert (person.username, person.values.changes) == ("lan.vidu", {"note": "Đã hỏi giá, chờ trả lời"})
    assert csv_import.read(data).separator == separator


def encoded(text: str, encoding: str) -> bytes:
    """``text`` as Windows would write it; code page 1258 writes a tone as a mark of its own."""
    if encoding == "utf-16-le-bom":
        return b"\xff\xfe" + text.encode("utf-16-le")
    if encoding == "cp1258":
        return b"".join(as_1258(character) for character in text)
    return text.encode(encoding)


def as_1258(character: str) -> bytes:
    import unicodedata  # noqa: PLC0415 - only this helper takes characters apart

    tones = "\u0300\u0301\u0303\u0309\u0323"
    parts = unicodedata.normalize("NFD", character)
    tone = "".join(part for part in parts if part in tones)
    base = unicodedata.normalize("NFC", "".join(part for part in parts if part not in tones))
    return (base + tone).encode("cp1258")


def test_western_text_is_not_taken_for_vietnamese() -> None:
    """ã and ç of code page 1252 stay what they are."""
    book = csv_import.read("username,note\nana.vidu,São Paulo è così\n".encode("cp1252"))
    assert (book.encoding, book.grids[0].lines[1][1][1]) == ("windows-1252", "São Paulo è così")


def test_excels_hint_of_the_separator_is_no_row() -> None:
    """ "sep=;" stands before the headings."""
    [person] = people_of(b"sep=;\r\nusername;note\r\nabc;x\r\n")
    assert (person.values.row, person.username, person.values.changes) == (2, "abc", {"note": "x"})


def test_unknown_columns_are_kept_and_blank_rows_are_left_out() -> None:
    """What no field is for stays under its own heading."""
    people = people_of(b"Handle,Shoe size,note\nabc,42,\n,,\nxyz,,n\n")
    assert [(person.username, person.values.changes) for person in people] == [
        ("abc", {"extra": {"Shoe size": "42"}}),
        ("xyz", {"note": "n"}),
    ]


@pytest.mark.parametrize(
    "heading",
    ["TÊN_TÀI_KHOẢN", "Ten tai khoan", "Tên tài khoản (*):", "  tên   tài khoản", "Link Instagram", "IG"],
)
def test_a_heading_is_known_however_it_is_typed(heading: str) -> None:
    """Without marks, with a star or a colon, in capitals."""
    (person,) = people_of(f"{heading},Ghi chu\nabc,x\n".encode())
    assert (person.username, person.values.changes) == ("abc", {"note": "x"})


def test_each_heading_means_one_column() -> None:
    """Also without marks no two columns share a heading."""
    named = [
        (normal(name), column.key)
        for column in COLUMNS
        for name in (column.key, column.heading("en"), column.heading("vi"), *column.also)
    ]
    assert dict(named) == dict(reversed(named))


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize(
    "above",
    [["DANH SÁCH KOL THÁNG 11||"], ["", "||"], ["Thông tin|Thông tin|Liên hệ", "||"], ["KOL: Lan, Mai||"]],
    ids=["title", "blank", "groups", "title with commas"],
)
def test_headings_may_stand_below_a_title(above: list[str], separator: str) -> None:
    """A title, empty rows, a row of groups; rows keep the numbers of the spreadsheet."""
    lines = [*above, "Tên tài khoản|Trạng thái|Ghi chú", "abc|Đã liên hệ|x"]
    cells = [[f'"{cell}"' if cell else "" for cell in line.split("|")] for line in lines]
    (person,) = people_of("\n".join(separator.join(row) for row in cells).encode() + b"\n")
    assert (person.values.row, person.username) == (len(above) + 2, "abc")
    assert person.values.changes == {"status": "contacted", "note": "x"}


def test_a_column_of_platforms_names_nobody() -> None:
    """Names without a user name or a link: nobody is made of them."""
    with pytest.raises(BadFile, match="Row 1: there is no column with user names"):
        sheet_of("Tên,Kênh\nLan Anh,Instagram\nMai Hoa,Instagram\n".encode())


def test_of_a_name_and_a_strange_link_the_name_counts() -> None:
    """A link that leads to nobody's page is kept as text."""
    (person,) = people_of(b"Link,Username,note\nhttps://x.example,abc,n\n")
    assert (person.username, person.values.changes) == (
        "abc",
        {"note": "n", "extra": {"Link": "https://x.example"}},
    )


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "empty"),
        (b"name,note\nLan Anh,b\n", "no column with user names"),
        (b'username,note\nabc,"cut', "Row 2"),
        (b"username,note,owner\nabc,x,y\nxyz", "Row 3: the file is cut off"),
        (b"username,note\na," + b"x" * 200_000, "Row 2"),
        (b'{"entries":[]}', "no column with user names"),
        (b"\xff\xfeu\x00s", "damaged"),
        (b"username\n\x00\xff\xd0", "not a text file"),
    ],
)
def test_a_file_out_of_shape_is_refused_with_the_row(data: bytes, words: str) -> None:
    """All or nothing: what is cut off is not taken in part."""
    with pytest.raises(BadFile, match=words):
        sheet_of(data)


def test_blank_rows_and_coloured_cells_are_no_content() -> None:
    """A spreadsheet writes thousands of them where a whole column was given a colour."""
    lines = b"username,note\nabc,x\n" + b",\n" * (MAX_ROWS + 5) + b"xyz,y\n"
    assert [person.values.row for person in people_of(lines)] == [2, MAX_ROWS + 8]
    far = b'<c r="ZZZ9" s="1"/></row><row r="90000"><c r="A90000" s="1"/></row>'
    sheet = ROWS.replace(b"</row>\n</sheetData>", far + b"</sheetData>", 1)
    assert sheet != ROWS
    assert workbook.read(archive({SHEET: sheet})) == workbook.read(archive({SHEET: ROWS}))


def test_a_list_has_a_length() -> None:
    """A file without end is refused."""
    with pytest.raises(TooLarge):
        csv_import.read(b"username\n" + b"abc\n" * (MAX_ROWS + 51))


@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    """Nothing but BadFile or TooLarge comes out."""
    with suppress(BadFile, TooLarge):
        sheet_of(data)


@pytest.mark.parametrize(
    ("topics", "cells"),
    [
        (None, (None, None)),
        ((), ("unclear", "chưa rõ")),
        (("beauty", "food"), ("Beauty, Food", "Làm đẹp, Ẩm thực")),
    ],
)
def test_what_creators_post_about_is_a_column(
    topics: tuple[str, ...] | None, cells: tuple[str | None, str | None]
) -> None:
    """In the words of the list; unclear is not the same as never looked for."""
    made = [next(table_of([entry(topics=topics)], lang, ["main_topics"]).rows())[1] for lang in ("en", "vi")]
    assert cells == tuple(made)


def test_a_wide_list_of_a_workbook_is_read() -> None:
    """6,000 rows of 50 cells with values: 300,000 cells go by, row by row."""
    file = io.BytesIO()
    made = xlsxwriter.Workbook(file, {"in_memory": True})
    sheet = made.add_worksheet()
    sheet.write_row(0, 0, ["username", *(f"Cột {n}" for n in range(49))])
    for row in range(1, 6_001):
        sheet.write_row(row, 0, [f"nguoi{row}.vidu", *range(row, row + 49)])
    made.close()
    [grid] = workbook.read(file.getvalue()).grids
    assert (len(grid.lines), len(grid.lines[-1][1])) == (6_001, 50)
