"""Posts that were opened over the profile, as the extension hands them over: ``<article data-post=CODE>`` with the
post's time and the link to those who liked it. They serve where the page's own answers are switched off."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

from server.facts import Count, Post
from server.parsing.counts import Place, count_of, find_numbers, fold
from server.parsing.document import Document
from server.parsing.grammar import PageGrammar, words
from server.parsing.markup import attribute, elements, plain_text, tags
from server.parsing.media import shortcode_time

MAX_POSTS = 60


def read_opened(document: Document, grammar: PageGrammar) -> Iterator[Post]:
    """Each opened post with its likes where the link says a number, and its exact time."""
    for fragment in elements(document.markup, "article", MAX_POSTS, document.starts[b"article"]):
        code = attribute(fragment[: fragment.find(b">") + 1], "data-post")
        if not code:
            continue
        exact = _time(fragment)
        taken_at = exact or shortcode_time(code)
        yield Post(
            shortcode=code,
            type=None,
            taken_at=taken_at,
            taken_at_source="post_page" if exact else ("shortcode" if taken_at else None),
            likes=_likes(code, fragment, grammar),
        )


def _time(fragment: bytes) -> datetime | None:
    for tag in tags(fragment, "time", limit=1):
        try:
            return datetime.fromisoformat(attribute(tag, "datetime") or "").astimezone(UTC)
        except (ValueError, OverflowError):
            return None
    return None


def _likes(code: str, fragment: bytes, grammar: PageGrammar) -> Count | None:
    """ "1,234 likes" or "좋아요 1,234개"; "liked by lan and 1,233 others" counts others and is not read."""
    for link in elements(fragment, "a", limit=4):
        if "/liked_by" not in (attribute(link[: link.find(b">") + 1], "href") or ""):
            continue
        token = next(find_numbers(plain_text(link), grammar.shown), None)
        labels = {fold(word) for word in words(grammar.language, "likes")}
        if token is not None and (not token.before.strip() or fold(token.before) in labels):
            place = Place("likes", "post_page", f'article[data-post="{code}"] a[href*="/liked_by/"]')
            reading = count_of(token, grammar.shown, place)
            return reading if isinstance(reading, Count) else None
    return None
