"""What the checks of store and requests cost, beside what they guard, in one run."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

from flask import Flask

from scripts.benchmarks import Row, at_most, interleaved
from scripts.benchmarks.http import capture, reduced_page
from server.app import JUDGE_KEY, create_app
from server.security.heads import SMALL_BODY, Head, Judge
from server.settings import Settings
from server.store import open_store
from server.store.engine import recovery
from server.store.engine.files import FileSystem
from server.store.engine.layout import Layout
from server.store.migrations import SCHEMA
from server.store.records import Check, Figure, Visit
from server.store.store import utc_now
from server.store.tinydb import embedded_store
from server.store.whole import judge, references_hold

TITLE = "Safeguards: the whole store, and the head of a request"
CREATORS = 10_000
_VISITS = 3
_TOKEN = "a-token-of-the-command-line"  # noqa: S105 - of this benchmark's own server


def rows(quick: bool) -> Iterator[Row]:
    """The check of a whole store, and what judging heads adds to a check."""
    with tempfile.TemporaryDirectory() as folder:
        yield from _store(Path(folder), 1_000 if quick else CREATORS)
    with tempfile.TemporaryDirectory() as folder:
        yield from _heads(Path(folder), 20 if quick else 100)


def _store(folder: Path, size: int) -> Iterator[Row]:
    store = embedded_store(folder / "soi.json")
    for number in range(size):
        for day in range(_VISITS):
            store.checks.add(_check(f"creator.{number}", number, day))
        store.entries.save(f"creator.{number}", {"note": "ghi chú " * 40, "tags": ("a", "b")})
    store.close()
    tables = recovery.look(FileSystem(), Layout(folder / "soi.json"), SCHEMA).tables
    took = interleaved({"whole": lambda: judge(tables), "references": lambda: references_hold(tables)}, 5)
    detail = f"{size:,} creators with {_VISITS} visits each"
    limit = 1_000 * size / CREATORS
    yield at_most("check of the whole after a salvage", took["whole"] * 1e3, "ms", limit, detail)
    yield Row("references at every start", took["references"] * 1e3, "ms", detail=detail)


def _check(name: str, number: int, day: int) -> Check:
    at = utc_now() - timedelta(days=_VISITS - day)
    visit = Visit(
        at,
        verdict="contact",
        tier="micro",
        followers=Figure(12_000, 12_000, 12_000),
        audit_id=f"{number}-{day}",
    )
    return Check(name, visit, profile_id=str(number + 1), full_name="Tạo Nên", audit={"facts": "x" * 3_000})


def _heads(folder: Path, count: int) -> Iterator[Row]:
    settings = Settings(home=folder)
    store = open_store(settings.database_url)
    app = create_app(settings, store, command_token=_TOKEN)
    bodies = iter([capture(reduced_page(number)) for number in range(count + 1)])
    took = interleaved({"check": lambda: _post(app, settings, next(bodies))}, count)["check"]
    judged = _judging(app.extensions[JUDGE_KEY], settings)
    store.close()
    detail = f"{judged * 1e6:.0f} us of {took * 1e3:.1f} ms"
    yield at_most("judging the head, of a check's p50", 100 * judged / took, "%", 5, detail)


def _post(app: Flask, settings: Settings, body: bytes) -> None:
    headers = {"Authorization": f"Bearer {_TOKEN}", "Content-Type": "application/json"}
    url = f"http://127.0.0.1:{settings.port}"
    answer = app.test_client().post("/api/v1/checks", data=body, headers=headers, base_url=url)
    if answer.status_code != 200:
        raise RuntimeError(f"a check answered {answer.status_code}")


def _judging(judge_head: Judge, settings: Settings) -> float:
    headers = {
        "HOST": f"127.0.0.1:{settings.port}",
        "AUTHORIZATION": f"Bearer {_TOKEN}",
        "CONTENT_TYPE": "application/json",
    }
    head = Head("POST", "/api/v1/checks", headers, SMALL_BODY + 1)
    if judge_head(head) is not None:
        raise RuntimeError("the head was refused")
    return interleaved({"head": lambda: judge_head(head)}, 7, calls=200)["head"]
