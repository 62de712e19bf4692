"""The engagement of one creator: rates with intervals, the score against a named benchmark, and its band."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from server.facts import Count, Facts, Post
from server.metrics.arrays import FloatArray
from server.metrics.eligibility import LeftOut
from server.metrics.engagement import Counts, Rate, comments_per_100_likes, engagement_rate, likes_rate
from server.scoring.benchmarks import Band, BandLimits, Benchmark, load_benchmarks


@dataclass(frozen=True, slots=True)
class RateInterval:
    """A rate in percent with its 95 % interval and the posts it stands on."""

    value: float | None
    low: float | None
    high: float | None
    n_posts: int


@dataclass(frozen=True, slots=True)
class Engagement:
    rate: RateInterval
    likes_only: RateInterval
    comments_per_100_likes: float | None
    left_out: tuple[LeftOut, ...]
    score: float | None
    band: Band | None
    band_limits: BandLimits | None
    benchmark: Benchmark
    others: tuple[tuple[Benchmark, float], ...]

    def to_json(self) -> dict[str, Any]:
        return {
            "score": _rounded(self.score, 0),
            "rate_pct": {
                **_rate_to_json(self.rate),
                "left_out": [{"shortcode": left.shortcode, "reason": left.reason} for left in self.left_out],
            },
            "band": self.band,
            "band_source": _source(self.band_limits),
            "benchmark": _source(self.benchmark),
            "other_benchmarks": [
                {"name": s.name, "year": s.year, "median_pct": round(m, 2)} for s, m in self.others
            ],
            "likes_only_pct": _rate_to_json(self.likes_only),
            "comments_per_100_likes": _rounded(self.comments_per_100_likes, 2),
        }


def measure_engagement(facts: Facts, kept: tuple[Post, ...], left_out: tuple[LeftOut, ...]) -> Engagement:
    """Rates over the eligible posts ``kept``."""
    likes, comments = counts_row([p.likes for p in kept]), counts_row([p.comments for p in kept])
    followers = counts_row([facts.followers]).first()
    rate = _interval(engagement_rate(likes, comments, followers))
    benchmarks = load_benchmarks()
    size = None if facts.followers is None or facts.followers.value == 0 else float(facts.followers.value)
    known = rate.value is not None and size is not None
    limits = benchmarks.band_limits(size) if size is not None else None
    return Engagement(
        rate=rate,
        likes_only=_interval(likes_rate(likes, followers)),
        comments_per_100_likes=_number(comments_per_100_likes(likes.value, comments.value)),
        left_out=left_out,
        score=benchmarks.percentile(rate.value, size) if known and rate.value is not None and size else None,
        band=limits.band(rate.value) if limits is not None and rate.value is not None else None,
        band_limits=limits if rate.value is not None else None,
        benchmark=benchmarks.default,
        others=benchmarks.others(size) if size is not None else (),
    )


def counts_row(counts: list[Count | None]) -> Counts:
    """A batch of one creator: (1, len(counts))."""
    return Counts(
        *(
            np.array([[np.nan if c is None else getattr(c, name) for c in counts]], dtype=np.float64)
            for name in ("value", "low", "high")
        )
    )


def _interval(rate: Rate) -> RateInterval:
    return RateInterval(
        value=_number(100.0 * rate.value),
        low=_number(100.0 * rate.low),
        high=_number(100.0 * rate.high),
        n_posts=int(rate.n_posts[0]),
    )


def _number(values: FloatArray) -> float | None:
    return float(values[0]) if np.isfinite(values[0]) else None


def _rounded(value: float | None, digits: int) -> float | None:
    if value is None:
        return None
    return round(value, digits) if digits else round(value)


def _rate_to_json(rate: RateInterval) -> dict[str, Any]:
    return {
        "value": _rounded(rate.value, 3),
        "low": _rounded(rate.low, 3),
        "high": _rounded(rate.high, 3),
        "n_posts": rate.n_posts,
    }


def _source(source: Benchmark | BandLimits | None) -> dict[str, Any] | None:
    return None if source is None else {"name": source.name, "year": source.year}
