"""A workbook (.xlsx) as import: every sheet, read with limits before and while anything is unpacked.

Only cells and the links behind them are read. No entity is expanded, no formula calculated (its last value counts),
nothing is fetched.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from lxml import etree

from server.errors import BadFile, TooLarge
from server.exports.grids import Book, Budget, Grid, Line, Merge
from server.exports.number_formats import shown
from server.exports.own_columns import MARK
from server.exports.workbook_parts import BookParts, SheetPart, parts_of

MAX_UNPACKED = 32 * 2**20
MAX_RATIO = 100
MAX_MEMBERS = 500
MAX_COLUMNS = 200
MAX_TAGS, MAX_ATTRIBUTES, MAX_TEXTS = 900_000, 700_000, 200_000
"""Of all members that are read, counted before they are parsed: each may become an object. 12,000 rows of 16 cells fit."""
MAX_TAG_ATTRIBUTES = 1_000
"""Of one tag, which are compared with each other; a spreadsheet writes some ten."""
MAX_CELLS_A_ROW = 16_384
"""What a spreadsheet can hold; those beyond MAX_COLUMNS may have nothing but a colour."""
MAX_CELL = 32_767
"""Characters of one cell, as in Excel."""
_DIGITS_OF_A_NUMBER = 400
_MEMBER = b"PK\x01\x02"
_FEW_BYTES = 5 * MAX_TAG_ATTRIBUTES
"""From one tag to the next: too short for so many attributes, the shortest of which is ' a=""'."""
_ATTRIBUTE = re.compile(rb"=\s*[\"']")
_ENCODING = re.compile(rb"""<\?xml[^>]{0,200}encoding\s*=\s*["']([A-Za-z0-9._-]{1,40})""")
_STRINGS, _PROPERTIES = "xl/sharedStrings.xml", "docProps/core.xml"
_ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")
_NAMESPACE = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_ROW, _CELL, _LINK = (_NAMESPACE + name for name in ("row", "c", "hyperlink"))
_MERGED = _NAMESPACE + "mergeCell"
_INLINE, _VALUE, _FORMULA, _TEXT, _RUN = (_NAMESPACE + name for name in ("is", "v", "f", "t", "r"))
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_HYPERLINK = re.compile(r'\s*(?:_xlfn\.)?HYPERLINK\(\s*"([^"]{1,2000})"', re.IGNORECASE)
_LETTERS = re.compile(r"[A-Z]{0,4}")
_PLACE = re.compile(r"\$?([A-Z]{1,3})\$?([0-9]{1,7})")


def is_workbook(data: bytes) -> bool:
    """Whether the bytes begin like a zip archive (.xlsx) or an old binary workbook (.xls)."""
    return data.startswith((b"PK\x03\x04", b"PK\x05\x06", b"\xd0\xcf\x11\xe0"))


def read(data: bytes) -> Book:
    """All sheets. Raises TooLarge for an archive that unpacks too far, BadFile for a broken one."""
    if data.startswith(b"\xd0\xcf"):
        raise BadFile("This is a workbook of the old format (.xls). Save it as .xlsx or as CSV UTF-8.")
    if (
        data.count(_MEMBER) > 2 * MAX_MEMBERS
    ):  # counted before the directory becomes objects; data may hold some too
        raise TooLarge("The workbook has more parts than a list can have.")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return _book(archive)
    except (zipfile.BadZipFile, zlib.error, etree.XMLSyntaxError, *_BROKEN) as error:
        raise BadFile("The workbook is damaged or cut off.") from error


_BROKEN = (EOFError, KeyError, NotImplementedError, OSError, RuntimeError, ValueError)
"""What zipfile raises for archives that are cut, encrypted or packed in an unknown way."""


def _book(archive: zipfile.ZipFile) -> Book:
    _measure(archive.infolist())
    members, budget = _Members(archive), Budget()
    parts = parts_of(members)
    if not parts.sheets:
        raise BadFile("The file holds no sheet.")
    strings = _strings(members.read(_STRINGS)) if _STRINGS in members else []
    grids = (_grid(members, part, strings, parts, budget) for part in parts.sheets)
    is_marked = _PROPERTIES in members and MARK.encode() in members.read(_PROPERTIES)
    return Book(tuple(replace(grid, is_marked=is_marked) for grid in grids), "xlsx")


def _grid(members: _Members, part: SheetPart, strings: list[str], parts: BookParts, budget: Budget) -> Grid:
    found = _SheetParts(strings, parts.formats, part.targets(members))
    lines = tuple(budget.kept(found.lines(members.read(part.member))))
    return Grid(part.name, lines, part.hidden, found.links, tuple(found.merges))


def _measure(members: list[zipfile.ZipInfo]) -> None:
    """By what the archive's directory says; ``_member`` holds it to that."""
    unpacked = sum(member.file_size for member in members)
    packed_well = any(
        m.file_size > 2**20 and m.file_size > MAX_RATIO * max(m.compress_size, 1) for m in members
    )
    if len(members) > MAX_MEMBERS or unpacked > MAX_UNPACKED or packed_well:
        raise TooLarge("The workbook unpacks to more than a list can be.")


class _Members:
    """The members of an archive, held to what its directory says and, together, to what a list may hold."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive
        self._names = frozenset(archive.namelist())
        self._tags = self._attributes = self._texts = 0

    def __contains__(self, name: str) -> bool:
        return name in self._names

    def __iter__(self) -> Iterator[str]:
        return iter(self._archive.namelist())

    def read(self, name: str) -> bytes:
        size = self._archive.getinfo(name).file_size
        with self._archive.open(name) as member:
            body = member.read(size + 1)
        if len(body) > size:
            raise TooLarge("The workbook unpacks to more than it says.")
        self._check(body)
        return body

    def _check(self, body: bytes) -> None:
        """Only UTF-8 without a document type, and not more tags than a list has. Raises BadFile, TooLarge."""
        encoding = _ENCODING.match(body[:1_000].removeprefix(b"\xef\xbb\xbf"))
        if b"\0" in body or (encoding and encoding[1].lower() not in (b"utf-8", b"us-ascii", b"ascii")):
            raise BadFile("The workbook is written in an encoding that no spreadsheet uses.")
        if b"<!DOCTYPE" in body:
            raise BadFile("The workbook holds a document type, which no spreadsheet writes.")
        if _has_crowded_tag(body):
            raise TooLarge("The workbook holds an element with more attributes than a spreadsheet writes.")
        self._tags += body.count(b"<")
        self._attributes += body.count(b"=")  # a sign of a text counts too: no list has so many
        self._texts += body.count(b"<si")
        if self._tags > MAX_TAGS or self._attributes > MAX_ATTRIBUTES or self._texts > MAX_TEXTS:
            raise TooLarge(
                "The workbook holds more cells than are read at once. Save the sheet as CSV UTF-8, or import it in parts."
            )


def elements(body: bytes, *tags: str) -> Iterator[etree._Element]:
    """The elements of these names in full (namespace included), one after another, as they end."""
    yield from (
        element
        for _, element in etree.iterparse(
            io.BytesIO(body), tag=tags, resolve_entities=False, no_network=True, huge_tree=False
        )
    )


def _drop(element: etree._Element) -> None:
    """Also those before it: an emptied element is an element still."""
    element.clear()
    parent = element.getparent()
    while parent is not None and element.getprevious() is not None:
        del parent[0]


def _strings(body: bytes) -> list[str]:
    found = []
    for element in elements(body, _NAMESPACE + "si"):
        found.append(_text(element))
        _drop(element)
    return found


class _SheetParts:
    """What one sheet holds, collected while its elements go by."""

    def __init__(self, strings: list[str], formats: tuple[str, ...], targets: dict[str, str]) -> None:
        self._strings, self._formats, self._targets = strings, formats, targets
        self.links: dict[tuple[int, int], str] = {}
        self.merges: list[Merge] = []

    def lines(self, body: bytes) -> Iterator[Line]:
        """Number and cells of each row that is there; ``links`` and ``merges`` are whole when it has ended."""
        number = n_cells = 0
        for element in elements(body, _ROW, _CELL, _LINK, _MERGED):
            if element.tag == _CELL:
                n_cells += 1
                if n_cells > MAX_CELLS_A_ROW:
                    raise BadFile("A row has more cells than a spreadsheet can hold.")
                continue
            if element.tag == _ROW:
                n_cells = 0
                number = int(element.get("r", number + 1))
                yield number, self._cells(number, element)
            else:
                self._beside(element)
            _drop(element)

    def _cells(self, number: int, row: etree._Element) -> list[str]:
        cells: list[str] = []
        for cell in row.iterchildren(_CELL):
            value, reference = self._value(cell), cell.get("r")
            if value or reference is None:  # a cell may have nothing but a colour
                place = len(cells) if reference is None else _column(reference)
                cells += [""] * (place + 1 - len(cells))
                cells[place] = value
                self._note_formula(cell, number, place)
        return cells

    def _note_formula(self, cell: etree._Element, number: int, place: int) -> None:
        formula = next(cell.iterchildren(_FORMULA), None)
        linked = None if formula is None else _HYPERLINK.match(formula.text or "")
        if linked:
            self.links[number, place] = linked[1]

    def _beside(self, element: etree._Element) -> None:
        """A link or merged cells, which stand behind the rows."""
        ends = _PLACE.findall((element.get("ref") or "")[:40])
        if not ends:
            return
        (left, top), (right, bottom) = ends[0], ends[-1]
        area = Merge(int(top), int(bottom), _near(left), _near(right))
        target = self._targets.get(element.get(_RELATION) or "")
        if element.tag == _MERGED:
            self.merges.append(area)
        elif target:
            for number in range(area.top, min(area.bottom, area.top + 50) + 1):
                self.links.setdefault((number, area.left), target)

    def _value(self, cell: etree._Element) -> str:
        kind = cell.get("t", "n")
        if kind == "inlineStr":
            inline = next(cell.iterchildren(_INLINE), None)
            return "" if inline is None else _text(inline)
        written = next(cell.iterchildren(_VALUE), None)
        value = "" if written is None else written.text or ""
        if kind == "s":
            is_known = value.isascii() and value.isdigit() and int(value) < len(self._strings)
            return self._strings[int(value)] if is_known else ""
        if kind == "e":  # "#N/A": nothing that anybody wrote
            return ""
        return self._number(value, cell.get("s")) if kind == "n" and value else _unescaped(value)

    def _number(self, value: str, style: str | None) -> str:
        if len(value) > _DIGITS_OF_A_NUMBER:
            raise BadFile("A cell holds a number of hundreds of digits.")
        number = float(value)
        plain = str(int(number)) if number.is_integer() and abs(number) < 10**15 else repr(number)
        place = int(style) if style and style.isascii() and style.isdigit() and len(style) < 6 else 0
        return shown(number, plain, self._formats[place]) if place < len(self._formats) else plain


def _column(reference: str) -> int:
    """The place of a cell, e.g. 2 for "C7". Raises BadFile."""
    return _place(_LETTERS.match(reference)[0])  # type: ignore[index] # this pattern always matches


@lru_cache(1_024)
def _place(letters: str) -> int:
    place = 0
    for letter in letters:
        place = place * 26 + ord(letter) - ord("A") + 1
    if not 1 <= place <= MAX_COLUMNS:
        raise BadFile(f"A sheet has at most {MAX_COLUMNS} columns.")
    return place - 1


def _near(letters: str) -> int:
    """The place of a column, or the last one that is read: a merged title may go on to the end of the sheet."""
    place = 0
    for letter in letters:
        place = place * 26 + ord(letter) - ord("A") + 1
    return min(place, MAX_COLUMNS) - 1


def _text(element: etree._Element) -> str:
    """The text of a string, its runs joined; the reading aids of East Asian text (rPh) are not part of it."""
    texts = [part.text or "" for part in element.iterchildren(_TEXT)]
    for run in element.iterchildren(_RUN):
        texts += [part.text or "" for part in run.iterchildren(_TEXT)]
    return _unescaped("".join(texts))


def _unescaped(text: str) -> str:
    """``_x000D_`` is how a workbook writes a character that XML cannot hold."""
    if len(text) > MAX_CELL:
        raise BadFile(f"A cell has at most {MAX_CELL} characters.")
    return text if "_x" not in text else _ESCAPE.sub(lambda found: chr(int(found[1], 16)), text)


def _has_crowded_tag(body: bytes) -> bool:
    """Whether a tag has too many attributes; "<" stands nowhere else in XML, so only long stretches are looked at."""
    at = 0
    while len(body) - at > _FEW_BYTES:
        last = body.rfind(b"<", at + 1, at + 1 + _FEW_BYTES)
        if last < 0:
            last = body.find(b"<", at + 1)
            stretch = body[at : last if last > 0 else len(body)]
            many = stretch.count(b"=") > MAX_TAG_ATTRIBUTES  # quicker, and seldom true
            if many and len(_ATTRIBUTE.findall(stretch)) > MAX_TAG_ATTRIBUTES:
                return True
            if last < 0:
                return False
        at = last
    return False
