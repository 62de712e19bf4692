"""The shortlist, prices as they are read, and the import of a list."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal

from msgspec import UNSET, Struct, UnsetType

from server.messages import Text
from server.money import Price
from server.sheet_import.remarks import RemarkCode
from server.store.list_records import (  # noqa: F401 - three are answered as they are
    ActivityRow,
    BinRestored,
    BulkSaved,
    EntriesUndone,
    RemovedEntry,
    SavedRow,
)
from server.store.records import (
    Entry,
)


class ListActivity(Struct, frozen=True, kw_only=True):
    activity: tuple[ActivityRow, ...]
    total: int


class BinAnswer(Struct, frozen=True, kw_only=True):
    removed: tuple[RemovedEntry, ...]
    total: int


class BinEmptied(Struct, frozen=True, kw_only=True):
    emptied: int


class EntriesAnswer(Struct, frozen=True, kw_only=True):
    entries: tuple[Entry, ...]
    total: int


class ShownPrice(Price, frozen=True, kw_only=True):
    """A price with the words in which it is echoed."""

    shown: Text


class PriceRead(Struct, frozen=True, kw_only=True):
    """What a text says as a price."""

    price: ShownPrice | None
    others: tuple[ShownPrice, ...]
    kept_as_text: bool


class ImportLine(Struct, frozen=True, kw_only=True):
    """A row of a sheet, and whom it names."""

    sheet: str
    row: int
    username: str


class DroppedCell(ImportLine, frozen=True, kw_only=True):
    field: str


class DifferingValue(ImportLine, frozen=True, kw_only=True):
    """A value that is not taken, because an earlier row or the list has another one."""

    kept_from: Literal["list", "file"]
    field: str
    kept: str
    other: str


class PreviewedCreator(ImportLine, frozen=True, kw_only=True):
    """A creator as it will be saved."""

    platform: str
    profile_id: str | None
    added_at: datetime | None
    values: dict[str, Any]


class AskedPrice(ImportLine, frozen=True, kw_only=True):
    """A price that may mean something else."""

    column: str
    text: str
    price: ShownPrice | None
    others: tuple[ShownPrice, ...]
    kept_as_text: bool


class CellRemark(Struct, frozen=True, kw_only=True):
    """What the import has to say of a cell or a row."""

    sheet: str
    row: int
    column: str
    heading: str
    code: RemarkCode
    value: str
    text: str
    reason: Text


class KeptAsText(Struct, frozen=True, kw_only=True):
    """A cell of which only the words are kept; a price has neither heading nor reason."""

    sheet: str
    row: int
    username: str
    column: str
    text: str
    heading: str | UnsetType = UNSET
    code: RemarkCode | UnsetType = UNSET
    value: str | UnsetType = UNSET
    reason: Text | UnsetType = UNSET


class BadRow(Struct, frozen=True, kw_only=True):
    row: int
    code: RemarkCode
    message: str


class PassedRow(Struct, frozen=True, kw_only=True):
    """A total, a repeated heading, a remark: nobody is named."""

    sheet: str
    row: int
    kind: str
    text: str


class ReadSheet(Struct, frozen=True, kw_only=True):
    name: str
    hidden: bool
    read: bool
    asked: bool
    """Whether a person has to say which of its columns names creators."""
    turned: bool
    """Whether each column of the file is a row here: one person a column."""
    heading_row: int | None
    remembered: bool
    rows: int
    people: int


class MappedColumn(Struct, frozen=True, kw_only=True):
    """A column by its letters and what it was taken for; ``by``: what says so."""

    sheet: str
    column: str
    heading: str
    meaning: str
    platform: str | None
    by: str
    samples: tuple[str, ...]


class ImportAnswer(Struct, frozen=True, kw_only=True):
    """What of a file was, or would be, taken."""

    dry_run: bool
    rows: int
    new: tuple[ImportLine, ...]
    duplicates: tuple[ImportLine, ...]
    repeated: tuple[ImportLine, ...]
    left_out: tuple[CellRemark, ...]
    bad: tuple[BadRow, ...]
    differing: tuple[DifferingValue, ...]
    dropped: tuple[DroppedCell, ...]
    kept_as_text: tuple[KeptAsText, ...]
    asked: tuple[AskedPrice, ...]
    passed_over: tuple[PassedRow, ...]
    sheets: tuple[ReadSheet, ...]
    mapping: tuple[MappedColumn, ...]
    preview: tuple[PreviewedCreator, ...]
    saved: tuple[SavedRow, ...]
    activity: int | None
    encoding: str | None
    separator: str | None
    ignored_columns: tuple[str, ...]
