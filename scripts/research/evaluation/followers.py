"""Is this follower suspicious, from what a row of the dialog shows? has_pic and the digits of the user name."""

from __future__ import annotations

import numpy as np

from scripts.research.evaluation import Predictions, Table, Task
from scripts.research.fitting.followers import columns_of
from server.samples.row_model import FITTED, probability, row_model

READS = ("has_pic", "username_len", "username_digits", "trail_digits")


def predict(table: Table) -> Predictions:
    model = row_model()
    weights = np.array([model.weights[name] for name in FITTED])
    points = np.array([columns_of(row) for row in table.rows], np.float64).reshape(-1, len(FITTED)) @ weights
    score = np.array([probability(one, model) for one in points], np.float64)
    return Predictions(score, points >= model.threshold, score, model.prior)


TASKS = {"followers": Task("suspicious rows of a follower list", "fake", predict, READS)}
