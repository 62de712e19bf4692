"""What the settings page asks of a long list: a preview of thresholds, a backup, a restore, erasing everything."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any

from scripts.benchmarks import Row, at_most
from server.analysis import Analysis, judge
from server.audit import audit_of
from server.facts import Count, Facts, Post, Reading, exact_count
from server.scoring.own import UserTables, own_of
from server.scoring.thresholds import own_thresholds
from server.services.threshold_preview import ThresholdPreview, verdict_inputs_of
from server.store.records import Check, ImportRow, Retention, Visit
from server.store.store import Store
from server.store.tinydb import embedded_store

TITLE = "Settings: preview of thresholds, backup and restore of a list"
NOW = datetime(2026, 11, 20, 8, 0, tzinfo=UTC)
SIZE, LEAST = 10_000, 100
AUDITS = Retention().audits
PRESENT = own_of({})
WANTED = UserTables(own_thresholds({"look_closer_from": 10}), search=PRESENT.search)


def rows(quick: bool) -> Iterator[Row]:
    """Sizes are creators with one check each; the newest have an audit, as many as the store keeps."""
    analysis = _analysis()
    seconds: dict[int, float] = {}
    for size in (LEAST, 1_000 if quick else SIZE):
        with tempfile.TemporaryDirectory() as folder, closing(_filled(Path(folder), size, analysis)) as store:
            preview = ThresholdPreview(store)
            preview.preview(WANTED, PRESENT)
            tries = [_seconds(lambda one=preview: one.preview(WANTED, PRESENT)) for _ in range(7)]
            seconds[size] = median(tries)
            yield Row(f"preview for {size:,}", seconds[size] * 1e3, "ms")
            if size > LEAST:
                yield from _whole_store(store)
    least, most = min(seconds), max(seconds)
    yield at_most(
        f"preview: {most:,} / {least:,} creators", seconds[most] / seconds[least], "x", 2 * most / least
    )
    with tempfile.TemporaryDirectory() as folder:
        yield from _from_audits(Path(folder), 200 if quick else AUDITS, analysis)


def _whole_store(store: Store) -> Iterator[Row]:
    yield Row("backup", 1e3 * _seconds(store.keep_backup), "ms")
    backup = store.backups()[0]
    size = f"{backup.bytes / 2**20:.0f} MB"
    yield Row("list of backups", 1e3 * _seconds(store.backups), "ms")
    file = store.backup_file(backup.id)
    yield Row("restore of a packed file", 1e3 * _seconds(lambda: store.restore(file)), "ms", detail=size)
    yield Row("erase everything", 1e3 * _seconds(lambda: store.wipe(keep_devices=True)), "ms")


def _from_audits(folder: Path, size: int, analysis: Analysis) -> Iterator[Row]:
    """What an update of the model costs once: every audit judged again, in requests of a bounded time."""
    with closing(_filled(folder, size, analysis, inputs_of=None)) as store:
        preview = ThresholdPreview(store)
        longest = total = 0.0
        pending = size
        while pending:
            begun = perf_counter()
            pending = preview.preview(WANTED, PRESENT)["pending"]
            longest, total = max(longest, perf_counter() - begun), total + perf_counter() - begun
    yield Row(f"first preview from {size:,} audits", total, "s", detail=f"longest request {longest:.2f} s")


def _seconds(function: Any) -> float:
    begun = perf_counter()
    function()
    return perf_counter() - begun


def _analysis() -> Analysis:
    def count(value: int) -> Count:
        return exact_count(value, "response", "invented")

    posts = tuple(
        Post(
            shortcode=f"code{number}",
            type="image",
            taken_at=NOW - timedelta(days=3 * number + 2),
            taken_at_source="response",
            likes=count(500 + 37 * (number % 5)),
            comments=count(9 + number % 7),
        )
        for number in range(12)
    )
    facts = Facts(
        username="invented",
        profile_id="7",
        followers=count(24_000),
        following=count(540),
        post_count=count(312),
        posts=posts,
    )
    return judge(Reading(page="profile", facts=facts), now=NOW)


def _filled(folder: Path, size: int, analysis: Analysis, inputs_of: Any = verdict_inputs_of) -> Store:
    """A store with ``size`` entries that were checked once; ``inputs_of`` None: by a version that kept none."""
    store = embedded_store(folder / "soi.json")
    store.checks.set_retention(Retention())
    store.entries.import_rows([ImportRow(f"creator{n}", {"note": "ghi chú " * 20}) for n in range(size)])
    audit = audit_of(analysis)
    for number in range(size):
        visit = Visit(NOW, verdict=analysis.verdict.code, audit_id=f"audit{number}")
        kept = audit if number >= size - AUDITS else None
        given = None if inputs_of is None else inputs_of(analysis)
        store.checks.add(Check(f"creator{number}", visit, audit=kept, verdict_inputs=given))
    return store
