"""Measure the comment model and the row model on rows they were not fitted on; writes docs/figures/samples.json.

python scripts/research/measure_samples.py --scamspot FILE --srf FILE [--accounts FILE...] [--out docs/figures/samples.json]
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path
from typing import Any

import numpy as np

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from scripts.research.evaluation import Floats, accounts, read_table  # noqa: E402 - needs the root above
from scripts.research.evaluation.measures import Truth, measure  # noqa: E402 - needs the root above
from scripts.research.fitting import comments, followers  # noqa: E402 - needs the root above
from scripts.research.fitting.logistic import sigmoid  # noqa: E402 - needs the root above
from server.samples.classify import classify, spam_model  # noqa: E402 - needs the root above
from server.samples.features import features  # noqa: E402 - needs the root above
from server.samples.intervals import wilson_share  # noqa: E402 - needs the root above
from server.samples.row_model import row_model  # noqa: E402 - needs the root above

SEEDS = (1, 2, 3)
KINDS = ("spam", "intent", "generic", "genuine")
Json = dict[str, Any]


def scamspot(path: Path) -> Json:
    """ScamSpot by cross-validation grouped by account; the interval resamples accounts."""
    data = comments.read(path)
    x, keep = features(data.texts), data.is_scamspot
    groups = [group for group, kept in zip(data.groups, keep, strict=True) if kept]
    runs = [comments.held_out(x, data, seed) for seed in SEEDS]
    y, prior = data.is_spam[keep] == 1, spam_model().card["prior"]
    found = [
        _measured(Truth(y, run.scores[keep], run.decided[keep], run.scores[keep], prior), groups)
        for run in runs
    ]
    return found[0] | {
        "protocol": f"{comments.FOLDS}-fold, grouped by account; calibration and threshold from the other folds",
        "F1 by seed of the folds": [round(one["F1"]["value"], 4) for one in found],
    }


def own_list(*splits: str) -> Json:
    """Parts of the own list that no fit saw: precision and recall by language and kind."""
    rows = [row for split in splits for row in comments.own_rows(split)]
    said = classify([row["text"] for row in rows])
    kinds = sorted({row["label"] for row in rows})
    return {
        language: {
            kind: _precision_recall(
                (row["label"] == kind, one == kind)
                for row, one in zip(rows, said, strict=True)
                if row["language"] == language
            )
            for kind in kinds
        }
        for language in ("vi", "en", "id", "pt", "th")
    }


def blind_part() -> Json:
    """The part whose misses nobody has read: precision and recall by kind, of Vietnamese and of the other languages."""
    rows = comments.own_rows("blind")
    said = classify([row["text"] for row in rows])
    return {
        name: {
            kind: _precision_recall(
                (row["label"] == kind, one == kind)
                for row, one in zip(rows, said, strict=True)
                if (row["language"] == "vi") is (name == "vi")
            )
            for kind in KINDS
        }
        for name in ("vi", "others")
    }


def _precision_recall(pairs: Iterable[tuple[bool, bool]]) -> Json:
    known = list(pairs)
    hits = sum(truth and said for truth, said in known)
    recall = wilson_share(hits, sum(truth for truth, _ in known))
    precision = wilson_share(hits, sum(said for _, said in known))
    return {
        "n": sum(truth for truth, _ in known),
        "precision": _rounded(precision.to_json()) if precision else None,
        "recall": _rounded(recall.to_json()) if recall else None,
    }


def srf(path: Path) -> Json:
    """SRF by stratified cross-validation: ranking without the folds' intercepts, calibration with them."""
    x, y = followers.read(path)
    ranking = followers.held_out_scores(x, y, followers.SEED)
    probability = np.zeros(len(y))
    fold = followers.stratified_folds(y, followers.SEED)
    for k in range(followers.FOLDS):
        weights, intercept = followers.fit(x[fold != k], y[fold != k])
        probability[fold == k] = sigmoid(x[fold == k] @ weights + intercept)
    model = row_model()
    decided = ranking >= model.threshold
    found = _measured(Truth(y == 1, ranking, decided, probability, model.prior), None)
    return found | {
        "protocol": f"{followers.FOLDS}-fold, stratified",
        "AUC by seed of the folds": [_auc(x, y, seed) for seed in SEEDS],
    }


def _auc(x: Floats, y: np.ndarray[Any, Any], seed: int) -> float:
    scores = followers.held_out_scores(x, y, seed)
    return round(measure(Truth(y == 1, scores, scores > 0, None, 0.5), resamples=1)["AUC"].value, 4)


def transfer(path: Path) -> Json:
    """The report-only account model on a set it was not fitted on."""
    table = read_table(path)
    found = accounts.predict(table)
    return _measured(
        Truth(table.numbers("fake") == 1, found.score, found.decided, found.score, found.prior), None
    )


def _measured(truth: Truth, groups: list[str] | None) -> Json:
    found = {name: _rounded(asdict(one)) for name, one in measure(truth, groups).items()}
    return {"n": len(truth.y), "positive": int(truth.y.sum()), "prior": truth.prior} | found


def _rounded(numbers: dict[str, float]) -> dict[str, float]:
    return {name: round(value, 4) for name, value in numbers.items()}


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--scamspot", type=Path, required=True)
    parser.add_argument("--srf", type=Path, required=True)
    parser.add_argument(
        "--accounts", type=Path, nargs="*", default=[], help="sets of accounts, evaluated only"
    )
    parser.add_argument("--out", type=Path, default=ROOT / "docs" / "figures" / "samples.json")
    chosen = parser.parse_args()
    figures = {
        "comments, ScamSpot": scamspot(chosen.scamspot),
        "comments, own list, test half": own_list("test", "judge"),
        "comments, own list, blind part": blind_part(),
        "followers, SRF": srf(chosen.srf),
        "accounts, report only": {path.stem: transfer(path) for path in chosen.accounts},
    }
    chosen.out.write_text(
        json.dumps(figures, indent=1, ensure_ascii=False) + "\n", encoding="utf-8", newline="\n"
    )


if __name__ == "__main__":
    main()
