"""What is really painted: the verdict stands on top in its colour, and nothing that a person presses lies under it."""

from __future__ import annotations

import base64
import json
import time
from pathlib import Path
from typing import Any

import pytest

from tests.browser.conftest import BOTH_FONTS, World
from tests.browser.harness.driver import until
from tests.browser.harness.setup import prefer
from tests.browser.test_card import _COVERED, _INSIDE

pytestmark = pytest.mark.browser
_BOX = """(() => {
  const host = document.querySelector(':root > [data-soi-badge]');
  const { left, top, width, height } = host.getBoundingClientRect();
  const isTop = document.elementFromPoint(left + width / 2, top + height / 2) === host;
  return { left, top, width, height, isTop };
})()"""
_COLOURS = """(async ({ picture, box }) => {
  const image = new Image();
  image.src = 'data:image/png;base64,' + picture;
  await image.decode();
  const canvas = new OffscreenCanvas(image.width, image.height).getContext('2d');
  canvas.drawImage(image, 0, 0);
  const scale = image.width / innerWidth;
  const at = [box.left, box.top, box.width, box.height].map((one) => Math.round(one * scale));
  const { data } = canvas.getImageData(...at);
  const isGreen = (at) => data[at + 1] > data[at] + 40 && data[at + 1] > data[at + 2] + 10 && data[at] < 90;
  let green = 0;
  for (let pixel = 0; pixel < data.length; pixel += 4) green += isGreen(pixel) ? 1 : 0;
  return green;
})"""
"""Pixels in the verdict's green inside the badge's box of a screenshot."""
_GATE = [
    ((1366, 625), "top-right", "ltr"),
    ((1024, 700), "top-left", "ltr"),
    ((911, 417), "top-right", "rtl"),  # 1366 at a zoom of 150 %
]
_LONG = [
    (size, corner, way)
    for size in ((1024, 700), (1280, 800), (1440, 790), (1536, 730), (1920, 950), (390, 844))
    for corner in ("top-right", "top-left", "bottom-right", "bottom-left")
    for way in ("ltr", "rtl")
]


def _green(world: World, box: dict[str, Any], folder: Path) -> int:
    world.tab.screenshot(folder / "page.png")
    picture = base64.b64encode((folder / "page.png").read_bytes()).decode()
    return int(world.tab.evaluate(f"{_COLOURS}({json.dumps({'picture': picture, 'box': box})})"))


def _at_rest(world: World) -> dict[str, Any]:
    """The badge's box once it has gone to where it stays: the page has just been turned over."""

    def twice() -> Any:
        box = world.tab.evaluate(_BOX)
        time.sleep(0.5)
        return box if box == world.tab.evaluate(_BOX) else None

    found: dict[str, Any] = until(twice, "the badge at rest")
    return found


@BOTH_FONTS
@pytest.mark.parametrize(
    ("size", "corner", "way"), [*_GATE, *(pytest.param(*case, marks=pytest.mark.long) for case in _LONG)]
)
def test_the_verdict_is_painted_on_top_and_covers_nothing(
    world: World, tmp_path: Path, size: tuple[int, int], corner: str, way: str
) -> None:
    """At every size, in every corner and direction its word can be seen, and no control lies under it."""
    prefer(world.browser, corner=corner)
    try:
        world.tab.resize(*size)
        badge = world.visit("linhdan.vidu")
        world.tab.evaluate(f"(document.documentElement.dir = '{way}')")
        until(lambda: world.texts("verdict_promising") in badge.text(), "the verdict")
        until(lambda: world.tab.evaluate(_COVERED) == [], "a place beside the page's controls")
        box = _at_rest(world)
        side = "left" if box["left"] + box["width"] / 2 < size[0] / 2 else "right"
        assert (box["isTop"], world.tab.evaluate(_INSIDE), side) == (True, True, corner.split("-")[1])
        assert _green(world, box, tmp_path) > 60
    finally:
        prefer(world.browser, corner="top-right")
