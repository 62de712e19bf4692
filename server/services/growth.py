"""How a creator grew: steps between visits with their gaps, rates a day, and jumps."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from statistics import median

import numpy as np

from server.metrics.growth import NEEDED_VISITS, daily_growth, robust_z
from server.schemas.checks import Growth, GrowthStep, PerDay
from server.store.records import Figure, Visit

DAY = timedelta(days=1)
JUMP_Z = 3.5
"""Robust z from which a step is called a jump (Iglewicz and Hoaglin 1993)."""
MOST_STEPS = 60
_LONG_DAYS, _LONG_TIMES = 14.0, 3.0
"""A step is a gap when it is longer than both: two weeks, and three times the creator's usual one."""


def growth(visits: Sequence[Visit]) -> Growth:
    """Steps between visits at least half a day apart, oldest first; z from the fourth visit on."""
    line = _spaced(visits)[-MOST_STEPS - 1 :]
    return Growth(visits=len(line), needed=NEEDED_VISITS, steps=_steps(line) if len(line) > 1 else ())


_Point = tuple[datetime, Figure]


def _spaced(visits: Sequence[Visit]) -> list[_Point]:
    """By time, not by arrival: the clock of a second browser may differ."""
    points = sorted(((v.at, v.followers) for v in visits if v.followers), key=lambda point: point[0])
    kept: list[_Point] = []
    for point in points:
        if not kept or point[0] - kept[-1][0] >= DAY / 2:
            kept.append(point)
    return kept


def _steps(line: Sequence[_Point]) -> tuple[GrowthStep, ...]:
    days = np.array([at.timestamp() / DAY.total_seconds() for at, _ in line])
    low, high = np.array([[f.low, f.high] for _, f in line]).T
    rates = daily_growth(low[None], high[None], days[None])
    scores = robust_z(rates)[0].tolist()
    lengths = np.diff(days).tolist()
    usual = max(_LONG_DAYS, _LONG_TIMES * median(lengths))
    return tuple(
        _step(line[i], line[i + 1], length, rate, z, is_gap=length > usual)
        for i, (length, rate, z) in enumerate(zip(lengths, rates[0].tolist(), scores, strict=True))
    )


def _step(start: _Point, end: _Point, days: float, rate: float, z: float, *, is_gap: bool) -> GrowthStep:
    """``gained`` and ``per_day`` are bounds: two rounded counts leave the difference open."""
    low, high = end[1].low - start[1].high, end[1].high - start[1].low
    known = z == z  # noqa: PLR0124 - NaN differs from itself
    return GrowthStep(
        start=start[0],
        end=end[0],
        days=round(days, 2),
        is_gap=is_gap,
        gained=Figure(end[1].value - start[1].value, low, high),
        per_day=PerDay(low=round(low / days, 2), high=round(high / days, 2)),
        percent_per_day=round(100 * rate, 4),
        z=round(z, 2) if known else None,
        is_jump=known and abs(z) >= JUMP_Z,
    )
