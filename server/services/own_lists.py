"""The follower samples of the creators that the user has checked: what is usual in them."""

from __future__ import annotations

import threading
import time
from collections.abc import Collection
from typing import Any

from server.samples.followers import ENOUGH_ROWS
from server.samples.own_lists import OwnLists, own_lists
from server.store.store import Store

KEPT_SECONDS = 300.0
MOST_VISITS = 3_000
"""The newest visits looked at, as for the engagement rates (server.services.own_rates)."""


class ReadLists:
    """What is usual in one store's samples. Safe to call from any thread. It keeps counts by user name for some
    minutes."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._lock = threading.Lock()
        self._counts: dict[str, dict[str, Any]] = {}
        self._until = 0.0

    def forget(self) -> None:
        """After an erase or a restore nobody is remembered."""
        with self._lock:
            self._until = 0.0
            self._counts = {}

    def note(self, name: str, counts: dict[str, Any] | None) -> None:
        """What a visit that was just kept has read of the list of ``name``."""
        with self._lock:
            if counts is not None and counts["n"] >= self._enough():
                self._counts[name] = counts

    def usual(self, but: Collection[str]) -> OwnLists | None:
        """What is usual in the lists of all creators ``but`` the one under these handles; None for too few."""

        return own_lists(counts for name, counts in self._all().items() if name not in but)

    def _all(self) -> dict[str, dict[str, Any]]:
        with self._lock:
            if time.monotonic() > self._until:
                self._counts = self._read()
                self._until = time.monotonic() + KEPT_SECONDS
            return self._counts

    def _read(self) -> dict[str, dict[str, Any]]:
        """user name -> the counts of the newest full sample."""
        enough = self._enough()
        found: dict[str, dict[str, Any]] = {}
        for check in self._store.checks.recent(MOST_VISITS):
            counts = check.visit.follower_sample
            if counts is not None and counts["n"] >= enough:
                found.setdefault(check.username, counts)
        return found

    def _enough(self) -> int:

        return ENOUGH_ROWS
