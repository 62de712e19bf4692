"""From all that a capture shows to the facts of one creator: whose row is it, which source wins, who disagrees."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from server.facts import Count, Disagreement, Facts, Post, Unread
from server.parsing.bodies import bodies
from server.parsing.grid import Tile, read_grid
from server.parsing.hidden import stand_ins, without
from server.parsing.page import says_private
from server.parsing.posts import PostOwner, creator_posts, leading_owner
from server.parsing.ranking import ranked
from server.parsing.responses import Profile, profiles
from server.parsing.view import CaptureView

COUNT_FIELDS = ("followers", "following", "post_count")
_LIVE = ("response", "header_title", "header_text")
"""Sources that follow the page while it is open; the metas and the page's own JSON may be older."""
TOLERANCE = 0.02
"""Sources of a count may differ by this share before it is reported: counts move while a page is open."""


class Merged(Struct, frozen=True):
    """The facts and what was seen beside them."""

    facts: Facts
    alternatives: dict[str, tuple[Count, ...]]
    disagreements: tuple[Disagreement, ...]
    unread: tuple[Unread, ...]
    discarded: tuple[str, ...]
    has_counts: bool


def merge(view: CaptureView) -> Merged:
    """All sources in the stated order: network answer, header title, header text, overlay, page JSON, metas."""
    username = view.username
    discarded = _leftovers(view, username)
    route_id = None if "route" in discarded else view.route.profile_id
    found = list(_profiles(view, username, route_id))
    readings = list(_readings(view, found, discarded, username))
    counts = {name: _believed(ranked(r for field, r in readings if field == name)) for name in COUNT_FIELDS}
    profile_id = next((p.profile_id for p in found if p.profile_id), route_id or leading_owner(view))
    ids = frozenset(number for p in found for number in p.ids) | ({profile_id} if profile_id else set())
    tiles = read_grid(view.document, username, view.grammar)
    followers = _best(counts["followers"])
    posts, seen = _posts(view, PostOwner(username, profile_id, ids), tiles, followers)
    unread = [r for _, r in readings if isinstance(r, Unread)] + [u for tile in tiles for u in tile.unread]
    sources = {name: found for name, found in {**counts, **seen}.items() if found}
    facts = Facts(
        username=username,
        profile_id=profile_id,
        is_private=_is_private(view, found, tiles),
        is_verified=_is_verified(view, found),
        is_own=view.header.is_own if view.header is not None and view.header.username == username else None,
        is_gated=any(profile.is_gated for profile in found) or None,
        followers=followers,
        following=_best(counts["following"]),
        post_count=_best(counts["post_count"]),
        links=_links(view, found),
        posts=posts,
        **_texts(view, found, discarded),
    )
    return Merged(
        facts=facts,
        alternatives=sources,
        disagreements=tuple(_disagreements(sources)),
        unread=tuple(unread),
        discarded=discarded,
        has_counts=any(counts.values()) or any(profile.is_gated for profile in found),
    )


# --- whose page is it ---------------------------------------------------------------------------------------


def _leftovers(view: CaptureView, username: str | None) -> tuple[str, ...]:
    """What single-page navigation left behind of an earlier profile; after it, what names nobody is one too."""
    named = {"meta": view.meta.username, "route": view.route.username}
    moved = view.capture.navigation == "spa"
    return tuple(
        name for name, other in named.items() if username and (other != username if other else moved)
    )


def _profiles(view: CaptureView, username: str | None, route_id: str | None) -> Iterator[Profile]:
    """User objects of this creator, network answers first; one without a name is told by the route's id."""
    for body, source in bodies(view):
        for profile in profiles(body, source):
            by_name = profile.username is not None and profile.username == username
            by_id = profile.username is None and profile.profile_id == route_id is not None
            if by_name or by_id:
                yield profile


def _posts(
    view: CaptureView, creator: PostOwner, tiles: tuple[Tile, ...], followers: Count | None
) -> tuple[tuple[Post, ...], dict[str, tuple[Count, ...]]]:
    """The creator's posts, likes that only stand in for hidden ones taken away, and the sources of their counts."""
    posts, seen = creator_posts(view, creator, tiles)
    hidden = stand_ins(posts, followers, view.capture.captured_at)
    return without(posts, hidden), seen | {f"post:{code}:likes": () for code in hidden}


# --- header counts ------------------------------------------------------------------------------------------


def _readings(
    view: CaptureView, found: list[Profile], discarded: tuple[str, ...], username: str | None
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


def _believed(ranked: tuple[Count, ...]) -> tuple[Count, ...]:
    """Best source first; a zero of an answer goes last where the page itself shows more."""
    shown = any(count.low > 0 and count.source != "response" for count in ranked)
    if not ranked or ranked[0].source != "response" or ranked[0].high > 0 or not shown:
        return ranked
    return (*ranked[1:], ranked[0])


def _best(ranked: tuple[Count, ...]) -> Count | None:
    """The best source; widened to both where a network answer, a title and the text on the screen contradict each other."""
    if not ranked:
        return None
    first = ranked[0]
    live = [count for count in ranked if count.source in _LIVE and (count.high > 0 or count is first)]
    other = next((count for count in live if first in live and _differ(first, count)), None)
    if other is None:
        return first
    return replace(first, low=min(first.low, other.low), high=max(first.high, other.high), exact=False)


def _differ(one: Count, other: Count) -> bool:
    """True where rounding does not explain it and the gap is over the tolerance."""
    gap = max(one.low, other.low) - min(one.high, other.high)
    return gap > TOLERANCE * max(one.value, other.value)


def _disagreements(ranked: dict[str, tuple[Count, ...]]) -> Iterator[Disagreement]:
    for name, counts in ranked.items():
        if len(counts) > 1 and any(_differ(counts[0], other) for other in counts[1:]):
            yield Disagreement(name, counts)


# --- what else is known -------------------------------------------------------------------------------------


def _texts(view: CaptureView, found: list[Profile], discarded: tuple[str, ...]) -> dict[str, str | None]:
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
    if texts["biography"] is None and _shows_no_biography(view, found):
        texts["biography"] = ""
    return texts


def _shows_no_biography(view: CaptureView, found: list[Profile]) -> bool:
    """True where an answer says that there is none, or the creator's whole header stands there without one."""
    header = view.header
    is_whole = (
        header is not None and header.username == view.username and len(header.counts) == len(COUNT_FIELDS)
    )
    return is_whole or any(profile.biography == "" for profile in found)


def _links(view: CaptureView, found: list[Profile]) -> tuple[str, ...] | None:
    """All addresses below the biography; an answer knows more of them than the header draws."""
    answered = next((profile.links for profile in found if profile.links), ())
    header = view.header
    is_shown = header is not None and header.username == view.username and bool(header.counts)
    if not answered and not is_shown:
        return None
    drawn = header.links if header is not None and is_shown else ()
    return tuple(dict.fromkeys((*answered, *drawn)))


def _is_private(view: CaptureView, found: list[Profile], tiles: tuple[Tile, ...]) -> bool | None:
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


def _is_verified(view: CaptureView, found: list[Profile]) -> bool | None:
    told = next((p.is_verified for p in found if p.is_verified is not None), None)
    if told is not None or view.header is None or not view.header.counts:
        return told
    return view.header.is_verified
