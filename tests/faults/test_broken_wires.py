"""Two servers on one PostgreSQL whose connections break at random: what they hold in memory is what the database holds."""

from __future__ import annotations

import random
import socket
import threading
import time
from collections import Counter
from collections.abc import Callable
from contextlib import ExitStack, closing, suppress
from datetime import UTC, datetime
from pathlib import Path

import pytest

from server.errors import Busy, Conflict, NotFound
from server.store.engine.layout import Layout
from server.store.records import Check, Visit
from server.store.store import Store
from tests.store.postgres import PostgreSQL

sql = pytest.importorskip("server.store.sql", reason="needs soi[postgres]")
pytestmark = [
    pytest.mark.fault,
    pytest.mark.long,
    pytest.mark.filterwarnings(
        "ignore::pytest.PytestUnraisableExceptionWarning"
    ),  # sockets that the wire tears off
]
CREATORS = 12
"""That everybody changes all the time."""
_SOCKET = ".s.PGSQL.5432"


class Wire:
    """Stands between one server and PostgreSQL, and breaks: before a word arrives, or before its answer does."""

    def __init__(self, folder: Path, database: PostgreSQL) -> None:
        self.folder = folder
        folder.mkdir()
        self._to = str(database.folder / _SOCKET)
        self._open: dict[socket.socket, tuple[socket.socket, bool]] = {}
        self._deaf: set[socket.socket] = set()
        self._listening = socket.socket(socket.AF_UNIX)
        self._listening.bind(str(folder / _SOCKET))
        self._listening.listen()
        threading.Thread(target=self._accept, daemon=True).start()

    def close(self) -> None:
        self._listening.close()

    def break_one(self, choice: random.Random) -> None:
        """One of those that are open; half of the times the one that listens."""
        pairs = list(self._open.items())
        listening = [pair for pair in pairs if pair[1][1]]
        if not pairs:
            return
        near, (far, _) = choice.choice(listening if listening and choice.random() < 0.5 else pairs)
        if choice.random() < 0.5:  # PostgreSQL does what it was told, and the answer is lost
            self._deaf.add(near)
            threading.Timer(0.02, _shut, (near, far)).start()
        else:
            _shut(near, far)

    def _accept(self) -> None:
        with suppress(OSError):
            while True:
                near, _ = self._listening.accept()
                far = socket.socket(socket.AF_UNIX)
                try:
                    far.connect(self._to)
                except OSError:
                    near.close()
                    continue
                self._open[near] = far, False
                threading.Thread(target=self._carry, args=(near, far, near), daemon=True).start()
                threading.Thread(target=self._carry, args=(far, near, near), daemon=True).start()

    def _carry(self, source: socket.socket, to: socket.socket, near: socket.socket) -> None:
        with suppress(OSError):
            while data := source.recv(65_536):
                if source is near and b"LISTEN" in data:
                    self._open[near] = to, True
                if not (source is not near and near in self._deaf):
                    to.sendall(data)
        self._open.pop(near, None)
        _shut(source, to)


def _shut(*ends: socket.socket) -> None:
    for end in ends:
        with suppress(OSError):
            end.shutdown(socket.SHUT_RDWR)
        end.close()


class Editor(threading.Thread):
    """Edits at one server after the other, and knows how often it counted in whose note."""

    def __init__(self, who: str, stores: list[Store], edits: int) -> None:
        super().__init__(daemon=True)
        self._who, self._stores, self._edits = who, stores, edits
        self._random = random.Random(who)  # noqa: S311 - the same edits each time, no secret
        self.counted: Counter[tuple[str, str]] = Counter()
        self.failure: BaseException | None = None

    def run(self) -> None:
        try:
            for number in range(self._edits):
                self._edit(number)
        except BaseException as error:
            self.failure = error
            raise

    def _edit(self, number: int) -> None:
        roll, other = self._random.random(), f"{self._who}.{self._random.randrange(6)}"
        if roll < 0.6:
            self._count(f"tao.{self._random.randrange(CREATORS)}")
        elif roll < 0.75:
            self._asked(lambda store: store.checks.add(Check(other, Visit(datetime.now(UTC)))))
        elif roll < 0.9:
            self._asked(lambda store: store.entries.save(other, {"note": str(number)}))
        elif roll < 0.97:
            with suppress(NotFound):
                self._asked(lambda store: store.entries.delete(other))
        else:
            self._asked(lambda store: store.erase(other))

    def _count(self, name: str) -> None:
        """A tag of ours more, known by its number: whoever was slower reads again."""
        tag = f"{self._who}{self.counted[name, self._who]}"

        def add(store: Store) -> None:
            entry = store.entries.get(name)
            if tag not in (entry.note or "").split():
                store.entries.patch(name, {"note": f"{entry.note or ''} {tag}"[-4_000:]}, entry.version)

        self._asked(add)
        self.counted[name, self._who] += 1

    def _asked(self, what: Callable[[Store], object]) -> None:
        until = time.monotonic() + 60
        while time.monotonic() < until:
            with suppress(Busy, Conflict):
                what(self._random.choice(self._stores))
                return
        raise TimeoutError


@pytest.mark.parametrize("seed", range(3))
def test_whatever_breaks_the_mirrors_are_what_the_database_holds(
    database: PostgreSQL, tmp_path: Path, seed: int
) -> None:
    """Documents, ids that were given, what is found by what; and each count that was answered is there, once."""
    schema, choice = database.new_schema(), random.Random(seed)  # noqa: S311 - the same breaks each time, no secret
    with ExitStack() as until_end:
        wires, stores = [], []
        for name in "ab":
            wires.append(until_end.enter_context(closing(Wire(database.folder / f"{name}{seed}", database))))
            url = database.url(schema).replace(str(database.folder), str(wires[-1].folder))
            store = sql.postgresql_store(url, Layout(tmp_path / name / "soi.json"))
            stores.append(until_end.enter_context(closing(store)))
            store.follow()
        for number in range(CREATORS):
            stores[0].entries.save(f"tao.{number}", {})
        stores[1].database.storage._mirror.catch_up()
        editors, pause = [Editor(who, stores, 150) for who in "wxyz"], threading.Event()
        for editor in editors:
            editor.start()
        while any(editor.is_alive() for editor in editors):
            pause.wait(choice.random() * 0.15)
            choice.choice(wires).break_one(choice)
        assert [None] * 4 == [editor.failure for editor in editors]
        held = [settled(store) for store in stores]
        counted = sum((editor.counted for editor in editors), Counter[tuple[str, str]]())
        there = Counter(
            (entry.username, tag[0])
            for entry in stores[0].entries.all()
            if entry.username.startswith("tao.")
            for tag in (entry.note or "").split()
        )
        assert counted == there
    with closing(sql.postgresql_store(database.url(schema), Layout(tmp_path / "c" / "soi.json"))) as fresh:
        fresh.follow()
        assert [settled(fresh)] * 2 == held


def settled(store: Store) -> tuple[object, ...]:
    """What a server holds in memory, its listener being back by itself."""
    storage, waited = store.database.storage, threading.Event()
    mirror, until = storage._mirror, time.monotonic() + 20
    while not (mirror.is_fresh and mirror.sequence == storage.sequence):
        assert time.monotonic() < until
        waited.wait(0.05)
    memory = mirror.memory
    tables = {name: documents for name, documents in memory.tables.items() if documents}
    found = {key: {value: set(ids) for value, ids in of.items()} for key, of in memory._found.items() if of}
    return mirror.sequence, tables, found, memory.last_ids()
