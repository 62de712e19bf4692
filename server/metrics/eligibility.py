"""Which posts an engagement rate may be read from, and why the others are left out."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Literal

from msgspec import Struct

from server.facts import Post

LATEST = 12
MATURE = timedelta(hours=24)
"""Likes still come in during a post's first day."""

Reason = Literal[
    "too_recent", "likes_hidden", "collaboration", "pinned_out_of_order", "not_loaded", "beyond_latest_12"
]


class LeftOut(Struct, frozen=True):
    shortcode: str
    reason: Reason


def eligible_posts(
    posts: tuple[Post, ...], creator: str | None, now: datetime | None, total: int | None = None
) -> tuple[tuple[Post, ...], tuple[LeftOut, ...]]:
    """The posts to measure, newest first, and the others with a reason.

    A pinned post counts like any other when its date puts it among the latest 12; an older one stands at the top of
    the grid only because it is pinned. ``total`` is the number of posts the account has: with fewer of them loaded,
    those that were not may be newer than an old pinned one. Without ``now`` the age is not judged.
    """
    pinned = _out_of_order(posts, total)
    latest = _latest(tuple(post for post in posts if post.shortcode not in pinned))
    kept: list[Post] = []
    left: list[LeftOut] = []
    for post in posts:
        reason = _reason(post, latest, creator, now)
        if reason is None:
            kept.append(post)
        else:
            left.append(LeftOut(post.shortcode, reason))
    kept.sort(key=_age_key)
    return tuple(kept), tuple(left)


def _out_of_order(posts: tuple[Post, ...], total: int | None) -> frozenset[str]:
    """Pinned posts older than every other loaded one, or of unknown age, while not every post is loaded."""
    regular = [post.taken_at for post in posts if not post.is_pinned and post.taken_at is not None]
    if not regular or (total is not None and len(posts) >= total):
        return frozenset()
    oldest = min(regular)
    pinned = (post for post in posts if post.is_pinned)
    return frozenset(post.shortcode for post in pinned if post.taken_at is None or post.taken_at < oldest)


def _age_key(post: Post) -> float:
    return -post.taken_at.timestamp() if post.taken_at else 0.0


def _latest(posts: tuple[Post, ...]) -> frozenset[str]:
    """Shortcodes of the latest 12 by date; undated posts keep their place in the grid, pinned ones go last."""
    dated = all(post.taken_at is not None for post in posts)
    ordered = sorted(posts, key=_age_key if dated else lambda post: bool(post.is_pinned))
    return frozenset(post.shortcode for post in ordered[:LATEST])


def _reason(post: Post, latest: frozenset[str], creator: str | None, now: datetime | None) -> Reason | None:
    if post.shortcode not in latest:
        return "pinned_out_of_order" if post.is_pinned else "beyond_latest_12"
    if is_led_by_another(post, creator):
        return "collaboration"
    if post.likes_hidden:
        return "likes_hidden"
    read_at = post.read_at or now  # likes of an earlier look are as old as that
    if read_at is not None and post.taken_at is not None and read_at - post.taken_at < MATURE:
        return "too_recent"
    return "not_loaded" if post.likes is None else None


def is_led_by_another(post: Post, creator: str | None) -> bool:
    """A collaboration whose leader is not named may be anybody's: its likes prove nothing about this creator."""
    return (
        post.owner != creator
        if post.owner is not None and creator is not None
        else bool(post.is_collaboration)
    )
