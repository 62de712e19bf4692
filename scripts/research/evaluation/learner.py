"""What a learner makes of the same signs: the measure that a scorecard with judged weights is held against.

A logistic regression over what each sign contributes by the shipped lines, so that all weights are fitted anew, on the
choosing half of the semi-synthetic set. (Over the plain values it does far worse: the lines are most of the knowledge.)
It is never shipped: the licence of that set allows no fit.
"""

from __future__ import annotations

import numpy as np

from scripts.research.evaluation import Floats, Table
from scripts.research.evaluation.creators import judged_creators
from scripts.research.fitting.logistic import fit
from server.samples.features import Features
from server.scoring.scorecard import sigmoid

STRENGTH = 0.1
"""Weight of a row's loss against the penalty: some hundred rows and some dozen columns."""
SMALLEST = 1e-9
"""Columns that vary less are the same for everybody."""


def learner_scores(chosen: Table, judged: Table, y: Floats) -> Floats:
    """Scores of ``judged``'s rows by a learner fitted on ``chosen`` with its labels ``y``."""
    known, asked = _columns(chosen), _columns(judged)
    middle, spread = known.mean(axis=0), known.std(axis=0)
    used = spread > SMALLEST
    scaled = [(x[:, used] - middle[used]) / spread[used] for x in (known, asked)]
    weights, intercept = fit(_features(scaled[0]), int(used.sum()), y, np.full(len(y), STRENGTH))
    return sigmoid((scaled[1] * weights).sum(axis=1) + intercept)


def _columns(table: Table) -> Floats:
    """(rows, signs): log-odds, 0 where nothing is known."""
    return judged_creators(table.rows).scores.contributions.T


def _features(x: Floats) -> Features:
    rows, columns = x.shape
    return Features(rows, np.repeat(np.arange(rows), columns), np.tile(np.arange(columns), rows), x.ravel())
