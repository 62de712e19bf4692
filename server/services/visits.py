"""Between the store's records and the scoring's: a check becomes a visit, earlier visits become history."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from typing import Any, TypeVar

from msgspec import structs

from server.analysis import AnalysisAnswer
from server.audit import AuditFile
from server.facts import Count
from server.money import Price
from server.samples import comments, earlier, followers
from server.samples.earlier import EarlierSamples
from server.samples.summary import counts_only
from server.scoring import records
from server.scoring.searches import Search
from server.scoring.tallies import Tallies
from server.services.looks import Look
from server.store.records import Check, CreatorState, Figure, Ruling, Sketch, Visit

CLOCKS = timedelta(days=1)
"""A visit may lie so much ahead; one further ahead is later than an older page that is looked at now."""
T = TypeVar("T")


def check_of(
    answer: AnalysisAnswer,
    audit: AuditFile,
    read: Tallies,
    *,
    look: Look,
    sketch: Sketch | None = None,
    verdict_inputs: dict[str, Any] | None = None,
    columns: str | None = None,
    evidence: dict[str, Any] | None = None,
) -> Check:
    """The record of a check. ``answer``: the analysis in the contract's shape; ``read``: the samples that it read.

    A sample of an earlier visit stays with that visit: kept again with this one, it would never grow old.
    """
    facts = answer.facts
    return Check(
        username=facts.username or "",
        visit=structs.replace(
            _visit(answer, look.at, look.digest),
            **_samples(read),
            is_undated=look.is_undated or None,
        ),
        profile_id=facts.profile_id,
        full_name=facts.full_name,
        category=facts.category,
        is_verified=facts.is_verified,
        is_private=facts.is_private,
        audit=audit,
        sketch=sketch,
        verdict_inputs=verdict_inputs,
        evidence=evidence,
        columns=columns,
        is_saved_page=look.is_saved_page,
    )


def _samples(tallies: Tallies) -> dict[str, Any]:
    """The samples as a visit keeps them: counts, and nothing of a sample that was not read."""
    return {
        "follower_sample": tallies.followers and counts_only(tallies.followers),
        "comment_sample": tallies.comments and counts_only(tallies.comments),
    }


def earlier_visits(state: CreatorState, now: datetime) -> list[records.EarlierVisit]:
    """The history as the analysis takes it; what belongs to the visit of ``now`` is no history."""

    return [
        records.EarlierVisit(
            at=visit.at,
            followers=count_of(visit.followers),
            following=_whole(visit.following),
            post_count=_whole(visit.post_count),
            engagement=visit.engagement_rate.value if visit.engagement_rate else None,
        )
        for visit in state.visits
        if not (visit.goes_on(now) or visit.is_undated) and visit.at - now <= CLOCKS
    ]


def kept_samples(state: CreatorState) -> list[EarlierSamples]:
    """What earlier visits read of followers and comments; also what the visit that goes on had read before."""
    return [
        earlier.EarlierSamples(
            visit.at,
            count_of(visit.followers),
            _tally(followers.of_counts, visit.follower_sample),
            _tally(comments.CommentTally, visit.comment_sample),
        )
        for visit in state.visits
        if visit.follower_sample or visit.comment_sample
    ]


def _tally(make: Callable[..., T], counts: dict[str, Any] | None) -> T | None:
    """The tally of kept counts; None where another version of Soi kept others."""
    if counts is None:
        return None
    try:
        return make(**counts)
    except TypeError:
        return None


def handles_of(state: CreatorState) -> tuple[str, ...]:
    """Every handle the creator is known to have had, current one first."""
    return (state.creator.username, *(former.username for former in state.creator.former))


def known_rulings(state: CreatorState) -> list[records.Judgement]:
    """The marketer's rulings as the analysis takes them."""
    return as_rulings(state.rulings)


def price_asked(state: CreatorState | None, search: Search | None) -> Price | None:
    """The amount that the creator asked, where the search has a limit for it; the user's words stay in the list."""
    if state is None or state.entry is None or state.entry.price_asked is None:
        return None
    return state.entry.price_asked.bare() if search is not None and search.price_limit is not None else None


def as_rulings(kept: Iterable[Ruling]) -> list[records.Judgement]:
    """Rulings of the store as the analysis takes them."""

    return [
        records.Judgement(
            ruling.signal, "innocent" if ruling.ruling == "innocent" else "confirmed", ruling.note, ruling.at
        )
        for ruling in kept
    ]


def _visit(answer: AnalysisAnswer, at: datetime, digest: str) -> Visit:
    facts, rate, suspicion = answer.facts, answer.engagement.rate_pct, answer.suspicion
    return Visit(
        at=at,
        page=answer.page,
        verdict=answer.verdict.code,
        tier=answer.tier,
        followers=_shown_figure(facts.followers),
        following=_shown_figure(facts.following),
        post_count=_shown_figure(facts.post_count),
        engagement_rate=_figure(rate.value, rate.low, rate.high),
        engagement_score=answer.engagement.score,
        n_posts=rate.n_posts,
        suspicion=_figure(suspicion.score, suspicion.low, suspicion.high),
        trust_word=answer.trust.word,
        seen=answer.trust.seen,
        absent=tuple(absence.code for absence in answer.absent),
        contacts=facts.contacts.to_json() if facts.contacts else None,
        newest_post_at=answer.activity.newest_post_at,
        posts_per_week=answer.activity.posts_per_week,
        model_version=answer.model_version,
        capture_digest=digest,
        audit_id=answer.audit_id,
    )


def _shown_figure(count: Count | None) -> Figure | None:
    return None if count is None else _figure(count.value, count.low, count.high)


def _figure(value: float | None, low: float | None, high: float | None) -> Figure | None:
    if value is None:
        return None
    return Figure(value, value if low is None else low, value if high is None else high)


def count_of(figure: Figure | None) -> Count | None:
    """A count of an earlier visit; where it stood on the page is in that visit's audit."""
    if figure is None:
        return None
    value, low, high = int(figure.value), int(figure.low), int(figure.high)
    return Count(value, low, high, low == high, None, str(value), "history", "integer")


def _whole(figure: Figure | None) -> int | None:
    return None if figure is None else int(figure.value)
