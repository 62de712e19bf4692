"""Every way in which Instagram's answers arrive leads to the same verdict, with nobody's pointer over a post."""

from __future__ import annotations

import pytest

from tests.browser.conftest import World
from tests.browser.harness.driver import until
from tests.browser.standin.ways import WAYS

pytestmark = pytest.mark.browser
CREATOR = "linhdan.vidu"


@pytest.mark.parametrize("way", WAYS)
def test_an_answer_is_read_however_it_arrives(world: World, way: str) -> None:
    """The twelve posts on show have their exact likes from the answer, and the followers theirs."""
    creator = world.site.creators[CREATOR]
    world.soi.clear_creator(CREATOR)
    world.site.knobs.way = WAYS[way]
    world.visit(CREATOR).wait_for(creator=CREATOR)

    def read() -> dict[str, tuple[str, int]]:
        posts = world.soi.analysis(CREATOR)["facts"]["posts"]
        return {p["shortcode"]: (p["likes"]["source"], p["likes"]["value"]) for p in posts if p["likes"]}

    shown = [post for post in creator.posts[:12] if not post.likes_hidden]
    expected = {post.shortcode: ("response", post.likes) for post in shown}
    until(lambda: read().keys() >= expected.keys(), f"the likes of {len(expected)} posts by {way}")
    assert expected == {code: likes for code, likes in read().items() if code in expected}
    assert world.soi.analysis(CREATOR)["facts"]["followers"]["value"] == creator.followers
