"""The embedded store against TinyDB's own storage and SQLite, in one folder and one run."""

from __future__ import annotations

import itertools
import json
import sqlite3
import statistics
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from time import perf_counter

from tinydb import TinyDB

from scripts.benchmarks import Row, at_least, at_most, interleaved, percentile, timings
from server.store.records import Check, Figure, ImportRow, Visit
from server.store.store import Store, utc_now
from server.store.tinydb import embedded_store

TITLE = "Store: one durable save, lists, opening"
TEXT = "Ghi chú về một nhà sáng tạo nội dung. " * 65
"""About 3 kB of UTF-8 a creator."""
TARGET_SIZE = 10_000
_DURABLE = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL"


def rows(quick: bool) -> Iterator[Row]:
    """Sizes are creators; every save is one creator of 3 kB, synced to the disk."""
    for size in (100, TARGET_SIZE) if quick else (100, 1_000, TARGET_SIZE, 50_000):
        with tempfile.TemporaryDirectory() as folder:
            yield from _saves(Path(folder), size, quick)
    with tempfile.TemporaryDirectory() as folder:
        yield from _reads(Path(folder), TARGET_SIZE)


def _saves(folder: Path, size: int, quick: bool) -> Iterator[Row]:
    with closing(filled(folder, size)) as store, closing(_json_storage(folder, size)) as plain:
        with closing(_sqlite(folder, size)) as sqlite:
            save, save_row = _save_store(store, size), _save_sqlite(sqlite, size)
            slow = 3 if size > TARGET_SIZE else 5 if quick else 9
            three = interleaved(
                {"soi": save, "json": _save_json(plain, size), "sqlite": save_row}, slow, calls=1
            )
            samples = timings({"soi": save, "sqlite": save_row}, 40 if quick else 200)
        soi, lite = (statistics.median(samples[name]) for name in ("soi", "sqlite"))
        detail = f"p99 {percentile(samples['soi'], 99) * 1e3:.2f} ms, SQLite {lite * 1e3:.2f} ms"
        yield Row(f"save at {size:,}", soi * 1e3, "ms", detail=detail)
        yield _targeted(at_least, f"JSONStorage / Soi at {size:,}", three["json"] / three["soi"], 100, size)
        yield _targeted(at_most, f"Soi / SQLite WAL FULL at {size:,}", soi / lite, 2, size)
        yield Row(f"compaction at {size:,}", _once(store.compact) * 1e3, "ms", detail="writers wait")


def _targeted(check: Callable[..., Row], what: str, value: float, limit: float, size: int) -> Row:
    """The target is for one size; the others are told."""
    return check(what, value, "x", limit) if size == TARGET_SIZE else Row(what, value, "x")


def _reads(folder: Path, size: int) -> Iterator[Row]:
    store = filled(folder, size)
    visit = Visit(utc_now(), followers=Figure(12_300, 12_250, 12_349), verdict="contact", tier="micro")
    for number in range(0, size, 10):
        store.checks.add(Check(name_of(number), visit))
    numbers = itertools.cycle(range(size))
    medians = interleaved({"list": store.entries.all}, 7) | interleaved(
        {"get": lambda: store.entries.get(name_of(next(numbers)))}, 7, calls=200
    )
    yield Row(f"list {size:,} entries", medians["list"] * 1e3, "ms")
    yield Row(f"get one of {size:,}", medians["get"] * 1e6, "us")
    megabytes = store.stats().bytes_on_disk / 1e6
    store.close()
    file = folder / "soi" / "soi.json"
    json_file = folder / "plain.json"
    json_file.write_text(json.dumps({"_default": {str(n): {"note": TEXT} for n in range(size)}}))
    opened = interleaved(
        {"soi": lambda: embedded_store(file).close(), "json": lambda: json.loads(json_file.read_bytes())}, 5
    )
    ratio = f"{opened['soi'] / opened['json']:.1f} x json.loads of the same texts; {megabytes:.0f} MB with backups"
    yield Row(f"open at {size:,}", opened["soi"] * 1e3, "ms", detail=ratio)
    store = embedded_store(file)
    yield Row(
        f"erase one of {size:,}", _once(lambda: store.erase(name_of(3))) * 1e3, "ms", detail="with backups"
    )
    store.close()


def _once(function: Callable[[], object]) -> float:
    start = perf_counter()
    function()
    return perf_counter() - start


def name_of(number: int) -> str:
    return f"creator.{number}"


def filled(folder: Path, size: int) -> Store:
    """A store of ``size`` entries."""
    store = embedded_store(folder / "soi" / "soi.json")
    store.entries.import_rows([ImportRow(name_of(number), {"note": TEXT}) for number in range(size)])
    store.compact()
    return store


def _json_storage(folder: Path, size: int) -> TinyDB:
    db = TinyDB(folder / "tinydb.json")
    db.insert_multiple({"username": name_of(number), "note": TEXT} for number in range(size))
    return db


def _sqlite(folder: Path, size: int) -> sqlite3.Connection:
    connection = sqlite3.connect(folder / "sqlite.db", isolation_level=None)
    for pragma in _DURABLE.split(";"):
        connection.execute(pragma)
    connection.execute("create table creators (username text primary key, document text)")
    connection.execute("begin")
    rows = ((name_of(number), json.dumps({"note": TEXT})) for number in range(size))
    connection.executemany("insert into creators values (?, ?)", rows)
    connection.execute("commit")
    return connection


def _save_store(store: Store, size: int) -> Callable[[], object]:
    numbers = itertools.count()
    return lambda: store.entries.save(name_of((n := next(numbers)) * 7 % size), {"note": f"{n} {TEXT}"})


def _save_json(db: TinyDB, size: int) -> Callable[[], object]:
    numbers = itertools.count()
    return lambda: db.update({"note": f"{(n := next(numbers))} {TEXT}"}, doc_ids=[n * 7 % size + 1])


def _save_sqlite(connection: sqlite3.Connection, size: int) -> Callable[[], object]:
    numbers = itertools.count()
    sql = "insert or replace into creators values (?, ?)"

    def save() -> None:
        number = next(numbers)
        connection.execute(sql, (name_of(number * 7 % size), json.dumps({"note": f"{number} {TEXT}"})))

    return save
