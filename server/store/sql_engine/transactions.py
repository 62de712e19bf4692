"""Transactions of one database: those that look, those that write, and the rows that a writer locks."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from psycopg import Error
from sqlalchemy import Connection, Engine, func, select, update

from server.store.sql_engine.connecting import WRITES, translated
from server.store.sql_engine.tables import ABOUT, METADATA, SCHEMA_ROW, SEQUENCE_ROW

MAKES_TABLES = 5_765
"""PostgreSQL's advisory lock of whoever makes the tables."""


class Transactions:
    """Of one engine."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._is_postgresql = engine.dialect.name == "postgresql"

    @contextmanager
    def looking(self) -> Iterator[Connection]:
        """What was so at one moment."""
        options: dict[str, Any] = {}
        if self._is_postgresql:
            options = {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True}
        with translated(), self._connected() as connection:
            yield connection.execution_options(**options)

    def _connected(self) -> Connection:
        """A connection that lives: those in the pool may have died since. Whatever can be done again does not ask."""
        connection = self._engine.connect()
        if not self._is_postgresql:
            return connection
        try:
            self._engine.dialect.do_ping(connection.connection.dbapi_connection)  # type: ignore[arg-type]  # its type is of no driver
        except Error:
            connection.invalidate()
            connection.close()
            self._engine.dispose()
            return self._engine.connect()
        return connection

    @contextmanager
    def begun(self, *, patient: bool = False) -> Iterator[Connection]:
        """A transaction that writes; ``patient``: of the whole, which may take longer than a statement of a request."""
        connected = self._connected() if patient else self._engine.connect()
        with connected.execution_options(**{WRITES: True}) as connection, connection.begin():
            if patient and self._is_postgresql:
                connection.exec_driver_sql("SET LOCAL statement_timeout = 0")
                connection.exec_driver_sql("SET LOCAL idle_in_transaction_session_timeout = 0")
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A transaction of the whole."""
        with translated(), self.begun(patient=True) as connection:
            yield connection


def make_tables(transactions: Transactions, schema: int) -> None:
    """Where they are missing, for documents of ``schema``; another server that starts now waits."""
    with translated(opening=True), transactions.begun() as connection:
        if connection.dialect.name == "postgresql":
            connection.execute(select(func.pg_advisory_xact_lock(MAKES_TABLES)))
        METADATA.create_all(connection)
        if not about(connection):
            rows = [{"name": SCHEMA_ROW, "value": schema}, {"name": SEQUENCE_ROW, "value": 0}]
            connection.execute(ABOUT.insert(), rows)


def count(connection: Connection) -> None:
    """One write more."""
    connection.execute(update(ABOUT).where(ABOUT.c.name == SEQUENCE_ROW).values(value=ABOUT.c.value + 1))


def about(connection: Connection) -> dict[str, int]:
    """The rows of ``soi_about``."""
    return dict(connection.execute(select(ABOUT.c.name, ABOUT.c.value)).all())


def locked(connection: Connection) -> dict[str, int]:
    """The rows that a writer holds until its transaction ends. In one order: two writers never hold one each."""
    query = select(ABOUT.c.name, ABOUT.c.value).order_by(ABOUT.c.name).with_for_update()
    return dict(connection.execute(query).all())
