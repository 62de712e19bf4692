"""Words of a sheet for comparison."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
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
_REMEMBERED_LETTERS = 0x3000
"""All of Latin, Greek, Cyrillic and so on; the rest would fill the memory with what one hostile file holds."""
_HIDDEN = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]")


class _Table(dict[int, "str | int | None"]):
    """For ``str.translate``: what each letter becomes, told once; only those of the first alphabets are remembered."""

    def __init__(self, becomes: Callable[[str], str | int | None]) -> None:
        super().__init__()
        self._becomes = becomes

    def __missing__(self, code: int) -> str | int | None:
        found = self._becomes(chr(code))
        if code < _REMEMBERED_LETTERS:
            self[code] = found
        return found


_UNMARKED = _Table(lambda letter: None if unicodedata.combining(letter) else ord(letter))
_WORDS = _Table(lambda letter: ord(letter) if letter.isalnum() else " ")


def plain(text: str) -> str:
    """NFKC without invisible characters, blanks as one; full-width signs become plain ones."""
    if text.isascii():
        return " ".join(text.split())
    return " ".join(unicodedata.normalize("NFKC", _HIDDEN.sub("", text)).split())


def fold(text: str) -> str:
    """Lower case, no Vietnamese marks, invisible characters or doubled blanks; signs stay."""
    if text.isascii():
        return " ".join(text.lower().split())
    return _folded(text) if len(text) <= _REMEMBERED else _folded.__wrapped__(text)


@lru_cache(8_192)
def _folded(text: str) -> str:
    """Most cells of a list repeat: statuses, niches, people in charge."""
    bare = unicodedata.normalize("NFKD", _HIDDEN.sub("", text).casefold().replace("đ", "d"))
    return " ".join(bare.translate(_UNMARKED).split())


def words_of(text: str) -> str:
    """``fold`` with letters and digits only, single blanks: how headings and status words are compared."""
    return " ".join(fold(text).translate(_WORDS).split())


def is_blank(text: str) -> bool:
    """Whether a cell says that nothing is known."""
    return not text.strip() or (len(text) < 6 and fold(text) in _BLANK)


def names_nobody(text: str) -> bool:
    """Whether a cell for a name says that there is none."""
    return is_blank(text) or (len(text) < 20 and fold(text) in _NOBODY)
