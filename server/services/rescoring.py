"""Everybody's last check judged anew by the present model, without their pages: for a list that an older model judged."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from typing import Any

from server.scoring.columns_kept import unpack
from server.scoring.model import Model, load_model
from server.scoring.own import UserTables, own_of
from server.scoring.rescoring import KeptCheck, NewScore, rescored
from server.services.collector import collector_paused
from server.services.threshold_preview import MOST_NAMED, rulings_in_words
from server.services.visits import as_rulings
from server.store.records import Figure
from server.store.reports import Rescorable, Rescored
from server.store.store import Store


class Rescoring:
    """For one store. Safe to call from any thread."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def rescore(self, *, dry_run: bool, model: Model | None = None) -> dict[str, Any]:
        """``RescoreAnswer`` as a dict: what the present model, rulings, thresholds and search change. Kept unless ``dry_run``."""
        model, own = model or load_model(), own_of(self._store.settings.get().value)
        with collector_paused():
            checks = self._store.rescores.rescorable()
            found = [(check, kept) for check in checks if (kept := _kept(check)) is not None]
            scores = rescored([kept for _, kept in found], model, own)
            version = model.version + own.thresholds.suffix
            judged = [(check, new) for (check, _), new in zip(found, scores, strict=True)]
            changed = [(check, new) for check, new in judged if _differs(check, new, version)]
            rows = [_row(check, new, model, own) for check, new in changed]
            written = 0 if dry_run or not rows else self._store.rescores.keep(rows)
        return _answer(judged, len(checks) - len(found), version) | {"kept": written}

    def undo(self) -> int:
        """Bring back the scores of before the last time; gives of how many."""
        return self._store.rescores.undo()


def _kept(check: Rescorable) -> KeptCheck | None:
    """None where an older version of Soi left too little, or it cannot be read: such a check stays as it is."""
    if check.columns is None or check.verdict_inputs is None:
        return None
    try:
        columns, given = unpack(check.columns), check.verdict_inputs["values"]
        values = {name: None if value is None else float(value) for name, value in given.items()}
    except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError):
        return None
    if "newest_sure" not in values or not columns["given"]:  # kept before there were searches
        return None
    innocent = frozenset(ruling.signal for ruling in check.rulings if ruling.ruling == "innocent")
    return KeptCheck(columns, innocent, values, check.price_asked)


def _differs(check: Rescorable, new: NewScore, version: str) -> bool:
    """Whether anything that is kept becomes another one."""
    visit = check.visit
    before = (visit.suspicion, visit.verdict, visit.trust_word, visit.model_version)
    return before != (Figure(*new.suspicion), new.verdict, new.trust_word, version)


def _row(check: Rescorable, new: NewScore, model: Model, own: UserTables) -> Rescored:
    values = {name: None if v is None or math.isnan(v) else v for name, v in new.values.items()}
    words = rulings_in_words(as_rulings(check.rulings))
    return Rescored(
        creator=check.creator,
        visit_id=check.visit_id,
        audit_id=check.visit.audit_id,
        suspicion=new.suspicion,
        verdict=new.verdict,
        trust_word=new.trust_word,
        model_version=model.version + own.thresholds.suffix,
        verdict_inputs={"model": model.version, "rulings": words, "values": values},
    )


def _answer(judged: Sequence[tuple[Rescorable, NewScore]], too_old: int, version: str) -> dict[str, Any]:
    other = [(check, new) for check, new in judged if check.visit.verdict != new.verdict]
    pairs = Counter((check.visit.verdict, new.verdict) for check, new in other)
    moved = sum(check.visit.suspicion != Figure(*new.suspicion) for check, new in judged)
    models = Counter(check.visit.model_version or "" for check, _ in judged)
    return {
        "model_version": version,
        "models_before": dict(models.most_common()),
        "judged": len(judged),
        "too_old": too_old,
        "scores_changed": moved,
        "verdicts_changed": len(other),
        "changes": [{"from": a, "to": b, "n": n} for (a, b), n in pairs.most_common()],
        "creators": [_changed(check, new) for check, new in other[:MOST_NAMED]],
    }


def _changed(check: Rescorable, new: NewScore) -> dict[str, Any]:
    visit = check.visit
    return {
        "username": check.username,
        "from": visit.verdict,
        "to": new.verdict,
        "score_from": visit.suspicion.value if visit.suspicion else None,
        "score_to": new.suspicion[0],
    }
