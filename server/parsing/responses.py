"""Reads JSON answers: profiles, posts, follower rows, comments.

The row readers take a body in any of the shapes Instagram has used and return its rows in order. Whether a row
belongs to the creator is decided elsewhere (merge.py).
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from server.facts import CommentRow, Count, CountSource, FollowerRow, Post, exact_count
from server.instagram import is_default_picture
from server.parsing.media import Media, User, is_media, read_media, user_of, written_code
from server.parsing.nodes import MAX_TEXT, Node, bool_of, count_in, dict_of, id_of, list_of, string_of, walk

_FOLLOWERS = ("follower_count", "edge_followed_by", "followed_by", "followers")
_FOLLOWING = ("following_count", "edge_follow", "follows", "following")
_POSTS = ("media_count", "edge_owner_to_timeline_media", "media")
_PARTS = (".carousel_media[", ".edge_sidecar_to_children.")
MAX_LINKS = 10
"""Below a biography; Instagram takes five."""
MAX_ABOVE = 20
"""Objects with an id around a post that are looked at."""
_CAPTION_KEYS = frozenset({"caption", "edge_media_to_caption"})


class Profile(Struct, frozen=True):
    """A user object that carries counts."""

    username: str | None
    profile_id: str | None
    full_name: str | None
    biography: str | None
    external_url: str | None
    category: str | None
    is_private: bool | None
    is_verified: bool | None
    followers: Count | None
    following: Count | None
    post_count: Count | None
    links: tuple[str, ...] = ()
    """The addresses below the biography, as the creator wrote them."""
    ids: frozenset[str] = frozenset()
    """All numbers that stand for the account: pk, and the id of the graph where it is another one."""
    is_gated: bool = False
    """Behind a question for the age: zeros stand in place of what is not shown."""


# --- row readers: public, tested by themselves ---------------------------------------------------------------


def followers(body: Any) -> list[FollowerRow]:
    """Rows of a followers list: ``users[]``, ``users[].user`` or the edges of ``edge_followed_by``."""
    return list(_user_rows(body))


def following(body: Any) -> list[FollowerRow]:
    """Rows of a following list; the same shapes as followers."""
    return list(_user_rows(body))


def likers(body: Any) -> list[FollowerRow]:
    """Rows of a likers list; the same shapes as followers."""
    return list(_user_rows(body))


def comments(body: Any) -> list[CommentRow]:
    """Comments of one post with their replies, whoever wrote them."""
    return [row for node in walk(body) if (row := _comment(node)) is not None]


def timelines(body: Any) -> list[Post]:
    """Posts of a timeline, clips, feed, search or post answer, whoever owns them."""
    return [media.post for media in media_rows(body, "response")]


def media_rows(body: Any, source: CountSource) -> Iterator[Media]:
    """Posts with their owners. A post inside a post (carousel parts, previews) is not one."""
    seen: set[str] = set()
    above: list[User] = []
    last = ""
    for node in walk(body):
        while above and not _is_inside(node.path, above[-1].path):
            above.pop()
        if is_media(node):
            is_part = last and written_code(node.value) is None and _is_inside(node.path, last)
            if is_part or any(part in node.path for part in _PARTS):
                continue
            media, last = read_media(node, source), node.path
            if media.post.shortcode not in seen:
                seen.add(media.post.shortcode)
                yield replace(media, lists=tuple(above))
        elif (user := user_of(node)) is not None and len(above) < MAX_ABOVE:
            above.append(user)


def _is_inside(path: str, outer: str) -> bool:
    return path.startswith(outer) and path[len(outer) : len(outer) + 1] in (".", "[")


def profiles(body: Any, source: CountSource) -> Iterator[Profile]:
    """User objects that carry a follower count. The viewer's own account is not offered."""
    for node in walk(body):
        if node.key == "viewer" or ".viewer." in node.path or not _has_counts(node.value):
            continue
        yield _profile(node, source)


# --- shapes -------------------------------------------------------------------------------------------------


def _has_counts(value: dict[str, Any]) -> bool:
    is_user = "username" in value or "pk" in value or "id" in value
    return is_user and any(count_in(value.get(key)) is not None for key in _FOLLOWERS)


def _profile(node: Node, source: CountSource) -> Profile:
    value = node.value
    username = string_of(value.get("username"))
    gated = isinstance(value.get("gating"), dict)
    return Profile(
        username=username.lower() if username else None,
        profile_id=id_of(value.get("pk")) or id_of(value.get("id")),
        ids=frozenset(number for key in ("pk", "id") if (number := id_of(value.get(key)))),
        full_name=string_of(value.get("full_name")),
        biography="" if value.get("biography") == "" and not gated else string_of(value.get("biography")),
        external_url=string_of(value.get("external_url")),
        links=_links(value),
        category=string_of(value.get("category")) or string_of(value.get("category_name")),
        is_private=bool_of(value.get("is_private")),
        is_verified=bool_of(value.get("is_verified")),
        followers=_shown(_count(node, _FOLLOWERS, source), gated=gated),
        following=_shown(_count(node, _FOLLOWING, source), gated=gated),
        post_count=_shown(_count(node, _POSTS, source), gated=gated),
        is_gated=gated,
    )


def _count(node: Node, keys: tuple[str, ...], source: CountSource) -> Count | None:
    for key in keys:
        number = count_in(node.value.get(key))
        if number is not None:
            return exact_count(number, source, f"{node.path}.{key}")
    return None


def _links(value: dict[str, Any]) -> tuple[str, ...]:
    rows = [dict_of(row) for row in list_of(value.get("bio_links"))[:MAX_LINKS]]
    return tuple(url for row in rows if (url := string_of(row.get("url"))))


def _shown(count: Count | None, *, gated: bool) -> Count | None:
    return None if gated and count is not None and count.high == 0 else count


def _user_rows(body: Any) -> Iterator[FollowerRow]:
    seen: set[str] = set()
    for node in walk(body):
        row = node.value
        username = string_of(row.get("username"))
        if username is None or username in seen or not _is_listed_user(node) or not _looks_like_row(row):
            continue
        seen.add(username)
        yield FollowerRow(
            username=username,
            full_name=row["full_name"][:MAX_TEXT] if isinstance(row.get("full_name"), str) else None,
            has_photo=_has_photo(row),
            is_verified=bool_of(row.get("is_verified")),
            is_private=bool_of(row.get("is_private")),
        )


def _has_photo(row: dict[str, Any]) -> bool | None:
    """By Instagram's own word, else by the picture's address; None where neither is there."""
    anonymous, address = (
        bool_of(row.get("has_anonymous_profile_picture")),
        string_of(row.get("profile_pic_url")),
    )
    if anonymous is not None:
        return not anonymous
    return None if address is None else not is_default_picture(address)


def _is_listed_user(node: Node) -> bool:
    """``users[3]``, ``users[3].user`` and ``edges[3].node`` are rows; the owner of a post or story is not."""
    return (
        node.key == "users" or (node.path.endswith("].user") and ".users[" in node.path) or node.key == "node"
    )


def _looks_like_row(row: dict[str, Any]) -> bool:
    return any(key in row for key in ("full_name", "is_private", "is_verified", "profile_pic_url"))


def _comment(node: Node) -> CommentRow | None:
    value = node.value
    content = value.get("text")
    if node.key in _CAPTION_KEYS or not isinstance(content, str) or ".edge_media_to_caption" in node.path:
        return None
    author = value.get("user") or value.get("owner")
    name = author if isinstance(author, str) else dict_of(author).get("username")
    if not isinstance(name, str) or not any(
        key in value for key in ("created_at", "created_at_utc", "pk", "id")
    ):
        return None
    stamp = value.get("created_at") or value.get("created_at_utc")
    is_time = isinstance(stamp, int) and 0 < stamp < 4_100_000_000
    is_reply = (
        bool(value.get("parent_comment_id")) or "threaded" in node.path or "child_comments" in node.path
    )
    return CommentRow(
        post="",
        username=name,
        text=content[:MAX_TEXT],
        is_reply=is_reply,
        created_at=datetime.fromtimestamp(stamp, UTC) if is_time and isinstance(stamp, int) else None,
    )
