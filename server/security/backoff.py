"""Ever longer waits for who asks, or is wrong, too often; a quiet while makes it good."""

from __future__ import annotations

import time
from collections.abc import Callable

Clock = Callable[[], float]
LONGEST_SECONDS = 60.0
QUIET_SECONDS = 600.0


class Backoff:
    """Counts one kind of event. The caller holds its own lock."""

    def __init__(self, free: int, clock: Clock = time.monotonic, longest: float = LONGEST_SECONDS) -> None:
        """``free`` events in a row cost no wait; the next ones 1, 2, 4 … ``longest`` seconds each."""
        self._free, self._clock, self._longest = free, clock, longest
        self._count, self._last = 0, clock()

    def note(self) -> None:
        """One more has happened."""
        now = self._clock()
        self._count = 1 if now - self._last > QUIET_SECONDS else self._count + 1
        self._last = now

    def seconds_left(self) -> float:
        """Until the next one is welcome; 0 where it is now."""
        over = self._count - self._free
        if over < 0:
            return 0.0
        wait = min(self._longest, 2.0 ** min(over, 10))
        return max(0.0, self._last + wait - self._clock())

    def forget(self) -> None:
        """What came so far was welcome."""
        self._count = 0
