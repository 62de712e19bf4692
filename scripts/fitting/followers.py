"""Fits the row model of followers on SRF Data 2017 (CC BY-SA 4.0): three weights, ridge logistic regression."""

from __future__ import annotations

import csv
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from scripts.fitting.logistic import Floats, sigmoid
from server.samples.row_model import shape

NAMES = ("no_photo", "non_letter_share", "log_trailing_digits")
RIDGE = 10.0
FOLDS, REPEATS, SEED = 5, 20, 1
TYPICAL_SHARE = 0.2
"""The threshold is chosen for the narrowest interval at this share of suspicious followers (SRF: median 14-20 %)."""


def read(srf: Path) -> tuple[Floats, NDArray[np.int64]]:
    """Shapes (n, 3) and labels (n,) of a followers file."""
    with srf.open(encoding="utf-8-sig", newline="") as handle:
        rows = list(csv.DictReader(handle))
    return np.array([shape_of(row) for row in rows]), np.array([int(row["fake"]) for row in rows])


def shape_of(row: Mapping[str, str]) -> tuple[float, float, float]:
    """The row model's shape from the columns of a followers file; an empty cell counts as nothing unusual."""
    length = _number(row, "username_len", 0)
    letters = _number(row, "alpha_ratio", 1) * length
    has_photo = _number(row, "has_pic", 1) != 0
    return shape(has_photo, round(length), round(length - letters), round(_number(row, "trail_digits", 0)))


def fit(x: Floats, y: NDArray[Any]) -> tuple[Floats, float]:
    """Weights (3,) on the raw columns and intercept; ridge on standardised columns, by Newton's method."""
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


def best_threshold(scores: Floats, y: NDArray[Any]) -> float:
    """The cut with the narrowest interval of the share: power over the spread of the observed share."""
    cuts = np.unique(scores)[1:]
    hits = (scores[None, y == 1] >= cuts[:, None]).mean(axis=1)
    alarms = (scores[None, y == 0] >= cuts[:, None]).mean(axis=1)
    observed = TYPICAL_SHARE * hits + (1 - TYPICAL_SHARE) * alarms
    gain = (hits - alarms) / np.sqrt(observed * (1 - observed) + 1e-9)
    return float(cuts[np.argmax(gain)])


def held_out_rates(x: Floats, y: NDArray[Any], repeats: int = REPEATS) -> tuple[float, float]:
    """Sensitivity and specificity on held-out rows; weights and threshold come from the other folds."""
    hits = np.zeros(len(y))
    for seed in range(repeats):
        fold = stratified_folds(y, seed)
        for k in range(FOLDS):
            known, asked = fold != k, fold == k
            weights, _ = fit(x[known], y[known])
            cut = best_threshold(x[known] @ weights, y[known])
            hits[asked] += x[asked] @ weights >= cut
    return float(hits[y == 1].mean() / repeats), float(1 - hits[y == 0].mean() / repeats)


def card(x: Floats, y: NDArray[Any]) -> dict[str, Any]:
    """The model file's content."""
    weights, intercept = fit(x, y)
    cut = best_threshold(x @ weights, y)
    sensitivity, specificity = held_out_rates(x, y)
    return {
        "fitted_on": "SRF Data 2017, followers of Swiss influencers labelled by two people",
        "licence": "CC BY-SA 4.0; the weights below are derived from that data",
        "n": len(y),
        "prior": round(float(y.mean()), 4),
        "weights": dict(zip(NAMES, np.round(weights, 4).tolist(), strict=True)),
        "intercept": round(intercept, 4),
        "threshold": round(float(sigmoid(np.array(cut + intercept - 1e-3))), 4),
        "sensitivity": {"value": round(sensitivity, 4), "n": int(y.sum())},
        "specificity": {"value": round(specificity, 4), "n": int((y == 0).sum())},
    }


def write(srf: Path, out: Path) -> None:
    """``follower_model.json``."""
    text = json.dumps(card(*read(srf)), indent=2) + "\n"
    (out / "follower_model.json").write_text(text, encoding="utf-8", newline="\n")


def _number(row: Mapping[str, str], name: str, default: float) -> float:
    text = (row.get(name) or "").strip()
    return float(text) if text else default
