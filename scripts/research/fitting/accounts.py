"""Fits "is this account fake" from its header on SRF Data 2017 (CC BY-SA 4.0). For reports only: Soi ships no such score.

Two weights are judged: SRF has 7 rows without a photo, too few to fit, and no biographies.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Mapping
from pathlib import Path

import numpy as np

from scripts.research.fitting.followers import ridge

FITTED = ("log_following_per_follower", "log_posts", "digit_share")
JUDGED = {"no_photo": 1.0, "no_biography": 0.5}
TYPICAL = {"no_photo": 0.0, "no_biography": 0.0}
"""What a missing column counts as: nothing unusual."""
MODEL = Path(__file__).parents[1] / "evaluation" / "accounts.json"


def shape_of(row: Mapping[str, str]) -> tuple[float, ...]:
    """The header as numbers, FITTED and then JUDGED; NaN where the set has no such column or the cell is empty."""
    followers, following, posts, has_pic, digits, bio = (
        _number(row, name)
        for name in ("followers", "following", "posts", "has_pic", "digit_ratio", "bio_len")
    )
    no_bio = float("nan") if np.isnan(bio) else float(bio == 0)
    return _log1p(following) - _log1p(followers), _log1p(posts), digits, 1 - has_pic, no_bio


def write(srf: Path, out: Path) -> None:
    """``accounts.json``: a weight and a mean for each number; a missing one counts as the mean."""
    with srf.open(encoding="utf-8-sig", newline="") as handle:
        rows = list(csv.DictReader(handle))
    x = np.array([shape_of(row)[: len(FITTED)] for row in rows])
    y = np.array([int(row["fake"]) for row in rows])
    weights, intercept = ridge(x, y)
    model = {
        "fitted_on": "SRF Data 2017; no_photo and no_biography are judged",
        "licence": "CC BY-SA 4.0",
        "n": len(rows),
        "prior": round(float(y.mean()), 4),
        "intercept": round(intercept, 4),
        "weights": dict(zip(FITTED, np.round(weights, 4).tolist(), strict=True)) | JUDGED,
        "typical": dict(zip(FITTED, np.round(x.mean(axis=0), 4).tolist(), strict=True)) | TYPICAL,
    }
    (out / MODEL.name).write_text(json.dumps(model, indent=2) + "\n", encoding="utf-8", newline="\n")


def _log1p(count: float) -> float:
    return float(np.log1p(np.clip(count, 0, 1e12)))


def _number(row: Mapping[str, str], name: str) -> float:
    try:
        return float(row.get(name) or "nan")
    except ValueError:
        return float("nan")
