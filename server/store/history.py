"""The rules of the history: what is one visit, what is kept of it, and for how long."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields, replace
from datetime import datetime, timedelta
from heapq import nlargest
from typing import Any

from server.errors import NotFound
from server.store.creators import document_of, find, settle
from server.store.documents import (
    AUDITS,
    CREATORS,
    EVIDENCE,
    VISITS,
    audit_document,
    evidence_document,
    last_visit,
    price_of,
    recent_of,
    rulings_of,
    sketch_document,
    time_of,
    time_text,
    visit_document,
    visit_of,
)
from server.store.records import Check, RecentCheck, Ruling, Sketch, Visit
from server.store.reports import LatestAudit
from server.store.repository import Retention
from server.store.shortlist import listed
from server.store.work import View, Work

CLOCKS = timedelta(days=1)
"""The clock of a second browser may be behind by so much without its look being one at an older page."""
_SAMPLES = ("follower_sample", "comment_sample")


def add_check(work: Work, check: Check, retention: Retention, now: datetime) -> int:
    """Keep a check; returns its creator."""
    creator = _whose(work, check, now)
    is_new = _put_visit(work, creator, check)
    if check.evidence is not None:
        _put_evidence(work, creator, check.evidence)
    if check.audit is not None and check.visit.audit_id is not None:
        _put_audit(work, creator, check.visit.audit_id, check.audit)
    _note_profile(work, creator, check, is_new=is_new)
    _prune(work, creator, retention)
    return creator


def _whose(work: Work, check: Check, now: datetime) -> int:
    """The creator of a check. A page older than what is known gives nobody back the handle that they had then."""
    known = find(work, check.username, check.profile_id) if check.is_saved_page else None
    last_seen = document_of(work, known).get("last_seen") if known is not None else None
    if known is not None and last_seen is not None and time_of(last_seen) > check.visit.at:
        return known
    return settle(work, check.username, check.profile_id, now)


def recent_checks(view: View, limit: int) -> tuple[RecentCheck, ...]:
    """The last visits, newest first by arrival."""
    found = []
    for doc_id in nlargest(limit, view.ids(VISITS)):
        visit = view.get(VISITS, doc_id) or {}
        found.append(recent_of(visit, document_of(view, visit["creator"])))
    return tuple(found)


def latest_audits(view: View) -> tuple[LatestAudit, ...]:
    """One for each entry, newest entry first."""
    return tuple(_latest_audit(view, row["creator"]) for row in listed(view))


def _latest_audit(view: View, creator: int) -> LatestAudit:
    document = document_of(view, creator)
    visits = [view.get(VISITS, doc_id) or {} for doc_id in reversed(view.find(VISITS, "creator", creator))]
    visits.sort(key=lambda visit: bool(visit.get("is_past")))
    ids = (visit["audit_id"] for visit in visits if "audit_id" in visit)
    kept = next((audit_id for audit_id in ids if view.find(AUDITS, "audit_id", audit_id)), None)
    last, inputs = document.get("standing") or (None, None)  # the name that it has had on disks
    fits = bool(visits) and visits[0].get("audit_id") == last  # two records of one person may have become one
    return LatestAudit(
        document["username"],
        bool(visits),
        kept,
        rulings_of(document),
        inputs if fits else None,
        price_of(document["entry"]),
    )


def set_ruling(work: Work, username: str, ruling: Ruling) -> None:
    """Keep a ruling, the last one of a signal."""
    creator = settle(work, username, None, ruling.at)
    document = document_of(work, creator)
    row = [ruling.ruling, time_text(ruling.at), ruling.note]
    work.put(CREATORS, creator, document | {"rulings": document.get("rulings", {}) | {ruling.signal: row}})


def remove_ruling(work: Work, username: str, signal: str) -> None:
    """Take a ruling back. Raises NotFound."""
    creator = find(work, username)
    if creator is None:
        raise NotFound
    document = document_of(work, creator)
    rulings = {name: row for name, row in document.get("rulings", {}).items() if name != signal}
    work.put(CREATORS, creator, document | {"rulings": rulings})


def _put_visit(work: Work, creator: int, check: Check) -> bool:
    """Add a visit, or renew the one that it belongs to. True: it is a new one."""
    ids = work.find(VISITS, "creator", creator)
    visits = {doc_id: visit_of(work.get(VISITS, doc_id) or {}) for doc_id in reversed(ids)}
    same = next((doc_id for doc_id, visit in visits.items() if _is_same(visit, check.visit)), None)
    before = visits.pop(same) if same is not None else None
    visit = replace(check.visit, is_past=_is_past(check, visits.values()) or None)
    columns = {"columns": check.columns} if check.columns is not None else {}
    if same is not None and before is not None:
        columns = columns or {k: v for k, v in (work.get(VISITS, same) or {}).items() if k == "columns"}
        work.delete(VISITS, same)
        visit = _renewed(before, visit)
    work.insert(VISITS, visit_document(visit, creator) | columns)
    return same is None


def _is_same(visit: Visit, look: Visit) -> bool:
    return visit.goes_on(look.at) and visit.is_undated == look.is_undated


def _is_past(check: Check, others: Iterable[Visit]) -> bool:
    """True for a page older than another one that was seen. A live page may be read by a clock that is behind."""
    newest = max((visit.at for visit in others if not visit.is_undated), default=None)
    if newest is None or check.visit.is_undated:
        return newest is not None
    return newest - check.visit.at > (timedelta(0) if check.is_saved_page else CLOCKS)


def _renewed(last: Visit, visit: Visit) -> Visit:
    """The later figures where they are known, of two samples the larger one; half a page takes nothing away."""
    first, visit = (last, visit) if last.at <= visit.at else (visit, last)
    kept = {field.name: getattr(first, field.name) for field in fields(Visit)}
    missing = {name: value for name, value in kept.items() if getattr(visit, name) is None}
    if visit.seen is not None:  # the word goes with the verdict, not with an earlier one
        missing.pop("trust_word", None)
    missing["since"] = last.began if last.began != visit.at else None
    larger = {name: kept[name] for name in _SAMPLES if _rows(kept[name]) > _rows(getattr(visit, name))}
    return replace(visit, **missing | larger)


def _put_evidence(work: Work, creator: int, evidence: dict[str, object]) -> None:
    for doc_id in work.find(EVIDENCE, "creator", creator):
        work.delete(EVIDENCE, doc_id)
    work.insert(EVIDENCE, evidence_document(evidence, creator))


def _rows(sample: dict[str, Any] | None) -> int:
    return 0 if sample is None else int(sample.get("n", 0))


def _put_audit(work: Work, creator: int, audit_id: str, audit: dict[str, object]) -> None:
    for doc_id in work.find(AUDITS, "audit_id", audit_id):
        work.delete(AUDITS, doc_id)
    work.insert(AUDITS, audit_document(audit_id, audit, creator))


def _note_profile(work: Work, creator: int, check: Check, *, is_new: bool) -> None:
    document = document_of(work, creator)
    is_past = (last_visit(work, creator) or {}).get("audit_id") != check.visit.audit_id
    for name in ("full_name", "category", "is_verified", "is_private"):
        if getattr(check, name) is not None and not (is_past and document.get(name) is not None):
            document[name] = getattr(check, name)
    at = time_text(check.visit.at)
    document["first_seen"] = min(document.get("first_seen", at), at, key=time_of)
    document["last_seen"] = max(document.get("last_seen", at), at, key=time_of)
    document["visits"] = document.get("visits", 0) + is_new
    if check.sketch is not None and _tells_more(check.sketch, document.get("sketch")):
        document["sketch"] = sketch_document(check.sketch)
    if check.verdict_inputs is not None and not is_past:
        document["standing"] = [check.visit.audit_id, check.verdict_inputs]
    work.put(CREATORS, creator, document)


def _tells_more(sketch: Sketch, kept: list[Any] | None) -> bool:
    """Bytes of two sketches cannot be joined, so the one with more people stays."""
    return kept is None or kept[0] != sketch.key_id or kept[1] <= sketch.n


def _prune(work: Work, creator: int, retention: Retention) -> None:
    visits = work.find(VISITS, "creator", creator)
    last = last_visit(work, creator)
    newest = time_of((last or {})["at"])
    for number, doc_id in enumerate(reversed(visits)):
        if work.get(VISITS, doc_id) != last and (
            number >= retention.visits_per_creator or _is_old(work, doc_id, newest, retention)
        ):
            work.delete(VISITS, doc_id)
    audits = work.find(AUDITS, "creator", creator)
    _drop_oldest(work, audits, retention.audits_per_creator)
    _drop_oldest(work, sorted(work.ids(AUDITS)), retention.audits)


def _drop_oldest(work: Work, audits: list[int], kept: int) -> None:
    for doc_id in audits[: max(0, len(audits) - kept)]:
        work.delete(AUDITS, doc_id)


def _is_old(view: View, doc_id: int, newest: datetime, retention: Retention) -> bool:
    if retention.days is None:
        return False
    visit = view.get(VISITS, doc_id) or {}
    return newest - time_of(visit["at"]) > timedelta(days=retention.days)
