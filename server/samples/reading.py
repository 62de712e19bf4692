"""A comment as everything here reads it: once, and of a long one only its two ends.

Who praises, asks or offers does so in the first words or in the last ones; a wall of text costs no more than a
sentence.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct

from server.samples.text import canonical, tokens

_DOTTED = re.compile(r"(?:\w\.)+\w")
HEAD, TAIL = 210, 60
"""Characters read of a longer comment, from its beginning and its end; 24 of 25 comments of ScamSpot fit whole."""
BLOCK = 250
"""Comments scored at a time: bounds the memory of the n-gram arrays."""


class CommentReading(Struct, frozen=True):
    """What is known of one comment's text."""

    text: str
    """As written, at most HEAD + TAIL + 1 characters."""
    plain: str
    """``text.canonical`` of it."""
    parts: Sequence[str]
    """Tokens of ``plain``."""
    words: Sequence[str]
    """Those that are neither tags nor signs."""


def read(text: str) -> CommentReading:
    """Read one comment."""
    kept = excerpt(text)
    plain = canonical(kept)
    parts = tokens(plain)
    words = [_undotted(part) for part in parts if part[0].isalnum()]
    return CommentReading(kept, plain, parts, words)


def _undotted(word: str) -> str:
    """ "t.a.n.g" is written so that nobody finds it: "tang"."""
    return word.replace(".", "") if "." in word and _DOTTED.fullmatch(word) else word


def excerpt(text: str) -> str:
    """``text``, or its beginning and its end where it is long."""
    return text if len(text) <= HEAD + TAIL else f"{text[:HEAD]} {text[-TAIL:]}"
