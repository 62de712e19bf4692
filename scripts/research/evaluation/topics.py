"""How often the niche of a labelled creator is among the first two topics, with its interval."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal

import numpy as np

from server.facts import Facts, Post
from server.metrics.intervals import wilson_interval
from server.topics.topics import topics_of

SetName = Literal["tuning", "judging", "blind"]
SETS: tuple[SetName, ...] = ("tuning", "judging", "blind")
"""Files of labelled creators; the blind ones were written by somebody who had not seen the words."""
FOLDER = Path(__file__).resolve().parents[3] / "tests" / "topics"
FIRST = 2


@dataclass(frozen=True, slots=True)
class NicheFigure:
    """Creators with a niche whose niche was found, and those without one that were left unclear."""

    creators: int
    first: int
    """Right as the strongest topic."""
    within: int
    """Right among the first two."""
    low: float
    high: float
    """Wilson's 95 % interval of ``within / creators``."""
    speechless: int
    """Labelled as unclear."""
    left_unclear: int

    def __str__(self) -> str:
        share = self.within / self.creators
        return (
            f"{self.creators} creators: first {self.first / self.creators:.1%}, within the first {FIRST} {share:.1%} "
            f"[{self.low:.1%}, {self.high:.1%}]{self._silence()}"
        )

    def _silence(self) -> str:
        return (
            f"; {self.left_unclear} of {self.speechless} without a niche left unclear"
            if self.speechless
            else ""
        )


def rows(name: SetName) -> list[dict[str, Any]]:
    return read_rows(FOLDER / f"creators_{name}.jsonl")


def read_rows(path: Path) -> list[dict[str, Any]]:
    """One creator a line: biography, category, captions, niche (null: nothing speaks), language."""
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def facts_of_row(row: dict[str, Any]) -> Facts:
    posts = tuple(Post(f"code{n}", None, caption=caption) for n, caption in enumerate(row["captions"]))
    return Facts(biography=row["biography"], category=row["category"], posts=posts)


@cache
def measure(name: SetName) -> NicheFigure:
    return figure(rows(name))


SOLD = {
    "cosmetics": "beauty",
    "food": "food",
    "alcohol": "food",
    "finance": "finance",
    "infant": "family",
    "infant_food": "family",
}
"""Niche of a caption by the category of its brief."""
TOGETHER = 5


@cache
def of_another_hand() -> NicheFigure:
    """Creators put together of five captions of one category, from the judging half of the draft check's captions.

    Whoever wrote those had no topics in mind, and nobody who wrote the words of the niches read them.
    """
    captions: dict[tuple[str, str], list[str]] = {}
    for row in read_rows(FOLDER.parent / "campaigns" / "captions_judging.jsonl"):
        if (niche := SOLD.get(row["brief"].get("category"))) is not None:
            captions.setdefault((niche, row["brief"]["language"]), []).append(row["text"])
    return figure(
        [
            {"biography": None, "category": None, "captions": texts[at : at + TOGETHER], "niche": niche}
            for (niche, _), texts in captions.items()
            for at in range(0, len(texts) - TOGETHER + 1, TOGETHER)
        ]
    )


def figure(labelled: list[dict[str, Any]]) -> NicheFigure:
    """Raises ValueError where no row has a niche."""
    found = [(row["niche"], [topic.id for topic in topics_of(facts_of_row(row))]) for row in labelled]
    named = [(niche, ids) for niche, ids in found if niche]
    if not named:
        raise ValueError("no creator with a niche")
    within = sum(niche in ids[:FIRST] for niche, ids in named)
    low, high = wilson_interval(np.array([float(within)]), np.array([float(len(named))]))
    silent = [ids for niche, ids in found if not niche]
    return NicheFigure(
        creators=len(named),
        first=sum(niche in ids[:1] for niche, ids in named),
        within=within,
        low=float(low[0]),
        high=float(high[0]),
        speechless=len(silent),
        left_unclear=sum(not ids for ids in silent),
    )
