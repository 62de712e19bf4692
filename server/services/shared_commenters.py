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
from dataclasses import asdict, dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from server.settings import Settings
from server.store.records import Sketch
from server.store.store import Store

if TYPE_CHECKING:
    from server.facts import CommentRow
    from server.samples.pods import Overlap, PodTally

KEY_FILE = "pods.key"
DEFAULT_KEY_DAYS = 180
"""Age of a key where visits are kept for ever."""
MOST_NAMED = 5
CLEAR = 0.05
"""Least lower end of an overlap that is named: below that, 8-bit places of a sketch collide by luck."""
MOST_COMPARED = 2_000
"""Creators compared each with each, the latest known: two million pairs in less than half a second."""


@dataclass(frozen=True, slots=True)
class Key:
    id: str
    secret: bytes
    made_at: datetime


@dataclass(frozen=True, slots=True)
class Compared:
    """Another creator whose commenters were compared with this one's."""

    username: str
    n_people: int
    """Commenters in the other one's sketch."""
    share: float
    low: float
    high: float
    """Share of this creator's commenters who also comment there, with a 95 % interval."""
    is_clear: bool
    """Whether luck does not explain the overlap."""

    def to_json(self) -> dict[str, Any]:
        return asdict(self)


@dataclass(frozen=True, slots=True)
class Met:
    """What comparing one creator's commenters gave."""

    sketch: Sketch
    tally: PodTally
    compared: tuple[Compared, ...]
    """The other creators by name, the closest first, for an answer only: audit and store do not keep it."""

    def overlaps(self) -> list[dict[str, Any]]:
        """The closest of those that luck does not explain, as a check answers them."""
        clear = [other for other in self.compared if other.is_clear]
        return [
            {
                "username": other.username,
                "share": other.share,
                "low": other.low,
                "high": other.high,
                "chance": self.tally.chance,
            }
            for other in clear[:MOST_NAMED]
        ]

    def least(self) -> float:
        """The lower end of an overlap has to lie above this to be named."""
        return max(self.tally.chance, CLEAR)


@dataclass(frozen=True, slots=True)
class Group:
    """Creators who are linked by the people they share, each with at least one other of the group."""

    members: tuple[str, ...]
    links: tuple[tuple[str, str, Overlap], ...]
    """Two names, and the share of the smaller one's commenters who are at both; the closest first."""

    def to_json(self) -> dict[str, Any]:
        links = [{"a": a, "b": b} | asdict(overlap) for a, b, overlap in self.links]
        return {"members": list(self.members), "links": links}


class Pods:
    """Compares commenters for one store. Safe to call from any thread."""

    def __init__(
        self,
        store: Store,
        home: Path,
        settings: Callable[[], Settings],
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self._store, self._file = store, home / KEY_FILE
        self._settings, self._now = settings, now
        self._lock = threading.Lock()

    @property
    def is_on(self) -> bool:
        return self._settings().pods

    def look(self, rows: Sequence[CommentRow], own_names: Sequence[str]) -> Met | None:
        """Compare the commenters in ``rows`` with the sketches of others; None while switched off or with few people.

        ``own_names``: every handle of this creator, who is not compared with itself.
        """
        if not self.is_on:
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
        return self._compare(
            own, [(name, s) for name, s in self._store.sketches.under(key.id) if name not in own_names]
        )

    def look_again(self, own_names: Sequence[str]) -> Met | None:
        """Compare the sketch that an earlier check kept; None while switched off, or where none was kept."""
        key = _read(self._file) if self.is_on else None
        if key is None or self._is_old(key):
            return None
        known = self._store.sketches.under(key.id)
        present = own_names[0] if own_names else ""  # a former handle may be somebody else's by now
        own = next((sketch for name, sketch in known if name == present), None)
        if own is None:
            return None
        return self._compare(own, [(name, sketch) for name, sketch in known if name != present])

    def groups(self) -> tuple[int, int, list[Group]]:
        """How many creators were compared, how many were too many for it, and the groups, the largest first."""
        key = _read(self._file) if self.is_on else None
        if key is None or self._is_old(key):
            return 0, 0, []
        from server.samples import pods  # noqa: PLC0415 - numpy is loaded after the port is bound

        known = self._store.sketches.under(key.id)
        used = known[-MOST_COMPARED:]
        names = [name for name, _ in used]
        links = [link for link in pods.links([(s.places, s.n) for _, s in used]) if link.overlap.low > CLEAR]
        found = [
            Group(
                tuple(sorted(names[place] for place in places)),
                tuple(
                    (names[link.first], names[link.second], link.overlap)
                    for link in sorted(links, key=lambda link: -link.overlap.low)
                    if link.first in places
                ),
            )
            for places in pods.linked_groups(links)
        ]
        return (
            len(used),
            len(known) - len(used),
            sorted(found, key=lambda group: (-len(group.members), group.members)),
        )

    def _compare(self, own: Sketch, others: Sequence[tuple[str, Sketch]]) -> Met:
        from server.samples import pods  # noqa: PLC0415 - numpy is loaded after the port is bound

        found, chance = pods.compare((own.places, own.n), [(s.places, s.n) for _, s in others])
        best = max(found, key=lambda overlap: overlap.low, default=pods.Overlap(0.0, 0.0, 0.0))
        tally = pods.PodTally(own.n, len(others), best.share, best.low, best.high, chance)
        nearest = sorted(zip(others, found, strict=True), key=lambda pair: -pair[1].low)
        compared = tuple(
            Compared(name, other.n, o.share, o.low, o.high, is_clear=o.low > max(chance, CLEAR))
            for (name, other), o in nearest
        )
        return Met(own, tally, compared)

    def tidy(self) -> None:
        """Follow the settings: switched off, nothing stays; a key that is too old goes with its sketches.

        A restored backup may bring sketches of a key that is gone; they can be compared with nothing and go too.
        """
        with self._lock:
            key = _read(self._file)
            if not self._settings().pods:
                self._remove_key()
                self._store.sketches.drop()
            elif key is not None and self._is_old(key):
                self._replace()
            else:
                self._store.sketches.drop(None if key is None else key.id)

    def forget(self) -> None:
        """Remove the key, whatever the settings say; without it no sketch can be compared with any other."""
        with self._lock:
            self._remove_key()

    def _remove_key(self) -> None:
        self._file.unlink(missing_ok=True)
        _staged(self._file).unlink(missing_ok=True)

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
        self._store.sketches.drop(key.id)
        return key


def _read(file: Path) -> Key | None:
    """The key; None where there is none or the file is damaged, which only means a new start."""
    with suppress(OSError, ValueError, KeyError, TypeError):
        body = json.loads(file.read_text("utf-8"))
        return Key(body["id"], bytes.fromhex(body["key"]), datetime.fromisoformat(body["made_at"]))
    return None


def _staged(file: Path) -> Path:
    return file.with_name(file.name + ".new")


def _write(file: Path, key: Key) -> None:
    """Never readable by others, not even for a moment; the old key is gone when the new one is there."""
    staged = _staged(file)
    staged.unlink(missing_ok=True)
    body = {"id": key.id, "key": key.secret.hex(), "made_at": key.made_at.isoformat()}
    with os.fdopen(
        os.open(staged, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8"
    ) as out:
        json.dump(body, out)
        out.flush()
        os.fsync(out.fileno())
    staged.replace(file)
