"""What came of working with creators; it lies in the creator's document."""

from __future__ import annotations

from datetime import datetime

from msgspec.structs import replace

from server.store.changes import told
from server.store.documents import CREATORS, address_of, outcome_document, outcome_of, visit_of
from server.store.records import Outcome, OutcomeChanges, Visit
from server.store.resource import Resource
from server.store.rules.creators import document_of, known, last_visit, with_part
from server.store.work import Doc, UnitOfWork, View


class Outcomes(Resource):
    """``store.outcomes``."""

    def all(self) -> tuple[Outcome, ...]:
        """What came of working with creators, one each, in the order in which the creators became known."""
        found = (outcome_of(doc) for doc in self._read(lambda view: with_part(view, "outcome")).values())
        return tuple(outcome for outcome in found if outcome is not None)

    def save(self, username: str, changes: OutcomeChanges) -> Outcome:
        """Record an outcome beside what the last check said, or change it. Raises NotFound for an unknown creator."""
        now = self._now()
        return self._write(
            lambda work: _save(work, username, changes, now),
            lambda outcome: told("outcome", outcome.username),
        )

    def remove(self, username: str) -> None:
        """Take an outcome back; nothing happens if there is none. Raises NotFound for an unknown creator."""
        self._write(lambda work: _remove(work, username), lambda _: told("outcome", username))


def _save(work: UnitOfWork, username: str, changes: OutcomeChanges, now: datetime) -> Outcome:
    creator = known(work, username)  # without a check there is no verdict
    document = document_of(work, creator)
    outcome = outcome_of(document) or _first(work, creator, document, now)
    outcome = replace(outcome, **changes, updated_at=now)
    work.put(CREATORS, creator, document | {"outcome": outcome_document(outcome)})
    return outcome


def _remove(work: UnitOfWork, username: str) -> None:
    creator = known(work, username)
    document = document_of(work, creator)
    if document.pop("outcome", None) is not None:
        work.put(CREATORS, creator, document)


def _first(view: View, creator: int, document: Doc, now: datetime) -> Outcome:
    """With what the last check had said; it stays, whatever later checks say."""
    row = last_visit(view, creator)
    visit = visit_of(row) if row else Visit(now)
    return Outcome(
        username=address_of(document),
        recorded_at=now,
        updated_at=now,
        verdict=visit.verdict,
        suspicion=visit.suspicion,
        trust_word=visit.trust_word,
        engagement_score=visit.engagement_score,
        model_version=visit.model_version,
    )
