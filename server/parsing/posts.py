"""The creator's posts: whose post is it, and what do all sources together say of it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from server.facts import Count, Post
from server.parsing.bodies import bodies
from server.parsing.grid import Tile
from server.parsing.hidden import believed
from server.parsing.media import CODE_OF_ID, Media, User, is_media, read_media, shortcode_time
from server.parsing.nodes import Node
from server.parsing.opened import read_opened
from server.parsing.ranking import ranked
from server.parsing.responses import media_rows
from server.parsing.view import CaptureView

_POST_COUNTS = ("likes", "comments", "plays")
_POST_TEXTS = (
    "type",
    "owner",
    "taken_at",
    "taken_at_source",
    "is_pinned",
    "is_collaboration",
    "is_sponsored",
    "caption",
)
_TIMELINES = (
    "user_timeline",
    "clips__user__connection",
    "clips_connection",
    "edge_owner_to_timeline_media",
    "polaris_timeline_connection",
    "polaris_ordered_timeline_connection",
)
"""Lists that hold one account's posts only, whoever's that is."""
_OTHERS = re.compile(
    r"saved|tagged|usertags|photos_of|suggest|related|liked|discover|chaining|collection|felix_drafts"
)
"""Lists inside an account's object that hold posts of other people."""
_GRAPH_ID = 17
"""Digits of an id of the graph; it begins with 1784."""


class PostOwner(Struct, frozen=True):
    """Whom the posts are asked of."""

    username: str | None
    profile_id: str | None
    ids: frozenset[str]
    """All numbers that stand for the account."""

    def is_any_of(self, user: User) -> bool:
        return bool(user.ids & self.ids) or (user.username is not None and user.username == self.username)


def creator_posts(
    view: CaptureView, creator: PostOwner, tiles: tuple[Tile, ...]
) -> tuple[tuple[Post, ...], dict[str, tuple[Count, ...]]]:
    """The creator's posts, newest first, and every source of their counts."""
    shown = {tile.shortcode for tile in tiles}
    written = {code[:CODE_OF_ID]: code for code in shown}
    versions: dict[str, list[Post]] = defaultdict(list)
    for media in _media(view):
        code = media.post.shortcode
        if code and (code == view.meta.shortcode or _belongs(media, creator, shown)):
            post = _as_seen_by(media, creator)
            versions[written.get(code, code)].append(replace(post, shortcode=written.get(code, code)))
    for tile in tiles:
        versions[tile.shortcode].append(_post_of_tile(tile, creator.username))
    for post in read_opened(view.document, view.grammar):
        if post.shortcode in versions:  # a post of nobody known is not the creator's
            versions[post.shortcode].append(post)
    meta_post = _post_of_meta(view)
    if meta_post is not None:
        versions[meta_post.shortcode].append(meta_post)
    counts: dict[str, tuple[Count, ...]] = {}
    posts: list[Post] = []
    for code, found in versions.items():
        post, sources = _merged_post(found)
        posts.append(post)
        counts.update({f"post:{code}:{name}": best for name, best in sources.items() if best})
    return tuple(_newest_first(posts, view.meta.shortcode)), counts


def _media(view: CaptureView) -> Iterator[Media]:
    for body, source in bodies(view):
        yield from media_rows(body, source)
    if view.legacy_post:
        node = Node(view.legacy_post, "shortcode_media", "$.shortcode_media")
        if is_media(node):
            yield read_media(node, "legacy_json")


def leading_owner(view: CaptureView) -> str | None:
    """The number of whoever owns the post that a post page is about."""
    if view.meta.shortcode is None:
        return None
    return next((m.owner_id for m in _media(view) if m.post.shortcode == view.meta.shortcode), None)


def _belongs(media: Media, creator: PostOwner, shown: set[str]) -> bool:
    """True for a post the creator owns or shares; one without an owner is its list's or, failing that, the grid's."""
    by_name = media.post.owner is not None and media.post.owner == creator.username
    by_id = media.owner_id is not None and media.owner_id in creator.ids
    shared = creator.username in media.coauthors or bool(creator.ids & media.coauthors)
    if by_name or by_id or shared or media.post.shortcode in shown:
        return True
    is_anonymous = media.post.owner is None and media.owner_id is None
    return is_anonymous and _is_in_own_list(media, creator, shown)


def _is_in_own_list(media: Media, creator: PostOwner, shown: set[str]) -> bool:
    """True in a list of the creator's own object; where the object is nobody's, only without a grid to tell."""
    holder = media.lists[-1] if media.lists else None
    if holder is not None and creator.is_any_of(holder):
        return not _OTHERS.search(media.path[len(holder.path) :])
    is_named = holder is not None and (holder.username is not None or holder.ids - _graph_ids(holder))
    return not is_named and not shown and any(name in media.path for name in _TIMELINES)


def _graph_ids(user: User) -> frozenset[str]:
    """Numbers of the graph: they are other ones than the account's and tell nothing where no answer links the two."""
    return frozenset(number for number in user.ids if number.startswith("1784") and len(number) == _GRAPH_ID)


def _as_seen_by(media: Media, creator: PostOwner) -> Post:
    """The post with its owner named where that is known, and marked where somebody else leads it."""
    post = media.post
    is_own = media.owner_id in creator.ids or (media.owner_id is None and _holds(creator, media))
    if post.owner is None and is_own:
        post = replace(post, owner=creator.username)
    led_by_other = (post.owner or creator.username) != creator.username or (
        media.owner_id is not None and bool(creator.ids) and media.owner_id not in creator.ids
    )
    return replace(post, is_collaboration=True) if led_by_other else post


def _holds(creator: PostOwner, media: Media) -> bool:
    return bool(media.lists) and creator.is_any_of(media.lists[-1])


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


def _post_of_meta(view: CaptureView) -> Post | None:
    """The post that a post page is about, as far as its metas tell."""
    meta = view.meta
    if meta.shortcode is None or (not meta.post_counts and meta.post_owner is None):
        return None
    likes, comments = [c if isinstance(c, Count) else None for c in (*meta.post_counts, None, None)][:2]
    time = shortcode_time(meta.shortcode)
    return Post(
        shortcode=meta.shortcode,
        type="reel" if meta.is_reel else ("video" if (meta.og_type or "").startswith("video") else None),
        owner=meta.post_owner,
        taken_at=time,
        taken_at_source="shortcode" if time else None,
        likes=likes,
        comments=comments,
        caption=meta.caption,
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
    if values["type"] == "video" and any(post.type == "reel" for post in found):
        values["type"] = "reel"  # told by its address; the object says only that it moves
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
