"""The description metas: counts in one sentence, in every language in the same order.

On a profile the order is followers, following, posts; on a post likes, comments. Counts are rounded to whole units
from 10,000 on and may be older than the page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TypeVar

from msgspec import Struct

from server.capture import is_username, username_of_url
from server.facts import Count, Unread
from server.parsing.counts import NumberToken, Place, count_of, find_numbers
from server.parsing.document import Document
from server.parsing.grammar import PageGrammar, words
from server.parsing.nodes import MAX_TEXT

T = TypeVar("T")
_DESCRIPTIONS = ("og:description", "description", "twitter:description")
_READ = frozenset({*_DESCRIPTIONS, "og:title", "og:type", "og:url"})
# What ends the sentence of counts: a dash with spaces, or a bullet.
_END_OF_COUNTS = re.compile(r"\s[-\u2010-\u2015\u2212]\s|\s[\u2022\u00b7]\s")
_HANDLE = re.compile(r"\(@([A-Za-z0-9._]{1,30})\)", re.ASCII)
_POST_OWNER = re.compile(r"\s[-\u2010-\u2015]\s([A-Za-z0-9._]{1,30})\s", re.ASCII)
_POST_CODE = re.compile(r"/(p|reel|reels|tv)/([A-Za-z0-9_-]{5,60})", re.ASCII)
_QUOTED = re.compile('["\u201c\u201d\u201e\u300c\u00ab]')
_COLON_AND_QUOTE = re.compile('[:\uff1a]\\s?["\u201c\u201d\u201e\u300c\u00ab]')
_MAX_LEAD = 300
"""Characters before a caption: counts, names, a date."""
_COUNTER = 2
"""A counting word behind the last number: 명, 人, 件, 개."""
_MAX_LABEL = 60
_QUOTES = "\"\u201c\u201d\u201e\u300c\u300d\u00ab\u00bb'\u2018\u2019"


class Meta(Struct, frozen=True):
    """What the metas of a page say."""

    og_type: str | None
    og_url: str | None
    username: str | None
    full_name: str | None
    biography: str | None
    profile_counts: tuple[Count | Unread, ...]
    """Followers, following, posts; empty where the description is not that sentence."""
    post_counts: tuple[Count | Unread | None, ...]
    """Likes, comments; None for one that is not shown."""
    post_owner: str | None
    shortcode: str | None
    is_reel: bool
    caption: str | None = None
    """Of the post, as its metas quote it."""


def read_meta(document: Document, grammar: PageGrammar) -> Meta:
    """Everything the metas tell, whoever it is about."""
    metas = document.metas(_READ)
    descriptions = list(dict.fromkeys(metas[name] for name in _DESCRIPTIONS if name in metas))
    description = descriptions[0] if descriptions else ""
    title = metas.get("og:title") or document.title() or ""
    url = metas.get("og:url") or document.canonical() or ""
    post = _POST_CODE.search(url)
    is_post = post is not None or metas.get("og:type") in ("article", "video", "instapp:photo")
    post_counts = _first(_post_counts(text, grammar) for text in descriptions) if is_post else ()
    return Meta(
        og_type=metas.get("og:type"),
        og_url=url or None,
        username=_username(title, description, url),
        full_name=_full_name(title),
        biography=_biography(metas.get("description", "")),
        profile_counts=() if is_post else _first(_profile_counts(text, grammar) for text in descriptions),
        post_counts=post_counts,
        post_owner=_post_owner(description, url, bool(post_counts)) if is_post else None,
        shortcode=post.group(2) if post else None,
        is_reel=post is not None and post.group(1).startswith("reel"),
        caption=_caption((*descriptions, title)) if is_post else None,
    )


def _first(readings: Iterator[tuple[T, ...]]) -> tuple[T, ...]:
    """The first description that is a sentence of counts."""
    return next((found for found in readings if found), ())


def _username(title: str, description: str, url: str) -> str | None:
    match = _HANDLE.search(title[:400]) or _HANDLE.search(description[:600])
    return match.group(1).lower() if match else username_of_url(url)


def _full_name(title: str) -> str | None:
    end = title.find("(@")
    return title[:end].strip() or None if end > 0 else None


def _biography(description: str) -> str | None:
    """The quoted end of the longer description; line breaks are already lost there."""
    handle = _HANDLE.search(description[:600])
    if handle is None:
        return None
    rest = description[handle.end() :]
    start = next((i for i, c in enumerate(rest[:80]) if c in _QUOTES), None)
    if start is None:
        return None
    return rest[start + 1 :].rstrip().rstrip(".").rstrip(_QUOTES) or None


def _caption(texts: tuple[str, ...]) -> str | None:
    """What stands in quotation marks behind the colon, in the longest of the texts; another may be cut."""
    quoted = [text[mark.end() :] for text in texts if (mark := _COLON_AND_QUOTE.search(text[:_MAX_LEAD]))]
    longest = max((text.rstrip().removesuffix(".").rstrip() for text in quoted), key=len, default="")
    closed = longest[:-1] if longest[-1:] in _QUOTES else longest
    return closed.strip()[:MAX_TEXT] or None


def _profile_counts(description: str, grammar: PageGrammar) -> tuple[Count | Unread, ...]:
    tokens = _sentence(description, grammar)
    if len(tokens) != 3:
        return ()
    names = ("followers", "following", "post_count")
    return tuple(
        count_of(token, grammar.meta, Place(name, "meta", "og:description"))
        for name, token in zip(names, tokens, strict=True)
    )


def _post_counts(description: str, grammar: PageGrammar) -> tuple[Count | Unread | None, ...]:
    tokens = _sentence(description, grammar)
    if len(tokens) == 1:  # likes are hidden, or there are no comments yet: only the word can tell
        likes, comments = (_is_about(tokens[0], kind, grammar) for kind in ("likes", "comments"))
        if likes == comments:
            return ()
        name = "likes" if likes else "comments"
        reading = _post_count(tokens[0], name, grammar)
        return (reading, None) if likes else (None, reading)
    if len(tokens) != 2:
        return ()
    return (_post_count(tokens[0], "likes", grammar), _post_count(tokens[1], "comments", grammar))


def _post_count(token: NumberToken, name: str, grammar: PageGrammar) -> Count | Unread:
    return count_of(token, grammar.meta, Place(name, "meta", "og:description"))


def _is_about(token: NumberToken, kind: str, grammar: PageGrammar) -> bool:
    near = f"{token.before} {token.after}".casefold()
    return any(word.casefold() in near for word in words(grammar.language, kind))


def _sentence(description: str, grammar: PageGrammar) -> list[NumberToken]:
    """The numbers of a description that is a sentence of counts, else none.

    Such a sentence ends at a dash, before any quotation, and each of its numbers has a word: all behind their
    numbers, or all before them. A date or a text that happens to hold numbers is not one.
    """
    end = _END_OF_COUNTS.search(description[:400])
    sentence = description[: end.start()] if end else description[:200]
    tokens = list(find_numbers(sentence, grammar.meta)) if not _QUOTED.search(sentence) else []
    if not tokens:
        return []
    between = [token.after for token in tokens[:-1]]
    words_behind = not tokens[0].before.strip() and _has_letter(tokens[-1].after)
    words_before = _has_letter(tokens[0].before) and len(tokens[-1].after.strip(" ,.")) <= _COUNTER
    worded = all(_has_letter(text) and len(text) <= _MAX_LABEL for text in between)
    return tokens if worded and (words_behind or words_before) else []


def _has_letter(text: str) -> bool:
    return any(c.isalpha() for c in text)


def _post_owner(description: str, url: str, has_counts: bool) -> str | None:
    handle = _HANDLE.search(description[:300])
    if handle:
        return handle.group(1).lower()
    named = _POST_OWNER.search(description[:200]) if has_counts else None
    candidate = username_of_url(url) or (named.group(1).lower() if named else None)
    return candidate if candidate and is_username(candidate) else None
