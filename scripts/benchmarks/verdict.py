"""From what the page gets to the verdict, in Chromium: what the badge waits for by itself."""

from __future__ import annotations

import json
import statistics
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import CDPSession, Page

from scripts.benchmarks import Row, at_most
from scripts.benchmarks.extension import EXTENSION
from tests.browser.harness.chromium import EXECUTABLE, ChromiumBrowser
from tests.browser.harness.driver import until
from tests.browser.harness.setup import connect
from tests.browser.harness.soi import SoiServer
from tests.browser.harness.texts import Texts
from tests.browser.standin.site import HOME, StandIn

TITLE = "Extension: from what the page gets to the verdict, in Chromium, warm"

_PAGE = Path(__file__).with_name("verdict_page.js").read_text("utf-8")
_BADGE = Path(__file__).with_name("verdict_badge.js").read_text("utf-8")
_POSTS = "PolarisProfilePostsQuery"
_SETTLED = 1_000
"""Milliseconds without a change after which the verdict is the last one."""


def rows(quick: bool) -> Iterator[Row]:
    if not EXECUTABLE.exists():
        yield Row("page loads", 0, "loads", detail=f"not measured: no Chromium at {EXECUTABLE}")
        return
    rounds = 5 if quick else 15
    with _connected() as (site, browser):
        waits = [_after_answer(site, browser) for _ in range(rounds + 1)][1:]
        yield _row("posts' answer right behind the header, to the filled verdict", waits, 300)
        waits = [_after_answer(site, browser, 1_000) for _ in range(rounds + 1)][1:]
        yield _row("posts' answer a second later, to the filled verdict", waits, 300)
        site.knobs.walled.add("tuanxe.vidu")
        waits = [_without_header(browser) for _ in range(rounds + 1)][1:]
        yield _row("page without the usual header, from its start to the verdict", waits, 2_000)


def _row(what: str, waits: list[float], limit: float) -> Row:
    detail = f"median of {len(waits)}, {min(waits):.0f} to {max(waits):.0f}"
    return at_most(what, statistics.median(waits), "ms", limit, detail)


@contextmanager
def _connected() -> Iterator[tuple[StandIn, ChromiumBrowser]]:
    with ExitStack() as closing:
        folder = Path(closing.enter_context(TemporaryDirectory(prefix="soi-bench-")))
        site = StandIn()
        closing.callback(site.close)
        soi = SoiServer(folder / "home")
        closing.callback(soi.stop)
        browser = ChromiumBrowser(folder / "profile", EXTENSION, site.port)
        closing.callback(browser.close)
        connect(browser, soi, Texts())
        yield site, browser


def _after_answer(site: StandIn, browser: ChromiumBrowser, later: float = 0) -> float:
    """Milliseconds from the page's having the posts to the verdict that stays.

    The site keeps the posts back for ``later`` milliseconds. Nothing is known of the creator from before.
    """
    site.hold(_POSTS)
    with _page(browser, _stranger(site)) as (page, badge):
        page.wait_for_timeout(later)
        site.release(_POSTS)
        answer = until(lambda: page.evaluate("() => __postsAt"), "the posts' answer")
        return _verdict(badge) - float(answer)


def _without_header(browser: ChromiumBrowser) -> float:
    """Milliseconds from the start of the navigation to the verdict that stays."""
    with _page(browser, "tuanxe.vidu") as (_, badge):
        return _verdict(badge)


def _stranger(site: StandIn) -> str:
    """The handle of a creator whom no earlier load has shown."""
    number = len(site.creators)
    username = f"linhdan.{number}"
    known = site.creators["linhdan.vidu"]
    site.creators[username] = replace(known, username=username, profile_id=f"6{number:08}")
    return username


@contextmanager
def _page(browser: ChromiumBrowser, creator: str) -> Iterator[tuple[Page, _Inside]]:
    page = browser.context.new_page()
    try:
        page.add_init_script(_PAGE)
        badge = _Inside(page)
        page.goto(f"{HOME}/{creator}/", wait_until="commit")
        yield page, badge
    finally:
        page.close()


class _Inside:
    """The extension's own world of a page: it alone can look into the closed badge."""

    def __init__(self, page: Page) -> None:
        self._cdp: CDPSession = page.context.new_cdp_session(page)
        self._page = page
        self._cdp.on("Runtime.executionContextCreated", self._watch)
        self._cdp.send("Runtime.enable")
        self._context: int | None = None

    def _watch(self, event: dict[str, dict[str, object]]) -> None:
        context = event["context"]
        if str(context["origin"]).startswith("chrome-extension://"):
            self._context = int(str(context["id"]))
            self._cdp.send("Runtime.evaluate", {"expression": _BADGE, "contextId": self._context})

    def wait(self, milliseconds: float) -> None:
        self._page.wait_for_timeout(milliseconds)

    def changes(self) -> list[tuple[float, str]]:
        """What the badge said since when."""
        self._page.evaluate("() => 0")  # events are read with an answer
        if self._context is None:
            return []
        asked = {"expression": "JSON.stringify(__said)", "contextId": self._context}
        return [
            tuple(one) for one in json.loads(self._cdp.send("Runtime.evaluate", asked)["result"]["value"])
        ]


def _verdict(badge: _Inside) -> float:
    until(badge.changes, "a verdict")
    known: list[tuple[float, str]] = []
    while known != (known := badge.changes()):
        badge.wait(_SETTLED)
    return known[-1][0]
