"""DraftFinding phrases in a folded text, many at once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from server.campaigns.fold import FoldedText, fold_text
from server.samples.word_keys import WordKey

MIN_IN_TAG = 6
"""Letters of a phrase from which it is also looked for inside a hashtag, where words have no ends."""

GAP = WordKey("…", "…", has_marks=False)
"""In a phrase "…" stands for up to ``MAX_GAP`` words of the same clause."""
MAX_GAP = 4


@dataclass(frozen=True, slots=True)
class Hit:
    phrase: str
    first: int
    """Token of the text."""
    end: int
    """Token behind it."""
    is_sure: bool
    """Found with its marks, or with a neighbour that decides."""


class Phrases:
    """A set of phrases, looked up by their first word."""

    def __init__(self, phrases: Iterable[str]) -> None:
        self._by_first: dict[str, list[tuple[str, tuple[WordKey, ...]]]] = {}
        self._joined: dict[str, str] = {}
        for phrase in dict.fromkeys(phrases):
            keys = keys_of(phrase)
            if not keys:
                continue
            self._by_first.setdefault(keys[0].bare, []).append((phrase, keys))
            joined = "".join(key.bare for key in keys)
            if len(keys) > 1 and GAP not in keys and len(joined) >= MIN_IN_TAG:
                self._joined[joined] = phrase
        longest_first = sorted(self._joined, key=len, reverse=True)
        self._tags = re.compile("|".join(map(re.escape, longest_first))) if longest_first else None

    def find(self, folded: FoldedText, across: bool = False, is_name: bool = False) -> Iterator[Hit]:
        """Where the phrases stand. ``across``: also over the end of a clause or line (whole sentences); ``is_name``:
        several words together are also found without their marks in a text that has some."""
        words = folded.begins.keys()
        for bare in self._by_first.keys() & words:
            for phrase, keys in self._by_first[bare]:
                if all(key.bare in words or key is GAP for key in keys):
                    yield from _hits(folded, phrase, keys, across, is_name and len(keys) > 1)
        for first in folded.tags:
            if folded.prefix(first) == "#":
                yield from self._in_tag(folded.readings[first][0].key, first)

    def _in_tag(self, key: WordKey, first: int) -> Iterator[Hit]:
        if self._tags is not None and (found := self._tags.search(key.bare)):
            yield Hit(self._joined[found[0]], first, first + 1, is_sure=True)


def _hits(
    folded: FoldedText, phrase: str, keys: tuple[WordKey, ...], across: bool, needs_no_marks: bool
) -> Iterator[Hit]:
    for first in folded.begins[keys[0].bare]:
        for end, is_sure in dict.fromkeys(_ends(folded, keys, first, across, needs_no_marks)):
            yield Hit(phrase, first, end, is_sure)


def keys_of(phrase: str) -> tuple[WordKey, ...]:
    """The words of a phrase as they are compared."""
    parts = [[readings[0].key for readings in fold_text(part).readings] for part in phrase.split("…")]
    return tuple(key for place, part in enumerate(parts) for key in ([GAP] if place else []) + part)


@dataclass(frozen=True, slots=True)
class _Way:
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
        if not way.bare:
            yield way.end, True
        elif needs_no_marks or folded.has_few_marks or way.marked or _guessed(folded, first):
            yield way.end, len(keys) > 1


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
    if wanted.bare != given.bare:
        return None
    if given.has_marks:
        return "marked" if wanted.marked == given.marked else None
    return "bare" if wanted.has_marks else "same"
