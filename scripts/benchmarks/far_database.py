"""A check while each answer of the database takes 20 ms, against one whose database is near; both on PostgreSQL."""

from __future__ import annotations

import itertools
import queue
import socket
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager, suppress
from pathlib import Path

from scripts.benchmarks import Row, at_most, interleaved
from scripts.benchmarks.http import capture, reduced_page, retold, soi_server
from tests.store import postgres

TITLE = "A check and a database that is far away"
AWAY = 0.020
"""Seconds from a question to its answer, beside what PostgreSQL needs."""
TARGET_MS = 40
_SYNCED = ("listen_addresses=",)
_PIECE = 1 << 16


def rows(quick: bool) -> Iterator[Row]:
    """Milliseconds that the way to the database adds to a check over HTTP. Nothing where PostgreSQL is not installed."""
    programs = postgres.programs()
    if programs is None:
        return
    with ExitStack() as until_end:
        folder = Path(until_end.enter_context(tempfile.TemporaryDirectory()))
        database = until_end.enter_context(postgres.running(programs, _SYNCED))
        servers = {}
        for name, seconds in (("near", 0.0), ("far", AWAY)):
            port = until_end.enter_context(relay(database.folder / ".s.PGSQL.5432", seconds))
            address = f"postgresql+psycopg://soi@127.0.0.1:{port}/{postgres.DATABASE}"
            place = f"{address}?options=-csearch_path%3D{database.new_schema()}"
            servers[name] = until_end.enter_context(soi_server(folder / name, place))
        for what, creators in (("new creators", 1_000_000), ("one creator again and again", 1)):
            checks = {name: _checks(server.post, creators) for name, server in servers.items()}
            took = interleaved(checks, 15 if quick else 60, warmup=3)
            near, far = took["near"] * 1e3, took["far"] * 1e3
            detail = f"{near:.1f} ms near, {far:.1f} ms at {AWAY * 1e3:.0f} ms an answer"
            yield at_most(f"check of {what}: far - near", far - near, "ms", TARGET_MS, detail)


def _checks(post: Callable[[bytes], int], creators: int) -> Callable[[], object]:
    """Each capture is another one, so that nothing is answered from memory."""
    numbers = itertools.count()

    def check() -> None:
        number = next(numbers)
        if post(retold(capture(reduced_page(number % creators)), number)) != 200:
            raise RuntimeError("a check was refused")

    return check


@contextmanager
def relay(target: Path, seconds: float) -> Iterator[int]:
    """A port that leads to a socket, ``seconds`` there and back."""
    with closing(socket.create_server(("127.0.0.1", 0))) as door:
        threading.Thread(target=_let_in, args=(door, target, seconds / 2), daemon=True).start()
        yield door.getsockname()[1]


def _let_in(door: socket.socket, target: Path, delay: float) -> None:
    with suppress(OSError):
        while True:
            here, _ = door.accept()
            there = socket.socket(socket.AF_UNIX)
            there.connect(str(target))
            for one, other in ((here, there), (there, here)):
                pieces: queue.Queue[tuple[float, bytes]] = queue.Queue()
                threading.Thread(target=_take, args=(one, pieces, delay), daemon=True).start()
                threading.Thread(target=_hand_on, args=(pieces, other), daemon=True).start()


def _take(source: socket.socket, pieces: queue.Queue[tuple[float, bytes]], delay: float) -> None:
    piece = b"-"
    while piece:
        with suppress(OSError):
            piece = b""
            piece = source.recv(_PIECE)
        pieces.put((time.monotonic() + delay, piece))


def _hand_on(pieces: queue.Queue[tuple[float, bytes]], sink: socket.socket) -> None:
    with suppress(OSError):
        while True:
            due, piece = pieces.get()
            time.sleep(max(0.0, due - time.monotonic()))
            if not piece:
                sink.shutdown(socket.SHUT_WR)
                return
            sink.sendall(piece)
