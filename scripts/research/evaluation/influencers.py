"""Creators: is this one manipulated (semi-synthetic set), and how many real ones does Soi accuse (flagged)?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np

from scripts.research.evaluation import Predictions, Table, Task, creators, read_table
from server.scoring.model import load_model

CALLED_OUT = ("risky", "look_closer")


def predict_creators(table: Table) -> Predictions:
    return _predictions(creators.creators(table.rows))


def predict_flagged(table: Table) -> Predictions:
    """Rows of an influencers file with the posts file beside it; without that file, from the header alone."""
    rows = [{"aid": "", **row} for row in table.rows]
    posts: dict[str, list[Mapping[str, str]]] = defaultdict(list)
    beside = posts_file(table.path)
    if beside is not None:
        for post in read_table(beside).rows:
            posts[post.get("aid", "")].append(post)
    return _predictions(creators.flagged(rows, posts))


def posts_file(influencers: Path) -> Path | None:
    """influencers_X.csv has influencer_posts_X.csv beside it; else the only posts file of the folder is meant."""
    named = influencers.with_name(influencers.name.replace("influencers", "influencer_posts", 1))
    if named != influencers and named.is_file():
        return named
    others = [path for path in influencers.parent.glob("*posts*.csv") if path != influencers]
    return others[0] if len(others) == 1 else None


def _predictions(judged: Sequence[creators.Prediction]) -> Predictions:
    score = np.array([one.score for one in judged], np.float64)
    verdict = [one.verdict for one in judged]
    decided = np.isin(np.array(verdict, dtype=str), CALLED_OUT)
    return Predictions(score, decided, score, load_model().prior, verdict)


TASKS = {
    "creators": Task(
        "manipulated creators", "manipulated", predict_creators, ("followers", "likes", "comments")
    ),
    "flagged": Task(
        "verdicts on real influencers, with the posts file beside",
        "manipulated",
        predict_flagged,
        ("followers", "following", "posts", "bio_len", "has_url"),
    ),
}
