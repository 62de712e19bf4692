"""Where a kind of promise stands: a word of each of its classes in one clause, one sentence or two."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from math import inf

from server.campaigns.draft import Draft
from server.campaigns.phrases import Hit
from server.campaigns.rules._finance_promise_kinds import KINDS, PromiseKind
from server.campaigns.rules._finance_promise_said import Clauses
from server.campaigns.rules._finance_promise_sums import StatedSum
from server.campaigns.words import RuleLevel, Spot

_MORE = 1.05
"""Times as much that a later sum has to be."""
_ARROW = re.compile(r"->|→|➡|=>|⟶|➜")


def promised(draft: Draft) -> list[Spot]:
    """From the first word of each promise to its last, without those that are rejected or only spoken of."""
    clauses = Clauses(draft)
    spots = [spot for kind in KINDS for spot in _of_kind(draft, clauses, kind)]
    spots += _arrows(draft, clauses)
    rejecting = clauses.saying("REJECTED") | set(clauses.answering_no())
    spoken_of = clauses.saying("SPOKEN_OF")
    kept: list[Spot] = []
    told: set[int] = set()
    for spot in spots:
        sentence = clauses.at(spot.start or 0)
        places = range(spot.start or 0, spot.end or 0)
        if sentence in spoken_of or not rejecting.isdisjoint((sentence, clauses.next_of(sentence))):
            continue
        if told.isdisjoint(places):
            told.update(places)
            kept.append(spot)
    return kept


def _of_kind(draft: Draft, clauses: Clauses, kind: PromiseKind) -> Iterator[Spot]:
    parts = _parts_with_all(clauses, kind)
    unless = {
        part for name in kind.unless.split() if parts for part in clauses.parts_saying(name, kind.within)
    }
    never = {sentence for name in kind.never.split() if parts for sentence in clauses.saying(name)}
    for part, said in parts.items():
        if part in unless or any(clauses.sentence_of(hit.first) in never for hit in said):
            continue
        if kind.sums and not _has_sums(clauses, kind, part):
            continue
        first, last = min(hit.first for hit in said), max(hit.end for hit in said) - 1
        level: RuleLevel | None = None if all(hit.is_sure for hit in said) else "ask"
        yield Spot(draft.folded.places[first][0], draft.folded.places[last][1], level=level)


def _parts_with_all(clauses: Clauses, kind: PromiseKind) -> dict[int, list[Hit]]:
    """The parts that hold a word of each class, with the first of each."""
    parts: dict[int, list[Hit]] = {}
    for place, names in enumerate(kind.of.split()):
        found: dict[int, Hit] = {}
        for name in names.split("|"):
            found |= clauses.parts_saying(name, kind.within)
        parts = {
            part: [*parts.get(part, ()), hit] for part, hit in found.items() if not place or part in parts
        }
        if not parts:
            break
    return parts


def _arrows(draft: Draft, clauses: Clauses) -> Iterator[Spot]:
    """ "10tr -> 20tr": a sum that points at a greater one, in no sentence of the past."""
    places, doubted = (
        draft.folded.places,
        clauses.saying("PAST") | clauses.saying("MAYBE") | clauses.saying("POINTS"),
    )
    for sooner, later in pairwise(clauses.amounts):
        between = draft.text[places[sooner.first][1] : places[later.first][0]]
        if (
            _ARROW.search(between)
            and _grows([sooner, later])
            and clauses.sentence_of(later.first) not in doubted
        ):
            yield Spot(places[sooner.first][0], places[later.first][1])


def _has_sums(clauses: Clauses, kind: PromiseKind, part: int) -> bool:
    given = clauses.amounts_in(kind.within).get(part, [])
    if kind.rate:
        given = [one for one in given if one.is_rate and one.value >= kind.rate]
    elif not kind.grows:
        given = [one for one in given if not one.is_plain]
    if len(given) < kind.sums:
        return False
    return not kind.grows or _grows(given)


def _grows(given: list[StatedSum]) -> bool:
    """Whether a sum is followed by a greater one of its kind; "10 million" by "13" too."""
    least_value = least_number = inf
    for one in given:
        if one.is_rate:
            continue
        if one.value > _MORE * least_value or (one.is_plain and one.number > least_number):
            return True
        least_value, least_number = min(least_value, one.value), min(least_number, one.number)
    return False
