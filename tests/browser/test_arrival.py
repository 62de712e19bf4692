"""Every way in which Instagram's answers arrive leads to the same verdict, with nobody's pointer over a post."""

from __future__ import annotations

import time

import pytest

from tests.browser.conftest import World
from tests.browser.harness.driver import press, until
from tests.browser.standin.site import HOME
from tests.browser.standin.ways import WAYS

pytestmark = pytest.mark.browser
CREATOR = "linhdan.vidu"
RESTING = 0.4
"""Seconds for which a person's pointer rests on a post to read its numbers."""


@pytest.mark.parametrize("way", WAYS)
def test_an_answer_is_read_however_it_arrives(world: World, way: str) -> None:
    """The twelve posts on show have their exact likes from the answer, and the followers theirs."""
    creator = world.site.creators[CREATOR]
    world.soi.clear_creator(CREATOR)
    world.site.knobs.way = WAYS[way]
    world.visit(CREATOR).wait_for("%", creator=CREATOR)

    def read() -> dict[str, tuple[str, int]]:
        posts = world.soi.analysis(CREATOR)["facts"]["posts"]
        return {p["shortcode"]: (p["likes"]["source"], p["likes"]["value"]) for p in posts if p["likes"]}

    shown = [post for post in creator.posts[:12] if not post.likes_hidden]
    expected = {post.shortcode: ("response", post.likes) for post in shown}
    until(lambda: read().keys() >= expected.keys(), f"the likes of {len(expected)} posts by {way}")
    assert expected == {code: likes for code, likes in read().items() if code in expected}
    assert world.soi.analysis(CREATOR)["facts"]["followers"]["value"] == creator.followers


def test_elements_named_like_the_documents_functions_silence_nothing(world: World) -> None:
    """The page's own code stumbles over them behind the header; the next profile's verdict has its exact count."""
    world.visit("maya.vidu").wait_for(creator="maya.vidu")
    names = "querySelector querySelectorAll addEventListener dispatchEvent documentElement body activeElement"
    images = f"'{names}'.split(' ').map((name) => Object.assign(new Image(), {{ name }}))"
    world.tab.evaluate(f"document.getElementById('mount_0_0_s1').append(...{images}) ?? null")
    assert world.tab.evaluate("document.querySelector.tagName") == "IMG"
    press(world.tab, "link", f"{CREATOR}$", within=("navigation", ""))
    world.badge.wait_for("33.6K", creator=CREATOR)
    assert (
        world.soi.analysis(CREATOR)["facts"]["followers"]["value"] == world.site.creators[CREATOR].followers
    )


def _verdict(world: World) -> str:
    """The word that the server has for the creator."""
    return str(world.soi.analysis(CREATOR)["verdict"]["code"])


def test_without_answers_the_badge_says_so_and_hovering_leads_to_a_verdict(world: World) -> None:
    """Nothing that the page gets can be read: header and pointer alone, each post counted as it is hovered."""
    world.soi.clear_creator(CREATOR)
    world.site.knobs.are_withheld = True
    badge = world.visit(CREATOR)
    badge.wait_for(creator=CREATOR)
    until(lambda: world.tab.evaluate("document.querySelectorAll('#grid a').length") == 12, "twelve tiles")
    badge.wait_for(world.texts("answers_silent"), creator=CREATOR, patience=20)
    badge.press(world.texts.exactly("collapse_badge"))
    for number in range(9):
        world.tab.hover(f"#grid > div > div:nth-child({number // 3 + 1}) > div:nth-child({number % 3 + 1}) a")
        time.sleep(RESTING)
    judged = until(lambda: _verdict(world).replace("not_enough_data", ""), "a verdict")
    badge.wait_for(world.texts(f"verdict_{judged}"), creator=CREATOR)
    posts = world.soi.analysis(CREATOR)["facts"]["posts"]
    assert {post["likes"]["source"] for post in posts if post["likes"]} == {"overlay"}


@pytest.mark.parametrize("address", ["/p/{code}/", "/reel/{code}/", "/{name}/reel/{code}/"])
def test_a_post_opened_by_itself_shows_its_owners_stored_verdict(world: World, address: str) -> None:
    """The word that the profile had, and the way to the profile; the post itself is never judged."""
    creator = world.site.creators[CREATOR]
    world.soi.clear_creator(CREATOR)
    world.visit(CREATOR).wait_for("%", creator=CREATOR)
    code = until(lambda: _verdict(world).replace("not_enough_data", ""), "a verdict of the posts that came")
    world.tab.goto(HOME + address.format(code=creator.posts[0].shortcode, name=CREATOR))
    world.badge.wait_for(world.texts(f"verdict_{code}"), creator=CREATOR)
    world.badge.open()
    world.badge.wait_for(world.texts("standing_at").split("{")[0], CREATOR, creator=CREATOR)
