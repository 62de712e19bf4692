"""Labelled phrases, all looked for in one pass over a text: in words, in hashtags run together, as emoji."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from msgspec import Struct

from server.samples.word_keys import FEW_MARKS, WORD, WordKey, spelled_key

MAX_TEXT = 2_200
"""Characters that are read; Instagram takes no longer caption."""
BARE_WORD = 0.4
"""What is left of a single Vietnamese word that was written without its marks: "meo" is a cat or a trick."""
_MIN_IN_TAG = 5
"""Letters of a phrase from which it is looked for inside a hashtag; shorter ones have to be the whole."""
MAX_TAG = 100
"""Letters of a hashtag that are read."""
_END = ""


class TopicWord(Struct, frozen=True):
    """One phrase of one label."""

    label: str
    phrase: str
    weight: float
    only_marked: bool = False
    """Believed only in a text that carries marks."""


class Spoken(Struct, frozen=True):
    """A word that a text says; ``weight`` is less than its own where the marks are missing."""

    word: TopicWord
    weight: float


class _Letters(dict[str, "_Letters"]):
    """Words letter by letter; ``_END`` marks where one may end."""


def _tree(words: Iterable[str]) -> _Letters:
    root = _Letters()
    for word in words:
        node = root
        for letter in word:
            node = node.setdefault(letter, _Letters())
        node[_END] = _Letters()
    return root


class TopicWords:
    """Words, looked up by their first word; the longest at a place wins, all labels of it count."""

    def __init__(self, words: Iterable[TopicWord]) -> None:
        self._by_first: dict[str, list[tuple[tuple[WordKey, ...], TopicWord]]] = {}
        self._emoji: dict[str, list[TopicWord]] = {}
        self._joined: dict[str, list[TopicWord]] = {}
        for word in words:
            keys = tuple(spelled_key(part) for part in WORD.findall(word.phrase))
            if not keys:
                self._emoji.setdefault(word.phrase, []).append(word)
                continue
            self._by_first.setdefault(keys[0].bare, []).append((keys, word))
            if not word.only_marked:
                self._joined.setdefault("".join(key.bare for key in keys), []).append(word)
        for found in self._by_first.values():
            found.sort(key=lambda one: -len(one[0]))
        self._letters = _tree(joined for joined in self._joined if len(joined) >= _MIN_IN_TAG)
        self._any_emoji = re.compile(f"[{re.escape(''.join(self._emoji))}]") if self._emoji else None

    def find(self, text: str) -> Iterator[Spoken]:
        """What the text says, in no order; a word may come more than once."""
        text = text[:MAX_TEXT]
        places = [match.span() for match in WORD.finditer(text)]
        keys = [spelled_key(text[start:end]) for start, end in places]
        marked = sum(key.has_marks for key in keys)
        has_few_marks = marked <= FEW_MARKS * len(keys)
        at = 0
        while at < len(keys):
            sign = text[places[at][0] - 1 : places[at][0]]
            if sign == "@":
                at += 1
            elif sign == "#" and (inside := list(self._in_tag(keys[at].bare))):
                yield from inside
                at += 1
            else:
                found, size = self._longest(keys, at, has_few_marks)
                yield from found
                at += size
        if self._any_emoji is not None:
            for sign in self._any_emoji.findall(text):
                yield from (Spoken(word, word.weight) for word in self._emoji[sign])

    def _longest(self, keys: Sequence[WordKey], at: int, has_few_marks: bool) -> tuple[list[Spoken], int]:
        """What the words from ``at`` on say, and how many of them it takes: at least one."""
        found: list[Spoken] = []
        size = 1
        candidates = (self._by_first.get(bare, ()) for bare in _forms(keys[at]))
        for wanted, word in chain.from_iterable(candidates):
            if (found and len(wanted) != size) or (word.only_marked and has_few_marks):
                continue
            weight = _likeness(wanted, keys[at : at + len(wanted)], has_few_marks)
            if weight:
                size = len(wanted)
                found.append(Spoken(word, weight * word.weight))
        return found, size

    def _in_tag(self, bare: str) -> Iterator[Spoken]:
        """Phrases that a hashtag is made of, from left to right. A single word counts at its beginning or end only."""
        if whole := self._joined.get(bare):
            yield from (Spoken(word, word.weight) for word in whole)
            return
        bare = bare[:MAX_TAG]
        at = 0
        while at < len(bare):
            end = self._end_in_tag(bare, at)
            at_edge = at == 0 or end == len(bare)
            for word in self._joined[bare[at:end]] if end else ():
                if at_edge or " " in word.phrase:
                    yield Spoken(word, word.weight)
            at = end or at + 1

    def _end_in_tag(self, bare: str, at: int) -> int:
        """Where the longest phrase from ``at`` on ends; 0 without one."""
        found, node = 0, self._letters
        for end in range(at, len(bare)):
            following = node.get(bare[end])
            if following is None:
                break
            node = following
            if _END in node:
                found = end + 1
        return found


def _forms(key: WordKey) -> tuple[str, ...]:
    """The word, and an English plural without its s."""
    if key.has_marks or len(key.bare) < 4 or not key.bare.endswith("s"):
        return (key.bare,)
    return key.bare, key.bare[:-1]


def _likeness(wanted: Sequence[WordKey], given: Sequence[WordKey], has_few_marks: bool) -> float:
    """1 where the words are the same, ``BARE_WORD`` for a single one without its marks, else 0."""
    if len(given) < len(wanted):
        return 0.0
    bare = marked = 0
    for one, other in zip(wanted, given, strict=True):
        if other.has_marks:
            if one.marked != other.marked:
                return 0.0
            marked += 1
        elif one.bare not in _forms(other):
            return 0.0
        elif one.has_marks:
            bare += 1
    if bare and not (has_few_marks or marked):
        return 0.0
    return BARE_WORD if bare and len(wanted) == 1 else 1.0
