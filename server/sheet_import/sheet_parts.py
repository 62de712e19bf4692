"""Several tables on one sheet, beside or below each other: each becomes a part with its own headings.

A part is the sheet with all other cells blank, so that rows and columns keep the names that the spreadsheet gives them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from server.exports.grids import Grid, Line
from server.sheet_import import heading_rows
from server.sheet_import.heading_rows import Headings
from server.sheet_import.headings import HANDLE, meaning_of
from server.sheet_import.words import words_of

_MOST_LOOKED_AT = 300
"""Rows of words alone that are looked at as headings of a further table."""
_LONGEST_HEADING = 40
_MOST_PARTS = 20


class TablePart(Struct, frozen=True):
    """One table of a sheet."""

    grid: Grid
    title: str = ""
    """What stands above the headings of one of several tables."""


def parts_of(grid: Grid) -> tuple[TablePart, ...]:
    """The tables of a sheet; a single one is the sheet itself."""
    if not grid.lines:
        return (TablePart(grid),)
    headings = heading_rows.find(grid)
    if headings.is_export:
        return (TablePart(grid),)
    beside = [_within(grid, left, right) for left, right in _blocks(grid, headings)] or [grid]
    found = [part for each in beside for part in _stacked(each)]
    return (
        tuple(found[:_MOST_PARTS]) if len(found) > 1 else (TablePart(grid, _first_section(grid, headings)),)
    )


def _blocks(grid: Grid, headings: Headings) -> list[tuple[int, int]]:
    """First and last places of tables side by side: apart by a blank column, or by headings that begin anew."""
    if headings.row is None:
        return []
    below = [cells for number, cells in grid.lines if number >= headings.row]
    width = len(headings.texts)
    filled = [any(place < len(cells) and cells[place].strip() for cells in below) for place in range(width)]
    blocks = _runs(filled)
    if len(blocks) == 1:
        blocks = _repeating(headings.texts, *blocks[0])
    naming = [block for block in blocks if _names_somebody(headings.texts[block[0] : block[1] + 1])]
    return blocks if len(blocks) > 1 and len(naming) == len(blocks) else []


def _runs(filled: Sequence[bool]) -> list[tuple[int, int]]:
    runs: list[tuple[int, int]] = []
    for place, is_filled in enumerate(filled):
        if is_filled and runs and runs[-1][1] == place - 1:
            runs[-1] = (runs[-1][0], place)
        elif is_filled:
            runs.append((place, place))
    return runs


def _repeating(texts: Sequence[str], left: int, right: int) -> list[tuple[int, int]]:
    """The same headings two or three times in a row."""
    words = [words_of(text[:100]) for text in texts[left : right + 1]]
    for times in (2, 3, 4):
        size, rest = divmod(len(words), times)
        if size > 1 and not rest and all(words) and words == words[:size] * times:
            return [(left + n * size, left + (n + 1) * size - 1) for n in range(times)]
    return [(left, right)]


def _names_somebody(texts: Sequence[str]) -> bool:
    return any((meaning := meaning_of(text)) and meaning.meaning == HANDLE for text in texts)


def _within(grid: Grid, left: int, right: int) -> Grid:
    """The columns of a block alone."""
    lines = (
        (number, [*[""] * min(left, len(cells)), *cells[left : right + 1]]) for number, cells in grid.lines
    )
    return replace(
        grid,
        lines=tuple((number, cells) for number, cells in lines if any(cell.strip() for cell in cells)),
        links={place: link for place, link in grid.links.items() if left <= place[1] <= right},
        merges=tuple(merge for merge in grid.merges if left <= merge.left and merge.right <= right),
    )


def _stacked(grid: Grid) -> Iterator[TablePart]:
    """The tables below each other, cut above the title of each that follows."""
    places = _heading_places(grid.lines)
    if len(places) < 2:
        yield TablePart(grid)
        return
    cuts = [0, *(_with_title(grid.lines, place) for place in places[1:]), len(grid.lines)]
    for (first, end), place in zip(pairwise(cuts), places, strict=True):
        title = _title(grid.lines, place) if place > first else ""
        yield TablePart(replace(grid, lines=grid.lines[first:end]), title)


def _heading_places(lines: Sequence[Line]) -> list[int]:
    """Rows of headings, each with other words than the one before and with people between them."""
    places: list[int] = []
    looked_at = 0
    for place, (_, cells) in enumerate(lines):
        if not _may_head(cells):
            continue
        looked_at += 1
        if looked_at > _MOST_LOOKED_AT:
            break
        if not heading_rows.heads_people(cells):
            continue
        if not places or _begins_anew(lines, places[-1], place):
            places.append(place)
    return places


def _begins_anew(lines: Sequence[Line], before: int, place: int) -> bool:
    """Whether a row like headings is those of a further table, not a person with a telling name ("Tên", "Trang").

    It repeats a heading of the table above or has two that mean nothing else, in another order than there.
    """
    words, above = _words(lines[place][1]), _words(lines[before][1])
    exact = sum(1 for word in words if (meaning := meaning_of(word)) and meaning.exact)
    is_known = exact > 1 or bool(set(words) & set(above))
    return is_known and words != above and _has_data(lines[before + 1 : place])


def _may_head(cells: Sequence[str]) -> bool:
    """Only a few short words: what most rows of data are not."""
    texts = [cell for cell in cells if cell.strip()]
    return len(texts) > 1 and not any(len(text) > _LONGEST_HEADING or "@" in text for text in texts)


def _words(cells: Sequence[str]) -> list[str]:
    return [words_of(cell) for cell in cells if cell.strip()]


def _has_data(lines: Sequence[Line]) -> bool:
    return any(
        heading_rows.is_data(cell.strip()) for _, cells in lines[:50] for cell in cells if cell.strip()
    )


def _first_section(grid: Grid, headings: Headings) -> str:
    """The title above the headings where they are repeated further down below titles of their own."""
    heads = set(_words(headings.texts))
    places = [place for place, (_, cells) in enumerate(grid.lines) if heads and _are_all(cells, heads)]
    titles = [_title(grid.lines, place) if place else "" for place in places[:_MOST_PARTS]]
    return titles[0] if len(titles) > 1 and all(titles) else ""


def _are_all(cells: Sequence[str], heads: Set[str]) -> bool:
    """Whether the cells say all these words and no other; of most rows the first cell tells."""
    return all(words_of(cell) in heads for cell in cells if cell.strip()) and set(_words(cells)) == heads


def _with_title(lines: Sequence[Line], place: int) -> int:
    """Index of the title above a row of headings, or of the row itself."""
    above = lines[place - 1][1]
    return place - 1 if sum(1 for cell in above if cell.strip()) == 1 else place


def _title(lines: Sequence[Line], place: int) -> str:
    above = [cell.strip() for cell in lines[place - 1][1] if cell.strip()]
    return above[0][:60] if len(above) == 1 else ""
