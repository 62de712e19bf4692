"""Tiers by followers. A limit belongs to the tier above it."""

from __future__ import annotations

from bisect import bisect_right
from typing import Literal

Tier = Literal["nano", "micro", "mid", "macro", "mega"]
TIERS: tuple[Tier, ...] = ("nano", "micro", "mid", "macro", "mega")
LIMITS = (5_000, 100_000, 500_000, 1_000_000)


def tier(followers: float) -> Tier:
    """
    >>> tier(4_999), tier(5_000), tier(99_999), tier(100_000)
    ('nano', 'micro', 'micro', 'mid')
    """
    return TIERS[bisect_right(LIMITS, followers)]


def tiers(low: float, high: float) -> tuple[Tier, ...]:
    """Every tier that an interval of followers touches, smallest first."""
    return TIERS[bisect_right(LIMITS, low) : bisect_right(LIMITS, high) + 1]
