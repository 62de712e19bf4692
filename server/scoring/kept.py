"""What earlier looks read of a creator's page, kept by kind with its date, and a look completed by it.

A page shows now more, now less: half loaded, logged out, saved last month. What one look saw is not forgotten because
the next one saw less. Counts of posts and header are used for 30 days, the latest reading of each; samples of
followers and comments live with the visits (server.samples.earlier) for 90.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any, Literal

from msgspec import Struct, field
from msgspec.structs import replace

from server import own_json
from server.facts import Count, Facts, Post, Reading
from server.messages import Text
from server.scoring.shown_facts import COUNTS
from server.scoring.wording import say

MAX_AGE = timedelta(days=30)
"""Older readings of posts and header are not used: likes and followers have moved on."""
MAX_POSTS = 60
_DAY = timedelta(days=1)
_CLOCKS = timedelta(minutes=30)
"""A reading may lie so much ahead: two browsers, two clocks."""
_LONG_AGO = datetime.min.replace(tzinfo=UTC)
_TEXTS = ("full_name", "biography", "external_url", "category")
_FLAGS = ("is_private", "is_verified", "is_own")
HEADER = (*COUNTS, *_TEXTS, *_FLAGS, "links")
_KINDS: Mapping[str, Any] = (
    dict.fromkeys(COUNTS, tuple[Count | None, datetime])
    | dict.fromkeys(_TEXTS, tuple[str | None, datetime])
    | dict.fromkeys(_FLAGS, tuple[bool | None, datetime])
    | {"links": tuple[tuple[str, ...] | None, datetime]}
)
"""Value and time of its reading, by field."""
_POST_COUNTS = ("likes", "comments", "plays")
_SAID = ("owner", "is_pinned", "is_collaboration", "is_sponsored", "caption")
_FACES = 3


class Known(Struct, frozen=True):
    """What is kept of a creator."""

    header: Mapping[str, tuple[Any, datetime]] = field(default_factory=dict)
    """Value and time of its reading, by field of Facts."""
    posts: Mapping[str, Post] = field(default_factory=dict)
    """By shortcode, each with the time of its reading."""

    def body(self) -> dict[str, Any]:
        """What ``known_of`` reads once it is written: records in it, as ``own_json`` writes them."""
        return {"header": self.header, "posts": list(self.posts.values())}


def known_of(body: Mapping[str, Any] | None) -> Known:
    """What is kept, from its JSON; nothing where another version of Soi kept it otherwise."""
    try:
        return _known(body or {})
    except (AttributeError, KeyError, TypeError, ValueError):
        return Known()


def _known(body: Mapping[str, Any]) -> Known:
    header = {name: own_json.record_of(row, _KINDS[name]) for name, row in body.get("header", {}).items()}
    posts = own_json.record_of(body.get("posts", ()), tuple[Post, ...])
    return Known(header, {post.shortcode: post for post in posts if post.read_at is not None})


class KeptPart(Struct, frozen=True, kw_only=True):
    """Header or posts that this check did not read itself."""

    kind: Literal["header", "posts"]
    n: int
    at: datetime
    text: Text


def kept_parts(reading: Reading) -> tuple[KeptPart, ...]:
    """Header and posts that this check did not read itself, with their date in words."""
    posts = [post.read_at for post in reading.facts.posts if post.read_at is not None]
    header = [at for _, at in reading.kept]
    parts = [_part("header", len(header), header), _part("posts", len(posts), posts)]
    return tuple(part for part in parts if part is not None)


def _part(kind: Literal["header", "posts"], n: int, times: Sequence[datetime]) -> KeptPart | None:
    if not times:
        return None
    at = max(times)
    words = say(f"kept.{kind}", {"n": float(n), "day": at.timestamp() / _DAY.total_seconds()})
    return KeptPart(kind=kind, n=n, at=at, text=words)


class Completed(Struct, frozen=True):
    """A look, completed."""

    facts: Facts
    """Posts that this look did not read carry the time of their reading."""
    kept: tuple[tuple[str, datetime], ...]
    """Fields of the header that this look did not show, and when they were read."""
    known: Known
    """What is to be kept from now on."""


def completed(facts: Facts, known: Known, at: datetime) -> Completed:
    """``facts`` as read at ``at``, with what is missing or coarser in them taken from ``known``.

    Of an older page nothing later is used; what was read later than it stays what is kept.
    """
    values: dict[str, Any] = {}
    kept: list[tuple[str, datetime]] = []
    header: dict[str, tuple[Any, datetime]] = {}
    for name in HEADER:
        seen, before = getattr(facts, name), known.header.get(name)
        if before is not None and _is_usable(before[1], at) and _tells_more(before[0], seen):
            values[name], read_at = before
            if _is_missing(seen):
                kept.append((name, read_at))
            else:
                read_at = at
        else:
            values[name], read_at = seen, at
        header |= _kept_field(name, (values[name], read_at), before, at)
    posts = _posts(facts, known, at)
    return Completed(
        replace(facts, posts=tuple(posts.values()), **values),
        tuple(kept),
        Known(header, _kept_posts(posts, known, at)),
    )


def _is_usable(read_at: datetime, at: datetime) -> bool:
    return -_CLOCKS <= at - read_at <= MAX_AGE


def _is_missing(value: Any) -> bool:
    return value is None or value in ("", ())


def _tells_more(before: Any, seen: Any) -> bool:
    """True where the earlier value is known and the one seen now is missing, or the same number rounded more."""
    if _is_missing(before):
        return False
    if isinstance(before, Count) and isinstance(seen, Count):
        return _is_coarser(seen, before)
    return _is_missing(seen)


def _is_coarser(seen: Count, before: Count) -> bool:
    return not seen.exact and seen.low <= before.low and before.high <= seen.high


def _kept_field(
    name: str, now: tuple[Any, datetime], before: tuple[Any, datetime] | None, at: datetime
) -> dict[str, tuple[Any, datetime]]:
    """The later reading; what was read after this look is not overruled by it."""
    if before is not None and before[1] > at and not _is_missing(before[0]):
        return {name: before}
    return {} if now[0] is None else {name: now}


# --- posts ---------------------------------------------------------------------------------------------------


def _posts(facts: Facts, known: Known, at: datetime) -> dict[str, Post]:
    """Posts seen now and usable ones of before, newest first where all are dated."""
    usable = {c: p for c, p in known.posts.items() if p.read_at is not None and _is_usable(p.read_at, at)}
    seen = {post.shortcode: post for post in facts.posts}
    found = {code: _joined(post, usable[code]) if code in usable else post for code, post in seen.items()}
    found |= {code: post for code, post in usable.items() if code not in seen}
    if len(found) > len(seen) and all(post.taken_at is not None for post in found.values()):
        rows = sorted(found.items(), key=lambda row: row[1].taken_at or _LONG_AGO, reverse=True)
        return dict(rows)
    return found


def _joined(seen: Post, before: Post) -> Post:
    """The latest reading, and what it lacks from the earlier one. ``read_at`` is that of the likes."""
    firm = seen.taken_at_source not in (None, "shortcode") or before.taken_at_source in (None, "shortcode")
    first, second = (seen, before) if firm else (before, seen)
    said = {name: _either(getattr(first, name), getattr(second, name)) for name in _SAID}
    counts: dict[str, Any] = {
        name: _better(getattr(seen, name), getattr(before, name)) for name in _POST_COUNTS
    }
    hidden = _is_hidden(seen, before)
    counts |= {"likes": None} if hidden else {}
    fresh = seen.likes is not None or before.likes is None or hidden
    return replace(
        first,
        **said,
        **counts,
        sponsors=first.sponsors or second.sponsors,
        taken_at=_either(first.taken_at, second.taken_at),
        likes_hidden=True if hidden else _either(seen.likes_hidden, before.likes_hidden),
        read_at=seen.read_at if fresh else before.read_at,
    )


def _is_hidden(seen: Post, before: Post) -> bool:
    """Hidden now, or hidden before while this look shows no more than the faces."""
    if seen.likes_hidden or not before.likes_hidden:
        return bool(seen.likes_hidden)
    return seen.likes is None or seen.likes.high <= _FACES


def _either(first: Any, second: Any) -> Any:
    return second if first is None else first


def _better(seen: Count | None, before: Count | None) -> Count | None:
    if seen is None or before is None:
        return before if seen is None else seen
    return before if _is_coarser(seen, before) else seen


def _kept_posts(found: Mapping[str, Post], known: Known, at: datetime) -> dict[str, Post]:
    """The latest reading of each post, the newest MAX_POSTS; one that says nothing is not kept."""
    dated = {c: p if p.read_at is not None else replace(p, read_at=at) for c, p in found.items() if _says(p)}
    later = {c: p for c, p in known.posts.items() if p.read_at is not None and p.read_at > at}
    rows = sorted((dated | later).items(), key=lambda row: row[1].taken_at or _LONG_AGO, reverse=True)
    return dict(rows[:MAX_POSTS])


def _says(post: Post) -> bool:
    counted = (post.likes, post.comments, post.plays, post.likes_hidden)
    return any(value is not None for value in counted) or post.taken_at_source not in (None, "shortcode")
