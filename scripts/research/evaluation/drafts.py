"""How often the draft check is right on labelled captions, rule by rule, with intervals."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np

from server.campaigns.brief import read_brief
from server.campaigns.check import check_draft
from server.metrics.intervals import wilson_interval

FOLDER = Path(__file__).resolve().parents[3] / "tests" / "campaigns"
SETS = ("judging", "fresh", "blind", "unseen")
"""Files that a figure is printed of; of ``unseen`` half B alone, which nobody who changed a rule has read."""


@dataclass(frozen=True, slots=True)
class RuleFigure:
    """Captions of one rule, or of all together."""

    found: int
    """Breaking, and found."""
    false: int
    """Found, and not breaking."""
    missed: int

    @property
    def precision(self) -> tuple[float, float, float]:
        """The share with its 95 % interval (Wilson)."""
        return _share(self.found, self.found + self.false)

    @property
    def recall(self) -> tuple[float, float, float]:
        return _share(self.found, self.found + self.missed)


def _share(k: int, n: int) -> tuple[float, float, float]:
    low, high = wilson_interval(np.array([float(k)]), np.array([float(n)]))
    return (k / n if n else float("nan"), float(low[0]), float(high[0]))


def captions(name: str) -> list[dict[str, Any]]:
    """The lines of one file; tests/campaigns/CAPTIONS.md says what they hold."""
    lines = (FOLDER / f"captions_{name}.jsonl").read_text("utf-8").splitlines()
    return [json.loads(line) for line in lines]


def half_of(caption_id: str) -> str:
    """ "A" (read to mend the rules) or "B" (judging only): settled before anything was read, by the hash of the id."""
    return "AB"[hashlib.sha256(caption_id.encode()).digest()[0] % 2]


def judged(name: str) -> list[dict[str, Any]]:
    """The lines of a file that its figure is made of."""
    return [row for row in captions(name) if name != "unseen" or half_of(row["id"]) == "B"]


@cache
def measure_rules(name: str) -> Mapping[str, RuleFigure]:
    """By rule, and "all"."""
    counts = {kind: Counter[str]() for kind in ("found", "false", "missed")}
    for row in judged(name):
        wanted, given = _labels(row), _given(row)
        counts["found"].update(wanted & given)
        counts["false"].update(given - wanted)
        counts["missed"].update(wanted - given)
    rules = sorted(set().union(*counts.values()))
    by_rule = {
        rule: RuleFigure(**{kind: counter[rule] for kind, counter in counts.items()}) for rule in rules
    }
    return by_rule | {"all": RuleFigure(**{kind: counter.total() for kind, counter in counts.items()})}


def _labels(row: dict[str, Any]) -> set[str]:
    """The rules that a caption breaks. A fresh or blind one (``of``) was labelled for one rule alone."""
    if "of" in row:
        return {row["of"]} if row["breaks"] else set()
    return {finding["rule"] for finding in row["expect"]}


def _given(row: dict[str, Any]) -> set[str]:
    found = {one.rule.id for one in check_draft(row["text"], read_brief(json.dumps(row["brief"]))).findings}
    return found & {row["of"]} if "of" in row else found
