"""What a draft says of money and of certainty, class by class, with the clause and the sentence it says it in."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator
from functools import cache

from server.campaigns.draft import Draft
from server.campaigns.exempt import holds_denial, is_negated
from server.campaigns.fold import FoldedText
from server.campaigns.phrases import Hit, Phrases, keys_of
from server.campaigns.rules._finance_promise_kinds import CLASSES, PAIRS, Within
from server.campaigns.rules._finance_promise_sums import StatedSum, amounts_of
from server.campaigns.words import listed

_CLEAR = frozenset(
    listed(
        """lãi, lời, giàu, tăng, đền, bù, lụm, húp, sẽ, nhận, rút, thành, đều, kiếm, gửi, nạp, bỏ, góp, rót, lãnh, mỗi ngày, tháng, tuần, ngày, vốn, gốc, tiền, hoàn, lỗ vốn, tự động, gấp, trần"""
    )
)
"""Short words that are known without their marks too, in a Vietnamese text."""
_TURN = re.compile(r"[^\w\s,;:'\"()\[\]/&%#@+\-–—$€£.…’‘“”]")
"""An emoji; before a capital it ends a sentence."""
_MUCH = 0.8
"""Per cent a day, week or month from which a rate is a promise."""
_NO = frozenset(key.marked for key in keys_of("không no nope never"))
_CONTEXT = frozenset(
    """MAYBE PAST POINTS SPENT LENT ASIDE CAPPED REJECTED SPOKEN_OF COVERED NOT_AFRAID NOT_VI NEVER NO
    CAPITAL SAFE MONEY LOSS LOSE RISK FAST NOW IN OUT RISKY""".split()  # noqa: SIM905 - a list would take thirty lines
)
"""Classes of which a denied or exempted word counts too."""


def _labels(folded: FoldedText) -> set[int]:
    """Tokens that say "ad", which has the key of "add"."""
    alike = folded.begins.get("ad", ())
    return {token for token in alike if folded.text[slice(*folded.places[token])].casefold() == "ad"}


@cache
def _lexicon() -> tuple[Phrases, dict[str, tuple[str, ...]]]:
    """All phrases at once, and the classes of each."""
    classes: defaultdict[str, list[str]] = defaultdict(list)
    for name, phrases in CLASSES.items():
        for phrase in phrases:
            classes[phrase].append(name)
    return Phrases(classes), {phrase: tuple(names) for phrase, names in classes.items()}


class Clauses:
    """What a draft says, class by class; a clause and a sentence are known by their first token; "1.5" ends none."""

    def __init__(self, draft: Draft) -> None:
        folded = draft.folded
        self._draft = draft
        self._starts = [start for start, _ in folded.places]
        turns = {token for token in range(1, len(folded.places)) if _turns(folded, token)}
        self._clauses = (0, *sorted(folded.breaks | turns))
        self.sentences = (0, *sorted(folded.breaks.intersection(folded.sentences) | turns))
        self.amounts = tuple(amounts_of(draft))
        self._parts: dict[tuple[str, Within], dict[int, Hit]] = {}
        self._amounts: dict[Within, dict[int, list[StatedSum]]] = {}
        self._denied: dict[int, bool] = {}
        self.hits = self._said()
        for name, pairs in PAIRS.items():
            self.hits[name] += [
                hit for pair in pairs for hit in self._paired(pair.first, pair.second, pair.gap)
            ]
        self.hits["RATED"] = list(self._rated())
        self._keep_what_is_meant()

    def _said(self) -> defaultdict[str, list[Hit]]:
        """Every word of every class, without those that begin within a word that means something else, or in "#ad"."""
        hits: defaultdict[str, list[Hit]] = defaultdict(list)
        phrases, classes = _lexicon()
        speaks = self._draft.brief.language == "vi"
        for hit in sorted(phrases.find(self._draft.folded), key=_longest_first):
            if hit.is_sure or (speaks and hit.phrase in _CLEAR):
                for name in classes[hit.phrase]:
                    hits[name].append(hit)
        covered = {token for hit in hits["COVERED"] for token in range(hit.first, hit.end)}
        covered |= _labels(self._draft.folded)
        for name in hits if covered else ():
            hits[name] = [hit for hit in hits[name] if hit.first not in covered]
        return hits

    def _keep_what_is_meant(self) -> None:
        """Drops what is denied or exempt, and the doubt that is part of a certainty ("dù thị trường thế nào")."""
        self._nots = self._inside(("IDLE", "ANYWAY", "NO_LOSS", "PLEDGED"), 0)
        for name in self.hits.keys() - _CONTEXT:
            self.hits[name] = [hit for hit in self.hits[name] if self._is_meant(hit, name == "NO_LOSS")]
        certain = self._inside(("SURE", "ANYWAY", "PLEDGED"), 1)
        for name in ("MAYBE", "PAST", "REJECTED", "SPOKEN_OF"):
            self.hits[name] = [hit for hit in self.hits[name] if hit.first not in certain]

    def _inside(self, names: tuple[str, ...], skipped: int) -> set[int]:
        """The tokens of the words of some classes, but for the first ones of each."""
        return {
            token
            for name in names
            for hit in self.hits[name]
            for token in range(hit.first + skipped, hit.end)
        }

    def _paired(self, first: str, second: str, gap: int) -> Iterator[Hit]:
        ends = sorted((hit for hit in self.hits[second]), key=lambda hit: hit.first)
        firsts = [hit.first for hit in ends]
        for hit in self.hits[first]:
            for place in range(bisect_left(firsts, hit.end), bisect_right(firsts, hit.end + gap)):
                last = ends[place]
                is_whole = self.clause_of(last.first) == self.clause_of(hit.first)
                if is_whole and not holds_denial(self._draft.folded, hit.end - 1, last.first):
                    yield Hit("", hit.first, last.end, hit.is_sure or last.is_sure)

    def _rated(self) -> Iterator[Hit]:
        """Rates that are paid each day, week or month."""
        often = {hit.first for hit in self.hits["FAST"]}
        for amount in self.amounts:
            behind = range(amount.end, amount.end + 2)
            if amount.is_rate and amount.value >= _MUCH and not often.isdisjoint(behind):
                yield Hit("", amount.first, amount.end, is_sure=True)

    def _is_meant(self, hit: Hit, denies: bool) -> bool:
        """Neither exempt nor denied. What itself denies ("không ai lỗ") may begin an exempted clause."""
        exempt, first = self._draft.exempt, hit.first
        if denies and (first == self.clause_of(first) or first - 1 not in exempt):
            return first == 0 or not self._is_denied(first)
        return first not in exempt and (first - 1 in self._nots or not self._is_denied(first))

    def _is_denied(self, token: int) -> bool:
        if token not in self._denied:
            self._denied[token] = is_negated(self._draft.folded, token, self._draft.own_names)
        return self._denied[token]

    def clause_of(self, token: int) -> int:
        return self._clauses[bisect_right(self._clauses, token) - 1]

    def sentence_of(self, token: int) -> int:
        return self.sentences[bisect_right(self.sentences, token) - 1]

    def at(self, place: int) -> int:
        """The sentence that holds a place of the text."""
        return self.sentence_of(bisect_right(self._starts, place) - 1)

    def next_of(self, sentence: int) -> int | None:
        behind = bisect_right(self.sentences, sentence)
        return self.sentences[behind] if behind < len(self.sentences) else None

    def parts_of(self, token: int, within: Within) -> tuple[int, ...]:
        """The parts of the text that a token lies in; a pair of sentences is known by its first."""
        if within == "clause":
            return (self.clause_of(token),)
        sentence = self.sentence_of(token)
        place = bisect_left(self.sentences, sentence)
        return (sentence, self.sentences[place - 1]) if within == "pair" and place else (sentence,)

    def saying(self, name: str) -> set[int]:
        """The sentences that say a word of the class."""
        return set(self.parts_saying(name, "sentence"))

    def parts_saying(self, name: str, within: Within) -> dict[int, Hit]:
        """The parts that hold a word of the class, with the first of each."""
        if (name, within) not in self._parts:
            found = self._parts.setdefault((name, within), {})
            for hit in self.hits[name]:
                for part in self.parts_of(hit.first, within):
                    found.setdefault(part, hit)
        return self._parts[name, within]

    def amounts_in(self, within: Within) -> dict[int, list[StatedSum]]:
        """The sums and rates of each part."""
        if within not in self._amounts:
            found = self._amounts.setdefault(within, {})
            for amount in self.amounts:
                for part in self.parts_of(amount.first, within):
                    found.setdefault(part, []).append(amount)
        return self._amounts[within]

    def answering_no(self) -> Iterator[int]:
        """The sentences that answer the question before them with no."""
        folded = self._draft.folded
        for first in self.sentences[1:]:
            asked = "?" in folded.text[folded.places[first - 1][1] : folded.places[first][0]]
            if asked and folded.readings[first][0].key.marked in _NO:
                yield first


def _longest_first(hit: Hit) -> tuple[int, int]:
    return hit.first, -hit.end


def _turns(folded: FoldedText, token: int) -> bool:
    """Whether an emoji and a capital part a token from the one before."""
    start = folded.places[token][0]
    return folded.text[start].isupper() and bool(
        _TURN.search(folded.text, folded.places[token - 1][1], start)
    )
