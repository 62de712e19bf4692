"""Samples of earlier visits: which one is used, for how long, and what the list's change since does to its interval."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from server.facts import Count
from server.samples import comments, followers
from server.samples.earlier import (
    MAX_AGE,
    MAX_CHANGED,
    EarlierSamples,
    aged,
    changed,
    comment_sample,
    follower_sample,
)
from server.samples.summary import counts_only
from tests.creators import NOW, comment_rows, compact, count, follower_rows

SIZE = count(24_000)


def kept(days: float, clean: int, suspicious: int = 0, size: Count | None = SIZE) -> EarlierSamples:
    tally = followers.tally(follower_rows(clean, suspicious), "top")
    return EarlierSamples(NOW - timedelta(days=days), size, followers=tally)


def used(own: int, *visits: EarlierSamples, size: Count | None = SIZE) -> tuple[int, float | None]:
    """Rows of the sample that is used, and its age in days; None: this check's own."""
    mine = followers.tally(follower_rows(own, 0), "top") if own else None
    tally, origin = follower_sample(mine, visits, NOW, size)
    days = None if origin is None else (NOW - origin.at) / timedelta(days=1)
    return (0 if tally is None else tally.n), days


@pytest.mark.parametrize(
    ("own", "visits", "expected"),
    [
        (0, [], (0, None)),
        (0, [(11, 96)], (96, 11)),
        (37, [(11, 96)], (96, 11)),
        (96, [(11, 96)], (96, None)),
        (100, [(11, 300)], (300, 11)),
        (50, [(31, 300)], (50, None)),
        (49, [(31, 300)], (300, 31)),
        (12, [(3, 40), (20, 60)], (60, 20)),
        (12, [(3, 100), (20, 160)], (160, 20)),
        (12, [(3, 100), (40, 160)], (100, 3)),
        (12, [(3, 40), (20, 40)], (40, 3)),
        (0, [(89.9, 96)], (96, 89.9)),
        (0, [(90.1, 96)], (0, None)),
        (0, [(-0.02, 96)], (96, -0.02)),
        (0, [(-1, 96)], (0, None)),
    ],
)
def test_the_largest_fresh_sample_else_the_newest_full_one_else_the_largest(
    own: int, visits: list[tuple[float, int]], expected: tuple[int, float | None]
) -> None:
    """A smaller own sample stands only where it is full and the larger one is no longer fresh; nothing from before the limit and nothing from the future."""
    n, days = used(own, *(kept(age, rows) for age, rows in visits))
    assert (n, days) == (expected[0], None if expected[1] is None else pytest.approx(expected[1]))


@pytest.mark.parametrize(
    ("then", "now", "is_used"),
    [
        (count(24_000), count(24_000), True),
        (count(24_000), count(32_000), True),
        (count(24_000), count(32_100), False),
        (count(32_000), count(24_000), True),
        (count(32_100), count(24_000), False),
        (None, count(24_000), False),
        (count(24_000), None, False),
    ],
)
def test_another_list_is_not_judged_by_an_old_sample(
    then: Count | None, now: Count | None, is_used: bool
) -> None:
    """Beyond a quarter of it, or where nobody knows how much of it is the same."""
    assert used(0, kept(5, 96, size=then), size=now)[0] == (96 if is_used else 0)


def test_rounding_is_no_change() -> None:
    """ "12,3K" and 12,390 may be the same list; "12,3K" and 12,500 differ by at least a hundred."""
    rounded = compact(12_300, 12_250, 12_399, "12,3K")
    assert (changed(rounded, count(12_390)), changed(rounded, count(12_500))) == (
        0.0,
        pytest.approx(101 / 12_500, abs=1e-4),
    )


@given(
    clean=st.integers(0, 120),
    suspicious=st.integers(0, 120),
    old=st.integers(1_000, 100_000),
    new=st.integers(1_000, 100_000),
    place=st.floats(0, 1),
    moved=st.floats(0, 1),
)
def test_the_widened_interval_holds_whoever_came_or_went(  # noqa: PLR0917 - one argument each for hypothesis
    clean: int, suspicious: int, old: int, new: int, place: float, moved: float
) -> None:
    """Where the share of then lies in the interval of then, that of now lies in the widened one, whatever the change was."""
    assume(clean + suspicious > 0 and abs(new - old) <= MAX_CHANGED * max(new, old))
    tally = followers.tally(follower_rows(clean, suspicious), "top")
    before = tally.suspicious
    after = aged(tally, count(old), count(new)).suspicious
    assert before is not None
    assert after is not None
    bad = (before.low + place * (before.high - before.low)) * old
    if new >= old:
        now = bad + moved * (new - old)
    else:
        least, most = max(0.0, old - new - (old - bad)), min(old - new, bad)
        now = bad - (least + moved * (most - least))
    slack = 2e-4  # the changed share is kept to four places
    assert after.low - slack <= now / new <= after.high + slack
    assert after.low <= before.low or new < old
    assert after.value is None or after.low <= after.value <= after.high


@given(clean=st.integers(1, 120), suspicious=st.integers(0, 120))
def test_an_unchanged_list_changes_nothing(clean: int, suspicious: int) -> None:
    """The same count of followers: the tally itself, to the last digit."""
    tally = followers.tally(follower_rows(clean, suspicious), "top")
    assert aged(tally, SIZE, SIZE) == tally


def test_comments_do_not_depend_on_the_size_of_the_list() -> None:
    """Also where it has doubled since."""
    tally = comments.tally(comment_rows(["đẹp quá"] * 30))
    visit = EarlierSamples(NOW - timedelta(days=3), count(1_000), comments=tally)
    found, origin = comment_sample(None, [visit], NOW)
    assert (found, origin is not None and origin.at) == (tally, visit.at)
    assert comment_sample(None, [EarlierSamples(NOW - MAX_AGE * 2, None, comments=tally)], NOW) == (
        None,
        None,
    )


@given(
    clean=st.integers(0, 60), suspicious=st.integers(0, 60), position=st.sampled_from([None, "top", "middle"])
)
def test_the_counts_that_a_visit_keeps_give_the_tally_back(
    clean: int, suspicious: int, position: str | None
) -> None:
    """What is left out of them follows from them."""
    tally = followers.tally(follower_rows(clean, suspicious), position)
    assert followers.of_counts(**counts_only(tally)) == tally
    texts = comments.tally(comment_rows(["đẹp quá", "🔥"] * clean, 1 + suspicious % 4))
    assert comments.CommentTally(**counts_only(texts)) == texts


@pytest.mark.parametrize("record", [{}, {"n": 3}, {"n": 3, "n_with_signs": 1, "n_strange": 3}])
def test_counts_of_another_version_are_refused(record: dict[str, int]) -> None:
    """A count that is missing is not 0."""
    with pytest.raises(TypeError):
        followers.of_counts(**record)
