"""Score and judge a whole batch in one call: the same path for one creator and for ten thousand."""

from __future__ import annotations

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from server.metrics.arrays import FloatArray
from server.metrics.columns import Batch, Columns, measure
from server.metrics.engagement import Counts, engagement_rate
from server.scoring.benchmarks import load_benchmarks
from server.scoring.model import Model, load_model
from server.scoring.scorecard import Scores, score
from server.scoring.verdict import decide, fit_inputs, inputs, load_table
from server.scoring.verdict_codes import VerdictCode


class JudgedCreators(Struct, frozen=True):
    """Scores and verdicts of n creators."""

    columns: Columns
    scores: Scores
    rows: NDArray[np.intp]
    """Row of the verdict table for each creator, (n,)."""

    @property
    def verdicts(self) -> list[VerdictCode]:
        table = load_table()
        return [table[row].code for row in self.rows]


def judge_batch(batch: Batch, model: Model | None = None) -> JudgedCreators:
    """From counts to verdicts, with the search off: by signs alone; counts taken as exact."""
    model = model or load_model()
    benchmarks = load_benchmarks().default
    given = {"expected_rate": benchmarks.expected_rate(batch.given["followers"]), **batch.given}
    columns = measure(Batch(batch.n, given, batch.posts))
    scores = score(columns, model)
    rate = engagement_rate(*(Counts.exact(columns[name]) for name in ("likes", "comments", "followers")))
    low = (rate.value < benchmarks.low_limit(columns["followers"])).astype(np.float64)
    nothing = np.zeros(batch.n)
    given = inputs(scores, columns, low, nothing) | fit_inputs([{}] * batch.n)
    rows = decide(given, load_table())
    return JudgedCreators(columns, scores, rows)


def posts_array(rows: list[list[float]], width: int = 12) -> FloatArray:
    """Ragged lists of counts as (n, width), NaN where there are fewer; longer ones are cut."""
    array = np.full((len(rows), width), np.nan)
    for index, row in enumerate(rows):
        array[index, : min(len(row), width)] = row[:width]
    return array
