"""One suite for every store: a new one adds its opener to STORES."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from server.store.store import Store
from server.store.tinydb import embedded_store

Now = Callable[[], datetime]
Opener = Callable[[Path, Now], Store]


def open_tinydb(folder: Path, now: Now) -> Store:
    return embedded_store(folder / "soi.json", now=now)


STORES: dict[str, Opener] = {"tinydb": open_tinydb}


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
    opened = OpenedStore(request.param, tmp_path / "data", clock)
    yield opened
    opened.store.close()


@pytest.fixture
def store(opened: OpenedStore) -> Store:
    return opened.store
