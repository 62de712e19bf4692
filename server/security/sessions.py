"""Sessions of the Soi tab: at most 12 hours old, and 64 of them. A restart of the server does not end them.

What lies on the disk, for the owner of the data folder only (0600), is the SHA-256 of each token: who can read it can
open no session with it. No backup holds it.
"""

from __future__ import annotations

import os
import threading
import time
from contextlib import suppress
from pathlib import Path
from typing import Any

from msgspec import Struct

from server import own_json
from server.security import tokens
from server.security.backoff import Clock
from server.security.codes import Grant

SESSION_SECONDS = 12 * 3600
SESSIONS_FILE = "sessions.json"
_MAX_SESSIONS = 64
_MAX_BYTES = 64 * 1024
_CLOCK_SET_BACK = 300
"""Seconds that the computer's clock may be set back before a session counts as one of another time."""


class _Session(Struct, frozen=True):
    opened_at: float
    grant: Grant

    def holds(self, now: float) -> bool:
        return self.opened_at - _CLOCK_SET_BACK <= now < self.opened_at + SESSION_SECONDS


class Sessions:
    """Safe to call from any thread."""

    def __init__(self, clock: Clock = time.time, file: Path | None = None) -> None:
        """``file``: where they outlive the server; without one they do not."""
        self._clock, self._file = clock, file
        self._lock = threading.Lock()
        self._open = _read(file) if file else {}

    def open(self, grant: Grant) -> str:
        """A new session's token. ``grant`` is that of the code which opened it."""
        token = tokens.new_token()
        now = self._clock()
        with self._lock:
            living = [(key, held) for key, held in self._open.items() if held.holds(now)]
            self._open = dict(living[-(_MAX_SESSIONS - 1) :])
            self._open[tokens.digest(token)] = _Session(now, grant)
            self._keep()
        return token

    def grant(self, token_digest: str) -> Grant | None:
        """The grant of an open session; None where there is none."""
        with self._lock:
            held = self._open.get(token_digest)
        return held.grant if held is not None and held.holds(self._clock()) else None

    def close(self, token_digest: str) -> bool:
        """End a session; False where there was none."""
        with self._lock:
            closed = self._open.pop(token_digest, None) is not None
            self._keep()
        return closed

    def _keep(self) -> None:
        """Put the file in place of the one before. A disk that takes none costs a new code after a restart, no more."""
        if self._file is None:
            return
        rows = [
            [key, held.opened_at, held.grant.client_id, held.grant.member] for key, held in self._open.items()
        ]
        beside = self._file.with_suffix(".new")
        with suppress(OSError):
            beside.unlink(missing_ok=True)
            descriptor = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            with os.fdopen(descriptor, "wb") as file:
                file.write(own_json.dumps({"sessions": rows}))
            beside.replace(self._file)


def _read(file: Path) -> dict[str, _Session]:
    """Those that an earlier run has kept; none where the file is not one that Soi writes."""
    try:
        with file.open("rb") as opened:
            rows = own_json.loads(opened.read(_MAX_BYTES))["sessions"]
        return dict(_row(*row) for row in rows[-_MAX_SESSIONS:])
    except (OSError, ValueError, TypeError, LookupError):
        return {}


def _row(key: Any, opened_at: Any, client_id: Any, member: Any = None) -> tuple[str, _Session]:
    """Raises ValueError for anything else than a digest, a time, and a client and a member, or None."""
    are_ids = all(one is None or isinstance(one, str) for one in (client_id, member))
    if not (isinstance(key, str) and isinstance(opened_at, (int, float)) and are_ids):
        raise ValueError("no session")
    return key, _Session(float(opened_at), Grant(client_id, member))
