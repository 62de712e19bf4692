"""Likes that are hidden without Instagram's switch, and numbers that stand where nothing is shown."""

from __future__ import annotations

import random
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from server.analysis import analyze
from server.capture import Capture, Response
from server.facts import Post
from server.parsing import read_capture
from server.parsing.hidden import believed, stand_ins
from tests.creators import NOW, compact, count, post


def grid(likes, comments=None, plays=None) -> tuple[Post, ...]:
    comments = comments or [None] * len(likes)
    plays = plays or [None] * len(likes)
    rows = enumerate(zip(likes, comments, plays, strict=True))
    return tuple(
        structs.replace(post(i, a, b), plays=None if c is None else count(c)) for i, (a, b, c) in rows
    )


def hidden(posts, followers=48_000):
    return stand_ins(posts, None if followers is None else count(followers), NOW)


@given(st.lists(st.integers(20, 900), min_size=1, max_size=12))
def test_three_likes_beside_many_comments_are_hidden_likes(comments):
    posts = grid([3] * len(comments), comments)
    assert {p.shortcode for p in posts} == hidden(posts, None)


@given(st.lists(st.integers(5_000, 10**6), min_size=1, max_size=12))
def test_three_likes_beside_thousands_of_plays_are_hidden_likes(plays):
    posts = grid([3] * len(plays), None, plays)
    assert {p.shortcode for p in posts} == hidden(posts)


@given(st.integers(1, 4), st.integers(6, 12), st.integers(1_000, 10**6))
def test_one_tiny_number_under_every_post_of_a_larger_account_is_no_count(likes, n, followers):
    posts = grid([likes] * n)
    assert {p.shortcode for p in posts} == hidden(posts, followers)


def test_threes_among_posts_with_hundreds_of_likes_are_left_out_and_the_others_kept():
    posts = grid([3, 3, 3, 640, 3, 3, 3, 812, 3, 3, 3, 3], [None] * 12)
    assert {p.shortcode for p in posts if p.likes.value == 3} == hidden(posts)


def test_a_single_hidden_post_among_open_ones_is_told_by_its_comments_or_plays():
    posts = grid([480, 3, 520, 3, 610], [10, 9, 12, 0, 8], [None, None, None, 900, None])
    assert {"code1", "code3"} == hidden(posts)


@given(st.integers(0, 10**6))
def test_a_real_small_account_keeps_its_few_likes(seed):
    """Invented accounts of 20 to 900 followers with 0 to 9 likes and fewer comments than likes."""
    dice = random.Random(seed)  # noqa: S311 - numbers of a test, no secret
    mean = dice.uniform(0.5, 6)
    likes = [min(9, sum(dice.random() < mean / 30 for _ in range(30))) for _ in range(12)]
    comments = [dice.randint(0, max(1, n)) for n in likes]
    plays = [dice.randint(10, 900) for _ in likes]
    assert frozenset() == hidden(grid(likes, comments, plays), dice.randint(20, 900))


def test_three_faithful_friends_of_a_small_account_are_believed():
    assert frozenset() == hidden(grid([3] * 12, [1] * 12), 140)


def test_bought_followers_who_like_nothing_stay_a_sign():
    """Few likes under a large account, but not one number: no hiding."""
    assert frozenset() == hidden(grid([2, 5, 3, 1, 4, 3, 2, 0, 6, 3, 1, 4], [0] * 12), 60_000)


def test_bought_plays_without_likes_stay_a_sign():
    assert frozenset() == hidden(grid([1, 4, 0, 2, 5, 1], [0] * 6, [9_000] * 6), 8_000)


@given(st.lists(st.integers(10, 10**6), min_size=1, max_size=12))
def test_likes_in_tens_and_more_are_never_taken_for_hidden(likes):
    assert frozenset() == hidden(grid(likes, [10 * n for n in likes]))


def test_a_post_of_today_has_its_three_likes():
    young = structs.replace(post(0, 3, 25), taken_at=NOW - timedelta(hours=2))
    assert frozenset() == hidden((young,))


def test_a_number_on_the_page_is_believed_before_the_three_of_the_answer():
    three, shown = count(3), compact(1_200, 1_150, 1_299, "1,2K")
    assert (shown, three) == believed((three, shown))
    assert (three, compact(4, 4, 4, "4")) == believed((three, compact(4, 4, 4, "4")))


# --- zeros that are no zeros ---------------------------------------------------------------------------------

USER = {"pk": "17", "username": "an.vi.o", "follower_count": 0, "following_count": 0, "media_count": 0}
HEADER = """<html lang="en"><body><main><header><section><h2><span>an.vi.o</span></h2><div>
<span dir="auto"><span>211</span> posts</span><a href="/an.vi.o/followers/"><span dir="auto"><span
title="48,938">48.9K</span> followers</span></a><a href="/an.vi.o/following/"><span dir="auto"><span>305</span>
following</span></a></div></section>{}</header></main></body></html>"""


def capture(user, html="<html lang='en'><body></body></html>"):
    answer = Response("/graphql/query", "PolarisProfilePageContentQuery", NOW, {"data": {"user": user}})
    return Capture(html, "https://www.instagram.com/an.vi.o/", NOW, responses=(answer,))


def counts(facts):
    return tuple(c and c.value for c in (facts.followers, facts.following, facts.post_count))


@pytest.mark.parametrize("gating", [{"gating_type": "appealable"}, {"gating_type": 2}, {}])
def test_zeros_beside_a_question_for_the_age_are_not_shown(gating):
    reading = read_capture(capture(USER | {"gating": gating, "biography": ""}))
    assert ((None, None, None), True, None) == (
        counts(reading.facts),
        reading.facts.is_gated,
        reading.facts.biography,
    )
    assert reading.page == "profile"


def test_zeros_of_an_open_account_are_zeros():
    assert (0, 0, 0) == counts(read_capture(capture(USER | {"gating": None})).facts)


def test_a_zero_of_an_answer_gives_way_to_what_the_header_shows_and_is_said():
    reading = read_capture(capture(USER, HEADER.format("")))
    followers = reading.facts.followers
    assert (48_938, 305, 211) == counts(reading.facts)
    assert (48_938, 48_938, True) == (followers.low, followers.high, followers.exact)
    assert {"followers", "following", "post_count"} == {d.field for d in reading.disagreements}


def test_an_answer_that_is_not_zero_still_comes_first():
    reading = read_capture(capture(USER | {"follower_count": 48_940}, HEADER.format("")))
    assert 48_940 == reading.facts.followers.value


# --- a name where the biography would stand ------------------------------------------------------------------

NAME = '<section><div><div><span dir="auto">An Vi</span></div></div></section>'
BIO = '<span dir="auto"><div><span dir="auto">Ăn gì hôm nay?</span></div></span>'


def header_texts(below):
    facts = read_capture(Capture.from_page(HEADER.format(below).encode())).facts
    return facts.full_name, facts.biography


def test_a_name_below_the_counts_is_no_biography():
    assert ("An Vi", "") == header_texts(NAME)


def test_a_name_and_a_biography_below_the_counts_are_told_apart():
    long_name = NAME.replace("An Vi", "An Vi chuyên ăn vặt khắp phố")
    assert ("An Vi chuyên ăn vặt khắp phố", "Ăn gì hôm nay?") == header_texts(long_name + BIO)


def test_a_biography_without_a_name_stays_one():
    assert (None, "Ăn gì hôm nay?") == header_texts(BIO)


def test_a_header_without_a_biography_raises_the_sign_and_no_header_says_nothing():
    def sign(page):
        given = analyze(Capture.from_page(page.encode())).to_json()
        found = (s["contribution"] for s in given["suspicion"]["signals"] if s["id"] == "empty_bio")
        return next(found, None)

    assert sign(HEADER.format(NAME)) > 0
    assert sign("<html lang='en'><body></body></html>") is None


# --- evidence in whole words ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("description", "raw"),
    [
        (
            "2,310 người theo dõi, 0 đang theo dõi, 262 bài viết – An (@an.vi.o) trên Instagram",
            ["2,310 người theo dõi", "0 đang theo dõi", "262 bài viết"],
        ),
        (
            "12K Followers, 305 Following, 211 Posts - See photos from An (@an.vi.o)",
            ["12K Followers", "305 Following", "211 Posts"],
        ),
        (
            "48K abonnés, 305 suivi(e)s, 211 publications - Voir les photos de An (@an.vi.o)",
            ["48K abonnés", "305 suivi(e)s", "211 publications"],
        ),
    ],
)
def test_a_count_is_quoted_with_its_whole_words(description, raw):
    page = f'<html lang="vi"><head><meta property="og:description" content="{description}"></head></html>'
    facts = read_capture(Capture.from_page(page.encode())).facts
    assert raw == [facts.followers.raw, facts.following.raw, facts.post_count.raw]
