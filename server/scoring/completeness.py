"""How much of a creator has been seen: five kinds of evidence, each missing, begun or enough."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from msgspec import Struct, field

from server.metrics.growth import NEEDED_VISITS
from server.samples.earlier import read_at
from server.scoring.creator import Evidence, spaced_visits

PartName = Literal["profile", "posts", "followers", "comments", "history"]
PartState = Literal["missing", "some", "enough"]
PARTS: tuple[PartName, ...] = ("profile", "posts", "followers", "comments", "history")
ENOUGH_POSTS = 6
"""From six posts on, the order statistics of a median reach 95 %."""
ENOUGH_FOLLOWERS = 50
"""Rows of the follower list that a Contact rests on."""
ENOUGH_COMMENTS, ENOUGH_OPENED = 20, 2
"""Comments, and the posts under which they stand, that a Contact rests on."""


class Part(Struct, frozen=True):
    name: PartName
    n: int
    needed: int
    since: datetime | None = None
    """When an earlier visit read it; None where this check did."""
    narrow: bool = False
    """Whether it stands on too few posts, however much of it there is."""

    @property
    def state(self) -> PartState:
        if self.n >= self.needed and not self.narrow:
            return "enough"
        return "some" if self.n else "missing"


class PartAnswer(Struct, frozen=True, kw_only=True):
    """One kind of evidence as an analysis says it."""

    id: PartName
    state: PartState
    n: int
    needed: int
    since: datetime | None = field(name="from")


class CompletenessAnswer(Struct, frozen=True, kw_only=True):
    have: int
    of: int
    parts: tuple[PartAnswer, ...]


class Completeness(Struct, frozen=True):
    parts: tuple[Part, ...]

    @property
    def have(self) -> int:
        return sum(part.state == "enough" for part in self.parts)

    def part(self, name: PartName) -> Part:
        return next(part for part in self.parts if part.name == name)

    def lacks(self, name: PartName) -> bool:
        return self.part(name).state != "enough"

    def answer(self) -> CompletenessAnswer:
        parts = tuple(
            PartAnswer(id=p.name, state=p.state, n=p.n, needed=p.needed, since=p.since) for p in self.parts
        )
        return CompletenessAnswer(have=self.have, of=len(parts), parts=parts)


def completeness(evidence: Evidence, enough_posts: int = ENOUGH_POSTS) -> Completeness:
    """What was seen, counted. A creator with fewer posts than are asked for is complete with all of them.

    ``enough_posts``: what the verdict table asks for, where that is another number.
    """
    facts = evidence.facts
    header = sum(count is not None for count in (facts.followers, facts.following, facts.post_count))
    total = enough_posts if facts.post_count is None else min(enough_posts, facts.post_count.high)
    rows = 0 if evidence.followers is None else evidence.followers.n
    return Completeness(
        (
            Part("profile", header, 3),
            Part("posts", _posts_seen(evidence), max(total, 1)),
            Part("followers", rows, ENOUGH_FOLLOWERS, read_at(evidence.followers_from)),
            _comments(evidence),
            Part("history", len(spaced_visits(evidence)), NEEDED_VISITS),
        )
    )


def _posts_seen(evidence: Evidence) -> int:
    """Posts whose likes were counted, or of which is known that the creator hides them."""
    hidden = sum(bool(post.likes_hidden) for post in evidence.facts.posts)
    return hidden + sum(post.likes is not None for post in evidence.posts)


def _comments(evidence: Evidence) -> Part:
    tally, since = evidence.comments, read_at(evidence.comments_from)
    if tally is None:
        return Part("comments", 0, ENOUGH_COMMENTS)
    return Part("comments", tally.n, ENOUGH_COMMENTS, since, narrow=tally.n_posts < ENOUGH_OPENED)
