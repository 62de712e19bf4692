"""How much one row of a followers dialog looks like a machine's: its photo, the shape of its handle, its full name.

Photo and digits are fitted on SRF Data 2017 (CC BY-SA 4.0). That set has no names, so letters are judged by pairs of
letters in names of many languages (lists of our own). One row says little; what many rows share says more
(server.samples.row_patterns).
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from importlib import resources
from math import exp
from typing import Any

from msgspec import Struct

from server.facts import FollowerRow
from server.samples.handles import Letters, Shape, shape_of
from server.samples.intervals import Detector

VERSION = "2026.12"
"""Counts that another version of this model made are not comparable."""
FITTED = ("no_photo", "two_digits", "three_digits", "digit_share")
JUDGED = (
    "letters",
    "most_letters",
    "consonants",
    "no_name",
    "stem",
    "same_shape",
    "bare_block",
    "no_photo_block",
)


class RowModel(Struct, frozen=True):
    weights: Mapping[str, float]
    """Log-odds of FITTED and JUDGED."""
    intercept: float
    prior: float
    """Share of suspicious rows at which the probabilities hold."""
    threshold: float
    """Log-odds above the intercept from which a row shows signs."""
    letters: Letters
    detector: Detector
    """How often rows show signs, and how much that differs between lists."""


@cache
def row_model() -> RowModel:
    """The shipped model; read once."""
    raw: dict[str, Any] = json.loads(
        resources.files(__package__).joinpath("follower_model.json").read_text("utf-8")
    )
    return from_json(raw)


def from_json(raw: dict[str, Any]) -> RowModel:
    return RowModel(
        weights={name: entry["weight"] for name, entry in raw["weights"].items()},
        intercept=raw["intercept"],
        prior=raw["prior"],
        threshold=raw["threshold"],
        letters=tuple(tuple(centi / 100 for centi in row) for row in raw["letters"]["table"]),
        detector=Detector(
            sensitivity=raw["sensitivity"]["value"],
            sensitivity_spread=raw["sensitivity"]["spread"],
            specificity=raw["specificity"]["value"],
            specificity_spread=raw["specificity"]["spread"],
        ),
    )


def digit_levels(no_photo: bool, length: int, odd_digits: int, two_digits: bool) -> tuple[float, ...]:
    """The columns FITTED: no photo, two digits (own level, weighs nothing), three or more, and their share."""
    many = odd_digits >= 3
    return float(no_photo), float(two_digits), float(many), odd_digits / max(1, length) if many else 0.0


def row_shape(row: FollowerRow, model: RowModel) -> Shape:
    return shape_of(row.username, row.full_name, model.letters)


def name_points(shape: Shape, model: RowModel) -> float:
    """Log-odds of the handle alone."""
    w = model.weights
    _, _, many, share = digit_levels(
        no_photo=False, length=shape.length, odd_digits=shape.odd_digits, two_digits=False
    )
    letters = min(w["most_letters"], w["letters"] * max(0.0, shape.odd_letters))
    run = w["consonants"] * max(0, shape.consonants - 4)
    return many * w["three_digits"] + share * w["digit_share"] + letters + run


def row_points(row: FollowerRow, shape: Shape, model: RowModel) -> float:
    """Log-odds of the row by itself; what was not shown weighs nothing, a verified account is nobody's machine."""
    if row.is_verified:
        return 0.0
    points = name_points(shape, model)
    if row.has_photo is False:
        points += model.weights["no_photo"]
        points += model.weights["no_name"] * is_nameless(row)
    return points


def is_nameless(row: FollowerRow) -> bool:
    """Whether the row showed that there is no full name."""
    return row.full_name is not None and not row.full_name.strip()


def is_bare(row: FollowerRow) -> bool:
    """Whether the row showed that there is neither a photo nor a full name."""
    return row.has_photo is False and is_nameless(row)


def probability(points: float, model: RowModel) -> float:
    """Probability of a suspicious row at ``model.prior``."""
    return 1 / (1 + exp(-max(-60.0, min(60.0, model.intercept + points))))
