"""The store on TinyDB, durable on this machine, for one process: binds the engine to the rules' protocols.

Everything is in memory, so its limits are a start and a compaction, which read and write all of it: about a second
each at 50,000 creators of 3 kB (scripts/benchmarks/store.py). A save costs the same at any size.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from datetime import datetime
from pathlib import Path
from typing import cast

from msgspec.structs import replace

from server.errors import DbSetAside
from server.store.backups import Backups
from server.store.documents import LISTED, NOTICES, ONLY, notice_document
from server.store.engine.files import READ_ONLY, FileSystem, disk_errors
from server.store.engine.layout import Layout
from server.store.engine.locking import FolderLock
from server.store.engine.memory import Memory
from server.store.engine.recovery import Found
from server.store.engine.snapshot import Snapshot
from server.store.engine.storage import LEAST_COMPACTION, JournalStorage
from server.store.engine.tables import JournalDB
from server.store.judging import BROKEN
from server.store.migrations import SCHEMA, STEPS, MigrationStep, migrate
from server.store.rules import indexes
from server.store.store import Store, utc_now
from server.store.upkeep import Upkeep
from server.store.whole import judge, references_hold
from server.store.work import Progress, Tables


class TinyDatabase(Upkeep):
    """TinyDB's tables in one folder, held by this process until ``close``."""

    storage: JournalStorage

    def __init__(
        self,
        file: Path,
        *,
        now: Callable[[], datetime],
        port: int | None = None,
        read_only: bool = False,
        files: FileSystem | None = None,
        schema: int = SCHEMA,
        steps: Mapping[int, MigrationStep] = STEPS,
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
        self._brought: tuple[Tables, Tables] | None = None
        """What was found at the opening, and the same in the present schema."""
        self._lock = None if read_only else self._take_lock(port)
        try:
            self.db = JournalDB(
                file,
                storage=JournalStorage,
                schema=schema,
                indexes=indexes(),
                files=self._files,
                read_only=self._lock is None,
                prepare=self._prepare,
                is_sound=self._is_sound,
                least_compaction=least_compaction,
            )
            self.storage = cast("JournalStorage", self.db.storage)
            self._looked, self._brought = None, None
        except BaseException:
            self._give_lock_back()
            raise

    def close(self) -> None:
        """Give files and lock back."""
        self.db.close()
        self._give_lock_back()

    # --- reading ---------------------------------------------------------------------------------------------

    def reading(self) -> AbstractContextManager[Memory]:
        """Never waits for the disk."""
        return self.storage.reading()

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

    def _is_sound(self, found: Found) -> bool:
        """Whether what was found, in the present schema, is one that the rules can stand on."""
        try:
            return references_hold(self._migrated(found))
        except BROKEN:
            return False

    def _migrated(self, found: Found) -> Tables:
        """In the present schema; an older store is copied to a backup before the first step."""
        if self._brought is None or self._brought[0] is not found.tables:
            self._brought = found.tables, self._bring(found)
        return self._brought[1]

    def _bring(self, found: Found) -> Tables:
        if found.schema < self._schema and self._lock is not None and not self.backups.holds(found.sequence):
            kept = Snapshot(found.schema, 0, found.sequence, found.tables, last_ids=found.last_ids)
            self.backups.take(replace(kept, is_whole=not found.lost))
        return migrate(found.tables, found.schema, self._schema, self._steps)

    def _prepare(self, found: Found, aside: tuple[Path, ...]) -> Tables:
        """The tables to start with: in the present schema, with a notice if something was damaged."""
        tables = self._migrated(found)
        if found.lost:
            judged = judge(tables, self._progress)
            notice = self._notice(
                DbSetAside.code,
                files=tuple(path.name for path in aside),
                recovered=len(judged.tables.get(LISTED, {})),
                missing=found.missing,
                loose=sum(judged.loose.values()),
            )
            tables = judged.tables | {NOTICES: {str(ONLY): notice_document(notice)}}
        return tables


def embedded_store(
    file: Path,
    *,
    port: int | None = None,
    read_only: bool = False,
    now: Callable[[], datetime] = utc_now,
    files: FileSystem | None = None,
    schema: int = SCHEMA,
    steps: Mapping[int, MigrationStep] = STEPS,
    least_compaction: int = LEAST_COMPACTION,
    progress: Progress | None = None,
) -> Store:
    """Open or make the store at ``file``. Raises AlreadyRunning, DbNewer, DiskFull, StorageReadonly."""
    database = TinyDatabase(
        file,
        now=now,
        port=port,
        read_only=read_only,
        files=files,
        schema=schema,
        steps=steps,
        least_compaction=least_compaction,
        progress=progress,
    )
    store = Store(database, now)
    database.look_for_backup()
    return store
