"""A person's own ruling on a sign: given, noted, corrected and taken back, on the badge."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from tests.browser.conftest import World
from tests.browser.harness.badge import Badge
from tests.browser.harness.driver import gone, press, until

pytestmark = pytest.mark.browser
CREATOR = "gymlab.vidu"
NOTE = "Hỏi rồi: chạy quảng cáo"


@pytest.fixture(autouse=True)
def nothing_known(world: World) -> Iterator[None]:
    """Rulings stay with a creator: each scenario begins without any."""
    world.soi.clear_creator(CREATOR)
    yield
    world.soi.start_if_stopped()
    world.soi.clear_creator(CREATOR)


def _strongest(world: World) -> dict[str, Any]:
    signals = world.soi.analysis(CREATOR)["suspicion"]["signals"]
    strongest: dict[str, Any] = max(signals, key=lambda signal: abs(signal["contribution"]))
    return strongest


def _open_strongest(world: World) -> tuple[Badge, str]:
    """The card with its strongest sign unfolded; the badge and the sign's id."""
    badge = world.visit(CREATOR)
    badge.wait_for("%", creator=CREATOR)
    badge.expand()
    sign = _strongest(world)
    press(world.tab, "(button|DisclosureTriangle|summary)", sign["reason"]["en"][:20])
    badge.find("button", world.texts.exactly("ruling_innocent"))
    return badge, str(sign["id"])


def _kept(world: World) -> list[tuple[str, str, str]]:
    return [(one["signal"], one["ruling"], one["note"]) for one in world.soi.creator(CREATOR)["rulings"]]


def _rule(world: World, badge: Badge) -> None:
    badge.press(world.texts.exactly("ruling_innocent"))
    badge.find("textbox", world.texts.exactly("ruling_note"))


def test_a_ruling_is_noted_dated_and_taken_back(world: World) -> None:
    """One press rules, Enter keeps the note, and both are there with their date until they are taken back."""
    badge, sign = _open_strongest(world)
    _rule(world, badge)
    assert _kept(world) == [(sign, "innocent", "")]
    badge.press(world.texts.exactly("ruling_note"), role="textbox")
    world.tab.type(NOTE)
    world.tab.press("Enter")
    until(lambda: _kept(world) == [(sign, "innocent", NOTE)], "the note on the server")
    badge.wait_for("Innocent on ")
    badge.press(world.texts.exactly("ruling_back"))
    until(lambda: _kept(world) == [], "no ruling on the server")
    gone(world.tab, "textbox", world.texts.exactly("ruling_note"))


def test_a_note_that_is_being_typed_outlives_a_new_answer_and_escape_leaves_it(world: World) -> None:
    """The card is drawn anew by new evidence while a person types; Escape puts back what was kept."""
    badge, sign = _open_strongest(world)
    _rule(world, badge)
    badge.press(world.texts.exactly("ruling_note"), role="textbox")
    world.tab.type("half a no")
    visits = len(world.soi.analysis(CREATOR)["facts"]["posts"])
    world.tab.evaluate("scrollTo(0, 1e6) ?? null")
    until(lambda: len(world.soi.analysis(CREATOR)["facts"]["posts"]) > visits, "more posts in a new check")
    world.tab.type("te")
    until(
        lambda: badge.find("textbox", world.texts.exactly("ruling_note")).value == "half a note",
        "all that was typed",
    )
    world.tab.press("Escape")
    until(lambda: badge.find("textbox", world.texts.exactly("ruling_note")).value == "", "the kept note")
    assert _kept(world) == [(sign, "innocent", "")]


def test_a_note_that_did_not_reach_soi_waits_and_is_kept_once_soi_is_back(world: World) -> None:
    """Soi stops between the ruling and its note: nothing is claimed, and nothing has to be typed again."""
    badge, sign = _open_strongest(world)
    _rule(world, badge)
    world.soi.stop()
    badge.press(world.texts.exactly("ruling_note"), role="textbox")
    world.tab.type(NOTE)
    world.tab.press("Enter")
    badge.wait_for(world.texts("save_failed_kept"))
    world.soi.start()  # the page looks again by itself
    until(lambda: _kept(world) == [(sign, "innocent", NOTE)], "the note on the server")


def test_a_note_typed_for_one_creator_never_reaches_the_next(world: World) -> None:
    """The page moves on while the field has the focus: what its leaving says is about nobody else."""
    other = "linhdan.vidu"
    world.soi.clear_creator(other)
    badge, sign = _open_strongest(world)
    _rule(world, badge)
    badge.press(world.texts.exactly("ruling_note"), role="textbox")
    world.tab.type(NOTE)
    world.tab.evaluate(f"document.querySelector('nav a[href=\"/{other}/\"]').click() ?? null")
    world.badge.wait_for("33.6K", creator=other)
    assert world.soi.creator(other)["rulings"] == []
    assert [(signal, ruling) for signal, ruling, _ in _kept(world)] == [(sign, "innocent")]
