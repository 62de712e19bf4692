"""An update of the extension under an open page, and everything else that outlives a part of it."""

from __future__ import annotations

import pytest

from tests.browser.conftest import World
from tests.browser.harness.driver import until

pytestmark = pytest.mark.browser


def test_an_update_under_an_open_page_asks_for_a_refresh_or_takes_over(world: World) -> None:
    """Chromium cuts the old script off: it says "refresh". Firefox injects the new one: its badge is the only one."""
    badge = world.visit("linhdan.vidu")
    badge.wait_for("33.6K")
    world.browser.reload_extension()
    if world.browser.name == "chromium":
        badge.wait_for(world.texts("problem_stale_context"))
        badge.press(world.texts.exactly("refresh"))
        badge.wait_for("33.6K", "%", creator="linhdan.vidu")
    else:  # what the page had loaded before the update is gone with the old script; the header is still there
        badge.wait_for("33.6K", creator="linhdan.vidu")
    until(lambda: len(badge.regions()) == 1, "one badge")
    assert world.texts("problem_stale_context") not in badge.text()


def test_pairing_and_preferences_outlive_an_update(world: World) -> None:
    """After a reload of the extension nothing has to be connected anew."""
    world.browser.reload_extension()
    badge = world.visit("maya.vidu")
    badge.wait_for("78.9K", creator="maya.vidu")


def test_a_killed_background_is_not_noticed(world: World) -> None:
    """Killed between two profiles, it wakes and knows its pairing."""
    world.visit("linhdan.vidu").wait_for("33.6K")
    world.browser.stop_background()
    world.visit("tuanxe.vidu").wait_for("12.3K", creator="tuanxe.vidu")
