"""Is this follower suspicious, from what a row of the dialog shows? has_pic and the shape of the user name."""

from __future__ import annotations

import numpy as np

from scripts.evaluation import Predictions, Table, Task
from scripts.fitting.followers import shape_of
from server.samples.row_model import probability, row_model

READS = ("has_pic", "username_len", "alpha_ratio", "trail_digits")


def predict(table: Table) -> Predictions:
    model = row_model()
    score = np.array([probability(shape_of(row), model) for row in table.rows], np.float64)
    return Predictions(score, score >= model.threshold, score, model.prior)


TASKS = {"followers": Task("suspicious rows of a follower list", "fake", predict, READS)}
