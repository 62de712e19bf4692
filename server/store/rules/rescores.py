"""Checks judged anew by a later model: what stands is replaced, what stood before stays with the visit and can come back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from server.store.changes import told
from server.store.documents import (
    CREATORS,
    VISITS,
    address_of,
    price_of,
    rulings_of,
    time_of,
    time_text,
    visit_of,
)
from server.store.reports import Rescorable, Rescored
from server.store.resource import Resource
from server.store.work import Doc, UnitOfWork, View

BEFORE = "scored_before"
"""In a visit: ``[when it was judged anew, the fields of SCORED before, the creator's standing before]``, oldest first."""
SCORED = ("suspicion", "verdict", "trust_word", "model_version")
_TICK = timedelta(microseconds=1)
_KEPT = 3
"""How many earlier scores a visit keeps."""


class Rescores(Resource):
    """``store.rescores``."""

    def rescorable(self) -> tuple[Rescorable, ...]:
        """The check whose verdict stands of everybody who was ever looked at; a few reads, whatever their number."""
        return self._read(_rescorable)

    def keep(self, rows: Sequence[Rescored]) -> int:
        """Put new scores in the place of those that stand; gives how many. One whose visit was followed by another
        meanwhile, or that was judged so by another meanwhile, is left alone."""
        now = self._now()
        return self._write(lambda work: _keep(work, rows, now), _tell)

    def undo(self) -> int:
        """Bring back what stood before the last time; gives of how many."""
        return self._write(_undo, _tell)


def _tell(n: int) -> tuple[Any, ...]:
    return told("check") if n else ()


def _standing(view: View) -> dict[int, tuple[int, Doc]]:
    """Id and document of the visit whose verdict stands (``records.last_of``), by creator."""
    ids = {creator: of_one for creator, of_one in _visits(view).items() if of_one}
    newest = view.get_many(VISITS, [of_one[-1] for of_one in ids.values()])
    found = {visit["creator"]: (doc_id, visit) for doc_id, visit in newest.items()}
    past = [creator for creator, (_, visit) in found.items() if visit.get("is_past")]
    earlier = view.get_many(VISITS, [i for creator in past for i in ids[creator]]) if past else {}
    for doc_id, visit in earlier.items():
        if not visit.get("is_past"):
            found[visit["creator"]] = (doc_id, visit)  # the ids come oldest first
    return found


def _visits(view: View) -> dict[int, list[int]]:
    return view.find_many(VISITS, "creator", view.newest(CREATORS))


def _rescorable(view: View) -> tuple[Rescorable, ...]:
    standing = _standing(view)
    documents = view.get_many(CREATORS, standing)
    return tuple(
        _one(creator, documents[creator], doc_id, visit) for creator, (doc_id, visit) in standing.items()
    )


def _one(creator: int, document: Doc, doc_id: int, visit: Doc) -> Rescorable:
    audit_id, inputs = document.get("standing") or (None, None)
    entry = document.get("entry")
    return Rescorable(
        creator=creator,
        visit_id=doc_id,
        username=address_of(document),
        visit=visit_of(visit),
        columns=visit.get("columns"),
        rulings=rulings_of(document),
        verdict_inputs=inputs if audit_id == visit.get("audit_id") else None,
        price_asked=price_of(entry) if entry else None,
    )


def _keep(work: UnitOfWork, rows: Sequence[Rescored], now: datetime) -> int:
    visits = work.get_many(VISITS, [row.visit_id for row in rows])
    documents = work.get_many(CREATORS, [row.creator for row in rows])
    there = [
        row
        for row in rows
        if _is_still_there(row, visits, documents)
        and not _stands_already(row, visits[row.visit_id], documents[row.creator])
    ]
    at = time_text(_after_the_last(work, now))
    for row in there:
        visit, document = visits[row.visit_id], documents[row.creator]
        scores = {name: visit[name] for name in SCORED if name in visit}
        before = [at, scores, document["standing"][1]]
        kept = [*visit.get(BEFORE, ()), before][-_KEPT:]
        work.put(VISITS, row.visit_id, _scored(visit, _scores_of(row)) | {BEFORE: kept})
        work.put(CREATORS, row.creator, document | {"standing": [row.audit_id, row.verdict_inputs]})
    return len(there)


def _after_the_last(view: View, now: datetime) -> datetime:
    """``now``, or just behind the last time: a clock that was set back does not put the newest before it."""
    times = [time_of(visit[BEFORE][-1][0]) for _, visit in _standing(view).values() if visit.get(BEFORE)]
    return max([now, *(time + _TICK for time in times)])


def _is_still_there(row: Rescored, visits: Mapping[int, Doc], documents: Mapping[int, Doc]) -> bool:
    visit, document = visits.get(row.visit_id), documents.get(row.creator)
    if visit is None or document is None or visit["creator"] != row.creator:
        return False
    stands = (document.get("standing") or [None])[0]
    return bool(row.audit_id == visit.get("audit_id") == stands)


def _stands_already(row: Rescored, visit: Doc, document: Doc) -> bool:
    """Where two have asked at once, the later one changes nothing: there would be nothing to bring back."""
    return bool(_scored(visit, _scores_of(row)) == visit and document["standing"][1] == row.verdict_inputs)


def _scores_of(row: Rescored) -> Doc:
    return {name: getattr(row, name) for name in SCORED} | {"suspicion": list(row.suspicion)}


def _scored(visit: Doc, scores: Doc) -> Doc:
    """A visit with these scores and no others; what is None is not kept."""
    rest = {name: value for name, value in visit.items() if name not in SCORED}
    return rest | {name: value for name, value in scores.items() if value is not None}


def _undo(work: UnitOfWork) -> int:
    changed = {creator: found for creator, found in _standing(work).items() if found[1].get(BEFORE)}
    last = max((time_of(visit[BEFORE][-1][0]) for _, visit in changed.values()), default=None)
    of_last = {
        creator: found for creator, found in changed.items() if time_of(found[1][BEFORE][-1][0]) == last
    }
    documents = work.get_many(CREATORS, of_last)
    for creator, (doc_id, visit) in of_last.items():
        *earlier, (_, scores, inputs) = visit[BEFORE]
        rest = {name: value for name, value in visit.items() if name != BEFORE}
        work.put(VISITS, doc_id, _scored(rest, scores) | ({BEFORE: earlier} if earlier else {}))
        work.put(CREATORS, creator, documents[creator] | {"standing": [visit.get("audit_id"), inputs]})
    return len(of_last)
