"""Sessions of the Soi tab: held in memory, gone when the server stops, at most 12 hours old."""

from __future__ import annotations

import threading
import time

from server.security import tokens
from server.security.backoff import Clock
from server.security.codes import Grant

SESSION_SECONDS = 12 * 3600
_MAX_SESSIONS = 64


class Sessions:
    """Safe to call from any thread."""

    def __init__(self, clock: Clock = time.monotonic) -> None:
        self._clock = clock
        self._open: dict[str, tuple[float, Grant]] = {}
        self._lock = threading.Lock()

    def open(self, grant: Grant) -> str:
        """A new session's token. ``grant`` is that of the code which opened it."""
        token = tokens.new_token()
        now = self._clock()
        with self._lock:
            living = [(key, held) for key, held in self._open.items() if held[0] > now]
            self._open = dict(living[-(_MAX_SESSIONS - 1) :])
            self._open[tokens.digest(token)] = (now + SESSION_SECONDS, grant)
        return token

    def grant(self, token_digest: str) -> Grant | None:
        """The grant of an open session; None where there is none."""
        with self._lock:
            expires, grant = self._open.get(token_digest, (0.0, None))
        return grant if self._clock() < expires else None
