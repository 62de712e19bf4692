"""Rates of engagement. Each formula has its own name; values of different formulas are never compared."""

from __future__ import annotations

import numpy as np
from msgspec import Struct

from server.metrics.arrays import FloatArray, IntArray, count, divide, median, median_of_sorted
from server.metrics.intervals import interval_of_sorted

_SMALLEST_RATIO = 1e-6


class Counts(Struct, frozen=True):
    """Counts of a batch with the bounds that their rounding leaves: value, low, high; (n,) or (n, p)."""

    value: FloatArray
    low: FloatArray
    high: FloatArray

    @classmethod
    def exact(cls, value: FloatArray) -> Counts:
        return cls(value, value, value)

    def first(self) -> Counts:
        """The first column: (n, p) -> (n,)."""
        return Counts(self.value[:, 0], self.low[:, 0], self.high[:, 0])


class Rate(Struct, frozen=True):
    """A median over posts with its 95 % interval, as fractions; (n,) each."""

    value: FloatArray
    low: FloatArray
    high: FloatArray
    n_posts: IntArray


def engagement_rate(likes: Counts, comments: Counts, followers: Counts) -> Rate:
    """Median over posts of (likes + comments) / followers; (n, p), (n, p), (n,).

    A post counts when both its counts are known. Source of the formula: the median instead of the usual mean keeps
    one viral post from carrying the rate.
    """
    return _median_rate(
        likes.value + comments.value, likes.low + comments.low, likes.high + comments.high, followers
    )


def likes_rate(likes: Counts, followers: Counts) -> Rate:
    """Median over posts of likes / followers: for posts whose comments are unknown; (n, p), (n,)."""
    return _median_rate(likes.value, likes.low, likes.high, followers)


def _median_rate(value: FloatArray, low: FloatArray, high: FloatArray, followers: Counts) -> Rate:
    n = count(value)
    ordered = np.sort(np.array([value, low, high]), axis=-1)
    lows, highs = interval_of_sorted(ordered[1], ordered[2], n)
    return Rate(
        divide(median_of_sorted(ordered[0], n), followers.value),
        divide(lows, followers.high),
        divide(highs, followers.low),
        n,
    )


def comments_per_100_likes(likes: FloatArray, comments: FloatArray) -> FloatArray:
    """100 * comments / likes over all posts together; (n, p), (n, p) -> (n,).

    Sums and not a median over posts: one post of a small creator has 0 or 1 comments, whose ratios are mostly 0.
    """
    together = np.isfinite(likes + comments)
    commented, liked = np.add.reduce(np.where(together, np.array([comments, likes]), 0.0), axis=-1)
    return 100.0 * divide(commented, liked)


def likes_per_play(likes: FloatArray, plays: FloatArray) -> FloatArray:
    """Median over reels of likes / plays; (n, p), (n, p) -> (n,)."""
    return median(divide(likes, plays))


def log_ratio(value: FloatArray, reference: FloatArray) -> FloatArray:
    """ln(value / reference), a ratio below one millionth counting as that; NaN where either is unknown."""
    return np.log(np.maximum(divide(value, reference), _SMALLEST_RATIO))
