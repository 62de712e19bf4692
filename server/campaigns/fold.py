"""The words of a draft as people write them, each with its place in the text as it was given.

A key is the same for any case, NFC or NFD, "khỏe" or "khoẻ", and stretched letters. Letters apart ("t.r.ị", "t r ị",
"tr💊ị") are read together too, so a place in the text may be the beginning of several words.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from itertools import pairwise

from msgspec import Struct

from server.samples.word_keys import FEW_MARKS, RUN, WORD, WordKey, key_of, plain_key

_THIN = re.compile(r"(?:[.\-_*·•~+|]|[^\w\s,;:!?/%&#@()\[\]\"'“”’.\-])[^\w\s,;:!?/%&#@()\[\]\"'“”’]{0,3}")
_AIR = re.compile(r"[^\S\n]|[^\S\n]?[^\w\s,;:!?/%&#@()\[\]\"'“”’.]{1,4}[^\S\n]?")
_VOWEL = re.compile(r"[aeiouyj0-9]")
_BREAK = re.compile(r"\n|[!?;:,…]\s|\.\s")
_SENTENCE = re.compile(r"[.!?#\n]")
_MAX_PIECES = 8
_LETTERS_FOR = str.maketrans("j0134", "ioiea")


class WordReading(Struct, frozen=True):
    """One way to read the tokens from some place up to ``end`` (exclusive) as one word."""

    end: int
    key: WordKey


class FoldedText(Struct, frozen=True):
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
    sentences: tuple[int, ...]
    """Tokens with which a sentence begins, the first of them 0."""
    spelled: tuple[tuple[int, str], ...]
    """Single letters in a row, by the first token: "H o a" is one run."""
    spelled_tokens: frozenset[int]
    """All tokens of such runs."""

    def ends_sentence(self, token: int) -> bool:
        """Whether a sentence ends right before the token."""
        return self.sentence_of(token) == token

    def sentence_of(self, token: int) -> int:
        """The token with which the sentence of a token begins."""
        return self.sentences[bisect_right(self.sentences, token) - 1]

    def prefix(self, token: int) -> str:
        """The character before a token: "#", "@" or another."""
        start = self.places[token][0]
        return self.text[start - 1 : start]


def fold_text(text: str) -> FoldedText:
    """The tokens of ``text`` and the words that they may be."""
    places = tuple(found.span() for found in WORD.finditer(text))
    gaps = [text[end:start] for (_, end), (start, _) in pairwise(places)]
    alone = [key_of(text[start:end]) for start, end in places]
    plain = [
        plain_key(text[start:end]) for start, end in places
    ]  # "k" is a letter here, not the word it is short for
    words = [key for key in alone if key.bare.isalpha()]
    marked = sum(key.has_marks for key in plain)
    readings = tuple(_readings(text, places, gaps, (alone, plain), first) for first in range(len(places)))
    spelled = tuple(_spelled(plain, gaps))
    return FoldedText(
        text=text,
        places=places,
        readings=readings,
        breaks=frozenset(
            place + 1
            for place, gap in enumerate(gaps)
            if _BREAK.search(gap) and not (alone[place].bare == "no" and alone[place + 1].bare.isdigit())
        ),
        has_few_marks=marked <= FEW_MARKS * len(words),
        begins=_begins(readings),
        tags=tuple(place for place, (start, _) in enumerate(places) if _is_tag(text, start)),
        sentences=(0, *(place + 1 for place, gap in enumerate(gaps) if _SENTENCE.search(gap))),
        spelled=spelled,
        spelled_tokens=frozenset(first + at for first, letters in spelled for at in range(len(letters))),
    )


def _is_tag(text: str, start: int) -> bool:
    """Whether "#" or "@" stands before; that of an address ("chi@cua.hang") is none."""
    before = text[max(start - 2, 0) : start]
    return before[-1:] == "#" or (before[-1:] == "@" and not before[:-1].isalnum())


def _spelled(plain: list[WordKey], gaps: list[str]) -> Iterator[tuple[int, str]]:
    """Runs of two letters or more that stand alone, with nothing but air or a sign between."""
    first, letters = 0, ""
    for token, key in enumerate(plain):
        is_letter = len(key.bare) == 1
        goes_on = (
            bool(letters) and is_letter and any(sign.fullmatch(gaps[token - 1]) for sign in (_AIR, _THIN))
        )
        if goes_on:
            letters += key.bare
            continue
        if len(letters) > 1:
            yield first, letters
        first, letters = token, key.bare if is_letter else ""
    if len(letters) > 1:
        yield first, letters


def _begins(readings: tuple[tuple[WordReading, ...], ...]) -> dict[str, tuple[int, ...]]:
    found: dict[str, list[int]] = {}
    for token, several in enumerate(readings):
        for bare in {reading.key.bare for reading in several}:
            found.setdefault(bare, []).append(token)
    return {bare: tuple(tokens) for bare, tokens in found.items()}


def _readings(
    text: str,
    places: tuple[tuple[int, int], ...],
    gaps: list[str],
    keys: tuple[list[WordKey], list[WordKey]],
    first: int,
) -> tuple[WordReading, ...]:
    """``keys``: of each token alone, with teencode read and without."""
    alone, plain = keys
    key = alone[first]
    found = [WordReading(first + 1, key)]
    if (not key.has_marks and not key.bare.isalpha() and not key.bare.isdigit()) or "j" in key.bare:
        guess = RUN.sub(r"\1", key.bare.translate(_LETTERS_FOR))
        found.append(WordReading(first + 1, WordKey(guess, guess, has_marks=False, is_guess=True)))
    word = text[slice(*places[first])]
    for last in range(first + 1, min(first + _MAX_PIECES, len(places))):
        if not _joins(gaps[last - 1], plain[last - 1].bare, plain[last].bare):
            break
        word += text[slice(*places[last])]
        found.append(WordReading(last + 1, plain_key(word)))
    return tuple(found)


def _joins(gap: str, before: str, behind: str) -> bool:
    """Whether two tokens may be pieces of one word."""
    if _THIN.fullmatch(gap):
        return True
    letters_apart = len(before) == 1 and len(behind) == 1
    is_no_syllable = before.isalpha() and not _VOWEL.search(before) and len(before) <= 3
    return (letters_apart or is_no_syllable) and bool(_AIR.fullmatch(gap))
