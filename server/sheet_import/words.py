"""Words of a sheet for comparison."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_BLANK = frozenset(
    (
        "",
        "-",
        "--",
        "---",
        "\u2013",
        "\u2014",
        "/",
        "\\",
        ".",
        "...",
        "\u2026",
        "?",
        "n/a",
        "na",
        "#n/a",
        "null",
        "nan",
        "nil",
    )
)
"""Folded: signs by which a cell says that it is empty."""
_NOBODY = frozenset(
    (
        "none",
        "x",
        "khong",
        "khong co",
        "chua co",
        "chua",
        "ko",
        "ko co",
        "k co",
        "trong",
        "tbd",
        "tba",
        "no",
        "chua cap nhat",
    )
)
"""Folded: what people write where nobody is named."""
_REMEMBERED = 60
"""Characters of a text whose folded form is remembered."""
_HIDDEN = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]")


def plain(text: str) -> str:
    """NFKC without invisible characters, blanks as one; full-width signs become plain ones."""
    return " ".join(unicodedata.normalize("NFKC", _HIDDEN.sub("", text)).split())


def fold(text: str) -> str:
    """Lower case, no Vietnamese marks, invisible characters or doubled blanks; signs stay."""
    return _folded(text) if len(text) <= _REMEMBERED else _folded.__wrapped__(text)


@lru_cache(8_192)
def _folded(text: str) -> str:
    """Most cells of a list repeat: statuses, niches, people in charge."""
    bare = unicodedata.normalize("NFKD", _HIDDEN.sub("", text).casefold().replace("đ", "d"))
    return " ".join("".join(c for c in bare if not unicodedata.combining(c)).split())


def words_of(text: str) -> str:
    """``fold`` with letters and digits only, single blanks: how headings and status words are compared."""
    return " ".join("".join(c if c.isalnum() else " " for c in fold(text)).split())


def is_blank(text: str) -> bool:
    """Whether a cell says that nothing is known."""
    return not text.strip() or (len(text) < 6 and fold(text) in _BLANK)


def names_nobody(text: str) -> bool:
    """Whether a cell for a name says that there is none."""
    return is_blank(text) or (len(text) < 20 and fold(text) in _NOBODY)
