"""What came of working with creators, and the sketches of their commenters: both lie in the creator's document."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

from server.errors import NotFound
from server.store.creators import document_of, find
from server.store.documents import CREATORS, last_visit, outcome_document, outcome_of, sketch_of, visit_of
from server.store.records import Outcome, OutcomeChanges, Sketch, Visit
from server.store.work import Doc, View, Work


def save(work: Work, username: str, changes: OutcomeChanges, now: datetime) -> Outcome:
    """Record an outcome or change it. Raises NotFound for an unknown creator: without a check there is no verdict."""
    creator = _known(work, username)
    document = document_of(work, creator)
    outcome = outcome_of(document) or _first(work, creator, document, now)
    outcome = replace(outcome, **changes, updated_at=now)
    work.put(CREATORS, creator, document | {"outcome": outcome_document(outcome)})
    return outcome


def remove(work: Work, username: str) -> None:
    """Take an outcome back; nothing happens if there is none. Raises NotFound for an unknown creator."""
    creator = _known(work, username)
    document = document_of(work, creator)
    if document.pop("outcome", None) is not None:
        work.put(CREATORS, creator, document)


def outcomes(view: View) -> tuple[Outcome, ...]:
    """All of them, in the order in which the creators became known."""
    found = (outcome_of(document) for _, document in _documents(view, "outcome"))
    return tuple(outcome for outcome in found if outcome is not None)


def sketches(view: View, key_id: str) -> tuple[tuple[str, Sketch], ...]:
    """Handle and sketch of every creator that has one under this key."""
    found = ((document["username"], sketch_of(document)) for _, document in _documents(view, "sketch"))
    return tuple((name, sketch) for name, sketch in found if sketch is not None and sketch.key_id == key_id)


def drop_sketches(work: Work, spared_key: str | None) -> int:
    """Remove the sketches of every other key; returns how many."""
    dropped = 0
    for doc_id, document in list(_documents(work, "sketch")):
        if document["sketch"][0] != spared_key:
            work.put(CREATORS, doc_id, {name: value for name, value in document.items() if name != "sketch"})
            dropped += 1
    return dropped


def _first(view: View, creator: int, document: Doc, now: datetime) -> Outcome:
    """With what the last check had said; it stays, whatever later checks say."""
    row = last_visit(view, creator)
    visit = visit_of(row) if row else Visit(now)
    return Outcome(
        username=document["username"],
        recorded_at=now,
        updated_at=now,
        verdict=visit.verdict,
        suspicion=visit.suspicion,
        trust_word=visit.trust_word,
        engagement_score=visit.engagement_score,
        model_version=visit.model_version,
    )


def _known(view: View, username: str) -> int:
    creator = find(view, username)
    if creator is None:
        raise NotFound
    return creator


def _documents(view: View, part: str) -> Iterator[tuple[int, Doc]]:
    for doc_id in view.ids(CREATORS):
        document = view.get(CREATORS, doc_id)
        if document is not None and document.get(part) is not None:
            yield doc_id, document
