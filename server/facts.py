"""What was read from a page: frozen records, every count with the place it was read from.

Nothing here judges. ``None`` means "not shown", never zero. Counts and posts, of which a page has dozens, are Structs:
made and copied in a tenth of the time.
"""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from msgspec import Struct, field

CountSource = Literal[
    "response", "header_title", "header_text", "overlay", "meta", "post_page", "legacy_json"
]
"""Where a value stood, best first: the order in which sources are believed when they differ."""

SOURCES: tuple[CountSource, ...] = (
    "response",
    "header_title",
    "header_text",
    "overlay",
    "post_page",
    "legacy_json",
    "meta",
)

PageKind = Literal[
    "profile", "private_profile", "login_wall", "post", "story", "error_page", "challenge", "other"
]
PostType = Literal["image", "carousel", "video", "reel"]
TakenAtSource = Literal["response", "shortcode", "post_page", "legacy_json"]
MAX_COUNT = 10**11


class Count(Struct, frozen=True):
    """A number as shown. A rounded one is the interval of all numbers that may be shown like this."""

    value: int
    """The number as written, e.g. 12300 for "12,3K"."""
    low: int
    high: int
    exact: bool
    source: CountSource | None
    """None for a figure of an earlier visit: only its bounds were kept."""
    raw: str
    """The text as it stood on the page."""
    locator: str
    """Where it stood: a CSS selector, the name of a meta tag, or a path in a JSON answer."""
    rule: str = ""
    """Which number grammar read it: "page", "cldr:vi", "latin" or "integer"."""


def exact_count(value: int, source: CountSource, locator: str, raw: str | None = None) -> Count:
    """A count that a machine wrote: no rounding."""
    return Count(value, value, value, True, source, str(value) if raw is None else raw, locator, "integer")


class Unread(Struct, frozen=True):
    """A number that stood on the page but could not be read without guessing."""

    field: str
    raw: str
    reason: str
    """"ambiguous_suffix", "unknown_suffix", "foreign_digits", "out_of_range" or "malformed"."""


class Disagreement(Struct, frozen=True):
    """Sources that differ by more than rounding explains and by over 2 %."""

    field: str
    values: tuple[Count, ...]


class Post(Struct, frozen=True):
    """One post of the creator, or led by somebody else and shown in the creator's grid."""

    shortcode: str
    type: PostType | None
    """None where nothing on the page says it."""
    owner: str | None = None
    """User name of the leading account where the source names it."""
    taken_at: datetime | None = None
    """UTC."""
    taken_at_source: TakenAtSource | None = None
    likes: Count | None = None
    comments: Count | None = None
    plays: Count | None = None
    likes_hidden: bool | None = None
    is_pinned: bool | None = None
    is_collaboration: bool | None = None
    """Led by another account, or shared between accounts."""
    is_sponsored: bool | None = None
    caption: str | None = None
    sponsors: tuple[str, ...] = ()
    read_at: datetime | None = None
    """When an earlier look read it; None for this one."""


class FollowerRow(Struct, frozen=True):
    """One row of an open followers dialog. Scored, counted and dropped; never stored."""

    username: str
    full_name: str | None = None
    has_photo: bool | None = None
    is_verified: bool | None = None
    is_private: bool | None = None


class CommentRow(Struct, frozen=True):
    """One comment of an opened post. Scored, counted and dropped; never stored."""

    post: str
    username: str
    text: str
    is_reply: bool = False
    by_owner: bool = False
    created_at: datetime | None = None


class Facts(Struct, frozen=True):
    """The creator as the page shows it."""

    username: str | None = None
    profile_id: str | None = None
    full_name: str | None = None
    biography: str | None = None
    external_url: str | None = None
    category: str | None = None
    is_private: bool | None = None
    is_verified: bool | None = None
    is_own: bool | None = None
    """The account of whoever looks: it can be edited on this page."""
    is_gated: bool | None = None
    """Instagram asks for the age before it shows counts and posts."""
    followers: Count | None = None
    following: Count | None = None
    post_count: Count | None = None
    links: tuple[str, ...] | None = None
    """Addresses below the biography; empty where the header stands without one, None where none was seen."""
    posts: tuple[Post, ...] = ()
    """Newest first by date where the dates are known, else in the order of the grid."""


class Reading(Struct, frozen=True):
    """All that parsing one capture gives: the facts of the creator, and what was seen beside them."""

    page: PageKind
    facts: Facts
    alternatives: dict[str, tuple[Count, ...]] = field(default_factory=dict)
    """Every source of a field, best first, by field name ("followers", "post:CODE:likes")."""
    disagreements: tuple[Disagreement, ...] = ()
    unread: tuple[Unread, ...] = ()
    follower_rows: tuple[FollowerRow, ...] = ()
    followers_position: str | None = None
    """"top", "middle" or None: which part of the followers list the rows come from."""
    comment_rows: tuple[CommentRow, ...] = ()
    sources: tuple[CountSource, ...] = ()
    """The kinds of source this capture held (the ledger)."""
    discarded: tuple[str, ...] = ()
    """Leftovers of an earlier profile that were not believed, e.g. "meta"."""
    kept: tuple[tuple[str, datetime], ...] = ()
    """Fields of the header that an earlier look read and this one did not show, with its time."""
    rules: tuple[str, ...] = ()
    """Number grammars used."""
