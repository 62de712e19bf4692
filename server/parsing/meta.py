"""The description metas: counts in one sentence, in every language in the same order.

On a profile the order is followers, following, posts; on a post likes, comments. Counts are rounded to whole units
from 10,000 on and may be older than the page.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from server.capture import USERNAME, username_of_url
from server.facts import Count, Unread
from server.parsing.counts import Place, Token, count_of, find_numbers
from server.parsing.document import Document
from server.parsing.grammar import PageGrammar, words

_DESCRIPTIONS = ("og:description", "description", "twitter:description")
# What ends the sentence of counts: a dash with spaces, or a bullet.
_END_OF_COUNTS = re.compile(r"\s[-\u2010-\u2015\u2212]\s|\s[\u2022\u00b7]\s")
_HANDLE = re.compile(r"\(@([A-Za-z0-9._]{1,30})\)", re.ASCII)
_POST_OWNER = re.compile(r"\s[-\u2010-\u2015]\s([A-Za-z0-9._]{1,30})\s", re.ASCII)
_POST_CODE = re.compile(r"/(p|reel|reels|tv)/([A-Za-z0-9_-]{5,60})", re.ASCII)
_QUOTES = "\"\u201c\u201d\u201e\u300c\u300d\u00ab\u00bb'\u2018\u2019"


@dataclass(frozen=True, slots=True)
class Meta:
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


def read_meta(document: Document, grammar: PageGrammar) -> Meta:
    """Everything the metas tell, whoever it is about."""
    metas = document.metas()
    description = next((metas[name] for name in _DESCRIPTIONS if name in metas), "")
    title = metas.get("og:title") or document.title() or ""
    url = metas.get("og:url") or document.canonical() or ""
    post = _POST_CODE.search(url)
    is_post = post is not None or metas.get("og:type") in ("article", "video", "instapp:photo")
    return Meta(
        og_type=metas.get("og:type"),
        og_url=url or None,
        username=_username(title, description, url),
        full_name=_full_name(title),
        biography=_biography(metas.get("description", "")),
        profile_counts=() if is_post else _profile_counts(description, grammar),
        post_counts=_post_counts(description, grammar) if is_post else (),
        post_owner=_post_owner(description, url) if is_post else None,
        shortcode=post.group(2) if post else None,
        is_reel=post is not None and post.group(1).startswith("reel"),
    )


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


def _profile_counts(description: str, grammar: PageGrammar) -> tuple[Count | Unread, ...]:
    tokens = _sentence(description, grammar)
    if len(tokens) < 3:
        return ()
    names = ("followers", "following", "post_count")
    return tuple(
        count_of(token, grammar.meta, Place(name, "meta", "og:description"))
        for name, token in zip(names, tokens, strict=False)
    )


def _post_counts(description: str, grammar: PageGrammar) -> tuple[Count | Unread | None, ...]:
    tokens = _sentence(description, grammar)
    if not tokens or not (_END_OF_COUNTS.search(description) or len(tokens) == 2):
        return ()
    if len(tokens) == 1:  # likes are hidden, or there are no comments yet: only the word can tell
        return (None, _post_count(tokens[0], "comments", grammar)) if _is_about(tokens[0], grammar) else ()
    return (_post_count(tokens[0], "likes", grammar), _post_count(tokens[1], "comments", grammar))


def _post_count(token: Token, name: str, grammar: PageGrammar) -> Count | Unread:
    return count_of(token, grammar.meta, Place(name, "meta", "og:description"))


def _is_about(token: Token, grammar: PageGrammar) -> bool:
    near = f"{token.before} {token.after}".casefold()
    return any(word.casefold() in near for word in words(grammar.language, "comments"))


def _sentence(description: str, grammar: PageGrammar) -> list[Token]:
    """The numbers before the first dash; a text that does not begin with counts has none there."""
    end = _END_OF_COUNTS.search(description[:400])
    return list(find_numbers(description[: end.start()] if end else description[:200], grammar.meta))


def _post_owner(description: str, url: str) -> str | None:
    handle = _HANDLE.search(description[:300])
    if handle:
        return handle.group(1).lower()
    by_url = username_of_url(url)
    named = _POST_OWNER.search(description[:200])
    candidate = by_url or (named.group(1).lower() if named else None)
    return candidate if candidate and USERNAME.fullmatch(candidate) else None
