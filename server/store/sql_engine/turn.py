"""The writers' lock, taken and given back in a wait each: the way to write of a server that others overtake.

Where two servers write all the time, a statement that stands on the write before (statement.py) would mostly come to
nothing. Who has the lock is sent what the others wrote in the same wait, and what it writes is committed in the next one.
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

from psycopg import Connection as Driver
from psycopg import Error
from psycopg.pq import TransactionStatus
from sqlalchemy import Engine
from sqlalchemy.exc import DBAPIError

from server.store.sql_engine.mirror import SINCE, ChangedRow
from server.store.sql_engine.statement import WRITE

_LOCK = "SELECT name, value FROM soi_about ORDER BY name FOR UPDATE"
"""As ``transactions.locked``."""


class Turn:
    """One transaction of one connection."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self.connection = engine.connect().execution_options(isolation_level="AUTOCOMMIT")
        self.began = time.monotonic()
        """Before anything was asked."""

    def take(self, since: int) -> tuple[dict[str, int], Sequence[ChangedRow]]:
        """Wait for the lock; the rows of ``soi_about``, and what was written after write ``since``. Raises DBAPIError."""
        with self._sent() as driver:
            driver.execute("BEGIN")
            about = driver.execute(_LOCK)
            changes = driver.execute(
                SINCE, {"since": since}
            )  # begins when the lock is there, so it sees the last write
        return dict(about.fetchall()), changes.fetchall()

    def write(self, values: Mapping[str, Any]) -> None:
        """Write, and give the lock back. Raises DBAPIError."""
        with self._sent() as driver:
            driver.execute(WRITE, values)
            driver.execute("COMMIT")

    def close(self) -> None:
        """Nothing is written that was not."""
        with self.connection:
            if self.connection.invalidated or not self._is_begun():
                return
            try:
                self._driver.rollback()
            except Error:  # lost meanwhile: the database has given the lock back by itself
                self.connection.invalidate()

    def _is_begun(self) -> bool:
        return self._driver.info.transaction_status != TransactionStatus.IDLE

    @property
    def _driver(self) -> Driver[Any]:
        driver: Driver[Any] = self.connection.connection.driver_connection  # type: ignore[assignment]  # its type is of no driver
        return driver

    @contextmanager
    def _sent(self) -> Iterator[Driver[Any]]:
        """What the block says goes out together; what comes of it is told as SQLAlchemy tells it."""
        driver = self._driver
        try:
            with driver.pipeline():
                yield driver
        except Error as error:
            is_lost = bool(driver.closed)
            if is_lost:
                self.connection.invalidate()
                self._engine.dispose()  # as SQLAlchemy does: those in the pool are lost too
            raise DBAPIError.instance(
                None, None, error, Error, connection_invalidated=is_lost, dialect=self._engine.dialect
            ) from error
