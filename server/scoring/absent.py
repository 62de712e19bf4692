"""What this page cannot show, and why: each kind its own state, with words and a step where there is one.

A part that has merely not been loaded yet is not here; the guide asks for that.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Literal

from msgspec import Struct

from server.facts import Facts, Post
from server.messages import Text, text
from server.metrics.eligibility import MATURE, LeftOut

AbsenceCode = Literal[
    "age_gate", "private", "own_account", "no_posts", "likes_hidden", "some_likes_hidden", "posts_too_young"
]
WITH_A_STEP: frozenset[AbsenceCode] = frozenset(
    {"age_gate", "private", "likes_hidden", "some_likes_hidden", "posts_too_young"}
)


class Absence(Struct, frozen=True):
    """One thing that the page does not show."""

    code: AbsenceCode
    n: int = 0
    """Posts that it concerns; 0 where it is no matter of posts."""
    until: datetime | None = None
    """From when on it can be seen; None where waiting changes nothing."""

    @property
    def words(self) -> Text:
        return text(f"absent.{self.code}", n=self.n)

    @property
    def step(self) -> Text | None:
        """What can be done about it."""
        return text(f"absent.next.{self.code}", n=self.n) if self.code in WITH_A_STEP else None

    def answer(self) -> AbsenceAnswer:
        return AbsenceAnswer(code=self.code, n=self.n, until=self.until, text=self.words, next=self.step)


class AbsenceAnswer(Struct, frozen=True, kw_only=True):
    """Absence as an analysis says it."""

    code: AbsenceCode
    n: int
    until: datetime | None
    text: Text
    next: Text | None


def absences(facts: Facts, kept: Sequence[Post], left_out: Sequence[LeftOut]) -> tuple[Absence, ...]:
    """Of one look, what weighs most first. ``kept``, ``left_out``: as ``eligible_posts`` tells them apart."""
    return tuple(_found(facts, kept, left_out))


def _found(facts: Facts, kept: Sequence[Post], left_out: Sequence[LeftOut]) -> Iterator[Absence]:
    if facts.is_gated:
        yield Absence("age_gate")
    if facts.is_private:
        yield Absence("private")
    if facts.is_own:
        yield Absence("own_account")
    if facts.post_count is not None and facts.post_count.high == 0 and not facts.posts:
        yield Absence("no_posts")
    hidden = sum(left.reason == "likes_hidden" for left in left_out)
    if hidden:
        yield Absence("some_likes_hidden" if kept else "likes_hidden", hidden)
    young = {left.shortcode for left in left_out if left.reason == "too_recent"}
    unread = any(left.reason == "not_loaded" for left in left_out)  # old enough, and shown by a hovered tile
    if young and not kept and not hidden and not unread:
        yield Absence("posts_too_young", len(young), _mature(facts, young))


def _mature(facts: Facts, young: set[str]) -> datetime | None:
    """When the first of the young posts may be counted."""
    taken = (post.taken_at for post in facts.posts if post.shortcode in young and post.taken_at is not None)
    return min((at + MATURE for at in taken), default=None)
