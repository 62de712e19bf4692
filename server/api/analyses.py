"""The full analysis of a creator's last check, made again from its audit under the present rulings, thresholds, asked price and model."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from flask import Blueprint, Response

from server import own_json
from server.api.context import answer, services
from server.errors import NotFound
from server.money import Price
from server.schemas.creator_fields import shortlist_username
from server.scoring.own import own_of
from server.scoring.searches import read_search
from server.security.policy import policy
from server.services.last_visit import analysis_of
from server.services.visits import known_rulings, price_asked
from server.store.records import CreatorState, Visit

blueprint = Blueprint("analyses", __name__)


@blueprint.get("/creators/<creator:username>/analysis")
@policy()
def analysis(username: str) -> Response:
    """``{"analysis", "audit_id", "at", "versions", "standing"}`` of the last visit; 404 without one.

    Made again from its audit; where that has made room for newer ones, ``audit_id`` is null and the analysis is the
    result that the visit kept, beside the evidence that is known. ``standing`` is the verdict of its date.

    ``versions`` names what has changed since the check: ``{"model": [then, now]}``; {} where nothing has.
    """
    state = services().store.creators.find(shortlist_username(username))
    if state is None:
        raise NotFound
    return answer(_replayed(state))


def _replayed(state: CreatorState) -> dict[str, Any]:
    from server.audit import reading_audit, replay  # noqa: PLC0415 - numpy is loaded after the port is bound
    from server.scoring.model import load_model  # noqa: PLC0415 - as above

    own = own_of(services().store.settings.get().value)
    present = {
        "rulings": own_json.plain(known_rulings(state)),
        "thresholds": own.thresholds.to_json(),
        "prices": own.prices and asdict(own.prices),
    }
    visit = state.last
    if visit is None:
        raise NotFound
    standing = _standing(visit)
    audit = _kept(visit.audit_id)
    if audit is not None:
        asked = _asked(state, audit)
        again = replay(audit | present | {"price_asked": asked and asked.to_json()})
        with reading_audit():
            shown = again.analysis.to_json()
        return {
            "analysis": services().own_rates.beside(shown),
            "audit_id": visit.audit_id,
            "at": visit.at,
            "versions": again.versions,
            "standing": standing,
        }
    shown = analysis_of(state, visit)
    model = shown["model_version"]
    versions = {} if model == load_model().version else {"model": [model, load_model().version]}
    return {"analysis": shown, "audit_id": None, "at": visit.at, "versions": versions, "standing": standing}


def _asked(state: CreatorState, audit: dict[str, Any]) -> Price | None:
    """What the creator asks now, where the search of then has a limit for it. Raises BadFile for a broken audit."""
    from server.audit import reading_audit  # noqa: PLC0415 - numpy is loaded after the port is bound

    with reading_audit():
        search = audit.get("search")
        return price_asked(state, read_search(search) if search else None)


def _standing(visit: Visit) -> dict[str, Any]:
    """What was said on the day of the visit: what list, page, comparison and report stand on."""
    return {
        "verdict": visit.verdict,
        "at": visit.at,
        "model_version": visit.model_version,
        "trust": {
            "score": visit.suspicion.value if visit.suspicion and visit.trust_word else None,
            "word": visit.trust_word,
            "seen": visit.seen,
        },
    }


def _kept(audit_id: str | None) -> dict[str, Any] | None:
    """The audit of one visit; None where it was not kept, or has made room for newer ones."""
    if audit_id is None:
        return None
    try:
        return services().store.audits.get(audit_id)
    except NotFound:
        return None
