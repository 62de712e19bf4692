"""Backups, and erasing everything."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from server.store.reports import Backup, Wiped


class BackupLimits(Struct, frozen=True, kw_only=True):
    bytes: int
    unpacked_bytes: int


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


class EverythingErased(Struct, frozen=True, kw_only=True):
    erased: Wiped
