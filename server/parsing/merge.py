"""From all that a capture shows to the facts of one creator: whose row is it, which source wins, who disagrees."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from server.facts import SOURCES, Count, Disagreement, Facts, Post, Source, Unread
from server.parsing.grid import Tile, read_grid
from server.parsing.media import Media, is_media, read_media, shortcode_time
from server.parsing.nodes import Node
from server.parsing.opened import read_opened
from server.parsing.page import says_private
from server.parsing.responses import Profile, media_rows, profiles
from server.parsing.view import View

COUNT_FIELDS = ("followers", "following", "post_count")
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
TOLERANCE = 0.02
"""Sources of a count may differ by this share before it is reported: counts move while a page is open."""


@dataclass(frozen=True, slots=True)
class Merged:
    """The facts and what was seen beside them."""

    facts: Facts
    alternatives: dict[str, tuple[Count, ...]]
    disagreements: tuple[Disagreement, ...]
    unread: tuple[Unread, ...]
    discarded: tuple[str, ...]
    has_counts: bool


def merge(view: View) -> Merged:
    """All sources in the stated order: network answer, header title, header text, overlay, page JSON, metas."""
    username = view.username
    discarded = _leftovers(view, username)
    route_id = None if "route" in discarded else view.route.profile_id
    found = list(_profiles(view, username, route_id))
    readings = list(_readings(view, found, discarded, username))
    counts = {name: _ranked(r for field, r in readings if field == name) for name in COUNT_FIELDS}
    profile_id = next((p.profile_id for p in found if p.profile_id), route_id)
    tiles = read_grid(view.document.markup, username, view.grammar)
    posts, seen = _posts(view, username, profile_id, tiles)
    unread = [r for _, r in readings if isinstance(r, Unread)] + [u for tile in tiles for u in tile.unread]
    facts = Facts(
        username=username,
        profile_id=profile_id,
        is_private=_is_private(view, found, tiles),
        is_verified=_is_verified(view, found),
        followers=_best(counts["followers"]),
        following=_best(counts["following"]),
        post_count=_best(counts["post_count"]),
        posts=posts,
        **_texts(view, found, discarded),
    )
    return Merged(
        facts=facts,
        alternatives={name: found for name, found in {**counts, **seen}.items() if found},
        disagreements=tuple(_disagreements({**counts, **seen})),
        unread=tuple(unread),
        discarded=discarded,
        has_counts=any(counts.values()),
    )


# --- whose page is it ---------------------------------------------------------------------------------------


def _leftovers(view: View, username: str | None) -> tuple[str, ...]:
    """What single-page navigation left behind of an earlier profile; after it, what names nobody is one too."""
    named = {"meta": view.meta.username, "route": view.route.username}
    moved = view.capture.navigation == "spa"
    return tuple(
        name for name, other in named.items() if username and (other != username if other else moved)
    )


def _profiles(view: View, username: str | None, route_id: str | None) -> Iterator[Profile]:
    """User objects of this creator, network answers first; one without a name is told by the route's id."""
    for body, source in _bodies(view):
        for profile in profiles(body, source):
            by_name = profile.username is not None and profile.username == username
            by_id = profile.username is None and profile.profile_id == route_id is not None
            if by_name or by_id:
                yield profile


def _bodies(view: View) -> Iterator[tuple[Any, Source]]:
    for response in reversed(view.capture.responses):  # the newest answer first
        yield response.body, "response"
    source: Source = "post_page" if view.meta.shortcode else "response"
    for body in view.embedded:
        yield body, source
    for body in view.legacy:
        yield body, "legacy_json"


# --- header counts ------------------------------------------------------------------------------------------


def _readings(
    view: View, found: list[Profile], discarded: tuple[str, ...], username: str | None
) -> Iterator[tuple[str, Count | Unread]]:
    for profile in found:
        for name in COUNT_FIELDS:
            count = getattr(profile, name)
            if count is not None:
                yield name, count
    if view.header is not None and view.header.username == username:
        for name, readings in view.header.counts.items():
            yield from ((name, reading) for reading in readings)
    if "meta" not in discarded:
        for name, reading in zip(COUNT_FIELDS, view.meta.profile_counts, strict=False):
            yield name, reading


def _ranked(readings: Iterable[Count | Unread]) -> tuple[Count, ...]:
    """Counts, best source first; the first reading of each source."""
    by_source: dict[Source, Count] = {}
    for reading in readings:
        if isinstance(reading, Count):
            by_source.setdefault(reading.source, reading)
    return tuple(by_source[source] for source in SOURCES if source in by_source)


def _best(ranked: tuple[Count, ...]) -> Count | None:
    """The best source; widened to both where a network answer and the header on the screen contradict each other."""
    if not ranked:
        return None
    first = ranked[0]
    header = next((count for count in ranked if count.source in ("header_title", "header_text")), None)
    if first.source != "response" or header is None or not _differ(first, header):
        return first
    return replace(first, low=min(first.low, header.low), high=max(first.high, header.high), exact=False)


def _differ(one: Count, other: Count) -> bool:
    """True where rounding does not explain it and the gap is over the tolerance."""
    gap = max(one.low, other.low) - min(one.high, other.high)
    return gap > TOLERANCE * max(one.value, other.value)


def _disagreements(ranked: dict[str, tuple[Count, ...]]) -> Iterator[Disagreement]:
    for name, counts in ranked.items():
        if any(_differ(counts[0], other) for other in counts[1:]):
            yield Disagreement(name, counts)


# --- what else is known -------------------------------------------------------------------------------------


def _texts(view: View, found: list[Profile], discarded: tuple[str, ...]) -> dict[str, str | None]:
    header = view.header
    meta = None if "meta" in discarded or view.meta.shortcode else view.meta
    from_header = {
        "full_name": header.full_name if header else None,
        "biography": header.biography if header else None,
        "external_url": header.external_url if header else None,
        "category": header.category if header else None,
    }
    from_meta = {
        "full_name": meta.full_name if meta else None,
        "biography": meta.biography if meta else None,
    }
    texts: dict[str, str | None] = {}
    for name, shown in from_header.items():
        answered = next((value for p in found if (value := getattr(p, name))), None)
        texts[name] = answered or shown or from_meta.get(name)
    return texts


def _is_private(view: View, found: list[Profile], tiles: tuple[Tile, ...]) -> bool | None:
    told = next((p.is_private for p in found if p.is_private is not None), None)
    if told is not None:
        return told
    header = view.header
    if header is None or not header.counts:
        return None
    if tiles:
        return False
    if says_private(view):
        return True
    shown = [
        r for name in ("followers", "following") for r in header.counts.get(name, ()) if isinstance(r, Count)
    ]
    closed = len(shown) >= 2 and not header.counts_are_links and all(r.value > 0 for r in shown)
    return True if closed else (False if header.counts_are_links and shown else None)


def _is_verified(view: View, found: list[Profile]) -> bool | None:
    told = next((p.is_verified for p in found if p.is_verified is not None), None)
    if told is not None or view.header is None or not view.header.counts:
        return told
    return view.header.is_verified


# --- posts --------------------------------------------------------------------------------------------------


def _posts(
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
        counts.update({f"post:{code}:{name}": ranked for name, ranked in sources.items()})
    return tuple(_newest_first(posts, view.meta.shortcode)), counts


def _media(view: View) -> Iterator[Media]:
    for body, source in _bodies(view):
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
    return by_name or by_id or shared or (media.post.shortcode in shown) or (anonymous and not shown)


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
    ranked = {
        name: _ranked(count for post in found if (count := getattr(post, name))) for name in _POST_COUNTS
    }
    hidden = _first_known(found, "likes_hidden")
    if hidden:
        ranked["likes"] = ()
    if len(found) == 1:
        return (replace(found[0], likes=None) if hidden and found[0].likes else found[0]), ranked
    values: dict[str, Any] = {name: _first_known(found, name) for name in _POST_TEXTS}
    dated = next((post for post in found if post.taken_at_source not in (None, "shortcode")), None)
    if dated is not None:
        values.update(taken_at=dated.taken_at, taken_at_source=dated.taken_at_source)
    counts: dict[str, Any] = {name: best[0] if best else None for name, best in ranked.items()}
    return replace(found[0], **values, **counts, likes_hidden=hidden), ranked


def _first_known(found: list[Post], name: str) -> Any:
    return next((value for post in found if (value := getattr(post, name)) is not None), None)


def _newest_first(posts: list[Post], leading: str | None) -> list[Post]:
    """By date where dates are known, else as found; the post that a post page is about comes first."""
    if all(post.taken_at is not None for post in posts):
        posts = sorted(
            posts, key=lambda post: post.taken_at.timestamp() if post.taken_at else 0.0, reverse=True
        )
    return sorted(posts, key=lambda post: post.shortcode != leading) if leading else posts
