"""The keyboard commands over a profile: saving, and opening or shrinking the badge."""

from __future__ import annotations

import pytest

from tests.browser.conftest import World
from tests.browser.harness.driver import until
from tests.browser.harness.setup import prefer

pytestmark = pytest.mark.browser
CREATOR = "maya.vidu"


def test_the_keys_save_the_creator_on_show(world: World) -> None:
    """Without the mouse: the creator is on the list, and the badge says so."""
    world.soi.clear_shortlist()
    badge = world.visit(CREATOR)
    badge.wait_for("78.9K", creator=CREATOR)
    world.browser.command("save", "Alt+Shift+S")
    badge.wait_for(world.texts("status_found"), creator=CREATOR)
    assert world.soi.shortlist() == {CREATOR: "found"}
    world.soi.clear_shortlist()


def test_the_keys_shrink_the_badge_and_open_it_again(world: World) -> None:
    """Twice the same keys; the choice is remembered as that of the mouse is."""
    badge = world.visit(CREATOR)
    badge.wait_for("78.9K", creator=CREATOR)
    try:
        world.browser.command("toggle", "Alt+Shift+D")
        badge.find("button", world.texts.exactly("expand_badge"))
        world.browser.command("toggle", "Alt+Shift+D")
        badge.wait_for("78.9K", creator=CREATOR)
    finally:
        prefer(world.browser, collapsed=False)


def test_the_keys_do_nothing_where_no_profile_is_on_show(world: World) -> None:
    """Over another page of Instagram nothing is saved and nothing is shown."""
    world.soi.clear_shortlist()
    world.tab.goto("https://www.instagram.com/explore/")
    until(lambda: world.tab.evaluate("document.querySelector('main') !== null"), "the page")
    world.browser.command("save", "Alt+Shift+S")
    world.visit(CREATOR).wait_for("78.9K", creator=CREATOR)
    assert world.soi.shortlist() == {}
