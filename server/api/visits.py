"""Between the store's records and the scoring's: a check becomes a visit, earlier visits become history."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, Any

from server.facts import Count
from server.store.records import Check, CreatorState, Figure, Sketch, Visit
from server.store.repository import SAME_VISIT

if TYPE_CHECKING:
    from server.analysis import Analysis, Tallies
    from server.scoring import records


def check_of(
    analysis: Analysis, answer: dict[str, Any], at: datetime, digest: str, sketch: Sketch | None = None
) -> Check:
    """The record of an analysis; ``answer`` is the same in the contract's JSON shape."""
    facts = answer["facts"]
    return Check(
        username=facts["username"],
        visit=replace(_visit(answer, at, digest), **_samples(analysis.inputs.tallies)),
        profile_id=facts["profile_id"],
        full_name=facts["full_name"],
        category=facts["category"],
        is_verified=facts["is_verified"],
        is_private=facts["is_private"],
        audit=analysis.to_audit(),
        sketch=sketch,
    )


def _samples(tallies: Tallies) -> dict[str, Any]:
    """The samples as a visit keeps them: counts, and nothing of a sample that was not read."""
    from server.samples.summary import counts_only  # noqa: PLC0415 - scoring is loaded after the port is bound

    return {
        "follower_sample": tallies.followers and counts_only(tallies.followers),
        "comment_sample": tallies.comments and counts_only(tallies.comments),
    }


def earlier_visits(state: CreatorState, now: datetime) -> list[records.Visit]:
    """The history as the analysis takes it; what belongs to the visit of ``now`` is no history."""
    from server.scoring import records  # noqa: PLC0415 - scoring is loaded after the port is bound

    return [
        records.Visit(
            at=visit.at,
            followers=_count(visit.followers),
            following=_whole(visit.following),
            post_count=_whole(visit.post_count),
            engagement=visit.engagement_rate.value if visit.engagement_rate else None,
        )
        for visit in state.visits
        if abs(now - visit.at) > SAME_VISIT
    ]


def known_rulings(state: CreatorState) -> list[records.Ruling]:
    """The marketer's rulings as the analysis takes them."""
    from server.scoring import records  # noqa: PLC0415 - as above

    return [
        records.Ruling(
            ruling.signal, "innocent" if ruling.ruling == "innocent" else "confirmed", ruling.note, ruling.at
        )
        for ruling in state.rulings
    ]


def _visit(answer: dict[str, Any], at: datetime, digest: str) -> Visit:
    facts, engagement, suspicion = answer["facts"], answer["engagement"], answer["suspicion"]
    rate = engagement["rate_pct"] or {}
    return Visit(
        at=at,
        page=answer["page"],
        verdict=answer["verdict"]["code"],
        tier=answer["tier"],
        followers=_figure(facts["followers"]),
        following=_figure(facts["following"]),
        post_count=_figure(facts["post_count"]),
        engagement_rate=_figure(rate),
        engagement_score=engagement["score"],
        n_posts=rate.get("n_posts"),
        suspicion=_figure(suspicion | {"value": suspicion["score"]}),
        model_version=answer["model_version"],
        capture_digest=digest,
        audit_id=answer["audit_id"],
    )


def _figure(count: dict[str, Any] | None) -> Figure | None:
    if not count or count.get("value") is None:
        return None
    value = count["value"]
    low, high = count.get("low"), count.get("high")
    return Figure(value, value if low is None else low, value if high is None else high)


def _count(figure: Figure | None) -> Count | None:
    """A count of an earlier visit; where it stood on the page is in that visit's audit."""
    if figure is None:
        return None
    value, low, high = int(figure.value), int(figure.low), int(figure.high)
    return Count(value, low, high, low == high, None, str(value), "history", "integer")


def _whole(figure: Figure | None) -> int | None:
    return None if figure is None else int(figure.value)
