"""How much one row of a followers dialog looks like a bought follower: photo and shape of the user name only.

Fitted on SRF Data 2017 (CC BY-SA 4.0); one row says little (see the AUC in the model file), many rows together do.
Full names are not in that set, so they are counted elsewhere but do not move this score.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from math import exp, log1p
from typing import Any

from server.facts import FollowerRow
from server.samples.intervals import Detector


@dataclass(frozen=True, slots=True)
class RowModel:
    weights: tuple[float, ...]
    """Log-odds of each entry of :func:`row_shape`."""
    intercept: float
    prior: float
    """Share of suspicious rows at which the probabilities hold."""
    threshold: float
    """Probability from which a row shows signs."""
    detector: Detector
    """How often rows show signs, measured on held-out rows of the set it was fitted on."""


@cache
def row_model() -> RowModel:
    """The shipped model; read once."""
    raw: dict[str, Any] = json.loads(
        resources.files(__package__).joinpath("follower_model.json").read_text("utf-8")
    )
    return from_json(raw)


def from_json(raw: dict[str, Any]) -> RowModel:
    return RowModel(
        weights=tuple(raw["weights"].values()),
        intercept=raw["intercept"],
        prior=raw["prior"],
        threshold=raw["threshold"],
        detector=Detector(
            sensitivity=raw["sensitivity"]["value"],
            n_positive=raw["sensitivity"]["n"],
            specificity=raw["specificity"]["value"],
            n_negative=raw["specificity"]["n"],
        ),
    )


def shape(has_photo: bool, length: int, non_letters: int, trailing_digits: int) -> tuple[float, float, float]:
    """(no photo, share of the user name that is no letter, log of one plus its trailing digits)."""
    return float(not has_photo), non_letters / max(1, length), log1p(trailing_digits)


def row_shape(row: FollowerRow) -> tuple[float, float, float]:
    """:func:`shape` of a row; a photo that was not shown counts as there, because hardly anybody has none."""
    name = row.username.lower()
    letters = sum("a" <= character <= "z" for character in name)
    trailing = len(name) - len(name.rstrip("0123456789"))
    return shape(row.has_photo is not False, len(name), len(name) - letters, trailing)


def probability(shape_of_row: Sequence[float], model: RowModel) -> float:
    """Probability of a suspicious row at ``model.prior``."""
    logit = model.intercept + sum(w * x for w, x in zip(model.weights, shape_of_row, strict=True))
    return 1 / (1 + exp(-max(-60.0, min(60.0, logit))))


def shows_signs(row: FollowerRow, model: RowModel) -> bool:
    return probability(row_shape(row), model) >= model.threshold
