"""The full analysis of a creator's last check, made again from its audit under the present rulings, thresholds, asked price and model."""

from __future__ import annotations

from typing import Any

from msgspec import structs

from server import own_json
from server.audit import reading_audit, replay
from server.errors import NotFound
from server.money import Price
from server.scoring.model import load_model
from server.scoring.own import own_of
from server.scoring.searches import read_search
from server.services.last_visit import analysis_of
from server.services.own_rates import OwnRates
from server.services.visits import known_rulings, price_asked
from server.store.records import CreatorState, Visit
from server.store.store import Store


class Analyses:
    """Analyses of last visits, for one store."""

    def __init__(self, store: Store, own_rates: OwnRates) -> None:
        self._store, self._own_rates = store, own_rates

    def last(self, username: str) -> dict[str, Any]:
        """``{"analysis", "audit_id", "at", "versions", "standing"}`` of the last visit. Raises NotFound without one.

        Made again from its audit; where that has made room for newer ones, ``audit_id`` is null and the analysis is the
        result that the visit kept, beside the evidence that is known. ``standing`` is the verdict of its date.

        ``versions`` names what has changed since the check: ``{"model": [then, now]}``; {} where nothing has.
        """
        state = self._store.creators.find(username)
        visit = state.last if state else None
        if state is None or visit is None:
            raise NotFound
        audit = self._kept(visit.audit_id)
        made = _from_figures(state, visit) if audit is None else self._replayed(state, audit)
        return made | {
            "audit_id": None if audit is None else visit.audit_id,
            "at": visit.at,
            "standing": _standing(visit),
        }

    def _replayed(self, state: CreatorState, audit: dict[str, Any]) -> dict[str, Any]:
        own = own_of(self._store.settings.get().value)
        asked = _asked(state, audit)
        present = {
            "rulings": own_json.plain(known_rulings(state)),
            "thresholds": own.thresholds.to_json(),
            "prices": own.prices and own_json.plain(own.prices),
            "price_asked": asked and asked.to_json(),
        }
        again = replay(audit | present)
        with reading_audit():
            said = structs.asdict(again.analysis.answer())
        return {"analysis": self._own_rates.beside(said), "versions": again.versions}

    def _kept(self, audit_id: str | None) -> dict[str, Any] | None:
        """The audit of one visit; None where it was not kept, or has made room for newer ones."""
        if audit_id is None:
            return None
        try:
            return self._store.audits.get(audit_id)
        except NotFound:
            return None


def _from_figures(state: CreatorState, visit: Visit) -> dict[str, Any]:
    shown, present = analysis_of(state, visit), load_model().version
    model = shown["model_version"]
    return {"analysis": shown, "versions": {} if model == present else {"model": [model, present]}}


def _asked(state: CreatorState, audit: dict[str, Any]) -> Price | None:
    """What the creator asks now, where the search of then has a limit for it. Raises BadFile for a broken audit."""
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
