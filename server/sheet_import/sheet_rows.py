"""The rows of a sheet: people, the titles of sections, and what is passed over (totals, repeated headings, remarks)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Literal

from msgspec import Struct

from server.exports.grids import Grid, Merge
from server.sheet_import import handles
from server.sheet_import.columns import EXPORT, SheetColumn
from server.sheet_import.headings import HANDLE, ROW_NUMBER
from server.sheet_import.words import fold, is_blank, plain, words_of

RowKind = Literal["person", "section", "total", "heading", "remark", "blank"]
_TOTAL = re.compile(
    r"(?:tong(?: cong| so| chi phi| ngan sach)?|cong|total|sub ?total|grand total|sum|trung binh|average|avg|tb|thanh tien|con lai)\b"
)
_REMARK = re.compile(r"(?:\*|ghi chu|luu y|note|nguon|cap nhat|update|source|p/s|ps)\b|\*")
_NUMBERING = re.compile(r"(?:[ivx]{1,5}|[a-z]|[0-9]{1,2})[.)]?", re.IGNORECASE)
_DATED_TITLE = re.compile(r"[^\W\d_]{3,}")
"""A word, then days or figures: "ĐỢT 2 (8/12 - 14/12)"; "8/12" alone is no title."""
_LONGEST_SECTION = 60
_MOST_FILLED = 100_000


class SheetRow(Struct, frozen=True):
    """One row behind the headings."""

    number: int
    kind: RowKind
    cells: tuple[str, ...]
    links: tuple[str | None, ...]
    section: str = ""
    """The title of the section that the row stands in."""

    def to_json(self, sheet: str) -> dict[str, Any]:
        """A row that is passed over."""
        text = next((cell for cell in self.cells if cell.strip()), "")
        return {"sheet": sheet, "row": self.number, "kind": self.kind, "text": text[:200]}


def rows_of(grid: Grid, first: int, columns: Sequence[SheetColumn]) -> Iterator[SheetRow]:
    """The rows from line ``first`` on, merged cells filled down, each with its section."""
    width = max((column.place for column in columns), default=-1) + 1
    fills, wide = _merged(grid, first)
    section = ""
    headings = {column.place: words_of(column.heading) for column in columns}
    numbering = frozenset(column.place for column in columns if column.meaning == ROW_NUMBER)
    exported = next((c.place for c in columns if c.meaning == HANDLE and c.by == EXPORT), None)
    no_links = (None,) * width
    for number, cells in grid.lines[first:]:
        filled = _filled(cells, fills.get(number, ()), width)
        links = tuple(grid.links.get((number, place)) for place in range(width)) if grid.links else no_links
        kind: RowKind
        if exported is not None and filled[exported].strip():
            kind = "person"
        else:
            kind = _kind(filled, links, columns, headings, numbering, is_wide=number in wide)
        if kind == "section":
            section = _title(filled)
        yield SheetRow(number, kind, tuple(filled), links, section)


def _merged(grid: Grid, first: int) -> tuple[dict[int, list[tuple[int, str]]], set[int]]:
    """What merged cells give the rows below their first one; and the rows with a title across."""
    by_number = dict(grid.lines[first:])
    fills: dict[int, list[tuple[int, str]]] = {}
    wide: set[int] = set()
    filled = 0
    for merge in grid.merges:
        if merge.top not in by_number:
            continue
        if merge.right > merge.left and merge.top == merge.bottom:
            wide.add(merge.top)
        filled += merge.bottom - merge.top
        if filled < _MOST_FILLED:
            _fill(merge, by_number, fills)
    return fills, wide


def _fill(merge: Merge, by_number: dict[int, list[str]], fills: dict[int, list[tuple[int, str]]]) -> None:
    cells = by_number[merge.top]
    text = cells[merge.left] if merge.left < len(cells) else ""
    if text.strip():
        for number in range(merge.top + 1, merge.bottom + 1):
            fills.setdefault(number, []).append((merge.left, text))


def _filled(cells: Sequence[str], fills: Sequence[tuple[int, str]], width: int) -> list[str]:
    filled = [*cells[:width], *[""] * (width - len(cells))]
    for place, text in fills:
        if place < width and not filled[place].strip():
            filled[place] = text
    return filled


def _kind(
    cells: Sequence[str],
    links: Sequence[str | None],
    columns: Sequence[SheetColumn],
    headings: Mapping[int, str],
    numbering: frozenset[int],
    *,
    is_wide: bool,
) -> RowKind:
    told = [
        (place, cell) for place, cell in enumerate(cells) if not is_blank(cell) and place not in numbering
    ]
    if not told and not any(links):
        return "section" if _is_lone_title(cells) else "blank"
    if len(told) > 1 and _repeats(told, headings):
        return "heading"
    if _names_somebody(columns, cells, links, is_lone=len(told) == 1, is_wide=is_wide):
        return "person"
    first = next((cell for _, cell in told if not cell.strip().replace(".", "").isdigit()), "")
    if _TOTAL.match(fold(first)) or _TOTAL.match(fold(next((c for c in cells if c.strip()), ""))):
        return "total"
    if all(_is_figure(cell) for _, cell in told):
        return "total"
    return _of_title(told, cells, columns, numbering, is_wide=is_wide)


def _of_title(
    told: Sequence[tuple[int, str]],
    cells: Sequence[str],
    columns: Sequence[SheetColumn],
    numbering: frozenset[int],
    *,
    is_wide: bool,
) -> RowKind:
    if len(told) != 1 or len(columns) < 2:
        return "person"
    place, text = told[0]
    if _REMARK.match(fold(text)) or len(text) > _LONGEST_SECTION:
        return "remark"
    counted = any(cells[n].strip().isdigit() for n in numbering if n < len(cells))
    is_first = place == min(column.place for column in columns if column.place not in numbering)
    names = any(column.place == place and column.meaning == HANDLE for column in columns)
    is_title = is_wide or text.isupper() or (is_first and not counted and (not names or text[:1].isupper()))
    return "section" if is_title else "person"


def _names_somebody(
    columns: Sequence[SheetColumn],
    cells: Sequence[str],
    links: Sequence[str | None],
    *,
    is_lone: bool,
    is_wide: bool,
) -> bool:
    for column in columns:
        if column.meaning == HANDLE:
            found = handles.read(cells[column.place], links[column.place])
            text = plain(cells[column.place])
            is_title = is_lone and not found.sure and (is_wide or (text.isupper() and text.isalpha()))
            if found.handles and not is_title and not (is_lone and _TOTAL.fullmatch(fold(text))):
                return True
    return False


def _repeats(told: Sequence[tuple[int, str]], headings: Mapping[int, str]) -> bool:
    """Whether two cells, and more than half of them, are the headings of their columns; looks no further than needed."""
    same, left = 0, len(told)
    for place, cell in told:
        left -= 1
        same += words_of(cell[:100]) == headings.get(place)
        if (same + left) * 2 <= len(told):
            return False
    return same >= 2


def _is_figure(cell: str) -> bool:
    digits = sum(c.isdigit() for c in cell)
    return digits > 0 and digits * 2 >= sum(1 for c in cell if c.isalnum())


def _is_lone_title(cells: Sequence[str]) -> bool:
    """A title that stands in the column of row numbers."""
    texts = [cell for cell in cells if not is_blank(cell)]
    if len(texts) != 1 or _NUMBERING.fullmatch(texts[0].strip()):
        return False
    return not _is_figure(texts[0]) or _DATED_TITLE.match(texts[0].strip()) is not None


def _title(cells: Sequence[str]) -> str:
    """The words of a section without its number, its colon and the count behind it."""
    texts = [plain(cell) for cell in cells if not is_blank(cell) and not _NUMBERING.fullmatch(cell.strip())]
    title = texts[0] if texts else ""
    title = re.sub(r"^(?:[ivxIVX]{1,5}|[A-Za-z]|[0-9]{1,2})[.)]\s+", "", title)
    return re.sub(r"\s*[(\[][0-9]{1,4}(?: ?\w{1,6})?[)\]]$", "", title).strip(" :-\u2013")[:_LONGEST_SECTION]
