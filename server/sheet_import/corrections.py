"""Cells that a person has put right in the preview: the file is read as if they had stood there."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec.structs import replace

from server.exports.grids import MAX_COLUMNS, Book, Grid, Line
from server.sheet_import.choices import Corrections
from server.sheet_import.columns import letters_of

_PLACES = {letters_of(place): place for place in range(MAX_COLUMNS)}


def is_place(row: str, letters: str) -> bool:
    """Whether a row and a column as they come in a request may be corrected."""
    return row.isascii() and row.isdigit() and len(row) < 8 and letters in _PLACES


def corrected(book: Book, corrections: Corrections) -> Book:
    """The book with those cells; a link behind one of them is no longer there. Rows that there are not stay so."""
    return replace(book, grids=tuple(_grid(grid, corrections.get(grid.name, {})) for grid in book.grids))


def _grid(grid: Grid, rows: Mapping[int, Mapping[str, str]]) -> Grid:
    if not rows:
        return grid
    touched = {(row, _PLACES[letters]) for row, cells in rows.items() for letters in cells}
    return replace(
        grid,
        lines=tuple(_line(line, rows[line[0]]) if line[0] in rows else line for line in grid.lines),
        links={place: link for place, link in grid.links.items() if place not in touched},
    )


def _line(line: Line, texts: Mapping[str, str]) -> Line:
    number, cells = line[0], list(line[1])
    for letters, text in texts.items():
        place = _PLACES[letters]
        cells += [""] * (place + 1 - len(cells))
        cells[place] = text
    return number, cells
