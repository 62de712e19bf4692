"""What an import reads from a file of any kind: known columns by their headings, rows numbered as a spreadsheet does."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from server.errors import BadFile, TooLarge
from server.exports.columns import headings, is_own_heading, normal

MAX_ROWS = 20_000
MAX_ABOVE = 10
"""Rows of titles above the headings."""
MAX_HEADING = 100
MAX_LINES = 100_000
"""Blank ones and those above the headings included."""
MAX_CELLS_A_LINE = 20_000
MAX_CHARACTERS = 16_000_000
"""Of all cells together: one text may stand in many."""
MAX_SECONDS = 2.0
"""Of the processor, for the rows of one file."""


@dataclass(frozen=True, slots=True)
class SheetRow:
    """One line of the file: known columns only, blank cells left out."""

    number: int
    """As a spreadsheet counts: its first row is row 1."""
    cells: dict[str, str]


@dataclass(frozen=True, slots=True)
class Sheet:
    """What the file held."""

    rows: tuple[SheetRow, ...]
    encoding: str
    separator: str
    """"" for a workbook."""
    ignored: tuple[str, ...]
    """Headings that no column has."""


@dataclass(frozen=True, slots=True)
class SheetHeader:
    """The row of headings, understood."""

    keys: tuple[str | None, ...]
    """The column's key at each place; None for a heading that is not known."""
    ignored: tuple[str, ...]

    @classmethod
    def find(cls, rows: Iterator[tuple[int, list[str]]]) -> SheetHeader:
        """The headings, and ``rows`` behind them: a title or a row of groups may stand above.

        A row with user names and another known heading is believed anywhere near the top; one with user names alone
        only where nothing but titles stands above it, else a row of data could be taken for it. Raises BadFile.
        """
        first, only_titles = None, True
        for number, cells in islice(rows, MAX_ABOVE + 1):
            if len(cells) > MAX_CELLS_A_LINE:
                raise TooLarge(f"Row {number}: a row has at most {MAX_CELLS_A_LINE} cells.")
            first = first or number
            known = {key for cell in cells if (key := _key(cell))}
            if "username" in known and (only_titles or len(known) > 1):
                return cls.of(number, cells)
            only_titles = only_titles and sum(1 for cell in cells if cell.strip()) <= 1
        if first is None:
            raise BadFile("The file is empty.")
        raise BadFile(f"Row {first}: there is no column with user names.")

    @classmethod
    def of(cls, number: int, cells: list[str]) -> SheetHeader:
        """Raises BadFile for two columns of one meaning; of a user name and a link to it the user name counts."""
        keys = [_key(cell) for cell in cells]
        names = [place for place, key in enumerate(keys) if key == "username"]
        if len({normal(cells[place]) for place in names}) == len(names) > 1:
            own = next((place for place in names if is_own_heading("username", cells[place])), names[0])
            keys = [None if key == "username" and place != own else key for place, key in enumerate(keys)]
        used = [key for key in keys if key is not None]
        if len(set(used)) != len(used):
            raise BadFile(f"Row {number}: two columns have the same heading.")
        ignored = tuple(cell for cell, key in zip(cells, keys, strict=True) if key is None and cell.strip())
        return cls(tuple(keys), ignored)

    def rows(self, lines: Iterator[tuple[int, list[str]]]) -> tuple[SheetRow, ...]:
        """The rows that are not blank. Raises BadFile, and TooLarge beyond the limit."""
        found: list[SheetRow] = []
        for number, cells in _bounded(lines):
            row = self.row(number, cells)
            found += [row] if row else []
            if len(found) > MAX_ROWS:
                raise TooLarge(f"A file has at most {MAX_ROWS} rows.")
        return tuple(found)

    def row(self, number: int, cells: list[str]) -> SheetRow | None:
        """One row, None where it is blank. Raises BadFile for a cell that no heading stands above."""
        if any(cell.strip() for cell in cells[len(self.keys) :]):
            raise BadFile(f"Row {number}: more cells than headings.")
        named = zip(self.keys, cells, strict=False)
        known = {key: cell for key, cell in named if key is not None and cell.strip()}
        return SheetRow(number, known) if any(cell.strip() for cell in cells) else None


def _bounded(lines: Iterator[tuple[int, list[str]]]) -> Iterator[tuple[int, list[str]]]:
    """The lines, as long as they stay within what a list can be. Raises TooLarge."""
    characters, until = 0, time.thread_time() + MAX_SECONDS
    for count, (number, cells) in enumerate(lines, start=1):
        characters += sum(map(len, cells))
        if count > MAX_LINES or len(cells) > MAX_CELLS_A_LINE or characters > MAX_CHARACTERS:
            raise TooLarge(f"Row {number}: the file holds more than a list can be.")
        if count % 64 == 0 and time.thread_time() > until:
            raise TooLarge(f"Row {number}: reading the file took too long. Import it in parts.")
        yield number, cells


def _key(heading: str) -> str | None:
    return headings().get(normal(heading)) if len(heading) <= MAX_HEADING else None
