"""What an import reads from a file of any kind: known columns by their headings, rows numbered as a spreadsheet does."""

from __future__ import annotations

from dataclasses import dataclass

from server.errors import BadFile
from server.exports.columns import headings, normal

MAX_ROWS = 20_000


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the file: known columns only, blank cells left out."""

    number: int
    """As a spreadsheet counts: the headings are row 1."""
    cells: dict[str, str]


@dataclass(frozen=True, slots=True)
class Sheet:
    """What the file held."""

    rows: tuple[Row, ...]
    encoding: str
    separator: str
    """"" for a workbook."""
    ignored: tuple[str, ...]
    """Headings that no column has."""


@dataclass(frozen=True, slots=True)
class Header:
    """The first row, understood."""

    keys: tuple[str | None, ...]
    """The column's key at each place; None for a heading that is not known."""
    ignored: tuple[str, ...]

    @classmethod
    def of(cls, first: list[str]) -> Header:
        """Raises BadFile for two columns of one meaning, or none with user names."""
        known = headings()
        keys = tuple(known.get(normal(cell)) for cell in first)
        used = [key for key in keys if key is not None]
        if len(set(used)) != len(used):
            raise BadFile("Row 1: two columns have the same heading.")
        if "username" not in used:
            raise BadFile("Row 1: there is no column with user names.")
        ignored = tuple(cell for cell, key in zip(first, keys, strict=True) if key is None and cell.strip())
        return cls(keys, ignored)

    def row(self, number: int, cells: list[str]) -> Row | None:
        """One row, None where it is blank. Raises BadFile for a cell that no heading stands above."""
        if any(cell.strip() for cell in cells[len(self.keys) :]):
            raise BadFile(f"Row {number}: more cells than headings.")
        named = zip(self.keys, cells, strict=False)
        known = {key: cell for key, cell in named if key is not None and cell.strip()}
        return Row(number, known) if any(cell.strip() for cell in cells) else None
