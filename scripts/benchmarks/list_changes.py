"""A change of the whole list as one step, and its undo: to the disk and back."""

from __future__ import annotations

import statistics
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter, process_time

from scripts.benchmarks import Row, at_most
from server.store.list_records import COMMAND_LINE, BulkChange, BulkRow
from server.store.records import ImportRow
from server.store.tinydb import embedded_store

TITLE = "Changing the whole list"
SIZE, ROUNDS = 10_000, 5
NOTE = "ghi chú về người này " * 8


def rows(quick: bool) -> Iterator[Row]:
    """A tag for everybody and its undo, rounds in a row; nothing may be left of it."""
    size = SIZE // 10 if quick else SIZE
    with TemporaryDirectory() as folder:
        store = embedded_store(Path(folder) / "soi.json")
        own = [ImportRow(f"creator.{n}", {"note": NOTE, "tags": ("a", f"t{n}")}) for n in range(size)]
        store.entries.import_rows(own)
        seconds, waited = [], []
        for _ in range(ROUNDS):
            seen = [BulkRow(entry.username, entry.version) for entry in store.entries.all()]
            begun, clock = process_time(), perf_counter()
            activity = store.entries.change(seen, BulkChange({}, add_tags=("x",))).activity or 0
            store.activity.undo(activity, COMMAND_LINE)
            seconds.append(process_time() - begun)
            waited.append(perf_counter() - clock)
        left = sum("x" in entry.tags for entry in store.entries.all())
        store.close()
    detail = f"processor time, median of {ROUNDS}; {statistics.median(waited) * 1e3:,.0f} ms by the clock"
    yield at_most(f"tag {size:,} and undo", statistics.median(seconds) * 1e3, "ms", 2_000, detail)
    yield at_most("tags left behind", left, "entries", 0)
