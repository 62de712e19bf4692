"""Creators: is this one manipulated (semi-synthetic set), and how many real ones does Soi accuse (flagged)?"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from scripts.evaluation import Predictions, Table, Task, creators
from server.scoring.model import load_model

CALLED_OUT = ("risky", "look_closer")


def predict_creators(table: Table) -> Predictions:
    return _predictions(creators.creators(table.rows))


def predict_flagged(table: Table) -> Predictions:
    """Rows of an influencers file with the posts file beside it; without that file, from the header alone."""
    rows = [{"aid": "", **row} for row in table.rows]
    try:
        posts = creators.posts_beside(table.path)
    except FileNotFoundError:
        posts = {}
    return _predictions(creators.flagged(rows, posts))


def _predictions(judged: Sequence[creators.Prediction]) -> Predictions:
    score = np.array([one.score for one in judged], np.float64)
    verdict = [one.verdict for one in judged]
    decided = np.isin(np.array(verdict, dtype=str), CALLED_OUT)
    return Predictions(score, decided, score, load_model().prior, verdict)


TASKS = {
    "creators": Task("manipulated creators", "manipulated", predict_creators),
    "flagged": Task("verdicts on real influencers, with the posts file beside", "manipulated", predict_flagged),
}
