"""Reference distributions of the engagement rate, each with its name, year and source."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache, cached_property
from importlib import resources
from math import erf, exp, log, sqrt
from typing import Any, Literal, overload

import numpy as np

from server.metrics.arrays import FloatArray

Band = Literal["low", "average", "good"]


@dataclass(frozen=True, slots=True)
class Benchmark:
    """Medians of one source over ranges of followers."""

    id: str
    name: str
    year: int
    metric: str
    """The formula the source used: "engagement_rate" or "likes_rate"."""
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
        return exp(self.log_median(log(max(followers, 1.0))))

    @overload
    def log_median(self, log_followers: float) -> float: ...
    @overload
    def log_median(self, log_followers: FloatArray) -> FloatArray: ...
    def log_median(self, log_followers: float | FloatArray) -> float | FloatArray:
        return np.interp(log_followers, self.log_followers, self.log_medians)


@dataclass(frozen=True, slots=True)
class BandLimits:
    name: str
    year: int
    low: float
    high: float
    good_from_pct: float
    average_from_pct: float

    def band(self, rate_pct: float) -> Band:
        if rate_pct >= self.good_from_pct:
            return "good"
        return "average" if rate_pct >= self.average_from_pct else "low"


@dataclass(frozen=True)
class Benchmarks:
    default: Benchmark
    sources: tuple[Benchmark, ...]
    spread: float
    """Standard deviation of ln(rate)."""
    limits: tuple[BandLimits, ...]

    def expected_rate(self, followers: FloatArray) -> FloatArray:
        """What is usual at this size, as a fraction, (n,): geometric mean of all sources that cover it.

        Used where being unusual counts against somebody, so that no single source decides.
        """
        with np.errstate(divide="ignore", invalid="ignore"):
            size = np.log(followers)
        return np.exp(np.interp(size, *self._consensus))

    def z(self, rate: FloatArray, followers: FloatArray) -> FloatArray:
        """Standard deviations of ln(rate) from the default source's median; rate as a fraction, (n,), (n,).

        NaN for sizes that the source does not cover.
        """
        with np.errstate(divide="ignore", invalid="ignore"):
            distance = np.log(100.0 * rate) - self.default.log_median(np.log(followers))
        covered = (followers >= self.default.low) & (followers < self.default.high)
        return np.where(covered, distance / self.spread, np.nan)

    @cached_property
    def _consensus(self) -> tuple[FloatArray, FloatArray]:
        """ln(followers) and ln(rate) at the middles of the default source's ranges and in the largest tier."""
        at = np.array([*self.default.log_followers, log(3_000_000)])
        medians = [[s.log_median(x) for s in self.sources if s.covers(exp(x))] for x in at]
        return at, np.array([sum(row) / len(row) for row in medians]) - log(100.0)

    def percentile(self, rate_pct: float, followers: float) -> float:
        """Percent of creators of this size with a lower rate, in the log-normal of the default source."""
        if rate_pct <= 0:
            return 0.0
        z = (log(rate_pct) - log(self.default.median_pct(followers))) / self.spread
        return 50.0 * (1.0 + erf(z / sqrt(2.0)))

    def others(self, followers: float) -> tuple[tuple[Benchmark, float], ...]:
        """Other sources for this size whose median differs from the default's by more than 1.5 times."""
        expected = self.default.median_pct(followers)
        found = (
            (s, s.median_pct(followers))
            for s in self.sources
            if s is not self.default and s.covers(followers)
        )
        return tuple((s, m) for s, m in found if max(m / expected, expected / m) > DISAGREE)

    def low_limit(self, followers: FloatArray) -> FloatArray:
        """Rate below which the published bands say "low", as a fraction, (n,). The smallest accounts are held
        against the nearest band; NaN above the largest, where "usual" has no published band."""
        edges = [limit.high for limit in self.limits]
        pct = np.array([*(limit.average_from_pct for limit in self.limits), np.nan])
        return np.where(followers > 0, pct[np.searchsorted(edges, followers, side="right")] / 100.0, np.nan)

    def band_limits(self, followers: float) -> BandLimits:
        """The published bands for this size; the nearest ones where none covers it."""
        covering = [b for b in self.limits if b.low <= followers < b.high]
        if covering:
            return covering[0]
        return self.limits[0] if followers < self.limits[0].low else self.limits[-1]


DISAGREE = 1.5


@cache
def load_benchmarks() -> Benchmarks:
    """The benchmarks that ship with Soi."""
    body = json.loads(resources.files(__package__).joinpath("benchmarks.json").read_text("utf-8"))
    sources = tuple(_benchmark(entry) for entry in body["sources"])
    return Benchmarks(
        default=next(s for s in sources if s.id == body["default"]),
        sources=sources,
        spread=body["spread"]["value"],
        limits=tuple(_limits(entry) for entry in body["bands"]),
    )


def _benchmark(entry: dict[str, Any]) -> Benchmark:
    ranges = entry["medians_pct"]
    return Benchmark(
        id=entry["id"],
        name=entry["name"],
        year=entry["year"],
        metric=entry["metric"],
        note=entry["note"],
        log_followers=tuple((log(low) + log(high)) / 2 for low, high, _ in ranges),
        log_medians=tuple(log(median) for _, _, median in ranges),
        low=ranges[0][0],
        high=ranges[-1][1],
    )


def _limits(entry: dict[str, Any]) -> BandLimits:
    return BandLimits(
        name=entry["name"],
        year=entry["year"],
        low=entry["from"],
        high=entry["to"],
        good_from_pct=entry["good_from_pct"],
        average_from_pct=entry["average_from_pct"],
    )
