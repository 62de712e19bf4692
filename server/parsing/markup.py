"""The elements of a piece of markup, found by their openings, without a parser."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from itertools import islice

MAX_TAG = 4_096
MAX_FRAGMENT = 64 * 1024


def text_of(piece: bytes) -> str:
    """A piece of the page as text; bytes that are no UTF-8 become replacement characters."""
    return piece.decode("utf-8", "replace")


def starts_of(markup: bytes, name: str) -> Iterator[int]:
    """Where the elements called ``name`` begin."""
    return (found.start() for found in _opening(name).finditer(markup))


@cache
def _opening(name: str) -> re.Pattern[bytes]:
    return re.compile(rb"<%s(?=[\s>/])" % name.encode())


def tags(markup: bytes, name: str, limit: int, starts: Iterable[int] | None = None) -> Iterator[bytes]:
    """The opening tags of the elements called ``name``; ``starts``: where they begin, if that is known."""
    position = 0
    for start in islice(starts_of(markup, name) if starts is None else starts, limit):
        end = markup.find(b">", start, start + MAX_TAG)
        if start >= position and end > 0:
            yield markup[start : _end_of_tag(markup, start) + 1]
            position = end


def _end_of_tag(markup: bytes, start: int) -> int:
    """The ``>`` that closes the tag at ``start``; one inside a quoted value does not count."""
    position = start
    stop = start + MAX_TAG
    while True:
        end = markup.find(b">", position, stop)
        if end < 0:
            return stop
        piece = markup[start:end]
        if piece.count(b'"') % 2 == 0:
            return end
        position = end + 1


def elements(markup: bytes, name: str, limit: int, starts: Iterable[int] | None = None) -> Iterator[bytes]:
    """Elements called ``name`` that do not nest (header, title, a), each cut at ``MAX_FRAGMENT`` bytes."""
    return (markup[start:stop] for start, stop in spans(markup, name, limit, starts))


def spans(
    markup: bytes, name: str, limit: int, starts: Iterable[int] | None = None
) -> Iterator[tuple[int, int]]:
    """Where the elements called ``name`` begin and end."""
    position, closing = 0, f"</{name}".encode()
    for start in islice(starts_of(markup, name) if starts is None else starts, limit):
        if start < position:
            continue  # inside the one before
        end = markup.find(closing, start, start + MAX_FRAGMENT)
        stop = start + MAX_FRAGMENT if end < 0 else end + len(closing) + 1
        yield start, stop
        position = stop if end >= 0 else start


def attribute(tag: bytes, name: str) -> str | None:
    """The value of an attribute in an opening tag, entities decoded; None where it is absent."""
    match = _attribute(name).search(tag, 0, MAX_TAG)
    if match is None:
        return None
    return unescaped(text_of(match.group(1) or match.group(2) or match.group(3) or b""))


@cache
def _attribute(name: str) -> re.Pattern[bytes]:
    """Quoted in either way or not at all, with or without spaces around the sign."""
    return re.compile(rb"""[\s"']%s\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""" % name.encode())


_ANY_TAG = re.compile(rb"<[^>]*>?")
"""One that is not closed takes the rest; each byte is looked at once."""


def plain_text(fragment: bytes) -> str:
    """The text of a small fragment without tags, spaces folded."""
    return " ".join(unescaped(text_of(_ANY_TAG.sub(b"", fragment))).split())


_REFERENCE = re.compile(r"&(?:#[0-9]+;?|#[xX][0-9a-fA-F]+;?|[^\t\n\f <&#;]{1,32};?)")
"""As ``html.unescape`` finds them."""


def unescaped(text: str) -> str:
    """A text with its references decoded. Instagram writes every letter that is not ASCII as one, a few again and again."""
    return _REFERENCE.sub(_letter, text) if "&" in text else text


_MAX_REFERENCE = 64
"""Characters of a reference; the longest that means a letter has 33, unless zeros stand before its number."""


def _letter(reference: re.Match[str]) -> str:
    """What a browser shows; a number without end is no letter, and Python refuses to read one."""
    written = reference.group()
    return _decoded(written) if len(written) <= _MAX_REFERENCE else "\ufffd"


@lru_cache(1024)
def _decoded(reference: str) -> str:
    return html.unescape(reference)
