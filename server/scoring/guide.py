"""The evidence that is still missing, first what could change the verdict.

Only what can be opened within this visit is a step; own history grows by itself.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import cache
from math import ceil, inf
from typing import Literal

import numpy as np
from msgspec import Struct, field
from msgspec.structs import replace

from server.messages import Text, text
from server.metrics.eligibility import LeftOut
from server.samples.earlier import read_at
from server.samples.summary import next_rows
from server.scoring.completeness import ENOUGH_FOLLOWERS, ENOUGH_OPENED, Completeness, Part
from server.scoring.creator import Evidence
from server.scoring.model import Model
from server.scoring.outlook import Decided, StepInputs, Trial, could_change
from server.scoring.scorecard import Scores
from server.signals import EvidenceKind

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
ROWS = ENOUGH_FOLLOWERS
"""Rows of the follower list in one step."""


class Step(Struct, frozen=True):
    """One thing to open."""

    name: StepName
    n: int
    needed: int
    message: str
    """Key of what to do, under ``verdict.next``."""
    since: datetime | None = None
    """When an earlier visit read what counts here; None where this check did."""
    narrows: float = 0.0
    """Points of the evidence that the step would show."""
    changes: bool = False
    """Whether the verdict could become another word by it."""
    narrow: bool = False
    """Whether it stands on too few posts, however much of it there is."""

    @property
    def is_done(self) -> bool:
        return self.n >= self.needed and not self.narrow

    @property
    def text(self) -> Text:
        return text(f"verdict.next.{self.message}", needed=self.needed)

    def answer(self) -> StepAnswer:
        return StepAnswer(
            id=self.name,
            done=self.is_done,
            n=self.n,
            needed=self.needed,
            narrows=round(self.narrows, 1),
            changes=self.changes,
            seconds=0 if self.is_done else _SECONDS[self.name],
            since=self.since,
            text=self.text,
        )


class StepAnswer(Struct, frozen=True, kw_only=True):
    """One thing to open as an analysis says it."""

    id: StepName
    done: bool
    n: int
    needed: int
    narrows: float
    changes: bool
    seconds: int
    since: datetime | None = field(name="from")
    text: Text


class GuideAnswer(Struct, frozen=True, kw_only=True):
    done: int
    of: int
    seconds: int
    steps: tuple[StepAnswer, ...]


class Guide(Struct, frozen=True):
    """All steps that this page has for this creator: the missing ones first, what could change the verdict at the top."""

    steps: tuple[Step, ...]

    @property
    def missing(self) -> tuple[Step, ...]:
        return tuple(step for step in self.steps if not step.is_done)

    def answer(self) -> GuideAnswer:
        steps = tuple(step.answer() for step in self.steps)
        done = len(steps) - len(self.missing)
        return GuideAnswer(done=done, of=len(steps), seconds=sum(step.seconds for step in steps), steps=steps)


def steps_of(seen: Completeness, evidence: Evidence, left_out: Sequence[LeftOut]) -> list[Step]:
    """The steps of one creator before they are weighed; nothing is asked for that the page cannot give."""
    return [step for name in _ORDER if (step := _step(name, seen, evidence, left_out)) is not None]


def guides(creators: Sequence[tuple[Sequence[Step], Decided]], model: Model) -> list[Guide]:
    """The steps of each creator, weighed by how its verdict came out."""
    step_of = [_last_step(signal.evidence) for signal in model.signals]
    shows = {name: np.array([step == name for step in step_of]) for name in _ORDER}
    missing = [(step.name, how) for steps, how in creators for step in steps if not step.is_done]
    trials = [Trial(how, shows[name], _FILLS[name]) for name, how in missing]
    changes = iter(could_change(trials, model))
    return [
        _weighed(steps, _gains(how.scores, step_of), [not step.is_done and next(changes) for step in steps])
        for steps, how in creators
    ]


def _weighed(steps: Sequence[Step], gains: Mapping[StepName, float], changes: Sequence[bool]) -> Guide:
    weighed = [
        replace(step, narrows=gains.get(step.name, 0.0), changes=change)
        for step, change in zip(steps, changes, strict=True)
    ]
    return Guide(tuple(sorted(weighed, key=_rank)))


def _rank(step: Step) -> tuple[bool, bool, bool, float]:
    """Without the header nothing can be judged; then what could change the verdict, then what narrows the range."""
    return step.is_done, step.name != "header", not step.changes, -step.narrows


_FILLS: Mapping[StepName, tuple[StepInputs, StepInputs]] = {
    "header": ({}, {}),
    "posts": ({"posts": 12.0, "low_engagement": 0.0}, {"posts": 12.0, "low_engagement": 1.0}),
    "follower_sample": (
        {"follower_rows": 100.0, "suspicious_low": 0.0},
        {"follower_rows": 100.0, "suspicious_low": 1.0},
    ),
    "comment_texts": (
        {"comment_rows": 60.0, "opened_posts": 3.0},
        {"comment_rows": 60.0, "opened_posts": 3.0},
    ),
}
"""What of the table each step fills, where it turns out clean and where it does not."""


def _step(name: StepName, seen: Completeness, evidence: Evidence, left_out: Sequence[LeftOut]) -> Step | None:
    """None for what the page cannot give: of a private account only the header can be seen."""
    if name == "header":
        part = seen.part("profile")
        return Step(name, part.n, part.needed, name)
    if evidence.facts.is_private:
        return None
    if name == "posts":
        return _posts(seen.part("posts").needed, evidence, left_out)
    if name == "follower_sample":
        return _followers(evidence)
    return _comments(seen.part("comments"), evidence)


def _posts(needed: int, evidence: Evidence, left_out: Sequence[LeftOut]) -> Step | None:
    """Scroll while there are more posts, hover where numbers are not shown yet; hidden and young ones stay so."""
    facts, loaded = evidence.facts, len(evidence.facts.posts)
    likes = sum(post.likes is not None for post in evidence.posts)
    more = facts.post_count is None or loaded < facts.post_count.high
    waiting = any(left.reason == "not_loaded" for left in left_out)
    hidden = any(left.reason == "likes_hidden" for left in left_out)
    if facts.post_count is not None and facts.post_count.high == 0:
        return None
    if likes >= needed:
        return Step("posts", likes, needed, "posts")
    if waiting and (loaded >= needed or not more):
        return Step("posts", likes, needed, "likes")
    if more and not (hidden and not likes and loaded >= needed):
        return Step("posts", likes, max(needed, loaded + 1) if loaded >= needed else needed, "posts")
    return None


def _followers(evidence: Evidence) -> Step | None:
    """50 rows; more in steps of 50 where only they settle the share; never more than the list has."""
    tally, origin, size = evidence.followers, evidence.followers_from, evidence.facts.followers
    most = inf if size is None else size.high
    if not most:
        return None
    if tally is None:
        return Step("follower_sample", 0, int(min(ROWS, most)), "follower_sample")
    purpose, more = next_rows(tally)
    wanted = ROWS if tally.n < ROWS or purpose != "band" else tally.n + ceil(more / ROWS) * ROWS
    needed = int(min(wanted, most))
    message = "follower_sample" if tally.n < ROWS else "more_followers"
    return Step("follower_sample", tally.n, needed, message, read_at(origin))


def _comments(part: Part, evidence: Evidence) -> Step | None:
    """What a Contact rests on, or as much as the posts have where that is known to be less; None without any."""
    facts = evidence.facts
    counts = [post.comments for post in facts.posts]
    if not counts and facts.post_count is not None and facts.post_count.high == 0:
        return None
    there = part.needed if not counts else sum(inf if count is None else count.high for count in counts)
    needed = int(min(part.needed, there))
    commented = sum(count is None or count.high > 0 for count in counts)
    narrow = part.narrow and (not counts or commented >= ENOUGH_OPENED)
    message = "second_post" if narrow and part.n >= needed else "comment_texts"
    return Step("comment_texts", part.n, needed, message, part.since, narrow=narrow) if needed else None


def _gains(scores: Scores, step_of: Sequence[StepName | None]) -> dict[StepName, float]:
    """Points of width that each step would take away: what its signals leave unseen now."""
    gains: dict[StepName, float] = {}
    for step, unseen in zip(step_of, scores.unseen_of[:, 0].tolist(), strict=True):
        if step is not None:
            gains[step] = gains.get(step, 0.0) + 100.0 * unseen
    return gains


@cache
def _last_step(kinds: tuple[EvidenceKind, ...]) -> StepName | None:
    """The last step that a signal with this evidence waits for; None for one that needs repeated visits."""
    steps = [_NEEDS.get(kind) for kind in kinds]
    if None in steps:
        return None
    return max((step for step in steps if step is not None), key=_ORDER.index, default=None)
