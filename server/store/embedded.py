"""The embedded database as a whole: its lock, tables, backups, and what was met when it was opened."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, cast

from server.errors import BadFile, Duplicate, SoiError, StorageReadonly
from server.store.backups import Backups, backup_of, id_of, taken_at, without_local, write_backup
from server.store.documents import (
    CREATORS,
    DEVICES,
    INDEXES,
    LISTED,
    LOCAL_TABLES,
    NOTICES,
    VISITS,
    notice_document,
)
from server.store.erasing import Identity, Removed, identity, without
from server.store.files import READ_ONLY, FileSystem, disk_errors
from server.store.layout import Layout
from server.store.locking import FolderLock
from server.store.memory import Changeset
from server.store.migrations import SCHEMA, STEPS, Step, migrate
from server.store.packing import check_parts, pack, unpack
from server.store.recovery import Found
from server.store.reports import Backup, Erased, Notice, Restored, Wiped
from server.store.snapshot import Snapshot
from server.store.storage import LEAST_COMPACTION, JournalStorage
from server.store.tables import JournalDB
from server.store.whole import check_backup, is_whole_store, judge, references_hold
from server.store.work import Progress, Tables

ONLY = 1
"""The id of the one document of a table such as NOTICES."""
_MOST_OF_A_FILE = 4 * 2**30
"""Bytes that a file named on the command line may unpack to."""
_LOOK_FOR_BACKUP = timedelta(hours=1).total_seconds()
_log = logging.getLogger(__name__)


class EmbeddedDatabase:
    """TinyDB's tables in one folder, held by this process until ``close``."""

    def __init__(
        self,
        file: Path,
        *,
        now: Callable[[], datetime],
        port: int | None = None,
        read_only: bool = False,
        files: FileSystem | None = None,
        schema: int = SCHEMA,
        steps: Mapping[int, Step] = STEPS,
        least_compaction: int = LEAST_COMPACTION,
        progress: Progress | None = None,
    ) -> None:
        """Open or make it. Raises AlreadyRunning, DbNewer, DiskFull, StorageReadonly.

        A folder that may only be read opens for reading: its writes raise StorageReadonly. ``progress`` is told of a
        salvage and of a restore, which read everything.
        """
        self._now = now
        self._progress = progress
        self._files = files or FileSystem()
        self._schema, self._steps = schema, steps
        self.layout = Layout(file)
        self.backups = Backups(self._files, self.layout, now, schema, steps)
        self._backing_up = threading.Lock()
        """Held while backups are read, written or removed: none may be added beside an erase. Taken before the
        storage's own lock, never after it."""
        self._lock = None if read_only else self._take_lock(port)
        try:
            self.db = JournalDB(
                file,
                storage=JournalStorage,
                schema=schema,
                indexes=INDEXES,
                files=self._files,
                read_only=self._lock is None,
                prepare=self._prepare,
                is_sound=references_hold,
                least_compaction=least_compaction,
            )
            self.storage = cast("JournalStorage", self.db.storage)
            self._looked: float | None = None
        except BaseException:
            self._give_lock_back()
            raise

    def close(self) -> None:
        """Give files and lock back."""
        self.db.close()
        self._give_lock_back()

    # --- opening ---------------------------------------------------------------------------------------------

    def _take_lock(self, port: int | None) -> FolderLock | None:
        """None: the folder is there and may only be read."""
        with disk_errors():
            self._files.make_folder(self.layout.folder)
            try:
                return FolderLock(self.layout, self._files, port)
            except OSError as error:
                if error.errno not in READ_ONLY:
                    raise
                return None

    def _give_lock_back(self) -> None:
        if self._lock is not None:
            self._lock.release()

    def _prepare(self, found: Found, aside: tuple[Path, ...]) -> Tables:
        """The tables to start with: in the present schema, with a notice if something was damaged."""
        tables = found.tables
        if found.schema < self._schema:
            if self._lock is not None and not self.backups.holds(found.sequence):
                whole = not found.lost and references_hold(tables)
                kept = Snapshot(
                    found.schema, 0, found.sequence, tables, last_ids=found.last_ids, is_whole=whole
                )
                self.backups.take(kept)
            tables = migrate(tables, found.schema, self._schema, self._steps)
        if found.lost:
            judged = judge(tables, self._progress)
            notice = self._notice(
                "db_set_aside",
                files=tuple(path.name for path in aside),
                recovered=len(judged.tables.get(LISTED, {})),
                missing=found.missing,
                loose=sum(judged.loose.values()),
            )
            tables = judged.tables | {NOTICES: {str(ONLY): notice_document(notice)}}
        return tables

    def _notice(self, code: str, **found: Any) -> Notice:
        """What was met, with the newest whole backup."""
        told: dict[str, Any] = {"files": (), "recovered": 0} | found
        if (good := self.backups.newest_good()) is not None:
            path, entries = good
            told |= {"backup": str(path), "backup_entries": entries, "backup_id": id_of(path)}
            told |= {"backup_taken_at": taken_at(path)}
        return Notice(code=code, at=self._now(), **told)

    # --- backups ---------------------------------------------------------------------------------------------

    def look_for_backup(self) -> None:
        """Take the automatic backup if it is time; called now and then. Never fails, never while damage is open.

        After damage the good backups must not be pushed out by those of what was left.
        """
        if self._looked is not None and time.monotonic() - self._looked < _LOOK_FOR_BACKUP:
            return
        self._looked = time.monotonic()
        if not self.storage.writable or self.storage.memory.tables.get(NOTICES):
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
            self.storage.run(lambda work: work.put(NOTICES, ONLY, notice_document(notice)))

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
        return any(without_local(self.storage.memory.tables).values())

    def _take_backup(self) -> Path:
        return self.backups.take(self._present())

    def _present(self) -> Snapshot:
        """The store as it is now, and whether it is whole."""
        sequence = self.storage.sequence  # read before the tables: a backup may hold more than its name says
        tables, last_ids = self.storage.read(), self.storage.memory.last_ids()
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

    def kept_backups(self) -> tuple[Backup, ...]:
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
                own = {name: rows for name, rows in tables.items() if name in LOCAL_TABLES - {NOTICES}}
                return restored | own

            self.storage.rewrite(change, before=keep_present)
        return Restored(len(restored.get(LISTED, {})), before[0].id if before else None)

    def _read_backup(self, source: Path | str | bytes) -> Snapshot:
        if isinstance(source, bytes):
            return backup_of(check_parts(unpack(source)), self._schema, self._steps)
        try:
            path = self.backups.find(source) if isinstance(source, str) else source
            data = self._files.read(path)
        except OSError as error:
            raise BadFile(f"The backup cannot be read ({error.strerror}).") from error
        return backup_of(unpack(data, most=_MOST_OF_A_FILE), self._schema, self._steps)

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
            who = identity(self.storage.memory, username) or who
            backups = self.backups.rewrite(lambda tables: without(tables, who).tables)

        def change(tables: Tables) -> Tables:
            nonlocal removed
            removed = without(tables, who)
            return removed.tables

        with disk_errors(), self._backing_up:
            self.storage.rewrite(change, before=erase_from_backups)
            still_in = [path.name for path in self.layout.set_aside(self._files) if self._holds(path, who)]
        known = who.usernames if removed.creators else ()
        return Erased(known, removed.visits, removed.audits, backups, tuple(still_in))

    def wipe(self, *, keep_devices: bool) -> Wiped:
        """Remove everything: automatic backups and damaged files first, then at once tables, undo and journal.

        In this order, so that a stop on the way leaves what can still be seen and erased. Paired clients stay if
        ``keep_devices``. Raises DiskFull, StorageReadonly.
        """
        backups = 0
        left: list[str] = []
        present = self.storage.memory.tables

        def remove_files() -> None:
            nonlocal backups, present
            present = self.storage.memory.tables
            backups = self.backups.remove_all()
            left.extend(self._remove_set_aside())

        def change(tables: Tables) -> Tables:
            return {DEVICES: tables[DEVICES]} if keep_devices and DEVICES in tables else {}

        with disk_errors(), self._backing_up:
            self.storage.rewrite(change, before=remove_files)
        counts = {name: len(present.get(name, ())) for name in (LISTED, CREATORS, VISITS, DEVICES)}
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

    def dismiss_notice(self) -> None:
        """Forget what was met at the opening."""

        def plan(work: Changeset) -> None:
            work.delete(NOTICES, ONLY)

        self.storage.run(plan)

    def loose(self) -> Mapping[str, int]:
        """How many rows of each table do not belong to the whole; nothing where all do."""
        return judge(self.storage.read()).loose

    def size(self) -> int:
        """Bytes of snapshot, journal and automatic backups."""
        with disk_errors():
            files = [self.layout.snapshot, self.layout.journal, *self.backups.paths()]
            return sum(file.stat().st_size for file in files if file.exists())
