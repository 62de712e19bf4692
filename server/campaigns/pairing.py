"""Claims that no list of phrases holds: words of two or three classes near each other in one sentence.

"Khỏi" and "mụn", "nobody" and "better": each class is a table of short words, and the claim is made where a word of each
stands within a few words of the next.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cached_property

from msgspec import Struct

from server.campaigns.draft import Draft
from server.campaigns.exempt import is_negated
from server.campaigns.phrases import Hit, Phrases
from server.campaigns.words import RuleLevel, Spot

NEAR = 5
"""Words that may stand between two of a claim."""
_NEAR_UNMARKED = 1
"""The same for two single words without marks, which may be others ("nam" is nám, năm, nấm and a name)."""
WordTable = tuple[str, ...]


class WordPairing(Struct, frozen=True):
    """Tables of words of which one each makes a claim, in this order."""

    tables: tuple[WordTable, ...]
    near: int = NEAR
    in_any_order: bool = False
    """Of two tables alone."""
    in_clause: bool = False
    """Whether a comma parts them."""
    denies: bool = False
    """Whether it begins with a "not" or "nobody" that makes the claim, and so exempts nothing."""
    unless: WordTable = ()
    """Words of the same sentence that make something else of it."""
    other: WordTable = ()
    """What holds a word of the tables and means something else ("da mụn" is a kind of skin)."""


class WordPairings(Struct, frozen=True, dict=True):
    """All pairings of a rule, whose words are looked up in one go."""

    pairings: tuple[WordPairing, ...]

    @cached_property
    def _tables_of(self) -> Mapping[str, tuple[int, ...]]:
        """The tables that a word stands in, by their identity: a table is one tuple, however many pairings share it."""
        tables = {
            id(table): table
            for pairing in self.pairings
            for table in (*pairing.tables, pairing.unless, pairing.other)
        }
        found: defaultdict[str, list[int]] = defaultdict(list)
        for key, table in tables.items():
            for word in dict.fromkeys(table):
                found[word].append(key)
        return {word: tuple(keys) for word, keys in found.items()}

    @cached_property
    def _words(self) -> Phrases:
        return Phrases(self._tables_of, in_tags=False)

    def find(self, draft: Draft) -> list[Spot]:
        """From the first word of each claim to its last; of those that overlap the first alone."""
        hits: defaultdict[int, list[Hit]] = defaultdict(list)
        for hit in self._words.find(draft.folded):
            for key in self._tables_of[hit.phrase]:
                hits[key].append(hit)
        found = [claim for pairing in self.pairings for claim in _claims(draft, pairing, hits)]
        spots: list[Spot] = []
        taken = 0
        for first, end, is_sure in sorted(found, key=lambda one: (one[0], -one[1])):
            if first >= taken:
                level: RuleLevel | None = None if is_sure else "ask"
                places = draft.folded.places
                spots.append(Spot(places[first][0], places[end - 1][1], level=level))
                taken = end
        return spots


def _claims(
    draft: Draft, pairing: WordPairing, said: Mapping[int, list[Hit]]
) -> Iterator[tuple[int, int, bool]]:
    if not all(id(table) in said for table in pairing.tables):
        return
    sentence_of = draft.folded.sentence_of
    other = {token for hit in said.get(id(pairing.other), ()) for token in range(hit.first, hit.end)}
    unless = {sentence_of(hit.first) for hit in said.get(id(pairing.unless), ())}
    tables = [_counted(draft, said[id(table)], pairing, other) for table in pairing.tables]
    for order in (tables, tables[::-1]) if pairing.in_any_order else (tables,):
        for first, end, is_sure in _chained(draft, order, pairing):
            is_told = pairing.denies and first > 0 and first - 1 in draft.exempt
            if sentence_of(first) not in unless and not is_told:
                yield first, end, is_sure


def _counted(draft: Draft, hits: list[Hit], pairing: WordPairing, other: set[int]) -> list[Hit]:
    """The hits that mean nothing else and that nothing exempts or denies, by their place."""
    return sorted(
        (
            hit
            for hit in hits
            if not other.issuperset(range(hit.first, hit.end))
            and (pairing.denies or not _is_denied(draft, hit))
        ),
        key=lambda hit: (hit.first, -hit.end),
    )


def _is_denied(draft: Draft, hit: Hit) -> bool:
    return hit.first in draft.exempt or is_negated(draft.folded, hit.first, draft.own_names)


def _chained(draft: Draft, tables: list[list[Hit]], pairing: WordPairing) -> Iterator[tuple[int, int, bool]]:
    """Hits of the first table with the nearest of each further one."""
    starts = [[hit.first for hit in hits] for hits in tables]
    for begin in tables[0]:
        end, is_sure, chain = begin.end, begin.is_sure, begin
        for hits, firsts in zip(tables[1:], starts[1:], strict=True):
            at = bisect_left(firsts, end)
            if at == len(hits) or not _is_near(draft, chain, hits[at], pairing):
                break
            chain = hits[at]
            end, is_sure = chain.end, is_sure and chain.is_sure
        else:
            yield begin.first, end, is_sure


def _is_near(draft: Draft, before: Hit, behind: Hit, pairing: WordPairing) -> bool:
    folded = draft.folded
    near = pairing.near
    if not (before.is_sure or behind.is_sure):
        near = -1 if _is_same_word(draft, before, behind) else _NEAR_UNMARKED
    if behind.first - before.end > near or folded.sentence_of(before.first) != folded.sentence_of(
        behind.first
    ):
        return False
    return not pairing.in_clause or folded.breaks.isdisjoint(range(before.end, behind.first + 1))


def _is_same_word(draft: Draft, before: Hit, behind: Hit) -> bool:
    """Whether both are one word without marks ("tri" is trị and trĩ)."""
    readings = draft.folded.readings
    return readings[before.first][0].key.bare == readings[behind.first][0].key.bare
