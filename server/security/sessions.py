"""Sessions of the Soi tab: held in memory, gone when the server stops, at most 12 hours old."""

from __future__ import annotations

import threading
import time

from server.security import tokens
from server.security.codes import Clock

SESSION_SECONDS = 12 * 3600
_MAX_SESSIONS = 64


class Sessions:
    """Safe to call from any thread."""

    def __init__(self, clock: Clock = time.monotonic) -> None:
        self._clock = clock
        self._expiry: dict[str, float] = {}
        self._lock = threading.Lock()

    def open(self) -> str:
        """A new session's token."""
        token = tokens.new_token()
        now = self._clock()
        with self._lock:
            living = [(key, expires) for key, expires in self._expiry.items() if expires > now]
            self._expiry = dict(living[-(_MAX_SESSIONS - 1) :])
            self._expiry[tokens.digest(token)] = now + SESSION_SECONDS
        return token

    def is_open(self, token_digest: str) -> bool:
        with self._lock:
            expires = self._expiry.get(token_digest)
        return expires is not None and self._clock() < expires
