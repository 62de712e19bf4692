"""A sheet with one column a person, as a comparison is laid out: turned into one row a person before it is read."""

from __future__ import annotations

from msgspec.structs import replace

from server.exports.grids import MAX_COLUMNS, Book, Grid, Merge
from server.sheet_import import handles, heading_rows

_MOST_FIELDS = 100


def turned(book: Book) -> Book:
    """The book with such sheets turned; their rows are the columns of the file, A being the first."""
    return replace(book, grids=tuple(_turned(grid) if _lies(grid) else grid for grid in book.grids))


def _lies(grid: Grid) -> bool:
    """Whether the first column holds headings that name creators, and a row of links or @names stands beside it."""
    if not 3 <= len(grid.lines) <= _MOST_FIELDS or heading_rows.find(grid).is_export:
        return False
    first = min((_first(cells) for _, cells in grid.lines), default=0)
    heads = [cells[first].strip() for _, cells in grid.lines if first < len(cells) and cells[first].strip()]
    if not heading_rows.heads_people(heads) or len(set(heads)) < len(heads):
        return False
    return any(_is_row_of_people(grid, number, cells, first) for number, cells in grid.lines)


def _first(cells: list[str]) -> int:
    return next((place for place, cell in enumerate(cells) if cell.strip()), 0)


def _is_row_of_people(grid: Grid, number: int, cells: list[str], first: int) -> bool:
    beside = [
        handles.read(cell, grid.links.get((number, place))).sure
        for place, cell in enumerate(cells)
        if place > first and cell.strip()
    ]
    return len(beside) > 1 and all(beside)


def _turned(grid: Grid) -> Grid:
    rows = [number for number, _ in grid.lines][:MAX_COLUMNS]
    places = {number: place for place, number in enumerate(rows)}
    width = max(len(cells) for _, cells in grid.lines)
    lines = tuple(
        (column + 1, [cells[column] if column < len(cells) else "" for _, cells in grid.lines[:MAX_COLUMNS]])
        for column in range(width)
    )
    return replace(
        grid,
        lines=tuple((number, cells) for number, cells in lines if any(cell.strip() for cell in cells)),
        links={
            (column + 1, places[row]): link for (row, column), link in grid.links.items() if row in places
        },
        merges=tuple(
            Merge(m.left + 1, m.right + 1, places[m.top], places[m.bottom])
            for m in grid.merges
            if m.top in places and m.bottom in places
        ),
        is_turned=True,
    )
