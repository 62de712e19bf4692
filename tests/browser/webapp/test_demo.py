"""The demo page in a browser without the extension: the badge reads it, and a save is on the person's own list."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, expect

from tests.browser.harness.badge import Badge
from tests.browser.harness.chromium import ChromiumTab
from tests.browser.harness.soi import SoiServer
from tests.browser.harness.texts import Texts
from tests.browser.webapp.conftest import ONLY_CHROMIUM

pytestmark = pytest.mark.browser
SAVE = "chrome.runtime.sendMessage({type: 'shortlist.save', creator: 'gymlab.vidu'})"
"""What a press of Save sends. When a press counts is the badge's own matter, and is tested with the extension."""


@pytest.fixture
def fresh(tmp_path: Path) -> Iterator[SoiServer]:
    """A server whose list nobody has used."""
    server = SoiServer(tmp_path / "home")
    yield server
    server.stop()


@ONLY_CHROMIUM
def test_the_demo_shows_verdicts_and_keeps_what_is_saved(browser: BrowserContext, fresh: SoiServer) -> None:
    """Signs are read from an opened list; nothing is kept before the save; the language changes page and badge."""
    tab = browser.new_page()
    try:
        tab.goto(fresh.entrance().replace("/#code=", "/demo#code="))
        badge = Badge(ChromiumTab(tab), Texts("en"))
        badge.wait_for("%", creator="linhdan.vidu")
        tab.get_by_role("link", name="GYM LAB").click()
        tab.locator("a[href='/gymlab.vidu/followers/']").click()
        badge.wait_for(badge.texts("verdict_risky"), creator="gymlab.vidu")
        assert (fresh._call("GET", "/checks")["checks"], fresh.shortlist()) == ([], {})
        assert tab.evaluate(SAVE)["ok"]
        assert fresh.shortlist() == {"gymlab.vidu": "found"}
        tab.get_by_role("button", name="Tiếng Việt").dispatch_event("click")
        expect(tab.get_by_role("heading", level=1).first).to_have_text("Dùng thử Soi, không cần Instagram")
        spoken = Badge(ChromiumTab(tab), Texts("vi"))
        spoken.wait_for(spoken.texts("verdict_risky"), creator="gymlab.vidu")
    finally:
        tab.evaluate("localStorage.clear()")
        tab.close()
    assert fresh.creator("gymlab.vidu")["visits"][-1]["verdict"] == "risky"


@ONLY_CHROMIUM
def test_a_save_without_a_session_says_so_and_is_finished_once_signed_in(
    browser: BrowserContext, fresh: SoiServer
) -> None:
    """Soi runs, and it is not said that it does not; the save goes on by itself when another tab has signed in."""
    tab, other = browser.new_page(), browser.new_page()
    try:
        tab.goto(fresh.entrance().partition("#")[0] + "demo")
        badge = Badge(ChromiumTab(tab), Texts("en"))
        badge.wait_for("%", creator="linhdan.vidu")
        waits = tab.evaluate(SAVE.replace("gymlab", "linhdan"))["result"]
        assert (waits, fresh.shortlist()) == ({"waits": "save_waits_connection"}, {})
        expect(tab.get_by_role("alert")).to_contain_text("has to be signed in")
        other.goto(fresh.entrance())
        expect(tab.get_by_role("alert")).to_have_count(0)
        badge.wait_for(badge.texts("status_found"), creator="linhdan.vidu")
    finally:
        tab.close()
        other.close()
    assert fresh.shortlist() == {"linhdan.vidu": "found"}
