"""The badge under a hand: it stays where it is, what lies over it takes its presses, the keys lead in and out, tabs agree."""

from __future__ import annotations

from functools import partial
from typing import Any

import pytest

from tests.browser.conftest import World
from tests.browser.harness.driver import until
from tests.browser.harness.setup import prefer
from tests.browser.standin.site import HOME

pytestmark = pytest.mark.browser
CREATOR = "linhdan.vidu"
_WATCH = """(() => {
  window.__places = [];
  const from = location.pathname;
  const look = () => {
    const host = document.querySelector(':root > [data-soi-badge]:not([hidden])');
    const { left, right, top, height } = host?.getBoundingClientRect() ?? {};
    const place = host && height > 20 && location.pathname !== from ? `${Math.round(right)} ${Math.round(top)}` : null;
    if (place && place !== window.__places.at(-1)) window.__places.push(place);
    requestAnimationFrame(look);
  };
  look();
})()"""
"""Each place of the badge's anchored corner (top right), frame by frame."""
_COVERS = {
    "a sheet": "document.documentElement.append(cover)",
    "a sheet in the page": "document.body.prepend(cover)",
    "a sheet on top of everything": "{cover.popover = 'manual'; document.body.append(cover); cover.showPopover();}",
    "a sheet in a closed root": """{
      document.body.append(cover);
      const inner = cover.attachShadow({mode: 'closed'}).appendChild(cover.cloneNode());
      cover.style.cssText = 'display: contents';
      inner.popover = 'manual';
      inner.showPopover();
    }""",
    "a sheet of no element": """{
      const style = document.head.appendChild(document.createElement('style'));
      style.textContent = `:root::after {${css}; content: ''}`;
      cover.remove = () => style.remove();
      document.head.append(cover);
    }""",
}
"""Each lies over all of the page and lets presses through."""
_PUT = """(() => {
  const css = 'all: initial; position: fixed; inset: 0; width: 100vw; height: 100vh; z-index: 2147483647;' +
    'pointer-events: none; background: #fff';
  const cover = document.createElement('div');
  cover.id = 'cover';
  cover.style.cssText = css;
  %s;
})()"""
_PRESSES = "(window.__presses = 0, addEventListener('click', () => window.__presses += 1, true), 1)"
_FRAMES = """new Promise((done) => {
  const start = performance.now();
  const next = () => (performance.now() - start < %d ? requestAnimationFrame(next) : setTimeout(done, 0, 1));
  next();
})"""
"""Milliseconds of a page that draws: in a frame a browser looks at what lies over what, and a busy one draws late."""
_NOTICED_MS = 300
"""A browser looks every 100 ms."""
_CLEAR_MS = 500
"""Noticed, and then 300 ms without a cover."""
_IN_THE_GATE = ("a sheet", "a sheet in a closed root")


def test_the_badge_moves_at_most_once_from_first_paint_to_filled(world: World) -> None:
    """The answer about the posts comes late: the skeleton's place is the verdict's."""
    world.tab.resize(1366, 625)
    world.visit("maya.vidu").wait_for(world.texts("verdict_promising"), creator="maya.vidu")
    world.site.hold("PolarisProfilePostsQuery")
    world.tab.evaluate(_WATCH)
    world.tab.evaluate(f"(document.querySelector('nav a[href=\"/{CREATOR}/\"]').click(), 1)")
    until(lambda: world.tab.evaluate("window.__places.length > 0"), "the other profile's skeleton")
    world.site.release("PolarisProfilePostsQuery")
    world.badge.wait_for(world.texts("verdict_promising"), creator=CREATOR)
    places = world.tab.evaluate("window.__places")
    assert len(places) <= 2, places


@pytest.mark.parametrize(
    "covers",
    [_IN_THE_GATE, pytest.param(tuple(_COVERS), marks=pytest.mark.long)],
    ids=["two covers", "each cover"],
)
def test_a_press_through_a_cover_counts_for_nothing(world: World, covers: tuple[str, ...]) -> None:
    """A sheet of the page lies over the badge and lets presses through: nobody meant to save."""
    world.soi.clear_shortlist()
    world.tab.resize(1920, 950)
    badge = world.visit(CREATOR)
    badge.wait_for("33.6K", world.texts("verdict_promising"), creator=CREATOR)
    world.tab.evaluate(_PRESSES)
    for count, what in enumerate(covers, 1):
        world.tab.evaluate(_PUT % _COVERS[what])
        world.tab.evaluate(_FRAMES % _NOTICED_MS)
        world.tab.click(badge.find("button", world.texts.exactly("save")))
        until(partial(_has_pressed, world, count), f"a press through {what}")
        badge.find("button", world.texts.exactly("save"))  # a press that counts takes it away at once
        assert (what, world.soi.shortlist()) == (what, {})
        world.tab.evaluate("document.querySelector('#cover').remove()")
        world.tab.evaluate(_FRAMES % _CLEAR_MS)
    badge.save()
    badge.wait_for(world.texts("status_found"), creator=CREATOR)
    assert world.soi.shortlist() == {CREATOR: "found"}
    world.soi.clear_shortlist()


def _has_pressed(world: World, count: int) -> bool:
    return bool(world.tab.evaluate("window.__presses") == count)


def test_the_keys_lead_into_the_card_and_escape_leads_back(world: World) -> None:
    """What had the focus on the page has it again."""
    prefer(world.browser, collapsed=True)
    try:
        world.visit(CREATOR).wait_for(world.texts("verdict_promising"), creator=CREATOR)
        world.tab.evaluate("document.querySelector('header button, header [role=button]').focus()")
        world.browser.command("toggle", "Alt+Shift+D")
        scroll = until(lambda: _focused(world), "the focus in the card")
        assert scroll == world.texts("details")
        world.tab.press("Escape")
        back = "document.activeElement?.closest('header') !== null"
        until(lambda: world.tab.evaluate(back), "the focus back on the page")
    finally:
        prefer(world.browser, collapsed=False)


def _focused(world: World) -> str:
    tree = world.tab.tree()
    names = [
        node.name
        for region in world.badge.regions(tree)
        for node in tree.below(region)
        if "focused" in node.states
    ]
    return names[0] if names else ""


def test_the_card_is_dragged_to_a_corner_and_stays_there(world: World) -> None:
    """Where its handle is let go it is on the next profile as well."""
    world.tab.resize(1920, 950)
    badge = world.visit(CREATOR)
    badge.wait_for("33.6K", creator=CREATOR)
    try:
        badge.press(world.texts.exactly("move"))
        until(lambda: _middle(world)["top"] > 475, "the corner below")
        world.visit("maya.vidu").wait_for("78.9K", creator="maya.vidu")
        assert _middle(world)["top"] > 475
    finally:
        prefer(world.browser, corner="top-right")


def _middle(world: World) -> dict[str, Any]:
    box = "(({left, top, width, height}) => ({left: left + width / 2, top: top + height / 2}))"
    host = "document.querySelector(':root > [data-soi-badge]').getBoundingClientRect()"
    found: dict[str, Any] = world.tab.evaluate(f"{box}({host})")
    return found


def test_a_save_and_a_status_show_in_the_other_tab_within_two_seconds(world: World) -> None:
    """Two tabs on one creator never disagree for long."""
    world.soi.clear_shortlist()
    other = world.browser.tab(f"{HOME}/{CREATOR}/")
    other.resize(1920, 950)  # where there is room for the card
    try:
        until(lambda: world.texts("verdict_promising") in _said(world, other), "the other tab's verdict")
        badge = world.visit(CREATOR)
        badge.wait_for("33.6K", creator=CREATOR)
        badge.save()
        badge.wait_for(world.texts("status_found"), creator=CREATOR)
        until(lambda: world.texts("status_found") in _said(world, other), "the save in the other tab", 2)
        badge.choose(world.texts("status"), world.texts("status_contacted"))
        until(lambda: world.soi.shortlist() == {CREATOR: "contacted"}, "the status")
        until(
            lambda: world.texts("status_contacted") in _said(world, other), "the status in the other tab", 2
        )
    finally:
        other.close()
        world.soi.clear_shortlist()


def _said(world: World, tab: Any) -> str:
    return type(world.badge)(tab, world.texts).text()
