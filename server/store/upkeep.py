"""What is about a store as a whole, whatever keeps its documents: its backups, restoring, erasing, notices, sizes."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Iterable, Mapping
from contextlib import AbstractContextManager, nullcontext
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, Protocol, TypeVar

from server.errors import BadFile, Duplicate, MovedWrong, NotEmpty, SoiError, StorageReadonly
from server.store.backups import Backups, backup_of, id_of, taken_at, write_backup
from server.store.collection import Identity
from server.store.documents import AUDITS, CREATORS, DEVICES, LISTED, MEMBERS, NOTICES, VISITS
from server.store.engine.files import FileSystem, disk_errors
from server.store.engine.layout import Layout
from server.store.engine.packing import check_parts, pack, unpack
from server.store.engine.snapshot import Snapshot
from server.store.erasing import Removed, identity, without
from server.store.migrations import MigrationStep
from server.store.reports import Backup, Erased, Notice, Restored, Stats, Wiped
from server.store.rules import local_tables, notices
from server.store.whole import check_backup, is_whole_store, judge
from server.store.work import Cause, Plan, Progress, StoreContent, Tables, Told, View

_MOST_OF_A_FILE = 4 * 2**30
"""Bytes that a file named on the command line may unpack to."""
_LOOK_FOR_BACKUP = timedelta(hours=1).total_seconds()
T = TypeVar("T")
_log = logging.getLogger(__name__)


class KeptDocuments(Protocol):
    """What upkeep asks of an engine."""

    @property
    def writable(self) -> bool: ...

    @property
    def sequence(self) -> int:
        """The number of the last write."""

    def reading(self) -> AbstractContextManager[View]:
        """Documents of one moment."""

    def run(self, plan: Plan[T]) -> T:
        """``work.Database.run``."""

    def try_out(self, plan: Plan[T]) -> T:
        """``work.Database.try_out``."""

    def compact(self) -> None:
        """``work.Database.compact``."""

    def read(self) -> Tables:
        """All documents; they are not to be changed."""

    def counts(self) -> Mapping[str, int]:
        """How many there are, by table."""

    def last_ids(self) -> Mapping[str, int]:
        """The highest id ever given, by table."""

    def rewrite(
        self,
        change: Callable[[Tables], Tables],
        before: Callable[[], None] | None = None,
        last_ids: Mapping[str, int] | None = None,
        cause: Cause = "replaced",
    ) -> None:
        """Replace all documents by what ``change`` makes of them, and leave no trace of the old ones; ``before`` runs
        first, while nobody else can write. ``last_ids`` are ids that are not given again. ``cause`` is for whoever else
        has backups of it."""

    def size(self) -> int:
        """Bytes on the disk, without backups."""


class Upkeep:
    """The part of ``work.Database`` that is the same whatever keeps the documents; a database adds opening and reading."""

    storage: KeptDocuments
    layout: Layout
    backups: Backups
    _files: FileSystem
    _now: Callable[[], datetime]
    _schema: int
    _steps: Mapping[int, MigrationStep]
    _progress: Progress | None
    _looked: float | None
    _backing_up: threading.Lock
    """Held while backups are read, written or removed: none may be added beside an erase. Taken before the
    storage's own lock, never after it."""

    def _notice(self, code: str, **found: Any) -> Notice:
        """What was met, with the newest whole backup."""
        told: dict[str, Any] = {"files": (), "recovered": 0} | found
        if (good := self.backups.newest_good()) is not None:
            path, entries = good
            told |= {"backup": str(path), "backup_entries": entries, "backup_id": id_of(path)}
            told |= {"backup_taken_at": taken_at(path)}
        return Notice(code=code, at=self._now(), **told)

    # --- writing ---------------------------------------------------------------------------------------------

    def run(self, plan: Plan[T]) -> T:
        """Also a time to look whether a backup is due."""
        result = self.storage.run(plan)
        self.look_for_backup()
        return result

    def try_out(self, plan: Plan[T]) -> T:
        """Nothing changes."""
        return self.storage.try_out(plan)

    def compact(self) -> None:
        """Leave no trace of what was removed, now; the journal is also folded by itself when it has grown."""
        self.storage.compact()

    def follow(self, heard: Callable[[Iterable[Told] | None], None]) -> None:
        """Who holds the folder is alone."""

    # --- backups ---------------------------------------------------------------------------------------------

    def look_for_backup(self) -> None:
        """Take the automatic backup if it is time; called now and then. Never fails, never while damage is open.

        After damage the good backups must not be pushed out by those of what was left.
        """
        if self._looked is not None and time.monotonic() - self._looked < _LOOK_FOR_BACKUP:
            return
        self._looked = time.monotonic()
        if not self.storage.writable or self.storage.counts().get(NOTICES):
            return
        try:
            with disk_errors(), self._backing_up:
                if self._holds_anything() and self.backups.is_due(self.storage.sequence):
                    self._take_due_backup()
        except SoiError as error:
            _log.warning("no automatic backup: %s", error.code)

    def _take_due_backup(self) -> None:
        """Take it, and say where the store turns out not to be whole: the last whole backup is still there."""
        present = self._present()
        self.backups.take(present)
        if not present.is_whole:
            loose = sum(self.loose().values())
            notice = self._notice("db_not_whole", loose=loose, recovered=len(present.tables.get(LISTED, {})))
            self.storage.run(lambda work: notices.note(work, notice))

    def backup(self, file: Path) -> None:
        """Write a backup to ``file``. Raises Duplicate, BadFile, DiskFull, StorageReadonly."""
        if file.exists():
            raise Duplicate("A file of this name exists already; a backup never overwrites one.")
        if not file.parent.is_dir():
            raise BadFile("The folder for the backup does not exist.")
        with disk_errors():
            write_backup(self._files, file, self._present())

    def _holds_anything(self) -> bool:
        """Whether there is more than this machine's own tables: an erased store needs no backup."""
        local = local_tables()
        return any(n for name, n in self.storage.counts().items() if name not in local)

    def _take_backup(self) -> Path:
        return self.backups.take(self._present())

    def _present(self) -> Snapshot:
        """The store as it is now, and whether it is whole."""
        sequence = self.storage.sequence  # read before the tables: a backup may hold more than its name says
        tables, last_ids = self.storage.read(), self.storage.last_ids()
        is_whole = is_whole_store(tables)
        if not is_whole:
            _log.warning("the store is not whole: see soi doctor")
        return Snapshot(self._schema, 0, sequence, tables, last_ids=last_ids, is_whole=is_whole)

    def keep_backup(self) -> tuple[Backup, bool]:
        """An automatic backup of now, and whether it was made: one that holds the same already is enough.

        Raises DiskFull, StorageReadonly.
        """
        if not self.storage.writable:
            raise StorageReadonly
        with disk_errors(), self._backing_up:
            made = not self.backups.holds(self.storage.sequence)
            if made:
                self._take_backup()
            return self.backups.listed()[0], made

    def backups_kept(self) -> tuple[Backup, ...]:
        """The automatic backups, newest first."""
        with disk_errors(), self._backing_up:
            return self.backups.listed()

    def backup_file(self, backup_id: str) -> bytes:
        """The bytes of an automatic backup, packed. Raises NotFound."""
        with disk_errors(), self._backing_up:
            return pack(self._files.read(self.backups.find(backup_id)))

    def restore(self, source: Path | str | bytes) -> Restored:
        """Replace everything but this machine's tables by a backup: a file of the user, the id of an automatic one, or
        the bytes of a file that was sent. Raises BadFile, TooLarge, NotFound, DbNewer, DiskFull, StorageReadonly.
        """
        with disk_errors(), self._backing_up:
            content = self._read_backup(source)
            restored = check_backup(content.tables, self._progress)
            before: list[Backup] = []

            def keep_present() -> None:
                if self._holds_anything():
                    self._take_backup()
                    before.append(self.backups.listed()[0])

            def change(tables: Tables) -> Tables:
                own = {name: rows for name, rows in tables.items() if name in local_tables() - {NOTICES}}
                return restored | own

            self.storage.rewrite(change, before=keep_present, last_ids=content.last_ids)
        return Restored(len(restored.get(LISTED, {})), before[0].id if before else None)

    def tables_of(self, source: Path | str | bytes) -> Tables:
        """What a backup holds, whole and of today's schema; the store stays as it is. Raises as ``restore``."""
        with disk_errors():
            return check_backup(self._read_backup(source).tables, self._progress)

    def _read_backup(self, source: Path | str | bytes) -> Snapshot:
        if isinstance(source, bytes):
            return backup_of(check_parts(unpack(source)), self._schema, self._steps)
        try:
            path = self.backups.find(source) if isinstance(source, str) else source
            data = self._files.read(path)
        except OSError as error:
            raise BadFile(f"The backup cannot be read ({error.strerror}).") from error
        return backup_of(unpack(data, most=_MOST_OF_A_FILE), self._schema, self._steps)

    # --- moving ----------------------------------------------------------------------------------------------

    def content(self) -> StoreContent:
        """Everything but the notices, which are of this machine's files."""
        present = self._present()
        tables = {name: rows for name, rows in present.tables.items() if name != NOTICES and rows}
        return StoreContent(present.sequence, tables, present.last_ids, present.is_whole)

    def still(self) -> AbstractContextManager[object]:
        """Nobody writes as long as the block lasts. Who holds the folder is alone."""
        return nullcontext()

    def fill(self, content: StoreContent, progress: Progress | None = None) -> None:
        """All of it at once: a stop on the way leaves the empty store. Raises NotEmpty, MovedWrong, DiskFull,
        StorageReadonly."""

        def change(tables: Tables) -> Tables:
            if any(rows for name, rows in tables.items() if name not in local_tables()):
                raise NotEmpty
            return content.tables

        with disk_errors(), self._backing_up:
            self.storage.rewrite(change, last_ids=content.last_ids)
        if self.content().tables != content.tables:
            raise MovedWrong
        if progress is not None:
            n = sum(map(len, content.tables.values()))
            progress(n, n)

    # --- erasing ---------------------------------------------------------------------------------------------

    def erase(self, username: str) -> Erased:
        """Remove a creator from the automatic backups, then at once from tables and journal.

        In this order, so that a stop on the way leaves somebody who can still be found and erased.
        """
        who = Identity((username,))
        removed = Removed({})
        backups = 0

        def erase_from_backups() -> None:
            nonlocal who, backups
            with self.storage.reading() as view:
                who = identity(view, username) or who
            backups = self.backups.rewrite(lambda tables: without(tables, who).tables)

        def change(tables: Tables) -> Tables:
            nonlocal removed
            removed = without(tables, who)
            return removed.tables

        with disk_errors(), self._backing_up:
            self.storage.rewrite(change, before=erase_from_backups, cause="erased")
            still_in = [path.name for path in self.layout.set_aside(self._files) if self._holds(path, who)]
        counts = removed.counts
        known = who.usernames if counts.get(CREATORS) else ()
        return Erased(known, counts.get(VISITS, 0), counts.get(AUDITS, 0), backups, tuple(still_in))

    def wipe(self, *, keep_devices: bool) -> Wiped:
        """Remove everything: automatic backups and damaged files first, then at once tables, undo and journal.

        In this order, so that a stop on the way leaves what can still be seen and erased. Paired clients stay if
        ``keep_devices``. Raises DiskFull, StorageReadonly.
        """
        backups = 0
        left: list[str] = []
        present = self.storage.counts()

        def remove_files() -> None:
            nonlocal backups, present
            present = self.storage.counts()
            backups = self.backups.remove_all()
            left.extend(self._remove_set_aside())

        def change(tables: Tables) -> Tables:
            return {name: tables[name] for name in (DEVICES, MEMBERS) if keep_devices and name in tables}

        with disk_errors(), self._backing_up:
            self.storage.rewrite(change, before=remove_files, cause="wiped")
        counts = {name: present.get(name, 0) for name in (LISTED, CREATORS, VISITS, DEVICES)}
        devices = 0 if keep_devices else counts[DEVICES]
        return Wiped(counts[LISTED], counts[CREATORS], counts[VISITS], backups, devices, tuple(left))

    def _remove_set_aside(self) -> list[str]:
        """Remove damaged files of earlier starts; gives the names of folders, which stay."""
        left = []
        for path in self.layout.set_aside(self._files):
            if path.is_dir():
                left.append(path.name)
            else:
                self._files.remove(path)
        self._files.fsync_folder(self.layout.folder)
        return left

    def _holds(self, path: Path, who: Identity) -> bool:
        return path.is_dir() or who.mentioned_in(self._files.read(path))

    # --- notices ---------------------------------------------------------------------------------------------

    def notice(self) -> Notice | None:
        """What was met at the opening, or before a backup."""
        with self.storage.reading() as view:
            return notices.noticed(view)

    def dismiss_notice(self) -> None:
        """Forget it."""
        self.storage.run(notices.dismiss)

    def loose(self) -> Mapping[str, int]:
        """How many rows of each table do not belong to the whole; nothing where all do."""
        return judge(self.storage.read()).loose

    def stats(self) -> Stats:
        """Counts, and the bytes of snapshot, journal and automatic backups."""
        present = self.storage.counts()
        tables = (CREATORS, LISTED, VISITS, AUDITS, DEVICES)
        creators, entries, visits, audits, devices = (present.get(table, 0) for table in tables)
        return Stats(
            creators=creators,
            entries=entries,
            visits=visits,
            audits=audits,
            devices=devices,
            sequence=self.storage.sequence,
            bytes_on_disk=self._size(),
            backups=tuple(str(path) for path in self.backups.paths()),
            writable=self.storage.writable,
        )

    def _size(self) -> int:
        with disk_errors():
            return self.storage.size() + self.backups.size()
