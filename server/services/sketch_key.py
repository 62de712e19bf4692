"""The key of the commenters' sketches: what lies on disk, how old it may get, and when it goes.

It lies in a file of its own beside the store, readable by its owner only, and in no backup. It is replaced when it is as
old as visits are kept; the sketches made with it go with it.
"""

from __future__ import annotations

import json
import os
import secrets
import threading
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

from msgspec import Struct

from server.settings import Settings
from server.store.store import Store

KEY_FILE = "pods.key"
DEFAULT_KEY_DAYS = 180
"""Age of a key where visits are kept for ever."""


class Key(Struct, frozen=True):
    id: str
    secret: bytes
    made_at: datetime


class SketchKey:
    """The key of one store. Safe to call from any thread."""

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
        """Whether the user wants commenters to be compared."""
        return self._settings().pods

    def present(self) -> Key | None:
        """The key that sketches were made with; None while switched off, without one, or where it is too old."""
        key = _read(self._file) if self.is_on else None
        return None if key is None or self._is_old(key) else key

    def for_sketch(self) -> Key:
        """The key to make a sketch with, a new one where there is none. Raises OSError for a disk that takes no file."""
        with self._lock:
            key = _read(self._file)
            return self._replace() if key is None or self._is_old(key) else key

    def tidy(self) -> None:
        """Follow the settings: switched off, nothing stays; a key that is too old goes with its sketches.

        A restored backup may bring sketches of a key that is gone; they can be compared with nothing and go too.
        """
        with self._lock:
            key = _read(self._file)
            if not self.is_on:
                self._remove()
                self._store.sketches.drop()
            elif key is not None and self._is_old(key):
                self._replace()
            else:
                self._store.sketches.drop(None if key is None else key.id)

    def forget(self) -> None:
        """Remove the key, whatever the settings say; without it no sketch can be compared with any other."""
        with self._lock:
            self._remove()

    def _remove(self) -> None:
        self._file.unlink(missing_ok=True)
        _staged(self._file).unlink(missing_ok=True)

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
