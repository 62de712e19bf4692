"""The figures of docs/scoring.md, measured on the labelled files in a folder."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

import numpy as np

from scripts.evaluation import Predictions, Table, read_table, tasks
from scripts.evaluation.measures import Truth, auc, measure
from server.scoring.model import load_model
from server.scoring.thresholds import table_version
from server.scoring.verdict import CODES

SEMISYNTHETIC = "semisynthetic_influencers_*.csv"
INFLUENCERS = "influencers_*.csv"
TRANSFER = ("accounts_*.csv",)
BINS = 10


def measure_all(folder: Path) -> dict[str, Any]:
    """Everything the model card shows, as JSON. Raises FileNotFoundError where the folder lacks a set."""
    semisynthetic = read_table(_only(folder, SEMISYNTHETIC))
    found = tasks()["creators"].predict(semisynthetic)
    clean = np.array([row["scenario"] == "clean" for row in semisynthetic.rows])
    real = {path.stem: _flagged(path) for path in sorted(folder.glob(INFLUENCERS))}
    real["clean rows of the semi-synthetic set"] = _shares(_picked(found, clean))
    return {
        "model": load_model().version,
        "verdict_table": table_version(),
        "creators": _creators(semisynthetic, found),
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
    return _shares(list(tasks()["flagged"].predict(read_table(path)).verdict or ()))


def _together(sets: list[dict[str, Any]]) -> dict[str, Any]:
    n = sum(one["n"] for one in sets)
    return {"n": n} | {code: round(sum(one["n"] * one[code] for one in sets) / n, 4) for code in CODES}


def _transfer(path: Path) -> dict[str, Any]:
    table, task = read_table(path), tasks()["accounts"]
    truth = _truth(table, task.predict(table), task.label)
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
