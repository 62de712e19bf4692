"""Looks at invented creators: captures with a header, the page's own answer, and samples."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

from tests.http.conftest import Client

T0 = datetime(2025, 3, 1, 9, 0, tzinfo=UTC)
NAME = "mai.an.gi.hcm"
TEXTS = ("🔥🔥", "xinh quá", "shop ở đâu vậy ạ?")


def capture(
    name: str, followers: int, profile_id: str, day: float, samples: dict[str, Any]
) -> dict[str, Any]:
    """``name`` as seen on the ``day``-th day."""
    user = {"username": name, "pk": profile_id, "id": profile_id}
    counts = {"follower_count": followers, "following_count": 300, "media_count": 90}
    header = f'<header><h2>{name}</h2><a href="/{name}/followers/"><span title="{followers:,}">x</span></a></header>'
    return {
        "url": f"https://www.instagram.com/{name}/",
        "captured_at": (T0 + timedelta(days=day)).isoformat(),
        "html": f'<html lang="en"><head></head><body><main>{header}</main></body></html>',
        "responses": [
            {
                "path": "/graphql/query",
                "name": "PolarisProfilePageContentQuery",
                "body": {"data": {"user": user | counts}},
            }
        ],
        "samples": samples,
    }


def look(
    client: Client,
    day: float = 0,
    name: str = NAME,
    followers: int = 12_000,
    profile_id: str = "42",
    **samples: Any,
) -> Any:
    """The answer of a check on the ``day``-th day."""
    answer = client.call("POST", "/api/v1/checks", capture(name, followers, profile_id, day, samples))
    assert answer.status_code == 200, answer.json
    return answer.json


def fans(start: int, n: int) -> list[str]:
    return [f"Fan.cua.ai.{i}" for i in range(start, start + n)]


def comments(names: list[str]) -> list[dict[str, Any]]:
    """A comment each, under three posts."""
    return [
        {"post": f"Cpost{i % 3}aaaaa", "username": name, "text": TEXTS[i % 3]} for i, name in enumerate(names)
    ]


def followers(n: int) -> dict[str, Any]:
    """The top of a followers dialog in which every fifth row is bare."""
    names = [f"nguoi.theo.doi.{i}" if i % 5 else f"u{73_310_000 + i}" for i in range(n)]
    return {"position": "top", "rows": [{"username": name, "has_photo": "." in name} for name in names]}


def cook(name: str, since: int = 1_790_000_000) -> dict[str, Any]:
    """A look at somebody whose captions are about food, a post about every day from ``since`` on (Unix seconds)."""
    captions = ("Canh chua cá lóc nấu trong 20 phút #monngon", "Ba món cơm hộp cho cả tuần #comhop")
    media = [
        {"code": f"CODE_food{n}", "pk": str(n), "media_type": 1, "like_count": 500, "comment_count": 3}
        | {"taken_at": since + n * 90_000, "caption": {"text": captions[n % 2]}}
        | {"user": {"username": name, "pk": "77"}}
        for n in range(1, 10)
    ]
    edges = [{"node": one} for one in media]
    timeline = {"data": {"xdt_api__v1__feed__user_timeline_graphql_connection": {"edges": edges}}}
    look = capture(name, 20_000, "77", 0, {})
    look["responses"].append({"path": "/graphql/query", "name": "PolarisProfilePostsQuery", "body": timeline})
    return look
