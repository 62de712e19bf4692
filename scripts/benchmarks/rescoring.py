"""Everybody on a large list judged anew by another model, against judging one after the other."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from time import process_time

from msgspec.structs import replace

from scripts.benchmarks import Row, at_most
from scripts.benchmarks.http import capture, reduced_page
from server.analysis import conclude
from server.capture import Capture
from server.parsing import read_capture
from server.scoring.model import load_model
from server.services.gathered import Gatherer
from server.services.judged import judge_look
from server.services.looks import looked
from server.services.own_lists import ReadLists
from server.services.rescoring import Rescoring
from server.services.shared_commenters import SharedCommenters
from server.services.sketch_key import SketchKey
from server.settings import Settings
from server.store import open_store
from server.store.records import Check
from server.store.store import Store

TITLE = "A list judged anew"
CREATORS = 10_000
_KINDS = 40
"""Different pages; the rest are these under other names."""
_ONE_BY_ONE = 200
_AT_ONCE = 100
"""Creators of one write."""


def rows(quick: bool) -> Iterator[Row]:
    """In processor time, which a busy machine changes less."""
    n = CREATORS // 10 if quick else CREATORS
    with tempfile.TemporaryDirectory() as folder:
        settings = Settings(home=Path(folder))
        with closing(open_store(settings.database_url, settings.home)) as store:
            alone = _fill(store, settings, n)
            later = replace(load_model(), version="later")
            rescoring = Rescoring(store)
            start = process_time()
            told = rescoring.rescore(dry_run=True, model=later)
            dry = process_time() - start
            start = process_time()
            kept = rescoring.rescore(dry_run=False, model=later)["kept"]
            wet = process_time() - start
    yield Row(f"{told['judged']:,} stored creators judged anew, told", dry * 1e3, "ms", detail="one batch")
    yield Row(f"{kept:,} of them written", wet * 1e3, "ms", detail="with what stood before")
    yield at_most("told / judging as many one by one", dry / (alone * n), "x", 0.2)


def _fill(store: Store, settings: Settings, n: int) -> float:
    """Creators with a kept check each; gives the seconds of judging one again from its inputs."""
    key = SketchKey(store, settings.home, lambda: settings)
    gatherer = Gatherer(store, SharedCommenters(store, key), ReadLists(store))
    checks, given = [], []
    for number in range(_KINDS):
        look = looked(Capture.from_json(capture(reduced_page(number))), datetime.now(UTC))
        judged = judge_look(gatherer.gather(look, read_capture(look.capture)))
        if judged.check is not None:
            checks.append(judged.check)
            given.append(judged.analysis.inputs)
    for begin in range(0, n, _AT_ONCE):
        numbers = range(begin, min(begin + _AT_ONCE, n))
        store.checks.add_listed([_named(checks[number % len(checks)], number) for number in numbers])
    later = replace(load_model(), version="later")
    start = process_time()
    for number in range(_ONE_BY_ONE):
        conclude(given[number % len(given)], later)
    return (process_time() - start) / _ONE_BY_ONE


def _named(check: Check, number: int) -> Check:
    """The same check of somebody else; no audit, which only the newest 2,000 keep."""
    visit = replace(check.visit, at=check.visit.at + timedelta(seconds=number), audit_id=f"{number:016x}")
    return replace(check, username=f"nguoi{number}.vidu", visit=visit, audit=None)
