"""Backups, and erasing everything."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from server.store.list_records import (
    SavedRow,
)
from server.store.reports import Backup, Wiped


class BackupLimits(Struct, frozen=True, kw_only=True):
    bytes: int
    unpacked_bytes: int
    sent_bytes: int
    """Of a file that is sent in pieces."""


class BackupsAnswer(Struct, frozen=True, kw_only=True):
    backups: tuple[Backup, ...]
    limits: BackupLimits


class BackupWritten(Struct, frozen=True, kw_only=True):
    state: Literal["written"]


class RestoreDone(Struct, frozen=True, kw_only=True):
    """``before`` is the backup of what was there."""

    state: Literal["restored"]
    entries: int
    before: str | None


class UploadAnswer(Struct, frozen=True, kw_only=True):
    """A file on its way: ``received`` of its ``bytes`` are here."""

    id: str
    bytes: int
    received: int
    piece_bytes: int
    """What to send at once."""


class MergeDifference(Struct, frozen=True, kw_only=True):
    """A value of the backup that is not taken, because the list has another one."""

    username: str
    field: str
    kept: str
    other: str


class MergeAnswer(Struct, frozen=True, kw_only=True):
    """What of a backup's list was, or would be, added."""

    dry_run: bool
    entries: int
    new: tuple[str, ...]
    merged: tuple[str, ...]
    same: int
    differing: tuple[MergeDifference, ...]
    saved: tuple[SavedRow, ...]
    activity: int | None


class EverythingErased(Struct, frozen=True, kw_only=True):
    erased: Wiped
