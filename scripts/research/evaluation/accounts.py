"""Is this account fake, from its header? A report on how far such a model carries; Soi shows no such score."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

import numpy as np

from scripts.research.evaluation import Predictions, Table, Task
from scripts.research.fitting.accounts import MODEL, shape_of
from scripts.research.fitting.logistic import sigmoid

READS = ("followers", "following", "posts", "has_pic", "digit_ratio", "bio_len")


@cache
def model() -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads(MODEL.read_text(encoding="utf-8"))
    return loaded


def predict(table: Table) -> Predictions:
    card = model()
    weights = np.array(list(card["weights"].values()))
    typical = np.array(list(card["typical"].values()))
    shapes = np.array([shape_of(row) for row in table.rows]).reshape(-1, len(weights))
    known = np.where(np.isnan(shapes), typical, shapes)
    score = sigmoid((known * weights).sum(axis=1) + card["intercept"])
    return Predictions(score, score >= card["prior"], score, card["prior"])


TASKS = {"accounts": Task("fake accounts, from the header", "fake", predict, READS)}
