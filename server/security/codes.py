"""Short-lived codes: the one in the address that `soi serve` opens, and the one it prints in the terminal."""

from __future__ import annotations

import secrets
import threading
import time
from collections.abc import Callable

from msgspec import Struct

from server.errors import SlowDown
from server.security import tokens
from server.security.backoff import Backoff, Clock

FRAGMENT_SECONDS = 60
TERMINAL_SECONDS = 600
FREE_TRIES = 5
"""Wrong codes in a row that cost no wait."""
_LETTERS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"  # without 0 O 1 I L, which are misread
_MAX_FRAGMENT_CODES = 64


class Grant(Struct, frozen=True):
    """What a spent code opens: a session of its own, or one that ends with the device that asked for the code."""

    client_id: str | None = None
    member: str | None = None
    """Of a link that a member was invited by."""


OWN = Grant()
"""Of `soi serve` itself."""


class FragmentCodes:
    """Codes of 256 bits that open one session within 60 seconds, once."""

    def __init__(self, clock: Clock = time.monotonic) -> None:
        self._clock = clock
        self._issued: dict[str, tuple[float, Grant]] = {}
        self._lock = threading.Lock()

    def issue(self, grant: Grant = OWN) -> str:
        """A new code; ``grant`` is what who asks for it has."""
        code = tokens.new_code()
        with self._lock:
            self._forget_old()
            self._issued[tokens.digest(code)] = (self._clock() + FRAGMENT_SECONDS, grant)
        return code

    def spend(self, code: str) -> Grant | None:
        """What the code opens, once; None where it was not good."""
        with self._lock:
            expires, grant = self._issued.pop(tokens.digest(code), (0.0, None))
        return grant if self._clock() < expires else None

    def _forget_old(self) -> None:
        now = self._clock()
        fresh = [(key, issued) for key, issued in self._issued.items() if issued[0] > now]
        self._issued = dict(fresh[-_MAX_FRAGMENT_CODES:])


class TerminalCode:
    """The code printed in the terminal: one use, ten minutes. A spent or old one is replaced on demand.

    Wrong ones do not end it: else any program could lock the owner out, and have new codes printed without end. Who is
    wrong often is told to wait ever longer; the right code is taken at once. It has 31^8 values: at a thousand guesses
    a second one in a million is lucky within its ten minutes.
    """

    def __init__(self, announce: Callable[[str], None], clock: Clock = time.monotonic) -> None:
        """``announce`` shows a new code to the person at the terminal."""
        self._announce = announce
        self._clock = clock
        self._code, self._expires = "", 0.0
        self._wrong = Backoff(FREE_TRIES, clock)
        self._lock = threading.Lock()

    def renew(self, *, announce: bool = True) -> str:
        """The code that is valid now; a new one is made and announced when there is none."""
        with self._lock:
            if not self._alive():
                letters = "".join(secrets.choice(_LETTERS) for _ in range(8))
                self._code = f"{letters[:4]}-{letters[4:]}"
                self._expires = self._clock() + TERMINAL_SECONDS
                if announce:
                    self._announce(self._code)
            return self._code

    def spend(self, typed: str) -> bool:
        """Whether ``typed`` is the code; case, spaces and the dash do not matter. The right one is over.

        Raises SlowDown for a wrong one that came too soon after too many.
        """
        plain = "".join(typed.split()).replace("-", "").upper()
        with self._lock:
            if self._alive() and tokens.same(plain, self._code.replace("-", "")):
                self._code = ""
                self._wrong.forget()
                return True
            wait = self._wrong.seconds_left()
            self._wrong.note()
        if wait > 0:
            raise SlowDown(wait)
        return False

    def _alive(self) -> bool:
        return bool(self._code) and self._clock() < self._expires
