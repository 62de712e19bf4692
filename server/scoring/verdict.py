"""From scores to one of six words, by a small table in data: the first row whose conditions all hold.

Some of its rows also say what the signs come to by themselves (``trust``): the same rows, asked without the search.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Any, Literal

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from server.metrics.arrays import FloatArray
from server.metrics.columns import Columns
from server.scoring.fit import CheckId, failed
from server.scoring.scorecard import Scores
from server.scoring.thresholds import PUBLISHED, Thresholds, table_file
from server.scoring.trust import TrustCode
from server.scoring.verdict_codes import VerdictCode


class Condition(Struct, frozen=True):
    """``name`` at or above ``limit`` ("from"), or under it ("below"). An unknown value fulfils neither."""

    name: str
    side: Literal["from", "below"]
    limit: float

    def holds(self, inputs: Mapping[str, FloatArray]) -> NDArray[np.bool_]:
        values = inputs[self.name]
        return values >= self.limit if self.side == "from" else values < self.limit

    def holds_for(self, value: float) -> bool:
        """The same of one creator: an array of one number costs ten times as much."""
        return value >= self.limit if self.side == "from" else value < self.limit


class Row(Struct, frozen=True):
    code: VerdictCode
    reason: str
    """Key of the message that says why, under ``verdict.``."""
    when: tuple[Condition, ...]
    trust: TrustCode | None = None
    """What the signs come to where this row holds; None for a row that is about something else."""


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
        trust=entry.get("trust"),
    )


def inputs(
    scores: Scores, columns: Columns, low_engagement: FloatArray, posts_hidden: FloatArray
) -> dict[str, FloatArray]:
    """What the table may ask for beside the search, (n,) each; a number of things not seen is 0.

    ``low_engagement`` is 1 where the band of the rate is "low", else 0; ``posts_hidden`` counts posts whose likes are
    hidden; (n,). ``suspicious_low`` is the low end of the share of suspicious followers.
    """
    n = len(scores.middle)
    return {
        "score": scores.middle,
        "low": scores.low,
        "seen_high": scores.seen_high,
        "posts": np.where(np.isfinite(columns["likes_rate"][:n]), columns["n_posts"][:n], 0.0),
        "posts_hidden": posts_hidden,
        "low_engagement": low_engagement,
        **{name: _none_as_0(columns[name][:n]) for name in _SAMPLES},
        "suspicious_low": columns["suspicious_share"].reshape(-1, n).min(axis=0) if n else scores.middle,
    }


_SAMPLES = ("follower_rows", "comment_rows", "opened_posts")


def fit_inputs(found: Sequence[Mapping[CheckId, bool | None]]) -> dict[str, FloatArray]:
    """What the table asks about the search: failed checks of each of n creators, (n,) each."""
    numbers = [fit_failed(each) for each in found]
    return {name: np.array([each[name] for each in numbers]) for name in fit_failed({})}


def fit_failed(found: Mapping[CheckId, bool | None]) -> dict[str, float]:
    """The same of one creator."""
    return {
        "fit_basic_failed": float(failed(found, basic=True)),
        "fit_failed": float(failed(found, basic=False)),
    }


def _none_as_0(column: FloatArray) -> FloatArray:
    return np.where(np.isfinite(column), column, 0.0)


def trust_code(given: Mapping[str, float], table: tuple[Row, ...]) -> TrustCode:
    """What the signs of one creator come to, whatever is looked for."""
    about = (row for row in table if row.trust is not None)
    held = (row.trust for row in about if all(c.holds_for(given[c.name]) for c in row.when))
    return next(held, None) or "no_signs"


def trust_codes(given: Mapping[str, FloatArray], table: tuple[Row, ...]) -> list[TrustCode]:
    """The same of each of n creators."""
    everybody = np.ones(len(given["score"]), dtype=bool)
    about = [row for row in table if row.trust is not None]
    held = [_all(everybody, (condition.holds(given) for condition in row.when)) for row in about]
    codes: list[TrustCode] = [*(row.trust for row in about if row.trust is not None), "no_signs"]
    return [codes[first] for first in np.argmax(np.array([*held, everybody]), axis=0)]


def decide(given: Mapping[str, FloatArray], table: tuple[Row, ...]) -> NDArray[np.intp]:
    """Index of the first row of ``table`` that holds for each creator, (n,). The last row holds for all."""
    everybody = np.ones(len(given["score"]), dtype=bool)
    masks = [_all(everybody, (condition.holds(given) for condition in row.when)) for row in table]
    first: NDArray[np.intp] = np.argmax(np.array(masks), axis=0)
    return first


def first_row(given: Mapping[str, float], table: tuple[Row, ...]) -> Row:
    """The same row of one creator: none after the one that holds is looked at."""
    return next(row for row in table if all(c.holds_for(given[c.name]) for c in row.when))


def _all(everybody: NDArray[np.bool_], holding: Iterable[NDArray[np.bool_]]) -> NDArray[np.bool_]:
    for held in holding:
        everybody = everybody & held
    return everybody
