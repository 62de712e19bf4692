"""Benchmarks, prices and the verdict table: data with names, and what is read off them."""

from __future__ import annotations

from math import exp

import numpy as np
import pytest

from server.scoring.benchmarks import load_benchmarks
from server.scoring.prices import cost_per_engagement, load_prices
from server.scoring.verdict import CODES, Condition, decide, load_table

BENCHMARKS = load_benchmarks()


@pytest.mark.parametrize(
    ("followers", "median"), [(22_360.68, 3.7), (70_710.68, 3.2), (100.0, 4.4), (5_000_000.0, 3.5)]
)
def test_medians_are_interpolated_on_the_logarithm(followers: float, median: float) -> None:
    """At the geometric middle of a range its own median; flat beyond the ends."""
    assert pytest.approx(median) == BENCHMARKS.default.median_pct(followers)


def test_the_median_is_the_50th_percentile_and_one_spread_above_the_84th() -> None:
    """The reference is a log-normal of spread 1.0."""
    size = 22_360.68
    assert [round(BENCHMARKS.percentile(rate, size)) for rate in (3.7, 3.7 * exp(1), 3.7 / exp(1), 0.0)] == [
        50,
        84,
        16,
        0,
    ]


def test_sources_that_disagree_are_named() -> None:
    """Where another source's median differs by more than 1.5 times, it is shown beside the default."""
    names = [source.id for source, _ in BENCHMARKS.others(22_000)]
    assert names == ["ijece", "statista"]


def test_the_expected_rate_lies_between_the_sources() -> None:
    """No single source decides what counts as unusual."""
    size = np.array([7_000.0, 22_000.0, 70_000.0, 300_000.0, 3e6])
    rates = 100 * BENCHMARKS.expected_rate(size)
    for followers, rate in zip(size, rates, strict=True):
        medians = [s.median_pct(followers) for s in BENCHMARKS.sources if s.covers(followers)]
        assert min(medians) * 0.8 <= rate <= max(medians) * 1.2


@pytest.mark.parametrize(
    ("followers", "rate", "band"),
    [
        (20_000, 3.5, "good"),
        (20_000, 2.0, "average"),
        (20_000, 1.99, "low"),
        (60_000, 1.5, "average"),
        (6_000, 3.4, "average"),
        (2_000_000, 2.5, "good"),
    ],
)
def test_bands_include_their_lower_limit(followers: float, rate: float, band: str) -> None:
    """Published bands; the nearest ones for sizes outside them."""
    assert band == BENCHMARKS.band_limits(followers).band(rate)


def test_low_begins_at_the_published_limit() -> None:
    """Half-open like the tiers; the nearest band below the smallest size, none above the largest."""
    sizes = np.array([3_000.0, 10_000.0, 49_999.0, 50_000.0, 499_999.0, 500_000.0, 0.0, np.nan])
    limits = 100 * BENCHMARKS.low_limit(sizes)
    np.testing.assert_allclose(limits, [2.0, 2.0, 2.0, 1.5, 1.5, np.nan, np.nan, np.nan])


def test_every_source_has_a_name_and_a_year() -> None:
    """Nothing is compared with an unnamed number."""
    assert [s.id for s in BENCHMARKS.sources if not s.name or s.year < 2010] == []


# --- prices ---------------------------------------------------------------------------------------------------


def price(market: str, followers: float, **more: object) -> tuple[float, float] | None:
    found = {p.market.id: p for p in load_prices().expected(followers, **more)}  # type: ignore[arg-type]  # keywords of one call
    return (found[market].low, found[market].high) if market in found else None


@pytest.mark.parametrize(
    ("market", "followers", "expected"),
    [
        ("vn", 9_999, (0, 1_000_000)),
        ("vn", 10_000, (2_000_000, 10_000_000)),
        ("vn", 100_000, (15_000_000, 50_000_000)),
        ("world", 10_000, (150, 750)),
        ("world", 900, None),
        ("article", 100_000, (1_000, 1_000)),
    ],
)
def test_expected_price(market: str, followers: float, expected: tuple[float, float] | None) -> None:
    """Price of a post by market and size."""
    assert expected == price(market, followers)


def test_a_video_costs_more() -> None:
    """40 to 50 % more than a picture."""
    assert (pytest.approx(210), pytest.approx(1_125)) == price("world", 10_000, kind="video")


def test_cost_of_one_engagement() -> None:
    """An asked price over the median engagements; unknown without them."""
    assert (
        cost_per_engagement(800, 400),
        cost_per_engagement(800, 0),
        cost_per_engagement(800, None),
    ) == (2.0, None, None)


# --- the verdict table ----------------------------------------------------------------------------------------


def verdict(**given: float) -> str:
    ordinary = {"score": 12, "low": 3, "high": 62, "seen_high": 14, "followers": 20_000, "posts": 12}
    ordinary |= {"commented": 12, "follower_rows": 0, "engagement_z": -0.2}
    ordinary |= {"suspicious_low": float("nan"), "rate_to_low": 1.4, "rate_high_to_low": 1.9}
    table = load_table()
    row = decide({name: np.array([float(v)]) for name, v in (ordinary | given).items()}, table)[0]
    return table[int(row)].code


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({}, "contact"),
        ({"score": 23.9}, "contact"),
        ({"posts": 2}, "not_enough_data"),
        ({"posts": 0, "commented": 0, "score": 95, "low": 80}, "not_enough_data"),
        ({"posts": 0, "commented": 0, "follower_rows": 100, "score": 70, "low": 40}, "risky"),
        ({"commented": 0}, "not_enough_data"),
        ({"posts": 5, "commented": 5}, "not_enough_data"),
        ({"score": 24}, "look_closer"),
        ({"score": 60, "low": 24}, "risky"),
        ({"score": 60, "low": 23.9}, "look_closer"),
        ({"engagement_z": -1.7}, "look_closer"),
        ({"engagement_z": float("nan")}, "contact"),
        ({"seen_high": 60}, "not_enough_data"),
        ({"high": 74.9}, "contact"),
        ({"high": 75}, "not_enough_data"),
        ({"suspicious_low": 0.3, "follower_rows": 20}, "look_closer"),
        ({"suspicious_low": 0.3, "follower_rows": 19}, "contact"),
        ({"suspicious_low": 0.29, "follower_rows": 100}, "contact"),
        ({"suspicious_low": 0.8, "follower_rows": 100, "score": 70, "low": 40}, "risky"),
        ({"suspicious_low": 0.8, "follower_rows": 20, "posts": 0, "commented": 0}, "look_closer"),
        ({"rate_to_low": 0.9, "rate_high_to_low": 0.99}, "look_closer"),
        ({"rate_to_low": 0.9, "rate_high_to_low": 1.0}, "not_enough_data"),
        ({"rate_to_low": float("nan"), "rate_high_to_low": float("nan")}, "contact"),
    ],
)
def test_rows_of_the_table(given: dict[str, float], code: str) -> None:
    """One case for each row and its edge."""
    assert code == verdict(**given)


def test_the_last_row_holds_for_everybody() -> None:
    """No creator falls through the table."""
    assert load_table()[-1].when == ()


def test_the_table_uses_only_the_four_words() -> None:
    """Contact, look closer, risky, not enough data."""
    assert set(CODES) == {row.code for row in load_table()}


def test_risky_needs_more_than_contact_allows() -> None:
    """The low end of a risky range lies at or above the score where contact ends, so rounding never flips the two."""
    limits = {
        (row.code, c.name, c.side): c.limit
        for row in load_table()
        for c in row.when
        if isinstance(c, Condition)
    }
    assert limits["risky", "low", "from"] >= limits["look_closer", "score", "from"]
    assert limits["contact", "seen_high", "below"] <= limits["risky", "score", "from"]
