"""A change of the whole list and its undo over HTTP, while another tab asks what is new."""

from __future__ import annotations

import json
import os
import statistics
import threading
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Any
from urllib.request import Request, urlopen

from scripts.benchmarks import Row, at_most
from server.store import open_store
from tests.browser.harness.crowd import fill, name_of
from tests.browser.harness.soi import SoiServer

TITLE = "The whole list beside a live tab"
SIZE, ROUNDS = 10_000, 20
ASKS_EVERY = 0.5
"""Seconds; a tab asks every two."""
MARK = "đợt "


def rows(quick: bool) -> Iterator[Row]:
    """Rounds of a tag for everybody and its undo; nothing may be left of it."""
    size = SIZE // 10 if quick else SIZE
    with TemporaryDirectory() as folder:
        home = Path(folder) / "home"
        fill(home, size)
        soi = SoiServer(home)
        try:
            waited, worked = _rounds(_Api(soi), [name_of(number) for number in range(size)])
        finally:
            soi.stop()
        store = open_store(f"tinydb:///{home.as_posix()}")
        left = sum(any(tag.startswith(MARK) for tag in entry.tags) for entry in store.entries.all())
        store.close()
    detail = f"processor time of the server, mean of {ROUNDS}; by the clock {statistics.median(waited) * 1e3:,.0f} ms, median"
    yield at_most(f"tag {size:,} and undo", worked / ROUNDS * 1e3, "ms", 2_000, detail)
    yield at_most("tags left behind", left, "entries", 0, f"{ROUNDS} rounds beside a live tab")


class _Api:
    """The API as this machine's command line asks it, with patience for a busy machine."""

    def __init__(self, soi: SoiServer) -> None:
        running = json.loads((soi.home / "running.json").read_text("utf-8"))
        self._token, self._url, self._pid = running["token"], soi.url, running["pid"]

    def __call__(self, method: str, path: str, sent: Any = None) -> Any:
        headers = {"Authorization": f"Bearer {self._token}", "Content-Type": "application/json"}
        data = None if sent is None else json.dumps(sent).encode()
        asked = Request(f"{self._url}/api/v1{path}", data, method=method, headers=headers)  # noqa: S310 - our own server
        with urlopen(asked, timeout=120) as answer:  # noqa: S310 - our own server
            return json.loads(answer.read())

    def worked(self) -> float:
        """Seconds of the processor that the server has used; 0 where the system does not tell."""
        stat = Path(f"/proc/{self._pid}/stat")
        if not stat.exists():
            return 0.0
        fields = stat.read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _rounds(call: _Api, names: list[str]) -> tuple[list[float], float]:
    """Seconds by the clock of each round, and of the processor for all of them, the other tab's questions included."""
    over = threading.Event()
    tab = threading.Thread(target=_ask, args=(call, over))
    tab.start()
    chosen = [{"username": name, "version": None} for name in names]
    before, waited = call.worked(), []
    for number in range(ROUNDS):
        begun = perf_counter()
        done = call("POST", "/shortlist/changes", {"entries": chosen, "add_tags": [f"{MARK}{number}"]})
        call("POST", f"/activity/{done['activity']}/undo")
        waited.append(perf_counter() - begun)
    over.set()
    tab.join()
    return waited, call.worked() - before


def _ask(call: _Api, over: threading.Event) -> None:
    sequence = call("GET", f"/changes?since={10**15}")["sequence"]
    while not over.wait(ASKS_EVERY):
        sequence = call("GET", f"/changes?since={sequence}")["sequence"]
