"""The harness itself, on a throw-away extension: what it finds and does is what a person would."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.browser import probe
from tests.browser.conftest import BROWSERS, require, start
from tests.browser.harness.driver import Browser, Tab, find, gone, press, until
from tests.browser.standin.site import HOME, StandIn

pytestmark = pytest.mark.browser
PROFILE = f"{HOME}/linhdan.vidu/"


@pytest.fixture(scope="module", params=BROWSERS)
def browser(
    request: pytest.FixtureRequest, site_server: StandIn, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Browser]:
    require(request.param)
    folder = tmp_path_factory.mktemp(f"probe-{request.param}")
    running = start(request.param, folder / "profile", probe.write(folder / "extension"), site_server)
    yield running
    running.close()


@pytest.fixture
def tab(browser: Browser, site: StandIn) -> Iterator[Tab]:
    opened = browser.tab(PROFILE)
    yield opened
    opened.close()


def _shown(tab: Tab) -> str:
    tree = tab.tree()
    top = tree.find("region", "Probe")
    return tree.text(top) if top else ""


def _count(tab: Tab, expected: str) -> str:
    press(tab, "button", "^Count$", within=("region", "Probe"))
    until(lambda: expected in _shown(tab), expected)
    return _shown(tab)


def test_closed_shadow_roots_are_seen_and_clicked_with_trusted_events(tab: Tab) -> None:
    """The probe counts only trusted clicks on a button inside its closed shadow root."""
    assert "counted" in _count(tab, "counted")


def test_a_page_cannot_reach_what_the_harness_reaches(tab: Tab) -> None:
    """What the harness finds is invisible to the page's own script, so it came from the accessibility tree."""
    find(tab, "button", "^Count$")
    assert (
        tab.evaluate(
            "[...document.querySelectorAll('button')].filter((b) => b.textContent === 'Count').length"
        )
        == 0
    )


def test_a_stopped_background_wakes_on_the_next_message(tab: Tab, browser: Browser) -> None:
    """After a stop the same click works again, and the background says that it was woken once more."""
    before = int(_count(tab, "woken").rsplit(" ", 1)[1])
    browser.stop_background()
    _count(tab, f"woken {before + 1}")


def test_a_reloaded_extension_leaves_the_open_page_with_a_dead_context(tab: Tab, browser: Browser) -> None:
    """Chromium leaves the old script speaking to nobody; Firefox ends it and injects a second one beside it."""
    find(tab, "button", "^Count$")
    browser.reload_extension()
    if browser.name == "firefox":
        until(lambda: len(list(tab.tree().all("region", "Probe"))) == 2, "a second probe")
    else:
        press(tab, "button", "^Count$", within=("region", "Probe"))
        until(lambda: "refresh the page" in _shown(tab), "a plea to refresh")
    tab.reload()
    assert "counted" in _count(tab, "counted")


def test_own_pages_of_the_extension_open_and_take_typing(browser: Browser) -> None:
    """Options and welcome pages are tested in a tab, with real keys."""
    own = browser.tab(browser.extension_url("options/options.html"))
    press(own, "textbox", "Word")
    own.type("đèn")
    until(lambda: find(own, "textbox", "Word").value == "đèn", "the typed word")
    own.close()


def test_the_site_answers_under_instagrams_name_with_its_policy(tab: Tab) -> None:
    """The page is https://www.instagram.com, and its policy refuses markup from strings."""
    assert tab.evaluate("location.origin") == HOME
    refused = tab.evaluate(
        "(() => { try { document.body.innerHTML = '<b>x</b>'; return 'taken'; } catch (e) { return e.name; } })()"
    )
    assert refused == "TypeError"


def test_the_log_holds_the_pages_own_requests(tab: Tab, site: StandIn) -> None:
    """Every query of a profile's load is in the log, once."""

    def twelve_tiles() -> bool:
        return bool(tab.evaluate("document.querySelectorAll('#grid a').length") == 12)

    until(twelve_tiles, "twelve tiles")  # what an earlier, closed tab still had under way has come by now
    before = site.requests()
    tab.goto(f"{HOME}/maya.vidu/")
    until(twelve_tiles, "twelve tiles of another profile")
    operations = {entry.operation: count for entry, count in (site.requests() - before).items()}
    assert operations["PolarisProfilePageContentQuery"] == 1
    assert operations["PolarisProfilePostsQuery"] == 1


def test_navigation_by_pushstate_keeps_the_first_pages_head(tab: Tab) -> None:
    """Metas stay those of the first profile while the header changes, and back returns to it."""
    press(tab, "link", "maya.vidu$", within=("navigation", "Trang chủ"))
    find(tab, "heading", "^maya.vidu$")
    gone(tab, "heading", "^linhdan.vidu$")
    assert tab.evaluate("document.querySelector('meta[property=\"og:url\"]').content") == PROFILE
    tab.back()
    find(tab, "heading", "^linhdan.vidu$")


def test_held_answers_wait_until_they_are_released(browser: Browser, site: StandIn) -> None:
    """A test decides when posts arrive."""
    site.hold("PolarisProfilePostsQuery")
    opened = browser.tab(PROFILE)
    find(opened, "heading", "^linhdan.vidu$")
    assert opened.evaluate("document.querySelectorAll('#grid a').length") == 0
    site.release("PolarisProfilePostsQuery")
    until(lambda: opened.evaluate("document.querySelectorAll('#grid a').length") == 12, "twelve tiles")
    opened.close()


def test_a_hovered_tile_shows_its_counts(tab: Tab) -> None:
    """Counts stand on a tile only while the mouse is over it."""
    until(lambda: tab.evaluate("document.querySelectorAll('#grid a').length") == 12, "twelve tiles")
    assert tab.evaluate("document.querySelectorAll('#grid ul').length") == 0
    tab.hover("#grid a")
    until(lambda: tab.evaluate("document.querySelectorAll('#grid ul li').length") == 2, "likes and comments")


def test_the_followers_dialog_loads_twelve_rows_at_a_time(tab: Tab) -> None:
    """Rows come as the list is scrolled, as many as were asked for and no more."""
    press(tab, "link", "người theo dõi$", within=("main", ""))
    find(tab, "dialog", "Người theo dõi")
    rows = "document.querySelectorAll('#rows > div > div').length"
    until(lambda: tab.evaluate(rows) == 12, "twelve rows")
    tab.evaluate("document.getElementById('rows').scrollTo(0, 1e6) ?? null")
    until(lambda: tab.evaluate(rows) == 24, "twelve more")
    assert tab.url() == f"{PROFILE}followers/"
