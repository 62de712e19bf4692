"""How long ago a creator last posted, and how often."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from itertools import pairwise
from statistics import median

from msgspec import Struct

from server.facts import Post
from server.metrics.eligibility import LATEST, is_led_by_another

_DAY = timedelta(days=1)
_LEAST_POSTS = 3
_SHORTEST_GAP = 1 / 24
"""Days; several posts within an hour are one burst."""


class ActivityAnswer(Struct, frozen=True, kw_only=True):
    """Activity as an analysis says it; null where a newer post may not have been seen."""

    newest_post_at: datetime | None
    days_since_newest: int | None
    posts_per_week: float | None


class Activity(Struct, frozen=True):
    """What the dates of the creator's own posts tell; None where it is not known."""

    newest_post_at: datetime | None = None
    days_since_newest: float | None = None
    """As of the look that read the posts: of a newer post than that nobody knows."""
    posts_per_week: float | None = None
    """From the median time between the latest posts; a pause since does not change it."""
    is_sure: bool = False
    """False where a newer post may be among those that were seen: undated, or only pinned ones loaded."""

    def answer(self) -> ActivityAnswer:
        days = self.days_since_newest if self.is_sure else None
        return ActivityAnswer(
            newest_post_at=self.newest_post_at if self.is_sure else None,
            days_since_newest=None if days is None else int(days),
            posts_per_week=None if self.posts_per_week is None else round(self.posts_per_week, 1),
        )


def activity_of(
    posts: Sequence[Post], creator: str | None, now: datetime | None, total: int | None = None
) -> Activity:
    """Of the posts that ``creator`` leads. ``now``: when the page was looked at; ``total``: posts of the account.

    A pinned post stands at the top whatever its age: alone it says nothing of newer ones, unless it is all there is.
    """
    own = [post for post in posts if not is_led_by_another(post, creator)]
    dates = [post.taken_at for post in own if post.taken_at is not None]
    if not dates:
        return Activity()
    newest = max(dates)
    seen_at = max((post.read_at or now for post in posts), default=None, key=_or_first) if now else None
    days = None if seen_at is None else max((seen_at - newest) / _DAY, 0.0)
    is_whole = total is not None and len(posts) >= total
    is_sure = len(dates) == len(own) and (is_whole or any(not post.is_pinned for post in own))
    regular = [p.taken_at for p in own if p.taken_at is not None and (is_whole or not p.is_pinned)]
    return Activity(newest, days, _a_week(regular), is_sure)


def _or_first(at: datetime | None) -> float:
    return at.timestamp() if at is not None else 0.0


def _a_week(dates: Sequence[datetime]) -> float | None:
    latest = sorted(dates, reverse=True)[:LATEST]
    if len(latest) < _LEAST_POSTS:
        return None
    gaps = [(newer - older) / _DAY for newer, older in pairwise(latest)]
    return 7 / max(median(gaps), _SHORTEST_GAP)
