"""What other rules would change on the present list: every creator asked again, nothing changed.

Rules are the thresholds of the verdict table and the active search. What they are asked about depends on neither. The store keeps it of each creator's last check
(``verdict_inputs_of``), which is all that is needed while model and rulings are the same; else it is worked out from the audit
of the last check that is kept, once, and remembered by audit. A preview is then two passes of the table over a few arrays.
"""

from __future__ import annotations

import math
import threading
import time
from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import Any

import numpy as np
from msgspec import Struct

from server import own_json
from server.analysis import Analysis
from server.audit import inputs_of, reading_audit
from server.errors import BadFile, NotFound
from server.money import Price
from server.scoring import records
from server.scoring.fit import answers
from server.scoring.measured import measured
from server.scoring.model import load_model
from server.scoring.own import UserTables
from server.scoring.verdict import decide, fit_inputs, load_table
from server.services.visits import as_rulings
from server.store.records import Ruling
from server.store.reports import LatestAudit
from server.store.store import Store

BUDGET = 0.4
"""Seconds of one request that go into creators not looked at before; the sender asks again for the rest."""
MOST_NAMED = 200


ThresholdValues = dict[str, float]
"""What the verdict table is asked about, by name; NaN for what is not known."""


def verdict_inputs_of(analysis: Analysis) -> dict[str, Any]:
    """What a check leaves for later previews, as JSON: numbers, and under which model and rulings they came out."""
    version = analysis.model_version.removesuffix(analysis.inputs.thresholds.suffix)
    values = {name: None if math.isnan(value) else value for name, value in analysis.asked.items()}
    return {"model": version, "rulings": rulings_in_words(analysis.inputs.rulings), "values": values}


def rulings_in_words(rulings: Iterable[records.Judgement]) -> list[str]:
    """Rulings as far as they change a score, in one order."""
    return sorted(f"{ruling.signal}:{ruling.ruling}" for ruling in rulings)


class _Asked(Struct, frozen=True):
    """One audit under some rulings, as the verdict table sees it."""

    rulings: tuple[Ruling, ...]
    values: ThresholdValues | None
    """None where the audit cannot be read."""


class ThresholdPreview:
    """Previews for one store. Safe to call from any thread. It keeps numbers by audit, and no name."""

    def __init__(self, store: Store, budget: float = BUDGET) -> None:
        self._store, self._budget = store, budget
        self._known: dict[str, _Asked] = {}
        self._lock = threading.Lock()

    def forget(self) -> None:
        """After an erase or a restore nothing is remembered."""
        with self._lock:
            self._known.clear()

    def preview(self, wanted: UserTables, present: UserTables) -> dict[str, Any]:
        """``{"total", "judged", "pending", "changed", "changes": [{"from", "to", "n"}], "creators": [{"username",
        "from", "to"}], "not_judged": {"never_checked", "no_audit"}, "model_version"}``; at most MOST_NAMED are named.

        ``pending`` creators were not looked at for want of time.
        """
        model = load_model().version
        listed = self._store.audits.latest()
        kept = {one.username: values for one in listed if (values := _kept(one, model)) is not None}
        rest = [one for one in listed if one.username not in kept]
        with self._lock:
            self._look(rest)
            seen = [(one, self._seen(one)) for one in rest]
        read = {one.username: asked.values for one, asked in seen if asked and asked.values}
        judged = kept | read
        prices = {one.username: one.price_asked for one in listed}
        differing = _differing(judged, prices, wanted, present)
        pending = sum(one.audit_id is not None and asked is None for one, asked in seen)
        never = sum(not one.checked for one in listed)
        pairs = Counter((before, after) for _, before, after in differing)
        return {
            "total": len(listed),
            "judged": len(judged),
            "pending": pending,
            "changed": len(differing),
            "changes": [{"from": a, "to": b, "n": n} for (a, b), n in pairs.most_common()],
            "creators": [{"username": u, "from": a, "to": b} for u, a, b in differing[:MOST_NAMED]],
            "not_judged": {
                "never_checked": never,
                "no_audit": len(listed) - len(judged) - pending - never,
            },
            "model_version": model + wanted.thresholds.suffix,
        }

    def _look(self, listed: Iterable[LatestAudit]) -> None:
        """Work out what is not known yet, newest entries first, as long as the time lasts; forget what is gone."""
        until = time.monotonic() + self._budget
        ids = {one.audit_id for one in listed}
        self._known = {audit_id: asked for audit_id, asked in self._known.items() if audit_id in ids}
        for one in listed:
            if time.monotonic() > until:
                return
            if one.audit_id is not None and self._seen(one) is None:
                self._known[one.audit_id] = _Asked(one.rulings, self._ask(one.audit_id, one.rulings))

    def _seen(self, one: LatestAudit) -> _Asked | None:
        known = self._known.get(one.audit_id) if one.audit_id is not None else None
        return known if known is not None and known.rulings == one.rulings else None

    def _ask(self, audit_id: str, rulings: tuple[Ruling, ...]) -> ThresholdValues | None:
        present = own_json.plain(as_rulings(rulings))
        try:
            given = inputs_of(self._store.audits.get(audit_id) | {"rulings": present})
            with reading_audit():
                return measured(given).numbers()
        except (BadFile, NotFound):
            return None


def _kept(one: LatestAudit, model: str) -> ThresholdValues | None:
    """What the store has kept of the last check; None where it no longer holds, or cannot be read."""
    rulings, kept = rulings_in_words(as_rulings(one.rulings)), one.verdict_inputs
    try:
        if kept is None or (kept["model"], kept["rulings"]) != (model, rulings):
            return None
        if "newest_sure" not in kept["values"]:  # kept before there were searches
            return None
        values = {name: math.nan if v is None else float(v) for name, v in kept["values"].items()}
        return defaultdict(lambda: math.nan, values)
    except (AttributeError, LookupError, TypeError, ValueError):
        return None


def _differing(
    judged: dict[str, ThresholdValues],
    prices: dict[str, Price | None],
    wanted: UserTables,
    present: UserTables,
) -> list[tuple[str, str, str]]:
    """(user name, verdict under ``present``, under ``wanted``) of those for whom the two differ.

    ``prices``: what each of them asks now, which no check needs to have known.
    """
    names = {condition.name for row in load_table() for condition in row.when}
    columns = {
        name: np.array([values.get(name, math.nan) for values in judged.values()])
        for name in names | {"score"}
    }

    def codes(rules: UserTables) -> list[str]:
        table = load_table(rules.thresholds)
        fits = fit_inputs([answers(rules.search, values, prices[name]) for name, values in judged.items()])
        return [table[int(row)].code for row in decide(columns | fits, table)]

    rows = zip(judged, codes(present), codes(wanted), strict=True)
    return [(username, before, after) for username, before, after in rows if before != after]
