"""Which posts an engagement rate may be read from, and why the others are left out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from server.facts import Post

LATEST = 12
MATURE = timedelta(hours=24)
"""Likes still come in during a post's first day."""

Reason = Literal[
    "too_recent", "likes_hidden", "collaboration", "pinned_out_of_order", "not_loaded", "beyond_latest_12"
]


@dataclass(frozen=True, slots=True)
class LeftOut:
    shortcode: str
    reason: Reason


def eligible_posts(
    posts: tuple[Post, ...], creator: str | None, now: datetime | None
) -> tuple[tuple[Post, ...], tuple[LeftOut, ...]]:
    """The posts to measure, newest first, and the others with a reason.

    A pinned post counts like any other when its date puts it among the latest 12; an older one stands at the top of
    the grid only because it is pinned. Without ``now`` the age is not judged.
    """
    latest = _latest(posts)
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
    if _is_led_by_another(post, creator):
        return "collaboration"
    if post.likes_hidden:
        return "likes_hidden"
    if now is not None and post.taken_at is not None and now - post.taken_at < MATURE:
        return "too_recent"
    return "not_loaded" if post.likes is None else None


def _is_led_by_another(post: Post, creator: str | None) -> bool:
    """A collaboration whose leader is not named may be anybody's: its likes prove nothing about this creator."""
    return (
        post.owner != creator
        if post.owner is not None and creator is not None
        else bool(post.is_collaboration)
    )
