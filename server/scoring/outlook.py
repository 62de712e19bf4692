"""What a step could do to the verdict: the table asked again as if its evidence had come out at either end."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from server.metrics.arrays import FloatArray
from server.scoring.model import Model
from server.scoring.scorecard import Scores, points
from server.scoring.verdict import Row, first_row
from server.scoring.verdict_codes import VerdictCode

StepInputs = dict[str, float]
"""Inputs of the table that a step fills, beside the score."""
_ENDS = (0, 1)
"""Clean, and against them."""


class Decided(Struct, frozen=True):
    """How the verdict of one creator came out, so that a step can be tried on it."""

    asked: Mapping[str, float]
    table: tuple[Row, ...]
    code: VerdictCode
    scores: Scores


class Trial(Struct, frozen=True):
    """One step tried on one creator."""

    how: Decided
    shows: NDArray[np.bool_]
    """The signals that the step shows, (s,)."""
    fills: tuple[StepInputs, StepInputs]
    """What else of the table it fills, at the clean and at the other end."""


def could_change(trials: Sequence[Trial], model: Model) -> list[bool]:
    """Whether the word becomes another one where the step turns out clean, or against them: of every trial."""
    if not trials:
        return []
    middle, low = _scores(trials, model).tolist()
    return [
        any(_word(trial, end, middle[end][at], low[end][at]) != trial.how.code for end in _ENDS)
        for at, trial in enumerate(trials)
    ]


def _word(trial: Trial, end: int, score: float, low: float) -> VerdictCode:
    asked = trial.how.asked
    seen_high = max(score, asked["seen_high"] if end else score)
    values = {**asked, **trial.fills[end], "score": score, "low": low, "seen_high": seen_high}
    return first_row(values, trial.how.table).code


def _scores(trials: Sequence[Trial], model: Model) -> FloatArray:
    """With the signals that a step shows at either end the score, and its low end, all that stays unseen clean:
    (2, 2, trials)."""
    shown = np.array([trial.shows for trial in trials]).T
    contributions = np.concatenate([trial.how.scores.contributions for trial in trials], axis=1)
    unseen = np.isnan(np.concatenate([trial.how.scores.values for trial in trials], axis=1))
    ends = model.layout.missing
    middle = np.where(shown, ends, contributions)
    low = np.where(unseen & ~shown, ends[0], middle)
    return points(np.array([middle, low]), model)
