"""Where a kind of promise stands: a word of each of its tables in one clause or sentence."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator

from server.campaigns.draft import Draft
from server.campaigns.exempt import is_negated
from server.campaigns.phrases import Hit, keys_of
from server.campaigns.rules._finance_promise_kinds import (
    COUNTED,
    COUNTS,
    KINDS,
    LOSS_DENIED,
    NOT_PROMISED,
    SPOKEN_OF,
    Kind,
)
from server.campaigns.rules._finance_promise_sums import sum_at
from server.campaigns.words import Level, Spot

_NUMERALS = frozenset(key.marked for key in keys_of("một hai ba bốn năm sáu bảy tám chín mười trăm"))
_MILLIONS = frozenset(key.bare for key in keys_of("triệu tỷ tỉ củ"))
_NO = frozenset(key.marked for key in keys_of("không no nope never"))


class Clauses:
    """The clauses and the sentences of a draft, each known by its first token; "1.5" ends none."""

    def __init__(self, draft: Draft) -> None:
        folded = draft.folded
        self._clauses = (0, *sorted(folded.breaks))
        self.sentences = (0, *sorted(folded.breaks.intersection(folded.sentences)))
        self._draft = draft

    def clause_of(self, token: int) -> int:
        return self._clauses[bisect_right(self._clauses, token) - 1]

    def sentence_of(self, token: int) -> int:
        return self.sentences[bisect_right(self.sentences, token) - 1]

    def saying(self, words: tuple[str, ...]) -> set[int]:
        """The sentences that say one of the words."""
        few = self._draft.folded.has_few_marks
        return {self.sentence_of(hit.first) for hit in self._draft.hits(words) if hit.is_sure or few}

    def answering_no(self) -> Iterator[int]:
        """The sentences that answer the question before them with no."""
        folded = self._draft.folded
        for first in self.sentences[1:]:
            asked = "?" in folded.text[folded.places[first - 1][1] : folded.places[first][0]]
            if asked and folded.readings[first][0].key.marked in _NO:
                yield first


def promised_by_kind(draft: Draft) -> Iterator[Spot]:
    """From the first word of each promise to its last."""
    clauses = Clauses(draft)
    amounts = [token for token in range(len(draft.folded.places)) if _is_amount(draft, token)]
    for kind in KINDS:
        yield from _of_kind(draft, clauses, kind, amounts)
    for hit in draft.hits(LOSS_DENIED):
        if hit.is_sure and (hit.first == 0 or hit.first - 1 not in draft.exempt):
            yield Spot(*draft.span(hit))


def not_promised(draft: Draft, spots: list[Spot]) -> list[Spot]:
    """Without those that the same sentence or the next rejects, and what multiplied that is no promise."""
    clauses = Clauses(draft)
    rejecting, counted = clauses.saying(NOT_PROMISED) | set(clauses.answering_no()), clauses.saying(COUNTED)
    spoken_of = clauses.saying(SPOKEN_OF)
    counts = sorted(draft.folded.places[hit.first][0] for hit in draft.hits(COUNTS)) if counted else []
    starts = [start for start, _ in draft.folded.places]
    kept = []
    for spot in spots:
        sentence = clauses.sentence_of(bisect_right(starts, spot.start or 0) - 1)
        behind = bisect_right(clauses.sentences, sentence)
        after = clauses.sentences[behind : behind + 1]
        says_count = bisect_left(counts, spot.start or 0) < bisect_left(counts, spot.end or 0)
        if (
            sentence not in spoken_of
            and rejecting.isdisjoint((sentence, *after))
            and not (says_count and sentence in counted)
        ):
            kept.append(spot)
    return kept


def _of_kind(draft: Draft, clauses: Clauses, kind: Kind, amounts: list[int]) -> Iterator[Spot]:
    if len(amounts) < kind.amounts:
        return
    part_of = clauses.sentence_of if kind.in_sentence else clauses.clause_of
    parts: dict[int, list[Hit]] | None = None
    for table in kind.tables:
        hits = [hit for hit in draft.hits(table) if hit.first not in draft.exempt]
        denied = {part_of(hit.first) for hit in hits if is_negated(draft.folded, hit.first, draft.own_names)}
        found = {part: hit for hit in hits if (part := part_of(hit.first)) not in denied}
        both = found.keys() if parts is None else found.keys() & parts.keys()
        parts = {part: [*(parts or {}).get(part, ()), found[part]] for part in both}
        if not parts:
            return
    rated = Counter(part_of(token) for token in amounts)
    unless = clauses.saying(kind.unless)
    for part, said in (parts or {}).items():
        if rated[part] >= kind.amounts and clauses.sentence_of(part) not in unless:
            first, last = min(hit.first for hit in said), max(hit.end for hit in said) - 1
            level: Level | None = None if all(hit.is_sure for hit in said) else "ask"
            yield Spot(draft.folded.places[first][0], draft.folded.places[last][1], level=level)


def _is_amount(draft: Draft, token: int) -> bool:
    """Whether a sum of money or a rate begins at the token."""
    if sum_at(draft, token) is not None:
        return True
    words = draft.folded.readings[token : token + 2]
    if len(words) == 2 and words[0][0].key.marked in _NUMERALS and words[1][0].key.bare in _MILLIONS:
        return True
    bare = [readings[0].key.bare for readings in draft.folded.readings[token : token + 3]]
    return bare[0].isdigit() and (bare[1:2] in (["%"], ["percent"]) or bare[1:] == ["phan", "tram"])
