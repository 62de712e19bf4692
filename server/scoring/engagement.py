"""The engagement of one creator: rates with intervals, the score against a named benchmark, and its band."""

from __future__ import annotations

from dataclasses import dataclass
from math import isfinite

import numpy as np
from msgspec import Struct

from server.metrics.columns import Batch, Columns
from server.metrics.eligibility import LeftOut
from server.metrics.engagement import Counts, Rate, engagement_rate, likes_rate
from server.scoring.benchmarks import Band, Source, Table, band_of, load_benchmarks
from server.scoring.creator import CORNERS
from server.scoring.own_percentile import OwnPercentileAnswer

_LOWEST, _HIGHEST = 1, CORNERS - 1
"""Corners of a creator's batch: everything at its low end, everything at its high end."""
LEAST_POSTS = 3
"""Posts from which a rate gets a word."""
_OTHERS = ("comments_per_100_likes", "likes_per_play", "likes_cv", "posts_per_week", "trend")


@dataclass(frozen=True, slots=True)
class RateInterval:
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


@dataclass(frozen=True, slots=True)
class Engagement:
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


def measure_engagement(batch: Batch, columns: Columns, left_out: tuple[LeftOut, ...]) -> Engagement:
    """The rates of a creator's batch (server.scoring.creator) and where they stand."""
    likes, comments, followers = (_shown(columns, name) for name in ("likes", "comments", "followers"))
    rate = _interval(engagement_rate(likes, comments, followers))
    size = float(batch.given["followers"][0])
    benchmarks = load_benchmarks()
    table = benchmarks.default
    percentile = None
    if size > 0 and rate.value is not None:
        percentile = float(table.percentile(np.array([rate.value / 100.0]), np.array([size]))[0])
    limits = table.limits_pct(size) if size > 0 else None
    return Engagement(
        rate=rate,
        likes_only=_interval(likes_rate(likes, followers)),
        others={name: _number(columns[name][0]) for name in _OTHERS},
        left_out=left_out,
        score=percentile,
        band=_band(rate, limits),
        limits_pct=limits,
        benchmark=table,
        differing=benchmarks.others(size) if size > 0 else (),
    )


def _band(rate: RateInterval, limits: tuple[float, ...] | None) -> Band | None:
    """No band from a post or two: their middle may be anything."""
    if limits is None or rate.value is None or rate.n_posts < LEAST_POSTS:
        return None
    return band_of(rate.value, limits)


def _shown(columns: Columns, name: str) -> Counts:
    """The creator's own row with the bounds of the rounding, as a batch of one."""
    column = columns[name]
    return Counts(column[:1], column[_LOWEST : _LOWEST + 1], column[_HIGHEST:])


def _interval(rate: Rate) -> RateInterval:
    return RateInterval(
        value=_number(100.0 * rate.value[0]),
        low=_number(100.0 * rate.low[0]),
        high=_number(100.0 * rate.high[0]),
        n_posts=int(rate.n_posts[0]),
    )


def _number(value: float) -> float | None:
    return float(value) if isfinite(value) else None


def _rounded(value: float | None, digits: int) -> float | None:
    if value is None:
        return None
    return round(value, digits) if digits else round(value)
