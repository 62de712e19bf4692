"""Facts as JSON, in the contract's shape, and back: what answers show and audits keep."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from server.facts import Count, Facts, Post
from server.parsing.contacts import contacts_of
from server.scoring.records import count_to_json, iso, parse_time

COUNTS = ("followers", "following", "post_count")
_TEXTS = (
    "username",
    "profile_id",
    "full_name",
    "biography",
    "external_url",
    "category",
    "is_private",
    "is_verified",
    "is_own",
    "is_gated",
)
_POST_COUNTS = ("likes", "comments", "plays")


def facts_to_json(facts: Facts) -> dict[str, Any]:
    links = facts.links or ((facts.external_url,) if facts.external_url else facts.links)
    contacts = contacts_of(facts.biography, links)
    return {
        **{name: getattr(facts, name) for name in _TEXTS},
        **{name: _count_to_json(getattr(facts, name)) for name in COUNTS},
        "contacts": None if contacts is None else contacts.to_json(),
        "links": None if facts.links is None else list(facts.links),
        "posts": [post_to_json(post) for post in facts.posts],
    }


def post_to_json(post: Post) -> dict[str, Any]:
    return {
        "shortcode": post.shortcode,
        "type": post.type,
        "taken_at": iso(post.taken_at),
        "taken_at_source": post.taken_at_source,
        "likes": _count_to_json(post.likes),
        "comments": _count_to_json(post.comments),
        "plays": _count_to_json(post.plays),
        "likes_hidden": post.likes_hidden,
        "is_pinned": post.is_pinned,
        "is_collaboration": post.is_collaboration,
        "is_sponsored": post.is_sponsored,
        "caption": post.caption,
        "owner": post.owner,
        "sponsors": list(post.sponsors),
        "read_at": iso(post.read_at),
    }


def facts_of(body: dict[str, Any]) -> Facts:
    """Raises KeyError, TypeError or ValueError for anything else than ``facts_to_json`` gives."""
    counts = {name: count_of(body[name]) for name in COUNTS}
    posts = tuple(post_of(post) for post in body["posts"])
    links = None if body.get("links") is None else tuple(body["links"])
    body = {name: value for name, value in body.items() if name != "contacts"}  # they follow from the rest
    return replace(Facts(**{**body, **counts, "posts": ()}), posts=posts, links=links)


def post_of(body: dict[str, Any]) -> Post:
    """The same of one post."""
    counts = {name: count_of(body[name]) for name in _POST_COUNTS}
    times = {name: parse_time(body.get(name)) for name in ("taken_at", "read_at")}
    return Post(**{**body, **counts, **times, "sponsors": tuple(body["sponsors"])})


def _count_to_json(count: Count | None) -> dict[str, Any] | None:
    return None if count is None else count_to_json(count)


def count_of(body: dict[str, Any] | None) -> Count | None:
    return None if body is None else Count(**body)
