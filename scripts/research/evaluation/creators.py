"""Creators of a CSV file through the shipped path: columns -> signals -> scorecard -> verdict table."""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import nan
from pathlib import Path

import numpy as np

from server.metrics.arrays import FloatArray
from server.metrics.columns import Batch
from server.scoring.batch import JudgedCreators, judge_batch, posts_array
from server.scoring.model import Model
from server.scoring.verdict_codes import VerdictCode

SECONDS_A_DAY = 86_400
CsvRow = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Prediction:
    """What Soi says about one row."""

    score: float
    """Suspicion as a probability, 0 to 1, at the model's prior."""
    verdict: VerdictCode


def creators(rows: Sequence[CsvRow]) -> list[Prediction]:
    """Rows of semisynthetic_influencers: ``followers``, and ``likes`` and ``comments`` as a|b|c, newest first."""
    return _predictions(judged_creators(rows))


def judged_creators(rows: Sequence[CsvRow], model: Model | None = None) -> JudgedCreators:
    """The same rows with all that was measured on the way."""
    posts = {name: posts_array([_numbers(row.get(name)) for row in rows]) for name in ("likes", "comments")}
    return _judged(rows, {}, posts, model)


def flagged(rows: Sequence[CsvRow], posts: Mapping[str, Sequence[CsvRow]]) -> list[Prediction]:
    """Rows of influencers_*: header counts, with the posts of each ``aid``, newest first.

    Days without a time of day (gvsi) are not used: rounding alone would make their rhythm look even.
    """
    own = [posts.get(row["aid"], ()) for row in rows]
    columns = {
        "likes": posts_array([[_number(post.get("likes")) for post in p] for p in own]),
        "comments": posts_array([[_number(post.get("comments")) for post in p] for p in own]),
        "days": posts_array([[_number(post.get("ts")) / SECONDS_A_DAY for post in p] for p in own]),
    }
    header = {"following": "following", "post_count": "posts", "bio_length": "bio_len", "has_link": "has_url"}
    given = {ours: _column(rows, theirs) for ours, theirs in header.items()}
    return _predictions(_judged(rows, given, columns))


def posts_beside(influencers: Path) -> dict[str, list[CsvRow]]:
    """The posts file beside an influencers file, by ``aid``: influencers_X.csv has influencer_posts_X.csv."""
    beside = influencers.with_name(influencers.name.replace("influencers_", "influencer_posts_", 1))
    by_account: dict[str, list[CsvRow]] = defaultdict(list)
    with beside.open(encoding="utf-8", newline="") as lines:
        for post in csv.DictReader(lines):
            by_account[post["aid"]].append(post)
    return by_account


def _judged(
    rows: Sequence[CsvRow],
    given: dict[str, FloatArray],
    posts: dict[str, FloatArray],
    model: Model | None = None,
) -> JudgedCreators:
    return judge_batch(Batch(len(rows), {"followers": _column(rows, "followers"), **given}, posts), model)


def _predictions(judged: JudgedCreators) -> list[Prediction]:
    scores = (judged.scores.middle / 100).tolist()
    return [Prediction(score, code) for score, code in zip(scores, judged.verdicts, strict=True)]


def _column(rows: Sequence[CsvRow], name: str) -> FloatArray:
    return np.array([_number(row.get(name)) for row in rows], dtype=np.float64)


def _numbers(cell: str | None) -> list[float]:
    return [_number(part) for part in (cell or "").split("|")] if cell else []


def _number(cell: str | None) -> float:
    """A number, or NaN for an empty or unreadable cell: not shown, never 0."""
    try:
        value = float(cell or "")
    except ValueError:
        return nan
    return value if abs(value) < 1e15 else nan
