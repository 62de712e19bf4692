"""Rows become counts and intervals; no name gets out."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import asdict, replace

from server.facts import CommentRow, FollowerRow
from server.samples import comments, followers
from server.samples.duplicates import duplicate_groups
from server.samples.intervals import Detector, true_share, wilson_share
from server.samples.row_model import row_model

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


def comment(text: str, username: str = "lan", post: str = "A", **more: object) -> CommentRow:
    return replace(CommentRow(post, username, text), **more)  # type: ignore[arg-type] # fields of the record


# --- comments -----------------------------------------------------------------------------------------------


def test_each_comment_counts_once_by_kind() -> None:
    """Kinds exclude each other; the creator's own comments are no audience."""
    rows = [
        comment("xinh quá chị ơi", "a"),
        comment("🔥🔥", "b"),
        comment("@c", "b"),
        comment("tăng follow giá rẻ, inbox em tư vấn", "d"),
        comment("váy này còn size M không ạ", "e"),
        comment("cảm ơn em", "creator", by_owner=True, is_reply=True),
    ]
    found = comments.tally(rows)
    counts = (
        found.n,
        found.n_generic,
        found.n_emoji_only,
        found.n_mention_only,
        found.n_spam,
        found.n_people,
    )
    assert counts == (5, 1, 1, 1, 1, 4)
    assert (found.n_owner_replies, found.n_low_effort) == (1, 3)


def test_nothing_seen_is_no_share() -> None:
    """No comment is unknown, not 0 %."""
    found = comments.tally([])
    assert (found.n, found.n_regulars, found.median_reply_delay_s, found.share(0)) == (0, None, None, None)


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (["this serum changed my skin in two weeks"] * 2, 2),
        (
            [
                "this serum cleared my skin in two weeks, now mum wants one",
                "This serum cleared my skin in 2 weeks!! Now mum wants one",
            ],
            2,
        ),
        (["how much is shipping to Hue please", "how much is shipping to Vinh please"], 0),
        (
            [
                "Kem này dùng thích lắm mọi người nên thử nha",
                "kem nay dung thich lam moi nguoi nen thu nha 😍",
            ],
            2,
        ),
        (["xinh quá chị", "xinh quá chị"], 0),
        (["this serum changed my skin in two weeks", "the parcel arrived late and the box was open"], 0),
    ],
)
def test_copies_are_found_despite_small_changes(texts: list[str], expected: int) -> None:
    """The same sentence twice is a copy; short praise coincides without anybody copying."""
    rows = [comment(text, f"u{i}") for i, text in enumerate(texts)]
    assert comments.tally(rows).n_duplicate == expected


def test_copies_across_posts_are_told_apart() -> None:
    """A template shows by standing under several posts."""
    text = "best boutique in town, everything arrived on time"
    same_post = [comment(text, "a"), comment(text, "b")]
    assert comments.tally(same_post).n_duplicate_across_posts == 0
    assert comments.tally([*same_post, comment(text, "c", "B")]).n_duplicate_across_posts == 3


@given(st.lists(st.sampled_from(["một hai ba bốn năm", "sáu bảy tám chín mười", "ok", ""]), max_size=12))
def test_equal_texts_share_a_group(texts: list[str]) -> None:
    """Groups follow the words: equal long texts together, short ones alone."""
    groups = duplicate_groups(texts)
    for i, a in enumerate(texts):
        for j in range(i):
            assert (groups[i] == groups[j]) == (a == texts[j] and len(a.split()) >= 4)


def test_regulars_need_three_posts() -> None:
    """Who comments on at least half of the opened posts; with two posts nobody can tell."""
    rows = [comment("a", "pod", post) for post in "ABC"] + [comment("b", "guest", "A")]
    assert comments.tally(rows).n_regulars == 1
    assert comments.tally(rows[:2]).n_regulars is None


def test_reply_delay_is_measured_from_the_comment_that_was_answered() -> None:
    """The tagged person's comment, else the one just above."""
    rows = [
        comment("giá?", "an", created_at=NOON),
        comment("size?", "binh", created_at=NOON + timedelta(minutes=5)),
        comment(
            "@an 200k nha", "shop", by_owner=True, is_reply=True, created_at=NOON + timedelta(minutes=10)
        ),
        comment("size M nha", "shop", by_owner=True, is_reply=True, created_at=NOON + timedelta(minutes=7)),
    ]
    assert comments.tally(rows).median_reply_delay_s == (600 + 120) / 2


def test_reply_delay_without_times_is_unknown() -> None:
    """Times that were not shown give no delay, not 0."""
    rows = [comment("giá?", "an"), comment("200k", "shop", by_owner=True, is_reply=True)]
    assert comments.tally(rows).median_reply_delay_s is None


# --- followers ----------------------------------------------------------------------------------------------


def people(n: int) -> list[FollowerRow]:
    return [FollowerRow(f"ngoc.{chr(97 + i % 26)}{'nhi' * (i // 26)}", "Ngọc", True) for i in range(n)]


def bought(n: int) -> list[FollowerRow]:
    return [FollowerRow(f"user{i}84{i:03}", "", False) for i in range(n)]


def test_followers_are_counted_with_their_denominators() -> None:
    """A photo or name that was not shown is in no denominator."""
    rows = [*people(3), *bought(2), FollowerRow("khong.ro")]
    found = followers.tally(rows, "top")
    assert (found.n, found.n_no_photo, found.n_photo_known) == (6, 2, 5)
    assert (found.n_made_names, found.n_bare) == (2, 0)
    assert (found.n_with_signs, found.position) == (2, "top")
    assert found.signs == wilson_share(2, 6)


def test_a_row_seen_twice_counts_once() -> None:
    """Scrolling back and forth changes nothing."""
    assert followers.tally([*bought(4), *bought(4)]) == followers.tally(bought(4))


def test_no_row_gives_no_share_and_no_band() -> None:
    """Unknown is not clean."""
    found = followers.tally([])
    assert (found.n, found.signs, found.suspicious, found.band, found.bands) == (0, None, None, None, ())


def test_a_list_of_people_and_a_bought_list_end_in_different_bands() -> None:
    """With a hundred rows the two extremes are told apart."""
    assert followers.tally(people(100)).band == "<15"
    assert followers.tally(bought(100)).bands == (">30",)


@given(st.integers(1, 200), st.integers(0, 200))
def test_more_rows_with_signs_never_lower_the_share(n: int, k: int) -> None:
    """Monotone in the evidence, inside 0 and 1, value inside its interval."""
    detector = row_model().detector
    k = min(k, n - 1)
    less, more = true_share(k, n, detector), true_share(k + 1, n, detector)
    assert less is not None
    assert more is not None
    assert 0 <= less.low <= less.value <= less.high <= 1
    assert (more.low, more.value, more.high) >= (less.low, less.value, 0)
    assert more.high >= less.high


def test_few_signs_do_not_prove_that_nobody_is_suspicious() -> None:
    """Under the test's own false alarms the interval still reaches up to what was counted."""
    found, counted = true_share(2, 100, row_model().detector), wilson_share(2, 100)
    assert found is not None
    assert counted is not None
    assert (found.value, found.low) == (0, 0)
    assert found.high >= counted.high > 0


@given(st.integers(1, 300), st.integers(0, 300))
def test_the_share_is_no_surer_than_the_rows_counted(n: int, k: int) -> None:
    """Correcting for missed rows never gives a higher low end, or a lower high end, than the rows themselves."""
    k = min(k, n)
    found, counted = true_share(k, n, row_model().detector), wilson_share(k, n)
    assert found is not None
    assert counted is not None
    assert (found.low <= counted.low, found.high >= counted.high) == (True, True)


def test_more_signs_than_a_bought_list_would_show_still_raise_the_share() -> None:
    """The value does not stand still at 1 from half of the rows on."""
    found = [true_share(k, 100, row_model().detector) for k in (30, 50, 70, 100)]
    values = [share.value for share in found if share is not None]
    assert values == sorted(set(values))
    assert values[-1] < 1


def test_a_perfect_test_leaves_the_share_as_counted() -> None:
    """Without errors there is nothing to correct."""
    found = true_share(30, 100, Detector(1.0, 0.0, 1.0, 0.0))
    assert found is not None
    assert found.value == pytest.approx(0.3)
    assert (found.low, found.high) == pytest.approx((0.217, 0.397), abs=0.005)


@pytest.mark.parametrize(
    ("k", "n", "low", "high"),
    [(4, 20, 0.081, 0.416), (20, 100, 0.133, 0.289), (0, 10, 0, 0.278), (10, 10, 0.722, 1)],
)
def test_wilson_matches_published_values(k: int, n: int, low: float, high: float) -> None:
    """Observed 20 %: n=20 8-42, n=100 13-29."""
    found = wilson_share(k, n)
    assert found is not None
    assert (found.low, found.high) == pytest.approx((low, high), abs=0.001)


def test_tallies_hold_no_names() -> None:
    """Counts only: nothing of a row can be read back."""
    rows = [comment("giá bao nhiêu vậy @secretfriend", "secretuser")]
    told = repr(asdict(comments.tally(rows))) + repr(
        asdict(followers.tally([FollowerRow("secretuser", "Secret")]))
    )
    assert "secret" not in told.lower()
