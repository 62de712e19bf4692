"""How likes are spread over posts, and posts over time."""

from __future__ import annotations

import numpy as np

from server.metrics.arrays import FloatArray, count, divide, median, moments, steps

MONTH = 30.0
_SIDE = 2
"""Posts that must stand on each side of a gap: a single viral or failed post is no second level."""
_SHORTEST_GAP = 1 / 24
"""Days: posts of one hour are one session."""
_SLOWER = 0.2
"""How much more slowly than likes comments grow, as an exponent: they follow likes with .8 (as the weight of flatness)."""


def dispersion(values: FloatArray) -> FloatArray:
    """Coefficient of variation over posts, sample deviation / mean; (n, p) -> (n,). Needs three posts."""
    n, middle, deviation = moments(values)
    return np.where(n >= 3, divide(deviation, middle), np.nan)


def widest_gap(values: FloatArray) -> FloatArray:
    """ln of the largest step between neighbours in sorted order, two posts or more on each side; (n, p) -> (n,)."""
    return _split(values)[0]


def spike_excess(likes: FloatArray, comments: FloatArray) -> FloatArray:
    """How far comments lag behind in the posts above the widest gap in likes; (n, p), (n, p) -> (n,).

    ln of comments per like below the gap divided by that above it, beyond what is natural: comments grow more slowly
    than likes (_SLOWER), and chance gives as much to so few comments (Poisson, half a standard error; half a comment is
    added to each side). 0 where comments rise with the likes; over 1 where likes alone rose fourfold, on however many
    posts. Needs four posts.
    """
    known = np.isfinite(likes + comments)
    gap, above = _split(np.where(known, likes, np.nan))
    counts = np.where(known, np.array([likes, comments, np.ones_like(likes)]), 0.0)
    up = np.add.reduce(np.where(likes >= above[..., None], counts, 0.0), axis=-1)
    likes_up, comments_up, n_up = up
    likes_below, comments_below, n_below = np.add.reduce(counts, axis=-1) - up
    ratio = divide(divide(comments_below + 0.5, likes_below), divide(comments_up + 0.5, likes_up))
    step = np.log(np.maximum(divide(divide(likes_up, n_up), divide(likes_below, n_below)), 1.0))
    chance = 0.5 * np.sqrt(1.0 / (comments_below + 0.5) + 1.0 / (comments_up + 0.5))
    excess = np.maximum(np.log(np.maximum(ratio, 1.0)) - _SLOWER * step - chance, 0.0)
    return np.where(np.isfinite(gap), np.where(np.isfinite(excess), excess, 0.0), np.nan)


def _split(values: FloatArray) -> tuple[FloatArray, FloatArray]:
    """The widest gap (ln), and the smallest value above it; (n, p) -> (n,), (n,). NaN under four values."""
    ordered = np.sort(values, axis=-1)
    gaps = steps(np.log(np.maximum(ordered, 1.0)))
    if not gaps.shape[-1]:
        return np.full(len(values), np.nan), np.full(len(values), np.nan)
    position = np.arange(gaps.shape[-1])
    inner = (position >= _SIDE - 1) & (position < count(values)[..., None] - _SIDE)
    gaps = np.where(inner & np.isfinite(gaps), gaps, np.nan)
    rows, at = np.arange(len(values)), np.where(np.isnan(gaps), -1.0, gaps).argmax(axis=-1)
    widest = gaps[rows, at]
    return widest, np.where(np.isnan(widest), np.nan, ordered[rows, at + 1])


def flatness(likes: FloatArray, comments: FloatArray) -> FloatArray:
    """ln of how much more comments vary than likes, as coefficients of variation; (n, p), (n, p) -> (n,).

    The chance variation of small counts (Poisson: its variance is the mean) is taken off the comments first, down
    to a twentieth of their squared mean. Needs four posts.
    """
    known = np.isfinite(likes + comments)
    likes, comments = np.where(known, likes, np.nan), np.where(known, comments, np.nan)
    n, middle, deviation = moments(np.array([likes, comments]))
    variance = np.maximum(deviation[1] ** 2 - middle[1], 0.05 * middle[1] ** 2)
    spread_of_likes = np.maximum(divide(deviation[0], middle[0]), 0.01)
    ratio = divide(divide(np.sqrt(variance), middle[1]), spread_of_likes)
    return np.where((n[0] >= 4) & (middle[1] > 0), np.log(np.where(ratio > 0, ratio, 1.0)), np.nan)


def posting_gaps(days: FloatArray) -> FloatArray:
    """Days between neighbouring posts; (n, p) days since any epoch -> (n, p - 1), NaN last."""
    return steps(np.sort(days, axis=-1))


def cadence(gaps: FloatArray) -> FloatArray:
    """Posts a week, from the median of the days between posts; (n, p - 1) -> (n,). Needs three dated posts."""
    return np.where(count(gaps) >= 2, 7.0 / np.maximum(median(gaps), _SHORTEST_GAP), np.nan)


def rhythm(gaps: FloatArray) -> FloatArray:
    """Coefficient of variation of the days between posts; (n, p - 1) -> (n,). Needs four dated posts."""
    return dispersion(gaps)


def trend(values: FloatArray, days: FloatArray) -> FloatArray:
    """Least-squares change of ln(values) in 30 days; (n, p), (n, p) -> (n,). Needs four dated posts."""
    known = np.isfinite(values + days) & (values > 0)
    if not known.any():
        return np.full(len(values), np.nan)
    first = days[np.arange(len(days)), np.isfinite(days).argmax(axis=-1)]
    at = np.where(known, days - first[:, None], 0.0)  # from a near day on: days since 1970 would lose digits
    logged = np.log(np.where(known, values, 1.0))
    n, x, y, xx, xy = np.add.reduce(np.array([known, at, logged, at * at, at * logged]), axis=-1)
    slope = divide(n * xy - x * y, n * xx - x * x)
    return np.where(n >= 4, slope * MONTH, np.nan)
