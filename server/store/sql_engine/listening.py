"""What one server changed, told to the others: PostgreSQL's NOTIFY, which arrives with the commit or not at all.

Nothing of it is kept: no table holds a name because of it.
"""

from __future__ import annotations

import secrets
import threading
from collections.abc import Callable, Iterable
from typing import Any

from psycopg import Error
from sqlalchemy import ColumnElement, Engine, func, literal, text
from sqlalchemy.exc import SQLAlchemyError

from server import own_json
from server.store.work import Told

_MOST = 7_900
"""Bytes; PostgreSQL refuses notices of 8,000. A longer one says only that all may be new."""
_LOOK = 0.5
"""Seconds after which a listener looks whether it is to end."""
_AGAIN = 1.0
"""Seconds between two tries to reach a database that is away."""
_READY = 2.0
"""Seconds that the first caller waits for it to listen."""
_CHANNEL = func.concat("soi_", func.md5(func.current_schema()))
"""A channel is of the whole database; stores in two schemas of it do not hear each other."""

Heard = Callable[[Iterable[Told] | None], None]


def notice(by: str, told: Iterable[Told] | None) -> ColumnElement[Any]:
    """The call that sends it, as a part of the statement that it belongs to."""
    body = own_json.dumps({"by": by, "told": None if told is None else list(told)})
    if len(body) > _MOST:
        body = own_json.dumps({"by": by, "told": None})
    return func.pg_notify(_CHANNEL, literal(body.decode()))


class ChangeListener:
    """A connection of its own that waits for what others tell."""

    def __init__(self, engine: Engine) -> None:
        self._engine, self.name = engine, secrets.token_hex(8)
        self._ends, self._ready = threading.Event(), threading.Event()
        self._thread: threading.Thread | None = None
        self._starting = threading.Lock()

    def start(self, heard: Heard) -> None:
        """Once; waits until it listens, as far as the database answers."""
        with self._starting:
            if self._thread is not None or self._ends.is_set():
                return
            self._thread = threading.Thread(target=self._run, args=(heard,), name="soi-listener", daemon=True)
            self._thread.start()
            self._ready.wait(_READY)

    def close(self) -> None:
        """Waits for its thread."""
        self._ends.set()
        if self._thread is not None:
            self._thread.join(_READY)

    def _run(self, heard: Heard) -> None:
        while not self._ends.is_set():
            try:
                self._listen(heard)
            except (SQLAlchemyError, Error):
                self._ends.wait(_AGAIN)

    def _listen(self, heard: Heard) -> None:
        with self._engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            driver: Any = connection.connection.driver_connection
            connection.detach()  # it is closed with the block, and counts not for the pool
            channel = connection.scalar(text("SELECT 'soi_' || md5(current_schema())"))
            connection.exec_driver_sql(f'LISTEN "{channel}"')
            heard(None)  # what came before is not known here
            self._ready.set()
            while not self._ends.is_set():
                for one in driver.notifies(timeout=_LOOK):
                    self._hear(one.payload, heard)

    def _hear(self, payload: str, heard: Heard) -> None:
        said = own_json.loads(payload)
        if said["by"] != self.name:
            heard(None if said["told"] is None else [(kind, username) for kind, username in said["told"]])
