"""Formulas: rates, intervals, spreads and growth, each against a figure worked out by hand or a known property."""

from __future__ import annotations

from datetime import timedelta
from math import comb, exp, log
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays as float_arrays

from server.facts import Post
from server.metrics import arrays, growth, spread
from server.metrics.eligibility import LATEST, eligible_posts
from server.metrics.engagement import (
    Counts,
    comments_per_100_likes,
    engagement_rate,
    likes_per_play,
    likes_rate,
    log_ratio,
)
from server.metrics.intervals import median_interval, median_ranks, wilson_interval
from server.metrics.tiers import tier, tiers
from tests.creators import NOW, post

NAN = np.nan
SOME = np.array([[3.0, NAN, 1.0, 2.0], [NAN, NAN, NAN, NAN], [5.0, 5.0, 5.0, 6.0]])

with_holes = float_arrays(
    np.float64,
    st.tuples(st.integers(1, 4), st.integers(0, 9)),
    elements=st.one_of(st.just(NAN), st.floats(0, 1e6)),
)


def row(*values: float) -> np.ndarray:
    return np.array([values], dtype=np.float64)


# --- reductions -----------------------------------------------------------------------------------------------


@pytest.mark.filterwarnings("ignore:.*slice.*:RuntimeWarning", "ignore:Degrees of freedom:RuntimeWarning")
@given(with_holes)
def test_reductions_agree_with_numpys_slow_ones(values: np.ndarray) -> None:
    """Median, mean and sample deviation skip NaN exactly as numpy's nan-functions do."""
    np.testing.assert_allclose(np.nanmedian(values, axis=1), arrays.median(values))
    np.testing.assert_allclose(np.nanmean(values, axis=1), arrays.mean(values))
    np.testing.assert_allclose(np.nanstd(values, axis=1, ddof=1), arrays.moments(values)[2], atol=1e-6)


def test_nothing_known_gives_nan_and_no_warning() -> None:
    """A creator without any post has no median, no mean and no sum."""
    assert [bool(np.isnan(f(SOME)[1])) for f in (arrays.median, arrays.mean, arrays.total)] == [True] * 3


# --- engagement -----------------------------------------------------------------------------------------------


def test_engagement_rate_is_the_median_over_posts() -> None:
    """(likes + comments) / followers, median over the posts whose both counts are known."""
    likes, comments = row(100, 300, 200, NAN), row(10, 30, 20, 5)
    rate = engagement_rate(*(Counts.exact(x) for x in (likes, comments, np.array([1_000.0]))))
    assert (pytest.approx(0.22), 3) == (rate.value[0], rate.n_posts[0])


def test_rounding_widens_the_interval_of_a_rate() -> None:
    """12,3K followers may be 12,250 or 12,399: the rate's ends use the other end of the followers."""
    likes = Counts.exact(row(*[100.0] * 6))
    followers = Counts(*(np.array([x]) for x in (12_300.0, 12_250.0, 12_399.0)))
    rate = likes_rate(likes, followers)
    assert (pytest.approx(100 / 12_399), pytest.approx(100 / 12_250)) == (rate.low[0], rate.high[0])


@given(st.integers(1, 40), st.lists(st.integers(1, 10_000), min_size=1, max_size=12))
def test_scaling_likes_and_followers_together_leaves_the_rate(factor: int, likes: list[int]) -> None:
    """A creator twice as large with twice the likes engages the same."""
    one = likes_rate(Counts.exact(row(*likes)), Counts.exact(np.array([9_000.0])))
    scaled = row(*(factor * x for x in likes))
    other = likes_rate(Counts.exact(scaled), Counts.exact(np.array([9_000.0 * factor])))
    assert pytest.approx(one.value[0]) == other.value[0]


def test_no_followers_is_no_rate() -> None:
    """Division by an account without followers is unknown, not infinite."""
    assert np.isnan(likes_rate(Counts.exact(row(5)), Counts.exact(np.array([0.0]))).value[0])


def test_comments_per_100_likes_adds_posts_up() -> None:
    """Sums over the posts where both are known; a post without comments shown does not dilute."""
    assert pytest.approx(4.0) == comments_per_100_likes(row(100, 400, 900), row(8, 12, NAN))[0]


def test_likes_per_play_needs_both() -> None:
    """Median of likes / plays over the reels that show both."""
    assert pytest.approx(0.05) == likes_per_play(row(50, 10, 30), row(1_000, NAN, 600))[0]


def test_log_ratio_of_nothing_is_very_small_and_of_unknown_unknown() -> None:
    """No likes at all is the strongest evidence, not missing evidence."""
    assert (pytest.approx(log(1e-6)), True) == (
        log_ratio(np.array([0.0]), np.array([0.02]))[0],
        bool(np.isnan(log_ratio(np.array([NAN]), np.array([0.02]))[0])),
    )


# --- intervals ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("n", "low", "high"), [(1, 0, 0), (5, 0, 4), (6, 0, 5), (9, 1, 7), (12, 2, 9)])
def test_ranks_of_a_medians_interval(n: int, low: int, high: int) -> None:
    """Ranks of the published table of order-statistics intervals, counted from 0."""
    assert (low, high) == median_ranks(n)[:2]


@given(st.integers(6, 64))
def test_median_interval_covers_95_percent_and_is_the_narrowest(n: int) -> None:
    """Its coverage by the binomial reaches 95 %, and one rank further in it would not."""
    rank, last, coverage = median_ranks(n)
    inner = 1 - 2 * sum(comb(n, k) for k in range(rank + 2)) * 0.5**n
    assert (n - 1 - rank, True, True) == (last, coverage >= 0.95, inner < 0.95 or 2 * (rank + 1) >= n)


def test_few_posts_state_their_smaller_coverage() -> None:
    """Five posts cannot bound a median with 95 %: the whole range covers 93.75 %."""
    assert pytest.approx(0.9375) == median_ranks(5)[2]


def test_median_interval_skips_unknown_posts() -> None:
    """Six known posts among eight: smallest and largest known."""
    low, high = median_interval(row(5, NAN, 1, 2, 3, 4, 6, NAN), row(5, NAN, 1, 2, 3, 4, 6, NAN))
    assert (low[0], high[0]) == (1.0, 6.0)


@pytest.mark.parametrize(("n", "low", "high"), [(20, 8, 42), (50, 11, 33), (100, 13, 29), (200, 15, 26)])
def test_wilson_interval_of_a_fifth(n: int, low: int, high: int) -> None:
    """Observed 20 %: the intervals of the published table, in percent."""
    bounds = wilson_interval(np.array([n / 5]), np.array([float(n)]))
    assert (low, high) == tuple(round(100 * float(bound[0])) for bound in bounds)


@given(st.integers(0, 200), st.integers(1, 200))
def test_wilson_interval_holds_the_share(k: int, n: int) -> None:
    """The observed share lies inside, and the bounds inside 0 to 1."""
    low, high = (float(x[0]) for x in wilson_interval(np.array([float(min(k, n))]), np.array([float(n)])))
    assert 0 <= low <= min(k, n) / n + 1e-12 <= high + 1e-11 <= 1 + 1e-11


# --- spreads --------------------------------------------------------------------------------------------------


def test_dispersion_is_the_coefficient_of_variation() -> None:
    """Sample deviation over mean; two posts are too few."""
    assert (pytest.approx(0.5), True) == (
        spread.dispersion(row(1, 2, 3, NAN))[0],
        bool(np.isnan(spread.dispersion(row(1, 3))[0])),
    )


def test_widest_gap_needs_two_posts_on_each_side() -> None:
    """One viral post is no second level; two are."""
    assert (pytest.approx(log(1.25)), pytest.approx(log(3.2))) == (
        spread.widest_gap(row(80, 100, 80, 100, 5_000))[0],
        spread.widest_gap(row(80, 100, 90, 320, 330))[0],
    )


@pytest.mark.parametrize("raised", [2, 4, 5, 8, 10])
def test_likes_raised_without_comments_are_an_excess_on_however_many_posts(raised: int) -> None:
    """Fourfold likes with fourfold comments are good posts; without them ln 4 less a fifth, which is natural, also where
    most posts are raised."""
    plain, factor = np.full(12, 1.0), np.where(np.arange(12) < raised, 4.0, 1.0)
    likes = (1_000 * factor)[None]
    alone = spread.spike_excess(likes, (2_000 * plain)[None])[0]
    together = spread.spike_excess(likes, (2_000 * factor)[None])[0]
    assert (pytest.approx(0.8 * log(4), abs=0.01), 0.0) == (alone, together)


def test_what_chance_does_to_few_comments_is_no_excess() -> None:
    """A ratio of 3.2 from two comments against one counts for a third of what it does from hundreds."""
    likes, comments = row(100, 110, 100, 110, 400, 400), row(0, 1, 0, 1, 1, 0)
    few, many = (spread.spike_excess(likes, n * comments)[0] for n in (1, 100))
    assert (pytest.approx(0.37, abs=0.01), pytest.approx(1.01, abs=0.01)) == (few, many)


def test_fewer_than_two_posts_a_side_are_no_levels() -> None:
    """One viral post, three posts, or none: there is nothing to compare."""
    viral = spread.spike_excess(row(100, 100, 100, 100, 9_000), row(5, 5, 5, 5, 9))[0]
    three, none = (spread.spike_excess(row(*n), row(*n))[0] for n in ((1, 2, 3), (np.nan,) * 4))
    assert (viral, np.isnan(three), np.isnan(none)) == (0.0, True, True)


def test_flatness_compares_likes_with_comments() -> None:
    """The same number of likes added to every post leaves the comments' variation behind."""
    natural = np.array([1.0, 2.0, 0.5, 1.5, 0.8, 1.2]) * 400
    comments = (natural / 10)[None]
    flat = spread.flatness((natural + 2_000)[None], comments)[0]
    assert flat > spread.flatness(natural[None], comments)[0] + 1


def test_cadence_and_rhythm_of_a_weekly_post() -> None:
    """One post every seven days is one a week, at perfectly even intervals."""
    gaps = spread.posting_gaps(row(14, 0, 7, 28, 21))
    assert (pytest.approx(1.0), pytest.approx(0.0)) == (spread.cadence(gaps)[0], spread.rhythm(gaps)[0])


def test_trend_is_the_logarithm_gained_in_30_days() -> None:
    """Likes that double every 30 days have a trend of ln 2."""
    days = np.array([0.0, 10, 20, 35, 60])
    assert pytest.approx(log(2)) == spread.trend(100 * 2 ** (days[None] / 30), days[None])[0]


# --- growth ---------------------------------------------------------------------------------------------------


def test_a_jump_stands_out_of_the_own_history() -> None:
    """Steady growth gives a small z, one leap a large one, in either direction."""
    days = row(0, 7, 14, 21, 28)
    steady = row(10_000, 10_050, 10_110, 10_150, 10_210)
    leap = row(10_000, 10_050, 10_110, 14_000, 14_060)
    small, large = (growth.jumps(growth.daily_growth(f, f, days))[0][0] for f in (steady, leap))
    fall = growth.jumps(growth.daily_growth(leap[:, ::-1], leap[:, ::-1], days))[1][0]
    assert (small < 2, large > 20, fall > 20) == (True, True, True)


def test_growth_needs_four_visits() -> None:
    """Three visits are two steps: no history to stand out of."""
    f = row(10_000, 10_000, 20_000)
    assert np.isnan(growth.jumps(growth.daily_growth(f, f, row(0, 7, 14)))[0][0])


def test_rounding_is_no_growth() -> None:
    """12,3K after 12.2K may be one more follower: nothing is counted that rounding explains."""
    low, high = row(12_150, 12_250), row(12_299, 12_399)
    assert growth.daily_growth(low, high, row(0, 1))[0, 0] == 0.0


def test_churn_counts_what_cancelled_out() -> None:
    """A steady rise cancels nothing; up and down by 500 at 1,000 is 1.0."""
    assert (pytest.approx(0.0), pytest.approx(1.0)) == (
        growth.churn(row(900, 1_000, 1_100, 1_200))[0],
        growth.churn(row(1_000, 1_500, 1_000, 1_000))[0],
    )


# --- tiers ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("followers", "expected"),
    [
        (0, "nano"),
        (4_999, "nano"),
        (5_000, "micro"),
        (99_999, "micro"),
        (100_000, "mid"),
        (499_999, "mid"),
        (500_000, "macro"),
        (1_000_000, "mega"),
        (10**9, "mega"),
    ],
)
def test_a_limit_belongs_to_the_tier_above(followers: int, expected: str) -> None:
    """Tier limits include their lower bound."""
    assert expected == tier(followers)


def test_a_straddling_count_gives_both_tiers() -> None:
    """ "100K" may be 99,500 or 100,499."""
    assert tiers(99_500, 100_499) == ("micro", "mid")


# --- eligible posts -------------------------------------------------------------------------------------------


def kept_and_left(*posts: Post) -> tuple[list[str], dict[str, str]]:
    kept, left = eligible_posts(posts, "an.vi.o", NOW)
    return [p.shortcode for p in kept], {x.shortcode: x.reason for x in left}


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ({"taken_at": NOW - timedelta(hours=23)}, "too_recent"),
        ({"likes_hidden": True}, "likes_hidden"),
        ({"is_collaboration": True, "owner": "somebody.else"}, "collaboration"),
        ({"is_collaboration": True}, "collaboration"),
        ({"owner": "somebody.else"}, "collaboration"),
        ({"likes": None}, "not_loaded"),
    ],
)
def test_why_a_post_is_left_out(changed: dict[str, Any], reason: str) -> None:
    """Each rule of eligibility leaves out one post and says why."""
    assert (["code1"], {"code0": reason}) == kept_and_left(post(0, **changed), post(1))


def test_an_own_collaboration_counts() -> None:
    """A post the creator leads is the creator's, whoever else is named on it."""
    assert kept_and_left(post(0, is_collaboration=True, owner="an.vi.o"))[0] == ["code0"]


def test_an_old_pinned_post_is_out_of_order_and_a_new_one_counts() -> None:
    """Pinning does not exclude by itself; the date does."""
    regular = [post(i) for i in range(1, LATEST + 1)]
    old = post(0, taken_at=NOW - timedelta(days=700), is_pinned=True)
    new = post(0, taken_at=NOW - timedelta(days=3), is_pinned=True)
    assert (
        kept_and_left(old, *regular)[1],
        kept_and_left(new, *regular)[1],
    ) == ({"code0": "pinned_out_of_order"}, {"code12": "beyond_latest_12"})


def test_an_old_pinned_post_among_few_loaded_ones_is_out_of_order() -> None:
    """Three pinned and nine recent posts fill the first screen: posts not loaded yet are newer than the pinned ones."""
    pinned = [post(i, taken_at=NOW - timedelta(days=900 + i), is_pinned=True) for i in range(3)]
    screen = (*pinned, *(post(i) for i in range(3, LATEST)))
    partly, _ = eligible_posts(screen, "an.vi.o", NOW, total=300)
    wholly, _ = eligible_posts(screen, "an.vi.o", NOW, total=LATEST)
    assert (9, 12) == (len(partly), len(wholly))


def test_without_dates_the_grids_order_holds_and_pinned_posts_go_last() -> None:
    """Undated posts cannot be sorted: the grid's own order says which are the latest."""
    grid = [post(i, taken_at=None, is_pinned=i < 2) for i in range(LATEST + 1)]
    assert kept_and_left(*grid)[1] == {"code1": "pinned_out_of_order"}


def test_the_age_is_not_judged_without_a_time() -> None:
    """A saved page without a time cannot say how old a post is."""
    kept, _ = eligible_posts((post(0, taken_at=NOW),), "an.vi.o", None)
    assert len(kept) == 1


def test_the_interval_of_the_median_has_its_coverage_in_practice() -> None:
    """Over many log-normal samples of 12 posts the interval holds the true median about as often as it says."""
    rng = np.random.default_rng(7)
    samples = np.exp(rng.normal(3.0, 0.6, (4_000, 12)))
    low, high = median_interval(samples, samples)
    covered = np.mean((low <= exp(3.0)) & (exp(3.0) <= high))
    assert pytest.approx(median_ranks(12)[2], abs=0.015) == covered
