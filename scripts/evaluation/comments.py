"""Is this comment a scam? ScamSpot's columns: text, and optionally scam and group."""

from __future__ import annotations

import numpy as np

from scripts.evaluation import Predictions, Table, Task
from server.samples.classify import spam_model, spam_probabilities

BATCH = 2_000


def predict(table: Table) -> Predictions:
    texts = [row.get("text", "") for row in table.rows]
    score = spam_probabilities(texts[:0])
    for start in range(0, len(texts), BATCH):
        score = np.append(score, spam_probabilities(texts[start : start + BATCH]))
    return Predictions(score, score >= 0.5, score, spam_model().card["prior"])


TASKS = {"comments": Task("scam comments", "scam", predict, group="group")}
