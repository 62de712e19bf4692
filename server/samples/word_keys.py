"""Words as they are compared: any case, NFC or NFD, "khỏe" or "khoẻ", stretched letters, teencode.

Where a word carries marks they are compared; what is written without any can only be compared without.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from msgspec import Struct

from server.samples.text import fold

_QUALITY = "\u0302\u0306\u031b"
_TONES = "\u0300\u0301\u0303\u0309\u0323"
_UNSEEN = ("Mn", "Me", "Cf")
"""Categories of what changes how a letter looks, and of what nobody sees: joiners, soft hyphens."""
_INSIDE = "\u0300-\u036f\u200b-\u200d\u2060\ufeff\u00ad"
WORD = re.compile(rf"(?:[^\W_][{_INSIDE}]*(?:['’](?=[^\W\d_]))?)+|%")
RUN = re.compile(r"([^\W\d_])\1+")
_STRETCHED = re.compile(r"([^\W\d_])\1{2,}")
FEW_MARKS = 0.2
"""Share of words with marks up to which a text counts as written without; with marks it is over a half."""
_TEENCODE = {"k": "không", "ko": "không", "hok": "không", "hong": "không", "hk": "không", "hem": "không",
             "kh": "không", "kg": "không", "dc": "được", "đc": "được"}  # fmt: skip


class WordKey(Struct, frozen=True):
    """A word as it is compared."""

    bare: str
    marked: str
    has_marks: bool
    is_guess: bool = False
    """Read from letters that stand for others ("trj"): its marks are not known."""


@lru_cache(65536)
def key_of(word: str) -> WordKey:
    """The key of one written word.

    >>> key_of("TRỊIII").marked == key_of("trị").marked
    True
    """
    return plain_key(_TEENCODE.get(unicodedata.normalize("NFC", word.casefold()), word))


@lru_cache(65536)
def plain_key(word: str) -> WordKey:
    """The key of the letters themselves, teencode left as it is."""
    return _key(word, RUN)


@lru_cache(65536)
def spelled_key(word: str) -> WordKey:
    """The same with doubled letters kept, since "loot" is no "lot"; only what is stretched is drawn together.

    >>> spelled_key("looot").bare, spelled_key("loot").bare
    ('lot', 'loot')
    """
    return _key(_TEENCODE.get(unicodedata.normalize("NFC", word.casefold()), word), _STRETCHED)


def _key(word: str, run: re.Pattern[str]) -> WordKey:
    bare = run.sub(r"\1", fold(word.replace("'", "").replace("’", "")))
    apart = unicodedata.normalize("NFD", unicodedata.normalize("NFKC", word).casefold())
    tones = "".join(dict.fromkeys(c for c in apart if c in _TONES))
    quality = "đ" in apart or any(c in _QUALITY for c in apart)
    if not tones and not quality:
        return WordKey(bare, bare, has_marks=False)
    kept = "".join(c for c in apart if c in _QUALITY or unicodedata.category(c) not in _UNSEEN)
    return WordKey(bare, run.sub(r"\1", unicodedata.normalize("NFC", kept)) + tones, has_marks=True)
