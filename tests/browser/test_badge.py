"""The badge on a real page: it shows, fills in, follows the creator, and never mixes two of them up."""

from __future__ import annotations

import re
from contextlib import suppress

import pytest

from tests.browser.conftest import World
from tests.browser.harness.badge import Badge
from tests.browser.harness.driver import Tab, TimedOut, find, gone, press, until
from tests.browser.standin.creators import Creator
from tests.browser.standin.site import HOME

pytestmark = pytest.mark.browser
TOUR = ("maya.vidu", "tuanxe.vidu", "gymlab.vidu", "saolon.vidu")


def _followers(creator: Creator) -> str:
    """How the English badge writes the creator's followers."""
    number = creator.followers
    if number < 10_000:
        return f"{number:,}"
    unit, suffix = (1_000_000, "M") if number >= 1_000_000 else (1_000, "K")
    tenths = round(number / unit, 1)
    return f"{tenths:g}{suffix}"


def _tiles(tab: Tab) -> int:
    count: int = tab.evaluate("document.querySelectorAll('#grid a').length")
    return count


def test_a_profile_gets_one_badge_with_its_name_and_followers(world: World) -> None:
    """Load a profile: the badge says whose it is, tier and followers."""
    badge = world.visit("linhdan.vidu")
    badge.wait_for("33.6K", world.texts("tier_micro"), creator="linhdan.vidu")
    assert len(badge.regions()) == 1


def test_the_badge_fills_in_as_posts_arrive(world: World) -> None:
    """Before the posts it reads and claims nothing, not even too little; with them the engagement appears."""
    world.soi.clear_creator("linhdan.vidu")
    world.tab.resize(1920, 950)  # where there is room for the card
    world.site.hold("PolarisProfilePostsQuery")
    badge = world.badge

    def reading() -> str:
        """Said for six seconds, which a machine that stood still may miss: then the page is loaded again."""
        with suppress(TimedOut):
            return world.visit("linhdan.vidu").wait_for(
                world.texts("reading_posts"), creator="linhdan.vidu", patience=8
            )
        return ""

    before = until(reading, "a badge that reads the posts")
    world.site.release("PolarisProfilePostsQuery")
    text = badge.wait_for("%", creator="linhdan.vidu")
    claims = ("%", world.texts("verdict_not_enough_data"), world.texts("engagement_unknown"))
    assert [claim for claim in claims if claim in before] == []
    assert world.texts("reading_posts") not in text
    assert world.texts("engagement_unknown") not in text


def test_four_creators_by_pushstate_and_back_never_mix(world: World) -> None:
    """On the way through four creators and back, every look at the badge shows the named creator's own count."""
    badge = world.visit("linhdan.vidu")
    badge.wait_for("33.6K", creator="linhdan.vidu")
    for name in TOUR:
        press(world.tab, "link", f"{name}$", within=("navigation", ""))
        _watch_arrival(world, badge, name)
    for name in (*TOUR[-2::-1], "linhdan.vidu"):
        world.tab.back()
        _watch_arrival(world, badge, name)


def _watch_arrival(world: World, badge: Badge, name: str) -> None:
    """Wait until the badge shows ``name`` with its followers; on the way no count stands under another's name."""
    creators = world.site.creators
    shown = {known: f"· {_followers(creator)}" for known, creator in creators.items()}

    def look() -> bool:
        tree = badge.tab.tree()
        text = badge.text(tree)
        for region in badge.regions(tree):
            owner = next((known for known in shown if known in region.name), None)
            strangers = {
                other: count
                for other, count in shown.items()
                if other != owner and re.search(rf"{re.escape(count)}(?![\d.,\w])", text)
            }
            assert strangers == {}, f"{strangers} under {region.name}: {text}"
        label = world.texts.exactly("badge_label", name=name)
        if tree.find("complementary", label) is not None and shown[name] not in text:
            badge.open()
        return tree.find("complementary", label) is not None and shown[name] in text

    until(look, f"badge of {name}")


def test_a_post_opened_over_a_profile_keeps_the_badge(world: World) -> None:
    """/p/CODE/ over a profile is still the same creator."""
    badge = world.visit("maya.vidu")
    badge.wait_for("78.9K", creator="maya.vidu")
    until(lambda: _tiles(world.tab) == 12, "twelve tiles")
    first = world.site.creators["maya.vidu"].posts[1]
    world.tab.evaluate(f"document.querySelector('a[href*=\"{first.shortcode}\"]').click() ?? null")
    find(world.tab, "dialog", "maya.vidu")
    badge.expand()
    read = min(12, first.comments)
    badge.wait_for("78.9K", world.texts("sampled", followers=0, comments=read), creator="maya.vidu")


def test_the_reels_tab_is_still_the_same_creator(world: World) -> None:
    """/NAME/reels/ by pushState keeps the badge and its numbers."""
    badge = world.visit("linhdan.vidu")
    badge.wait_for("33.6K", "%", creator="linhdan.vidu")
    press(world.tab, "tab", "^Reels$")
    until(lambda: world.tab.url().endswith("/reels/"), "the reels tab")
    until(lambda: _tiles(world.tab) == len(world.site.creators["linhdan.vidu"].reels), "the reels")
    badge.wait_for("33.6K", "%", creator="linhdan.vidu")


@pytest.mark.parametrize(("name", "tier"), [("cothao.vidu", "tier_nano"), ("saolon.vidu", "tier_mega")])
def test_a_creator_outside_micro_is_named_so(world: World, name: str, tier: str) -> None:
    """Too small or too large: the badge says which."""
    world.visit(name).wait_for(world.texts(tier), creator=name)


def test_hidden_likes_are_left_out_and_said(world: World) -> None:
    """A like count of 3 beside the hidden flag is no data: those posts are left out, by name of the reason."""
    badge = world.visit("kimglow.vidu")
    badge.wait_for("%", creator="kimglow.vidu")
    badge.expand()
    badge.wait_for(world.texts("left_out_likes_hidden"))


def test_a_post_of_somebody_never_checked_claims_no_verdict(world: World) -> None:
    """A post opened by its address is no profile: its owner's one pill, and no number from a single post.

    Of a creator whose comments no other test counts: the extension keeps what it read of those for half an hour.
    """
    world.soi.clear_creator("saolon.vidu")
    post = world.site.creators["saolon.vidu"].posts[1]
    world.tab.goto(f"{HOME}/p/{post.shortcode}/")
    until(lambda: world.tab.evaluate("document.querySelectorAll('#comments time').length") > 1, "comments")
    text = world.badge.wait_for(creator="saolon.vidu")
    for of_comments in ("strip_generic", "strip_emoji"):  # the sample that was read here, once it has come
        text = re.sub(world.texts(of_comments, low=r"\d+", high=r"\d+"), "", text)
    assert (len(world.badge.regions()), "%" in text) == (1, False)


def test_scrolling_the_followers_list_fills_the_sample(world: World) -> None:
    """The badge counts the rows that were seen, twelve after opening, more after scrolling."""
    badge = world.visit("gymlab.vidu")
    badge.wait_for("61.2K", creator="gymlab.vidu")
    world.tab.evaluate("document.querySelector('header a[href*=followers]').click() ?? null")
    find(world.tab, "dialog", "")
    badge.expand()
    badge.wait_for(world.texts("sampled", followers=12, comments=0))
    world.tab.evaluate("document.getElementById('rows').scrollTo(0, 1e6) ?? null")
    badge.wait_for(world.texts("sampled", followers=24, comments=0))


def test_a_private_account_is_said_to_be_limited(world: World) -> None:
    """Private: limited data, and saving is still offered."""
    badge = world.visit("nhacuaan.vidu")
    badge.wait_for("8,412", world.texts("private_short"), creator="nhacuaan.vidu")
    badge.find("button", world.texts.exactly("save"))


def test_a_login_wall_shows_no_invented_number(world: World) -> None:
    """Behind a wall the badge shows nothing, or what the head of the page still says; never an engagement."""
    world.soi.clear_creator("tuanxe.vidu")  # else the badge shows what an earlier visit has read
    world.site.knobs.walled.add("tuanxe.vidu")
    badge = world.visit("tuanxe.vidu")
    find(world.tab, "button", "Đăng nhập")
    until(lambda: world.tab.evaluate("performance.now() > 5500"), "time for a late badge", 8)
    assert "%" not in badge.text()


@pytest.mark.parametrize("path", ["/", "/khongco.vidu/", "/explore/"])
def test_a_page_about_nobody_gets_no_badge(world: World, path: str) -> None:
    """Landing, error and explore pages: nothing is laid over them."""
    world.tab.goto(HOME + path)
    find(world.tab, "main", "")
    assert world.badge.regions() == []


def test_leaving_to_a_page_about_nobody_takes_the_badge_away(world: World) -> None:
    """By pushState to an address of nobody, the badge goes."""
    badge = world.visit("linhdan.vidu")
    badge.wait_for("33.6K")
    world.tab.evaluate("history.pushState({}, '', '/explore/') ?? null")
    gone(world.tab, "complementary", world.texts.exactly("badge_label"))


def test_a_reload_leaves_one_badge(world: World) -> None:
    """Firefox injects again on reload; an old host is removed."""
    badge = world.visit("linhdan.vidu")
    badge.wait_for("33.6K")
    world.tab.reload()
    badge.wait_for("33.6K")
    assert len(badge.regions()) == 1
    assert world.tab.evaluate("document.querySelectorAll(':root > [data-soi-badge]').length") == 1
