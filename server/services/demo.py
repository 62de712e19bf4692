"""Checks of the demo page: judged as any other, for invented creators only, and nothing is read from or kept in a store."""

from __future__ import annotations

import threading
from datetime import UTC, datetime
from typing import Any

from server.capture import Capture
from server.errors import Busy, Unauthorized
from server.parsing import read_capture
from server.scoring.own import own_of
from server.scoring.tallies import tallies_of
from server.services.checks import CheckAnswered
from server.services.gathered import Gathered, LookSamples
from server.services.judged import judge_look
from server.services.looks import looked

INVENTED = ".vidu"
"""How the handles of invented creators end ("ví dụ": for example)."""


class DemoChecker:
    """Anybody on this machine may ask it: one capture at a time. Safe to call from any thread."""

    def __init__(self) -> None:
        self._place = threading.Lock()

    def check(self, body: bytes) -> CheckAnswered:
        """Judge a capture as a fresh install would. Raises a SoiError for a body that is no capture of an invented creator."""
        if not self._place.acquire(blocking=False):
            raise Busy
        try:
            return _judged(Capture.from_json(body))
        finally:
            self._place.release()


def _judged(capture: Capture) -> CheckAnswered:
    look, reading = looked(capture, datetime.now(UTC)), read_capture(capture)
    if not (reading.facts.username or "").endswith(INVENTED):
        raise Unauthorized("Without a session only the invented creators of the demo are checked.")
    read = tallies_of(reading)
    judged = judge_look(
        Gathered(
            look=look,
            reading=reading,
            whole=reading,
            before=None,
            samples=LookSamples(read, read, reading.facts.followers),
            shared=None,
            usual=None,
            own=own_of({}),
            asked=None,
            evidence=None,
        )
    )
    unknown: dict[str, Any] = {"shortlist": None, "colleague": None, "history": None, "rulings": []}
    return CheckAnswered(judged.analysis.http_status, judged.answer | unknown)
