"""Real captures made by other people, opened in a real browser: what the content script reads of them. Not one by name."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.browser.conftest import World
from tests.browser.harness.driver import until

PAGES = Path(__file__).resolve().parents[3] / "shared" / "corpus" / "pages"
pytestmark = [pytest.mark.browser, pytest.mark.corpus]


def profiles() -> list[Any]:
    """Those of a profile; what a page that was never rendered lacks, its metas say."""
    path = PAGES / "manifest.json"
    if not path.exists():
        return [
            pytest.param({}, marks=pytest.mark.skip(reason="the shared corpus is not beside this repository"))
        ]
    files = json.loads(path.read_text("utf-8"))["files"]
    return [
        pytest.param(one, id=Path(one["file"]).stem) for one in files if one["type"].startswith("profile_")
    ]


@pytest.mark.parametrize("entry", profiles())
def test_a_real_profile_gets_its_badge_with_every_count_of_the_truth(
    world: World, entry: dict[str, Any]
) -> None:
    """As an interval that contains it; exact where the server was told an exact number."""
    truth = entry["truth"]
    name = truth["username"]
    world.site.knobs.saved[f"/{name}/"] = (PAGES / entry["file"]).read_text("utf-8")
    world.soi.clear_creator(name)
    world.visit(name).wait_for(creator=name)
    facts = world.soi.analysis(name)["facts"]
    for field, key in (("followers", "followers"), ("following", "following"), ("post_count", "posts")):
        count = facts[field]
        assert count["low"] <= truth[key] <= count["high"]
        assert not count["exact"] or count["value"] == truth[key]
    until(lambda: _tiles(truth) <= _seen(world, name), "every tile of the grid")


def _tiles(truth: dict[str, Any]) -> set[str]:
    """Codes of the grid, where there is one: older pages kept them in data that never stood on the page."""
    return {post["shortcode"] for post in truth["visible_posts"]} if "header_cells" in truth else set()


def _seen(world: World, name: str) -> set[str]:
    return {post["shortcode"] for post in world.soi.analysis(name)["facts"]["posts"]}
