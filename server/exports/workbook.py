"""A workbook (.xlsx) as import: every sheet, read with limits before and while anything is unpacked.

Only cells and the links behind them are read. No entity is expanded, no formula calculated (its last value counts),
nothing is fetched.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from lxml import etree
from msgspec.structs import replace

from server.exports.archives import ArchiveMembers, drop, elements, opened
from server.exports.grids import MAX_BOOK_SECONDS, Book, Budget, Grid, Line, Merge
from server.exports.number_formats import shown
from server.exports.own_columns import MARK
from server.exports.refused_file import bad_file
from server.exports.workbook_parts import BookParts, SheetPart, parts_of

MAX_COLUMNS = 200
MAX_CELLS_A_ROW = 16_384
"""What a spreadsheet can hold; those beyond MAX_COLUMNS may have nothing but a colour."""
MAX_CELL = 32_767
"""Characters of one cell, as in Excel."""
_DIGITS_OF_A_NUMBER = 400
_NO_SHEETS = ("word/", "ppt/", "Index/", "index", "mimetype")
"""How the parts of documents, slides and lists of other programs are called."""
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
        raise bad_file("old_xls")
    with opened(data) as members:
        return _book(members)


def _book(members: ArchiveMembers) -> Book:
    budget = Budget(MAX_BOOK_SECONDS)
    parts = parts_of(members)
    if not parts.sheets:
        raise bad_file("document" if any(name.startswith(_NO_SHEETS) for name in members) else "no_sheet")
    strings = _strings(members.read(_STRINGS)) if _STRINGS in members else []
    grids = (_grid(members, part, strings, parts, budget) for part in parts.sheets)
    is_marked = _PROPERTIES in members and MARK.encode() in members.read(_PROPERTIES)
    return Book(tuple(replace(grid, is_marked=is_marked) for grid in grids), "xlsx")


def _grid(
    members: ArchiveMembers, part: SheetPart, strings: list[str], parts: BookParts, budget: Budget
) -> Grid:
    found = _SheetParts(strings, parts.formats, part.targets(members))
    lines = tuple(budget.kept(found.lines(members.read(part.member))))
    return Grid(part.name, lines, part.hidden, found.links, tuple(found.merges))


def _strings(body: bytes) -> list[str]:
    found = []
    for element in elements(body, _NAMESPACE + "si"):
        found.append(_text(element))
        drop(element)
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
                    raise bad_file("long_row")
                continue
            if element.tag == _ROW:
                n_cells = 0
                number = int(element.get("r", number + 1))
                yield number, self._cells(number, element)
            else:
                self._beside(element)
            drop(element)

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
            raise bad_file("long_number")
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
        raise bad_file("columns", n=MAX_COLUMNS)
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
        raise bad_file("long_cell", n=MAX_CELL)
    return text if "_x" not in text else _ESCAPE.sub(lambda found: chr(int(found[1], 16)), text)
