"""What is written: which entries, which columns, in which language."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, Protocol, get_args

from msgspec import Struct

from server.errors import BadField
from server.exports.columns import COLUMNS, CellValue, Column, ColumnKind, EntryPart
from server.exports.own_columns import own_columns
from server.messages import table as messages
from server.store.records import Entry


class WrittenColumn(Protocol):
    """What a file needs of a column."""

    @property
    def key(self) -> str: ...
    @property
    def kind(self) -> ColumnKind: ...
    @property
    def width(self) -> int: ...
    def heading(self, language: str) -> str: ...


class WrittenTable(Protocol):
    """What a file needs of a table, whatever its rows are."""

    @property
    def columns(self) -> Sequence[WrittenColumn]: ...
    @property
    def language(self) -> str: ...
    @property
    def title(self) -> str:
        """Of the sheet."""

    @property
    def is_list(self) -> bool:
        """Whether an import takes it for the list as it stands."""

    def rows(self) -> Iterator[list[CellValue]]: ...


OWN = "own_fields"
"""The choice of all own fields and days together."""
CHOICES = (*(column.key for column in COLUMNS), OWN)
"""What may be chosen as a column."""


class ExportTable(Struct, frozen=True):
    """A list that is about to be a file; every format writes the same one."""

    columns: tuple[Column, ...]
    entries: tuple[Entry, ...]
    language: str
    """Of the headings, of the words for status, tier and verdict, and of how numbers and days are written."""

    is_list = True

    @property
    def title(self) -> str:
        return messages(self.language)["column.sheet"]

    def headings(self) -> list[str]:
        return [column.heading(self.language) for column in self.columns]

    def rows(self) -> Iterator[list[CellValue]]:
        of_entry, of_visit, of_price = (self._reading(part) for part in get_args(EntryPart))
        for entry in self.entries:
            cells: list[CellValue] = [None] * len(self.columns)
            read = ((entry, of_entry), (entry.last_check, of_visit), (entry.price_asked, of_price))
            for part, columns in read:
                if part is not None:
                    for place, value in columns:
                        cells[place] = value(part, self.language)
            yield cells

    def _reading(self, part: EntryPart) -> list[tuple[int, Callable[[Any, str], CellValue]]]:
        """Place and reader of the columns of one part: of an entry without it none of them is asked."""
        return [(place, column.value) for place, column in enumerate(self.columns) if column.of == part]


def table_of(entries: Iterable[Entry], language: str, chosen: Sequence[str] | None = None) -> ExportTable:
    """All columns, or those that are chosen, in that order; user names always come with them.

    Raises BadField for a column that there is not.
    """
    kept = tuple(entries)
    unknown = [key for key in chosen or () if key not in CHOICES]
    if unknown:
        raise BadField(f"columns: {unknown[0]!r} is not one of {', '.join(CHOICES)}.")
    if chosen is None:
        return ExportTable((*COLUMNS, *own_columns(kept)), kept, language)
    keys = dict.fromkeys(chosen if "username" in chosen else ("username", *chosen))
    known = {column.key: (column,) for column in COLUMNS}
    own = own_columns(kept) if OWN in keys else ()
    return ExportTable(tuple(c for key in keys for c in known.get(key, own)), kept, language)
