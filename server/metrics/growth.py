"""Growth between a creator's own visits."""

from __future__ import annotations

import numpy as np

from server.metrics.arrays import FloatArray, count, divide, median, total

NEEDED_VISITS = 4
MAD_TO_SIGMA = 1.4826
"""Makes the median absolute deviation of a normal sample estimate its standard deviation."""
NOISE_PER_DAY = 0.001
"""Least spread assumed, as a share of followers a day: the published medians are 0.05 to 0.2 % a day."""


def daily_growth(low: FloatArray, high: FloatArray, days: FloatArray) -> FloatArray:
    """Share of followers gained a day between visits; (n, v) each, oldest first -> (n, v - 1).

    ``low`` and ``high`` bound each visit's followers. Only the change that rounding cannot explain counts.
    """
    gained = np.maximum(low[..., 1:] - high[..., :-1], 0.0) - np.maximum(low[..., :-1] - high[..., 1:], 0.0)
    start = (low[..., :-1] + high[..., :-1]) / 2
    return divide(divide(gained, start), np.diff(days, axis=-1))


def robust_z(growth: FloatArray) -> FloatArray:
    """How far each step lies from the creator's usual one; (n, v - 1) -> (n, v - 1). NaN before the fourth visit.

    z = (x - median) / (1.4826 MAD), the spread never below NOISE_PER_DAY (Iglewicz and Hoaglin 1993).
    """
    middle = median(growth)[..., None]
    spread = np.maximum(MAD_TO_SIGMA * median(np.abs(growth - middle)), NOISE_PER_DAY)[..., None]
    enough = count(growth)[..., None] >= NEEDED_VISITS - 1
    return np.where(enough, (growth - middle) / spread, np.nan)


def jumps(growth: FloatArray) -> tuple[FloatArray, FloatArray]:
    """Largest rise and largest fall as robust z; (n, v - 1) -> (n,), (n,), both positive. Needs four visits."""
    z = robust_z(growth)
    enough = count(growth) >= NEEDED_VISITS - 1
    rise = np.where(np.isfinite(z), z, 0.0).max(axis=-1, initial=0.0)
    fall = np.where(np.isfinite(z), -z, 0.0).max(axis=-1, initial=0.0)
    return np.where(enough, rise, np.nan), np.where(enough, fall, np.nan)


def churn(values: FloatArray) -> FloatArray:
    """Movement that cancelled out, as a share of the median; (n, v) -> (n,). Needs four visits.

    (sum of |changes| - |net change|) / median: 0 for a steady course, high for following and unfollowing in turns.
    """
    changes = np.diff(values, axis=-1)
    back_and_forth = total(np.abs(changes)) - np.abs(total(changes))
    enough = count(values) >= NEEDED_VISITS
    return np.where(enough, divide(back_and_forth, np.maximum(median(values), 1.0)), np.nan)
