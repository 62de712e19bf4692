"""The page with and without the extension, in one run: what the badge costs the page that it lies over."""

from __future__ import annotations

import json
import statistics
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from scripts.benchmarks import ROOT, Row, at_most
from tests.browser.harness.chromium import EXECUTABLE, ChromiumBrowser
from tests.browser.harness.setup import connect
from tests.browser.harness.soi import SoiServer
from tests.browser.harness.texts import Texts
from tests.browser.standin.site import HOME, StandIn

TITLE = "Extension: a 1.5 MB profile in Chromium, warm, with and without it in turn"

EXTENSION = ROOT / "extension"
PAGE_BYTES = 1_500_000
LONG_TASK_MS = 50
_CLOCK = Path(__file__).with_name("extension_clock.js").read_text("utf-8")
_LOADED = "() => performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd"
_CHECKS = """() => performance.getEntriesByType('resource').filter((one) => one.name.endsWith('/api/v1/checks'))
  .map((one) => one.duration)"""


@dataclass(frozen=True, slots=True)
class Load:
    """One load of the page; milliseconds from the start of the navigation."""

    loaded: float
    header: float
    longest_task: float
    """0 where the browser reported none: it reports tasks of 50 ms and more."""
    badge: float
    """Without the extension a plain box takes the badge's place."""
    server: float
    """How long the server took for the first check; without the extension, how long the box waited."""

    @property
    def waited(self) -> float:
        return self.badge - self.header


def rows(quick: bool) -> Iterator[Row]:
    script_bytes = _injected_bytes()
    yield at_most("JavaScript injected into the page", script_bytes / 1000, "KB", 90)
    if not EXECUTABLE.exists():
        yield Row("page loads", 0, "loads", detail=f"not measured: no Chromium at {EXECUTABLE}")
        return
    bare, with_it, scripts = _measure(5 if quick else 15)
    yield from _table(bare, with_it)
    detail = f"sampled over {len(scripts)} loads, {_spread(scripts)}"
    yield Row("time of the extension's scripts in the page", _median(scripts), "ms", detail=detail)


def _table(bare: list[Load], with_it: list[Load]) -> Iterator[Row]:
    loaded = [_median([load.loaded for load in loads]) for loads in (bare, with_it)]
    yield Row("DOMContentLoaded without the extension", loaded[0], "ms", detail=f"median of {len(bare)}")
    yield Row("DOMContentLoaded with it", loaded[1], "ms", detail=f"{loaded[1] - loaded[0]:+.1f} ms")
    yield Row("header to badge", _median([load.waited for load in with_it]), "ms")
    yield Row("of that, the server's check", _median([load.server for load in with_it]), "ms")
    box = _median([load.waited for load in bare])
    yield Row("header to a plain box after the same time", box, "ms", detail="without the extension")
    share = [own.waited - plain.waited for own, plain in zip(with_it, bare, strict=True)]
    detail = f"badge later than box, {_spread(share)}"
    yield at_most("the extension's own share", _median(share), "ms", 30, detail)
    tasks = [[load.longest_task for load in loads] for loads in (bare, with_it)]
    yield Row("longest task of a load without it", _median(tasks[0]), "ms", detail=_spread(tasks[0]))
    what = "longest task of a load with it"
    yield longest_task(what, _median(tasks[1]), _median(tasks[0]), _spread(tasks[1]))


def longest_task(what: str, with_it: float, bare: float, detail: str) -> Row:
    """Judged only where the page alone has no task over the limit: else the machine is too busy to say."""
    if bare > LONG_TASK_MS:
        detail = f"{detail}; not judged: the page alone is over {LONG_TASK_MS} ms here"
        return Row(what, with_it, "ms", detail=detail)
    return at_most(what, with_it, "ms", LONG_TASK_MS, detail)


def _measure(rounds: int) -> tuple[list[Load], list[Load], list[float]]:
    """Loads without and with the extension, taken in turn after one warm-up of each; then its scripts' own time."""
    with side_by_side(PAGE_BYTES) as (bare, full):
        pairs = [_pair(bare, full) for _ in range(rounds + 1)][1:]
        scripts = [_script_time(full) for _ in range(5)]
        return [without for without, _ in pairs], [with_it for _, with_it in pairs], scripts


def _pair(bare: ChromiumBrowser, full: ChromiumBrowser) -> tuple[Load, Load]:
    """A load with the extension, and one in which a plain box waits as long as that load's check took.

    What the box waits beyond that is the page's own: its thread draws the header and answers of its own meanwhile, and
    nothing can be shown before it is free.
    """
    with_it = _load(full)
    return _load(bare, with_it.server), with_it


@contextmanager
def side_by_side(page_bytes: int = 0) -> Iterator[tuple[ChromiumBrowser, ChromiumBrowser]]:
    """The same site in a browser without the extension, and in one with it that is connected with a server."""
    with ExitStack() as closing:
        folder = Path(closing.enter_context(TemporaryDirectory(prefix="soi-bench-")))
        site = StandIn()
        closing.callback(site.close)
        site.knobs.ballast_bytes = page_bytes
        soi = SoiServer(folder / "home")
        closing.callback(soi.stop)
        bare = ChromiumBrowser(folder / "bare", None, site.port)
        closing.callback(bare.close)
        full = ChromiumBrowser(folder / "full", EXTENSION, site.port)
        closing.callback(full.close)
        connect(full, soi, Texts())
        yield bare, full


def _script_time(browser: ChromiumBrowser) -> float:
    """Milliseconds that the page's thread spent in the extension's files, by a sampling profile of one load."""
    page = browser.context.new_page()
    page.add_init_script(_CLOCK)
    profiler = page.context.new_cdp_session(page)
    try:
        profiler.send("Profiler.enable")
        profiler.send("Profiler.setSamplingInterval", {"interval": 200})
        profiler.send("Profiler.start")
        page.goto(f"{HOME}/linhdan.vidu/", wait_until="load")
        page.wait_for_function(
            "() => __clock.badge !== null && document.querySelectorAll('#grid a').length === 12"
        )
        profile = profiler.send("Profiler.stop")["profile"]
    finally:
        page.close()
    own = {
        node["id"] for node in profile["nodes"] if node["callFrame"]["url"].startswith("chrome-extension://")
    }
    spent = zip(profile["samples"], profile["timeDeltas"], strict=True)
    return float(sum(delta for sample, delta in spent if sample in own)) / 1000


def _load(browser: ChromiumBrowser, box_after: float | None = None) -> Load:
    page = browser.context.new_page()
    if box_after is not None:
        page.add_init_script(f"window.__boxAfter = {box_after}")
    page.add_init_script(_CLOCK)
    before = len(_check_times(browser))
    try:
        page.goto(f"{HOME}/linhdan.vidu/", wait_until="load")
        page.wait_for_function(
            "() => __clock.badge !== null && document.querySelectorAll('#grid a').length === 12"
        )
        clock = json.loads(page.evaluate("() => JSON.stringify(__clock)"))
        server = box_after if box_after is not None else sum(_check_times(browser)[before:][:1])
        return Load(page.evaluate(_LOADED), clock["header"], clock["longest"], clock["badge"], server)
    finally:
        page.close()


def _check_times(browser: ChromiumBrowser) -> list[float]:
    """Milliseconds of each check, as the background's own record of its requests has them."""
    workers = browser.context.service_workers
    times: list[float] = workers[0].evaluate(_CHECKS) if workers else []
    return times


def _injected_bytes() -> int:
    manifest = json.loads((EXTENSION / "manifest.json").read_text("utf-8"))
    scripts = {name for entry in manifest["content_scripts"] for name in entry["js"]}
    return sum((EXTENSION / name).stat().st_size for name in scripts)


def _median(values: list[float]) -> float:
    return statistics.median(values) if values else 0.0


def _spread(values: list[float]) -> str:
    return f"{min(values):.0f} to {max(values):.0f}" if values else "nothing was measured"
