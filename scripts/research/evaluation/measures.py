"""AUC, F1, accuracy, Brier score and calibration error, each with a bootstrap interval. Numpy only, fixed seed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]
BINS = 10
SEED = 7
MAX_WORK = 2_000_000
"""Rows times resamples: large sets need fewer resamples for the same two digits."""


@dataclass(frozen=True, slots=True)
class Truth:
    """Labelled rows, one entry each."""

    y: Bools
    score: Floats
    decided: Bools
    probability: Floats | None
    """At ``prior``, like everything weighted here."""
    prior: float

    def take(self, rows: NDArray[np.intp]) -> Truth:
        probability = None if self.probability is None else self.probability[rows]
        return Truth(self.y[rows], self.score[rows], self.decided[rows], probability, self.prior)

    def weights(self) -> Floats:
        """Weights that make the share of positives ``prior``; they sum to 1."""
        positive = self.y.mean()
        if positive in (0, 1):
            return np.full(len(self.y), 1 / len(self.y))
        weights = np.where(self.y, self.prior / positive, (1 - self.prior) / (1 - positive))
        return np.asarray(weights / len(self.y))


@dataclass(frozen=True, slots=True)
class Measured:
    value: float
    low: float
    high: float


def auc(t: Truth) -> float:
    """Probability that a positive row scores above a negative one, ties half (Mann-Whitney)."""
    _, place, counts = np.unique(t.score, return_inverse=True, return_counts=True)
    rank = (np.cumsum(counts) - (counts - 1) / 2)[place]
    positives = int(t.y.sum())
    negatives = len(t.y) - positives
    if not positives or not negatives:
        return float("nan")
    return float((rank[t.y].sum() - positives * (positives + 1) / 2) / (positives * negatives))


def f1(t: Truth) -> float:
    total = int(t.y.sum()) + int(t.decided.sum())
    return 2 * int((t.y & t.decided).sum()) / total if total else float("nan")


def accuracy(t: Truth) -> float:
    return float((t.y == t.decided).mean())


def brier(t: Truth) -> float:
    """Mean squared error of the probability at the prior."""
    return float((t.weights() * (_known(t) - t.y) ** 2).sum())


def brier_skill(t: Truth) -> float:
    """1 minus the Brier score over that of always saying the prior."""
    return 1 - brier(t) / (t.prior * (1 - t.prior))


def ece(t: Truth) -> float:
    """Expected calibration error at the prior: mean gap between stated and true share over ten equal-count bins."""
    probability, weights = _known(t), t.weights()
    edges = np.unique(np.quantile(probability, np.linspace(0, 1, BINS + 1)[1:-1]))
    bins = np.searchsorted(edges, probability, side="right")
    gaps = np.bincount(bins, weights * (probability - t.y), BINS)
    return float(np.abs(gaps).sum())


MEASURES: dict[str, Callable[[Truth], float]] = {"AUC": auc, "F1": f1, "accuracy": accuracy}
CALIBRATION: dict[str, Callable[[Truth], float]] = {"Brier": brier, "Brier skill": brier_skill, "ECE": ece}


def at_prior(probability: Floats, old: float, new: float) -> Floats:
    """Probabilities that held where a share ``old`` is positive, restated for a share ``new`` (Bayes)."""
    clipped = np.clip(probability, 1e-9, 1 - 1e-9)
    odds = clipped / (1 - clipped) * (new / (1 - new)) / (old / (1 - old))
    return np.asarray(odds / (1 + odds))


def measure(t: Truth, groups: Sequence[str] | None = None, resamples: int = 1_000) -> dict[str, Measured]:
    """Every measure with its 95 % percentile interval; rows of a group are drawn together."""
    chosen = MEASURES | (CALIBRATION if t.probability is not None else {})
    values = {name: function(t) for name, function in chosen.items()}
    random = np.random.default_rng(SEED)
    count = int(np.clip(MAX_WORK // max(1, len(t.y)), 100, resamples))
    members = _members(groups, len(t.y))
    drawn: dict[str, list[float]] = {name: [] for name in chosen}
    for _ in range(count):
        picked = random.integers(0, len(members), len(members))
        sample = t.take(np.concatenate([members[i] for i in picked]) if groups else picked)
        for name, function in chosen.items():
            drawn[name].append(function(sample))
    return {name: _interval(values[name], drawn[name]) for name in chosen}


def _interval(value: float, drawn: Sequence[float]) -> Measured:
    known = np.array(drawn)[np.isfinite(drawn)]
    if not len(known):
        return Measured(value, float("nan"), float("nan"))
    low, high = np.percentile(known, [2.5, 97.5])
    return Measured(value, float(low), float(high))


def _members(groups: Sequence[str] | None, n: int) -> list[NDArray[np.intp]] | range:
    if groups is None:
        return range(n)
    _, place = np.unique(np.asarray(groups), return_inverse=True)
    return [np.flatnonzero(place == group) for group in range(place.max() + 1)]


def _known(t: Truth) -> Floats:
    if t.probability is None:
        raise ValueError("no probabilities to judge")
    return t.probability
