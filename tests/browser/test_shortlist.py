"""Saving with one press, undoing it, status and note in place; and what happens when something dies midway."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress

import pytest

from tests.browser.conftest import BOTH_FONTS, World
from tests.browser.harness.driver import StaleNode, TimedOut, find, gone, press, until
from tests.browser.standin.site import HOME

pytestmark = pytest.mark.browser


@pytest.fixture(autouse=True)
def empty_list(world: World) -> Iterator[None]:
    """Each scenario begins and ends with an empty shortlist."""
    world.soi.clear_shortlist()
    yield
    world.soi.start_if_stopped()
    world.soi.clear_shortlist()


def test_one_press_saves_and_says_so(world: World) -> None:
    """After the press the creator is on the server's list, and the badge shows the status instead of the button."""
    badge = world.visit("linhdan.vidu")
    badge.wait_for("33.6K", "%")
    badge.save()
    badge.wait_for(world.texts("saved"), world.texts("status_found"))
    assert world.soi.shortlist() == {"linhdan.vidu": "found"}
    assert world.tab.tree().find("button", world.texts.exactly("save")) is None


@BOTH_FONTS
def test_undo_within_its_seconds_takes_the_creator_off_again(world: World) -> None:
    """Undo leaves nothing behind and offers saving again."""
    badge = world.visit("linhdan.vidu")
    badge.wait_for("33.6K", "%")
    badge.save()
    badge.press(world.texts.exactly("undo"))
    badge.find("button", world.texts.exactly("save"))
    assert world.soi.shortlist() == {}


def test_status_and_note_are_kept_from_the_badge(world: World) -> None:
    """Changed in place, they are on the server and there again after a reload."""
    badge = world.visit("maya.vidu")
    badge.wait_for("78.9K", "%")
    badge.save()
    badge.wait_for(world.texts("status_found"))
    badge.expand()
    badge.fill(world.texts.exactly("note"), "Gọi lại thứ Hai")
    until(lambda: world.soi.entry("maya.vidu").get("note") == "Gọi lại thứ Hai", "the note on the server")
    badge.choose(world.texts.exactly("status"), world.texts("status_contacted"))
    until(lambda: world.soi.shortlist() == {"maya.vidu": "contacted"}, "the status on the server")
    world.tab.reload()
    badge.wait_for(world.texts("status_contacted"))


def test_a_listed_creator_is_known_under_a_new_handle(world: World) -> None:
    """Renamed on Instagram, the account is recognised by its numeric id."""
    badge = world.visit("linhdan.vidu")
    badge.wait_for("33.6K", "%")
    badge.save()
    badge.wait_for(world.texts("status_found"))
    world.site.rename("linhdan.vidu", "linhdan.moi.vidu")
    world.tab.goto(f"{HOME}/linhdan.moi.vidu/")
    badge.wait_for(world.texts("status_found"), "linhdan.vidu", creator="linhdan.moi.vidu")


def test_a_save_survives_the_death_of_the_background_midway(world: World) -> None:
    """Sent and not yet answered, the background is killed: it happens once, the badge tells the truth, undo undoes it."""
    badge = world.visit("tuanxe.vidu")
    badge.wait_for("12.3K", "%")
    with world.soi.paused():
        badge.save()
        badge.find("button", world.texts.exactly("saving"))
        assert world.texts("status_found") not in badge.text()
        world.browser.stop_background()
    badge.wait_for(world.texts("status_found"))
    assert world.soi.shortlist() == {"tuanxe.vidu": "found"}
    assert world.soi.entry("tuanxe.vidu")["version"] == 1
    badge.press(world.texts.exactly("undo"))
    until(lambda: world.soi.shortlist() == {}, "the creator off the list again")


def test_the_background_may_be_dead_before_the_press(world: World) -> None:
    """A press wakes it; pairing and address survive its death."""
    badge = world.visit("tuanxe.vidu")
    badge.wait_for("12.3K", "%")
    world.browser.stop_background()
    badge.save()
    badge.wait_for(world.texts("status_found"))
    assert world.soi.shortlist() == {"tuanxe.vidu": "found"}


def test_server_off_is_said_and_gone_when_it_is_back(world: World) -> None:
    """Off: a small note with Retry on the next profile. Back: the verdict, after one press at most."""
    world.soi.stop()
    badge = world.visit("cothao.vidu")
    badge.wait_for(world.texts("problem_server_off"))
    badge.find("button", world.texts.exactly("retry"))
    world.soi.start()
    with suppress(TimedOut, StaleNode):  # gone where the page has looked again by itself
        world.tab.click(find(world.tab, "button", world.texts.exactly("retry"), patience=1))
    badge.wait_for("2,860", creator="cothao.vidu")


def test_a_save_while_the_server_is_off_is_not_claimed(world: World) -> None:
    """The badge says that it failed; once the server is back the save that was asked for is made, once."""
    badge = world.visit("cothao.vidu")
    badge.wait_for("2,860", "%")
    world.soi.stop()
    badge.save()
    badge.wait_for(world.texts("save_failed_kept"))
    assert world.texts("status_found") not in badge.text()
    world.soi.start()  # the page looks again by itself
    badge.wait_for(world.texts("status_found"))
    assert world.soi.shortlist() == {"cothao.vidu": "found"}


def test_a_waiting_save_can_be_cancelled_on_the_badge(world: World) -> None:
    """Saved while Soi is off, then taken back: when Soi is there again nothing is saved."""
    badge = world.visit("cothao.vidu")
    badge.wait_for("2,860", "%")
    world.soi.stop()
    badge.save()
    badge.wait_for(world.texts("save_failed_kept"))
    badge.press(world.texts.exactly("cancel"))
    badge.find("button", world.texts.exactly("save"))
    gone(world.tab, "button", world.texts.exactly("cancel"))
    assert world.texts("save_failed_kept") not in badge.text()
    badge.find("button", world.texts.exactly("retry"))
    world.soi.start()  # the page looks again by itself
    gone(world.tab, "button", world.texts.exactly("retry"))
    badge.wait_for("2,860", creator="cothao.vidu")
    assert world.soi.shortlist() == {}


def test_a_waiting_save_can_be_cancelled_in_the_popup_after_the_page_is_gone(world: World) -> None:
    """What waits is listed there by name."""
    badge = world.visit("cothao.vidu")
    badge.wait_for("2,860", "%")
    world.soi.stop()
    badge.save()
    badge.wait_for(world.texts("save_failed_kept"))
    world.tab.goto(f"{HOME}/explore/")
    popup = world.browser.tab(world.browser.extension_url("popup/popup.html"))
    press(popup, "button", world.texts.exactly("cancel_save", name="@cothao.vidu"))
    gone(popup, "button", world.texts.exactly("cancel_save", name="@cothao.vidu"))
    popup.close()
    world.soi.start()
    world.visit("cothao.vidu").wait_for("2,860", creator="cothao.vidu")
    assert world.soi.shortlist() == {}
