"""Benchmarks, prices and the verdict table: data with names, and what is read off them."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from server.scoring import benchmarks, searches
from server.scoring.benchmarks import BANDS, band_of, load_benchmarks
from server.scoring.prices import PriceEnds, cost_per_engagement, for_people, load_prices
from server.scoring.verdict import Condition, decide, load_table
from server.scoring.verdict_codes import CODES

BENCHMARKS = load_benchmarks()
TABLE = BENCHMARKS.default
MIDDLE = 22_360.68
"""Geometric middle of 10,000 to 50,000: there the table's own values hold."""


def percentiles(rates_pct: Sequence[float], followers: float) -> list[float]:
    rates = np.array(rates_pct) / 100.0
    return [round(float(p), 3) for p in TABLE.standing(rates, np.full(len(rates), followers))[0]]


@pytest.mark.parametrize(
    ("followers", "limits"),
    [
        (2_236.07, (1.72, 3.38, 4.42, 7.97)),
        (MIDDLE, (0.39, 0.84, 1.11, 2.61)),
        (100.0, (1.72, 3.38, 4.42, 7.97)),
        (50_000_000.0, (0.57, 1.02, 1.27, 2.60)),
        (
            (7_071.07 * MIDDLE) ** 0.5,
            tuple(
                (a * b) ** 0.5
                for a, b in zip((0.62, 1.25, 1.62, 3.54), (0.39, 0.84, 1.11, 2.61), strict=True)
            ),
        ),
    ],
)
def test_limits_stand_at_the_middles_and_are_interpolated_on_both_logarithms(
    followers: float, limits: tuple[float, ...]
) -> None:
    """At the geometric middle of a tier its own values; between two middles the geometric mean; flat beyond."""
    assert pytest.approx(limits, rel=1e-4) == TABLE.limits_pct(followers)


def test_the_percentile_runs_through_the_limits() -> None:
    """20, 40, 60 and 80 at the four limits; linear in the logarithm between; the end slopes go on, to 1 and 99."""
    rates = [
        0.39,
        0.84,
        1.11,
        2.61,
        (0.39 * 0.84) ** 0.5,
        0.39 * (0.39 / 0.84) ** 0.5,
        2.61 * (2.61 / 1.11) ** 0.5,
        0.0,
        95.0,
    ]
    assert percentiles(rates, MIDDLE) == pytest.approx([20, 40, 60, 80, 30, 10, 90, 1, 99], abs=0.01)


def test_an_unknown_rate_or_size_has_no_percentile() -> None:
    """Unknown is neither low nor average."""
    found = TABLE.standing(np.array([np.nan, 0.01, 0.01]), np.array([2e4, np.nan, 0.0]))[0]
    assert [True] * 3 == np.isnan(found).tolist()


@given(st.floats(0.001, 60), st.floats(0.001, 60), st.floats(100, 5e7))
def test_a_higher_rate_never_has_a_lower_percentile(one: float, other: float, followers: float) -> None:
    """Monotone at every size."""
    low, high = percentiles(sorted([one, other]), followers)
    assert 1 <= low <= high <= 99


@given(st.floats(0.01, 30), st.floats(500, 5e6))
def test_bands_and_percentiles_are_one_thing(rate: float, followers: float) -> None:
    """The band's limits are the percentiles 20, 40, 60 and 80; "low" in words and in the table is one function."""
    (at,) = percentiles([rate], followers)
    if min(abs(at - limit) for limit in (20, 40, 60, 80)) > 0.01:
        assert BANDS[int(np.searchsorted([20, 40, 60, 80], at))] == band_of(rate, TABLE.limits_pct(followers))
    size = np.array([followers])
    assert (band_of(rate, TABLE.limits_pct(followers)) == "low") is bool(
        rate / 100 < TABLE.low_limit(size)[0] * (1 - 1e-12)
    )


def test_creators_drawn_from_the_table_are_average() -> None:
    """Rates drawn by the table itself at all sizes have a mean percentile between 45 and 55."""
    rng = np.random.default_rng(11)
    followers = np.exp(rng.uniform(np.log(2e3), np.log(3e6), 4_000))
    levels = np.array([1, 20, 40, 60, 80, 99.0])
    wanted = rng.uniform(1, 99, 4_000)
    rates = []
    for size, level in zip(followers, wanted, strict=True):
        a, b, c, d = TABLE.limits_pct(size)
        edges = np.log([a * (a / b) ** 0.95, a, b, c, d, d * (d / c) ** 0.95])
        rates.append(np.exp(np.interp(level, levels, edges)) / 100)
    assert 45 <= TABLE.standing(np.array(rates), followers)[0].mean() <= 55


def test_sources_that_disagree_are_named() -> None:
    """Where a source of the same formula has a median that differs by more than 1.5 times, it is shown beside it."""
    names = [source.id for source, _ in BENCHMARKS.others(22_000)]
    assert names == ["hypeauditor", "statista", "ijece", "untapper", "influencerfee"]


def test_what_is_usual_is_the_middle_of_the_average_band() -> None:
    """One benchmark in all texts of a check: the expected rate is read off the same table."""
    rates = 100 * TABLE.expected_rate(np.array([MIDDLE, 2_236.07]))
    assert pytest.approx([(0.84 * 1.11) ** 0.5, (3.38 * 4.42) ** 0.5], rel=1e-4) == rates.tolist()


def test_every_source_has_a_name_and_says_how_old_it_is() -> None:
    """Nothing is compared with an unnamed number; an undated table says so, and that no table for Vietnam exists."""
    unsaid = [s.id for s in BENCHMARKS.sources if not s.name or not s.note or not s.year or s.year < 2010]
    assert ([], True) == (unsaid, all(word in TABLE.note for word in ("undated", "Vietnam", "our reading")))


# --- prices ---------------------------------------------------------------------------------------------------


def price(market: str, followers: float, **more: object) -> tuple[float, float] | None:
    found = {p.market.id: p for p in load_prices().expected(followers, **more)}  # type: ignore[arg-type]  # keywords of one call
    return (found[market].low, found[market].high) if market in found else None


@pytest.mark.parametrize(
    ("market", "followers", "expected"),
    [
        ("vn", 4_000, (0, 1_000_000)),
        ("vn", 10_000, (1_000_000, 2_000_000)),
        ("vn", 100_000, (10_000_000, 15_000_000)),
        ("vn", 1_000_000, None),
        ("vn_example", 30_000, (15_000_000, 25_000_000)),
        ("world", 10_000, (150, 150)),
        ("world", 900, None),
        ("article", 100_000, (1_000, 1_000)),
    ],
)
def test_expected_price(market: str, followers: float, expected: tuple[float, float] | None) -> None:
    """Price of a post by market and size."""
    assert expected == price(market, followers)


def test_prices_run_on_the_logarithm_between_the_ends_of_a_tier() -> None:
    """At the geometric middle of 10,000 and 100,000 half the way from the one price to the other; no step at a limit."""
    middle, before, at = (price("vn", n) for n in (10**4.5, 9_999.99, 10_000))
    assert (middle, before) == (pytest.approx((5_500_000, 8_500_000)), pytest.approx(at, rel=1e-4))


def test_a_video_costs_more() -> None:
    """40 to 50 % more than a picture; each kind with a published factor stands beside the price."""
    assert (pytest.approx(210), pytest.approx(225)) == price("world", 10_000, kind="video")
    shown = next(p for p in load_prices().expected(10_000) if p.market.id == "world").answer()
    assert shown.kinds["reel"] == PriceEnds(low=210, high=225)


@pytest.mark.parametrize(
    ("amount", "said"), [(611.7, 612), (5_343_187.0, 5_340_000), (4_999.6, 5_000), (0.0, 0)]
)
def test_amounts_are_rounded_for_people(amount: float, said: int) -> None:
    """Three digits that count."""
    assert said == for_people(amount)


def test_cost_of_one_engagement() -> None:
    """An asked price over the median engagements; unknown without them."""
    assert (
        cost_per_engagement(800, 400),
        cost_per_engagement(800, 0),
        cost_per_engagement(800, None),
    ) == (2.0, None, None)


# --- the verdict table ----------------------------------------------------------------------------------------


NAN = float("nan")
ROWS = {"follower_rows": 50.0}
TEXTS = {"comment_rows": 20.0, "opened_posts": 2.0}
HIDDEN = {"posts": 0.0, "posts_hidden": 3.0}


def verdict(**given: float) -> str:
    ordinary = {"score": 12, "low": 3, "seen_high": 14, "posts": 12, "posts_hidden": 0, "low_engagement": 0}
    ordinary |= {"follower_rows": 0, "comment_rows": 0, "opened_posts": 0, "suspicious_low": NAN}
    ordinary |= {"fit_basic_failed": 0, "fit_failed": 0}
    table = load_table()
    row = decide({name: np.array([float(v)]) for name, v in (ordinary | given).items()}, table)[0]
    return table[int(row)].code


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"fit_basic_failed": 1, "posts": 0}, "not_a_fit"),
        ({"fit_basic_failed": 1, "score": 95, "low": 80}, "not_a_fit"),
        ({"posts": 2}, "not_enough_data"),
        ({"posts": 2, "fit_failed": 1}, "not_enough_data"),
        ({"posts": 0, "score": 95, "low": 80}, "not_enough_data"),
        ({"posts": 0, "follower_rows": 20, "score": 70, "low": 40}, "risky"),
        ({"posts": 0, "comment_rows": 20, "score": 70, "low": 40}, "risky"),
        ({"score": 60, "low": 24, "fit_failed": 1}, "risky"),
        ({"score": 60, "low": 23.9}, "look_closer"),
        ({"suspicious_low": 0.3, "follower_rows": 20}, "look_closer"),
        ({"suspicious_low": 0.3, "follower_rows": 19}, "promising"),
        ({"suspicious_low": 0.29, "follower_rows": 100}, "contact"),
        ({"score": 24, "fit_failed": 1}, "look_closer"),
        ({"score": 23.9, "fit_failed": 1}, "not_a_fit"),
        ({"score": 23.9, **ROWS}, "contact"),
        ({"follower_rows": 50, "posts": 6}, "contact"),
        ({"follower_rows": 49}, "promising"),
        (TEXTS, "contact"),
        (TEXTS | {"comment_rows": 19}, "promising"),
        (TEXTS | {"opened_posts": 1}, "promising"),
        (ROWS | {"low_engagement": 1}, "promising"),
        (ROWS | {"seen_high": 60}, "not_enough_data"),
        ({"posts": 5, **ROWS}, "not_enough_data"),
        ({}, "promising"),
        ({"posts": 5}, "not_enough_data"),
        ({"low_engagement": 1}, "promising"),
        (HIDDEN, "not_enough_data"),
        (HIDDEN | ROWS, "promising"),
        (HIDDEN | TEXTS, "promising"),
        (HIDDEN | ROWS | TEXTS, "contact"),
        (ROWS | TEXTS | {"posts": 0}, "not_enough_data"),
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


@given(st.floats(100, 5e6), st.floats(1e-5, 0.5))
def test_the_words_and_the_table_mean_the_same_by_low(followers: float, rate: float) -> None:
    """One benchmark decides for the band that is said and for the limit that a batch is held against."""
    table = load_benchmarks().default
    limit = float(table.low_limit(np.array([followers]))[0])
    assume(abs(rate / limit - 1) > 1e-9)
    assert (band_of(100 * rate, table.limits_pct(followers)) == "low") == (rate < limit)


def test_a_search_knows_the_bands_of_the_benchmark() -> None:
    """In the same order, from the lowest to the highest."""
    assert searches.BANDS == benchmarks.BANDS
