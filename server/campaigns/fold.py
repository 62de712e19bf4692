"""The words of a draft as people write them, each with its place in the text as it was given.

A key is the same for any case, NFC or NFD, "khỏe" or "khoẻ", and stretched letters. Letters apart ("t.r.ị", "t r ị",
"tr💊ị") are read together too, so a place in the text may be the beginning of several words.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from server.samples.text import fold

_QUALITY = "\u0302\u0306\u031b"
_TONES = "\u0300\u0301\u0303\u0309\u0323"
_INSIDE = "\u0300-\u036f\u200b-\u200d\u2060\ufeff\u00ad"
_WORD = re.compile(rf"(?:[^\W_][{_INSIDE}]*(?:['’](?=[^\W\d_]))?)+|%")
_RUN = re.compile(r"([^\W\d_])\1+")
_THIN = re.compile(r"(?:[.\-_*·•~+|]|[^\w\s,;:!?/%&#@()\[\]\"'“”’.\-])[^\w\s,;:!?/%&#@()\[\]\"'“”’]{0,3}")
_AIR = re.compile(r"[^\S\n]|[^\S\n]?[^\w\s,;:!?/%&#@()\[\]\"'“”’.]{1,4}[^\S\n]?")
_VOWEL = re.compile(r"[aeiouyj0-9]")
_BREAK = re.compile(r"\n|[!?;:,…]\s|\.\s")
_MAX_PIECES = 8
_FEW_MARKS = 0.2
"""Share of words with marks up to which a text counts as written without; with marks it is over a half."""
_TEENCODE = {"k": "không", "ko": "không", "hok": "không", "hong": "không", "hk": "không", "hem": "không",
             "kh": "không", "kg": "không", "dc": "được", "đc": "được"}  # fmt: skip
_LETTERS_FOR = str.maketrans("j0134", "ioiea")


@dataclass(frozen=True, slots=True)
class WordKey:
    """A word as it is compared."""

    bare: str
    marked: str
    has_marks: bool
    is_guess: bool = False
    """Read from letters that stand for others ("trj"): its marks are not known."""


@dataclass(frozen=True, slots=True)
class WordReading:
    """One way to read the tokens from some place up to ``end`` (exclusive) as one word."""

    end: int
    key: WordKey


@dataclass(frozen=True, slots=True)
class FoldedText:
    text: str
    places: tuple[tuple[int, int], ...]
    """Start and end of each token, code points."""
    readings: tuple[tuple[WordReading, ...], ...]
    """For each token the words that may begin there; the first is the token alone."""
    breaks: frozenset[int]
    """Tokens with the end of a clause right before them."""
    has_few_marks: bool
    begins: Mapping[str, tuple[int, ...]]
    """For each bare word the tokens at which a reading of it begins."""
    tags: tuple[int, ...]
    """Tokens right behind "#" or "@"."""

    def prefix(self, token: int) -> str:
        """The character before a token: "#", "@" or another."""
        start = self.places[token][0]
        return self.text[start - 1 : start]


@lru_cache(65536)
def key_of(word: str) -> WordKey:
    """The key of one written word.

    >>> key_of("TRỊIII").marked == key_of("trị").marked
    True
    """
    return _plain_key(_TEENCODE.get(unicodedata.normalize("NFC", word.casefold()), word))


@lru_cache(65536)
def _plain_key(word: str) -> WordKey:
    bare = _RUN.sub(r"\1", fold(word.replace("'", "").replace("’", "")))
    apart = unicodedata.normalize("NFD", unicodedata.normalize("NFKC", word).casefold())
    tones = "".join(dict.fromkeys(c for c in apart if c in _TONES))
    quality = "đ" in apart or any(c in _QUALITY for c in apart)
    if not tones and not quality:
        return WordKey(bare, bare, has_marks=False)
    kept = "".join(c for c in apart if not unicodedata.combining(c) or c in _QUALITY)
    return WordKey(bare, _RUN.sub(r"\1", unicodedata.normalize("NFC", kept)) + tones, has_marks=True)


def fold_text(text: str) -> FoldedText:
    """The tokens of ``text`` and the words that they may be."""
    places = tuple(found.span() for found in _WORD.finditer(text))
    gaps = [text[end:start] for (_, end), (start, _) in pairwise(places)]
    alone = [key_of(text[start:end]) for start, end in places]
    words = [key for key in alone if key.bare.isalpha()]
    marked = sum(_plain_key(text[start:end]).has_marks for start, end in places)
    readings = tuple(_readings(text, places, gaps, alone, first) for first in range(len(places)))
    return FoldedText(
        text=text,
        places=places,
        readings=readings,
        breaks=frozenset(
            place + 1
            for place, gap in enumerate(gaps)
            if _BREAK.search(gap) and not (alone[place].bare == "no" and alone[place + 1].bare.isdigit())
        ),
        has_few_marks=marked <= _FEW_MARKS * len(words),
        begins=_begins(readings),
        tags=tuple(place for place, (start, _) in enumerate(places) if start and text[start - 1] in "#@"),
    )


def _begins(readings: tuple[tuple[WordReading, ...], ...]) -> dict[str, tuple[int, ...]]:
    found: dict[str, tuple[int, ...]] = {}
    for token, several in enumerate(readings):
        for bare in {reading.key.bare for reading in several}:
            found[bare] = (*found.get(bare, ()), token)
    return found


def _readings(
    text: str, places: tuple[tuple[int, int], ...], gaps: list[str], alone: list[WordKey], first: int
) -> tuple[WordReading, ...]:
    key = alone[first]
    found = [WordReading(first + 1, key)]
    if (not key.has_marks and not key.bare.isalpha() and not key.bare.isdigit()) or "j" in key.bare:
        guess = _RUN.sub(r"\1", key.bare.translate(_LETTERS_FOR))
        found.append(WordReading(first + 1, WordKey(guess, guess, has_marks=False, is_guess=True)))
    word = text[slice(*places[first])]
    for last in range(first + 1, min(first + _MAX_PIECES, len(places))):
        if not _joins(gaps[last - 1], alone[last - 1].bare, alone[last].bare):
            break
        word += text[slice(*places[last])]
        found.append(WordReading(last + 1, _plain_key(word)))
    return tuple(found)


def _joins(gap: str, before: str, behind: str) -> bool:
    """Whether two tokens may be pieces of one word."""
    if _THIN.fullmatch(gap):
        return True
    letters_apart = len(before) == 1 and len(behind) == 1
    is_no_syllable = before.isalpha() and not _VOWEL.search(before) and len(before) <= 3
    return (letters_apart or is_no_syllable) and bool(_AIR.fullmatch(gap))
