"""Who comes from outside with what opens nothing, again and again, waits ever longer. What is right is always taken."""

from __future__ import annotations

import threading
import time

from server.errors import SlowDown
from server.security.backoff import Backoff, Clock

FREE = 30
"""Wrong ones of one address in a row that cost no wait: an office behind one address has old tabs."""
_MOST = 4_096
"""Addresses that are remembered; the ones that came first give way."""


class Strangers:
    """By address. Safe to call from any thread."""

    def __init__(self, clock: Clock = time.monotonic) -> None:
        self._clock = clock
        self._wrong: dict[str, Backoff] = {}
        self._lock = threading.Lock()

    def note(self, address: str) -> None:
        """Something wrong came from there. Raises SlowDown where it came too soon after too many."""
        with self._lock:
            known = self._wrong.pop(address, None) or Backoff(FREE, self._clock)
            self._wrong[address] = known
            if len(self._wrong) > _MOST:
                del self._wrong[next(iter(self._wrong))]
            wait = known.seconds_left()
            known.note()
        if wait > 0:
            raise SlowDown(wait)
