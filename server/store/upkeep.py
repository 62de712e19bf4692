"""The part of the embedded store's Repository that is about the store, not about creators."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

from server.store.changes import ChangeLog
from server.store.documents import AUDITS, CREATORS, DEVICES, LISTED, NOTICES, VISITS, notice_of
from server.store.embedded import ONLY, EmbeddedDatabase
from server.store.reports import Backup, Notice, Restored, Stats, Wiped
from server.store.storage import JournalStorage


class Upkeep:
    """What each method promises stands in ``Repository``."""

    _base: EmbeddedDatabase
    _storage: JournalStorage
    _changes: ChangeLog
    _seen: dict[str, datetime]

    def backup(self, file: Path) -> None:
        self._base.backup(file)

    def backups(self) -> tuple[Backup, ...]:
        return self._base.kept_backups()

    def keep_backup(self) -> tuple[Backup, bool]:
        return self._base.keep_backup()

    def backup_file(self, backup_id: str) -> bytes:
        return self._base.backup_file(backup_id)

    def restore(self, source: Path | str | bytes) -> Restored:
        restored = self._base.restore(source)
        self._changes.reset()
        return restored

    def wipe(self, *, keep_devices: bool) -> Wiped:
        wiped = self._base.wipe(keep_devices=keep_devices)
        self._changes.reset()
        if not keep_devices:
            self._seen.clear()
        return wiped

    def notice(self) -> Notice | None:
        with self._storage.reading() as memory:
            document = memory.get(NOTICES, ONLY)
        return notice_of(document) if document else None

    def dismiss_notice(self) -> None:
        self._base.dismiss_notice()

    def loose(self) -> Mapping[str, int]:
        return self._base.loose()

    def stats(self) -> Stats:
        tables = (CREATORS, LISTED, VISITS, AUDITS, DEVICES)
        with self._storage.reading() as memory:
            creators, entries, visits, audits, devices = (len(memory.tables.get(t, ())) for t in tables)
        backups = tuple(str(path) for path in self._base.backups.paths())
        return Stats(
            creators=creators,
            entries=entries,
            visits=visits,
            audits=audits,
            devices=devices,
            sequence=self._storage.sequence,
            bytes_on_disk=self._base.size(),
            backups=backups,
            writable=self._storage.writable,
        )

    def compact(self) -> None:
        """Fold the journal into a new snapshot now; it happens by itself when the journal has grown."""
        self._storage.compact()
