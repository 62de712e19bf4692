"""The analysis of a last visit whose audit has made room for newer ones: from its figures and from what is known."""

from __future__ import annotations

from typing import Any

from server.analysis import judge
from server.facts import Facts, Reading
from server.scoring.kept import completed, known_of
from server.scoring.tallies import Tallies, with_earlier
from server.services.visits import count_of, earlier_visits, kept_samples, known_rulings
from server.store.records import CreatorState, Figure, Visit


def analysis_of(state: CreatorState, visit: Visit) -> dict[str, Any]:
    """In the shape of an analysis. What the visit kept of its result stands as it was given; the parts beside it (posts,
    signs, samples) are read again from the evidence that is kept, and are empty where there is none."""
    found = completed(_facts(state, visit), known_of(state.evidence), visit.at)
    samples = with_earlier(Tallies(), kept_samples(state), visit.at, found.facts.followers)
    analysis = judge(
        _reading(visit, found.facts, found.kept),
        now=visit.at,
        history=earlier_visits(state, visit.at),
        rulings=known_rulings(state),
        tallies=samples,
    )
    return _as_given(analysis.to_json(), visit)


def _facts(state: CreatorState, visit: Visit) -> Any:

    creator = state.creator
    texts: dict[str, Any] = {
        name: getattr(creator, name) for name in ("full_name", "category", "is_verified", "is_private")
    }
    counts: dict[str, Any] = {
        name: count_of(getattr(visit, name)) for name in ("followers", "following", "post_count")
    }
    return Facts(username=creator.username, profile_id=creator.profile_id, **texts, **counts)


def _reading(visit: Visit, facts: Any, kept: Any) -> Any:

    return Reading(
        page="private_profile" if visit.page == "private_profile" else "profile", facts=facts, kept=kept
    )


def _as_given(body: dict[str, Any], visit: Visit) -> dict[str, Any]:
    """The result as it was given on the day, in place of what the evidence of now would make of it."""
    rate = body["engagement"]["rate_pct"] | _bounds(visit.engagement_rate) | {"n_posts": visit.n_posts or 0}
    suspicion = _bounds(visit.suspicion)
    trust = body["trust"]
    if suspicion["value"] is not None:
        trust = trust | {"score": suspicion["value"] if visit.trust_word else None, "word": visit.trust_word}
    return body | {
        "tier": visit.tier or body["tier"],
        "engagement": body["engagement"] | {"score": visit.engagement_score, "rate_pct": rate},
        "suspicion": body["suspicion"] | {"score": suspicion.pop("value"), **suspicion},
        "trust": trust,
        "verdict": body["verdict"] | {"code": visit.verdict or body["verdict"]["code"]},
        "model_version": visit.model_version or body["model_version"],
        "audit_id": visit.audit_id,
    }


def _bounds(figure: Figure | None) -> dict[str, float | None]:
    return {"value": None, "low": None, "high": None} if figure is None else dict(figure.to_json())
