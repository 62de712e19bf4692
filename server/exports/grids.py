"""A file as sheets of texts, whatever its kind, and how much one file may hold."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct, field

from server.exports.refused_file import too_large

MAX_ROWS = 12_000
"""Of all sheets of a file together: so many are taken over within two seconds of processor time (test_bombs)."""
MAX_LINES = 100_000
"""Blank ones included."""
MAX_CELLS_A_LINE = 20_000
MAX_COLUMNS = 200
MAX_CELLS = 1_000_000
MAX_CHARACTERS = 16_000_000
"""Of all cells together: one text may stand in many."""
MAX_SECONDS = 1.5
"""Of the processor, for reading one text file's cells."""
MAX_BOOK_SECONDS = 4.0
"""For those of a workbook: 300,000 take 1.4 seconds."""

Line = tuple[int, list[str]]
"""Number as a spreadsheet counts, and cells."""


class Merge(Struct, frozen=True):
    """Cells that are one: rows and places, both ends within; rows count from 1, places from 0."""

    top: int
    bottom: int
    left: int
    right: int


class Grid(Struct, frozen=True):
    """One sheet: its rows that are not blank."""

    name: str
    """ "" for a text file."""
    lines: tuple[Line, ...]
    hidden: bool = False
    links: Mapping[tuple[int, int], str] = field(default_factory=dict)
    """The address behind a cell, by row and place."""
    merges: tuple[Merge, ...] = ()
    is_marked: bool = False
    """Whether the file says that Soi wrote it."""
    is_turned: bool = False
    """Whether its rows are the columns of the file."""


class Book(Struct, frozen=True):
    """All sheets of a file."""

    grids: tuple[Grid, ...]
    encoding: str
    separator: str = ""
    """ "" for a workbook."""


class Budget:
    """What is left of the limits while the sheets of one file are read."""

    def __init__(self, seconds: float = MAX_SECONDS) -> None:
        self._lines = self._rows = self._cells = self._characters = 0
        self._until = time.thread_time() + seconds

    def kept(self, lines: Iterable[Line]) -> Iterator[Line]:
        """The lines that are not blank, without the blanks at their ends. Raises TooLarge."""
        for number, cells in lines:
            self._spend(number, cells)
            while cells and not cells[-1].strip():
                cells.pop()
            if cells:
                self._keep(number, cells)
                yield number, cells

    def _spend(self, number: int, cells: list[str]) -> None:
        self._lines += 1
        self._characters += sum(map(len, cells))
        too_wide = len(cells) > MAX_CELLS_A_LINE
        if self._lines > MAX_LINES or too_wide or self._characters > MAX_CHARACTERS:
            raise too_large("more", row=number)
        if self._lines % 64 == 0 and time.thread_time() > self._until:
            raise too_large("slow", row=number)

    def _keep(self, number: int, cells: list[str]) -> None:
        self._rows += 1
        self._cells += len(cells)
        if self._rows > MAX_ROWS + 50:
            raise too_large("rows", n=MAX_ROWS)
        if self._cells > MAX_CELLS or len(cells) > MAX_COLUMNS:
            raise too_large("row_columns", row=number, n=MAX_COLUMNS)
