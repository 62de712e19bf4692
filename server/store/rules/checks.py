"""Checks and the history they make: what is one visit, what is kept of it, and for how long."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from typing import Any

from msgspec import structs

from server.store import judging
from server.store.changes import told
from server.store.collection import Collection, by_creator
from server.store.documents import (
    CREATORS,
    EVIDENCE,
    VISITS,
    entry_of,
    evidence_document,
    recent_of,
    sketch_document,
    time_of,
    time_text,
    visit_document,
    visit_of,
)
from server.store.list_records import COMMAND_LINE, Actor
from server.store.records import (
    Check,
    CreatorState,
    EntryChanges,
    ImportRow,
    RecentCheck,
    Retention,
    Saved,
    Sketch,
    Visit,
)
from server.store.reports import LastLooks
from server.store.resource import Access, Resource
from server.store.rules.audits import drop_audits, put_audit
from server.store.rules.creators import document_of, find, last_visit, settle, state_of
from server.store.rules.entries import listed, save_in
from server.store.work import Doc, Told, UnitOfWork, View

COLLECTIONS = tuple(
    Collection(name, judge, indexes={"creator": by_creator}, references={"creator": CREATORS})
    for name, judge in ((VISITS, judging.visit), (EVIDENCE, judging.packed))
)
CLOCKS = timedelta(days=1)
"""The clock of a second browser may be behind by so much without its look being one at an older page."""
_LATE = 4
"""Newest arrivals among which the last two dated visits are: older and undated pages may have come later."""
_SAMPLES = ("follower_sample", "comment_sample")


class Checks(Resource):
    """``store.checks``."""

    def __init__(self, access: Access) -> None:
        super().__init__(access)
        self._retention = Retention()

    def add(self, check: Check) -> CreatorState:
        """Keep a check as a visit and its audit; notes a rename. Returns the state with the new visit in it."""
        retention, now = self._retention, self._now()
        return self._write(
            lambda work: state_of(work, _add(work, check, retention, now)),
            lambda state: told("check", state.creator.username),
        )

    def add_listed(self, checks: Sequence[Check], by: Actor = COMMAND_LINE) -> tuple[Saved, ...]:
        """Keep checks and put their creators on the list, all in one write to the disk: together or not at all."""
        retention, now = self._retention, self._now()

        def plan(work: UnitOfWork) -> tuple[Saved, ...]:
            saved = []
            for check in checks:
                _add(work, check, retention, now)
                row = ImportRow(check.username, EntryChanges(), check.profile_id)
                saved.append(save_in(work, row, now, by))
            return tuple(saved)

        def tell(done: tuple[Saved, ...]) -> tuple[Told, ...]:
            names = [saved.entry.username for saved in done]
            return (*told("check", *names), *told("entry", *names))

        return self._write(plan, tell)

    def recent(self, limit: int = 20) -> tuple[RecentCheck, ...]:
        """The last visits of all creators, newest first by arrival."""
        return self._read(lambda view: _recent(view, limit))

    def last_looks(self) -> tuple[LastLooks, ...]:
        """The last two dated visits of everybody on the list, newest entry first; two reads, whatever their number."""
        return self._read(_last_looks)

    def set_retention(self, retention: Retention) -> None:
        """How much history the next checks leave; kept by the caller's settings, not by the store."""
        self._retention = retention


def _recent(view: View, limit: int) -> tuple[RecentCheck, ...]:
    visits = view.get_many(VISITS, view.newest(VISITS, limit))
    creators = view.get_many(CREATORS, {visit["creator"] for visit in visits.values()})
    return tuple(recent_of(visit, creators[visit["creator"]]) for visit in visits.values())


def _last_looks(view: View) -> tuple[LastLooks, ...]:
    creators = listed(view)
    ids = view.find_many(VISITS, "creator", list(creators))
    visits = view.get_many(VISITS, [one for of_one in ids.values() for one in of_one[-_LATE:]])
    found: dict[int, list[Doc]] = {}
    for document in visits.values():
        found.setdefault(document["creator"], []).append(document)
    return tuple(_looks_of(document, found.get(creator, [])) for creator, document in creators.items())


def _looks_of(document: Doc, kept: Sequence[Doc]) -> LastLooks:
    standing = next((row for row in reversed(kept) if not row.get("is_past")), kept[-1] if kept else None)
    dated = sorted(
        (visit for visit in map(visit_of, kept) if not visit.is_undated), key=lambda visit: visit.at
    )
    last, before = (*reversed(dated), None, None)[:2]
    return LastLooks(entry_of(document, standing), last, before)


def _add(work: UnitOfWork, check: Check, retention: Retention, now: datetime) -> int:
    """Keep a check; returns its creator."""
    creator = _whose(work, check, now)
    is_new = _put_visit(work, creator, check)
    if check.evidence is not None:
        _put_evidence(work, creator, check.evidence)
    if check.audit is not None and check.visit.audit_id is not None:
        put_audit(work, creator, check.visit.audit_id, check.audit)
    _note_profile(work, creator, check, is_new=is_new)
    _prune(work, creator, retention)
    return creator


def _whose(work: UnitOfWork, check: Check, now: datetime) -> int:
    """The creator of a check. A page older than what is known gives nobody back the handle that they had then."""
    known = find(work, check.username, check.profile_id) if check.is_saved_page else None
    last_seen = document_of(work, known).get("last_seen") if known is not None else None
    if known is not None and last_seen is not None and time_of(last_seen) > check.visit.at:
        return known
    return settle(work, check.username, check.profile_id, now)


def _put_visit(work: UnitOfWork, creator: int, check: Check) -> bool:
    """Add a visit, or renew the one that it belongs to. True: it is a new one."""
    ids = work.find(VISITS, "creator", creator)
    visits = {doc_id: visit_of(row) for doc_id, row in work.get_many(VISITS, reversed(ids)).items()}
    same = next((doc_id for doc_id, visit in visits.items() if _is_same(visit, check.visit)), None)
    before = visits.pop(same) if same is not None else None
    visit = structs.replace(check.visit, is_past=_is_past(check, visits.values()) or None)
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
    kept = structs.asdict(first)
    missing = {name: value for name, value in kept.items() if getattr(visit, name) is None}
    if visit.seen is not None:  # the word goes with the verdict, not with an earlier one
        missing.pop("trust_word", None)
    missing["since"] = last.began if last.began != visit.at else None
    larger = {name: kept[name] for name in _SAMPLES if _rows(kept[name]) > _rows(getattr(visit, name))}
    return structs.replace(visit, **missing | larger)


def _put_evidence(work: UnitOfWork, creator: int, evidence: dict[str, object]) -> None:
    for doc_id in work.find(EVIDENCE, "creator", creator):
        work.delete(EVIDENCE, doc_id)
    work.insert(EVIDENCE, evidence_document(evidence, creator))


def _rows(sample: dict[str, Any] | None) -> int:
    return 0 if sample is None else int(sample.get("n", 0))


def _note_profile(work: UnitOfWork, creator: int, check: Check, *, is_new: bool) -> None:
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


def _prune(work: UnitOfWork, creator: int, retention: Retention) -> None:
    ids = work.find(VISITS, "creator", creator)
    visits, last = work.get_many(VISITS, reversed(ids)), last_visit(work, creator)
    newest = time_of((last or {})["at"])
    for number, (doc_id, visit) in enumerate(visits.items()):
        if visit != last and (number >= retention.visits_per_creator or _is_old(visit, newest, retention)):
            work.delete(VISITS, doc_id)
    drop_audits(work, creator, retention)


def _is_old(visit: Doc, newest: datetime, retention: Retention) -> bool:
    return retention.days is not None and newest - time_of(visit["at"]) > timedelta(days=retention.days)
