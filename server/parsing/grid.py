"""The post grid: which posts are shown, and the numbers over a tile that the pointer rests on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from msgspec import Struct

from server.facts import Count, PostType, Unread
from server.parsing.counts import Place, in_whole_words, read_count
from server.parsing.document import Document
from server.parsing.grammar import PageGrammar, words
from server.parsing.markup import attribute, elements, plain_text, tags

MAX_TILES = 200
MAX_LINKS = 3_000
_MAX_TILE = 16 * 1024
_MAX_TAG = 4 * 1024
_BESIDE = 600
"""Markup between two neighbouring tiles: the ends and beginnings of a few boxes."""
# A page that was saved twice leads into the disk it was opened from; an archive leads through itself.
_HOST = (
    r"(?:https?:)?//(?:www\.)?instagram\.com|file://(?:/[A-Za-z]:)?"
    r"|(?:(?:https?:)?//web\.archive\.org)?/web/[0-9]{4,14}[a-z_]{0,4}/https?://(?:www\.)?instagram\.com"
)
_POST_LINK = re.compile(
    rf"(?:{_HOST})?/(?:([A-Za-z0-9._]{{1,30}})/)?(p|reel|tv)/([A-Za-z0-9_-]{{5,60}})/?(?:\?[^/]*)?", re.ASCII
)


class Tile(Struct, frozen=True):
    """One post of the grid."""

    shortcode: str
    type: PostType | None
    owner: str | None
    """The account named in the link: another one's for a post that somebody else leads."""
    likes: Count | None
    comments: Count | None
    is_pinned: bool | None
    unread: tuple[Unread, ...] = ()


class _Link(Struct, frozen=True):
    """A link to a post, and where it stands in the markup."""

    start: int
    end: int
    match: re.Match[str]
    fragment: bytes

    @property
    def owner(self) -> str | None:
        return self.match.group(1).lower() if self.match.group(1) else None


def read_grid(document: Document, username: str | None, grammar: PageGrammar) -> tuple[Tile, ...]:
    """The tiles of ``username``'s grid in the order shown.

    A link to somebody else's post is a tile only where it stands directly beside the creator's own: a shared post
    led by another account. Suggestions stand apart.
    """
    tiles: dict[str, Tile] = {}
    links = _of_the_grid(list(islice(_links_to_posts(document), MAX_TILES)), username)
    has_icons = any(b"<svg" in link.fragment for link in links)
    for link in links:
        code = link.match.group(3)
        if code not in tiles or b"<li" in link.fragment:
            tiles[code] = _tile(link, grammar, "image" if has_icons else None)
    return tuple(tiles.values())


def _of_the_grid(links: list[_Link], username: str | None) -> list[_Link]:
    own = [link.owner in (None, username) for link in links]
    for order in (range(1, len(links)), range(len(links) - 2, -1, -1)):
        step = 1 if order.step > 0 else -1
        for i in order:
            near, far = (links[i - 1], links[i]) if step > 0 else (links[i], links[i + 1])
            own[i] = own[i] or (own[i - step] and far.start - near.end < _BESIDE)
    return [link for link, is_own in zip(links, own, strict=True) if is_own]


def _links_to_posts(document: Document) -> Iterator[_Link]:
    markup, position = document.markup, 0
    for start in islice(document.starts[b"a"], MAX_LINKS):
        end_of_tag = markup.find(b">", start, start + _MAX_TAG)
        tag = markup[start : end_of_tag + 1]
        if start < position or not (b"/p/" in tag or b"/reel/" in tag or b"/tv/" in tag):
            continue
        match = _POST_LINK.fullmatch(attribute(tag, "href") or "")
        if match is None:
            continue
        close = markup.find(b"</a", end_of_tag, start + _MAX_TILE)
        end = end_of_tag if close < 0 else close
        yield _Link(start, end, match, markup[start:end])
        position = end


def _tile(link: _Link, grammar: PageGrammar, bare: PostType | None) -> Tile:
    """``bare``: what a tile without a drawing in its corner is, where others have one."""
    shortcode = link.match.group(3)
    counts, unread = _overlay(shortcode, link.fragment, grammar) if b"<li" in link.fragment else ({}, ())
    icons = _icons(link.fragment)
    drawn = _type(icons, grammar, bare) if icons else bare
    return Tile(
        shortcode=shortcode,
        type="reel" if link.match.group(2) == "reel" else drawn,
        owner=link.owner,
        likes=counts.get("likes"),
        comments=counts.get("comments"),
        is_pinned=True if icons and icons & words(grammar.language, "pinned") else None,
        unread=unread,
    )


def _overlay(
    shortcode: str, fragment: bytes, grammar: PageGrammar
) -> tuple[dict[str, Count], tuple[Unread, ...]]:
    """Likes, then comments. A single number says not which it is (likes may be hidden) and is not read."""
    texts = [text for item in elements(fragment, "li", limit=4) if (text := plain_text(item))]
    if len(texts) != 2:
        return {}, tuple(
            Unread(f"post:{shortcode}", in_whole_words(text), "unlabelled") for text in texts[:1]
        )
    counts: dict[str, Count] = {}
    unread: list[Unread] = []
    locator = f'a[href*="/{shortcode}/"] li'
    for name, text in zip(("likes", "comments"), texts, strict=True):
        reading = read_count(text, grammar.shown, Place(name, "overlay", locator))
        if isinstance(reading, Count):
            counts[name] = reading
        else:
            unread.append(reading)
    return counts, tuple(unread)


def _type(icons: set[str], grammar: PageGrammar, bare: PostType | None) -> PostType | None:
    """By the drawing in the corner; none but a pin is there on a single picture, and an unknown one says nothing."""
    kinds: tuple[tuple[str, PostType], ...] = (("carousel", "carousel"), ("clip", "reel"), ("video", "video"))
    unknown = icons - words(grammar.language, "pinned")
    known = (kind for name, kind in kinds if icons & words(grammar.language, name))
    return next(known, None if unknown else bare)


def _icons(fragment: bytes) -> set[str]:
    """The labels of the small drawings in the corner of a tile."""
    if b"<svg" not in fragment:
        return set()
    return {label for tag in tags(fragment, "svg", limit=4) if (label := attribute(tag, "aria-label"))}
