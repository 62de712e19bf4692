"""Popup and options: what is chosen there is what the badge does."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from tests.browser.conftest import World
from tests.browser.harness.badge import Badge
from tests.browser.harness.driver import Tab, choose, fill, find, press, until
from tests.browser.harness.setup import ask, prefer
from tests.browser.harness.texts import Texts
from tests.browser.test_arrival import RESTING

pytestmark = pytest.mark.browser
DEFAULTS = {
    "language": "auto",
    "corner": "top-right",
    "collapsed": False,
    "page_answers": True,
    "samples": True,
}


@contextmanager
def _options(world: World) -> Iterator[Tab]:
    """The options page; preferences are put back afterwards."""
    tab = world.browser.tab(world.browser.extension_url("options/options.html"))
    try:
        find(tab, "heading", "")
        yield tab
    finally:
        tab.close()
        prefer(world.browser, **DEFAULTS, port=world.soi.port)


def test_the_language_is_switched_under_an_open_badge(world: World) -> None:
    """Vietnamese by the person's choice, whatever the browser's language; the open badge follows at once."""
    badge = world.visit("linhdan.vidu")
    badge.wait_for("33.6K", world.texts("tier_micro"))
    vietnamese = Texts("vi")
    with _options(world) as options:
        choose(options, world.texts.exactly("option_language"), world.texts("language_vi"))
        find(options, "heading", vietnamese.exactly("options_title"))
        Badge(world.tab, vietnamese).wait_for(
            "33,6\u00a0N", vietnamese("details"), vietnamese("save"), creator="linhdan.vidu"
        )


def test_the_corner_is_where_the_badge_goes(world: World) -> None:
    """The host moves to the other side of the window."""
    left = "document.querySelector(':root > [data-soi-badge]').getBoundingClientRect().left < innerWidth / 2"
    world.tab.resize(1920, 950)  # where there is room on both sides
    badge = world.visit("linhdan.vidu")
    badge.wait_for("33.6K")
    assert world.tab.evaluate(left) is False
    with _options(world) as options:
        choose(options, world.texts.exactly("option_corner"), world.texts("corner_top_left"))
        until(lambda: world.tab.evaluate(left), "the badge at the left")


def test_without_the_pages_answers_hovered_tiles_still_serve(world: World) -> None:
    """Answers switched off: the header gives the counts, a hovered tile its likes and comments."""
    world.soi.clear_creator("gymlab.vidu")  # else the badge shows what an earlier visit has read
    with _options(world) as options:
        press(options, "checkbox", world.texts.starting("option_page_answers"))
        until(lambda: ask(options, {"type": "prefs.get"})["page_answers"] is False, "the option")
        badge = world.visit("gymlab.vidu")
        badge.wait_for("61.2K", creator="gymlab.vidu")
        until(lambda: world.tab.evaluate("document.querySelectorAll('#grid a').length") == 12, "twelve tiles")
        assert "%" not in badge.text()
        for row in (1, 2):
            for column in (1, 2, 3):
                world.tab.hover(f"#grid > div > div:nth-child({row}) > div:nth-child({column}) a")
                time.sleep(RESTING)
        badge.wait_for("%", creator="gymlab.vidu")


def test_a_port_that_is_none_is_refused_in_words(world: World) -> None:
    """The field says what it takes, and the old port stays."""
    with _options(world) as options:
        fill(options, "(textbox|spinbutton)", world.texts.starting("option_port"), "80")
        until(lambda: world.texts("port_invalid") in options.tree().outline(), "the reason")
        assert ask(options, {"type": "prefs.get"})["port"] == world.soi.port


def test_the_popup_says_that_it_is_connected_and_who_was_looked_at(world: World) -> None:
    """State and recent creators."""
    world.visit("linhdan.vidu").wait_for("%", creator="linhdan.vidu")
    popup = world.browser.tab(world.browser.extension_url("popup/popup.html"))
    until(lambda: "linhdan.vidu" in popup.tree().outline(), "the creator in the popup")
    assert world.texts("state_connected", version="").strip() in popup.tree().outline()
    popup.close()


def _beside(world: World, path: str) -> Tab:
    """A page of the extension as it opens over the profile: the tab in front is the one with the profile."""
    own = world.browser.tab(world.browser.extension_url(path))

    def drawn() -> bool:
        world.tab.tree()  # brings the profile to the front
        own.reload()
        until(lambda: own.evaluate("document.querySelector('h1') !== null"), "the page")
        shown = own.evaluate("document.querySelector('main').innerText")
        return "@linhdan.vidu" in shown

    until(drawn, "the popup over the profile")
    return own


def test_the_popup_names_the_creator_on_the_page_with_the_verdict(world: World) -> None:
    """Over a profile it stands under "On this page", and not a second time among those looked at lately."""
    badge = world.visit("linhdan.vidu")
    badge.wait_for("%", creator="linhdan.vidu")
    verdict = world.soi.analysis("linhdan.vidu")["verdict"]["code"]
    popup = _beside(world, "popup/popup.html")
    shown = popup.tree().outline()
    here = shown.index(world.texts("current_creator"))
    lately = shown.index(world.texts("recent"))
    assert shown[here:lately].count("@linhdan.vidu") > 0
    assert world.texts(f"verdict_{verdict}") in shown[here:lately]
    assert "@linhdan.vidu" not in shown[lately:]
    popup.close()


def test_the_popup_says_what_to_open_where_no_profile_is_on_show(world: World) -> None:
    """Over anything else than a profile it says what to do."""
    popup = world.browser.tab(world.browser.extension_url("popup/popup.html"))
    find(popup, "heading", world.texts.exactly("current_creator"))
    until(lambda: world.texts("no_creator") in popup.tree().outline(), "the hint")
    popup.close()


def test_the_popup_opens_the_soi_tab(world: World) -> None:
    """One press leads to the web app, signed in by a one-use code."""
    popup = world.browser.tab(world.browser.extension_url("popup/popup.html"))
    press(popup, "button", world.texts.exactly("open_soi"))
    until(lambda: world.soi.page_url in " ".join(world.browser.addresses()), "the Soi tab")
    world.browser.close_tabs_at(world.soi.page_url)


def test_a_soi_that_is_started_later_is_noticed_by_itself(world: World) -> None:
    """The welcome page says that Soi is not running; nobody presses Retry, and it is connected."""
    world.soi.stop()
    welcome = world.browser.tab(world.browser.extension_url("welcome/welcome.html"))
    until(lambda: world.texts("state_server_off") in welcome.tree().outline(), "that Soi is off")
    find(welcome, "button", world.texts.exactly("retry"))
    world.soi.start()
    connected = world.texts("state_connected", version="").strip()
    until(lambda: connected in welcome.tree().outline(), "the connection")
    find(welcome, "heading", world.texts.exactly("ready_title"))
    welcome.close()


def test_the_options_show_the_keys_as_they_are(world: World) -> None:
    """Each command with its key, and a way to the browser's page where it can be changed."""
    with _options(world) as options:
        until(lambda: "Alt+Shift+S" in options.tree().outline(), "the key for saving")
        shown = options.tree().outline()
        assert "Alt+Shift+D" in shown
        assert world.texts("command_save") in shown
        find(options, "button", world.texts.exactly("shortcuts_change"))
