"""Intervals of a share counted in a sample. Scalar and without numpy, so that a tally costs no import."""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt
from typing import Any

Z_95 = 1.959963984540054
"""Standard normal quantile of a two-sided 95 % interval."""


@dataclass(frozen=True, slots=True)
class Share:
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
