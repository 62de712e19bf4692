"""The card itself: shrunk and opened, beside the page's controls, leading back to the page, by keyboard alone."""

from __future__ import annotations

from contextlib import suppress

import pytest

from tests.browser.conftest import World
from tests.browser.harness.driver import TimedOut, until
from tests.browser.harness.setup import prefer

pytestmark = pytest.mark.browser


def test_the_badge_can_be_closed_to_a_pill_and_opened_again(world: World) -> None:
    """Collapsed, the verdict's word stays; the choice is remembered on the next profile."""
    badge = world.visit("linhdan.vidu")
    badge.wait_for("33.6K")
    badge.press(world.texts.exactly("collapse_badge"))
    opener = world.texts.exactly("expand_badge")
    badge.find("button", opener)
    try:
        world.visit("maya.vidu").find("button", opener)
        badge.press(opener)
        badge.wait_for("78.9K", creator="maya.vidu")
    finally:
        prefer(world.browser, collapsed=False)


_COVERED = """(() => {
  const host = document.querySelector(':root > [data-soi-badge]').getBoundingClientRect();
  const hit = ({ left, right, top, bottom }) =>
    left < host.right && right > host.left && top < host.bottom && bottom > host.top;
  const lines = (control) => {
    const words = document.createRange();
    words.selectNodeContents(control);
    return [...words.getClientRects()].filter((line) => line.width < 400);
  };
  const controls = [...document.querySelectorAll('main a[href], main button, main [role=button], nav a[href]')];
  return controls.filter((control) => lines(control).some(hit)).map((control) => control.textContent.slice(0, 40));
})()"""
"""Controls whose own words or pictures lie under the badge; a box that is merely stretched over its column is none."""


@pytest.mark.parametrize("name", ["linhdan.vidu", "gymlab.vidu"])
def test_the_badge_covers_none_of_the_pages_controls(world: World, name: str) -> None:
    """In both header layouts there is room beside the links and buttons of the page, and the badge finds it."""
    badge = world.visit(name)
    badge.wait_for("%", creator=name)
    until(lambda: world.tab.evaluate("document.querySelectorAll('#grid a').length") == 12, "twelve tiles")
    assert world.tab.evaluate(_COVERED) == []


_OUTLINED = """(() => {
  const frame = document.querySelector(':root > div[aria-hidden="true"]');
  if (!frame) return null;
  const { left, top, width, height } = frame.getBoundingClientRect();
  const [x, y] = [left + width / 2, top + height / 2];
  const below = document.elementsFromPoint(x, y).find((element) => element.closest('main'));
  return { inside: y > 0 && y < innerHeight, of: below?.closest('header, #grid')?.tagName ?? null };
})()"""


def test_show_me_outlines_what_a_number_was_read_from(world: World) -> None:
    """A press on "show me" scrolls to the element on the page and outlines it."""
    badge = world.visit("linhdan.vidu")
    badge.wait_for("%", creator="linhdan.vidu")
    badge.expand()
    badge.press(world.texts.starting("show_me"))
    outlined = until(lambda: world.tab.evaluate(_OUTLINED), "an outline")
    assert outlined["of"] in ("HEADER", "DIV")
    until(lambda: world.tab.evaluate(_OUTLINED)["inside"], "an outline in sight")


def test_the_keyboard_alone_reaches_and_opens_the_details(world: World) -> None:
    """Tab and Enter are enough; the focus stays where it was when the badge is drawn anew."""
    badge = world.visit("nhacuaan.vidu")
    badge.wait_for("8,412")
    name = world.texts.exactly("details")

    def focused() -> list[tuple[str, str]]:
        return [(node.role, node.name) for node in world.tab.tree().nodes if "focused" in node.states]

    for _ in range(80):
        before = focused()
        node = world.tab.tree().find("button", name)
        if node and "focused" in node.states:
            break
        world.tab.press("Tab")
        with suppress(TimedOut):  # the tree follows the focus a moment later
            until(lambda before=before: focused() != before, "the next stop", patience=1)
    else:
        pytest.fail("Tab never reached the details")
    world.tab.press("Enter")
    less = badge.find("button", world.texts.exactly("less"))
    assert "focused" in less.states
