"""From scores to one of four words, by a small table in data: the first row whose conditions all hold."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from server.metrics.arrays import FloatArray
from server.metrics.columns import Columns
from server.scoring.benchmarks import Table
from server.scoring.scorecard import Scores
from server.scoring.thresholds import PUBLISHED, Thresholds, table_file

VerdictCode = Literal["contact", "look_closer", "risky", "not_enough_data"]
CODES: tuple[VerdictCode, ...] = ("contact", "look_closer", "risky", "not_enough_data")


@dataclass(frozen=True, slots=True)
class Condition:
    """``name`` at or above ``limit`` ("from"), or under it ("below"). An unknown value fulfils neither."""

    name: str
    side: Literal["from", "below"]
    limit: float

    def holds(self, inputs: Mapping[str, FloatArray]) -> NDArray[np.bool_]:
        values = inputs[self.name]
        return values >= self.limit if self.side == "from" else values < self.limit


@dataclass(frozen=True, slots=True)
class Row:
    code: VerdictCode
    reason: str
    """Key of the message that says why, under ``verdict.``."""
    when: tuple[Condition, ...]


@lru_cache(maxsize=16)
def load_table(thresholds: Thresholds = PUBLISHED) -> tuple[Row, ...]:
    """The table that ships with Soi, with its named thresholds as given."""
    values = thresholds.values
    return tuple(_row(entry, values) for entry in table_file()["rows"])


def _row(entry: dict[str, Any], values: Mapping[str, float]) -> Row:
    return Row(
        code=entry["code"],
        reason=entry["reason"],
        when=tuple(
            Condition(name, side, values[limit] if isinstance(limit, str) else limit)
            for name, sides in entry["when"].items()
            for side, limit in sides.items()
        ),
    )


@dataclass(frozen=True, slots=True)
class RateEnds:
    """Engagement rate of n creators as a fraction, NaN where unknown."""

    value: FloatArray
    high: FloatArray
    """Upper end of the interval."""


def inputs(scores: Scores, columns: Columns, rate: RateEnds, benchmark: Table) -> dict[str, FloatArray]:
    """What the table may ask for, (n,) each; a number of things not seen is 0.

    ``suspicious_low`` is the low end of the share of suspicious followers; ``rate_to_low`` and ``rate_high_to_low``
    hold the engagement rate and the upper end of its interval against the limit of the band "low": below 1 is low.
    """
    n = len(scores.middle)
    rows, followers = columns["follower_rows"][:n], columns["followers"][:n]
    low_limit = benchmark.low_limit(followers)
    return {
        "score": scores.middle,
        "low": scores.low,
        "high": scores.high,
        "seen_high": scores.seen_high,
        "followers": followers,
        "posts": np.where(np.isfinite(columns["likes_rate"][:n]), columns["n_posts"][:n], 0.0),
        "commented": columns["n_commented"][:n],
        "follower_rows": np.where(np.isfinite(rows), rows, 0.0),
        "suspicious_low": columns["suspicious_share"].reshape(-1, n).min(axis=0) if n else rows,
        "rate_to_low": rate.value / low_limit,
        "rate_high_to_low": rate.high / low_limit,
    }


def decide(given: Mapping[str, FloatArray], table: tuple[Row, ...]) -> NDArray[np.intp]:
    """Index of the first row of ``table`` that holds for each creator, (n,). The last row holds for all."""
    everybody = np.ones(len(given["score"]), dtype=bool)
    masks = [_all(everybody, (condition.holds(given) for condition in row.when)) for row in table]
    first: NDArray[np.intp] = np.argmax(np.array(masks), axis=0)
    return first


def _all(everybody: NDArray[np.bool_], holding: Iterable[NDArray[np.bool_]]) -> NDArray[np.bool_]:
    for held in holding:
        everybody = everybody & held
    return everybody
