"""A thousand rows of a followers list, with and without the extension that reads them as they come."""

from __future__ import annotations

import statistics
from collections.abc import Iterator
from pathlib import Path

from scripts.benchmarks import Row
from scripts.benchmarks.extension import longest_task, side_by_side
from tests.browser.harness.chromium import EXECUTABLE, ChromiumBrowser
from tests.browser.standin.site import HOME

TITLE = "Extension: 1,000 rows of followers scroll by in Chromium, with and without it in turn"

_SCROLL = Path(__file__).with_name("follower_rows.js").read_text("utf-8")
_ROWS_READY = "() => document.querySelectorAll('#rows > div > div').length === 12"
_BADGE_READY = "() => document.querySelector(':root > [data-soi-badge]:not([hidden])') !== null"


def rows(quick: bool) -> Iterator[Row]:
    if not EXECUTABLE.exists():
        yield Row("rows of followers", 0, "rows", detail=f"not measured: no Chromium at {EXECUTABLE}")
        return
    rounds = 3 if quick else 7
    with side_by_side() as (bare, full):
        pairs = [(_longest(bare, badge=False), _longest(full, badge=True)) for _ in range(rounds + 1)][1:]
    without, with_it = ([pair[side] for pair in pairs] for side in (0, 1))
    yield Row("longest task without it", statistics.median(without), "ms", detail=_spread(without))
    median = statistics.median(with_it)
    yield longest_task("longest task with it", median, statistics.median(without), _spread(with_it))


def _longest(browser: ChromiumBrowser, badge: bool) -> float:
    """Milliseconds of the longest task while the rows come; 0 where none reached 50."""
    page = browser.context.new_page()
    try:
        page.goto(f"{HOME}/linhdan.vidu/followers/", wait_until="load")
        page.wait_for_function(_ROWS_READY)
        if badge:
            page.wait_for_function(_BADGE_READY)
        return float(page.evaluate(_SCROLL))
    finally:
        page.close()


def _spread(values: list[float]) -> str:
    return f"{min(values):.0f} to {max(values):.0f} over {len(values)} rounds; 0: none of 50 ms or more"
