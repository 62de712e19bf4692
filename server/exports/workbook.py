"""A workbook (.xlsx) as import: the first sheet, read with limits before and while anything is unpacked.

Only cells are read. No entity is expanded, no formula calculated (its last value counts), nothing is fetched.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator

from lxml import etree

from server.errors import BadFile, TooLarge
from server.exports.tables import Sheet, SheetHeader

MAX_UNPACKED = 32 * 2**20
MAX_RATIO = 100
MAX_MEMBERS = 500
MAX_COLUMNS = 200
MAX_TAGS, MAX_ATTRIBUTES, MAX_TEXTS = 900_000, 700_000, 200_000
"""Of one member, counted before it is parsed: each may become an object. 20,000 rows of 10 cells fit."""
MAX_CELLS_A_ROW = 16_384
"""What a spreadsheet can hold; those beyond MAX_COLUMNS may have nothing but a colour."""
MAX_CELL = 32_767
"""Characters of one cell, as in Excel."""
_DIGITS_OF_A_NUMBER = 400
_MEMBER = b"PK\x01\x02"
_ENCODING = re.compile(rb"""<\?xml[^>]{0,200}encoding\s*=\s*["']([A-Za-z0-9._-]{1,40})""")
_SHEET = re.compile(r"xl/worksheets/sheet([0-9]{1,4})\.xml")
_STRINGS = "xl/sharedStrings.xml"
_ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")
_NAMESPACE = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_ROW = _NAMESPACE + "row"


def is_workbook(data: bytes) -> bool:
    """Whether the bytes begin like a zip archive (.xlsx) or an old binary workbook (.xls)."""
    return data.startswith((b"PK\x03\x04", b"PK\x05\x06", b"\xd0\xcf\x11\xe0"))


def read(data: bytes) -> Sheet:
    """All rows of the first sheet. Raises TooLarge for an archive that unpacks too far, BadFile for a broken one."""
    if data.startswith(b"\xd0\xcf"):
        raise BadFile("This is a workbook of the old format (.xls). Save it as .xlsx or as CSV UTF-8.")
    if (
        data.count(_MEMBER) > 2 * MAX_MEMBERS
    ):  # counted before the directory becomes objects; data may hold some too
        raise TooLarge("The workbook has more parts than a list can have.")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return _sheet(archive)
    except (zipfile.BadZipFile, zlib.error, etree.XMLSyntaxError, *_BROKEN) as error:
        raise BadFile("The workbook is damaged or cut off.") from error


_BROKEN = (EOFError, KeyError, NotImplementedError, OSError, RuntimeError, ValueError)
"""What zipfile raises for archives that are cut, encrypted or packed in an unknown way."""


def _sheet(archive: zipfile.ZipFile) -> Sheet:
    _measure(archive.infolist())
    sheets = {int(found[1]): name for name in archive.namelist() if (found := _SHEET.fullmatch(name))}
    if not sheets:
        raise BadFile("The file holds no sheet.")
    strings = _strings(_member(archive, _STRINGS)) if _STRINGS in archive.namelist() else []
    rows = _rows(_member(archive, sheets[min(sheets)]), strings)
    header = SheetHeader.find(rows)
    return Sheet(header.rows(rows), "xlsx", "", header.ignored)


def _measure(members: list[zipfile.ZipInfo]) -> None:
    """By what the archive's directory says; ``_member`` holds it to that."""
    unpacked = sum(member.file_size for member in members)
    packed_well = any(
        m.file_size > 2**20 and m.file_size > MAX_RATIO * max(m.compress_size, 1) for m in members
    )
    if len(members) > MAX_MEMBERS or unpacked > MAX_UNPACKED or packed_well:
        raise TooLarge("The workbook unpacks to more than a list can be.")


def _member(archive: zipfile.ZipFile, name: str) -> bytes:
    size = archive.getinfo(name).file_size
    with archive.open(name) as member:
        body = member.read(size + 1)
    if len(body) > size:
        raise TooLarge("The workbook unpacks to more than it says.")
    _check_markup(body)
    return body


def _check_markup(body: bytes) -> None:
    """Only UTF-8 without a document type, and not more tags than a list has. Raises BadFile, TooLarge."""
    encoding = _ENCODING.match(body[:1_000].removeprefix(b"\xef\xbb\xbf"))
    if b"\0" in body or (encoding and encoding[1].lower() not in (b"utf-8", b"us-ascii", b"ascii")):
        raise BadFile("The workbook is written in an encoding that no spreadsheet uses.")
    if b"<!DOCTYPE" in body:
        raise BadFile("The workbook holds a document type, which no spreadsheet writes.")
    attributes = body.count(b'="') + body.count(b"='")
    if body.count(b"<") > MAX_TAGS or attributes > MAX_ATTRIBUTES or body.count(b"<si") > MAX_TEXTS:
        raise TooLarge("The workbook holds more cells than a list can have.")


def _elements(body: bytes, tag: str, *within: str) -> Iterator[etree._Element]:
    """The elements of a name, one after another, each dropped when the next is asked for; and those ``within`` them,
    while they are being read."""
    parsed = etree.iterparse(
        io.BytesIO(body),
        tag=[_NAMESPACE + name for name in (tag, *within)],
        resolve_entities=False,
        no_network=True,
        huge_tree=False,
    )
    outer = _NAMESPACE + tag
    for _, element in parsed:
        yield element
        if element.tag == outer:
            _drop(element)


def _drop(element: etree._Element) -> None:
    """Also those before it: an emptied element is an element still."""
    element.clear()
    parent = element.getparent()
    while parent is not None and element.getprevious() is not None:
        del parent[0]


def _strings(body: bytes) -> list[str]:
    return [_text(element) for element in _elements(body, "si")]


def _rows(body: bytes, strings: list[str]) -> Iterator[tuple[int, list[str]]]:
    """Number and cells of each row that is there."""
    number = 0
    n_cells = 0
    for row in _elements(body, "row", "c"):
        if row.tag != _ROW:
            n_cells += 1
            if n_cells > MAX_CELLS_A_ROW:
                raise BadFile("A row has more cells than a spreadsheet can hold.")
            continue
        n_cells = 0
        number = int(row.get("r", number + 1))
        cells: list[str] = []
        for cell in row.iterfind(_NAMESPACE + "c"):
            if (value := _value(cell, strings)) or cell.get(
                "r"
            ) is None:  # a cell may have nothing but a colour
                place = _column(cell.get("r"), len(cells))
                cells += [""] * (place + 1 - len(cells))
                cells[place] = value
        yield number, cells


def _column(reference: str | None, following: int) -> int:
    """The place of a cell, e.g. 2 for "C7"; cells without a reference follow each other. Raises BadFile."""
    if reference is None:
        return following
    place = 0
    for letter in re.match(r"[A-Z]{0,4}", reference)[0]:  # type: ignore[index] # this pattern always matches
        place = place * 26 + ord(letter) - ord("A") + 1
    if not 1 <= place <= MAX_COLUMNS:
        raise BadFile(f"A sheet has at most {MAX_COLUMNS} columns.")
    return place - 1


def _value(cell: etree._Element, strings: list[str]) -> str:
    kind = cell.get("t", "n")
    if kind == "inlineStr":
        inline = cell.find(_NAMESPACE + "is")
        return "" if inline is None else _text(inline)
    value = cell.findtext(_NAMESPACE + "v") or ""
    if kind == "s":
        return (
            strings[int(value)] if value.isascii() and value.isdigit() and int(value) < len(strings) else ""
        )
    return _number(value) if kind == "n" and value else _unescaped(value)


def _number(value: str) -> str:
    if len(value) > _DIGITS_OF_A_NUMBER:
        raise BadFile("A cell holds a number of hundreds of digits.")
    number = float(value)
    return str(int(number)) if number.is_integer() and abs(number) < 10**15 else repr(number)


def _text(element: etree._Element) -> str:
    """The text of a string, its runs joined; the reading aids of East Asian text (rPh) are not part of it."""
    runs = element.iterfind(f"{_NAMESPACE}r/{_NAMESPACE}t")
    own = element.iterfind(_NAMESPACE + "t")
    return _unescaped("".join(part.text or "" for part in (*own, *runs)))


def _unescaped(text: str) -> str:
    """``_x000D_`` is how a workbook writes a character that XML cannot hold."""
    if len(text) > MAX_CELL:
        raise BadFile(f"A cell has at most {MAX_CELL} characters.")
    return _ESCAPE.sub(lambda found: chr(int(found[1], 16)), text)
