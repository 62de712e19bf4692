"""A store in a relational database: one moment a view, one transaction a write, one writer at a time.

A server on PostgreSQL reads and plans on its mirror, and its write is one statement (statement.py) that comes to nothing
where another server was quicker; then (turn.py), and wherever there is no mirror, the plan runs under the writers' lock: the
rows of ``soi_about`` (SQLite: the file). Writers of several servers wait for each other there and nowhere else, so there is no
deadlock, no update is lost, and a plan sees what it changes. Views never wait. What a write changed goes to the other
servers with its commit (listening.py).
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import AbstractContextManager, closing, contextmanager, nullcontext, suppress
from typing import Any, TypeVar

from sqlalchemy import Connection, Engine, select, update
from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from server.errors import Busy, DbNewer, DiskFull, HalfMoved, SoiError, StorageReadonly
from server.store.engine.commits import GroupCommit
from server.store.engine.frames import storable
from server.store.engine.memory import Changeset, Indexes, LastIds, Op
from server.store.sql_engine import gone, statement, views
from server.store.sql_engine.connecting import AWAY, translated
from server.store.sql_engine.listening import ChangeListener
from server.store.sql_engine.mirror import GivenUp, Mirror
from server.store.sql_engine.tables import ABOUT, FILLING_ROW, SCHEMA_ROW, SEQUENCE_ROW, SERVERS
from server.store.sql_engine.transactions import Transactions, about, count, locked, make_tables
from server.store.sql_engine.turn import Turn
from server.store.sql_engine.vacuum import vacuum
from server.store.sql_engine.views import SqlView
from server.store.work import Cause, Plan, Tables, Told, View

T = TypeVar("T")
_TRIES = 5
"""A connection that is lost before the commit has changed nothing: the plan runs again."""
_ASKS, _BETWEEN = 40, 0.25
"""How often, and how many seconds apart, a database that comes back is asked what became of a commit."""


class _LostBeforeCommit(Exception):
    """The connection is gone, and nothing was changed."""


class _Overtaken(Exception):
    """Another server has written since, and nothing was changed."""


class SqlStorage:
    """The documents of one database."""

    def __init__(self, engine: Engine, indexes: Indexes, schema: int, *, writable: bool) -> None:
        """``schema``: of the documents that this Soi writes."""
        self._engine, self._indexes, self._schema = engine, indexes, schema
        self.writable = writable
        self._transactions = Transactions(engine)
        self._commits = GroupCommit(begin=self._on_mirror, check=_storable, commit=self._commit)
        self._in_turn = GroupCommit(self._take_turn, _storable, self._end_turn, self._commits.lock)
        self._turn: Turn | None = None
        self._is_contested = False
        """Whether another server wrote since the last write of this one."""
        self._mirror = Mirror(engine, indexes, self._commits.lock)
        is_postgresql = engine.dialect.name == "postgresql"
        self._listener = ChangeListener(engine, self._mirror) if is_postgresql else None

    @property
    def sequence(self) -> int:
        """The number of the last write."""
        with self._transactions.looking() as connection:
            return about(connection)[SEQUENCE_ROW]

    def close(self) -> None:
        if self._listener is not None:
            self._listener.close()
            self._mirror.expire()
            if self.writable:
                self._listener.sign_off()
        self._engine.dispose()

    def follow(self, heard: Callable[[Iterable[Told] | None], None]) -> None:
        """``work.Database.follow``; an SQLite file has one server."""
        if self._listener is not None:
            self._listener.start(heard)

    # --- opening ---------------------------------------------------------------------------------------------

    def make_tables(self) -> None:
        """Where they are missing; another server that starts now waits."""
        make_tables(self._transactions, self._schema)

    def found_schema(self) -> int:
        """Of the documents that are there. Raises BadSetting where there is no store."""
        with translated(opening=True), self._engine.connect() as connection:
            return about(connection)[SCHEMA_ROW]

    def is_being_filled(self) -> bool:
        """Whether a move into it was begun and is not finished."""
        with self._transactions.looking() as connection:
            return FILLING_ROW in about(connection)

    def migrate(self, change: Callable[[Tables, int, int], Tables]) -> None:
        """Bring the documents to the present schema by ``change(tables, schema, sequence)``; by one server only."""
        with self.writing() as connection:
            present = locked(connection)
            if present[SCHEMA_ROW] >= self._schema:
                return
            before = views.all_tables(connection)
            after = change(before, present[SCHEMA_ROW], present[SEQUENCE_ROW])
            self.write(connection, views.differences(before, after))
            count(connection)
            connection.execute(update(ABOUT).where(ABOUT.c.name == SCHEMA_ROW).values(value=self._schema))

    # --- reading ---------------------------------------------------------------------------------------------

    @contextmanager
    def reading(self) -> Iterator[View]:
        """Documents of one moment. Waits for no writer, and where there is a mirror for no database."""
        if self._mirror.is_fresh:
            with self._mirror.reading() as memory:
                if memory is not None:
                    yield memory
                    return
        with self._transactions.looking() as connection:
            yield SqlView(connection)

    def read(self) -> Tables:
        """All documents."""
        with self._transactions.looking() as connection:
            return views.all_tables(connection)

    def gone(self) -> tuple[gone.TakenOut, ...]:
        """What was taken out for good, on whichever server."""
        with self._transactions.looking() as connection:
            return gone.noted(connection)

    def counts(self) -> dict[str, int]:
        with self._transactions.looking() as connection:
            return views.counts(connection)

    def last_ids(self) -> LastIds:
        with self._transactions.looking() as connection:
            return views.last_ids(connection)

    def size(self) -> int:
        """Bytes on the database's disk."""
        with self._transactions.looking() as connection:
            return views.size(connection)

    # --- writing ---------------------------------------------------------------------------------------------

    def run(self, plan: Plan[T]) -> T:
        """Commit what ``plan`` does; again where the connection is lost before. Raises Busy, StorageReadonly, DiskFull.

        Where the connection is lost while it commits, the database says afterwards whether it did. Only where it stays
        away nobody can know: Busy, and the caller, who finds out by the versions, asks again.
        """
        if not self.writable:
            raise StorageReadonly
        for number in range(_TRIES):
            stood_on = self._mirror.sequence
            has_lock = number > 0 or self._is_contested or not self._mirror.is_fresh
            try:
                return self._try(plan, has_lock=has_lock)
            except (_Overtaken, _LostBeforeCommit, GivenUp):
                if not self._mirror.is_fresh:
                    self._compare()
            except (Busy, DiskFull, StorageReadonly):
                raise
            except SoiError:  # a refusal holds only of what is so now
                if has_lock or self._compare() == stood_on:
                    raise
        raise Busy(AWAY)

    def _try(self, plan: Plan[T], *, has_lock: bool) -> T:
        """Once. ``has_lock``: so that no other server can be quicker."""
        if not has_lock:
            return self._commits.run(plan)
        return self._in_turn.run(plan) if self._mirror.is_fresh else self._run_locked(plan)

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
        cause: Cause = "replaced",
    ) -> None:
        """Replace all documents by what ``change`` makes of them. ``before`` runs while nobody else can write.

        Other servers learn by ``cause`` what their own backups must not hold any more.
        """
        if not self.writable:
            raise StorageReadonly
        with self._commits.lock, self.writing() as connection:  # one write under way a server: see _did
            self._check(locked(connection))
            if before is not None:
                before()
            present = views.all_tables(connection)
            ops = views.differences(present, change(present))
            gone.note(connection, self.write(connection, ops), cause, ops)
            views.note_ids(connection, last_ids or {})
        self._compare()
        self.compact()

    def compact(self) -> None:
        """Leave no trace of what was removed, as far as the database lets anybody say so: docs/decisions.md."""
        if not self.writable:
            raise StorageReadonly
        vacuum(self._engine)

    def _compare(self) -> int | None:
        """Bring the mirror up to what is so now, and give the write that it is as of; None where there is none, or no answer."""
        try:
            self._mirror.catch_up()
        except (SQLAlchemyError, Busy):
            self._mirror.expire()
            return None
        return None if self._mirror.memory is None else self._mirror.sequence

    def _on_mirror(self) -> Changeset:
        return Changeset(self._mirror.to_plan_on, self._indexes)

    def _commit(self, changeset: Changeset, _written: bytes | None) -> None:
        """What plans of this process changed together, in one statement."""
        ops, after = list(changeset.ops()), self._mirror.sequence
        if not ops:
            return
        options: dict[str, Any] = {"isolation_level": "AUTOCOMMIT"}
        with self._settled() as number:
            number.append(after + 1)
            with self._engine.connect().execution_options(**options) as connection:
                if self.write(connection, ops, changeset.told, after) is None:
                    self._is_contested = True
                    raise _Overtaken
        self._mirror.take_over(ops, after + 1)

    def _take_turn(self) -> Changeset:
        """The mirror as it is under the writers' lock."""
        with self._settled():
            self._turn = turn = Turn(self._engine)
            try:
                about, changes = turn.take(self._mirror.sequence)
                self._check(about)
                self._is_contested = self._mirror.bring_in(changes, turn.began, turn.connection)
                return self._on_mirror()
            except BaseException:
                turn.close()
                raise

    def _end_turn(self, changeset: Changeset, _written: bytes | None) -> None:
        """What plans of this process changed together, and the lock for the next one."""
        assert self._turn is not None  # noqa: S101 - it was taken for this
        ops, number = list(changeset.ops()), self._mirror.sequence + 1
        with closing(self._turn) as turn:
            if not ops:
                return
            with self._settled() as numbers:
                numbers.append(number)
                turn.write(self._values(ops, changeset.told))
        self._mirror.take_over(ops, number)

    def _run_locked(self, plan: Plan[T]) -> T:
        """Without a mirror. Nobody else writes from before the plan to after its commit."""
        with self._commits.lock if self._listener is not None else nullcontext():
            with self._settled() as number, self._transactions.begun() as connection:
                self._check(locked(connection))
                changeset = Changeset(SqlView(connection), self._indexes)
                result = plan(changeset)
                number.append(self.write(connection, list(changeset.ops()), changeset.told))
            self._mirror.expire()
        return result

    @contextmanager
    def _settled(self) -> Iterator[list[int | None]]:
        """A write of which is known in the end whether it was done. The block adds the number that it has or would have."""
        number: list[int | None] = []
        with translated():
            try:
                yield number
            except DBAPIError as error:
                if not error.connection_invalidated:
                    raise
                self._mirror.expire()
                if not number or number[0] is None or not self._did(number[0]):
                    raise _LostBeforeCommit from error

    def _did(self, number: int) -> bool:
        """Whether a write whose connection was lost became durable; if not, it never will. Raises Busy where nobody answers."""
        for _ in range(_ASKS):
            with suppress(Busy), self.writing() as connection:
                locked(connection)  # waits for it where it is still under way
                mine = select(SERVERS.c.sequence).where(SERVERS.c.name == self._listener_name)
                if connection.scalar(mine) == number:
                    return True
                count(connection)  # one that is yet to arrive stands on a write before this one
                return False
            time.sleep(_BETWEEN)
        raise Busy(AWAY)

    @property
    def _listener_name(self) -> str:
        return self._listener.name if self._listener is not None else ""

    def writing(self) -> AbstractContextManager[Connection]:
        """A transaction of the whole, which may take longer than a statement of a request."""
        return self._transactions.writing()

    def write(
        self,
        connection: Connection,
        ops: list[Op],
        told: Iterable[Told] | None = None,
        after: int | None = None,
    ) -> int | None:
        """Make changes, and count them as one write, of which other servers learn ``told``; None: all may be new.

        Gives its number, where the database has one; see ``statement.values_of`` for ``after``.
        """
        if not ops:
            return None
        if self._listener is None:
            views.write(connection, ops, self._indexes)
            count(connection)
            return None
        return statement.write(connection, self._values(ops, told, after))

    def _values(
        self, ops: list[Op], told: Iterable[Told] | None, after: int | None = None
    ) -> Mapping[str, Any]:
        return statement.values_of(
            ops, self._indexes, by=self._listener_name, told=told, after=after, schema=self._schema
        )

    def _check(self, about: dict[str, int]) -> None:
        """A newer Soi may have brought the documents to its schema while this one ran."""
        if about[SCHEMA_ROW] > self._schema:
            raise DbNewer
        if FILLING_ROW in about:
            raise HalfMoved


def _storable(changeset: Changeset) -> bytes:
    """A plan that changes what JSON cannot hold fails alone. Raises BadField."""
    return storable(list(changeset.ops()))
