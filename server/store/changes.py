"""The last changes in memory, for live update by polling."""

from __future__ import annotations

import secrets
import threading
from collections import deque

from server.store.records import Change, ChangeKind, Changes

_KEPT = 1_000


class ChangeLog:
    """Numbered changes. The first number is random, so that one from before a restart is recognised as unknown."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._changes: deque[Change] = deque(maxlen=_KEPT)
        self.reset()

    def reset(self) -> None:
        """Make every number given so far an unknown one."""
        with self._lock:
            self._start = self._last = 1 + secrets.randbelow(2**48)
            self._changes.clear()

    def note(self, kind: ChangeKind, *usernames: str) -> None:
        """Add a change of each user name, or of none."""
        with self._lock:
            for username in usernames or (None,):
                self._last += 1
                self._changes.append(Change(self._last, kind, username))

    def since(self, sequence: int) -> Changes:
        """Changes after ``sequence``; ``reset`` if some of them are no longer known."""
        with self._lock:
            first = self._changes[0].sequence - 1 if self._changes else self._last
            if not max(self._start, first) <= sequence <= self._last:
                return Changes(self._last, reset=True)
            return Changes(self._last, False, tuple(c for c in self._changes if c.sequence > sequence))
