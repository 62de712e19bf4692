"""One suite for every store: a new one adds its opener to STORES."""

from __future__ import annotations

import importlib
import importlib.util
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from server.store.engine.layout import Layout
from server.store.store import Store
from server.store.tinydb import embedded_store
from tests.store import postgres
from tests.store.postgres import PostgreSQL

Now = Callable[[], datetime]
Opener = Callable[[Path, Now], Store]
"""What opens the store of a test; the folder is its own, and its backups lie there."""


def tinydb_opener(_request: pytest.FixtureRequest) -> Opener:
    return lambda folder, now: embedded_store(folder / "soi.json", now=now)


def sqlite_opener(_request: pytest.FixtureRequest) -> Opener:
    sql = pytest.importorskip("server.store.sql", reason="needs soi[postgres]")
    return lambda folder, now: sql.sqlite_store(
        folder / "soi.sqlite", layout=Layout(folder / "soi.json"), now=now
    )


def postgresql_opener(request: pytest.FixtureRequest) -> Opener:
    server: PostgreSQL = request.getfixturevalue("postgresql")
    url = server.url(server.new_schema())
    sql = importlib.import_module("server.store.sql")
    return lambda folder, now: sql.postgresql_store(url, Layout(folder / "soi.json"), now=now)


STORES = {"tinydb": tinydb_opener, "sqlite": sqlite_opener, "postgresql": postgresql_opener}


@pytest.fixture(scope="session")
def postgresql() -> Iterator[PostgreSQL]:
    """A server for all tests of this process. Where it has to be there (SOI_REQUIRE_POSTGRESQL) its absence fails."""
    with postgres.running(postgres.needed_programs()) as server:
        yield server


class Clock:
    """A clock that the test sets, also backwards."""

    def __init__(self) -> None:
        self.time = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.time

    def forward(self, **delta: float) -> datetime:
        self.time += timedelta(**delta)
        return self.time


class OpenedStore:
    """A store that can be closed and opened again."""

    def __init__(self, opener: Opener, folder: Path, clock: Clock) -> None:
        self._opener, self.folder, self.clock = opener, folder, clock
        self.store = opener(folder, clock)

    def again(self) -> Store:
        self.store.close()
        self.store = self._opener(self.folder, self.clock)
        return self.store


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture(params=STORES.values(), ids=STORES.keys())
def opened(request: pytest.FixtureRequest, tmp_path: Path, clock: Clock) -> Iterator[OpenedStore]:
    opened = OpenedStore(request.param(request), tmp_path / "data", clock)
    yield opened
    opened.store.close()


@pytest.fixture
def store(opened: OpenedStore) -> Store:
    return opened.store
