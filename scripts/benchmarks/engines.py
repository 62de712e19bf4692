"""The three engines of the store side by side: the journal, SQLite and a PostgreSQL on this machine, all synced to the disk."""

from __future__ import annotations

import itertools
import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from functools import partial
from pathlib import Path

from scripts.benchmarks import Row, at_most, interleaved
from scripts.benchmarks.store import TARGET_SIZE, TEXT, name_of
from server.store import open_store
from server.store.records import ImportRow
from server.store.store import Store
from tests.store import postgres

TITLE = "Store: journal, SQLite, PostgreSQL"
_SYNCED = ("listen_addresses=",)
"""Of PostgreSQL, beside what its package comes with."""
_PART = 5_000


def rows(quick: bool) -> Iterator[Row]:
    """Sizes are creators of 3 kB. PostgreSQL where its package is; SQLAlchemy is in the development environment."""
    programs = postgres.programs()
    for size in (100, TARGET_SIZE) if quick else (100, 1_000, TARGET_SIZE, 50_000):
        with ExitStack() as until_end:
            folder = Path(until_end.enter_context(tempfile.TemporaryDirectory()))
            places = {"journal": f"tinydb://{folder}/journal", "SQLite": f"sqlite://{folder}/soi.sqlite"}
            if programs is not None:
                server = until_end.enter_context(postgres.running(programs, _SYNCED))
                places["PostgreSQL"] = server.url(server.new_schema())
            yield from _of_size(size, places, folder)


def _of_size(size: int, places: dict[str, str], folder: Path) -> Iterator[Row]:
    openers = {name: partial(open_store, url, folder / name) for name, url in places.items()}
    stores = {name: _served(opener) for name, opener in openers.items()}
    for store in stores.values():
        for start in range(0, size, _PART):
            numbers = range(start, min(start + _PART, size))
            store.entries.import_rows([ImportRow(name_of(n), {"note": TEXT}) for n in numbers])
    saves = interleaved({name: _save(store, size) for name, store in stores.items()}, 25)
    lists = interleaved({name: store.entries.all for name, store in stores.items()}, 3)
    for store in stores.values():
        store.close()
    opened = interleaved({name: partial(_open, opener) for name, opener in openers.items()}, 3)
    for what, seconds, limit in (("save", saves, 3), ("list", lists, 2), ("open", opened, 0)):
        for name, value in seconds.items():
            ratio, detail = value / seconds["journal"], f"{value * 1e3:.2f} ms"
            title = f"{what} at {size:,}: {name} / journal"
            if name == "PostgreSQL" and size == TARGET_SIZE and limit:
                yield at_most(title, ratio, "x", limit, detail)
            else:
                yield Row(title, ratio, "x", detail=detail)


def _served(opener: Callable[[], Store]) -> Store:
    """As a server has it: on PostgreSQL it hears of other servers and keeps what it has read."""
    store = opener()
    store.follow()
    return store


def _open(opener: Callable[[], Store]) -> None:
    _served(opener).close()


def _save(store: Store, size: int) -> Callable[[], object]:
    numbers = itertools.count()
    return lambda: store.entries.save(name_of((n := next(numbers)) * 7 % size), {"note": f"{n} {TEXT}"})
