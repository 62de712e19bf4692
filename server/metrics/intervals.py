"""Intervals: of a median by order statistics, of a share by Wilson."""

from __future__ import annotations

from functools import cache
from math import comb

import numpy as np

from server.metrics.arrays import FloatArray, IntArray, at_rank, count, divide

CONFIDENCE = 0.95
Z_95 = 1.959963984540054
_MAX_TABLE = 64


@cache
def median_ranks(n: int, confidence: float = CONFIDENCE) -> tuple[int, int, float]:
    """Ranks from 0 of the narrowest symmetric order-statistics interval of a median, and its coverage.

    P(X_(r) <= median <= X_(n-1-r)) = 1 - 2 P(Binomial(n, 1/2) <= r). Below six values even the whole range covers
    less than 95 %; the range is given then, with the coverage it has (Hahn and Meeker, Statistical Intervals, 5.2).
    """
    if n == 0:
        return 0, 0, 0.0
    rank, coverage, below = 0, 1 - 2 * 0.5**n, 0.5**n
    while 2 * (rank + 1) < n:
        below += comb(n, rank + 1) * 0.5**n
        if 1 - 2 * below < confidence:
            break
        rank, coverage = rank + 1, 1 - 2 * below
    return rank, n - 1 - rank, max(coverage, 0.0)


@cache
def _rank_table() -> IntArray:
    return np.array([median_ranks(n)[:2] for n in range(_MAX_TABLE + 1)], dtype=np.intp)


def median_interval(lows: FloatArray, highs: FloatArray) -> tuple[FloatArray, FloatArray]:
    """95 % interval of each row's median, (n, p), (n, p) -> (n,), (n,).

    ``lows`` and ``highs`` bound each value (rounding of the counts), so the interval is widened by the rounding.
    """
    return interval_of_sorted(np.sort(lows, axis=-1), np.sort(highs, axis=-1), count(lows))


def interval_of_sorted(lows: FloatArray, highs: FloatArray, n: IntArray) -> tuple[FloatArray, FloatArray]:
    """The same for rows in which ``n`` known values stand first, in order."""
    ranks = _rank_table()[np.minimum(n, _MAX_TABLE)]
    return at_rank(lows, ranks[..., 0]), at_rank(highs, ranks[..., 1])


def wilson_interval(k: FloatArray, n: FloatArray) -> tuple[FloatArray, FloatArray]:
    """Wilson's 95 % interval of the share k / n, as fractions; NaN where n is 0 or unknown (Wilson 1927)."""
    share = divide(k, n)
    weight = Z_95**2 / np.where(n > 0, n, np.nan)
    middle = (share + weight / 2) / (1 + weight)
    half = (
        Z_95
        * np.sqrt(share * (1 - share) / np.where(n > 0, n, np.nan) + weight**2 / (4 * Z_95**2))
        / (1 + weight)
    )
    return np.maximum(middle - half, 0.0), np.minimum(middle + half, 1.0)
