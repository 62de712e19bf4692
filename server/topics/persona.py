"""How far a creator speaks of what a brand looks for, by the brand's own words; nothing else is guessed."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from msgspec import Struct

from server.facts import Facts
from server.topics.topic_words import TopicWord, TopicWords

MAX_CAPTIONS = 30
MAX_WORDS = 50
LEAST_TEXTS = 3
"""Texts from which a share is said; the words that were found are said from one on."""


class PersonaMatch(Struct, frozen=True):
    """The brand's words in the creator's texts."""

    found: tuple[str, ...]
    """Those that were said, most often first."""
    not_found: tuple[str, ...]
    texts: int
    """Biography and captions that were read."""
    speaking: int
    """Of these, those with one of the words."""
    share: float | None
    """``speaking / texts``; None from fewer than ``LEAST_TEXTS``: unclear."""


def persona_match(facts: Facts, words: Iterable[str]) -> PersonaMatch | None:
    """None where the brand names no word."""
    wanted = tuple(dict.fromkeys(word.strip() for word in words if word.strip()))[:MAX_WORDS]
    if not wanted:
        return None
    texts = [text for text in (facts.biography, *(p.caption for p in facts.posts[:MAX_CAPTIONS])) if text]
    said = [{spoken.word.phrase for spoken in _lookup(wanted).find(text)} for text in texts]
    counts = {word: sum(word in each for each in said) for word in wanted}
    speaking = sum(bool(each) for each in said)
    return PersonaMatch(
        found=tuple(sorted((word for word in wanted if counts[word]), key=lambda word: -counts[word])),
        not_found=tuple(word for word in wanted if not counts[word]),
        texts=len(texts),
        speaking=speaking,
        share=round(speaking / len(texts), 3) if len(texts) >= LEAST_TEXTS else None,
    )


@lru_cache(32)
def _lookup(words: tuple[str, ...]) -> TopicWords:
    return TopicWords(TopicWord(word, word, 1.0) for word in words)
