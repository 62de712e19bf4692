"""Intervals of a share counted in a sample. Scalar and without numpy, so that a tally costs no import."""

from __future__ import annotations

from math import sqrt
from typing import Any

from msgspec import Struct

Z_95 = 1.959963984540054
"""Standard normal quantile of a two-sided 95 % interval."""


class Share(Struct, frozen=True):
    """A share between 0 and 1 with its 95 % interval."""

    value: float
    low: float
    high: float

    def to_json(self) -> dict[str, Any]:
        return {"value": self.value, "low": self.low, "high": self.high}


def wilson_share(k: int, n: int, z: float = Z_95) -> Share | None:
    """``k`` of ``n`` with Wilson's score interval (Wilson 1927); None without rows."""
    if n == 0:
        return None
    p = k / n
    spread = z * sqrt(p * (1 - p) / n + z * z / (4 * n * n))
    centre, scale = p + z * z / (2 * n), 1 + z * z / n
    low = 0.0 if k == 0 else max(0.0, (centre - spread) / scale)
    high = 1.0 if k == n else min(1.0, (centre + spread) / scale)
    return Share(p, low, high)


class Estimate(Struct, frozen=True):
    """A share that is not counted but concluded: its 95 % interval, and a value only where one may be said."""

    low: float
    high: float
    value: float | None = None


class Detector(Struct, frozen=True):
    """How well a yes-no test of one row does, and how much that differs from list to list."""

    sensitivity: float
    sensitivity_spread: float
    """Standard deviation of the rate between lists."""
    specificity: float
    specificity_spread: float


def true_share(k: int, n: int, detector: Detector, z: float = Z_95) -> Share | None:
    """Share of positives when an imperfect test says yes to ``k`` of ``n`` rows; None without rows.

    The value is Rogan and Gladen's (1978), the interval Lang and Reiczigel's (2014), which adds the uncertainty of
    sensitivity and specificity to that of the sample. Its upper end is at least Wilson's for the rows that were
    counted: fewer hits than false alarms would give mean that the test errs less often here than elsewhere, not that
    there is nothing. Its lower end is at most Wilson's: more hits than a list of positives would give mean that the
    test misses less here, and few rows stay few. For the same reason the value is at most the middle of the interval:
    beyond it, Rogan and Gladen's estimate runs into 1 and would call half of the hits and all of them the same.
    """
    counted = wilson_share(k, n, z)
    if counted is None:
        return None
    observed = (k + z * z / 2) / (n + z * z)
    power = detector.sensitivity + detector.specificity - 1
    centre = (observed + detector.specificity - 1) / power
    missed, alarms = detector.sensitivity_spread**2, detector.specificity_spread**2
    shift = 2 * z * z * (centre * missed - (1 - centre) * alarms)
    variance = observed * (1 - observed) / (n + z * z) + (1 - centre) ** 2 * alarms + centre**2 * missed
    spread = z * sqrt(variance) / power
    low = min(counted.low, _unit(centre + shift - spread))
    high = max(counted.high, _unit(centre + shift + spread))
    value = (counted.value + detector.specificity - 1) / power
    return Share(max(low, min(value, (low + high) / 2)), low, high)


def _unit(x: float) -> float:
    return min(1.0, max(0.0, x))
