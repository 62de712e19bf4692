"""The card itself: shrunk and opened, beside the page's controls, leading back to the page, by keyboard alone."""

from __future__ import annotations

from contextlib import suppress
from functools import partial

import pytest

from tests.browser.conftest import BOTH_FONTS, World
from tests.browser.harness.driver import TimedOut, find, press, until
from tests.browser.harness.setup import prefer

pytestmark = pytest.mark.browser


def test_the_badge_can_be_closed_to_a_pill_and_opened_again(world: World) -> None:
    """As a pill the verdict's word stays; the choice is remembered on the next profile."""
    world.tab.resize(1920, 950)
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


@BOTH_FONTS
@pytest.mark.parametrize("name", ["linhdan.vidu", "gymlab.vidu"])
def test_the_badge_covers_none_of_the_pages_controls(world: World, name: str) -> None:
    """In both header layouts there is room beside the links and buttons of the page, and the badge finds it."""
    badge = world.visit(name)
    badge.wait_for("%", creator=name)
    until(lambda: world.tab.evaluate("document.querySelectorAll('#grid a').length") == 12, "twelve tiles")
    until(lambda: world.tab.evaluate(_COVERED) == [], "a place beside the page's controls")


_HOST = ":root > [data-soi-badge]"
_COVERED_IN_DIALOG = """(() => {
  const host = document.querySelector(':root > [data-soi-badge]').getBoundingClientRect();
  const dialog = document.querySelector('[role=dialog]');
  const inSight = ({ left, right, top, bottom }) => {
    const outer = dialog.getBoundingClientRect();
    return right > outer.left && left < outer.right && bottom > outer.top && top < outer.bottom;
  };
  return [...dialog.querySelectorAll('a[href], button, [role=button]')].filter((control) => {
    const box = control.getBoundingClientRect();
    const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
    const seen = inSight(box) && dialog.contains(document.elementFromPoint(x, y) ?? document.body);
    const under = x > host.left && x < host.right && y > host.top && y < host.bottom;
    return under && (seen || inSight(box));
  }).map((control) => control.textContent || control.getAttribute('aria-label'));
})()"""
"""Links and buttons of the open dialog whose middle lies under the badge."""
_READ_UNDER = """(() => {
  const host = document.querySelector(':root > [data-soi-badge]').getBoundingClientRect();
  const dialog = document.querySelector('[role=dialog]');
  const isUnder = ({ left, right, top, bottom }) =>
    left < host.right && right > host.left && top < host.bottom && bottom > host.top;
  const texts = document.createTreeWalker(dialog, NodeFilter.SHOW_TEXT);
  const found = [];
  for (let text = texts.nextNode(); text; text = texts.nextNode()) {
    const range = document.createRange();
    range.selectNodeContents(text);
    const list = (text.parentElement.closest('#rows, #comments') ?? dialog).getBoundingClientRect();
    const inSight = ({ top, bottom }) => bottom > list.top && top < list.bottom;
    if ([...range.getClientRects()].some((line) => inSight(line) && isUnder(line))) found.push(text.nodeValue);
  }
  return found;
})()"""
"""Words of the dialog that can be read but for the badge: names of a list, comments, caption."""
_INSIDE = """(() => {
  const { left, right, top, bottom } = document.querySelector(':root > [data-soi-badge]').getBoundingClientRect();
  return left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight;
})()"""


def _open_card(world: World, size: tuple[int, int]) -> None:
    """The details are open and the person has turned to the page again. In the small window the pointer opens the card."""
    world.tab.resize(*size)
    badge = world.visit("linhdan.vidu")
    badge.wait_for(world.texts("verdict_promising"), creator="linhdan.vidu")
    world.tab.hover(_HOST)
    badge.wait_for("%", creator="linhdan.vidu")
    badge.expand()
    press(world.tab, "link", "linhdan.vidu$", within=("navigation", ""))  # where the page is already


@pytest.mark.parametrize("size", [(1280, 720), (800, 600)], ids=["1280x720", "800x600"])
@pytest.mark.parametrize("opened", ["followers", "post"])
def test_the_open_card_covers_no_control_of_a_dialog(
    world: World, size: tuple[int, int], opened: str
) -> None:
    """Opened to its details, over a dialog in a small window: lower, narrower or only its word, and never in the way."""
    _open_card(world, size)
    link = "header a[href*=followers]" if opened == "followers" else "#grid a"
    until(lambda: world.tab.evaluate(f"document.querySelector('{link}') !== null"), link)
    world.tab.evaluate(f"document.querySelector('{link}').click() ?? null")
    links = "document.querySelectorAll('[role=dialog] a[href]').length"
    until(lambda: world.tab.evaluate(links) > 8, "the dialog's rows")
    until(
        lambda: world.tab.evaluate(_COVERED_IN_DIALOG) == [],
        "a place beside the dialog's controls and hearts",
    )
    until(lambda: world.tab.evaluate(_READ_UNDER) == [], "a place beside its rows and comments")
    assert world.tab.evaluate(_INSIDE)


@pytest.mark.parametrize("size", [(1280, 720), (800, 600)], ids=["1280x720", "800x600"])
def test_the_open_card_covers_no_button_of_the_profile(world: World, size: tuple[int, int]) -> None:
    """It ends above what lies below it and is scrolled instead."""
    _open_card(world, size)
    until(lambda: world.tab.evaluate(_COVERED) == [], "a place beside the page's controls")
    assert world.tab.evaluate(_INSIDE)


_OUTLINED = """(() => {
  const frame = document.querySelector(':root > div[aria-hidden="true"]');
  if (!frame) return null;
  const { left, top, width, height } = frame.getBoundingClientRect();
  const [x, y] = [left + width / 2, top + height / 2];
  const below = document.elementsFromPoint(x, y).find((element) => element.closest('main'));
  return { inside: y > 0 && y < innerHeight, of: below?.closest('header, #grid')?.tagName ?? null };
})()"""


@BOTH_FONTS
def test_show_me_outlines_what_a_number_was_read_from(world: World) -> None:
    """A press on "show me" scrolls to the element on the page and outlines it."""
    badge = world.visit("linhdan.vidu")
    badge.wait_for("%", creator="linhdan.vidu")
    badge.expand()
    badge.press(world.texts.starting("show_me"))
    outlined = until(lambda: world.tab.evaluate(_OUTLINED), "an outline")
    assert outlined["of"] in ("HEADER", "DIV")
    until(lambda: world.tab.evaluate(_OUTLINED)["inside"], "an outline in sight")


def _focused(world: World) -> list[tuple[str, str]]:
    return [(node.role, node.name) for node in world.tab.tree().nodes if "focused" in node.states]


def _moved(world: World, before: list[tuple[str, str]]) -> bool:
    return _focused(world) != before


def test_the_keyboard_alone_reaches_and_opens_the_details(world: World) -> None:
    """Tab and Enter open the pill and the details; the focus goes on where the badge is drawn anew; Escape shrinks it."""
    badge = world.visit("linhdan.vidu")
    badge.wait_for("%", creator="linhdan.vidu")
    _tab_to(world, world.texts.exactly("expand_badge"))
    world.tab.press("Enter")
    shrink = find(world.tab, "button", world.texts.exactly("collapse_badge"))
    assert "focused" in shrink.states
    _tab_to(world, world.texts.exactly("details"))
    world.tab.press("Enter")
    less = find(world.tab, "button", world.texts.exactly("less"))
    assert "focused" in less.states
    world.tab.press("Escape")
    find(world.tab, "button", world.texts.exactly("expand_badge"))


def _tab_to(world: World, name: str) -> None:
    for _ in range(80):
        before = _focused(world)
        node = world.tab.tree().find("button", name)
        if node and "focused" in node.states:
            return
        world.tab.press("Tab")
        with suppress(TimedOut):  # the tree follows the focus a moment later
            until(partial(_moved, world, before), "the next stop", patience=1)
    pytest.fail(f"Tab never reached {name}")
