"""The topics of a creator, strongest first, each with the words that made it; nothing where nothing speaks.

Every caption has one vote, which its words divide among the niches; biography and category have more. Nothing is read
from names or pictures, and nothing is said about age, sex or place.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cache

from msgspec import Struct

from server.facts import Facts
from server.topics.niche import Niche
from server.topics.niches import niches
from server.topics.topic_words import TopicWord, TopicWords

MAX_CAPTIONS = 30
WEAK = 0.4
"""Votes of a word that other niches say too; two and a half of them are one word."""
BIOGRAPHY, CATEGORY = 2.0, 3.0
"""Votes of what the creator says once about all posts."""
LEAST_VOTES = 0.8
"""Under it a topic is not named: one weak word is none."""
LEAST_SHARE = 0.1
SURE = -1
"""Beside the numbers of the texts that spoke for a topic: one said a word of its own. Without, a topic needs different weak
words in different texts, since one text says "update" or "10 kg" by accident."""
MAX_TOPICS, MAX_WORDS = 4, 6


class Topic(Struct, frozen=True):
    """One topic of a creator."""

    id: str
    share: float
    """Of all votes that were given to any niche, 0 to 1."""
    words: tuple[str, ...]
    """Those that spoke for it most, strongest first; never empty."""


def topics_of(facts: Facts) -> tuple[Topic, ...]:
    """What captions, hashtags, biography and category are about; empty means unclear."""
    votes: dict[str, float] = defaultdict(float)
    words: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    proofs: dict[str, set[int]] = defaultdict(set)
    for place, (text, ballot, wanted) in enumerate(_texts(facts)):
        said = _said(text, wanted)
        total = sum(said.values())
        for word, weight in said.items():
            vote = ballot * weight / max(total, 1.0)
            votes[word.label] += vote
            words[word.label][word.phrase] += vote
            proofs[word.label].add(SURE if weight >= 1.0 else place)
    everything = sum(votes.values())
    strongest = sorted(votes, key=lambda label: (-votes[label], label))
    least = max(LEAST_VOTES, LEAST_SHARE * everything)
    named = [
        each
        for each in strongest
        if votes[each] >= least and (SURE in proofs[each] or min(len(proofs[each]), len(words[each])) > 1)
    ]
    return tuple(
        Topic(each, round(votes[each] / everything, 3), _strongest(words[each]))
        for each in named[:MAX_TOPICS]
    )


def _texts(facts: Facts) -> Iterator[tuple[str, float, TopicWords]]:
    """Each text with its votes and the words it is read by, which an empty page loads too."""
    words, categories = niche_words(), category_words()
    if facts.category:
        yield facts.category, CATEGORY, categories
    if facts.biography:
        yield facts.biography, BIOGRAPHY, words
    for post in facts.posts[:MAX_CAPTIONS]:
        if post.caption:
            yield post.caption, 1.0, words


def _said(text: str, wanted: TopicWords) -> dict[TopicWord, float]:
    """Each word once, however often it is said."""
    found: dict[TopicWord, float] = {}
    for spoken in wanted.find(text):
        found[spoken.word] = max(spoken.weight, found.get(spoken.word, 0.0))
    return found


def _strongest(words: dict[str, float]) -> tuple[str, ...]:
    return tuple(sorted(words, key=lambda word: (-words[word], word)))[:MAX_WORDS]


@cache
def niche_words() -> TopicWords:
    """The words of every niche."""
    return TopicWords(word for niche in niches() for word in _words_of(niche))


def _words_of(niche: Niche) -> Iterator[TopicWord]:
    yield from (TopicWord(niche.id, word, 1.0) for word in niche.words)
    yield from (TopicWord(niche.id, word, 1.0, only_marked=True) for word in niche.only_marked)
    yield from (TopicWord(niche.id, word, WEAK) for word in (*niche.weak, *niche.emoji))


@cache
def category_words() -> TopicWords:
    """The words of Instagram's categories."""
    return TopicWords(TopicWord(niche.id, phrase, 1.0) for niche in niches() for phrase in niche.categories)
