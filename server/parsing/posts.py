"""The creator's posts: whose post is it, and what do all sources together say of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from server.facts import Count, Post
from server.parsing.bodies import bodies
from server.parsing.grid import Tile
from server.parsing.hidden import believed
from server.parsing.media import Media, is_media, read_media, shortcode_time
from server.parsing.nodes import Node
from server.parsing.opened import read_opened
from server.parsing.ranking import ranked
from server.parsing.responses import media_rows
from server.parsing.view import View

_POST_COUNTS = ("likes", "comments", "plays")
_POST_TEXTS = (
    "owner",
    "taken_at",
    "taken_at_source",
    "is_pinned",
    "is_collaboration",
    "is_sponsored",
    "caption",
)


def creator_posts(
    view: View, username: str | None, profile_id: str | None, tiles: tuple[Tile, ...]
) -> tuple[tuple[Post, ...], dict[str, tuple[Count, ...]]]:
    """The creator's posts, newest first, and every source of their counts."""
    shown = {tile.shortcode for tile in tiles}
    versions: dict[str, list[Post]] = defaultdict(list)
    for media in _media(view):
        if media.post.shortcode and _belongs(media, username, profile_id, shown):
            versions[media.post.shortcode].append(_as_seen_by(media, username, profile_id))
    for tile in tiles:
        versions[tile.shortcode].append(_post_of_tile(tile, username))
    for post in read_opened(view.document.markup, view.grammar):
        if post.shortcode in versions:  # the type is the tile's; a post of nobody known is not the creator's
            versions[post.shortcode].append(post)
    meta_post = _post_of_meta(view)
    if meta_post is not None:
        versions[meta_post.shortcode].append(meta_post)
    counts: dict[str, tuple[Count, ...]] = {}
    posts: list[Post] = []
    for code, found in versions.items():
        post, sources = _merged_post(found)
        posts.append(post)
        counts.update({f"post:{code}:{name}": best for name, best in sources.items()})
    return tuple(_newest_first(posts, view.meta.shortcode)), counts


def _media(view: View) -> Iterator[Media]:
    for body, source in bodies(view):
        yield from media_rows(body, source)
    if view.legacy_post:
        node = Node(view.legacy_post, "shortcode_media", "$.shortcode_media")
        if is_media(node):
            yield read_media(node, "legacy_json")


def _belongs(media: Media, username: str | None, profile_id: str | None, shown: set[str]) -> bool:
    """True for a post the creator owns or shares; a post without an owner counts when it is in the grid."""
    by_name = media.post.owner is not None and media.post.owner == username
    by_id = media.owner_id is not None and media.owner_id == profile_id
    shared = username in media.coauthors or profile_id in media.coauthors
    anonymous = media.post.owner is None and media.owner_id is None
    return (
        by_name
        or by_id
        or shared
        or (media.post.shortcode in shown)
        or (anonymous and not shown and _is_timeline(media.path))
    )


def _is_timeline(path: str) -> bool:
    """True for the lists that hold one account's posts only."""
    lists = ("user_timeline", "clips__user__connection", "clips_connection", "edge_owner_to_timeline_media")
    return any(name in path for name in lists)


def _as_seen_by(media: Media, username: str | None, profile_id: str | None) -> Post:
    """The post with its owner named where only the id is known, and marked where somebody else leads it."""
    post = media.post
    if post.owner is None and media.owner_id is not None and media.owner_id == profile_id:
        post = replace(post, owner=username)
    led_by_other = (post.owner or username) != username or (
        media.owner_id is not None and profile_id is not None and media.owner_id != profile_id
    )
    return replace(post, is_collaboration=True) if led_by_other else post


def _post_of_tile(tile: Tile, username: str | None) -> Post:
    time = shortcode_time(tile.shortcode)
    return Post(
        shortcode=tile.shortcode,
        type=tile.type,
        owner=tile.owner,
        taken_at=time,
        taken_at_source="shortcode" if time else None,
        likes=tile.likes,
        comments=tile.comments,
        is_pinned=tile.is_pinned,
        is_collaboration=True if tile.owner not in (None, username) else None,
    )


def _post_of_meta(view: View) -> Post | None:
    """The post that a post page is about, as far as its metas tell."""
    meta = view.meta
    if meta.shortcode is None or (not meta.post_counts and meta.post_owner is None):
        return None
    likes, comments = [c if isinstance(c, Count) else None for c in (*meta.post_counts, None, None)][:2]
    time = shortcode_time(meta.shortcode)
    return Post(
        shortcode=meta.shortcode,
        type="reel" if meta.is_reel else "image",
        owner=meta.post_owner,
        taken_at=time,
        taken_at_source="shortcode" if time else None,
        likes=likes,
        comments=comments,
    )


def _merged_post(found: list[Post]) -> tuple[Post, dict[str, tuple[Count, ...]]]:
    """One post from its versions; the switch for hidden likes wins over any number."""
    sources = {
        name: ranked(count for post in found if (count := getattr(post, name))) for name in _POST_COUNTS
    }
    sources["likes"] = believed(sources["likes"])
    hidden = _first_known(found, "likes_hidden")
    if hidden:
        sources["likes"] = ()
    if len(found) == 1:
        return (replace(found[0], likes=None) if hidden and found[0].likes else found[0]), sources
    values: dict[str, Any] = {name: _first_known(found, name) for name in _POST_TEXTS}
    dated = next((post for post in found if post.taken_at_source not in (None, "shortcode")), None)
    if dated is not None:
        values.update(taken_at=dated.taken_at, taken_at_source=dated.taken_at_source)
    counts: dict[str, Any] = {name: best[0] if best else None for name, best in sources.items()}
    return replace(found[0], **values, **counts, likes_hidden=hidden), sources


def _first_known(found: list[Post], name: str) -> Any:
    return next((value for post in found if (value := getattr(post, name)) is not None), None)


def _newest_first(posts: list[Post], leading: str | None) -> list[Post]:
    """By date where dates are known, else as found; the post that a post page is about comes first."""
    if all(post.taken_at is not None for post in posts):
        posts = sorted(
            posts, key=lambda post: post.taken_at.timestamp() if post.taken_at else 0.0, reverse=True
        )
    return sorted(posts, key=lambda post: post.shortcode != leading) if leading else posts
