"""How much of a creator has been seen: six parts, each missing, begun or enough."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from server.metrics.growth import NEEDED_VISITS
from server.samples.earlier import read_at
from server.samples.followers import ENOUGH_ROWS
from server.scoring.creator import Evidence, spaced_visits
from server.scoring.records import iso

PartName = Literal["header", "posts", "likes", "comments", "follower_sample", "own_history"]
ENOUGH_POSTS = 6
"""From six posts on, the order statistics of a median reach 95 %."""


@dataclass(frozen=True, slots=True)
class Part:
    name: PartName
    n: int
    needed: int
    since: datetime | None = None
    """When an earlier visit read it; None where this check did."""

    @property
    def state(self) -> Literal["missing", "some", "enough"]:
        if self.n >= self.needed:
            return "enough"
        return "some" if self.n else "missing"


@dataclass(frozen=True, slots=True)
class Completeness:
    parts: tuple[Part, ...]

    @property
    def have(self) -> int:
        return sum(part.state == "enough" for part in self.parts)

    def lacks(self, name: PartName) -> bool:
        return any(part.name == name and part.state != "enough" for part in self.parts)

    def to_json(self) -> dict[str, Any]:
        return {
            "have": self.have,
            "of": len(self.parts),
            "parts": [
                {"id": p.name, "state": p.state, "n": p.n, "needed": p.needed, "from": iso(p.since)}
                for p in self.parts
            ],
        }


def completeness(evidence: Evidence, enough_posts: int = ENOUGH_POSTS) -> Completeness:
    """What was seen, counted. A creator with fewer posts than are asked for is complete with all of them.

    ``enough_posts``: what the verdict table asks for, where that is another number.
    """
    facts, posts = evidence.facts, evidence.posts
    header = sum(count is not None for count in (facts.followers, facts.following, facts.post_count))
    total = enough_posts if facts.post_count is None else min(enough_posts, facts.post_count.high)
    needed = max(total, 1)
    rows = 0 if evidence.followers is None else evidence.followers.n
    return Completeness(
        (
            Part("header", header, 3),
            Part("posts", len(facts.posts), needed),
            Part("likes", sum(post.likes is not None for post in posts), needed),
            Part("comments", sum(post.comments is not None for post in posts), needed),
            Part("follower_sample", rows, ENOUGH_ROWS, read_at(evidence.followers_from)),
            Part("own_history", len(spaced_visits(evidence)), NEEDED_VISITS),
        )
    )
