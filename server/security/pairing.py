"""Pairings that wait for a person: PKCE, a matching code, ten minutes, five tries, one claim.

They live in memory only: a server that stops has nothing pending.
"""

from __future__ import annotations

import re
import secrets
import threading
import time
from typing import Literal

from msgspec import Struct

from server.errors import Gone, SlowDown, Unauthorized
from server.security import tokens
from server.security.backoff import Backoff, Clock

PAIRING_SECONDS = 600
CLAIM_TRIES = 5
MAX_WAITING = 64
MOST_OF_ONE = 8
"""Of one origin, or of all programs that name none, that wait at a time."""
FREE_STARTS = 4
"""Of one origin, in a row, that cost no wait; origins can be forged, so the waits stay short."""
_LONGEST_WAIT = 5.0
_MOST_ORIGINS = 256
_EXTENSION_ORIGIN = re.compile(
    r"chrome-extension://[a-p]{32}"
    r"|moz-extension://[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}",
    re.ASCII,
)

State = Literal["pending", "allowed", "denied", "claimed"]


class Pairing(Struct):
    """One request to be connected."""

    id: str
    code: str
    """Shown on both sides, e.g. "482-913"; tells which request belongs to which window, proves nothing."""
    name: str
    challenge: str
    origin: str | None
    expires: float
    language: str | None = None
    """Of who asked: the page for the person's decision speaks it."""
    state: State = "pending"
    wrong_tries: int = 0
    form_token: str | None = None
    member: str | None = None
    """Who has allowed it, and whose the browser is from then on."""


def is_extension(origin: str) -> bool:
    """Whether an Origin header is that of a browser extension."""
    return _EXTENSION_ORIGIN.fullmatch(origin) is not None


class Pairings:
    """All pairings of this run. Safe to call from any thread."""

    def __init__(self, clock: Clock = time.monotonic) -> None:
        self._clock = clock
        self._by_id: dict[str, Pairing] = {}
        self._starts: dict[str | None, Backoff] = {}
        self._lock = threading.Lock()

    def start(self, name: str, challenge: str, origin: str | None, language: str | None = None) -> Pairing:
        """Older ones of the same origin, then the oldest of all, make room. Raises SlowDown for one origin's haste.

        Nobody is refused for what others ask: a program that fills the list locks no browser out.
        """
        with self._lock:
            self._forget_old()
            self._slow_down(origin)
            self._make_room([p for p in self._by_id.values() if p.origin == origin], MOST_OF_ONE)
            self._make_room(list(self._by_id.values()), MAX_WAITING)
            expires = self._clock() + PAIRING_SECONDS
            pairing = Pairing(tokens.new_id(), _matching_code(), name, challenge, origin, expires, language)
            self._by_id[pairing.id] = pairing
            return pairing

    def _slow_down(self, origin: str | None) -> None:
        starts = self._starts.pop(origin, None) or Backoff(FREE_STARTS, self._clock, _LONGEST_WAIT)
        self._starts[origin] = starts  # the latest stands last
        if len(self._starts) > _MOST_ORIGINS:
            del self._starts[next(iter(self._starts))]
        wait = starts.seconds_left()
        if wait > 0:
            raise SlowDown(wait)
        starts.note()

    def _make_room(self, among: list[Pairing], most: int) -> None:
        """For one more that waits; the oldest go."""
        pending = [pairing for pairing in among if pairing.state == "pending"]
        for pairing in pending[: max(0, len(pending) - most + 1)]:
            del self._by_id[pairing.id]

    def waiting(self) -> list[Pairing]:
        with self._lock:
            self._forget_old()
            return [p for p in self._by_id.values() if p.state == "pending"]

    def seconds_left(self, pairing: Pairing) -> int:
        return max(0, round(pairing.expires - self._clock()))

    def language(self, pairing_id: str) -> str | None:
        """Of who asked; None where that was not said, or the pairing is over."""
        with self._lock:
            pairing = self._by_id.get(pairing_id)
            return pairing.language if pairing else None

    def decide(self, pairing_id: str, *, allow: bool, member: str | None = None) -> State:
        """``member`` is who decides. Raises Gone unless the pairing still waits."""
        with self._lock:
            pairing = self._waiting(pairing_id)
            pairing.state, pairing.member = "allowed" if allow else "denied", member
            self._starts.pop(pairing.origin, None)
            return pairing.state

    def show_form(self, pairing_id: str) -> Pairing:
        """The waiting pairing with a fresh form token; an earlier form of the same pairing is void."""
        with self._lock:
            pairing = self._waiting(pairing_id)
            pairing.form_token = tokens.new_id()
            return pairing

    def spend_form(self, pairing_id: str, form_token: str) -> None:
        """Accept a sent form once; raises Gone or Unauthorized."""
        with self._lock:
            pairing = self._waiting(pairing_id)
            expected, pairing.form_token = pairing.form_token, None
            if expected is None or not tokens.same(expected, form_token):
                raise Unauthorized("This form is no longer valid. Open the page again.")

    def claim(self, pairing_id: str, verifier: str) -> Pairing | None:
        """The pairing, once, after it was allowed; None while it waits. Raises Unauthorized or Gone."""
        with self._lock:
            self._forget_old()
            pairing = self._by_id.get(pairing_id)
            if pairing is None or pairing.wrong_tries >= CLAIM_TRIES:
                raise Gone
            if not tokens.verifies(verifier, pairing.challenge):
                pairing.wrong_tries += 1
                raise Unauthorized("This is not who asked for the connection.")
            if pairing.state == "pending":
                return None
            if pairing.state != "allowed":
                raise Gone
            pairing.state = "claimed"
            return pairing

    def _waiting(self, pairing_id: str) -> Pairing:
        self._forget_old()
        pairing = self._by_id.get(pairing_id)
        if pairing is None or pairing.state != "pending" or pairing.wrong_tries >= CLAIM_TRIES:
            raise Gone
        return pairing

    def _forget_old(self) -> None:
        now = self._clock()
        self._by_id = {key: p for key, p in self._by_id.items() if p.expires > now}


def _matching_code() -> str:
    digits = f"{secrets.randbelow(10**6):06d}"
    return f"{digits[:3]}-{digits[3:]}"
