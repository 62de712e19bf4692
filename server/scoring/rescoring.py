"""What a model says of many checks that were judged before, from the columns that they left: in a few passes of numpy.

Each comes out as if it were judged alone (``server.analysis.conclude``): the same corners, rulings and table.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from math import nan
from typing import Any

import numpy as np
from msgspec import Struct

from server.metrics.arrays import FloatArray
from server.metrics.columns import Batch, Columns, measure
from server.money import Price
from server.scoring.columns_kept import cornered_batch, posts_in
from server.scoring.corners import CORNERS
from server.scoring.fit import answers
from server.scoring.model import Model
from server.scoring.own import UserTables
from server.scoring.scorecard import Scores, score
from server.scoring.thresholds import Level, level
from server.scoring.trust import TrustCode
from server.scoring.verdict import decide, fit_inputs, load_table, trust_codes
from server.scoring.verdict_codes import VerdictCode

_MOST_COUNTS = 4_000_000
"""Numbers of one column in one pass: 32 MB, of which a few are held at a time."""
_FROM_SCORES = ("score", "low", "seen_high")
"""What of the table's questions another model answers otherwise (``server.scoring.verdict.inputs``)."""


class KeptCheck(Struct, frozen=True):
    """One check as it can be judged anew."""

    columns: Mapping[str, Any]
    """Unpacked."""
    ruled_innocent: Collection[str]
    values: Mapping[str, float | None]
    """What table and search were asked about; None for what is not known."""
    price_asked: Price | None


class NewScore(Struct, frozen=True):
    """What comes out for one check."""

    suspicion: tuple[float, float, float]
    """Points with their range, to the digit that is shown."""
    verdict: VerdictCode
    trust: TrustCode
    trust_word: Level | None
    values: dict[str, float | None]
    """What table and search are asked about now."""


def rescored(kept: Sequence[KeptCheck], model: Model, own: UserTables) -> list[NewScore]:
    """The new score of each check, in order."""
    found: dict[int, NewScore] = {}
    for places in _passes(kept):
        found.update(zip(places, _pass([kept[place] for place in places], model, own), strict=True))
    return [found[place] for place in range(len(kept))]


def _passes(kept: Sequence[KeptCheck]) -> Iterator[list[int]]:
    """Places of checks that are judged together: those with as many posts, as far as memory goes."""
    by_width = sorted(range(len(kept)), key=lambda place: posts_in(kept[place].columns))
    begin = 0
    for end in range(1, len(by_width) + 1):
        wider = posts_in(kept[by_width[end]].columns) if end < len(by_width) else 0
        if end == len(by_width) or (end + 1 - begin) * CORNERS * max(wider, 1) > _MOST_COUNTS:
            yield by_width[begin:end]
            begin = end


def _pass(kept: Sequence[KeptCheck], model: Model, own: UserTables) -> Iterator[NewScore]:
    scores = _scores(cornered_batch([one.columns for one in kept]), model, kept)
    values = [_values(one, scores, place) for place, one in enumerate(kept)]
    known = [
        defaultdict(lambda: nan, {k: nan if v is None else v for k, v in each.items()}) for each in values
    ]
    table = load_table(own.thresholds)
    given = _columns(known, {condition.name for row in table for condition in row.when} | {"score"})
    fits = [answers(own.search, each, one.price_asked) for each, one in zip(known, kept, strict=True)]
    given |= fit_inputs(fits)
    rows, codes = decide(given, table), trust_codes(given, table)
    for place, (row, code) in enumerate(zip(rows, codes, strict=True)):
        middle = float(scores.middle[place])
        yield NewScore(
            suspicion=(
                round(middle, 1),
                round(float(scores.low[place]), 1),
                round(float(scores.high[place]), 1),
            ),
            verdict=table[row].code,
            trust=code,
            trust_word=None if code == "unknown" else level(middle, own.thresholds),
            values=values[place],
        )


def _scores(batch: Batch, model: Model, kept: Sequence[KeptCheck]) -> Scores:
    columns: Columns = measure(batch)
    return score(columns, model, CORNERS, [one.ruled_innocent for one in kept])


def _values(one: KeptCheck, scores: Scores, place: int) -> dict[str, float | None]:
    ends = (scores.middle, scores.low, scores.seen_high)
    return dict(one.values) | {name: float(end[place]) for name, end in zip(_FROM_SCORES, ends, strict=True)}


def _columns(known: Sequence[Mapping[str, float]], names: Collection[str]) -> dict[str, FloatArray]:
    return {name: np.array([each[name] for each in known], dtype=np.float64) for name in names}
