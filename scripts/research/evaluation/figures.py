"""The figures of docs/scoring.md, measured on the judging half of the labelled files in a folder (halves.py)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

import numpy as np

from scripts.research.evaluation import Predictions, Table, read_table, tasks
from scripts.research.evaluation.halves import half
from scripts.research.evaluation.learner import learner_scores
from scripts.research.evaluation.measures import SEED, Truth, auc, measure
from scripts.research.evaluation.nested import nested_scores
from server.scoring.model import load_model
from server.scoring.thresholds import table_version
from server.scoring.verdict_codes import CODES

SEMISYNTHETIC = "semisynthetic_influencers_*.csv"
INFLUENCERS = "influencers_*.csv"
TRANSFER = ("accounts_*.csv",)
BINS = 10
LIMIT = 0.24
"""Where the verdict table begins to call somebody out."""


def measure_all(folder: Path) -> dict[str, Any]:
    """Everything the model card shows, as JSON. Raises FileNotFoundError where the folder lacks a set."""
    whole = read_table(_only(folder, SEMISYNTHETIC))
    semisynthetic = half(whole, "row_id", judging=True)
    found = tasks()["creators"].predictions(semisynthetic)
    clean = np.array([row["scenario"] == "clean" for row in semisynthetic.rows])
    real = {path.stem: _flagged(path) for path in sorted(folder.glob(INFLUENCERS))}
    real["clean rows of the semi-synthetic set"] = _shares(_picked(found, clean))
    return {
        "model": load_model().version,
        "verdict_table": table_version(),
        "creators": _creators(semisynthetic, found)
        | {"learner": _learner(whole, semisynthetic, found), "nested": _nested(whole)},
        "scenarios": _scenarios(semisynthetic, found, clean),
        "reliability": _reliability(_truth(semisynthetic, found)),
        "real": real | {"together": _together(list(real.values()))},
        "accounts": {path.stem: _transfer(path) for p in TRANSFER for path in sorted(folder.glob(p))},
    }


def _only(folder: Path, pattern: str) -> Path:
    paths = sorted(folder.glob(pattern))
    if not paths:
        raise FileNotFoundError(f"{folder} has no {pattern}")
    return paths[0]


def _truth(table: Table, found: Predictions, label: str = "manipulated") -> Truth:
    return Truth(table.numbers(label) == 1, found.score, found.decided, found.probability, found.prior)


def _rounded(values: dict[str, Any]) -> dict[str, Any]:
    return {name: round(float(value), 4) for name, value in values.items()}


def _creators(table: Table, found: Predictions) -> dict[str, Any]:
    truth = _truth(table, found)
    measures = {name: _rounded(asdict(m)) for name, m in measure(truth).items()}
    return {"n": len(truth.y), "manipulated": int(truth.y.sum()), "prior": found.prior, "measures": measures}


def _learner(whole: Table, judged: Table, found: Predictions) -> dict[str, Any]:
    """AUC of a learner fitted on the other half, and by how much ours is higher, by paired bootstrap."""
    chosen = half(whole, "row_id", judging=False)
    scores = learner_scores(chosen, judged, chosen.numbers("manipulated"))
    ours = _truth(judged, found)
    theirs = replace(ours, score=scores)
    random = np.random.default_rng(SEED)
    drawn = []
    for _ in range(1_000):
        picked = random.integers(0, len(ours.y), len(ours.y))
        drawn.append(auc(ours.take(picked)) - auc(theirs.take(picked)))
    low, high = np.percentile(drawn, [2.5, 97.5])
    more = _rounded({"value": auc(ours) - auc(theirs), "low": low, "high": high})
    return {"n": len(chosen.rows), "AUC": round(auc(theirs), 4), "ours more": more}


def _nested(whole: Table) -> dict[str, Any]:
    """The measures on all rows, each scored by choices that were made without its fold."""
    scores = nested_scores(whole, "row_id")
    prior = load_model().prior
    truth = Truth(whole.numbers("manipulated") == 1, scores, scores >= LIMIT, scores, prior)
    measures = {
        name: _rounded(asdict(m))
        for name, m in measure(truth).items()
        if name in ("AUC", "ECE", "Brier skill")
    }
    return {"n": len(whole.rows), "measures": measures}


def _scenarios(table: Table, found: Predictions, clean: Any) -> dict[str, Any]:
    names = np.array([row["scenario"] for row in table.rows])
    truth = _truth(table, found)
    result = {}
    for name in sorted(set(names) - {"clean"}):
        chosen = np.flatnonzero(clean | (names == name))
        shares = _shares(_picked(found, names == name))
        result[name] = {"AUC": round(auc(truth.take(chosen)), 4), **shares}
    return result


def _picked(found: Predictions, chosen: Any) -> list[str]:
    verdicts: Sequence[str] = found.verdict or ()
    return [verdict for verdict, taken in zip(verdicts, chosen, strict=True) if taken]


def _shares(verdicts: list[str]) -> dict[str, Any]:
    """Share of each verdict."""
    return {"n": len(verdicts)} | {code: round(verdicts.count(code) / len(verdicts), 4) for code in CODES}


def _flagged(path: Path) -> dict[str, Any]:
    return _shares(
        list(tasks()["flagged"].predictions(half(read_table(path), "aid", judging=True)).verdict or ())
    )


def _together(sets: list[dict[str, Any]]) -> dict[str, Any]:
    n = sum(one["n"] for one in sets)
    return {"n": n} | {code: round(sum(one["n"] * one[code] for one in sets) / n, 4) for code in CODES}


def _transfer(path: Path) -> dict[str, Any]:
    table, task = read_table(path), tasks()["accounts"]
    truth = _truth(table, task.predictions(table), task.label)
    return {
        "n": len(truth.y),
        **{name: _rounded(asdict(m)) for name, m in measure(truth).items() if name == "AUC"},
    }


def _reliability(truth: Truth) -> list[dict[str, Any]]:
    """Stated against observed share at the prior, in ten equally wide bins; empty ones left out."""
    if truth.probability is None:
        return []
    weights = truth.weights()
    place = np.minimum((truth.probability * BINS).astype(int), BINS - 1)
    bins = []
    for number in range(BINS):
        chosen = place == number
        weight = float(weights[chosen].sum())
        if weight > 0:
            stated = float((weights * truth.probability)[chosen].sum()) / weight
            observed = float((weights * truth.y)[chosen].sum()) / weight
            bins.append({"n": int(chosen.sum()), "stated": round(stated, 4), "observed": round(observed, 4)})
    return bins
