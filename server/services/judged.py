"""The second step of a check: what was gathered is judged, and put as the answer says it and as the store keeps it.

No store and no clock: the same gathered parts always give the same.
"""

from __future__ import annotations

from typing import Any

from msgspec import Struct
from msgspec.structs import asdict, replace

from server.analysis import Analysis, AnalysisAnswer, judge
from server.audit import audit_file
from server.facts import Reading
from server.services.comment_examples import comment_examples
from server.services.gathered import Gathered
from server.services.looks import Look
from server.services.threshold_preview import verdict_inputs_of
from server.services.visits import check_of, earlier_visits, known_rulings
from server.store.records import Check, CreatorState
from server.times import iso


class Judged(Struct, frozen=True):
    """One look judged."""

    analysis: Analysis
    answer: dict[str, Any]
    """The answer by field, records in it, without what is remembered of the creator."""
    check: Check | None
    """What is to be kept; None of a page that is none, and of nobody that can be named."""


def judge_look(gathered: Gathered) -> Judged:
    """Judge one look."""
    analysis = _analysis(gathered)
    said = analysis.answer()
    named = analysis.ok and gathered.reading.facts.username is not None
    return Judged(analysis, _answer(said, gathered), _check(analysis, said, gathered) if named else None)


def _analysis(gathered: Gathered) -> Analysis:
    look, own, earlier, before = gathered.look, gathered.own, gathered.earlier, gathered.before
    shared = gathered.shared
    return judge(
        gathered.whole,
        now=None if look.is_undated else look.at,
        capture_hash=look.digest,
        history=earlier_visits(earlier, look.at) if earlier else (),
        rulings=known_rulings(before) if before else (),
        prices=own.prices,
        thresholds=own.thresholds,
        search=own.search,
        price_asked=gathered.asked,
        tallies=replace(gathered.samples.used, pods=shared.tally if shared else None, usual=gathered.usual),
    )


def _answer(said: AnalysisAnswer, gathered: Gathered) -> dict[str, Any]:
    look, reading = gathered.look, gathered.reading
    answer = asdict(said) | {
        "ledger": _ledger(look, reading),
        "examples": comment_examples(reading.comment_rows, len(look.capture.comment_rows)),
        "overlaps": gathered.shared.named() if gathered.shared else (),
    }
    if reading.page == "post":
        answer["standing"] = _standing(gathered.before)
    return answer


def _check(analysis: Analysis, said: AnalysisAnswer, gathered: Gathered) -> Check:
    return check_of(
        said,
        audit_file(analysis, said),
        gathered.samples.read,
        look=gathered.look,
        sketch=gathered.shared.sketch if gathered.shared else None,
        verdict_inputs=verdict_inputs_of(analysis),
        columns=analysis.packed,
        evidence=gathered.evidence,
    )


def _standing(state: CreatorState | None) -> dict[str, Any] | None:
    """The stored verdict of a post's owner with its date; None where the owner was never looked at."""
    last = state.last if state else None
    if last is None or last.verdict is None:
        return None
    return {"verdict": last.verdict, "at": iso(last.at), "model_version": last.model_version}


def _ledger(look: Look, reading: Reading) -> dict[str, Any]:
    """Which sources the capture held, what of it was not believed, and that the check asked nobody for more."""
    return {
        "sources": list(reading.sources),
        "discarded": list(reading.discarded),
        "responses": len(look.capture.responses),
        "follower_rows": len(look.capture.follower_rows),
        "comment_rows": len(look.capture.comment_rows),
        "requests_made": 0,
    }
