"""The engagement of one creator: rates with intervals, the score against a named benchmark, and its band."""

from __future__ import annotations

from collections.abc import Sequence
from math import isfinite, nan

import numpy as np
from msgspec import Struct

from server.metrics.arrays import FloatArray
from server.metrics.columns import Columns
from server.metrics.eligibility import LeftOut
from server.metrics.engagement import Counts, Rate, engagement_rate, likes_rate
from server.scoring.benchmarks import Band, Source, Table, band_of, load_benchmarks
from server.scoring.corners import CORNERS
from server.scoring.own_percentile import OwnPercentileAnswer

_LOWEST, _HIGHEST = 1, CORNERS - 1
"""Corners of a creator's batch: everything at its low end, everything at its high end."""
LEAST_POSTS = 3
"""Posts from which a rate gets a word."""
_OTHERS = ("comments_per_100_likes", "likes_per_play", "likes_cv", "posts_per_week", "trend")


class RateInterval(Struct, frozen=True):
    """A rate in percent with its 95 % interval and the posts it stands on."""

    value: float | None
    low: float | None
    high: float | None
    n_posts: int

    def rounded(self) -> RateInterval:
        """With the digits that are shown."""
        return RateInterval(
            _rounded(self.value, 3), _rounded(self.low, 3), _rounded(self.high, 3), self.n_posts
        )


class RateAnswer(Struct, frozen=True, kw_only=True):
    """The rate with the posts that were not measured."""

    value: float | None
    low: float | None
    high: float | None
    n_posts: int
    left_out: tuple[LeftOut, ...]


class BenchmarkName(Struct, frozen=True, kw_only=True):
    name: str
    year: int | None


class OtherBenchmark(Struct, frozen=True, kw_only=True):
    """A source that calls something else usual for this size."""

    name: str
    year: int | None
    median_pct: float


class EngagementAnswer(Struct, frozen=True, kw_only=True):
    """Engagement as an analysis says it."""

    score: float | None
    rate_pct: RateAnswer
    band: Band | None
    limits_pct: tuple[float, ...] | None
    benchmark: BenchmarkName
    other_benchmarks: tuple[OtherBenchmark, ...]
    own: OwnPercentileAnswer | None
    """The percentile among the user's own creators, which only a store can tell."""
    likes_only_pct: RateInterval
    comments_per_100_likes: float | None
    likes_per_play: float | None
    likes_cv: float | None
    posts_per_week: float | None
    trend: float | None


class Engagement(Struct, frozen=True):
    rate: RateInterval
    """Median of (likes + comments) / followers."""
    likes_only: RateInterval
    """Median of likes / followers: another formula, never compared with ``rate``."""
    others: dict[str, float | None]
    """comments_per_100_likes, likes_per_play (fraction), likes_cv (fraction), posts_per_week, trend (ln in 30 days)."""
    left_out: tuple[LeftOut, ...]
    score: float | None
    """Percent of creators of this size with a lower rate, by ``benchmark``."""
    band: Band | None
    limits_pct: tuple[float, ...] | None
    """The benchmark's four limits for this size, rising; None without followers."""
    benchmark: Table
    differing: tuple[tuple[Source, float], ...]
    """Sources whose median for this size differs from the benchmark's by over 1.5 times, and that median."""

    @property
    def is_low(self) -> bool:
        """Whether the words call it low: what the verdict table asks."""
        return self.band == "low"

    def answer(self) -> EngagementAnswer:
        rate = self.rate.rounded()
        return EngagementAnswer(
            score=_rounded(self.score, 0),
            rate_pct=RateAnswer(
                value=rate.value,
                low=rate.low,
                high=rate.high,
                n_posts=rate.n_posts,
                left_out=self.left_out,
            ),
            band=self.band,
            limits_pct=self.limits_pct and tuple(round(limit, 2) for limit in self.limits_pct),
            benchmark=BenchmarkName(name=self.benchmark.name, year=self.benchmark.year),
            other_benchmarks=tuple(
                OtherBenchmark(name=source.name, year=source.year, median_pct=round(median, 2))
                for source, median in self.differing
            ),
            own=None,
            likes_only_pct=self.likes_only.rounded(),
            **{name: _rounded(value, 3) for name, value in self.others.items()},
        )


def measure_engagement(columns: Columns, left_out: Sequence[tuple[LeftOut, ...]]) -> list[Engagement]:
    """The rates of n cornered creators (server.scoring.corners) and where they stand; ``left_out`` of each."""
    n = len(left_out)
    likes, comments, followers = (_shown(columns, name, n) for name in ("likes", "comments", "followers"))
    rates = _intervals(engagement_rate(likes, comments, followers))
    likes_rates = _intervals(likes_rate(likes, followers))
    sizes = map(_Size, *_standing(rates, followers.value), columns["expected_rate"][:n].tolist())
    others = [dict(zip(_OTHERS, values, strict=True)) for values in zip(*_others(columns, n), strict=True)]
    return list(map(_engagement, rates, likes_rates, others, left_out, sizes))


class _Size(Struct, frozen=True):
    """What the default benchmark says of one creator."""

    followers: float
    percentile: float
    limits_pct: tuple[float, ...]
    expected_rate: float


def _standing(
    rates: Sequence[RateInterval], followers: FloatArray
) -> tuple[list[float], list[float], list[tuple[float, ...]]]:
    """Followers, percentile of the rate and limits for the size of n creators; NaN where unknown."""
    table = load_benchmarks().default
    shares = np.array([nan if rate.value is None else rate.value / 100.0 for rate in rates])
    percentiles, limits_pct = table.standing(shares, followers)
    return followers.tolist(), percentiles.tolist(), limits_pct


def _engagement(
    rate: RateInterval,
    likes_only: RateInterval,
    others: dict[str, float | None],
    left_out: tuple[LeftOut, ...],
    size: _Size,
) -> Engagement:
    benchmarks, is_sized = load_benchmarks(), size.followers > 0
    return Engagement(
        rate=rate,
        likes_only=likes_only,
        others=others,
        left_out=left_out,
        score=size.percentile if is_sized and rate.value is not None else None,
        band=_band(rate, size.limits_pct) if is_sized else None,
        limits_pct=size.limits_pct if is_sized else None,
        benchmark=benchmarks.default,
        differing=benchmarks.others(size.followers, size.expected_rate) if is_sized else (),
    )


def _others(columns: Columns, n: int) -> list[list[float | None]]:
    """Each of ``_OTHERS`` of n creators."""
    return [[_number(value) for value in columns[name][:n].tolist()] for name in _OTHERS]


def _band(rate: RateInterval, limits: tuple[float, ...]) -> Band | None:
    """No band from a post or two: their middle may be anything."""
    if rate.value is None or rate.n_posts < LEAST_POSTS:
        return None
    return band_of(rate.value, limits)


def _shown(columns: Columns, name: str, n: int) -> Counts:
    """The creators' own rows with the bounds of the rounding, as a batch of n."""
    column = columns[name]
    return Counts(column[:n], column[_LOWEST * n : (_LOWEST + 1) * n], column[_HIGHEST * n :])


def _intervals(rate: Rate) -> list[RateInterval]:
    ends = (_percents(end) for end in (rate.value, rate.low, rate.high))
    return [RateInterval(*one) for one in zip(*ends, rate.n_posts.tolist(), strict=True)]


def _percents(fractions: FloatArray) -> list[float | None]:
    return [_number(percent) for percent in (100.0 * fractions).tolist()]


def _number(value: float) -> float | None:
    return value if isfinite(value) else None


def _rounded(value: float | None, digits: int) -> float | None:
    if value is None:
        return None
    return round(value, digits) if digits else round(value)
