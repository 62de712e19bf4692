"""From a reading to a verdict: the contract's shape, and what must hold for any creator."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from server.analysis import Analysis, judge
from server.facts import Count, Reading
from server.messages import Text, text
from server.metrics.columns import Batch
from server.scoring.batch import judge_batch, posts_array
from server.scoring.evidence import EvidenceEntry
from server.scoring.records import EarlierVisit, Judgement
from server.scoring.searches import SHIPPED
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


WARM = ["mình mua rồi, mặc rất thích", "cuối tuần này mình ghé quán", "món này nấu với gì vậy chị"] * 8
FEW_LIKES = posts([n // 8 for n in HONEST_LIKES], [n // 8 for n in HONEST_COMMENTS])
"""0.3 % of the followers of an ordinary reading: low for its size."""
HIDDEN = tuple(replace(p, likes=None, likes_hidden=True) for p in posts())


OLD = timedelta(days=100)


def bought_likes(factor: float = 8, extra: int = 9_000) -> Reading:
    """Likes raised evenly and far; comments left as they were."""
    raised = [int(extra + factor * likes / 100) for likes in HONEST_LIKES]
    return reading(posts=posts(raised, HONEST_COMMENTS))


# --- shape ----------------------------------------------------------------------------------------------------


def test_the_shape_is_the_contracts() -> None:
    """Every key that the contract names, nested ones too; others may be added."""
    body = analysis(name="page.html").to_json()
    shape = {
        "": "input ok error page facts disagreements tier engagement fit trust suspicion verdict model_version audit_id",
        "facts": "username profile_id full_name biography external_url category is_private is_verified followers"
        " following post_count posts",
        "engagement": "score rate_pct band benchmark",
        "fit": "fits search checks",
        "trust": "code score word seen missing",
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
        (reading(), "promising"),
        (reading(follower_rows=follower_rows(60, 0)), "contact"),
        (reading(follower_rows=follower_rows(49, 0)), "promising"),
        (reading(comment_rows=comment_rows(WARM)), "contact"),
        (reading(comment_rows=comment_rows(WARM, n_posts=1)), "promising"),
        (reading(posts=()), "not_enough_data"),
        (reading(posts=posts()[:2]), "not_enough_data"),
        (reading(posts=posts(HONEST_LIKES, [None] * 12)), "promising"),
        (reading(posts=HIDDEN), "not_enough_data"),
        (reading(posts=HIDDEN, follower_rows=follower_rows(60, 0)), "promising"),
        (
            reading(posts=HIDDEN, follower_rows=follower_rows(60, 0), comment_rows=comment_rows(WARM)),
            "contact",
        ),
        (
            Reading(page="private_profile", facts=replace(reading().facts, is_private=True, posts=())),
            "not_enough_data",
        ),
        (bought_likes(), "risky"),
        (reading(follower_rows=follower_rows(60, 40), followers_position="middle"), "look_closer"),
        (reading(follower_rows=follower_rows(20, 80), followers_position="middle"), "risky"),
        (reading(follower_rows=follower_rows(0, 20), followers_position="top"), "look_closer"),
        (reading(posts=FEW_LIKES, follower_rows=follower_rows(60, 0)), "promising"),
    ],
    ids=[
        "honest figures",
        "followers read",
        "too few followers read",
        "comments read",
        "comments of one post",
        "counts only",
        "two posts",
        "no comments",
        "likes hidden",
        "likes hidden, followers read",
        "likes hidden, both read",
        "private",
        "bought",
        "bare followers",
        "nearly all bare",
        "twenty bare of twenty",
        "low engagement",
    ],
)
def test_verdict(given: Reading, code: str) -> None:
    """The word for creators of each kind."""
    assert code == analysis(given).verdict.code


def test_counts_only_say_what_to_open_next() -> None:
    """A header alone is not enough data, and the posts are the next thing to load."""
    steps = [step.en for step in analysis(reading(posts=())).verdict.next_evidence]
    assert steps[0] == "Scroll down until at least 6 posts are loaded."


MICRO = SHIPPED.chosen
"""The search that ships."""


def big(**more: Any) -> Reading:
    """A creator far above micro, engaging and with followers read."""
    likes, comments = ([12 * n for n in each] for each in (HONEST_LIKES, HONEST_COMMENTS))
    shown = {"posts": posts(likes, comments), "follower_rows": follower_rows(60, 0)} | more
    return reading(followers=count(250_000), **shown)


@pytest.mark.parametrize(
    ("given", "checks"),
    [
        (big(), ["tier"]),
        (reading(is_private=True, page="private_profile", posts=()), ["private"]),
        (reading(followers=count(200_000), page="profile"), ["tier", "engagement"]),
        (
            reading(posts=tuple(replace(p, taken_at=p.taken_at - OLD) for p in posts() if p.taken_at)),
            ["recency"],
        ),
        (reading(posts=(), post_count=count(0), follower_rows=follower_rows(60, 0)), ["recency"]),
    ],
)
def test_who_fails_the_search_is_no_fit_and_told_why(given: Reading, checks: list[str]) -> None:
    """Every failed check is a reason, before anything else; the signs are judged all the same."""
    found = analysis(given, search=MICRO)
    failed = [check for check in found.fit.checks if check.ok is False]
    assert ("not_a_fit", checks) == (found.verdict.code, [check.id for check in failed])
    assert [check.text for check in failed] == list(found.verdict.reasons[: len(failed)])
    assert found.trust == analysis(given).trust


def test_an_old_page_without_a_time_fails_no_date() -> None:
    """Nobody knows how old its newest post is by now."""
    found = judge(reading(), now=None, search=MICRO)
    assert [check.ok for check in found.fit.checks if check.id == "recency"] == [None]


def test_the_same_creator_is_a_contact_without_the_search_or_under_another() -> None:
    """Fit is a matter of what is looked for: with the search off nothing is said of it."""
    off, other = analysis(big()), analysis(big(), search=replace(SHIPPED.searches[0], tiers=("mid",)))
    assert [("contact", None), ("contact", True)] == [(a.verdict.code, a.fit.fits) for a in (off, other)]


def test_signs_are_said_before_engagement_and_after_the_tier() -> None:
    """A warning is not hidden by a rate that fails; a creator of another size need not be looked at more closely."""
    bare = {"follower_rows": follower_rows(20, 80)}
    low, large = reading(followers=count(80_000), **bare), big(**bare)
    assert ["risky", "not_a_fit"] == [analysis(a, search=MICRO).verdict.code for a in (low, large)]


def test_a_check_that_the_page_does_not_answer_is_named_and_blocks_nothing() -> None:
    """Undated posts: it is said that recency is not known, and the word stays."""
    undated = tuple(replace(p, taken_at=None) for p in posts())
    found = analysis(reading(posts=undated, follower_rows=follower_rows(60, 0)), search=MICRO)
    recency = next(check for check in found.fit.checks if check.id == "recency")
    assert ("contact", None, True) == (found.verdict.code, recency.ok, recency.text in found.verdict.reasons)


@pytest.mark.parametrize("suspicious", [0, 20])
def test_nothing_is_said_to_be_seen_only_where_no_sign_is_shown(suspicious: int) -> None:
    """A sign of 0.1 or more that is listed is never called "nothing"; it is named among the reasons."""
    found = analysis(reading(follower_rows=follower_rows(100 - suspicious, suspicious)))
    signs = [s.reason for s in found.suspicion.signs if s.answer().contribution >= 0.1]
    said = found.verdict.reasons
    assert found.verdict.code == "contact"
    assert any("No unusual signs" in reason.en for reason in said) == (not signs)
    assert all(any(reason.en.startswith(sign.en) for reason in said) for sign in signs[:3])


NO_SIGNS = ("No unusual signs", "no unusual signs", "Không thấy dấu hiệu lạ", "không thấy dấu hiệu lạ")
LARGE = {
    "followers": count(250_000),
    "posts": tuple(
        replace(p, taken_at=p.taken_at - i % 3 * timedelta(days=1))
        for i, p in enumerate(posts([12 * n for n in HONEST_LIKES], [12 * n for n in HONEST_COMMENTS]))
        if p.taken_at
    ),
}
"""Of another size, engaging, and posting on no fixed day."""
TALK = """quán này cuối tuần đông không|mình nấu thử mà bị mặn|bún bò ở quận mấy vậy|con mình thích món canh
nhìn giống chè bà ngoại nấu|hôm qua ghé mà hết bánh|video trước quay ở Huế hả|nồi này dùng bếp từ được không
lần sau làm món chay nha|giọng kể nghe buồn ngủ ghê|chỗ gửi xe có rộng không|trời mưa ăn lẩu là nhất
em ăn dị ứng tôm thì thay gì|ba mẹ mình khen cách ướp thịt|đi từ sân bay bao xa|ớt này cay hơn ớt hiểm không
mình đổi sang dầu mè cũng ổn|sáng nào cũng ghé ăn trước giờ làm|bát đĩa mua ở làng gốm à|cá kho để tủ lạnh mấy ngày"""
HIDDEN_AND_READ = {"posts": HIDDEN, "comment_rows": comment_rows(TALK.replace("\n", "|").split("|"))}


@pytest.mark.parametrize("suspicious", [0, 20])
@pytest.mark.parametrize(
    ("more", "search", "code"),
    [
        (LARGE, MICRO, "not_a_fit"),
        (HIDDEN_AND_READ, None, "contact"),
        (HIDDEN_AND_READ | {"comment_rows": ()}, None, "promising"),
    ],
    ids=["no fit", "hidden likes, all read", "hidden likes"],
)
def test_no_word_of_a_verdict_denies_the_signs_that_it_names(
    more: dict[str, Any], search: Any, code: str, suspicious: int
) -> None:
    """One sentence in each language says that there are no signs where none is named, and none does where one is."""
    found = analysis(
        reading(follower_rows=follower_rows(100 - suspicious, suspicious), **more), search=search
    )
    said = [words for reason in found.verdict.reasons for words in (reason.en, reason.vi)]
    denying = [words for words in said if any(none in words for none in NO_SIGNS)]
    assert (code, bool(suspicious)) == (found.verdict.code, found.trust.weak_signs)
    assert len(denying) == (0 if suspicious else 2)


@pytest.mark.parametrize(
    ("given", "search"),
    [(big(), MICRO), (big(follower_rows=follower_rows(40, 60)), MICRO), (bought_likes(), None)],
    ids=["no fit, clean", "no fit, bought followers", "bought likes"],
)
def test_the_sentence_on_signs_has_the_word_of_the_score(given: Reading, search: Any) -> None:
    """ "suspicion: low, 7/100": the word that badge, list and page have for the same score."""
    found = analysis(given, search=search)
    assert found.trust.word is not None
    word = text(f"trust.{found.trust.word}")
    scored = [reason for reason in found.verdict.reasons if "/100" in reason.en]
    assert [(word.en in reason.en, word.vi in reason.vi) for reason in scored] == [(True, True)]


@pytest.mark.parametrize(("factor", "reproach"), [(1, False), (20, True)])
def test_many_likes_are_no_reproach_and_merit_at_once(factor: int, reproach: bool) -> None:
    """Where they are named as a sign, no sentence beside it calls the engagement high."""
    many = posts([factor * n for n in HONEST_LIKES], [factor * n for n in HONEST_COMMENTS])
    said = " ".join(reason.en for reason in analysis(reading(posts=many)).verdict.reasons)
    assert ("Far more likes" in said, "for this size (" in said) == (reproach, not reproach)


@pytest.mark.parametrize(
    ("category", "is_said"),
    [
        ("Clothing store", True),
        ("Mua sắm & bán lẻ", True),
        ("Quần áo (Thương hiệu)", True),
        ("Blogger", False),
        ("Nhà sáng tạo nội dung số", False),
        (None, False),
    ],
)
def test_a_shop_is_remarked_and_held_against_nobody(category: str | None, is_said: bool) -> None:
    """A marketer who looks for creators has to know it; verdict and score stay."""
    found, other = analysis(reading(category=category)), analysis()
    assert any("shop" in reason.en for reason in found.verdict.reasons) == is_said
    assert (found.verdict.code, found.suspicion.score) == (other.verdict.code, other.suspicion.score)


@pytest.mark.parametrize("search", [None, MICRO])
def test_low_engagement_is_never_contact(search: Any) -> None:
    """Whatever is looked for: where the words say low, the verdict is no Contact, and says so."""
    found = analysis(reading(posts=FEW_LIKES, follower_rows=follower_rows(60, 0)), search=search)
    assert ("low", "not_a_fit" if search else "promising") == (found.engagement.band, found.verdict.code)
    assert any("low" in reason.en or "few people" in reason.en for reason in found.verdict.reasons[:1])


def test_the_score_rises_with_the_bare_rows() -> None:
    """30, 50, 70 and 100 of 100 are four scores: none is lost in a limit."""
    scores = [
        analysis(reading(follower_rows=follower_rows(100 - k, k))).suspicion.score for k in range(20, 101, 10)
    ]
    assert scores == sorted(set(scores))


def test_few_posts_leave_too_much_open_for_contact() -> None:
    """Five posts are not enough, also where the followers were read; six of a bare page are promising at most."""
    bare = replace(
        reading().facts,
        following=None,
        post_count=None,
        biography=None,
        external_url=None,
        posts=tuple(replace(p, taken_at=None) for p in posts()[:6]),
    )
    five = reading(posts=posts()[:5], follower_rows=follower_rows(60, 0))
    assert ["not_enough_data", "promising"] == [
        analysis(given).verdict.code for given in (five, Reading("profile", bare))
    ]


def test_a_rounded_count_at_a_limit_gives_both_tiers_and_a_reason() -> None:
    """100K may be 99,500: it neither fails nor fits."""
    found = analysis(reading(followers=compact(100_000, 99_500, 100_499, "100K")), search=MICRO)
    assert (
        found.tiers,
        [(c.id, c.ok) for c in found.fit.checks if "(micro or mid-tier)" in c.text.en],
    ) == (("micro", "mid"), [("tier", None)])


def test_every_text_comes_in_both_languages() -> None:
    """Reasons, steps, signs: English and Vietnamese, numbers written as each writes them."""
    found = analysis(bought_likes())
    texts = [*found.verdict.reasons, *found.verdict.next_evidence, *(s.reason for s in found.suspicion.signs)]
    assert all(text.en and text.vi and text.en != text.vi for text in texts)
    rate = next(sign for sign in found.suspicion.signs if sign.signal.id == "rate_high").reason
    assert ("37.7%" in rate.en, "37,7%" in rate.vi) == (True, True)


def test_completeness_counts_five_kinds_of_evidence() -> None:
    """Profile and posts seen; no follower and no comment read, one visit. Trust names the same."""
    found = analysis()
    assert {part.name: part.state for part in found.completeness.parts} == {
        "profile": "enough",
        "posts": "enough",
        "followers": "missing",
        "comments": "missing",
        "history": "some",
    }
    assert (("profile", "posts"), ("followers", "comments", "history")) == (
        found.trust.seen,
        found.trust.missing,
    )


def test_price_for_each_market() -> None:
    """Vietnamese đồng and dollars, with the cost of one engagement at the creator's own rate."""
    price = {p.market.id: p for p in analysis().price}
    assert {"vn", "vn_example", "world", "article"} == price.keys()
    assert price["vn"].cost_per_engagement is not None
    assert pytest.approx(price["vn"].low / 603, rel=0.02) == price["vn"].cost_per_engagement[0]


def test_evidence_leads_to_the_element_it_was_read_from() -> None:
    """A sign about likes points at every post's likes, with text, source and locator as they were read."""
    sign = next(s for s in analysis().suspicion.signs if s.signal.id == "likes_even")
    assert sign.evidence[0] == EvidenceEntry(raw="612", source="response", locator="likes0")
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


def test_no_link_is_said_only_where_a_header_was_seen() -> None:
    """A biography out of a description says nothing of links; several drawn as a button are links."""
    values = []
    for links in (None, (), ("https://linktr.ee/an",)):
        given = reading(external_url=None, links=links)
        signs = {sign.signal.id: sign for sign in analysis(given).suspicion.signs}
        values.append(signs["no_link"].value if "no_link" in signs else None)
    assert values == [None, 1.0, 0.0]


# --- rulings and history --------------------------------------------------------------------------------------


def test_an_innocent_ruling_takes_the_sign_away_and_stays_visible() -> None:
    """The marketer's word counts, and the analysis shows that it was given."""
    rulings = [Judgement("likes_even", "innocent", "a fan club", NOW)]
    before, after = analysis(bought_likes()), analysis(bought_likes(), rulings=rulings)
    sign = next(s for s in after.suspicion.signs if s.signal.id == "likes_even")
    assert (sign.contribution, sign.ruling and sign.ruling.note) == (0.0, "a fan club")
    assert after.suspicion.score <= before.suspicion.score


def test_a_ruling_on_an_unknown_signal_changes_nothing() -> None:
    """A ruling on a signal of another version is kept and has no effect."""
    ruled = analysis(rulings=[Judgement("no_such_signal", "innocent")])
    assert analysis().suspicion.score == ruled.suspicion.score


def visits(*followers: int) -> list[EarlierVisit]:
    """Weekly earlier checks, the last one a week ago."""
    first = NOW - timedelta(weeks=len(followers))
    return [EarlierVisit(first + timedelta(weeks=i), count(n), 540, 300) for i, n in enumerate(followers)]


def test_a_jump_counts_from_the_fourth_visit_on() -> None:
    """With two visits before this one growth is unknown; with four a leap is a sign."""
    few = analysis(history=visits(11_000, 11_050))
    many = analysis(history=visits(11_000, 11_050, 11_090, 11_150))
    signs = {s.signal.id: s.value for s in many.suspicion.signs}
    assert "growth_jump" not in {s.signal.id for s in few.suspicion.signs}
    assert signs["growth_jump"] > 20
    said = next(s.reason for s in many.suspicion.signs if s.signal.id == "growth_jump")
    assert said == Text(
        "A sudden rise between visits: 12,850 more followers from 13 Nov 2026 to 20 Nov 2026.",
        "Tăng vọt giữa hai lần xem: thêm 12.850 người theo dõi, từ 13/11/2026 đến 20/11/2026.",
    )


def test_two_checks_of_one_hour_are_one_visit() -> None:
    """Reloading a page is no history."""
    again = [EarlierVisit(NOW - timedelta(minutes=10 * i), count(24_000)) for i in range(1, 9)]
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


@pytest.mark.parametrize(
    ("hours", "words"),
    [(3, "đăng hôm nay."), (30, "đăng cách đây 1 ngày."), (80, "đăng cách đây 3 ngày.")],
)
def test_the_age_of_the_newest_post_is_said_as_people_say_it(hours: int, words: str) -> None:
    """Nobody says "0 days ago"."""
    newest = max(p.taken_at for p in posts() if p.taken_at)
    moved = tuple(
        replace(p, taken_at=p.taken_at + (NOW - newest) - timedelta(hours=hours))
        for p in posts()
        if p.taken_at
    )
    found = analysis(reading(posts=moved), search=MICRO)
    recency = next(check for check in found.fit.checks if check.id == "recency")
    assert f"Bài mới nhất {words}" == recency.text.vi
