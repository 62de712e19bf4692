"""From a brief over a draft to the public post: opened with another caption than the approved one, it is noticed at once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest

from tests.browser.conftest import World
from tests.browser.harness.driver import until
from tests.browser.standin.creators import Post
from tests.browser.standin.site import HOME, Entry

pytestmark = pytest.mark.browser
CREATOR = "cothao.vidu"
BRIEF = {
    "name": "Vở Mây",
    "brand": {"name": "Mây", "product": "Vở Mây", "language": "vi"},
    "category": "cosmetics",
}
BAD = "Vở Mây trị mụn tốt nhất!"


@pytest.fixture
def post(world: World) -> Post:
    return next(post for post in world.site.creators[CREATOR].posts if post.led_by is None)


@pytest.fixture
def deliverable(world: World, post: Post) -> Iterator[str]:
    """A reel whose draft had three findings, was sent back, and was approved with the ad's sign; it is public by now
    under the post's address. Out of the way when the test is over."""
    world.soi.clear_creator(CREATOR)
    soi, at = world.soi, ""
    try:
        campaign = soi._call("POST", "/campaigns", BRIEF)["campaign"]["id"]
        at = f"/campaigns/{campaign}"
        slot = soi._call("POST", f"{at}/slots", {"creator": CREATOR})["campaign"]["slots"][0]["id"]
        made = soi._call("POST", f"{at}/deliverables", {"slot": slot, "kind": "reel"})
        one = f"{at}/deliverables/{made['deliverables'][0]['id']}"
        first = soi._call("POST", f"{one}/versions", {"text": BAD})
        rules = [found["rule"] for found in first["checks"][0]["findings"] if found["level"] == "must"]
        assert sorted(rules) == ["disclosure_missing", "medicine_claim", "superlative_unproven"]
        soi._call("POST", f"{one}/decisions", {"ruled": "changes"}, version=first["version"])
        text = f"#quangcao cùng Mây: {post.caption}"
        second = soi._call("POST", f"{one}/versions", {"text": text})
        done = soi._call("POST", f"{one}/decisions", {"ruled": "approved"}, version=second["version"])
        public = {"post_url": f"{HOME}/p/{post.shortcode}/", "state": "posted"}
        soi._call("PATCH", one, public, version=done["version"])
        yield one
    finally:
        if at:
            soi._call("DELETE", at)


def kept(world: World, one: str) -> Any:
    return world.soi._call("GET", one)["deliverable"]["posted"]


def asked(world: World) -> Counter[Entry]:
    """What the site was asked for. An icon or a picture comes once, as long as the browser keeps it."""
    log = world.site.requests()
    return Counter(
        {entry: n for entry, n in log.items() if "cdn" not in entry.host and entry.path != "/favicon.ico"}
    )


def open_post(world: World, post: Post) -> None:
    """Until the post stands there with its comments, and its owner's pill."""
    world.site.reset()
    world.tab.goto(f"{HOME}/p/{post.shortcode}/")
    comments = "document.querySelectorAll('#comments li, #comments time').length"
    until(lambda: world.tab.evaluate(comments) > 5, "comments")
    world.badge.wait_for(creator=CREATOR)


def test_a_post_that_differs_from_what_was_approved_is_noticed_when_it_is_opened(
    world: World, post: Post, deliverable: str
) -> None:
    """The pill says so, the card names the words, the deliverable keeps the evidence, and Instagram is asked for nothing
    that it is not asked for where nothing was ever approved."""
    open_post(world, post)
    world.badge.wait_for("Not as approved", creator=CREATOR)
    world.badge.open()
    world.badge.wait_for("“#quangcao cùng Mây:” was approved and is not there.", creator=CREATOR)
    evidence = until(lambda: kept(world, deliverable), "the evidence")
    assert ("changed", post.caption, post.shortcode, False) == tuple(
        evidence[name] for name in ("state", "text", "code", "has_label")
    )
    opened, campaign = asked(world), deliverable.split("/deliverables", maxsplit=1)[0]
    world.soi._call("DELETE", campaign)
    open_post(world, post)
    until(lambda: not opened - asked(world), f"the same {sum(opened.values())} requests for a post of nobody")
    world.soi._call("POST", f"{campaign}/undo")
