"""Invented creators for the tests of scores."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

from msgspec.structs import replace

from server.facts import CommentRow, Count, Facts, FollowerRow, Post, Reading, exact_count

NOW = datetime(2026, 11, 20, 8, 0, tzinfo=UTC)

HONEST_LIKES = (612, 455, 801, 390, 520, 690, 433, 1010, 575, 480, 640, 710)
HONEST_COMMENTS = (14, 8, 17, 6, 11, 15, 9, 24, 12, 10, 13, 16)
"""Comments rise and fall with the likes."""


def count(value: int, field: str = "followers") -> Count:
    return exact_count(value, "response", field)


def compact(value: int, low: int, high: int, raw: str) -> Count:
    """A rounded count as a header shows it."""
    return Count(value, low, high, False, "header_text", raw, "header", "cldr:vi")


def post(number: int, likes: int | None = 500, comments: int | None = 10, **more: Any) -> Post:
    """The ``number``-th latest post, some hours and days old."""
    return Post(
        shortcode=f"code{number}",
        type=more.pop("type", "image"),
        taken_at=more.pop("taken_at", NOW - timedelta(days=2 + 4 * number, hours=number * number % 11)),
        taken_at_source="response",
        likes=None if likes is None else count(likes, f"likes{number}"),
        comments=None if comments is None else count(comments, f"comments{number}"),
        **more,
    )


def posts(
    likes: Sequence[int | None] = HONEST_LIKES, comments: Sequence[int | None] = HONEST_COMMENTS
) -> tuple[Post, ...]:
    return tuple(post(i, a, b) for i, (a, b) in enumerate(zip(likes, comments, strict=True)))


def reading(**changes: Any) -> Reading:
    """An ordinary micro-influencer's profile; ``changes`` are fields of Reading or of Facts."""
    facts = Facts(
        username="an.vi.o",
        profile_id="17",
        biography="Ăn gì ở Sài Gòn",
        external_url="https://example.com",
        is_private=False,
        followers=count(24_000, "followers"),
        following=count(540, "following"),
        post_count=count(312, "post_count"),
        posts=posts(),
    )
    known = {name: changes.pop(name) for name in list(changes) if hasattr(facts, name)}
    return Reading(page=changes.pop("page", "profile"), facts=replace(facts, **known), **changes)


def follower_rows(clean: int, suspicious: int) -> tuple[FollowerRow, ...]:
    """Rows of people with photo and name, and rows of bare accounts whose names are mostly digits."""
    people = [FollowerRow(f"linh.nguyen.{_letters(i)}", "Linh Nguyễn", True) for i in range(clean)]
    bare = [FollowerRow(f"u{7_310_000 + 97 * i}", "", False) for i in range(suspicious)]
    return (*people, *bare)


def _letters(number: int) -> str:
    return "".join(chr(ord("a") + int(digit)) for digit in str(number))


def comment_rows(texts: Sequence[str], n_posts: int = 3) -> tuple[CommentRow, ...]:
    """One comment each by different people, spread over posts."""
    return tuple(CommentRow(f"code{i % n_posts}", f"fan_{_letters(i)}", t) for i, t in enumerate(texts))
