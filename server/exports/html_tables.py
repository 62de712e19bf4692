"""The tables of a web page, which many systems save under the name of a workbook (.xls)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from server.exports.csv_import import decode
from server.exports.grids import MAX_COLUMNS, Book, Budget, Grid, Line, Merge
from server.exports.refused_file import bad_file, too_large

_PAGE = re.compile(
    rb"\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body|meta|table|style)\b",
    re.IGNORECASE | re.DOTALL,
)
_BEGINNING = 4_000
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?([A-Za-z0-9_-]{1,40})", re.IGNORECASE)
_BLANKS = re.compile(r"\s+")
_EDGES = re.compile(r" *(\n| ) *")
"""Blanks around a break, or several in a row."""
MAX_TAGS = 900_000
_MOST_TABLES = 50
_CELLS = ("td", "th")


def is_page(data: bytes) -> bool:
    """Whether the bytes begin like a page or a bare table."""
    head = data[:_BEGINNING]
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        head = head.replace(b"\0", b"")[2:]
    return _PAGE.match(head.removeprefix(b"\xef\xbb\xbf")) is not None


def read(data: bytes) -> Book:
    """Each outermost table as a sheet. Raises BadFile where there is none, TooLarge beyond the limits."""
    if data.count(b"<") > MAX_TAGS:
        raise too_large("many_cells")
    text, encoding = _text(data)
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, huge_tree=False, remove_comments=True)
    root = etree.fromstring(text.encode("utf-8", "replace"), parser)
    found = [] if root is None else [each for each in root.iter("table") if _is_outermost(each)]
    if not found:
        raise bad_file("no_table")
    budget = Budget()
    grids = [_grid(table, n, len(found) > 1, budget) for n, table in enumerate(found[:_MOST_TABLES], 1)]
    return Book(tuple(grids), encoding)


def _text(data: bytes) -> tuple[str, str]:
    """By its mark, what it says of itself, or as any text file."""
    said = _CHARSET.search(data[:_BEGINNING])
    if said and not data.startswith((b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")):
        try:
            return data.decode(said[1].decode("ascii")), said[1].decode("ascii").lower()
        except (LookupError, UnicodeDecodeError):
            pass
    return decode(data)


def _is_outermost(table: etree._Element) -> bool:
    return next(table.iterancestors("table"), None) is None


def _grid(table: etree._Element, number: int, is_one_of_many: bool, budget: Budget) -> Grid:
    links: dict[tuple[int, int], str] = {}
    merges: list[Merge] = []
    lines = tuple(budget.kept(_lines(table, links, merges)))
    return Grid(f"Table {number}" if is_one_of_many else "", lines, links=links, merges=tuple(merges))


def _lines(table: etree._Element, links: dict[tuple[int, int], str], merges: list[Merge]) -> Iterator[Line]:
    """Number and cells of each row; a cell that reaches down or right pushes its neighbours on."""
    taken: dict[int, int] = {}
    for number, row in enumerate(table.iter("tr"), 1):
        cells: list[str] = []
        for cell in row.iterchildren(*_CELLS):
            place = _free(len(cells), number, taken)
            if place >= MAX_COLUMNS:
                break
            cells += [""] * (place - len(cells))
            cells.append(_EDGES.sub(r"\1", "".join(_texts(cell))).strip())
            right, down = _span(cell, "colspan"), _span(cell, "rowspan")
            if right > 1 or down > 1:
                merges.append(Merge(number, number + down - 1, place, min(place + right, MAX_COLUMNS) - 1))
                taken |= dict.fromkeys(range(place, place + right), number + down - 1)
                cells += [""] * (right - 1)
            link = next((a.get("href") for a in cell.iter("a") if a.get("href")), None)
            if link:
                links[number, place] = link[:2_000]
        yield number, cells


def _free(place: int, number: int, taken: dict[int, int]) -> int:
    while taken.get(place, 0) >= number:
        place += 1
    return place


def _span(cell: etree._Element, name: str) -> int:
    given = cell.get(name) or "1"
    return (
        min(max(int(given), 1), MAX_COLUMNS) if given.isascii() and given.isdigit() and len(given) < 6 else 1
    )


def _texts(cell: etree._Element) -> Iterator[str]:
    """The words of a cell; a break is a new line."""
    for element in cell.iter():
        if element.tag in ("style", "script"):
            continue
        if element.tag in ("br", "p", "div") and element is not cell:
            yield "\n"
        yield _BLANKS.sub(" ", element.text or "")
        if element is not cell:
            yield _BLANKS.sub(" ", element.tail or "")
