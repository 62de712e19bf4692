"""Audits: from what a verdict can be given again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from server.errors import NotFound
from server.store import judging
from server.store.collection import Collection, by_creator
from server.store.documents import (
    AUDITS,
    CREATORS,
    VISITS,
    address_of,
    audit_document,
    price_of,
    rulings_of,
    unpacked,
    visit_of,
)
from server.store.records import Retention
from server.store.reports import LatestAudit, Looked
from server.store.resource import Resource
from server.store.rules.creators import find_all, last_visits
from server.store.rules.entries import listed
from server.store.work import Doc, UnitOfWork, View, many

COLLECTIONS = (
    Collection(
        AUDITS,
        judging.audit,
        indexes={"creator": by_creator, "audit_id": lambda doc: [doc["audit_id"]]},
        references={"creator": CREATORS},
    ),
)


class Audits(Resource):
    """``store.audits``; a check puts them there."""

    def get(self, audit_id: str) -> dict[str, Any]:
        """The audit of a check, as it was handed in. Raises NotFound."""
        found = self._read(lambda view: many(view, AUDITS, view.find(AUDITS, "audit_id", audit_id)[-1:]))
        if not found:
            raise NotFound
        return unpacked(found[0])

    def each(self, audit_ids: Iterable[str]) -> Iterator[tuple[str, dict[str, Any]]]:
        """Those that are still kept, by one read, unpacked one at a time: each is some hundred kilobytes."""
        asked = list(dict.fromkeys(audit_ids))
        found = self._read(lambda view: _packed(view, asked))
        return ((audit_id, unpacked(document)) for audit_id, document in found.items())

    def latest(self) -> tuple[LatestAudit, ...]:
        """From what each creator on the list can be judged again, newest entry first."""
        return self._read(_latest)

    def looked_at(self, names: Iterable[str]) -> dict[str, Looked]:
        """Of each of these creators the last check, by user name; nobody without one."""
        return self._read(lambda view: _looked_at(view, names))


def put_audit(work: UnitOfWork, creator: int, audit_id: str, audit: Any) -> None:
    """Keep an audit in the place of the one that has its id."""
    for doc_id in work.find(AUDITS, "audit_id", audit_id):
        work.delete(AUDITS, doc_id)
    work.insert(AUDITS, audit_document(audit_id, audit, creator))


def drop_audits(work: UnitOfWork, creator: int, retention: Retention) -> None:
    """Drop the oldest ones of a creator, and of all."""
    oldest_first = work.find(AUDITS, "creator", creator)
    for doc_id in oldest_first[: max(0, len(oldest_first) - retention.audits_per_creator)]:
        work.delete(AUDITS, doc_id)
    for doc_id in work.newest(AUDITS, offset=retention.audits):
        work.delete(AUDITS, doc_id)


def _packed(view: View, audit_ids: list[str]) -> dict[str, Doc]:
    ids = {
        audit_id: found[-1]
        for audit_id, found in view.find_many(AUDITS, "audit_id", audit_ids).items()
        if found
    }
    documents = view.get_many(AUDITS, ids.values())
    return {audit_id: documents[doc_id] for audit_id, doc_id in ids.items()}


def _looked_at(view: View, names: Iterable[str]) -> dict[str, Looked]:
    ids = {name: creator for (name, _), creator in find_all(view, ((name, None) for name in names)).items()}
    documents = view.get_many(CREATORS, list(ids.values()))
    visits = last_visits(view, list(ids.values()))
    return {
        name: Looked(
            visit_of(visits[creator]),
            (documents[creator].get("standing") or (None, None))[1],
            price_of(documents[creator]["entry"]) if documents[creator].get("entry") else None,
        )
        for name, creator in ids.items()
        if creator in visits
    }


def _latest(view: View) -> tuple[LatestAudit, ...]:
    creators = listed(view)
    ids = view.find_many(VISITS, "creator", creators)
    visits = view.get_many(VISITS, [doc_id for of_one in ids.values() for doc_id in reversed(of_one)])
    asked = {visit["audit_id"] for visit in visits.values() if "audit_id" in visit}
    kept = {audit_id for audit_id, found in view.find_many(AUDITS, "audit_id", asked).items() if found}
    newest_first: dict[int, list[Doc]] = {creator: [] for creator in creators}
    for visit in visits.values():
        newest_first[visit["creator"]].append(visit)
    return tuple(_latest_audit(creators[i], newest_first[i], kept) for i in creators)


def _latest_audit(document: Doc, visits: list[Doc], kept: set[str]) -> LatestAudit:
    visits = sorted(visits, key=lambda visit: bool(visit.get("is_past")))
    ids = (visit["audit_id"] for visit in visits if "audit_id" in visit)
    last, inputs = document.get("standing") or (None, None)  # the name that it has had on disks
    fits = bool(visits) and visits[0].get("audit_id") == last  # two records of one person may have become one
    return LatestAudit(
        address_of(document),
        bool(visits),
        next((audit_id for audit_id in ids if audit_id in kept), None),
        rulings_of(document),
        inputs if fits else None,
        price_of(document["entry"]),
    )
