"""DraftFinding phrases in a folded text, many at once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cached_property, lru_cache

from msgspec import Struct

from server.campaigns.fold import FoldedText, fold_text
from server.samples.word_keys import WordKey

MIN_IN_TAG = 6
"""Letters of a phrase from which it is also looked for inside a hashtag, where words have no ends."""

GAP = WordKey("…", "…", has_marks=False)
"""In a phrase "…" stands for up to ``MAX_GAP`` words of the same clause."""
MAX_GAP = 4
NUMBER = WordKey("№", "№", has_marks=False)
"""In a phrase "№" stands for one written number: "12", "5x", "x10", "200tr"; it is never the first word."""
_NUMBER = re.compile(r"x?\d+(?:x|k|m|tr|usd|kg)?")
TIMES = WordKey("×", "×", has_marks=False)
"""In a phrase "×" stands for how often something is multiplied: "5x", "x10"."""
_TIMES = re.compile(r"x\d+|\d+x")
_WILD = {"…": GAP, "№": NUMBER, "×": TIMES}


class Hit(Struct, frozen=True):
    phrase: str
    first: int
    """Token of the text."""
    end: int
    """Token behind it."""
    is_sure: bool
    """Found with its marks, or with a neighbour that decides."""


class Phrases:
    """A set of phrases, looked up by their first word. They are taken apart when a text is first looked through."""

    def __init__(self, phrases: Iterable[str], in_tags: bool = True) -> None:
        """``in_tags``: whether several words are also looked for inside a hashtag."""
        self._phrases = tuple(dict.fromkeys(phrases))
        self._in_tags = in_tags

    @cached_property
    def _taken_apart(self) -> tuple[tuple[str, tuple[WordKey, ...]], ...]:
        """Each phrase with its words; some tables have tens of thousands."""
        return tuple((phrase, keys_of(phrase)) for phrase in self._phrases)

    @cached_property
    def _by_words(self) -> dict[str, dict[str, list[tuple[str, tuple[WordKey, ...], frozenset[str]]]]]:
        """By the first word and the next that is one; a single word stands under itself."""
        found: dict[str, dict[str, list[tuple[str, tuple[WordKey, ...], frozenset[str]]]]] = {}
        for phrase, keys in self._taken_apart:
            if keys:
                needed = frozenset(key.bare for key in keys) - _WILD.keys()
                following = next((key.bare for key in keys[1:] if key.bare in needed), keys[0].bare)
                found.setdefault(keys[0].bare, {}).setdefault(following, []).append((phrase, keys, needed))
        return found

    @cached_property
    def _joined(self) -> dict[str, str]:
        """Phrases by their words without spaces, as they stand in a hashtag."""
        found: dict[str, str] = {}
        for phrase, keys in self._taken_apart if self._in_tags else ():
            joined = "".join(key.bare for key in keys)
            if len(keys) > 1 and keys_are_plain(keys) and len(joined) >= MIN_IN_TAG:
                found[joined] = phrase
        return found

    @cached_property
    def _tags(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for joined in sorted(self._joined, key=len, reverse=True):
            found.setdefault(joined[:MIN_IN_TAG], []).append(joined)
        return found

    def find(self, folded: FoldedText, across: bool = False, is_name: bool = False) -> Iterator[Hit]:
        """Where the phrases stand. ``across``: also over the end of a clause or line (whole sentences); ``is_name``:
        several words together are also found without their marks in a text that has some."""
        words = folded.begins.keys()
        for bare in self._by_words.keys() & words:
            behind = self._by_words[bare]
            for following in behind.keys() & words:
                for phrase, keys, needed in behind[following]:
                    if needed <= words:
                        yield from _hits(folded, phrase, keys, across, is_name and len(keys) > 1)
        for first in folded.tags if self._tags else ():
            if folded.prefix(first) == "#":
                yield from self._in_tag(folded.readings[first][0].key, first)

    def _in_tag(self, key: WordKey, first: int) -> Iterator[Hit]:
        """The first phrase inside a hashtag, the longest of those that begin there."""
        for at in range(len(key.bare) - MIN_IN_TAG + 1):
            for joined in self._tags.get(key.bare[at : at + MIN_IN_TAG], ()):
                if key.bare.startswith(joined, at):
                    yield Hit(self._joined[joined], first, first + 1, is_sure=True)
                    return


def _hits(
    folded: FoldedText, phrase: str, keys: tuple[WordKey, ...], across: bool, needs_no_marks: bool
) -> Iterator[Hit]:
    second = keys[1].bare if len(keys) > 1 and keys[1].bare not in _WILD else ""
    for first in folded.begins[keys[0].bare]:
        if second and _is_followed_by_another(folded, first, second):
            continue
        for end, is_sure in dict.fromkeys(_ends(folded, keys, first, across, needs_no_marks)):
            yield Hit(phrase, first, end, is_sure)


def _is_followed_by_another(folded: FoldedText, first: int, wanted: str) -> bool:
    """Whether the token is one word alone, and no reading of the next is the one that is wanted."""
    if len(folded.readings[first]) > 1 or first + 1 >= len(folded.places):
        return False
    return all(reading.key.bare != wanted for reading in folded.readings[first + 1])


@lru_cache(8192)
def keys_of(phrase: str) -> tuple[WordKey, ...]:
    """The words of a phrase as they are compared."""
    return tuple(key for part in re.split("([…№×])", phrase) for key in _keys(part))


def _keys(part: str) -> Iterator[WordKey]:
    words = part.split()
    if part in _WILD:
        yield _WILD[part]
    elif all(word.isalpha() and len(word) > 1 for word in words):
        yield from (key for word in words for key in _keys_of_word(word))
    else:  # signs and single letters are read with what stands beside them
        yield from _folded_keys(part)


@lru_cache(16_384)
def _keys_of_word(word: str) -> tuple[WordKey, ...]:
    """Phrases of a table share their words."""
    return _folded_keys(word)


def _folded_keys(text: str) -> tuple[WordKey, ...]:
    return tuple(readings[0].key for readings in fold_text(text).readings)


def keys_are_plain(keys: tuple[WordKey, ...]) -> bool:
    """Whether a phrase has neither gap nor number."""
    return all(key.bare not in _WILD for key in keys)


class _Way(Struct, frozen=True):
    """How the words so far were found in the text."""

    end: int
    marked: int = 0
    """Words found with their marks."""
    bare: int = 0
    """Words found without."""


def _ends(
    folded: FoldedText, keys: tuple[WordKey, ...], first: int, across: bool, needs_no_marks: bool
) -> Iterator[tuple[int, bool]]:
    """The tokens behind each way in which ``keys`` stand from ``first`` on, and whether it is sure."""
    if len(keys) == 1:
        yield from _ends_of_one(folded, keys[0], first)
        return
    ways = [_Way(first)]
    for place, wanted in enumerate(keys):
        may_go_on = across or place == 0
        ways = [
            longer
            for way in ways
            if way.end < len(folded.places) and (may_go_on or way.end not in folded.breaks)
            for longer in _longer(folded, way, wanted)
        ]
    for way in ways:
        if not way.bare or needs_no_marks or folded.has_few_marks or way.marked or _guessed(folded, first):
            yield way.end, True


def _ends_of_one(folded: FoldedText, wanted: WordKey, first: int) -> Iterator[tuple[int, bool]]:
    for reading in folded.readings[first]:
        how = _fits(wanted, reading.key)
        if how == "bare" and (folded.has_few_marks or _guessed(folded, first)):
            yield reading.end, False
        elif how in ("same", "marked"):
            yield reading.end, True


def _longer(folded: FoldedText, way: _Way, wanted: WordKey) -> Iterator[_Way]:
    if wanted is GAP:
        yield from _over_gap(folded, way)
        return
    for reading in folded.readings[way.end]:
        how = _fits(wanted, reading.key)
        if how is not None:
            yield _Way(reading.end, way.marked + (how == "marked"), way.bare + (how == "bare"))


def _over_gap(folded: FoldedText, way: _Way) -> Iterator[_Way]:
    for end in range(way.end, min(way.end + MAX_GAP, len(folded.places) - 1) + 1):
        if end > way.end and end in folded.breaks:
            return
        yield _Way(end, way.marked, way.bare)


def _guessed(folded: FoldedText, token: int) -> bool:
    return any(reading.key.is_guess for reading in folded.readings[token])


def _fits(wanted: WordKey, given: WordKey) -> str | None:
    """ "marked", "same" or "bare" where the words are the same; None where not."""
    if wanted is NUMBER or wanted is TIMES:
        return "same" if (_NUMBER if wanted is NUMBER else _TIMES).fullmatch(given.bare) else None
    if wanted.bare != given.bare:
        return None
    if given.has_marks:
        return "marked" if wanted.marked == given.marked else None
    return "bare" if wanted.has_marks else "same"
