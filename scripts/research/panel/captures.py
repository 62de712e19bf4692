"""An invented creator as the capture that the extension would send."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from html import escape
from typing import Any

from scripts.research.panel.kinds import OPENED, Made, Shown

NOW = datetime(2026, 11, 20, 8, 0, tzinfo=UTC)
_BASE64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
_PROFILE_ID = "70011223344"
Json = dict[str, Any]


def capture(made: Made, *, samples: bool) -> Json:
    """Header and twelve posts; with ``samples`` also the follower rows and the comments of the opened posts."""
    seen: Json = {}
    if samples:
        seen = {
            "followers": {"position": "top", "rows": [row.to_json() for row in made.rows]},
            "comments": _comments(made),
        }
    return {
        "schema": 1,
        "url": f"https://www.instagram.com/{made.username}/",
        "captured_at": NOW.isoformat(),
        "navigation": "load",
        "html": _page(made),
        "responses": [
            _response("PolarisProfilePageContentQuery", {"data": {"user": _user(made) | _counts(made)}}),
            _timeline(made),
        ],
        "samples": seen,
    }


def _page(made: Made) -> str:
    name = escape(made.full_name)
    count = f'<a href="/{made.username}/followers/"><span title="{made.followers:,}">{made.followers:,}</span> followers</a>'
    return (
        f'<html lang="en"><head><title>{name} (@{made.username})</title></head><body><main><header>'
        f"<h2>{made.username}</h2>{count}<span>{escape(made.biography)}</span></header></main></body></html>"
    )


def _response(name: str, body: Json) -> Json:
    return {"path": "/graphql/query", "name": name, "received_at": NOW.isoformat(), "body": body}


def _user(made: Made) -> Json:
    return {"pk": _PROFILE_ID, "id": _PROFILE_ID, "username": made.username, "full_name": made.full_name}


def _counts(made: Made) -> Json:
    return {
        "follower_count": made.followers,
        "following_count": made.following,
        "media_count": made.post_count,
        "biography": made.biography,
        "external_url": made.link or "",
        "is_private": False,
        "is_verified": False,
    }


def _timeline(made: Made) -> Json:
    edges = [{"node": _media(made, place, post)} for place, post in enumerate(made.posts)]
    root = "xdt_api__v1__feed__user_timeline_graphql_connection"
    return _response("PolarisProfilePostsQuery", {"data": {root: {"edges": edges}}})


def code(place: int) -> str:
    return f"DPanel{_BASE64[place]}invented"[:11]


def _media(made: Made, place: int, post: Shown) -> Json:
    taken = NOW - timedelta(days=post.age_days)
    return {
        "pk": str(3_000_000_000_000_000_000 + place),
        "code": code(place),
        "taken_at": int(taken.timestamp()),
        "media_type": {"image": 1, "reel": 2, "carousel": 8}[post.kind],
        "product_type": {"image": "feed", "reel": "clips", "carousel": "carousel_container"}[post.kind],
        "like_count": 3 if made.hides_likes else post.likes,
        "comment_count": post.comments,
        "play_count": post.plays,
        "like_and_view_counts_disabled": made.hides_likes,
        "caption": {"text": post.caption},
        "user": _user(made),
        "owner": {"id": _PROFILE_ID, "pk": _PROFILE_ID, "username": made.username},
        "__typename": "XDTMediaDict",
    }


def _comments(made: Made) -> list[Json]:
    return [
        {"post": code(place), "username": who, "text": text, "is_reply": False, "by_owner": False}
        for place, thread in enumerate(made.threads[:OPENED])
        for who, text in thread
    ]
