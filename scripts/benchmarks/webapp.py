"""The shortlist in a real browser: 10,000 creators against 100, by the browser's own performance entries."""

from __future__ import annotations

import statistics
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, sync_playwright

from scripts.benchmarks import Row, at_most
from tests.browser.harness.chromium import EXECUTABLE
from tests.browser.harness.crowd import fill
from tests.browser.harness.soi import SoiServer

TITLE = "Shortlist in the browser"
LARGE, SMALL = 10_000, 100
ROUNDS = 5
ROWS = ".list-grid .lines > .line"
CLOCK = (Path(__file__).parent / "webapp_clock.js").read_text("utf-8")
SCRIPTS = "scripts"
Figures = dict[str, float]


def rows(quick: bool) -> Iterator[Row]:
    """Opening, filtering, scrolling and exporting; milliseconds of the large list with the ratio to the small one."""
    if not EXECUTABLE.exists():
        return
    large, small = _measured(1_000 if quick else LARGE), _measured(SMALL)
    limits = {
        "interactive": 1_000.0,
        "filter": 100.0,
        "filter by ranges": 100.0,
        "long task while scrolling": 50.0,
        "export": 5_000.0,
    }
    limits_of_ratio = {"outcomes": 3.0, "first screen": 1.5}
    yield at_most(
        "scripts of the list's page", large.pop(SCRIPTS), "kB", 300, "as they are read, with preact"
    )
    for what in large:
        detail = f"none with {SMALL}"
        if small[what]:
            detail = f"{large[what] / small[what]:.1f} times that of {SMALL} ({small[what]:.0f} ms)"
        if what in limits_of_ratio:
            times, most = large[what] / small[what], limits_of_ratio[what]
            yield at_most(what, times, f"times that of {SMALL}", most, f"{large[what]:.0f} ms")
        elif what in limits:
            yield at_most(what, large[what], "ms", limits[what], detail)
        else:
            yield Row(what, large[what], "ms", detail=detail)


def _measured(size: int) -> Figures:
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder) / "home"
        fill(home, size)
        soi = SoiServer(home)
        try:
            with sync_playwright() as playwright:
                browser = playwright.chromium.launch(
                    executable_path=str(EXECUTABLE), args=["--no-sandbox", "--disable-gpu"]
                )
                page = browser.new_page(viewport={"width": 1280, "height": 800})
                page.goto(soi.entrance())
                return _figures(page)
        finally:
            soi.stop()


def _figures(page: Page) -> Figures:
    page.wait_for_selector(ROWS)
    opened, whole, loading = [], [], []
    for _ in range(ROUNDS):
        page.reload()
        page.wait_for_selector(ROWS)
        whole.append(_asked(page, "whole"))  # waits for the rest, which arrives behind the first rows
        opened.append(_asked(page, "interactive"))
        loading.append(_asked(page, "loading"))
    return {
        SCRIPTS: _asked(page, "scripts"),
        "interactive": statistics.median(opened),
        "first screen": statistics.median(opened),
        "whole list there": statistics.median(whole),
        "long task while the rest arrives": statistics.median(loading),
        "filter": _asked(page, "filter"),
        "filter by ranges": _asked(page, "ranges"),
        "long task while scrolling": _asked(page, "scroll"),
        "frame while scrolling, median": _asked(page, "frames"),
        "export": _asked(page, "export"),
        "outcomes": statistics.median(_asked(page, "outcomes") for _ in range(ROUNDS)),
    }


def _asked(page: Page, function: str) -> float:
    answer: Any = page.evaluate(f"async () => {{ {CLOCK}; return await soiClock.{function}(); }}")
    return float(answer)
