"""What the choices of weights are worth on rows that they have not seen: choosing is repeated within each fold.

The free choices of the scorecard (how strongly low engagement, flat likes and missing comments weigh) are made anew on
four fifths of the rows by AUC, and the fifth is scored with what was chosen there. Rows of one id share a fold.
"""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256
from itertools import product

import numpy as np
from msgspec.structs import replace

from scripts.research.evaluation import Floats, Table
from scripts.research.evaluation.creators import judged_creators
from scripts.research.evaluation.measures import Truth, auc
from server.scoring.model import Model, load_model

FOLDS = 5
CHOICES = {
    "rate_low": (0.5, 1.0, 1.5),
    "likes_flatter_than_comments": (0.0, 1.0, 2.0),
    "few_comments": (0.67, 1.0, 1.33),
}
"""Factors on the shipped weights."""


def variants(model: Model) -> Iterator[Model]:
    """Every combination of the choices."""
    for factors in product(*CHOICES.values()):
        yield _scaled(model, dict(zip(CHOICES, factors, strict=True)))


def nested_scores(table: Table, column: str) -> Floats:
    """Probabilities of every row by what was chosen without its fold, (n,)."""
    y = table.numbers("manipulated") == 1
    fold = np.array([sha256(row[column].encode()).digest()[1] % FOLDS for row in table.rows])
    scores = np.array([judged_creators(table.rows, m).scores.middle / 100 for m in variants(load_model())])
    found = np.zeros(len(y))
    for k in range(FOLDS):
        seen = fold != k
        best = int(np.argmax([_auc(y[seen], one[seen]) for one in scores]))
        found[~seen] = scores[best][~seen]
    return found


def _auc(y: np.ndarray[tuple[int], np.dtype[np.bool_]], score: Floats) -> float:
    return auc(Truth(y, score, score > 0, None, 0.5))


def _scaled(model: Model, factors: dict[str, float]) -> Model:
    weights = dict(model.weights)
    for name, factor in factors.items():
        weight = weights[name]
        low, high = weight.missing
        points = tuple((x, factor * y) for x, y in weight.points)
        weights[name] = replace(weight, points=points, missing=(factor * low, factor * high))
    return replace(model, weights=weights)
