"""The post grid: which posts are shown, and the numbers over a tile that the pointer rests on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bs4 import BeautifulSoup

from server.facts import Count, PostType, Unread
from server.parsing.counts import Place, read_count
from server.parsing.document import attribute, elements
from server.parsing.grammar import PageGrammar, words

MAX_TILES = 200
MAX_LINKS = 3_000
_MAX_TILE = 16 * 1024
_POST_LINK = re.compile(
    r"(?:https://www\.instagram\.com)?/(?:([A-Za-z0-9._]{1,30})/)?(p|reel|tv)/([A-Za-z0-9_-]{5,60})/?(?:\?[^/]*)?",
    re.ASCII,
)


@dataclass(frozen=True, slots=True)
class Tile:
    """One post of the grid."""

    shortcode: str
    type: PostType
    likes: Count | None
    comments: Count | None
    is_pinned: bool | None
    unread: tuple[Unread, ...] = ()


def read_grid(markup: str, username: str | None, grammar: PageGrammar) -> tuple[Tile, ...]:
    """The tiles of ``username``'s grid in the order shown; links to other people's posts are not tiles."""
    tiles: dict[str, Tile] = {}
    for fragment in _links_to_posts(markup):
        end_of_tag = fragment.find(">") + 1
        match = _POST_LINK.fullmatch(attribute(fragment[:end_of_tag], "href") or "")
        if match is None or (match.group(1) and match.group(1).lower() != username):
            continue
        if match.group(3) not in tiles or "<li" in fragment:
            tiles[match.group(3)] = _tile(match.group(3), match.group(2), fragment, grammar)
        if len(tiles) == MAX_TILES:
            break
    return tuple(tiles.values())


def _links_to_posts(markup: str) -> Iterator[str]:
    for fragment in elements(markup, "a", MAX_LINKS, _MAX_TILE):
        head = fragment[:600]
        if "/p/" in head or "/reel/" in head or "/tv/" in head:
            yield fragment


def _tile(shortcode: str, kind: str, fragment: str, grammar: PageGrammar) -> Tile:
    counts, unread = _overlay(shortcode, fragment, grammar) if "<li" in fragment else ({}, ())
    return Tile(
        shortcode=shortcode,
        type="reel" if kind == "reel" else _type(fragment, grammar),
        likes=counts.get("likes"),
        comments=counts.get("comments"),
        is_pinned=True if _has_icon(fragment, "pinned", grammar) else None,
        unread=unread,
    )


def _overlay(
    shortcode: str, fragment: str, grammar: PageGrammar
) -> tuple[dict[str, Count], tuple[Unread, ...]]:
    """Likes, then comments. A single number says not which it is (likes may be hidden) and is not read."""
    soup = BeautifulSoup(fragment, "lxml")
    texts = [text for item in soup.find_all("li") if (text := item.get_text(" ", strip=True))]
    if len(texts) != 2:
        return {}, tuple(Unread(f"post:{shortcode}", text[:80], "unlabelled") for text in texts[:1])
    counts: dict[str, Count] = {}
    unread: list[Unread] = []
    for name, text in zip(("likes", "comments"), texts, strict=True):
        place = Place(name, "overlay", f'a[href*="/{shortcode}/"] li')
        reading = read_count(text, grammar.shown, place)
        if isinstance(reading, Count):
            counts[name] = reading
        else:
            unread.append(reading)
    return counts, tuple(unread)


def _type(fragment: str, grammar: PageGrammar) -> PostType:
    if _has_icon(fragment, "carousel", grammar):
        return "carousel"
    if _has_icon(fragment, "clip", grammar):
        return "reel"
    return "video" if _has_icon(fragment, "video", grammar) else "image"


def _has_icon(fragment: str, kind: str, grammar: PageGrammar) -> bool:
    return any(f'aria-label="{word}"' in fragment for word in words(grammar.language, kind))
