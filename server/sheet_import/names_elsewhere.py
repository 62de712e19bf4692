"""Names on one sheet, their links on another: people are found by what they are called, where that is one person."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol

from server.exports.grids import Grid
from server.sheet_import import people
from server.sheet_import.columns import SheetColumn
from server.sheet_import.headings import HANDLE
from server.sheet_import.people import Whom
from server.sheet_import.sheet_rows import rows_of
from server.sheet_import.words import names_nobody, words_of

_LEAST_FOUND = 0.5
"""Share of a table's names that have to stand in another table."""


class NamedPart(Protocol):
    """One table of a sheet, as ``reading`` has it."""

    grid: Grid
    columns: tuple[SheetColumn, ...]
    first: int
    by_name: Mapping[str, tuple[str, ...]]


def find(parts: Sequence[NamedPart]) -> None:
    """Give each table of names without links the user names that the others have for them."""
    lacking = [part for part in parts if not _has(part, HANDLE) and _has(part, "full_name")]
    telling = [part for part in parts if _has(part, HANDLE) and _has(part, "full_name")]
    if not lacking or not telling:
        return
    known = _known(telling)
    for part in lacking:
        names = [name for _, cells in part.grid.lines[part.first :] if (name := _name(part, cells))]
        if names and sum(name in known for name in names) >= len(names) * _LEAST_FOUND:
            part.by_name = known


def whom(part: NamedPart, cells: Sequence[str]) -> Whom | None:
    """The creator of a row by name; None where nobody or several are called so."""
    usernames = part.by_name.get(_name(part, cells))
    return Whom(usernames) if usernames else None


def _has(part: NamedPart, meaning: str) -> bool:
    return any(column.meaning == meaning for column in part.columns)


def _name(part: NamedPart, cells: Sequence[str]) -> str:
    place = next(column.place for column in part.columns if column.meaning == "full_name")
    cell = cells[place] if place < len(cells) else ""
    return "" if names_nobody(cell) else words_of(cell[:100])


def _known(parts: Sequence[NamedPart]) -> dict[str, tuple[str, ...]]:
    """User names by name, of people of whose name there is only one."""
    found: dict[str, tuple[str, ...] | None] = {}
    for part in parts:
        for row in rows_of(part.grid, part.first, part.columns):
            name = _name(part, row.cells)
            usernames = people.whom(part.columns, row.cells, row.links).usernames if name else ()
            if usernames:
                found[name] = usernames if found.get(name, usernames) == usernames else None
    return {name: usernames for name, usernames in found.items() if usernames}
