"""The word lists of ``lexicon.json`` in canonical form, and how a comment's words hit them."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from server.samples.text import canonical

MAX_PHRASE_WORDS = 3


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Sets of canonical words and phrases, the words of a phrase joined by a space."""

    praise: frozenset[str]
    filler: frozenset[str]
    question: frozenset[str]
    question_endings: frozenset[str]
    concepts: dict[str, frozenset[str]]
    """Words and phrases (joined by a space) by concept, in the order of the file."""


@cache
def lexicon() -> Lexicon:
    """The lists; read once."""
    raw: dict[str, Any] = json.loads(resources.files(__package__).joinpath("lexicon.json").read_text("utf-8"))
    languages = ("vi", "en", "id")
    praise, filler, question = (
        frozenset().union(*(_entries(raw[kind][language]) for language in languages))
        for kind in ("praise", "filler", "question")
    )
    concepts = {name: _entries(text) for name, text in raw["concepts"].items() if name != "note"}
    return Lexicon(praise, filler, question, _entries(raw["question_endings"]["vi"]), concepts)


def phrases(words: Sequence[str]) -> Iterator[str]:
    """Every run of one to three words."""
    for size in range(1, MAX_PHRASE_WORDS + 1):
        for start in range(len(words) - size + 1):
            yield " ".join(words[start : start + size])


def concept_counts(words: Sequence[str]) -> list[int]:
    """How many different entries of each concept occur in ``words``, in the order of the file."""
    index = _concept_index()
    counts = [0] * len(lexicon().concepts)
    for phrase in index.keys() & set(phrases(words)):
        for place in index[phrase]:
            counts[place] += 1
    return counts


@cache
def _concept_index() -> dict[str, tuple[int, ...]]:
    """The places of the concepts that hold an entry."""
    concepts = list(lexicon().concepts.values())
    entries = frozenset().union(*concepts)
    return {e: tuple(i for i, concept in enumerate(concepts) if e in concept) for e in entries}


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
