"""Real captures made by other people, each against the truth read by hand. Nothing here knows a file by name."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from server.capture import Capture
from server.facts import Count
from server.parsing import comments, followers, read_capture, timelines
from server.parsing.counts import LATIN, Place, read_count

PAGES = Path(__file__).resolve().parents[3] / "shared" / "corpus" / "pages"
KINDS = {
    "profile": {"profile", "private_profile"},
    "post": {"post", "login_wall"},
    "story": {"story"},
    "error": {"error_page"},
    "other": {"challenge", "other"},
}
pytestmark = pytest.mark.corpus


def manifest(folder: str) -> list[Any]:
    path = PAGES / "manifest.json"
    if not path.exists():
        return [
            pytest.param({}, marks=pytest.mark.skip(reason="the shared corpus is not beside this repository"))
        ]
    files = json.loads(path.read_text("utf-8"))["files"]
    return [pytest.param(f, id=Path(f["file"]).stem) for f in files if f["file"].startswith(folder)]


def shown(text: str | int) -> Count:
    """A truth given as it stood on the page ("152K") as its interval."""
    reading = read_count(str(text), (LATIN,), Place("truth", "meta", "manifest"))
    assert isinstance(reading, Count)
    return reading


def assert_holds(truth: str | int, count: Count | None, exact: bool | None = None) -> None:
    assert count is not None
    wanted = shown(truth)
    assert count.low <= wanted.value <= count.high
    assert not count.exact or count.value == wanted.value, "wrong, and called exact"
    if exact:
        assert count.exact


@pytest.mark.parametrize("entry", manifest("html/"))
def test_a_real_page_gives_its_kind_and_every_count_of_the_truth(entry):
    """As an interval that contains it; exact where the page shows it exactly."""
    reading = read_capture(Capture.from_page((PAGES / entry["file"]).read_bytes()))
    truth = entry["truth"]
    assert reading.page in KINDS[truth["page"]]
    facts = reading.facts
    for name, field in (("followers", "followers"), ("following", "following"), ("posts", "post_count")):
        if name in truth:
            exact = truth.get("followers_exact") if name == "followers" else None
            assert_holds(truth[name], getattr(facts, field), exact)
    for name in ("username", "full_name", "is_private", "is_verified", "category"):
        if truth.get(name) is not None:
            assert truth[name] == getattr(facts, name)
    if truth["page"] == "profile" and truth.get("bio"):
        assert truth["bio"] == facts.biography
    if truth["page"] in ("error", "other", "story"):
        assert not facts.posts


@pytest.mark.parametrize("entry", manifest("html/"))
def test_a_real_page_gives_every_visible_post(entry):
    """Its code, and its likes and comments where the page shows them."""
    facts = read_capture(Capture.from_page((PAGES / entry["file"]).read_bytes())).facts
    posts = {post.shortcode: post for post in facts.posts}
    for visible in entry["truth"].get("visible_posts", []):
        post = posts[visible["shortcode"]]
        for name in ("likes", "comments"):
            if visible.get(name) is not None:
                assert_holds(visible[name], getattr(post, name), exact=True)
        for text, count in zip(visible.get("overlay_text") or [], (post.likes, post.comments), strict=False):
            assert_holds(text, count)


@pytest.mark.parametrize("entry", [p for p in manifest("html/") if "post" in str(p.id) or not p.id])
def test_a_real_post_page_gives_its_owner_likes_and_comments(entry):
    truth = entry["truth"]
    facts = read_capture(Capture.from_page((PAGES / entry["file"]).read_bytes())).facts
    post = next(p for p in facts.posts if p.shortcode == truth["shortcode"])
    assert truth["owner"] == facts.username
    for name in ("likes", "comments"):
        assert_holds(truth[name], getattr(post, name), exact=isinstance(truth[name], int))


@pytest.mark.parametrize("entry", manifest("json/"))
def test_a_real_answer_gives_every_row(entry):
    """Posts, follower rows and comments, in order, with hidden likes left unknown."""
    body = json.loads((PAGES / entry["file"]).read_bytes())
    posts = {post.shortcode: post for post in timelines(body)}
    for row in entry["truth"]["posts"] or []:
        if row["code"] is None:  # an advertisement without a post
            continue
        post = posts[row["code"]]
        expected = None if row.get("likes_hidden") else row["likes"]
        assert expected == (post.likes.value if post.likes else None)
        assert row["comments"] == (post.comments.value if post.comments else None)
        if row.get("play_count") is not None:
            assert post.plays is not None
            assert row["play_count"] == post.plays.value
    rows = followers(body)
    wanted = entry["truth"]["users"]
    if wanted is not None:
        assert [user["username"] for user in wanted] == [row.username for row in rows]
        assert [user["is_verified"] for user in wanted] == [row.is_verified for row in rows]
    if "comment" in entry["type"]:
        assert comments(body)
