"""All documents in memory, as they were after one write: what a server reads and plans on without asking the database.

It is as large as an embedded store's memory, and given up where the store grows too large for that. Which documents changed after a write is in ``soi_changed``, so one
statement brings all that other servers did since. What is here is believed for a few seconds after it was last compared.
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any, cast

from sqlalchemy import Connection, Engine, select, text

from server import own_json
from server.errors import Busy
from server.store.engine.memory import Indexes, Memory, Op
from server.store.sql_engine import views
from server.store.sql_engine.connecting import AWAY
from server.store.sql_engine.tables import ABOUT, SEQUENCE_ROW

BELIEVED = 6.0
"""Seconds after which a mirror that was not compared is left aside: a listener may not know yet that it hears nothing."""
MOST_BYTES = 2 << 30
"""Of the documents' table on the disk: a larger store is read in the database."""
_KEPT = 100_000
"""Writes that ``soi_changed`` goes back at least."""
SINCE = """
SELECT 'sequence' AS what, '' AS collection, value AS id, NULL AS body FROM soi_about WHERE name = 'sequence'
UNION ALL SELECT 'given', collection, id, NULL FROM soi_last_ids
UNION ALL SELECT 'changed', c.collection, c.id, d.body
FROM soi_changed c LEFT JOIN soi_documents d ON d.collection = c.collection AND d.id = c.id
WHERE c.sequence > %(since)s
ORDER BY 1, 2, 3
"""
"""What was written after one write: rows of ``ChangedRow``."""
ChangedRow = tuple[str, str, int, str | None]
"""What it is, a collection, a number, and a document's text."""
_FORGET = (
    text("DELETE FROM soi_changed WHERE sequence < :before"),
    text("DELETE FROM soi_servers WHERE sequence < :before"),
)
_SIZE = text("SELECT pg_total_relation_size('soi_documents')")
_log = logging.getLogger(__name__)


class GivenUp(Exception):
    """There is no mirror any more, and nothing was changed."""


class Mirror:
    """Of one database. Whoever changes it holds ``lock``, the writers' of this process; readers never wait for that."""

    def __init__(self, engine: Engine, indexes: Indexes, lock: threading.Lock) -> None:
        self._engine, self._indexes, self.lock = engine, indexes, lock
        self._reading = threading.RLock()
        self._until = 0.0
        self.memory: Memory | None = None
        self.sequence = 0
        """The write that ``memory`` is as of."""
        self.caught_up = 0
        """How often it was behind: each time another server had written, and has told so."""

    @property
    def is_fresh(self) -> bool:
        """Whether it may be read and planned on."""
        return self.memory is not None and time.monotonic() < self._until

    @property
    def to_plan_on(self) -> Memory:
        """The documents, for who holds ``lock``. Raises GivenUp."""
        if self.memory is None:
            raise GivenUp
        return self.memory

    def expire(self) -> None:
        """Not to be believed until it is compared again."""
        self._until = 0.0

    @contextmanager
    def reading(self) -> Iterator[Memory | None]:
        """The documents, unchanged as long as the block lasts. None where they were given up a moment ago."""
        with self._reading:
            yield self.memory

    def load(self) -> None:
        """Read all, unless that is too much. Raises DBAPIError."""
        with self.lock:
            options: dict[str, Any] = {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True}
            with self._engine.connect().execution_options(**options) as connection:
                connection.exec_driver_sql("SET LOCAL statement_timeout = 0")
                began = time.monotonic()
                self._read_all(connection)
            self._until = began + BELIEVED
            if self.sequence > _KEPT:
                with self._engine.begin() as connection:
                    for statement in _FORGET:
                        connection.execute(statement, {"before": self.sequence - _KEPT})

    def keep_bound(self, connection: Connection) -> None:
        """Give it up where the store has grown too large. Raises DBAPIError."""
        if self.memory is not None and self._is_too_large(connection):
            with self.lock:
                self._give_up()

    def _is_too_large(self, connection: Connection) -> bool:
        return bool(connection.scalar(_SIZE) > MOST_BYTES)

    def _give_up(self) -> None:
        """The caller holds ``lock``: no plan stands on it."""
        with self._reading:
            self.memory = None
        _log.warning(
            "the store is over %d MB: it is read in the database, no longer in memory", MOST_BYTES >> 20
        )

    def catch_up(self) -> None:
        """Bring in what was written since; one statement. Raises DBAPIError, Busy."""
        with self.lock:
            if self.memory is None:
                return
            autocommit: dict[str, Any] = {"isolation_level": "AUTOCOMMIT"}
            with self._engine.connect().execution_options(**autocommit) as connection:
                self.catch_up_on(connection)

    def catch_up_on(self, connection: Connection) -> None:
        """The same for who holds ``lock``."""
        began = time.monotonic()
        rows = connection.exec_driver_sql(SINCE, {"since": self.sequence}).all()
        self.bring_in(cast("Sequence[ChangedRow]", rows), began, connection)

    def bring_in(self, rows: Sequence[ChangedRow], began: float, connection: Connection) -> bool:
        """What ``SINCE`` found when it was asked, at ``began``; gives whether that is anything. Raises GivenUp, DBAPIError, Busy."""
        memory = self.to_plan_on
        sequence = next((number for what, _, number, _ in rows if what == "sequence"), None)
        if sequence is None:  # somebody is putting the database back
            raise Busy(AWAY)
        is_news = sequence != self.sequence
        if not self.sequence <= sequence <= self.sequence + _KEPT // 2:  # another database's, or too long ago
            self._read_all(connection)
        elif is_news:
            ops: list[Op] = [
                (collection, doc_id, None if body is None else own_json.loads(body))
                for what, collection, doc_id, body in rows
                if what == "changed"
            ]
            with self._reading:
                memory.apply(ops)
                memory.note_ids({collection: last for what, collection, last, _ in rows if what == "given"})
                self.sequence = sequence
            self.caught_up += 1
        self._until = began + BELIEVED
        return is_news

    def take_over(self, ops: Iterable[Op], sequence: int) -> None:
        """What this process has written, exactly as the database has it; the caller holds ``lock``."""
        assert self.memory is not None  # noqa: S101 - the plan stood on it
        kept = own_json.loads(own_json.dumps(list(ops)))
        with self._reading:
            self.memory.apply((name, doc_id, document) for name, doc_id, document in kept)
            self.sequence = sequence

    def _read_all(self, connection: Connection) -> None:
        if self._is_too_large(connection):
            self._give_up()
            return
        sequence = connection.scalar(select(ABOUT.c.value).where(ABOUT.c.name == SEQUENCE_ROW))
        memory = Memory(self._indexes, views.all_tables(connection), views.last_ids(connection))
        with self._reading:
            self.memory, self.sequence = memory, sequence or 0
