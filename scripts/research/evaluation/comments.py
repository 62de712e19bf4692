"""Is this comment a scam? ScamSpot's columns: text, and optionally scam and group."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np

from scripts.research.evaluation import Predictions, Provenance, Table, Task
from server.samples.classify import spam_model, spam_probabilities, was_fitted_on

BATCH = 2_000
FIGURES = Path(__file__).resolve().parents[3] / "docs" / "figures" / "samples.json"
"""Written by scripts/research/measure_samples.py."""


def predict(table: Table) -> Predictions:
    texts = [row.get("text", "") for row in table.rows]
    score = spam_probabilities(texts[:0])
    for start in range(0, len(texts), BATCH):
        score = np.append(score, spam_probabilities(texts[start : start + BATCH]))
    card = spam_model().card
    return Predictions(score, score >= card["decides_from"], score, card["prior"])


def provenance(table: Table) -> Provenance:
    """The rows whose text is one of the fit's, and the figure that the fit's own set gives when held out."""
    figures = json.loads(FIGURES.read_text(encoding="utf-8"))["comments, ScamSpot"]
    f1 = figures["F1"]
    said = (
        f"F1 {f1['value']:.4f} [{f1['low']:.4f}, {f1['high']:.4f}], n={figures['n']}: {figures['protocol']}"
    )
    return Provenance(was_fitted_on([row.get("text", "") for row in table.rows]), said)


TASKS = {"comments": Task("scam comments", "scam", predict, ("text",), group="group", provenance=provenance)}
