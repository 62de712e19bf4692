"""What is done to the list, by whom, and what came of it, as frozen records."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Literal

from msgspec import Struct

from server.store.records import Entry, EntryChanges, Saved

BIN_TIME = timedelta(days=30)
"""How long what was taken off the list can be brought back."""

ActorKind = Literal["browser", "script", "session", "command"]
"""An extension, a program with a token, the Soi page, this machine's command line."""


class Actor(Struct, frozen=True):
    """Who changed something."""

    kind: ActorKind
    name: str | None = None
    """The member's name, else what the person calls the browser or script, where it has a name."""
    is_member: bool = False
    """Whether ``name`` is a member's."""


COMMAND_LINE = Actor("command")
"""Whoever opens the store without a server: the owner of the folder."""


class RemovedEntry(Struct, frozen=True):
    """An entry that was taken off the list, as it was."""

    entry: Entry
    removed_at: datetime
    gone_at: datetime
    """Until then it can be brought back."""


ActivityKind = Literal[
    "saved", "changed", "removed", "restored", "imported", "merged", "bulk", "undone", "emptied", "erased"
]


class Deed(Struct, frozen=True):
    """What is done to the list, by whom and when."""

    what: ActivityKind
    by: Actor
    at: datetime


class ActivityRow(Struct, frozen=True):
    """Something that somebody did to the list."""

    id: int
    at: datetime
    by: Actor
    what: ActivityKind
    n: int
    """Creators concerned."""
    usernames: tuple[str, ...]
    """The first of them."""
    fields: tuple[str, ...]
    values: Mapping[str, tuple[str, ...]]
    """What short fields were set to, ``tags_added`` and ``tags_removed`` too."""
    undo_until: datetime | None
    """None: it cannot be taken back, or has been already."""


class BulkRow(Struct, frozen=True):
    """An entry to change; ``version``: the one it must still be at."""

    username: str
    version: int | None = None


class BulkChange(Struct, frozen=True):
    """What is done to many entries at once."""

    changes: EntryChanges
    add_tags: tuple[str, ...] = ()
    remove_tags: tuple[str, ...] = ()
    remove: bool = False


class SavedRow(Struct, frozen=True):
    """An entry that was changed, and the version that it came to."""

    username: str
    version: int


class BulkSaved(Struct, frozen=True):
    """What a change of many entries did; ``activity`` undoes all of it, None where nothing had to change."""

    activity: int | None
    changed: int
    same: int
    saved: tuple[SavedRow, ...]


class BinRestored(Struct, frozen=True):
    """Who came back from the bin, and who was not in it."""

    activity: int | None
    saved: tuple[SavedRow, ...]
    missing: tuple[str, ...]


class EntriesUndone(Struct, frozen=True):
    """Whose change was taken back, and who has been changed again since."""

    undone: tuple[str, ...]
    kept: tuple[str, ...]


class Imported(Struct, frozen=True):
    """What an import did, row by row; ``activity`` undoes all of it, None where nothing was changed."""

    rows: tuple[Saved, ...]
    activity: int | None


class Standing(Struct, frozen=True):
    """How far things are with one creator of the list: what counts are made of, without the rest of the entry."""

    username: str
    status: str
    status_at: datetime
    reject_reason: str | None
    verdict: str | None
    """Of the last check."""
