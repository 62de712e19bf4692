"""A workbook of LibreOffice (.ods) as import: its cells and the links in them, within the same limits as .xlsx."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from server.exports.archives import drop, elements, opened
from server.exports.grids import MAX_COLUMNS, Book, Budget, Grid, Line, Merge
from server.exports.refused_file import bad_file

_MIME = b"mimetypeapplication/vnd.oasis.opendocument.spreadsheet"
_CONTENT, _MANIFEST = "content.xml", "META-INF/manifest.xml"
_NAMES = "urn:oasis:names:tc:opendocument:xmlns:{}:1.0"
_TABLE, _OFFICE, _TEXT = (f"{{{_NAMES.format(name)}}}" for name in ("table", "office", "text"))
_HREF = "{http://www.w3.org/1999/xlink}href"
_SHEET, _ROW, _CELL, _COVERED = (
    _TABLE + name for name in ("table", "table-row", "table-cell", "covered-table-cell")
)
_MOST_REPEATED = 20_000
"""Of a row or cell that holds something; those beyond are the sheet's empty end."""


def is_open_document(data: bytes) -> bool:
    """Whether the archive begins with the type of a spreadsheet, as its standard asks for."""
    return data.startswith(b"PK\x03\x04") and data[30 : 30 + len(_MIME)] == _MIME


def read(data: bytes) -> Book:
    """All sheets. Raises BadFile for a locked or broken file, TooLarge beyond the limits."""
    with opened(data) as members:
        if _MANIFEST in members and b"encryption-data" in members.read(_MANIFEST):
            raise bad_file("locked")
        return Book(tuple(_grids(members.read(_CONTENT))), "ods")


def _grids(body: bytes) -> Iterator[Grid]:
    """Sheet by sheet; a row is let go as soon as its cells are read."""
    budget, found = Budget(), _Sheet()
    for element in elements(body, _ROW, _SHEET):
        if element.tag == _ROW:
            found.lines += budget.kept(found.rows(element))
        else:
            name = (element.get(_TABLE + "name") or "")[:100]
            yield Grid(name, tuple(found.lines), links=found.links, merges=tuple(found.merges))
            found = _Sheet()
        drop(element)


class _Sheet:
    """What one sheet holds, collected while its rows go by."""

    def __init__(self) -> None:
        self.lines: list[Line] = []
        self.links: dict[tuple[int, int], str] = {}
        self.merges: list[Merge] = []
        self._number = 1

    def rows(self, row: etree._Element) -> Iterator[Line]:
        """A row as often as it stands there."""
        cells = self._cells(self._number, row)
        repeated = _count(row, "number-rows-repeated")
        for offset in range(min(repeated, _MOST_REPEATED) if any(cells) else 0):
            yield self._number + offset, list(cells)
        self._number += repeated

    def _cells(self, number: int, row: etree._Element) -> list[str]:
        cells: list[str] = []
        for cell in row.iterchildren(_CELL, _COVERED):
            place, text = len(cells), _value(cell)
            if place >= MAX_COLUMNS:
                break
            if cell.tag == _CELL:
                self._beside(cell, number, place)
            cells += [text] * min(_count(cell, "number-columns-repeated"), MAX_COLUMNS - place)
        while cells and not cells[-1]:
            cells.pop()
        return cells

    def _beside(self, cell: etree._Element, number: int, place: int) -> None:
        link = next((each.get(_HREF) for each in cell.iter(_TEXT + "a") if each.get(_HREF)), None)
        if link:
            self.links[number, place] = link[:2_000]
        down, right = _count(cell, "number-rows-spanned"), _count(cell, "number-columns-spanned")
        if down > 1 or right > 1:
            self.merges.append(Merge(number, number + down - 1, place, min(place + right, MAX_COLUMNS) - 1))


def _count(element: etree._Element, name: str) -> int:
    given = element.get(_TABLE + name) or "1"
    return max(int(given), 1) if given.isascii() and given.isdigit() and len(given) < 8 else 1


def _value(cell: etree._Element) -> str:
    """A day as it is, a number without the way it is shown, else the words of its paragraphs."""
    kind = cell.get(_OFFICE + "value-type")
    if kind == "date":
        return (cell.get(_OFFICE + "date-value") or "")[:10]
    if kind in ("float", "currency"):
        return _plain(cell.get(_OFFICE + "value") or "")
    return "\n".join("".join(_words(each)) for each in cell.iterchildren(_TEXT + "p"))[:32_767]


def _plain(value: str) -> str:
    try:
        number = float(value[:400])
    except ValueError:
        return ""
    return str(int(number)) if number.is_integer() and abs(number) < 10**15 else repr(number)


def _words(paragraph: etree._Element) -> Iterator[str]:
    yield paragraph.text or ""
    for part in paragraph.iterchildren():
        if part.tag == _TEXT + "s":
            yield " "
        elif part.tag == _TEXT + "line-break":
            yield "\n"
        else:
            yield from _words(part)
        yield part.tail or ""
