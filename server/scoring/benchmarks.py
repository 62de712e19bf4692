"""Reference distributions of the engagement rate, each with its name, year and source.

One table decides everything that is said of a size: what is usual, the percentile, the bands, and what is low.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cache, cached_property
from importlib import resources
from math import exp, log
from typing import Any, Literal

import numpy as np
from msgspec import Struct

from server.metrics.arrays import FloatArray, bounded

Band = Literal["low", "below", "average", "good", "high"]
BANDS: tuple[Band, ...] = ("low", "below", "average", "good", "high")
"""From the lowest to the highest; a limit belongs to the band above it."""
LEAST, MOST = 1.0, 99.0
"""Percentiles beyond which no table says anything."""
DISAGREE = 1.5


class Source(Struct, frozen=True):
    """Medians of one source over ranges of followers, shown beside the default where they disagree."""

    id: str
    name: str
    year: int | None
    """None for a source that bears no date."""
    metric: str
    """The formula of the source; only "engagement_rate" is Soi's own."""
    note: str
    log_followers: tuple[float, ...]
    """ln of each range's geometric middle."""
    log_medians: tuple[float, ...]
    """ln of the median rate in percent."""
    low: float
    high: float
    """Followers that the source covers: low <= followers < high."""

    def covers(self, followers: float) -> bool:
        return self.low <= followers < self.high

    def median_pct(self, followers: float) -> float:
        """Median rate in percent, interpolated on ln(followers); flat beyond the first and the last range."""
        return exp(float(np.interp(log(max(followers, 1.0)), self.log_followers, self.log_medians)))


class Table(Struct, frozen=True, dict=True):
    """The default: limits of the bands by size, read as percentiles of creators of that size."""

    id: str
    name: str
    year: int | None
    metric: str
    note: str
    percentiles: tuple[float, ...]
    """What the limits stand for, rising."""
    log_followers: tuple[float, ...]
    """ln of each tier's geometric middle, (t,)."""
    log_limits: tuple[tuple[float, ...], ...]
    """ln of the limits in percent, (t, 4): low ends, average begins, average ends, high begins."""

    def limits_pct(self, followers: float) -> tuple[float, ...]:
        """The four limits for this size in percent."""
        return _percents(self._log_limits(np.array([max(followers, 1.0)])))[0]

    def _log_limits(self, followers: FloatArray) -> FloatArray:
        """ln of the limits in percent, (4, n): linear in ln(followers) between the tiers, the ends hold beyond."""
        size = np.log(np.where(followers > 0, followers, np.nan))
        middles, limits = self._lines
        return np.array([np.interp(size, middles, row) for row in limits])

    @cached_property
    def _lines(self) -> tuple[FloatArray, FloatArray]:
        """``log_followers`` and each of the ``log_limits`` as arrays, (t,) and (4, t)."""
        return np.array(self.log_followers), np.array(self.log_limits).T.copy()

    def standing(self, rate: FloatArray, followers: FloatArray) -> tuple[FloatArray, list[tuple[float, ...]]]:
        """Percent of creators of this size with a lower rate, 1 to 99, and the four limits for the size in percent, NaN
        where unknown; rate as a fraction, (n,), (n,)."""
        limits = self._log_limits(followers)
        return self._percentile(rate, limits), _percents(limits)

    def _percentile(self, rate: FloatArray, limits: FloatArray) -> FloatArray:
        """Linear in ln(rate) through ``limits`` (4, n); the slopes of the two ends go on beyond them."""
        with np.errstate(divide="ignore", invalid="ignore"):
            at = np.log(100.0 * np.where(rate >= 0, rate, np.nan))
        levels = np.array(self.percentiles)
        slopes = (levels[1:] - levels[:-1])[:, None] / (limits[1:] - limits[:-1])
        piece = np.add.reduce(at >= limits[1:-1], axis=0)
        chosen = np.arange(limits.shape[1])
        found = levels[piece] + slopes[piece, chosen] * (at - limits[piece, chosen])
        return np.where(np.isnan(at), np.nan, bounded(found, LEAST, MOST))

    def expected_rate(self, followers: FloatArray) -> FloatArray:
        """What is usual at this size, as a fraction, (n,): the geometric middle of the average band."""
        limits = self._log_limits(followers)
        return np.asarray(np.exp((limits[1] + limits[2]) / 2.0) / 100.0)

    def low_limit(self, followers: FloatArray) -> FloatArray:
        """Rate below which a creator of this size is "low", as a fraction, (n,); NaN without followers."""
        return np.asarray(np.exp(self._log_limits(followers)[0]) / 100.0)


def band_of(rate_pct: float, limits_pct: Sequence[float]) -> Band:
    """The band of a rate between a size's limits."""
    return BANDS[sum(rate_pct >= limit for limit in limits_pct)]


class Benchmarks(Struct, frozen=True):
    default: Table
    sources: tuple[Source, ...]

    def others(
        self, followers: float, expected_rate: float | None = None
    ) -> tuple[tuple[Source, float], ...]:
        """Sources of the same formula whose median for this size differs from the default's by more than 1.5 times.

        ``expected_rate``: the default's for this size, where it is at hand.
        """
        if expected_rate is None:
            expected_rate = float(self.default.expected_rate(np.array([followers]))[0])
        expected = 100.0 * expected_rate
        found = (
            (s, s.median_pct(followers))
            for s in self.sources
            if s.covers(followers) and s.metric == self.default.metric
        )
        return tuple((s, m) for s, m in found if max(m / expected, expected / m) > DISAGREE)


@cache
def load_benchmarks() -> Benchmarks:
    """The benchmarks that ship with Soi."""
    body = json.loads(resources.files(__package__).joinpath("benchmarks.json").read_text("utf-8"))
    return Benchmarks(_table(body["default"]), tuple(_source(entry) for entry in body["others"]))


def _percents(log_limits: FloatArray) -> list[tuple[float, ...]]:
    """Of each of n sizes, (4, n)."""
    return [tuple(map(exp, limits)) for limits in log_limits.T.tolist()]


def _middles(ranges: Sequence[Sequence[Any]]) -> tuple[float, ...]:
    return tuple((log(row[0]) + log(row[1])) / 2 for row in ranges)


def _table(entry: dict[str, Any]) -> Table:
    tiers = entry["limits_pct"]
    named = {name: entry[name] for name in ("id", "name", "year", "metric", "note")}
    return Table(
        **named,
        percentiles=tuple(float(level) for level in entry["percentiles"]),
        log_followers=_middles(tiers),
        log_limits=tuple(tuple(log(limit) for limit in row[2]) for row in tiers),
    )


def _source(entry: dict[str, Any]) -> Source:
    ranges = entry["medians_pct"]
    named = {name: entry[name] for name in ("id", "name", "year", "metric", "note")}
    return Source(
        **named,
        log_followers=_middles(ranges),
        log_medians=tuple(log(median) for _, _, median in ranges),
        low=ranges[0][0],
        high=ranges[-1][1],
    )
