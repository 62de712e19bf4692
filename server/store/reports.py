"""What the store says about what it keeps: from what a creator can be judged again, its backups, and what went."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from server.store.records import Ruling


@dataclass(frozen=True, slots=True)
class LatestAudit:
    """From what the creator of an entry can be judged again."""

    username: str
    checked: bool
    """Whether there was any check."""
    audit_id: str | None
    """Of the last check whose audit is kept."""
    rulings: tuple[Ruling, ...]
    standing: dict[str, Any] | None
    """Of the last check."""


@dataclass(frozen=True, slots=True)
class Backup:
    """One automatic backup, named without a path."""

    id: str
    taken_at: datetime
    bytes: int
    entries: int | None
    """Of the list; None where the file does not say, as one of an older version."""


@dataclass(frozen=True, slots=True)
class Restored:
    """The store's content after a restore, and what it was before."""

    entries: int
    before: str | None
    """Id of the backup that was made just before; None where there was nothing to back up."""


@dataclass(frozen=True, slots=True)
class Wiped:
    """What erasing everything removed."""

    entries: int
    creators: int
    visits: int
    backups: int
    devices: int
    """Paired clients that were disconnected with it."""
    still_in: tuple[str, ...] = ()
    """Names beside the store that Soi leaves alone: a folder where a file should be."""
