"""What other thresholds would change on the present list: every creator asked again, nothing changed.

A creator is judged from the audit of the last check that is kept, under the present rulings. What the verdict table is
asked about does not depend on its thresholds, so it is worked out once and remembered by audit; each preview after that
is two passes of the table over a few arrays.
"""

from __future__ import annotations

import threading
import time
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from server.api.visits import as_rulings
from server.errors import BadFile, NotFound
from server.scoring.thresholds import Thresholds
from server.store.records import Ruling
from server.store.reports import LatestAudit
from server.store.repository import Repository

if TYPE_CHECKING:
    from server.metrics.arrays import FloatArray

BUDGET = 0.4
"""Seconds of one request that go into creators not looked at before; the sender asks again for the rest."""
MOST_NAMED = 200


@dataclass(frozen=True, slots=True)
class _Asked:
    """One audit under some rulings, as the verdict table sees it."""

    rulings: tuple[Ruling, ...]
    values: dict[str, float] | None
    """None where the audit cannot be read."""


class Standing:
    """Previews for one store. Safe to call from any thread. It keeps numbers by audit, and no name."""

    def __init__(self, store: Repository, budget: float = BUDGET) -> None:
        self._store, self._budget = store, budget
        self._known: dict[str, _Asked] = {}
        self._lock = threading.Lock()

    def forget(self) -> None:
        """After an erase or a restore nothing is remembered."""
        with self._lock:
            self._known.clear()

    def preview(self, wanted: Thresholds, present: Thresholds) -> dict[str, Any]:
        """``{"total", "judged", "pending", "changed", "changes": [{"from", "to", "n"}], "creators": [{"username",
        "from", "to"}], "not_judged": {"never_checked", "no_audit"}, "model_version"}``; at most MOST_NAMED are named.

        ``pending`` creators were not looked at for want of time.
        """
        listed = self._store.latest_audits()
        with self._lock:
            self._look(listed)
            seen = [(one, self._seen(one)) for one in listed]
        judged = [(one.username, asked.values) for one, asked in seen if asked and asked.values]
        differing = _differing(judged, wanted, present)
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
            "model_version": _version(wanted),
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

    def _ask(self, audit_id: str, rulings: tuple[Ruling, ...]) -> dict[str, float] | None:
        from server.analysis import measured  # noqa: PLC0415 - numpy is loaded after the port is bound
        from server.audit import inputs_of  # noqa: PLC0415 - as above

        present = [ruling.to_json() for ruling in as_rulings(rulings)]
        try:
            given = inputs_of(self._store.audit(audit_id) | {"rulings": present})
        except (BadFile, NotFound):
            return None
        return {name: float(values[0]) for name, values in measured(given).asked().items()}


def _differing(
    judged: list[tuple[str, dict[str, float]]], wanted: Thresholds, present: Thresholds
) -> list[tuple[str, str, str]]:
    """(user name, verdict under ``present``, under ``wanted``) of those for whom the two differ."""
    if not judged:
        return []
    import numpy as np  # noqa: PLC0415 - as above

    names = judged[0][1]
    given = {name: np.array([values[name] for _, values in judged]) for name in names}
    rows = zip(judged, _codes(given, present), _codes(given, wanted), strict=True)
    return [(username, before, after) for (username, _), before, after in rows if before != after]


def _codes(given: dict[str, FloatArray], thresholds: Thresholds) -> list[str]:
    from server.scoring.verdict import decide, load_table  # noqa: PLC0415 - as above

    table = load_table(thresholds)
    return [table[int(row)].code for row in decide(given, table)]


def _version(thresholds: Thresholds) -> str:
    from server.scoring.model import load_model  # noqa: PLC0415 - as above

    return load_model().version + thresholds.suffix
