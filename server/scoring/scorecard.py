"""The additive scorecard: prior + contributions in log-odds, with a range, for any number of creators at once.

Unknown is never clean: a signal without a value adds nothing to the middle and all that it could add to the range. The
range's ends are true ones: the scores that come out if all that was not seen turns out as clean, or as bad, as the
groups' caps allow. Taking evidence away therefore only moves them outwards.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from math import log

import numpy as np
from msgspec import Struct

from server.metrics.arrays import FloatArray, bounded
from server.metrics.columns import Columns
from server.scoring.model import CurveArrays, Model

_LOGIT_LIMIT = 30.0
"""Beyond this a probability is 0 or 1 in print, and exp would overflow far beyond."""


class Scores(Struct, frozen=True):
    """Suspicion of n creators, in points from 0 to 100, and what each of s signals gave."""

    middle: FloatArray
    low: FloatArray
    high: FloatArray
    """(n,)."""
    seen_low: FloatArray
    seen_high: FloatArray
    """What the rounding of the counts alone leaves open, (n,)."""
    unseen: FloatArray
    """Share of the evidence that was not seen, 0 to 1, (n,)."""
    unseen_of: FloatArray
    """The part of ``unseen`` that each signal has, (s, n)."""
    values: FloatArray
    contributions: FloatArray
    """(s, n), in the order of the model's signals; a value is NaN where the evidence is missing."""

    def of(self, place: int) -> Scores:
        """Those of one creator."""
        one = slice(place, place + 1)
        return Scores(
            middle=self.middle[one],
            low=self.low[one],
            high=self.high[one],
            seen_low=self.seen_low[one],
            seen_high=self.seen_high[one],
            unseen=self.unseen[one],
            unseen_of=self.unseen_of[:, one],
            values=self.values[:, one],
            contributions=self.contributions[:, one],
        )


def score(
    columns: Columns, model: Model, corners: int = 1, ruled_innocent: Sequence[Collection[str]] = ()
) -> Scores:
    """Score a batch.

    ``columns`` has corners * n rows: n creators as shown, then the same n at each corner of what the rounding of
    their counts allows. The range covers all corners. ``ruled_innocent``: the signals that the marketer called innocent
    of each creator; nothing where of nobody any was.
    """
    layout = model.layout
    values = np.array([signal.measure(*[columns[name] for name in signal.reads]) for signal in model.signals])
    known = np.isfinite(values)
    weighed = np.where(known, _evidence(columns, layout), 0.0)
    contributions = weighed * _piecewise(np.where(known, values, 0.0), layout)
    cleanest, worst = contributions + (1.0 - weighed) * layout.missing
    if any(ruled_innocent):
        each = [[signal.id in ruled for ruled in ruled_innocent] for signal in model.signals]
        innocent = np.tile(np.array(each), corners)
        contributions, worst = (np.where(innocent, np.minimum(x, 0.0), x) for x in (contributions, worst))
    by_corner, cleanest, worst = (
        x.reshape(len(contributions), corners, -1) for x in (contributions, cleanest, worst)
    )
    n = by_corner.shape[-1]
    ends = [by_corner.min(axis=1), by_corner.max(axis=1), cleanest.min(axis=1), worst.max(axis=1)]
    middle, seen_low, seen_high, low, high = points(np.array([by_corner[:, 0], *ends]), model)
    unseen_of = layout.shares * (1.0 - weighed[:, :n])
    # Of each creator along its own numbers: so that it is added up in the same order, alone or among many.
    unseen = bounded(np.add.reduce(np.ascontiguousarray(unseen_of.T), axis=-1), 0.0, 1.0)
    return Scores(
        middle=middle,
        low=low,
        high=high,
        seen_low=seen_low,
        seen_high=seen_high,
        unseen=unseen,
        unseen_of=unseen_of,
        values=values[:, :n],
        contributions=by_corner[:, 0],
    )


def _evidence(columns: Columns, layout: CurveArrays) -> FloatArray:
    """How fully each signal weighs, 0 to 1, (s, rows)."""
    plenty = np.full(len(columns["followers"]), np.inf)
    amounts = np.array([*(columns[name] for name in layout.amounts), plenty])[layout.amount_of]
    share: FloatArray = bounded(np.where(np.isnan(amounts), 0.0, amounts) / layout.full, 0.0, 1.0)
    return share


def _piecewise(values: FloatArray, layout: CurveArrays) -> FloatArray:
    """Log-odds on each signal's line, (s, rows)."""
    odds = np.broadcast_to(layout.start, values.shape).copy()
    for knots, widths, slopes in zip(layout.knots, layout.widths, layout.slopes, strict=True):
        odds += slopes * bounded(values - knots, 0.0, widths)
    return odds


def points(contributions: FloatArray, model: Model) -> FloatArray:
    """Points from log-odds of each signal, (..., s, n) -> (..., n)."""
    layout = model.layout
    groups = bounded(np.add.reduceat(contributions, layout.first_of_group, axis=-2), *layout.caps)
    return 100.0 * sigmoid(log(model.prior / (1.0 - model.prior)) + groups.sum(axis=-2))


def sigmoid(logit: FloatArray) -> FloatArray:
    """1 / (1 + exp(-logit)), clamped: no overflow for any input."""
    result: FloatArray = 1.0 / (1.0 + np.exp(-bounded(logit, -_LOGIT_LIMIT, _LOGIT_LIMIT)))
    return result
