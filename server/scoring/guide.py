"""The evidence that is still missing, in the order in which it narrows the range of suspicion most.

Only what can be opened within this visit is a step; own history grows by itself.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from server.messages import Text, text
from server.samples.comments import ENOUGH_COMMENTS
from server.samples.earlier import read_at
from server.scoring.completeness import Completeness, Part, PartName
from server.scoring.creator import Evidence
from server.scoring.model import Model
from server.scoring.records import iso
from server.scoring.scorecard import Scores
from server.signals import EvidenceKind, Signal

StepName = Literal["header", "posts", "follower_sample", "comment_texts"]
_SECONDS: Mapping[StepName, int] = {"header": 5, "posts": 20, "follower_sample": 45, "comment_texts": 50}
"""Time that a step takes a person who knows where to click; all four fit into two minutes."""
_NEEDS: Mapping[EvidenceKind, StepName] = {
    "followers": "header",
    "following": "header",
    "post_count": "header",
    "biography": "header",
    "external_url": "header",
    "likes": "posts",
    "comments": "posts",
    "plays": "posts",
    "dates": "posts",
    "follower_rows": "follower_sample",
    "comment_rows": "comment_texts",
}
_ORDER: tuple[StepName, ...] = ("header", "posts", "follower_sample", "comment_texts")
_PARTS: Mapping[StepName, PartName] = {"header": "profile", "follower_sample": "followers"}


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to open."""

    name: StepName
    n: int
    needed: int
    narrows: float
    """Points by which the range of suspicion becomes narrower when the step is done."""
    message: str
    """Key of what to do, under ``verdict.next``."""
    since: datetime | None = None
    """When an earlier visit read what counts here; None where this check did."""

    @property
    def is_done(self) -> bool:
        return self.n >= self.needed

    @property
    def text(self) -> Text:
        return text(f"verdict.next.{self.message}", needed=self.needed)

    def to_json(self) -> dict[str, Any]:
        return {
            "id": self.name,
            "done": self.is_done,
            "n": self.n,
            "needed": self.needed,
            "narrows": round(self.narrows, 1),
            "seconds": 0 if self.is_done else _SECONDS[self.name],
            "from": iso(self.since),
            "text": self.text.to_json(),
        }


@dataclass(frozen=True, slots=True)
class Guide:
    """All steps that apply to this creator: the missing ones first, the most telling of them at the top."""

    steps: tuple[Step, ...]

    @property
    def missing(self) -> tuple[Step, ...]:
        return tuple(step for step in self.steps if not step.is_done)

    def to_json(self) -> dict[str, Any]:
        steps = [step.to_json() for step in self.steps]
        done = len(self.steps) - len(self.missing)
        return {"done": done, "of": len(steps), "seconds": sum(s["seconds"] for s in steps), "steps": steps}


def guide(seen: Completeness, evidence: Evidence, scores: Scores, model: Model) -> Guide:
    """The steps for the first creator of a scored batch. Of a private account only the header can be seen."""
    parts = {part.name: part for part in seen.parts}
    names = _ORDER[:1] if evidence.facts.is_private else _ORDER
    gains = _gains(scores, model)
    steps = [_step(name, parts, evidence, gains.get(name, 0.0)) for name in names]
    return Guide(tuple(sorted(steps, key=_rank)))


def _rank(step: Step) -> tuple[bool, bool, float]:
    """Without the header nothing can be judged, so it comes before what narrows more."""
    return step.is_done, step.name != "header", -step.narrows


def _step(name: StepName, parts: Mapping[PartName, Part], evidence: Evidence, narrows: float) -> Step:
    if name == "comment_texts":
        n = 0 if evidence.comments is None else evidence.comments.n
        return Step(name, n, _comments_there(evidence), narrows, name, read_at(evidence.comments_from))
    if name == "posts":
        needed = parts["posts"].needed
        lacking = [(what, n) for what, n in _posts_read(evidence) if n < needed]
        what, n = lacking[0] if lacking else ("posts", len(evidence.facts.posts))
        return Step(name, n, needed, narrows, what)
    part = parts[_PARTS[name]]
    return Step(name, part.n, part.needed, narrows, name, part.since)


def _posts_read(evidence: Evidence) -> list[tuple[str, int]]:
    """Posts that are loaded, and of how many likes and comments are known, in the order in which they are opened."""
    likes = sum(post.likes is not None for post in evidence.posts)
    comments = sum(post.comments is not None for post in evidence.posts)
    return [("posts", len(evidence.facts.posts)), ("likes", likes), ("comments", comments)]


def _comments_there(evidence: Evidence) -> int:
    """As many as weigh fully, or as the posts have where that is known to be fewer."""
    counted = [post.comments for post in evidence.facts.posts]
    if not counted or any(count is None for count in counted):
        return ENOUGH_COMMENTS
    total = sum(count.high for count in counted if count is not None)
    return max(1, min(ENOUGH_COMMENTS, total))


def _gains(scores: Scores, model: Model) -> dict[StepName, float]:
    """Points of width that each step would take away: what its signals leave unseen now."""
    gains: dict[StepName, float] = {}
    for signal, unseen in zip(model.signals, scores.unseen_of[:, 0].tolist(), strict=True):
        step = _step_of(signal)
        if step is not None:
            gains[step] = gains.get(step, 0.0) + 100.0 * unseen
    return gains


def _step_of(signal: Signal) -> StepName | None:
    """The last step that the signal waits for; None for one that needs repeated visits."""
    steps = [_NEEDS.get(kind) for kind in signal.evidence]
    if None in steps:
        return None
    return max((step for step in steps if step is not None), key=_ORDER.index, default=None)
