"""The last changes in memory, those of other servers on the same database included, for live update by polling."""

from __future__ import annotations

import secrets
import threading
from collections import deque
from collections.abc import Iterable

from msgspec import Struct

from server.store.work import ChangeKind, Told

_KEPT = 1_000


def told(kind: ChangeKind, *usernames: str) -> tuple[Told, ...]:
    """A change of each user name, or of none."""
    return tuple((kind, username) for username in usernames or (None,))


class Change(Struct, frozen=True):
    """Something changed at ``sequence``."""

    sequence: int
    kind: ChangeKind
    username: str | None = None


class Changes(Struct, frozen=True):
    """What changed since a sequence number."""

    sequence: int
    """Ask with this one next time."""
    reset: bool
    """The number is too old or unknown: load everything again."""
    changes: tuple[Change, ...] = ()
    shared: bool = False
    """The list has members: any of them may change it at any time."""


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

    def note(self, changes: Iterable[Told]) -> None:
        """Add changes."""
        with self._lock:
            for kind, username in changes:
                self._last += 1
                self._changes.append(Change(self._last, kind, username))

    def hear(self, changes: Iterable[Told] | None) -> None:
        """Add what another server did; None: nobody knows what it was."""
        if changes is None:
            self.reset()
        else:
            self.note(changes)

    def since(self, sequence: int) -> Changes:
        """Changes after ``sequence``; ``reset`` if some of them are no longer known."""
        with self._lock:
            first = self._changes[0].sequence - 1 if self._changes else self._last
            if not max(self._start, first) <= sequence <= self._last:
                return Changes(self._last, reset=True)
            return Changes(self._last, False, tuple(c for c in self._changes if c.sequence > sequence))
