"""What one server changed, heard by the others: PostgreSQL's NOTIFY, which arrives with the commit or not at all.

Nothing of it is kept: no table holds a name because of it.
"""

from __future__ import annotations

import logging
import math
import secrets
import threading
import time
from collections.abc import Callable, Iterable
from contextlib import suppress
from typing import Any

from psycopg import Error
from sqlalchemy import Engine, text
from sqlalchemy.exc import SQLAlchemyError

from server import own_json
from server.errors import Busy
from server.store.sql_engine.mirror import Mirror
from server.store.sql_engine.tables import SERVERS
from server.store.work import Told

_LOOK = 0.5
"""Seconds after which a listener looks whether it is to end."""
_COMPARED = 2.0
"""Seconds without a word after which the mirror is compared with the database."""
_AGAIN = 1.0
"""Seconds between two tries to reach a database that is away."""
_READY = 2.0
"""Seconds that the first caller waits for it to listen."""
_log = logging.getLogger(__name__)
Heard = Callable[[Iterable[Told] | None], None]


class _Deaf(Exception):
    """Others have written, and not a word of it came: the connection is half open."""


class _Hearing:
    """Whether a connection that says nothing has nothing to say; keepalive finds that out only after half a minute."""

    def __init__(self, mirror: Mirror) -> None:
        self._mirror = mirror
        self.told = 0
        self._missed, self._seen = False, mirror.caught_up

    def judge(self) -> None:
        """At each comparison. A word may be on its way for the whole of one interval. Raises _Deaf."""
        if self._missed and not self.told:
            raise _Deaf
        self._missed = not self.told and self._mirror.caught_up != self._seen
        self.told, self._seen = 0, self._mirror.caught_up


class ChangeListener:
    """A connection of its own that waits for what others tell."""

    def __init__(self, engine: Engine, mirror: Mirror) -> None:
        """``mirror`` is loaded and kept up as long as it listens."""
        self._engine, self._mirror, self.name = engine, mirror, secrets.token_hex(8)
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

    def sign_off(self) -> None:
        """Nobody will ask any more what became of this server's last write."""
        with suppress(SQLAlchemyError), self._engine.begin() as connection:
            connection.execute(SERVERS.delete().where(SERVERS.c.name == self.name))

    def _run(self, heard: Heard) -> None:
        while not self._ends.is_set():
            try:
                self._listen(heard)
            except Exception as error:  # noqa: BLE001 - a thread that ended would leave its server without a word for good
                if not isinstance(error, (SQLAlchemyError, Error, Busy, _Deaf)):
                    _log.warning("listening again after %s", type(error).__name__)
                self._mirror.expire()
                self._ends.wait(_AGAIN)

    def _listen(self, heard: Heard) -> None:
        with self._engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            driver: Any = connection.connection.driver_connection
            connection.detach()  # it is closed with the block, and counts not for the pool
            channel = connection.scalar(text("SELECT 'soi_' || md5(current_schema())"))
            connection.exec_driver_sql(f'LISTEN "{channel}"')
            self._mirror.load()
            heard(None)  # what came before is not known here
            self._ready.set()
            compared, hearing = time.monotonic(), _Hearing(self._mirror)
            while not self._ends.is_set():
                for one in driver.notifies(timeout=_LOOK):
                    hearing.told += 1
                    self._hear(one.payload, heard)
                if time.monotonic() - compared > _COMPARED:
                    self._mirror.keep_bound(connection)
                    self._mirror.catch_up()
                    hearing.judge()
                    compared = time.monotonic()

    def _hear(self, payload: str, heard: Heard) -> None:
        """Whoever asks because of what is told finds it in the mirror, which a write of this server may have brought there."""
        said = own_json.loads(payload)
        if said["by"] != self.name:
            if self._mirror.sequence < said.get("at", math.inf):  # a server of an older Soi says no number
                self._mirror.catch_up()
            heard(None if said["told"] is None else [(kind, username) for kind, username in said["told"]])
