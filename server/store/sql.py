"""The store in a relational database, SQLite or PostgreSQL: binds sql_engine/ to the rules' protocols.

Automatic backups and the lock of the data folder are files of this machine, as of the embedded store: one server a
data folder, and as many data folders as there are servers on one PostgreSQL.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from datetime import datetime
from functools import partial
from pathlib import Path

from sqlalchemy import Engine, make_url
from sqlalchemy.exc import ArgumentError

from server.errors import BadSetting, DbNewer, HalfMoved, SoiError
from server.store.backups import Backups
from server.store.engine.files import FileSystem, disk_errors
from server.store.engine.layout import Layout
from server.store.engine.locking import FolderLock
from server.store.engine.snapshot import Snapshot
from server.store.erasing import without_ids
from server.store.migrations import SCHEMA, STEPS, MigrationStep, migrate
from server.store.rules import indexes, local_tables
from server.store.sql_engine import filling
from server.store.sql_engine.connecting import postgresql_engine, sqlite_engine
from server.store.sql_engine.gone import TakenOut, out_of
from server.store.sql_engine.storage import SqlStorage
from server.store.sql_engine.transactions import locked
from server.store.store import Store, utc_now
from server.store.upkeep import Upkeep
from server.store.work import Progress, StoreContent, Tables, Told, View

_READY = 5.0
"""Seconds that the end of a server waits for its backups to be cleared."""
_log = logging.getLogger(__name__)


class SqlDatabase(Upkeep):
    """Documents in a database that others may use at the same time."""

    storage: SqlStorage
    _clearer: threading.Thread | None

    def __init__(
        self,
        engine: Engine,
        layout: Layout,
        *,
        now: Callable[[], datetime],
        port: int | None = None,
        read_only: bool = False,
        schema: int = SCHEMA,
        steps: Mapping[int, MigrationStep] = STEPS,
        progress: Progress | None = None,
        filling: bool = False,
    ) -> None:
        """Open or make it. ``layout``: where backups and the lock lie; ``filling``: whether a move into it goes on.

        Raises AlreadyRunning, DbNewer, BadSetting, HalfMoved, Busy.
        """
        self._now, self._progress, self._filling = now, progress, filling
        self._files, self.layout = FileSystem(), layout
        self._schema, self._steps = schema, steps
        self.backups = Backups(self._files, layout, now, schema, steps)
        self._backing_up = threading.Lock()
        self._looked = None
        self._clearing, self._clearer, self._closed = threading.Event(), None, False
        self.storage = SqlStorage(engine, indexes(), schema, writable=not read_only)
        self._lock = None if read_only else self._take_lock(port)
        try:
            self._open()
        except BaseException:
            self.close()
            raise

    def close(self) -> None:
        """Give connections and lock back."""
        self._closed = True
        self._clearing.set()
        if self._clearer is not None:
            self._clearer.join(_READY)
        self.storage.close()
        if self._lock is not None:
            self._lock.release()

    def reading(self) -> AbstractContextManager[View]:
        """Documents of one moment."""
        return self.storage.reading()

    def follow(self, heard: Callable[[Iterable[Told] | None], None]) -> None:
        """What the other servers on this database change. Whom they erase goes out of the backups here too, also of what
        happened while this server was off."""

        def hear(changes: Iterable[Told] | None) -> None:
            if changes is None:
                self._clearing.set()
            heard(changes)

        if self.storage.writable and self._clearer is None:
            self._clearer = threading.Thread(target=self._clear_backups, name="soi-backups", daemon=True)
            self._clearer.start()
        self.storage.follow(hear)

    def _clear_backups(self) -> None:
        """In a thread of its own: whoever listens does not wait for files."""
        known: tuple[TakenOut, ...] = ()
        while self._clearing.wait() and not self._closed:
            self._clearing.clear()
            try:
                with disk_errors(), self._backing_up:
                    found = self.storage.gone()
                    if found != known:
                        self.backups.leave_out(partial(out_of, found), without_ids)
                    known = found
            except SoiError as error:  # told anew once the database is there again, and at the next start
                _log.warning("backups not cleared: %s", error.code)

    def look_for_backup(self) -> None:
        """Not of a half."""
        if not self._filling:
            super().look_for_backup()

    @contextmanager
    def still(self) -> Iterator[None]:
        """Other servers wait for the writers' lock, and tell their callers to ask again."""
        if not self.storage.writable:
            yield
            return
        with self.storage.writing() as connection:
            locked(connection)
            yield

    def fill(self, content: StoreContent, progress: Progress | None = None) -> None:
        """Part by part; see sql_engine/filling.py. Raises NotEmpty, DiskFull, StorageReadonly, Busy."""
        filling.fill(self.storage, content, local_tables(), progress)

    def _take_lock(self, port: int | None) -> FolderLock:
        with disk_errors():
            self._files.make_folder(self.layout.folder)
            self.layout.sweep(self._files)
            return FolderLock(self.layout, self._files, port)

    def _open(self) -> None:
        if self.storage.writable:
            self.storage.make_tables()
        found = self.storage.found_schema()
        if found > self._schema:
            raise DbNewer
        if found < self._schema and self.storage.writable:
            self.storage.migrate(self._migrated)
        if not self._filling and self.storage.is_being_filled():
            raise HalfMoved

    def _migrated(self, tables: Tables, schema: int, sequence: int) -> Tables:
        """In the present schema; what was there is copied to a backup before the first step."""
        if not self.backups.holds(sequence):
            with disk_errors():
                self.backups.take(Snapshot(schema, 0, sequence, tables, last_ids=self.storage.last_ids()))
        return migrate(tables, schema, self._schema, self._steps)


def sqlite_store(
    file: Path,
    *,
    layout: Layout | None = None,
    now: Callable[[], datetime] = utc_now,
    port: int | None = None,
    read_only: bool = False,
    schema: int = SCHEMA,
    steps: Mapping[int, MigrationStep] = STEPS,
    progress: Progress | None = None,
    filling: bool = False,
) -> Store:
    """Open or make the store in an SQLite file. Raises AlreadyRunning, DbNewer, DiskFull, StorageReadonly, Busy."""
    if read_only and not file.exists():
        raise BadSetting("database: there is no store of Soi in it yet. soi serve makes one.")
    with disk_errors():
        FileSystem().make_folder(file.parent)
    engine = sqlite_engine(str(file))
    return _store(
        SqlDatabase(
            engine,
            layout or Layout(file),
            now=now,
            port=port,
            read_only=read_only,
            schema=schema,
            steps=steps,
            progress=progress,
            filling=filling,
        ),
        now,
    )


def postgresql_store(
    url: str,
    layout: Layout,
    *,
    now: Callable[[], datetime] = utc_now,
    port: int | None = None,
    read_only: bool = False,
    schema: int = SCHEMA,
    steps: Mapping[int, MigrationStep] = STEPS,
    progress: Progress | None = None,
    filling: bool = False,
) -> Store:
    """Open or make the store at ``url``. Raises BadSetting, AlreadyRunning, DbNewer, DiskFull, StorageReadonly, Busy."""
    try:
        engine = postgresql_engine(make_url(url))
    except (ArgumentError, ValueError) as error:
        raise BadSetting("database: write postgresql+psycopg://USER@HOST/DATABASE.") from error
    database = SqlDatabase(
        engine,
        layout,
        now=now,
        port=port,
        read_only=read_only,
        schema=schema,
        steps=steps,
        progress=progress,
        filling=filling,
    )
    return _store(database, now)


def _store(database: SqlDatabase, now: Callable[[], datetime]) -> Store:
    store = Store(database, now)
    database.look_for_backup()
    return store
