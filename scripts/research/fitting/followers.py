"""Fits the row model of followers: photo and digits on SRF Data 2017 (CC BY-SA 4.0) by ridge logistic regression.

Letters, full names and patterns across rows are in no labelled set: their weights are judged, with a reason each.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from scripts.research.fitting import letters
from scripts.research.fitting.logistic import Floats, sigmoid
from server.samples.row_model import FITTED, digit_levels

RIDGE = 10.0
FOLDS, SEED = 5, 1
THRESHOLD = 2.0
"""Log-odds from which a row shows signs: no photo alone, no photo with no name, and three digits on a long handle stay
below it; four digits on an ordinary one, or letters drawn at random, pass it."""
JUDGED = {
    "letters": (
        1.5,
        "a handle's letters at random against names, in log-odds; steeper, since few pairs stand between",
    ),
    "most_letters": (3.0, "cap of the letters: names of a language that is in no list look random as well"),
    "consonants": (0.4, "each consonant of a run beyond four, digraphs counted as one"),
    "no_name": (0.5, "beside a missing photo only: a name is missing on every eighth honest row"),
    "stem": (1.2, "one stem with odd numbers on 4 % of the rows"),
    "same_shape": (0.8, "one pattern of odd letters and digits on 6 % of the rows"),
    "bare_block": (1.2, "more rows without photo and name than lists of people have"),
    "no_photo_block": (1.3, "more than a fifth of the list without a photo, for sure"),
}
DETECTOR = {
    "sensitivity": {
        "value": 0.82,
        "spread": 0.15,
        "source": "judged on invented lists, tuning half: .5 to 1 by kind",
    },
    "specificity": {"value": 0.965, "spread": 0.03, "source": "judged likewise: .9 to 1 by culture and list"},
}
"""Rates of the flag, and their standard deviation between kinds of bots, cultures and lists."""


def read(srf: Path) -> tuple[Floats, NDArray[np.int64]]:
    """Columns FITTED (n, 4) and labels (n,) of a followers file."""
    with srf.open(encoding="utf-8-sig", newline="") as handle:
        rows = list(csv.DictReader(handle))
    return np.array([columns_of(row) for row in rows]), np.array([int(row["fake"]) for row in rows])


def columns_of(row: Mapping[str, str]) -> tuple[float, ...]:
    """FITTED from the columns of a followers file; an empty cell counts as nothing unusual.

    The set has no handles: a year of birth cannot be told there from four digits.
    """
    digits, trailing = _number(row, "username_digits", -1), _number(row, "trail_digits", 0)
    length = _number(row, "username_len", 0)
    counted = trailing if digits < 0 else digits
    has_photo = _number(row, "has_pic", 1) != 0
    return digit_levels(not has_photo, round(length), round(counted) if counted > 2 else 0, trailing == 2)


def fit(x: Floats, y: NDArray[Any]) -> tuple[Floats, float]:
    """Weights (4,) of FITTED and intercept.

    Two digits are a level of their own in the fit, so that they move no other weight, and weigh nothing afterwards.
    """
    weights, intercept = ridge(x, y)
    weights[FITTED.index("two_digits")] = 0.0
    return weights, intercept


def ridge(x: Floats, y: NDArray[Any]) -> tuple[Floats, float]:
    """Weights (m,) on the raw columns and intercept; ridge on standardised columns, by Newton's method."""
    mean, spread = x.mean(axis=0), x.std(axis=0) + 1e-9
    design = np.column_stack([(x - mean) / spread, np.ones(len(x))])
    penalty = RIDGE * np.diag([1.0] * x.shape[1] + [0.0])
    theta = np.zeros(design.shape[1])
    for _ in range(30):
        p = sigmoid(design @ theta)
        gradient = design.T @ (p - y) + penalty @ theta
        theta -= np.linalg.solve((design * (p * (1 - p))[:, None]).T @ design + penalty, gradient)
    weights = theta[:-1] / spread
    return weights, float(theta[-1] - (weights * mean).sum())


def stratified_folds(y: NDArray[Any], seed: int, k: int = FOLDS) -> NDArray[np.int64]:
    random = np.random.default_rng(seed)
    fold = np.zeros(len(y), np.int64)
    for label in (0, 1):
        places = random.permutation(np.flatnonzero(y == label))
        fold[places] = np.arange(len(places)) % k
    return fold


def held_out_scores(x: Floats, y: NDArray[Any], seed: int) -> Floats:
    """Log-odds of held-out rows without the folds' intercepts, which leak the held-out labels' share."""
    fold = stratified_folds(y, seed)
    scores = np.zeros(len(y))
    for k in range(FOLDS):
        weights, _ = fit(x[fold != k], y[fold != k])
        scores[fold == k] = x[fold == k] @ weights
    return scores


def card(x: Floats, y: NDArray[Any]) -> dict[str, Any]:
    """The model file's content."""
    weights, intercept = fit(x, y)
    fitted = {
        name: {"weight": round(float(weight), 4), "source": "fitted on SRF 2017"}
        for name, weight in zip(FITTED, weights, strict=True)
    }
    fitted["two_digits"]["source"] = "own level in the fit, no weight: people choose two digits"
    judged = {name: {"weight": weight, "source": f"judged: {why}"} for name, (weight, why) in JUDGED.items()}
    return {
        "fitted_on": "SRF Data 2017, followers of Swiss influencers labelled by two people",
        "licence": "CC BY-SA 4.0; the fitted weights below are derived from that data",
        "n": len(y),
        "prior": round(float(y.mean()), 4),
        "weights": fitted | judged,
        "intercept": round(intercept, 4),
        "threshold": THRESHOLD,
        **DETECTOR,
        "letters": {
            "unit": "hundredths of log(chance at random / chance in names), row by first letter",
            "source": "name lists of our own, tuning half (scripts/research/handles)",
            "table": letters.table(),
        },
    }


def write(srf: Path, out: Path) -> None:
    """``follower_model.json``; a row of the letter table on a line."""
    content = card(*read(srf))
    table = content["letters"].pop("table")
    rows = ",\n".join(f"      {json.dumps(row)}" for row in table)
    text = json.dumps(content, indent=2)
    text = text.removesuffix("\n  }\n}") + f',\n    "table": [\n{rows}\n    ]\n  }}\n}}\n'
    (out / "follower_model.json").write_text(text, encoding="utf-8", newline="\n")


def _number(row: Mapping[str, str], name: str, default: float) -> float:
    text = (row.get(name) or "").strip()
    return float(text) if text else default
