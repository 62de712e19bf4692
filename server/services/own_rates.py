"""The engagement rates of the creators that the user has checked, by tier: what an own percentile is read off."""

from __future__ import annotations

import threading
import time
from collections import defaultdict
from typing import Any

from msgspec import structs

from server.metrics.tiers import Tier
from server.scoring.engagement import EngagementAnswer
from server.scoring.own_percentile import OwnPercentileAnswer, own_percentile
from server.store.store import Store

KEPT_SECONDS = 300.0
MOST_VISITS = 3_000
"""The newest visits looked at: an own market is the present one, and a check waits for this at most some milliseconds."""


class OwnRates:
    """Percentiles for one store. Safe to call from any thread. It keeps rates by user name for some minutes."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._lock = threading.Lock()
        self._rates: dict[str, dict[str, float]] = {}
        self._until = 0.0

    def forget(self) -> None:
        """After an erase or a restore nobody is remembered."""
        with self._lock:
            self._until = 0.0
            self._rates = {}

    def beside(self, answer: dict[str, Any]) -> dict[str, Any]:
        """The fields of an AnalysisAnswer with the own percentile as ``engagement.own``."""
        engagement: EngagementAnswer = answer["engagement"]
        own = self.percentile(answer["facts"].username, engagement.rate_pct.value, answer["tier"])
        return answer | {"engagement": structs.replace(engagement, own=own)}

    def percentile(
        self, username: str | None, rate: float | None, tier: Tier | None
    ) -> OwnPercentileAnswer | None:
        """Where ``rate`` (percent) stands among the other creators of ``tier``; None for too few of them."""
        if tier is None or rate is None:
            return None
        others = [other for name, other in self._of(tier).items() if name != username]
        found = own_percentile(rate, tier, others)
        return None if found is None else found.answer()

    def _of(self, tier: str) -> dict[str, float]:
        with self._lock:
            if time.monotonic() > self._until:
                self._rates = self._read()
                self._until = time.monotonic() + KEPT_SECONDS
            return self._rates.get(tier, {})

    def _read(self) -> dict[str, dict[str, float]]:
        """tier -> user name -> rate of the newest visit that has one."""
        found: dict[str, dict[str, float]] = defaultdict(dict)
        for check in self._store.checks.recent(MOST_VISITS):
            visit = check.visit
            if visit.tier is not None and visit.engagement_rate is not None:
                found[visit.tier].setdefault(check.username, visit.engagement_rate.value)
        return found
