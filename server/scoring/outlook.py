"""What a step could do to the verdict: the table asked again as if its evidence had come out at either end."""

from __future__ import annotations

from collections.abc import Collection, Mapping

import numpy as np
from numpy.typing import NDArray

from server.metrics.arrays import FloatArray
from server.scoring.model import Model
from server.scoring.scorecard import Scores, points
from server.scoring.verdict import Row, first_row

Outcome = dict[str, float]
"""Inputs of the table that a step fills, beside the score."""


def could_change(
    asked: Mapping[str, FloatArray],
    table: tuple[Row, ...],
    scores: Scores,
    model: Model,
    step: tuple[Collection[str], Outcome, Outcome],
) -> bool:
    """Whether the word of the first creator becomes another one where the step turns out clean, or against them.

    ``step``: its signals, and what else of the table it fills, at the clean and at the other end.
    """
    now = {name: column.item(0) for name, column in asked.items()}
    present = table[first_row(now, table)].code
    ids, *ends = step
    shown = np.array([signal.id in ids for signal in model.signals])
    for end, filled in enumerate(ends):
        score, low = _scores(scores, model, shown, end)
        values = now | filled
        values |= {"score": score, "low": low, "seen_high": max(score, values["seen_high"] if end else score)}
        if table[first_row(values, table)].code != present:
            return True
    return False


def _scores(scores: Scores, model: Model, shown: NDArray[np.bool_], end: int) -> tuple[float, float]:
    """The score with the signals that the step shows at one end, and its low end: all that stays unseen clean."""
    clean, end_of_each = model.layout.missing[0, :, 0], model.layout.missing[end, :, 0]
    middle = np.where(shown, end_of_each, scores.contributions[:, 0])
    low = np.where(np.isnan(scores.values[:, 0]) & ~shown, clean, middle)
    found = points(np.array([middle, low])[..., None], model)
    return found.item(0), found.item(1)
