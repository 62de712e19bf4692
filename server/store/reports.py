"""What the store says about what it keeps: from what a creator can be judged again, its backups, and what went."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from msgspec import Struct

from server.money import Price
from server.store.records import Creator, Entry, Ruling, Visit


class LatestAudit(Struct, frozen=True):
    """From what the creator of an entry can be judged again."""

    username: str
    checked: bool
    """Whether there was any check."""
    audit_id: str | None
    """Of the last check whose audit is kept."""
    rulings: tuple[Ruling, ...]
    verdict_inputs: dict[str, Any] | None
    """Of the last check."""
    price_asked: Price | None
    """Of the entry as it is now."""


class LastSeen(Struct, frozen=True):
    """Somebody who is known, with the visit whose verdict stands; None before the first one."""

    creator: Creator
    visit: Visit | None


class Looked(Struct, frozen=True):
    """The last check of a creator, who need not be on the list."""

    visit: Visit
    inputs: dict[str, Any] | None
    """What it left for later judging."""
    price_asked: Price | None


class Rescorable(Struct, frozen=True):
    """The check of a creator whose verdict stands, as it can be judged anew."""

    creator: int
    visit_id: int
    """Where it lies, to be found again when the new score is kept."""
    username: str
    visit: Visit
    columns: str | None
    """What the model was asked about, packed; None of a version that kept none."""
    rulings: tuple[Ruling, ...]
    verdict_inputs: dict[str, Any] | None
    """What the verdict was given on; None where what is kept is of another check."""
    price_asked: Price | None
    """Of the entry as it is now."""


class Rescored(Struct, frozen=True):
    """A new score of a check, as handed to the store."""

    creator: int
    visit_id: int
    audit_id: str | None
    """Of the check that was judged anew: a later one stands as it is."""
    suspicion: tuple[float, float, float]
    verdict: str
    trust_word: str | None
    model_version: str
    verdict_inputs: dict[str, Any]


class LastLooks(Struct, frozen=True):
    """The last two dated visits of a creator on the list, by their own time."""

    entry: Entry
    last: Visit | None
    before: Visit | None


class Backup(Struct, frozen=True):
    """One automatic backup, named without a path."""

    id: str
    taken_at: datetime
    bytes: int
    entries: int | None
    """Of the list; None where the file does not say, as one of an older version."""


class Restored(Struct, frozen=True):
    """The store's content after a restore, and what it was before."""

    entries: int
    before: str | None
    """Id of the backup that was made just before; None where there was nothing to back up."""


class Wiped(Struct, frozen=True):
    """What erasing everything removed."""

    entries: int
    creators: int
    visits: int
    backups: int
    devices: int
    """Paired clients that were disconnected with it."""
    still_in: tuple[str, ...] = ()
    """Names beside the store that Soi leaves alone: a folder where a file should be."""


class Erased(Struct, frozen=True):
    """What an erase removed, and what it cannot reach."""

    usernames: tuple[str, ...]
    """Every handle that was known, current one first; empty if nothing was known."""
    visits: int
    audits: int
    backups: int
    """Automatic backups that were rewritten."""
    still_in: tuple[str, ...] = ()
    """File names beside the store (damaged files set aside) that may still hold the creator."""


class Notice(Struct, frozen=True):
    """The store's own trouble, to be shown until it is dismissed or a backup is restored."""

    code: str
    """``db_set_aside``: damaged files. ``db_not_whole``: rows that lead nowhere, found before a backup."""
    at: datetime
    files: tuple[str, ...]
    """Names of the files that were set aside, unchanged."""
    recovered: int
    """Entries that could still be read and are in the store now."""
    backup: str | None = None
    """Path of the newest whole backup, to restore from."""
    backup_entries: int | None = None
    backup_id: str | None = None
    """The same backup by its id."""
    backup_taken_at: datetime | None = None
    missing: int = 0
    """Rows of all tables that could not be read, as far as the files tell."""
    loose: int = 0
    """Rows that could be read and were left out, because they led nowhere or held what was never written."""


class Stats(Struct, frozen=True):
    """Sizes, for `soi doctor` and the settings page."""

    creators: int
    entries: int
    visits: int
    audits: int
    devices: int
    sequence: int
    bytes_on_disk: int
    backups: tuple[str, ...] = ()
    """Paths of the automatic backups, newest first."""
    writable: bool = True
