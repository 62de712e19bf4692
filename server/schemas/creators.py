"""What is known of one creator."""

from __future__ import annotations

from datetime import datetime

from msgspec import Struct

from server.analysis import AnalysisAnswer
from server.audit import AuditFile  # noqa: F401 - the answer of an audit's address is the file
from server.messages import Text
from server.schemas.checks import History
from server.scoring.verdict_codes import VerdictCode
from server.store.changes import Changes  # noqa: F401 - answered as it is
from server.store.records import (
    Creator,
    Entry,
    Outcome,
    Ruling,
    Visit,
)
from server.store.reports import Erased


class CreatorAnswer(Struct, frozen=True, kw_only=True):
    """Everything that the store has of a creator."""

    creator: Creator
    shortlist: Entry | None
    history: History
    visits: tuple[Visit, ...]
    rulings: tuple[Ruling, ...]
    outcome: Outcome | None


class CreatorErased(Struct, frozen=True, kw_only=True):
    erased: Erased
    note: Text


class CreatorAnalysis(Struct, frozen=True, kw_only=True):
    """The last check judged again; ``versions`` names what has changed since: then and now."""

    analysis: AnalysisAnswer
    audit_id: str | None
    at: datetime
    versions: dict[str, tuple[str, str]]
    standing: StandingVerdict


class StandingVerdict(Struct, frozen=True, kw_only=True):
    """What was said on the day of the visit."""

    verdict: VerdictCode | None
    at: datetime
    model_version: str | None
    trust: StandingTrust


class StandingTrust(Struct, frozen=True, kw_only=True):
    score: float | None
    word: str | None
    seen: tuple[str, ...] | None
