"""Invented pages of every kind and layout, against what was put into them."""

from __future__ import annotations

import json
import re
from datetime import datetime
from pathlib import Path

import pytest

from server.capture import Capture, Response
from server.errors import BadUrl
from server.facts import Count
from server.parsing import read_capture

FIXTURES = Path(__file__).resolve().parents[1] / "fixtures" / "pages"
ENTRIES = json.loads((FIXTURES / "truth.json").read_text("utf-8"))["files"]
PROFILES = [entry for entry in ENTRIES if entry["page"] in ("profile", "private_profile")]


def page(name: str) -> str:
    return (FIXTURES / name).read_text("utf-8")


def value(count: Count | None) -> int | None:
    return None if count is None else count.value


def named(entries):
    return [pytest.param(entry, id=entry["file"]) for entry in entries]


@pytest.mark.parametrize("entry", named(ENTRIES))
def test_every_kind_of_page_is_told_apart(entry):
    reading = read_capture(Capture.from_page(page(entry["file"]).encode()))
    assert entry["page"] == reading.page
    assert entry["username"] == reading.facts.username


@pytest.mark.parametrize("entry", named(PROFILES))
def test_a_profile_gives_its_counts_and_texts(entry):
    facts = read_capture(Capture.from_page(page(entry["file"]).encode())).facts
    for name in ("followers", "following", "post_count"):
        count = getattr(facts, name)
        assert count.low <= entry[name] <= count.high
        assert not count.exact or count.value == entry[name]
    assert entry["exact"] == facts.followers.exact
    assert entry["full_name"] == facts.full_name
    if entry["exact"]:  # the header is there, so all its texts are
        assert (entry["biography"] or None) == (facts.biography or None)
        assert entry["external_url"] == facts.external_url
        assert entry["category"] == facts.category
        assert entry["is_private"] == facts.is_private
        assert entry["is_verified"] == facts.is_verified


@pytest.mark.parametrize("entry", named(PROFILES))
def test_a_profile_gives_its_posts_and_what_hovered_tiles_show(entry):
    facts = read_capture(Capture.from_page(page(entry["file"]).encode())).facts
    posts = {post.shortcode: post for post in facts.posts}
    assert {post["shortcode"] for post in entry["visible_posts"]} == set(posts)
    for shown in entry["visible_posts"]:
        post = posts[shown["shortcode"]]
        if not shown.get("hovered"):
            assert (post.likes, post.comments) == (None, None), "what is not shown is not zero"
        elif not shown["likes_hidden"]:
            for name in ("likes", "comments"):
                count = getattr(post, name)
                assert count.low <= shown[name] <= count.high
        assert post.taken_at is not None
        assert abs(post.taken_at.timestamp() - _seconds(shown["taken_at"])) < 86_400


def _seconds(text: str) -> float:
    return datetime.fromisoformat(text).timestamp()


def test_the_viewers_own_account_is_never_taken_for_the_creator():
    """Every page embeds PolarisViewer with the marketer's own name and counts."""
    html = page("profile_en_unrendered.html")
    assert "PolarisViewer" in html
    viewer = json.loads('{"username": "nguoixem.vidu", "follower_count": 17, "id": "5"}')
    block = json.dumps({"define": [["PolarisViewer", [], {"data": viewer}, 1]], "viewer": {"user": viewer}})
    html = html.replace("</body>", f'<script type="application/json">{block}</script></body>')
    facts = read_capture(Capture.from_page(html.encode())).facts
    assert facts.username == "maya.vidu"
    assert value(facts.followers) == 79_000


def test_leftovers_of_an_earlier_profile_are_not_believed():
    """After pushState the header is the new creator's; metas and route are the old one's."""
    reading = read_capture(
        Capture(page("spa_vi_stale_metas.html"), "https://www.instagram.com/linhdan.vidu/", navigation="spa")
    )
    assert reading.discarded == ("meta", "route")
    assert {"header_title", "header_text", "overlay"} >= {c.source for c in reading.alternatives["followers"]}
    assert reading.facts.profile_id is None


@pytest.mark.parametrize("name", ["profile_vi_div.html", "profile_en_unrendered.html"])
def test_a_page_of_another_profile_than_its_address_says_is_refused(name):
    """No number of one creator may stand under another's name."""
    with pytest.raises(BadUrl):
        read_capture(Capture(page(name), "https://www.instagram.com/somebody.else/"))


def test_a_network_answer_wins_and_a_contradiction_widens_the_interval():
    """Over 2 % apart: both are kept, reported, and nothing is called exact any more."""
    html = page("profile_vi_div.html")
    answer = {"data": {"user": {"username": "linhdan.vidu", "pk": "51840200311", "follower_count": 40_000}}}
    capture = Capture(
        html,
        "https://www.instagram.com/linhdan.vidu/",
        responses=(Response("/graphql/query", "PolarisProfilePageContentQuery", None, answer),),
    )
    reading = read_capture(capture)
    followers = reading.facts.followers
    assert followers is not None
    assert (
        followers.source,
        followers.value,
        followers.low,
        followers.high,
        followers.exact,
    ) == ("response", 40_000, 33_604, 40_000, False)
    assert "followers" in [d.field for d in reading.disagreements]


def test_an_answer_about_somebody_else_changes_nothing():
    """Suggested accounts arrive by the same route."""
    others = {"data": {"user": {"username": "phohaiu.vidu", "pk": "1", "follower_count": 9_000_000}}}
    url = "https://www.instagram.com/linhdan.vidu/"
    plain = read_capture(Capture(page("profile_vi_div.html"), url))
    with_others = read_capture(
        Capture(page("profile_vi_div.html"), url, responses=(Response("/graphql/query", "", None, others),))
    )
    assert plain.facts == with_others.facts


@pytest.mark.parametrize("language", ["vi", "en"])
def test_a_saved_page_with_absolute_links_reads_the_same(language):
    """Browsers rewrite links when they save a complete page."""
    name = f"profile_{language}_div.html"
    plain = page(name)
    saved = plain.replace('href="/', 'href="https://www.instagram.com/')
    assert (
        read_capture(Capture.from_page(plain.encode())).facts
        == read_capture(Capture.from_page(saved.encode())).facts
    )


def test_class_names_carry_no_meaning():
    """They are generated anew with every release."""
    plain = page("profile_vi_list.html")
    stripped = re.sub(r' class="[^"]*"', "", plain)
    assert stripped != plain
    assert (
        read_capture(Capture.from_page(plain.encode())).facts
        == read_capture(Capture.from_page(stripped.encode())).facts
    )


def test_after_navigation_an_answer_or_id_that_names_nobody_is_not_believed():
    """The first page's route and its numeric id stay in the document when the creator changes."""
    html = page("profile_vi_div.html").replace("polaris_preload", "preload_gone")
    nameless = {"data": {"user": {"pk": "51840200311", "follower_count": 9_000_000}}}
    answer = Response("/graphql/query", "PolarisProfilePageContentQuery", None, nameless)
    url = "https://www.instagram.com/linhdan.vidu/"
    loaded = read_capture(Capture(html, url, responses=(answer,)))
    moved = read_capture(Capture(html, url, navigation="spa", responses=(answer,)))
    assert (9_000_000, "51840200311") == (value(loaded.facts.followers), loaded.facts.profile_id)
    assert (33_604, None) == (value(moved.facts.followers), moved.facts.profile_id)


@pytest.mark.parametrize(
    ("words", "likes"),
    [
        ("1.234 lượt thích", 1_234),
        ("12,3 N lượt thích", 12_300),
        ("lan.anh và 1.233 người khác thích", None),
        ("Những người khác thích", None),
    ],
)
def test_an_opened_post_gives_its_likes_and_its_exact_time(words, likes):
    """As the extension hands it over where the page's own answers are switched off."""
    html = page("profile_vi_div.html")
    code = "Df0uwGn9G81"
    opened = f'<article data-post="{code}"><time datetime="2026-11-17T08:00:00.000Z">17/11</time>'
    opened += f'<a href="/p/{code}/liked_by/">{words}</a></article>'
    stranger = (
        '<article data-post="AAAAAAAAAAA"><a href="/p/AAAAAAAAAAA/liked_by/">9 lượt thích</a></article>'
    )
    facts = read_capture(
        Capture.from_page(html.replace("</main>", opened + stranger + "</main>").encode())
    ).facts
    post = next(p for p in facts.posts if p.shortcode == code)
    assert (likes, "carousel", "post_page") == (value(post.likes), post.type, post.taken_at_source)
    assert post.taken_at is not None
    assert "2026-11-17T08:00:00+00:00" == post.taken_at.isoformat()
    assert "AAAAAAAAAAA" not in {p.shortcode for p in facts.posts}
