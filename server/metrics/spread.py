"""How likes are spread over posts, and posts over time."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from server.metrics.arrays import FloatArray, count, deviation, divide, mean, median, total

MONTH = 30.0
_SIDE = 2
"""Posts that must stand on each side of a gap: a single viral or failed post is no second level."""
_SPIKE = 2.0
"""A post with this many times the median likes is a spike."""


def dispersion(values: FloatArray) -> FloatArray:
    """Coefficient of variation over posts, sample deviation / mean; (n, p) -> (n,). Needs three posts."""
    return np.where(count(values) >= 3, divide(deviation(values), mean(values)), np.nan)


def widest_gap(values: FloatArray) -> FloatArray:
    """ln of the largest step between neighbours in sorted order, two posts or more on each side; (n, p) -> (n,)."""
    with np.errstate(divide="ignore"):
        logged = np.sort(np.where(values > 0, np.log(np.where(values > 0, values, 1.0)), np.nan), axis=-1)
    steps = np.diff(logged, axis=-1)
    position = np.arange(steps.shape[-1])
    inner = (position >= _SIDE - 1) & (position < count(values)[..., None] - _SIDE)
    widest: FloatArray = np.where(inner & np.isfinite(steps), steps, -1.0).max(axis=-1, initial=-1.0)
    return np.where(widest >= 0, widest, np.nan)


def spike_excess(likes: FloatArray, comments: FloatArray) -> FloatArray:
    """How far comments lag behind in posts whose likes spike; (n, p), (n, p) -> (n,).

    ln of comments per like over the ordinary posts divided by that over the spikes: 0 where comments rise with the
    likes or where nothing spikes, ln 4 where likes alone rose fourfold. Half a comment is added to each side.
    """
    known = np.isfinite(likes) & np.isfinite(comments)
    likes, comments = np.where(known, likes, np.nan), np.where(known, comments, np.nan)
    spikes = known & (likes >= _SPIKE * median(likes)[..., None])
    ordinary = known & ~spikes
    with np.errstate(divide="ignore", invalid="ignore"):
        excess = np.log(_per_like(likes, comments, ordinary) / _per_like(likes, comments, spikes))
    enough = count(np.where(known, likes, np.nan)) >= 4
    return np.where(
        enough, np.where(spikes.any(axis=-1) & np.isfinite(excess), np.maximum(excess, 0.0), 0.0), np.nan
    )


def _per_like(likes: FloatArray, comments: FloatArray, chosen: NDArray[np.bool_]) -> FloatArray:
    above: FloatArray = np.where(chosen, comments, 0.0).sum(axis=-1) + 0.5
    below: FloatArray = np.where(chosen, likes, 0.0).sum(axis=-1)
    return above / below


def flatness(likes: FloatArray, comments: FloatArray) -> FloatArray:
    """ln of how much more comments vary than likes, as coefficients of variation; (n, p), (n, p) -> (n,).

    The chance variation of small counts (Poisson: its variance is the mean) is taken off the comments first, down
    to a twentieth of their squared mean. Needs four posts.
    """
    known = np.isfinite(likes) & np.isfinite(comments)
    likes, comments = np.where(known, likes, np.nan), np.where(known, comments, np.nan)
    middle = mean(comments)
    variance = np.maximum(deviation(comments) ** 2 - middle, 0.05 * middle**2)
    ratio = divide(divide(np.sqrt(variance), middle), np.maximum(dispersion(likes), 0.01))
    return np.where(known.sum(axis=-1) >= 4, np.log(ratio), np.nan)


def posting_gaps(days: FloatArray) -> FloatArray:
    """Days between neighbouring posts; (n, p) days since any epoch -> (n, p - 1), NaN last."""
    return np.diff(np.sort(days, axis=-1), axis=-1)


def cadence(days: FloatArray) -> FloatArray:
    """Posts a week, from the median gap; (n, p) -> (n,). Needs three dated posts."""
    gaps = posting_gaps(days)
    return np.where(count(gaps) >= 2, divide(np.full(gaps.shape[:-1], 7.0), median(gaps)), np.nan)


def rhythm(days: FloatArray) -> FloatArray:
    """Coefficient of variation of the gaps between posts; (n, p) -> (n,). Needs four dated posts."""
    return dispersion(posting_gaps(days))


def trend(values: FloatArray, days: FloatArray) -> FloatArray:
    """Least-squares change of ln(values) in 30 days; (n, p), (n, p) -> (n,). Needs four dated posts."""
    known = np.isfinite(values) & np.isfinite(days) & (values > 0)
    logged = np.where(known, np.log(np.where(known, values, 1.0)), np.nan)
    at = np.where(known, days, np.nan)
    at = at - mean(at)[..., None]
    slope = divide(total(at * (logged - mean(logged)[..., None])), total(at * at))
    return np.where(known.sum(axis=-1) >= 4, slope * MONTH, np.nan)
