"""A whole file: which sheets hold people, who they are, what was read of each, and what is said of the rest."""

from __future__ import annotations

import re
import time
from collections.abc import Mapping
from typing import Any

from msgspec import Struct, field

from server.errors import BadFile
from server.exports.grids import Book, Grid
from server.exports.refused_file import bad_file, too_large
from server.messages import Text, text
from server.sheet_import import cell_parts, heading_rows, names_elsewhere, platforms, statuses
from server.sheet_import.choices import ImportChoice
from server.sheet_import.columns import SheetColumn, columns_of, letters_of
from server.sheet_import.heading_rows import Headings
from server.sheet_import.headings import HANDLE, MEASURED
from server.sheet_import.people import Whom, whom
from server.sheet_import.remarks import CellPlace, Remark
from server.sheet_import.row_values import Values, finish
from server.sheet_import.sheet_parts import parts_of
from server.sheet_import.sheet_rows import SheetRow, rows_of
from server.sheet_import.values import values_of
from server.sheet_import.words import fold

MAX_SECONDS = 20.0
"""Of the processor, for understanding one file: far above what the largest list needs."""
_SAYS_NOTHING = re.compile(
    r"sheet|trang tinh|danh sach|\blist\b|\bkol|\bkoc|creator|influencer|data|backup|copy|ban sao|tong|total|summary|thang|month|^\W*\d"
)
"""Names of sheets, folded, that say nothing of the people in them."""


class Person(Struct, frozen=True):
    """One creator of one row."""

    username: str
    values: Values


class ReadPart(Struct):
    """One table of a sheet, with what its columns are."""

    grid: Grid
    columns: tuple[SheetColumn, ...]
    first: int
    """Index of its first line of data."""
    title: str = ""
    by_name: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """User names by the folded name of people, where they stand in another table of the file."""

    @property
    def names_creators(self) -> bool:
        return bool(self.by_name) or any(column.meaning == HANDLE for column in self.columns)


class SheetTable(Struct):
    """What one sheet gave."""

    grid: Grid
    columns: tuple[SheetColumn, ...]
    heading_row: int | None
    parts: tuple[ReadPart, ...] = ()
    """Its tables, beside or below each other; mostly one."""
    people: list[Person] = field(default_factory=list)
    left_out: list[Remark] = field(default_factory=list)
    passed_over: list[dict[str, Any]] = field(default_factory=list)
    is_read: bool = False
    is_asked: bool = False
    """Whether a person has to say which of its columns names creators."""
    n_rows: int = 0
    signature: str = ""
    """Of the headings."""
    is_remembered: bool = False
    """Whether its columns were read as somebody said of an earlier sheet with these headings."""
    tag: str = ""
    """The sheet's name, where it parts the people of several sheets."""

    def to_json(self) -> dict[str, Any]:
        return {
            "name": self.grid.name,
            "hidden": self.grid.hidden,
            "read": self.is_read,
            "asked": self.is_asked,
            "turned": self.grid.is_turned,
            "heading_row": self.heading_row,
            "remembered": self.is_remembered,
            "rows": len(self.grid.lines),
            "people": len(self.people),
        }


def read(book: Book, choice: ImportChoice, currency: str, *, may_ask: bool = False) -> list[SheetTable]:
    """The sheets in their order; where a person can be asked (``may_ask``), those without a column of names are marked so.

    Raises BadFile where no sheet names anybody and nobody can be asked, TooLarge where it takes too long.
    """
    until = time.thread_time() + MAX_SECONDS
    tables = [_table(grid, choice) for grid in book.grids]
    if not any(grid.lines for grid in book.grids):
        raise bad_file("empty")
    names_elsewhere.find([part for table in tables for part in table.parts])
    chosen = [table for table in tables if _is_chosen(table, choice)]
    for table in chosen:
        name = table.grid.name.strip()
        table.tag = name[:60] if len(chosen) > 1 and not _SAYS_NOTHING.search(fold(name)) else ""
        _read_rows(table, currency, until)
    if may_ask:
        _mark_asked(tables, choice)
    if not any(table.is_read or table.is_asked for table in tables):
        raise _nobody(tables)
    return tables


def _mark_asked(tables: list[SheetTable], choice: ImportChoice) -> None:
    """Sheets that were chosen, or all that are visible where no sheet names anybody; one line is no list."""
    lists = [table for table in tables if not table.is_read and len(table.grid.lines) > 1]
    if choice.sheets is not None:
        wanted = [table for table in lists if table.grid.name in choice.sheets]
    elif any(table.is_read for table in tables):
        wanted = []
    else:
        wanted = [table for table in lists if not table.grid.hidden] or lists
    for table in wanted:
        table.is_asked = True


def _table(grid: Grid, choice: ImportChoice) -> SheetTable:
    found = parts_of(grid)
    headings = [heading_rows.find(part.grid) for part in found]
    signature, given = headings[0].signature(), choice.given(grid.name)
    chosen = choice.remembered.get(signature, {}) if given is None else given
    columns: dict[int, SheetColumn] = {}
    parts = []
    for part, head in zip(found, headings, strict=True):
        own = columns_of(part.grid, head, _for_part(chosen, columns, head), choice.language)
        parts.append(ReadPart(part.grid, own, head.first, part.title))
        columns = {column.place: column for column in own} | columns
    table = SheetTable(
        grid, tuple(columns[place] for place in sorted(columns)), headings[0].row, tuple(parts)
    )
    table.signature, table.is_remembered = signature, given is None and bool(chosen)
    return table


def _for_part(
    chosen: Mapping[str, str], before: Mapping[int, SheetColumn], headings: Headings
) -> Mapping[str, str]:
    """The choices for a further table: not those for a column that is called otherwise in a table above."""
    others = {
        letters_of(place)
        for place, column in before.items()
        if place < len(headings.texts) and headings.texts[place] != column.heading
    }
    return {letters: meaning for letters, meaning in chosen.items() if letters not in others}


def _is_chosen(table: SheetTable, choice: ImportChoice) -> bool:
    has_people = any(part.names_creators for part in table.parts)
    if choice.sheets is not None:
        return table.grid.name in choice.sheets and has_people
    return has_people and not table.grid.hidden


def _read_rows(table: SheetTable, currency: str, until: float) -> None:
    table.is_read = True
    for part in table.parts:
        for row in rows_of(part.grid, part.first, part.columns):
            table.n_rows += 1
            if row.kind == "person":
                _take(table, part, row, currency)
            else:
                table.passed_over.append(row.to_json(table.grid.name))
            if table.n_rows % 64 == 0 and time.thread_time() > until:
                raise too_large("slow", row=row.number)


def _take(table: SheetTable, part: ReadPart, row: SheetRow, currency: str) -> None:
    section = row.section or part.title
    around = platforms.named(section) or platforms.called_after(table.grid.name)
    found = whom(part.columns, row.cells, row.links, around)
    if found.failed and part.by_name:
        found = names_elsewhere.whom(part, row.cells) or found
    if found.failed:
        table.left_out.append(_left_out(table, row, found))
        return
    for username in found.usernames:
        values = values_of(table.grid.name, row.number, part.columns, row.cells, currency)
        if "status" not in values.changes and (status := statuses.of_sheet(table.grid.name)):
            values.changes |= {"status": status, "stage": table.grid.name.strip()[:100]}
        if found.full_name:
            values.changes.setdefault("full_name", found.full_name)
        if found.text and len(found.usernames) == 1:
            cell_parts.take(values, found.text, currency)
        values.extra = {**found.extra, **values.extra}
        values.tags += [tag for tag in (section, table.tag) if tag]
        finish(values)
        table.people.append(Person(username, values))
    if len(found.usernames) > 1:
        place = CellPlace(table.grid.name, row.number)
        table.people[-1].values.remarks.append(Remark(place, "many_names", ", ".join(found.usernames)))


def _left_out(table: SheetTable, row: SheetRow, found: Whom) -> Remark:
    assert found.failed is not None  # noqa: S101 - the caller looked
    code, letters, value = found.failed
    if code == "no_name":
        value = next((cell for cell in row.cells if cell.strip() and not cell.strip().isdigit()), "")
    heading = (
        next((c.heading for c in table.columns if c.to_json("")["column"] == letters), "") if letters else ""
    )
    return Remark(CellPlace(table.grid.name, row.number, letters, heading), code, value)


def _nobody(tables: list[SheetTable]) -> BadFile:
    first = next((table for table in tables if table.grid.lines), tables[0])
    row = first.heading_row or first.grid.lines[0][0]
    names = ", ".join(f'"{table.grid.name}"' for table in tables if table.grid.name)
    words = text("file.no_names", row=row, looked="{looked}")
    looked = text("file.looked", names=names) if names else Text("", "")
    both = Text(words.en.replace("{looked}", looked.en), words.vi.replace("{looked}", looked.vi))
    return BadFile(both.en, {"reason": both.to_json()})


def ignored(table: SheetTable) -> list[str]:
    """The headings of columns that nothing is taken of, though they have something in them."""
    return [
        column.heading
        for column in table.columns
        if column.meaning in (MEASURED, "ignored") and column.kinds.n
    ]
