"""A store in a relational database: one moment a view, one transaction a write, one writer at a time.

Who writes locks the two rows of ``soi_about`` first (SQLite: the file). Writers of several servers wait for each other
there and nowhere else, so there is no deadlock, no update is lost, and a plan sees what it changes. A write is a few
milliseconds; views never wait. What a write changed goes to the other servers with its commit (listening.py).
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from typing import Any, TypeVar

from sqlalchemy import Connection, Engine, Text, cast, func, select, text, update
from sqlalchemy.exc import DBAPIError

from server.errors import Busy, DbNewer, HalfMoved, StorageReadonly
from server.store.engine.frames import storable
from server.store.engine.memory import Changeset, Indexes, LastIds, Op
from server.store.sql_engine import listening, views
from server.store.sql_engine.connecting import AWAY, OUTSIDE, STATEMENT_SECONDS, WRITES, translated
from server.store.sql_engine.listening import ChangeListener
from server.store.sql_engine.tables import ABOUT, FILLING_ROW, METADATA, SCHEMA_ROW, SEQUENCE_ROW
from server.store.sql_engine.views import SqlView
from server.store.work import Plan, Tables, Told

T = TypeVar("T")
_TRIES = 3
"""A connection that is lost before the commit has changed nothing: the plan runs again."""
_ASKS, _BETWEEN = 40, 0.25
"""How often, and how many seconds apart, a database that comes back is asked what became of a commit."""
_MAKES_TABLES = 5_765
"""PostgreSQL's advisory lock of whoever makes the tables."""


class _LostBeforeCommit(Exception):
    """The connection is gone, and nothing was changed."""


class SqlStorage:
    """The documents of one database."""

    def __init__(self, engine: Engine, indexes: Indexes, schema: int, *, writable: bool) -> None:
        """``schema``: of the documents that this Soi writes."""
        self._engine, self._indexes, self._schema = engine, indexes, schema
        self.writable = writable
        self._listener = ChangeListener(engine) if engine.dialect.name == "postgresql" else None

    @property
    def sequence(self) -> int:
        """The number of the last write."""
        with self._looking() as connection:
            return _about(connection)[SEQUENCE_ROW]

    def close(self) -> None:
        if self._listener is not None:
            self._listener.close()
        self._engine.dispose()

    def follow(self, heard: Callable[[Iterable[Told] | None], None]) -> None:
        """``work.Database.follow``; an SQLite file has one server."""
        if self._listener is not None:
            self._listener.start(heard)

    # --- opening ---------------------------------------------------------------------------------------------

    def make_tables(self) -> None:
        """Where they are missing; another server that starts now waits."""
        with translated(opening=True), self._begun() as connection:
            if connection.dialect.name == "postgresql":
                connection.execute(select(func.pg_advisory_xact_lock(_MAKES_TABLES)))
            METADATA.create_all(connection)
            if not _about(connection):
                rows = [{"name": SCHEMA_ROW, "value": self._schema}, {"name": SEQUENCE_ROW, "value": 0}]
                connection.execute(ABOUT.insert(), rows)

    def found_schema(self) -> int:
        """Of the documents that are there. Raises BadSetting where there is no store."""
        with translated(opening=True), self._engine.connect() as connection:
            return _about(connection)[SCHEMA_ROW]

    def is_being_filled(self) -> bool:
        """Whether a move into it was begun and is not finished."""
        with self._looking() as connection:
            return FILLING_ROW in _about(connection)

    def migrate(self, change: Callable[[Tables, int, int], Tables]) -> None:
        """Bring the documents to the present schema by ``change(tables, schema, sequence)``; by one server only."""
        with self.writing() as connection:
            about = locked(connection)
            if about[SCHEMA_ROW] >= self._schema:
                return
            before = views.all_tables(connection)
            after = change(before, about[SCHEMA_ROW], about[SEQUENCE_ROW])
            self.write(connection, views.differences(before, after))
            connection.execute(update(ABOUT).where(ABOUT.c.name == SCHEMA_ROW).values(value=self._schema))

    # --- reading ---------------------------------------------------------------------------------------------

    @contextmanager
    def reading(self) -> Iterator[SqlView]:
        """Documents of one moment. Waits for no writer."""
        with self._looking() as connection:
            yield SqlView(connection)

    def read(self) -> Tables:
        """All documents."""
        with self._looking() as connection:
            return views.all_tables(connection)

    def counts(self) -> dict[str, int]:
        with self._looking() as connection:
            return views.counts(connection)

    def last_ids(self) -> LastIds:
        with self._looking() as connection:
            return views.last_ids(connection)

    def size(self) -> int:
        """Bytes on the database's disk."""
        if self._engine.dialect.name == "postgresql":
            names = ", ".join(f"pg_total_relation_size('{name}')" for name in METADATA.tables)
            query = f"SELECT (SELECT sum(n) FROM unnest(ARRAY[{names}]) AS n)"  # noqa: S608 - names of our own tables
        else:
            query = "SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()"
        with self._looking() as connection:
            return int(connection.scalar(text(query)) or 0)

    # --- writing ---------------------------------------------------------------------------------------------

    def run(self, plan: Plan[T]) -> T:
        """Commit what ``plan`` does; again where the connection is lost before. Raises Busy, StorageReadonly, DiskFull.

        Where the connection is lost while it commits, the database says afterwards whether it did. Only where it stays
        away nobody can know: Busy, and the caller, who finds out by the versions, asks again.
        """
        if not self.writable:
            raise StorageReadonly
        for _ in range(_TRIES):
            try:
                return self._run_once(plan)
            except _LostBeforeCommit:
                continue
        raise Busy(AWAY)

    def try_out(self, plan: Plan[T]) -> T:
        """The result that ``run`` would give; nothing changes."""
        with self.reading() as view:
            changeset = Changeset(view, self._indexes)
            result = plan(changeset)
        storable(list(changeset.ops()))
        return result

    def rewrite(
        self,
        change: Callable[[Tables], Tables],
        before: Callable[[], None] | None = None,
        last_ids: LastIds | None = None,
    ) -> None:
        """Replace all documents by what ``change`` makes of them. ``before`` runs while nobody else can write."""
        if not self.writable:
            raise StorageReadonly
        with self.writing() as connection:
            self._check(locked(connection))
            if before is not None:
                before()
            present = views.all_tables(connection)
            self.write(connection, views.differences(present, change(present)))
            views.note_ids(connection, last_ids or {})
        self.compact()

    def compact(self) -> None:
        """Leave no trace of what was removed, as far as the database lets anybody say so: docs/decisions.md."""
        if not self.writable:
            raise StorageReadonly
        is_postgresql = self._engine.dialect.name == "postgresql"
        options: dict[str, Any] = {"isolation_level": "AUTOCOMMIT"} if is_postgresql else {OUTSIDE: True}
        with translated(), self._engine.connect().execution_options(**options) as connection:
            if is_postgresql:
                connection.exec_driver_sql("SET statement_timeout = 0")
                # with ANALYZE: pg_stats holds values as examples, and those of before would stay
                connection.exec_driver_sql(f"VACUUM (ANALYZE) {', '.join(METADATA.tables)}")
                connection.exec_driver_sql(f"SET statement_timeout = '{STATEMENT_SECONDS}s'")
            else:
                connection.exec_driver_sql("VACUUM")
                connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")

    def _run_once(self, plan: Plan[T]) -> T:
        commit: str | None = None
        with translated():
            try:
                with self._begun() as connection:
                    self._check(locked(connection))
                    changeset = Changeset(SqlView(connection), self._indexes)
                    result = plan(changeset)
                    commit = self.write(connection, list(changeset.ops()), changeset.told)
            except DBAPIError as error:
                if not error.connection_invalidated:
                    raise
                if commit is None or not self._did(commit):
                    raise _LostBeforeCommit from error
        return result

    def _did(self, commit: str) -> bool:
        """Whether a transaction whose connection was lost became durable. Raises Busy where nobody answers."""
        query = text("SELECT pg_xact_status(CAST(:commit AS xid8))")
        for _ in range(_ASKS):
            with suppress(Busy), self._looking() as connection:
                state = connection.scalar(query, {"commit": commit})
                if state != "in progress":
                    return bool(state == "committed")
            time.sleep(_BETWEEN)
        raise Busy(AWAY)

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A transaction of the whole, which may take longer than a statement of a request."""
        with translated(), self._begun(patient=True) as connection:
            yield connection

    def write(self, connection: Connection, ops: list[Op], told: Iterable[Told] | None = None) -> str | None:
        """Make changes, and count them as one write, of which other servers learn ``told``; None: all may be new.

        Gives the database's number of the transaction, where it has one.
        """
        if not ops:
            return None
        views.write(connection, ops, self._indexes)
        counted = update(ABOUT).where(ABOUT.c.name == SEQUENCE_ROW).values(value=ABOUT.c.value + 1)
        if self._listener is None:
            connection.execute(counted)
            return None
        number = cast(func.pg_current_xact_id(), Text)
        return str(
            connection.execute(
                counted.returning(number, listening.notice(self._listener.name, told))
            ).scalar()
        )

    def _check(self, about: dict[str, int]) -> None:
        """A newer Soi may have brought the documents to its schema while this one ran."""
        if about[SCHEMA_ROW] > self._schema:
            raise DbNewer
        if FILLING_ROW in about:
            raise HalfMoved

    # --- transactions ----------------------------------------------------------------------------------------

    @contextmanager
    def _looking(self) -> Iterator[Connection]:
        options: dict[str, Any] = {}
        if self._engine.dialect.name == "postgresql":
            options = {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True}
        with translated(), self._engine.connect().execution_options(**options) as connection:
            yield connection

    @contextmanager
    def _begun(self, *, patient: bool = False) -> Iterator[Connection]:
        """A transaction that writes; ``patient``: of the whole, which may take longer than a statement of a request."""
        with self._engine.connect().execution_options(**{WRITES: True}) as connection, connection.begin():
            if patient and connection.dialect.name == "postgresql":
                connection.exec_driver_sql("SET LOCAL statement_timeout = 0")
                connection.exec_driver_sql("SET LOCAL idle_in_transaction_session_timeout = 0")
            yield connection


def _about(connection: Connection) -> dict[str, int]:
    return dict(connection.execute(select(ABOUT.c.name, ABOUT.c.value)).all())


def locked(connection: Connection) -> dict[str, int]:
    """The rows that a writer holds until its transaction ends. In one order: two writers never hold one each."""
    query = select(ABOUT.c.name, ABOUT.c.value).order_by(ABOUT.c.name).with_for_update()
    return dict(connection.execute(query).all())
