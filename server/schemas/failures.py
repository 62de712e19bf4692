"""What every refusal says."""

from __future__ import annotations

from msgspec import Struct

from server.errors import Failure
from server.store.records import Entry


class Refusal(Struct, frozen=True, kw_only=True):
    """An error, in plain words."""

    error: Failure


class StaleEntry(Struct, frozen=True, kw_only=True):
    """``version`` null: it is no longer on the list."""

    username: str
    version: int | None


class BulkRefused(Struct, frozen=True, kw_only=True):
    """Some entries were changed or removed meanwhile; nothing was done."""

    error: Failure
    conflicts: tuple[StaleEntry, ...]


class EntryConflict(Struct, frozen=True, kw_only=True):
    """Somebody else was first; the entry as it is now."""

    error: Failure
    current: Entry
