"""Two servers that write all the time on one PostgreSQL, 20 ms away, against one that does: how long a save waits."""

from __future__ import annotations

import itertools
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, closing
from pathlib import Path

from scripts.benchmarks import ROOT, Row, at_least, at_most
from scripts.benchmarks.far_database import AWAY, relay
from server.store import open_store
from tests.store import postgres

TITLE = "Two servers that write all the time"
MOST_TIMES = 3
"""A save waits for the other server's, and needs the lock: two waits of its own where one server has one."""
LEAST_SHARE = 0.6
"""Of the server that comes off worse, of what the other one has saved."""
_SYNCED = ("listen_addresses=",)


def rows(quick: bool) -> Iterator[Row]:
    """The mean wait of a save, one after the other at each server. Nothing where PostgreSQL is not installed."""
    programs = postgres.programs()
    if programs is None:
        return
    seconds = 4 if quick else 15
    with ExitStack() as until_end:
        folder = Path(until_end.enter_context(tempfile.TemporaryDirectory()))
        database = until_end.enter_context(postgres.running(programs, _SYNCED))
        port = until_end.enter_context(relay(database.folder / ".s.PGSQL.5432", AWAY))
        address = f"postgresql+psycopg://soi@127.0.0.1:{port}/{postgres.DATABASE}"
        saved = {}
        for n in (1, 2):
            url = f"{address}?options=-csearch_path%3D{database.new_schema()}"
            saved[n] = _saved([[url, str(folder / f"{n} {who}"), str(seconds)] for who in range(n)])
    one, two = (seconds * n / sum(saved[n]) for n in (1, 2))
    detail = f"{two * 1e3:.0f} ms at two, {one * 1e3:.0f} ms at one"
    yield at_most("a save at two servers / at one", two / one, "x", MOST_TIMES, detail)
    share = min(saved[2]) / max(saved[2])
    yield at_least("saves of the slower server / of the other", share, "x", LEAST_SHARE, f"{saved[2]}")


def _saved(servers: list[list[str]]) -> list[int]:
    """How many saves each of these did, all at the same time."""
    command = [sys.executable, "-m", __name__]
    running = [
        subprocess.Popen(
            [*command, *of_one], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        for of_one in servers
    ]
    for server in running:
        assert server.stdout is not None  # noqa: S101 - it was asked for
        server.stdout.readline()
    for server in running:
        assert server.stdin is not None  # noqa: S101 - it was asked for
        server.stdin.write("\n")
        server.stdin.flush()
    return [int(server.communicate()[0]) for server in running]


def _save(url: str, folder: str, seconds: str) -> None:
    """One server: saves from the word to the end of its time."""
    with closing(open_store(url, Path(folder))) as store:
        store.follow()
        print("ready", flush=True)
        sys.stdin.readline()
        until, numbers = time.monotonic() + float(seconds), itertools.count()
        while time.monotonic() < until:
            number = next(numbers)
            store.entries.save(f"tao.{number % 50}", {"note": f"{number}"})
        print(next(numbers), flush=True)


if __name__ == "__main__":
    _save(*sys.argv[1:])
