"""A draft beside its brief: the one thing that every rule is handed."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache

from msgspec import Struct

from server.campaigns.brief import Brief
from server.campaigns.exempt import exempt_tokens, holds_denial, is_negated, mandatory_tokens
from server.campaigns.fold import FoldedText, fold_text
from server.campaigns.phrases import Hit, Phrases, keys_of
from server.campaigns.tone import Piece, pieces_of
from server.campaigns.words import Spot, Words


class Draft(Struct, frozen=True):
    """A text as the rules read it: folded, cut into tokens and sentences once for all of them, beside its brief."""

    text: str
    brief: Brief
    folded: FoldedText
    exempt: frozenset[int]
    """Tokens that no forbidden word is found in."""
    own_names: frozenset[int]
    """Tokens of the brand's and the product's own name: words, mention or hashtag."""
    pieces: tuple[Piece, ...]
    """What is weighed by its tone, once for every rule that listens."""

    def span(self, hit: Hit) -> tuple[int, int]:
        """Where a hit begins and ends in the text, in characters."""
        return self.folded.places[hit.first][0], self.folded.places[hit.end - 1][1]

    def token_from(self, place: int) -> int:
        """The first token that begins at a place of the text or behind it."""
        return bisect_left(self.folded.places, (place, 0))

    def sentence_of(self, spot: Spot) -> int:
        """The first token of the sentence in which a spot of the text begins."""
        return self.folded.sentence_of(self.token_from(spot.start or 0))

    def hits(self, phrases: tuple[str, ...]) -> Iterator[Hit]:
        """Where the phrases stand, exempted or not."""
        return phrases_of(phrases).find(self.folded)

    def says(self, sentence: str) -> bool:
        """Whether a sentence stands in the text; case, white space and line ends may differ, marks where there are any."""
        return any(True for _ in phrases_of((sentence,)).find(self.folded, across=True))

    def names(self, name: str) -> Iterator[Hit]:
        """Where a name is called."""
        return _names(self.folded, name)


def _names(folded: FoldedText, name: str) -> Iterator[Hit]:
    """Where a name is called: as words, of which several need no marks; run together, in the plural or spelled out in
    single letters; or inside a mention or hashtag."""
    joined = "".join(key.bare for key in keys_of(name))
    across = ". " in name  # the stop of "Dr. Mây" ends no sentence
    ways = {hit.first: hit for hit in _run_together(folded, name, joined)}
    ways |= {hit.first: hit for hit in phrases_of((f"{name}s",)).find(folded, across, is_name=True)}
    ways |= {hit.first: hit for hit in phrases_of((name,)).find(folded, across, is_name=True)}
    if (apart := _CAMEL.sub(" ", name)) != name:
        ways |= {hit.first: hit for hit in phrases_of((apart,)).find(folded, across, is_name=True)}
    yield from ways.values()
    if len(joined) > 2:
        for token in folded.tags:
            readings = [(reading.end, reading.key.bare) for reading in folded.readings[token]]
            yield from _tagged(name, joined, token, readings)


_CAMEL = re.compile(r"(?<=[^\W\d_A-Z])(?=[A-Z])")
"""Where a name like "FastBuy" has its second word."""
MIN_SPELLED = 4
"""Letters of a name from which it is looked for in single letters or without its spaces."""


def _run_together(folded: FoldedText, name: str, joined: str) -> Iterator[Hit]:
    """A name written as one word, also with an English "s", or letter by letter."""
    if len(joined) < MIN_SPELLED:
        return
    is_one_word = len(keys_of(name)) == 1
    for bare in () if is_one_word else (joined, f"{joined}s"):
        for token in folded.begins.get(bare, ()):
            end = next(reading.end for reading in folded.readings[token] if reading.key.bare == bare)
            yield Hit(name, token, end, is_sure=True)
    for first, letters in folded.spelled:
        at = letters.find(joined)
        while at >= 0:
            yield Hit(name, first + at, first + at + len(joined), is_sure=True)
            at = letters.find(joined, at + len(joined))


def _tagged(name: str, joined: str, token: int, readings: list[tuple[int, str]]) -> Iterator[Hit]:
    end = next((end for end, bare in readings if joined in bare), None)
    if end is not None:
        yield Hit(name, token, end, is_sure=True)


_KNOWN: dict[int, tuple[tuple[str, ...], Phrases]] = {}
"""By the identity of a table, which is held with them: hashing thousands of words for each caption takes longer than finding them."""
_MAX_KNOWN = 512


def phrases_of(phrases: tuple[str, ...]) -> Phrases:
    """A table as it is looked for, made once."""
    known = _KNOWN.get(id(phrases))
    if known is not None and known[0] is phrases:
        return known[1]
    if len(_KNOWN) >= _MAX_KNOWN:
        _KNOWN.clear()
    made = _made(phrases)
    _KNOWN[id(phrases)] = (phrases, made)
    return made


@lru_cache(_MAX_KNOWN)
def _made(phrases: tuple[str, ...]) -> Phrases:
    return Phrases(phrases)


def draft_of(text: str, brief: Brief) -> Draft:
    folded = fold_text(text)
    own = tuple(name for name in (brief.brand, brief.product) if name)
    own_names = frozenset(
        token for name in own for hit in _names(folded, name) for token in range(hit.first, hit.end)
    )
    mandatory = mandatory_tokens(folded)
    exempt = exempt_tokens(folded, phrases_of(own), mandatory)
    return Draft(text, brief, folded, exempt, own_names, pieces_of(folded, mandatory))


def word_spots(draft: Draft, words: Words) -> list[Spot]:
    """The places of forbidden words that nothing exempts; the longest where several overlap."""
    covered = {
        token for hit in draft.hits(words.unless) if hit.is_sure for token in range(hit.first, hit.end)
    }
    found = [(hit, hit.is_sure) for hit in draft.hits(words.must)]
    found += [(hit, False) for hit in draft.hits(words.ask)]
    return [
        Spot(*draft.span(hit), level=None if sure else "ask")
        for hit, sure in _longest(found)
        if _counts(draft, hit, covered)
    ]


def sentences_with(draft: Draft, words: tuple[str, ...]) -> set[int]:
    """The sentences that say one of the words, by their first token."""
    return {draft.folded.sentence_of(hit.first) for hit in draft.hits(words)}


def _counts(draft: Draft, hit: Hit, covered: set[int]) -> bool:
    tokens = set(range(hit.first, hit.end))
    if tokens <= covered or tokens <= draft.exempt or is_negated(draft.folded, hit.first, draft.own_names):
        return False
    return (
        "…" not in hit.phrase or _says_not(hit.phrase) or not holds_denial(draft.folded, hit.first, hit.end)
    )


@lru_cache(4096)
def _says_not(phrase: str) -> bool:
    """Whether the phrase itself denies ("không … tác dụng phụ")."""
    folded = fold_text(f"a {phrase}")
    return holds_denial(folded, 0, len(folded.places))


def _longest(found: list[tuple[Hit, bool]]) -> list[tuple[Hit, bool]]:
    """Without those that overlap a longer one, or one of the same length that is sure."""
    kept: list[tuple[Hit, bool]] = []
    taken: set[int] = set()
    for hit, sure in sorted(found, key=lambda one: (one[0].first - one[0].end, not one[1], one[0].first)):
        tokens = range(hit.first, hit.end)
        if taken.isdisjoint(tokens):
            taken.update(tokens)
            kept.append((hit, sure))
    return sorted(kept, key=lambda one: one[0].first)
