"""Commenters compared across creators, when the user has switched it on: the key, the sketches, the answer.

The key lies in a file of its own beside the store, readable by its owner only, and in no backup. It is replaced when
it is as old as visits are kept; the sketches made with it go with it.
"""

from __future__ import annotations

import json
import os
import secrets
import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from server.settings import Settings
from server.store.records import Sketch
from server.store.repository import Repository

if TYPE_CHECKING:
    from server.facts import CommentRow
    from server.samples.pods import PodTally

KEY_FILE = "pods.key"
DEFAULT_KEY_DAYS = 180
"""Age of a key where visits are kept for ever."""
MOST_NAMED = 5


@dataclass(frozen=True, slots=True)
class Key:
    id: str
    secret: bytes
    made_at: datetime


@dataclass(frozen=True, slots=True)
class Look:
    """What comparing one creator's commenters gave."""

    sketch: Sketch
    tally: PodTally
    overlaps: tuple[dict[str, Any], ...]
    """The creators above chance by name, for the answer only: audit and store do not keep it."""


class Pods:
    """Compares commenters for one store. Safe to call from any thread."""

    def __init__(
        self,
        store: Repository,
        home: Path,
        settings: Callable[[], Settings],
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self._store, self._file = store, home / KEY_FILE
        self._settings, self._now = settings, now
        self._lock = threading.Lock()

    def look(self, rows: Sequence[CommentRow], own_names: Sequence[str]) -> Look | None:
        """Compare the commenters in ``rows`` with the sketches of others; None while switched off or with few people.

        ``own_names``: every handle of this creator, who is not compared with itself.
        """
        if not self._settings().pods:
            return None
        from server.samples import pods  # noqa: PLC0415 - numpy is loaded after the port is bound

        people = {row.username for row in rows if not row.by_owner}
        if len(people) < pods.MIN_PEOPLE:
            return None
        try:
            key = self._key()
        except OSError:  # a full disk costs the comparison, not the check
            return None
        own = Sketch(key.id, len(people), pods.sketch(people, key.secret))
        others = [(name, s) for name, s in self._store.sketches(key.id) if name not in own_names]
        found, chance = pods.compare((own.places, own.n), [(s.places, s.n) for _, s in others])
        best = max(found, key=lambda overlap: overlap.low, default=pods.Overlap(0.0, 0.0, 0.0))
        tally = pods.PodTally(len(people), len(others), best.share, best.low, best.high, chance)
        named = sorted(zip(others, found, strict=True), key=lambda pair: -pair[1].low)[:MOST_NAMED]
        overlaps = tuple(
            {"username": name, "share": o.share, "low": o.low, "high": o.high, "chance": chance}
            for (name, _), o in named
            if o.low > max(chance, 0.05)  # below that, 8-bit places of a sketch collide by luck
        )
        return Look(own, tally, overlaps)

    def tidy(self) -> None:
        """Follow the settings: switched off, nothing stays; a key that is too old goes with its sketches."""
        with self._lock:
            key = _read(self._file)
            if not self._settings().pods:
                if key is not None or self._file.exists():
                    self._file.unlink(missing_ok=True)
                    self._store.drop_sketches()
            elif key is not None and self._is_old(key):
                self._replace()

    def _key(self) -> Key:
        with self._lock:
            key = _read(self._file)
            return self._replace() if key is None or self._is_old(key) else key

    def _is_old(self, key: Key) -> bool:
        return abs(self._now() - key.made_at) > timedelta(days=self._settings().keep_days or DEFAULT_KEY_DAYS)

    def _replace(self) -> Key:
        """A new key; what the old one made cannot be compared any more and is removed."""
        key = Key(secrets.token_hex(4), secrets.token_bytes(32), self._now())
        _write(self._file, key)
        self._store.drop_sketches(key.id)
        return key


def _read(file: Path) -> Key | None:
    """The key; None where there is none or the file is damaged, which only means a new start."""
    with suppress(OSError, ValueError, KeyError, TypeError):
        body = json.loads(file.read_text("utf-8"))
        return Key(body["id"], bytes.fromhex(body["key"]), datetime.fromisoformat(body["made_at"]))
    return None


def _write(file: Path, key: Key) -> None:
    """Never readable by others, not even for a moment; the old key is gone when the new one is there."""
    staged = file.with_name(file.name + ".new")
    staged.unlink(missing_ok=True)
    body = {"id": key.id, "key": key.secret.hex(), "made_at": key.made_at.isoformat()}
    with os.fdopen(
        os.open(staged, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8"
    ) as out:
        json.dump(body, out)
        out.flush()
        os.fsync(out.fileno())
    staged.replace(file)
