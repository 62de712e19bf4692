"""The word lists of ``lexicon.json`` in canonical form, and how a comment's words hit them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from functools import cache
from importlib import resources
from itertools import pairwise
from typing import Any

from msgspec import Struct

from server.samples.text import canonical

MAX_PHRASE_WORDS = 3
LANGUAGES = ("vi", "en", "id", "pt", "es", "th", "ko")
_UNSPACED = re.compile("[\u0e00-\u0e7f]")


class Lexicon(Struct, frozen=True):
    """Sets of canonical words and phrases, the words of a phrase joined by a space."""

    praise: frozenset[str]
    filler: frozenset[str]
    question: frozenset[str]
    question_endings: frozenset[str]
    negation: frozenset[str]
    negation_unless: frozenset[str]
    """Phrases that begin like a negation and praise all the same."""
    tag_words: frozenset[str]
    """What is said to a tagged friend and adds nothing."""
    english: frozenset[str]
    strong: frozenset[str]
    but: frozenset[str]
    wish: frozenset[str]
    thanks: frozenset[str]
    marked: dict[str, frozenset[str]]
    """The forms of a word, by the word without marks, that count where a comment is written with marks."""
    concepts: dict[str, frozenset[str]]
    """Words and phrases (joined by a space) by concept, in the order of the file."""


@cache
def lexicon() -> Lexicon:
    """The lists; read once."""
    raw: dict[str, Any] = json.loads(resources.files(__package__).joinpath("lexicon.json").read_text("utf-8"))
    praise, filler, question = (
        frozenset().union(*(_entries(raw[kind].get(language, "")) for language in LANGUAGES))
        for kind in ("praise", "filler", "question")
    )
    concepts = {name: _entries(text) for name, text in raw["concepts"].items() if name != "note"}
    return Lexicon(
        praise,
        filler,
        question,
        _entries(raw["question_endings"]["vi"]),
        _entries(raw["negation"]["all"]),
        _entries(raw["negation"]["unless"]),
        _entries(raw["tag_words"]["all"]),
        _entries(raw["english"]["all"]),
        _entries(raw["strong"]["all"]),
        _entries(raw["but"]["all"]),
        _entries(raw["wish"]["all"]),
        _entries(raw["thanks"]["all"]),
        {word: frozenset(text.split()) for word, text in raw["marked"].items() if word != "note"},
        concepts,
    )


def phrases(words: Sequence[str]) -> Iterator[str]:
    """Every run of one to three words."""
    for size in range(1, MAX_PHRASE_WORDS + 1):
        for start in range(len(words) - size + 1):
            yield " ".join(words[start : start + size])


def concept_counts(words: Sequence[str]) -> list[int]:
    """How many different entries of each concept occur in ``words``, in the order of the file."""
    singles, longer = _concept_index()
    counts = [0] * len(lexicon().concepts)
    known = set(words)
    for word in singles.keys() & known:
        for place in singles[word]:
            counts[place] += 1
    line = f" {' '.join(words)} "
    for word in longer.keys() & known:
        for phrase, places in longer[word]:
            for place in places if phrase in line else ():
                counts[place] += 1
    return counts


Places = tuple[int, ...]


@cache
def _concept_index() -> tuple[dict[str, Places], dict[str, list[tuple[str, Places]]]]:
    """The places of the concepts that hold an entry: of single words, and of phrases by their first word."""
    concepts = list(lexicon().concepts.values())
    singles: dict[str, Places] = {}
    longer: dict[str, list[tuple[str, Places]]] = {}
    for entry in frozenset().union(*concepts):
        places = tuple(i for i, concept in enumerate(concepts) if entry in concept)
        if " " in entry:
            longer.setdefault(entry.split()[0], []).append((f" {entry} ", places))
        else:
            singles[entry] = places
    return singles, longer


def negates_praise(words: Sequence[str]) -> bool:
    """Whether a word of approval stands right behind a negation ("chưa đẹp", "not cute")."""
    lists = lexicon()
    if lists.negation.isdisjoint(words):
        return False
    line = f" {' '.join(words)} "
    if any(f" {phrase} " in line for phrase in lists.negation_unless):
        return False
    return any(a in lists.negation and b in lists.praise for a, b in pairwise(words))


def spaced(words: Sequence[str]) -> list[str]:
    """The words; those of a script without spaces (Thai) taken apart by the lists, longest entry first."""
    found: list[str] = []
    for word in words:
        found += _pieces(word) if _UNSPACED.search(word) else [word]
    return found


def _pieces(word: str) -> list[str]:
    lists, longest = lexicon(), _longest_unspaced()
    pieces, start = [], 0
    while start < len(word):
        for size in range(min(longest, len(word) - start), 0, -1):
            piece = word[start : start + size]
            if piece in lists.praise or piece in lists.filler:
                break
        pieces.append(piece)
        start += size
    return pieces


@cache
def _longest_unspaced() -> int:
    return max(len(e) for e in lexicon().praise | lexicon().filler if _UNSPACED.search(e))


def praise_coverage(words: Sequence[str]) -> tuple[int, int, int]:
    """How many of ``words`` are (praise, filler, neither); phrases are matched before their words."""
    lists = lexicon()
    counts = [0, 0, 0]
    start = 0
    while start < len(words):
        size, kind = _longest_match(words, start, (lists.praise, lists.filler))
        counts[kind] += size
        start += size
    return counts[0], counts[1], counts[2]


def _longest_match(words: Sequence[str], start: int, lists: Sequence[frozenset[str]]) -> tuple[int, int]:
    for size in range(min(MAX_PHRASE_WORDS, len(words) - start), 0, -1):
        phrase = " ".join(words[start : start + size])
        for kind, entries in enumerate(lists):
            if phrase in entries:
                return size, kind
    return 1, len(lists)


def _entries(text: str) -> frozenset[str]:
    return frozenset(canonical(entry.replace("_", " ")) for entry in text.split())
