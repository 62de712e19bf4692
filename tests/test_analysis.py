"""From a reading to a verdict: the contract's shape, and what must hold for any creator."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from server.analysis import Analysis, judge
from server.facts import Count, Reading
from server.messages import Text
from server.metrics.columns import Batch
from server.scoring.batch import judge_batch, posts_array
from server.scoring.records import Ruling, Visit
from tests.creators import (
    HONEST_COMMENTS,
    HONEST_LIKES,
    NOW,
    comment_rows,
    compact,
    count,
    follower_rows,
    post,
    posts,
    reading,
)


def analysis(given: Reading | None = None, **more: Any) -> Analysis:
    return judge(given or reading(), now=NOW, capture_hash="c0ffee", **more)


def width(found: Analysis) -> float:
    return found.suspicion.high - found.suspicion.low


def bought_likes(factor: float = 8, extra: int = 9_000) -> Reading:
    """Likes raised evenly and far; comments left as they were."""
    raised = [int(extra + factor * likes / 100) for likes in HONEST_LIKES]
    return reading(posts=posts(raised, HONEST_COMMENTS))


# --- shape ----------------------------------------------------------------------------------------------------


def test_the_shape_is_the_contracts() -> None:
    """Every key that the contract names, nested ones too; others may be added."""
    body = analysis(name="page.html").to_json()
    shape = {
        "": "input ok error page facts disagreements tier engagement suspicion verdict model_version audit_id",
        "facts": "username profile_id full_name biography external_url category is_private is_verified followers"
        " following post_count posts",
        "engagement": "score rate_pct band benchmark",
        "suspicion": "score low high prior signals",
        "verdict": "code reasons next_evidence",
    }
    missing = {k: set(v.split()) - (body if not k else body[k]).keys() for k, v in shape.items()}
    assert set() == set().union(*missing.values())
    assert {"value", "low", "high", "n_posts", "left_out"} <= body["engagement"]["rate_pct"].keys()
    assert {"name", "year"} <= body["engagement"]["benchmark"].keys()
    signal = body["suspicion"]["signals"][0]
    assert list(signal)[:8] == [
        "id",
        "group",
        "value",
        "contribution",
        "reason",
        "innocent",
        "evidence",
        "weight_source",
    ]
    assert {"raw", "source", "locator"} == signal["evidence"][0].keys()
    assert {"value", "low", "high", "exact", "source", "raw", "locator"} <= body["facts"]["followers"].keys()


def test_it_is_plain_json() -> None:
    """No number of numpy's, no NaN: any JSON writer takes it."""
    json.dumps(analysis().to_json(), allow_nan=False)


def test_the_same_inputs_give_the_same_bytes() -> None:
    """Nothing depends on the clock, on chance or on the order of a set."""
    first, second = (json.dumps(analysis(name="a").to_json()) for _ in range(2))
    assert first == second


@pytest.mark.parametrize(
    ("page", "ok", "status"),
    [
        ("profile", True, 200),
        ("private_profile", True, 200),
        ("post", False, 200),
        ("login_wall", False, 422),
        ("challenge", False, 422),
        ("other", False, 422),
    ],
)
def test_only_profiles_are_ok(page: Any, ok: bool, status: int) -> None:
    """A post page answers with its facts but is no profile; any other page is an error."""
    found = analysis(Reading(page=page, facts=reading().facts))
    assert (ok, status, None if ok else "not_a_profile") == (
        found.ok,
        found.http_status,
        found.error and found.error.code,
    )


# --- verdicts -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("given", "code"),
    [
        (reading(), "contact"),
        (reading(posts=()), "not_enough_data"),
        (reading(posts=posts()[:2]), "not_enough_data"),
        (reading(posts=posts(HONEST_LIKES, [None] * 12)), "not_enough_data"),
        (
            Reading(page="private_profile", facts=replace(reading().facts, is_private=True, posts=())),
            "not_enough_data",
        ),
        (bought_likes(), "risky"),
        (reading(follower_rows=follower_rows(60, 40), followers_position="middle"), "look_closer"),
        (reading(follower_rows=follower_rows(20, 80), followers_position="middle"), "risky"),
        (reading(follower_rows=follower_rows(0, 20), followers_position="top"), "look_closer"),
        (reading(followers=count(200_000)), "look_closer"),
        (reading(posts=posts([30 + i % 9 * 7 for i in range(12)], [1] * 12)), "look_closer"),
    ],
    ids=[
        "honest",
        "counts only",
        "two posts",
        "no comments",
        "private",
        "bought",
        "bare followers",
        "nearly all bare",
        "twenty bare of twenty",
        "low engagement",
        "no reach",
    ],
)
def test_verdict(given: Reading, code: str) -> None:
    """The word for creators of each kind."""
    assert code == analysis(given).verdict.code


def test_counts_only_say_what_to_open_next() -> None:
    """A header alone is not enough data, and the posts are the next thing to load."""
    steps = [step.en for step in analysis(reading(posts=())).verdict.next_evidence]
    assert steps[0] == "Scroll down until at least 6 posts are loaded."


def test_a_creator_out_of_tier_is_told_so() -> None:
    """The verdict of a bigger account says that it is no micro-influencer."""
    found = analysis(
        reading(followers=count(250_000), posts=posts([9_000 + 997 * (i % 5) for i in range(12)]))
    )
    assert (found.tier, any("Not a micro-influencer" in r.en for r in found.verdict.reasons)) == ("mid", True)


def test_contact_outside_the_tier_says_that_first() -> None:
    """Who looks for micro-influencers reads at once that this is none."""
    found = analysis(
        reading(
            followers=count(250_000),
            posts=posts([12 * n for n in HONEST_LIKES], [12 * n for n in HONEST_COMMENTS]),
        )
    ).verdict
    assert ("contact", True) == (found.code, found.reasons[0].en.startswith("Not a micro-influencer"))


@pytest.mark.parametrize("suspicious", [0, 20])
def test_nothing_is_said_to_be_seen_only_where_no_sign_is_shown(suspicious: int) -> None:
    """A sign of 0.1 or more that is listed is never called "nothing"; it is named among the reasons."""
    found = analysis(reading(follower_rows=follower_rows(100 - suspicious, suspicious)))
    signs = [s.reason for s in found.suspicion.signs if s.to_json()["contribution"] >= 0.1]
    said = found.verdict.reasons
    assert found.verdict.code == "contact"
    assert any("Nothing seen" in reason.en for reason in said) == (not signs)
    assert signs[:3] == [reason for reason in said if reason in signs]


def test_low_engagement_is_never_contact() -> None:
    """Micro-influencers are sought for good engagement: a rate in the band "low" ends elsewhere, and says so."""
    clearly, perhaps = (analysis(reading(followers=count(n))) for n in (200_000, 166_000))
    assert [a.engagement.band for a in (clearly, perhaps)] == ["low", "low"]
    assert [(a.verdict.code, a.verdict.reasons[0].en[:21]) for a in (clearly, perhaps)] == [
        ("look_closer", "Engagement is low for"),
        ("not_enough_data", "Engagement looks low "),
    ]


def test_the_score_rises_with_the_bare_rows() -> None:
    """30, 50, 70 and 100 of 100 are four scores: none is lost in a limit."""
    scores = [
        analysis(reading(follower_rows=follower_rows(100 - k, k))).suspicion.score for k in range(20, 101, 10)
    ]
    assert scores == sorted(set(scores))


def test_few_posts_are_not_enough_for_contact() -> None:
    """Five posts leave the engagement open."""
    assert "not_enough_data" == analysis(reading(posts=posts()[:5])).verdict.code


def test_a_rounded_count_at_a_limit_gives_both_tiers_and_a_reason() -> None:
    """100K may be 99,500."""
    found = analysis(reading(followers=compact(100_000, 99_500, 100_499, "100K")))
    assert (
        found.tiers,
        any("micro or mid-tier" in reason.en for reason in found.verdict.reasons),
    ) == (("micro", "mid"), True)


def test_every_text_comes_in_both_languages() -> None:
    """Reasons, steps, signs: English and Vietnamese, numbers written as each writes them."""
    found = analysis(bought_likes())
    texts = [*found.verdict.reasons, *found.verdict.next_evidence, *(s.reason for s in found.suspicion.signs)]
    assert all(text.en and text.vi and text.en != text.vi for text in texts)
    rate = next(sign for sign in found.suspicion.signs if sign.signal.id == "rate_high").reason
    assert (rate.en.split()[6], rate.vi.split()[8]) == ("37.7%", "37,7%")


def test_completeness_counts_six_parts() -> None:
    """Header, posts, likes and comments seen; no follower sample, no history."""
    states = {part.name: part.state for part in analysis().completeness.parts}
    assert states == {
        "header": "enough",
        "posts": "enough",
        "likes": "enough",
        "comments": "enough",
        "follower_sample": "missing",
        "own_history": "some",
    }


def test_price_for_each_market() -> None:
    """Vietnamese đồng and dollars, with the cost of one engagement at the creator's own rate."""
    price = {p.market.id: p for p in analysis().price}
    assert {"vn", "vn_example", "world", "article"} == price.keys()
    assert price["vn"].cost_per_engagement is not None
    assert pytest.approx(price["vn"].low / 603, rel=0.02) == price["vn"].cost_per_engagement[0]


def test_evidence_leads_to_the_element_it_was_read_from() -> None:
    """A sign about likes points at every post's likes, with text, source and locator as they were read."""
    sign = next(s for s in analysis().suspicion.signs if s.signal.id == "likes_even")
    assert sign.evidence[0] == {"raw": "612", "source": "response", "locator": "likes0"}
    assert len(HONEST_LIKES) == len(sign.evidence)


def test_one_creator_scores_as_in_a_batch() -> None:
    """The page and the batch go one path: the same numbers, the same score."""
    facts = reading().facts
    batch = Batch(
        1,
        {
            "followers": np.array([24_000.0]),
            "following": np.array([540.0]),
            "post_count": np.array([312.0]),
            "bio_length": np.array([float(len(facts.biography or ""))]),
            "has_link": np.array([1.0]),
        },
        {
            "likes": posts_array([list(map(float, HONEST_LIKES))]),
            "comments": posts_array([list(map(float, HONEST_COMMENTS))]),
            "days": np.array([[p.taken_at.timestamp() / 86_400 for p in facts.posts if p.taken_at]]),
        },
    )
    judged, found = judge_batch(batch), analysis()
    assert pytest.approx(judged.scores.middle[0]) == found.suspicion.score
    assert judged.verdicts[0] == found.verdict.code


# --- rulings and history --------------------------------------------------------------------------------------


def test_an_innocent_ruling_takes_the_sign_away_and_stays_visible() -> None:
    """The marketer's word counts, and the analysis shows that it was given."""
    rulings = [Ruling("likes_even", "innocent", "a fan club", NOW)]
    before, after = analysis(bought_likes()), analysis(bought_likes(), rulings=rulings)
    sign = next(s for s in after.suspicion.signs if s.signal.id == "likes_even")
    assert (sign.contribution, sign.ruling and sign.ruling.note) == (0.0, "a fan club")
    assert after.suspicion.score <= before.suspicion.score


def test_a_ruling_on_an_unknown_signal_changes_nothing() -> None:
    """A ruling on a signal of another version is kept and has no effect."""
    ruled = analysis(rulings=[Ruling("no_such_signal", "innocent")])
    assert analysis().suspicion.score == ruled.suspicion.score


def visits(*followers: int) -> list[Visit]:
    """Weekly earlier checks, the last one a week ago."""
    first = NOW - timedelta(weeks=len(followers))
    return [Visit(first + timedelta(weeks=i), count(n), 540, 300) for i, n in enumerate(followers)]


def test_a_jump_counts_from_the_fourth_visit_on() -> None:
    """With two visits before this one growth is unknown; with four a leap is a sign."""
    few = analysis(history=visits(11_000, 11_050))
    many = analysis(history=visits(11_000, 11_050, 11_090, 11_150))
    signs = {s.signal.id: s.value for s in many.suspicion.signs}
    assert "growth_jump" not in {s.signal.id for s in few.suspicion.signs}
    assert signs["growth_jump"] > 20
    said = next(s.reason for s in many.suspicion.signs if s.signal.id == "growth_jump")
    assert said == Text(
        "The fastest rise between visits: 12,850 more followers from 13 Nov 2026 to 20 Nov 2026.",
        "Lần tăng nhanh nhất giữa hai lần xem: thêm 12.850 người theo dõi, từ 13/11/2026 đến 20/11/2026.",
    )


def test_two_checks_of_one_hour_are_one_visit() -> None:
    """Reloading a page is no history."""
    again = [Visit(NOW - timedelta(minutes=10 * i), count(24_000)) for i in range(1, 9)]
    assert "growth_jump" not in {s.signal.id for s in analysis(history=again).suspicion.signs}


# --- what must hold for any creator ---------------------------------------------------------------------------

likes_of_a_creator = st.lists(st.integers(0, 40_000), min_size=12, max_size=12)
comments_of_a_creator = st.lists(st.integers(0, 900), min_size=12, max_size=12)


@st.composite
def creators(draw: st.DrawFn) -> Reading:
    """Any creator whose page, followers and comments were all read."""
    shown = posts(draw(likes_of_a_creator), draw(comments_of_a_creator))
    return reading(
        followers=count(draw(st.integers(1_000, 900_000))),
        following=count(draw(st.integers(0, 7_500))),
        posts=shown,
        follower_rows=follower_rows(draw(st.integers(1, 60)), draw(st.integers(0, 60))),
        comment_rows=comment_rows(
            draw(st.lists(st.sampled_from(["đẹp quá", "🔥", "mua ở đâu vậy chị?", "link bio"]), min_size=1))
        ),
    )


@settings(max_examples=60)
@given(creators(), st.integers(1, 40))
def test_more_suspicious_followers_never_lower_the_score(given: Reading, more: int) -> None:
    """Rows of bare accounts added to the sample raise the score or leave it."""
    clean, bare = (sum(bool(r.has_photo) is x for r in given.follower_rows) for x in (True, False))
    worse = replace(given, follower_rows=follower_rows(clean, bare + more))
    assert analysis(worse).suspicion.score >= analysis(given).suspicion.score - 1e-9


@settings(max_examples=60)
@given(
    creators(),
    st.sampled_from(["follower_rows", "comment_rows", "posts", "following", "post_count", "biography"]),
)
def test_evidence_taken_away_never_narrows_the_range(given: Reading, part: str) -> None:
    """Each part of what was read, removed as a whole, leaves the range as wide or wider."""
    if part in {"follower_rows", "comment_rows"}:
        less = replace(given, **{part: ()})
    else:
        less = replace(given, facts=replace(given.facts, **{part: () if part == "posts" else None}))
    assert width(analysis(less)) >= width(analysis(given)) - 1e-9


def rounded(exact: int, digits: int) -> Count:
    """``exact`` as a page rounds it down to so many digits, with all numbers it may stand for."""
    step = 10 ** max(0, len(str(exact)) - digits)
    shown = exact // step * step
    return compact(shown, max(0, shown - step // 2), shown + step - 1, str(shown))


@settings(max_examples=60)
@given(creators(), st.integers(1, 3))
def test_rounding_never_flips_contact_and_risky(given: Reading, digits: int) -> None:
    """What the exact counts call one, the rounded ones never call the other; nor is the exact score left out."""
    facts = given.facts
    assert facts.followers is not None
    coarse = tuple(
        replace(p, likes=rounded(p.likes.value, digits), comments=rounded(p.comments.value, digits))
        for p in facts.posts
        if p.likes is not None and p.comments is not None
    )
    blurred = replace(
        given, facts=replace(facts, followers=rounded(facts.followers.value, digits), posts=coarse)
    )
    assert {"contact", "risky"} != {analysis(given).verdict.code, analysis(blurred).verdict.code}


@settings(max_examples=40)
@given(creators(), st.integers(2, 9))
def test_scaling_likes_comments_and_followers_together_leaves_the_rate(given: Reading, factor: int) -> None:
    """The engagement rate has no unit."""
    facts = given.facts
    assert facts.followers is not None
    larger = tuple(
        replace(p, likes=count(factor * p.likes.value), comments=count(factor * p.comments.value))
        for p in facts.posts
        if p.likes is not None and p.comments is not None
    )
    scaled = replace(
        given, facts=replace(facts, followers=count(factor * facts.followers.value), posts=larger)
    )
    rates = [analysis(r).engagement.rate.value for r in (given, scaled)]
    assert pytest.approx(rates[0]) == rates[1]


def test_a_page_of_nothing_is_judged_without_a_warning() -> None:
    """No count, no post, no name: not enough data."""
    empty = replace(
        reading().facts, followers=None, following=None, post_count=None, posts=(), biography=None
    )
    found = analysis(Reading(page="other", facts=empty))
    assert (found.verdict.code, found.tier) == ("not_enough_data", None)


def test_absurd_counts_are_judged_without_a_warning() -> None:
    """Zero followers under posts with likes, and the largest counts that can be read."""
    for followers, likes in ((0, 5), (1, 10**11), (10**11, 0)):
        given = reading(followers=count(followers), posts=tuple(post(i, likes, 0) for i in range(12)))
        assert 0 <= analysis(given).suspicion.score <= 100
