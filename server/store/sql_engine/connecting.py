"""Connections to SQLite and PostgreSQL: their limits in time, and what their failures mean."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError, ProgrammingError
from sqlalchemy.exc import TimeoutError as NoConnectionFree

from server.errors import BadSetting, Busy, DiskFull, SoiError, StorageReadonly

CONNECT_SECONDS = 5
STATEMENT_SECONDS = 15
"""A statement that takes longer ends; none of a request comes near."""
LOCK_SECONDS = 10
_ALIVE = {
    "keepalives_idle": 10,
    "keepalives_interval": 5,
    "keepalives_count": 3,
    "tcp_user_timeout": 25_000,  # milliseconds; no keepalive is sent while a statement waits to be acknowledged
}
"""A database whose machine went away without a word is missed after half a minute."""
IDLE_SECONDS = 60
"""A transaction whose server went away gives its locks back."""
WRITES = "soi_writes"
"""Execution option of a connection that is going to write."""
OUTSIDE = "soi_outside"
"""Of one that runs what no transaction may hold."""
_WAITED = ("57014", "55P03")
"""SQLSTATE of what took longer than a statement or a lock may: somebody else is at work, and it may be asked again."""
AWAY = "The database does not answer. Nothing is lost; try again in a moment."
_NO_STORE = "database: there is no store of Soi in it yet. soi serve makes one."
_MEANINGS = {
    "53100": DiskFull,
    "25006": StorageReadonly,
    "42501": StorageReadonly,
    "database or disk is full": DiskFull,
    "attempt to write a readonly database": StorageReadonly,
    "unable to open database file": StorageReadonly,
}
"""SQLSTATE of PostgreSQL, or SQLite's words, and what to tell a person."""
_FULL = "database: PostgreSQL lets no more connections in (max_connections, or a limit of its user)."
_REFUSED = (
    ("password authentication failed", "database: PostgreSQL refuses this user and password."),
    ("too many ", _FULL),
    ("connection slots are reserved", _FULL),
    (
        "no password supplied",
        "database: PostgreSQL asks for a password. Put it into ~/.pgpass or the file that PGPASSFILE names, readable by you alone.",
    ),
    ("does not exist", "database: PostgreSQL knows no such database or user. Make it first: createdb NAME."),
    ("no pg_hba.conf entry", "database: PostgreSQL lets nobody in from this machine (pg_hba.conf)."),
)
"""What a refused connection says, and the one fix."""


def limits() -> str:
    """What a connection to PostgreSQL says first: how long anything may take and hold."""
    return (
        f"SET statement_timeout = '{STATEMENT_SECONDS}s'; SET lock_timeout = '{LOCK_SECONDS}s'; "
        f"SET idle_in_transaction_session_timeout = '{IDLE_SECONDS}s'"
    )


def sqlite_engine(path: str) -> Engine:
    """A file; the last word of a commit is on the disk, and what is deleted is overwritten."""
    engine = create_engine(URL.create("sqlite", database=path), connect_args={"timeout": LOCK_SECONDS})

    @event.listens_for(engine, "connect")
    def prepare(connection: Any, _record: Any) -> None:
        connection.isolation_level = None  # else sqlite3 begins transactions when it likes
        for pragma in ("journal_mode = WAL", "synchronous = FULL", "secure_delete = ON"):
            connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        options = connection.get_execution_options()
        if not options.get(OUTSIDE):
            connection.exec_driver_sql("BEGIN IMMEDIATE" if options.get(WRITES) else "BEGIN")

    return engine


def postgresql_engine(url: URL) -> Engine:
    """A pool. A connection that died in it is met by who uses it: asking each whether it lives costs every write a wait."""
    engine = create_engine(
        url,
        pool_size=5,
        max_overflow=5,
        pool_timeout=LOCK_SECONDS,
        connect_args={"connect_timeout": CONNECT_SECONDS, "application_name": "soi"} | _ALIVE,
    )

    @event.listens_for(engine, "connect")
    def prepare(connection: Any, _record: Any) -> None:
        with connection.cursor() as cursor:
            cursor.execute(limits())
        connection.commit()

    return engine


@contextmanager
def translated(*, opening: bool = False) -> Iterator[None]:
    """What the database raises, in the words of Soi; ``opening``: a database that is not there is a wrong setting."""
    try:
        yield
    except NoConnectionFree as error:
        raise Busy from error
    except DBAPIError as error:
        raise meaning(error, opening=opening) from error


def meaning(error: DBAPIError, *, opening: bool = False) -> SoiError:
    """The failure that a person or a queue can act on."""
    text, state = str(error.orig), getattr(error.orig, "sqlstate", None)
    for known, failure in _MEANINGS.items():
        if known == state or (state is None and known in text):
            return failure()
    if isinstance(error, ProgrammingError) or "no such table" in text:
        return BadSetting(_NO_STORE)
    if opening and state not in _WAITED:
        words = next((fix for known, fix in _REFUSED if known in text), None)
        return BadSetting(words or "database: nothing answers at this address. Is PostgreSQL running?")
    return Busy(AWAY) if error.connection_invalidated or state is None else Busy()
