"""A large backup that a page sends in pieces: kept in one file beside the store until it is used, dropped or replaced."""

from __future__ import annotations

import os
import secrets
import threading
from contextlib import suppress
from pathlib import Path

from msgspec import Struct

from server.errors import Conflict, Incomplete, NotFound, TooLarge
from server.store.engine.files import disk_errors
from server.store.engine.packing import check_file

UPLOAD_FILE = "upload.part"
MOST_SENT = 512 * 2**20
"""Bytes of one file."""
PIECE = 4 * 2**20
"""Bytes that a page sends at once."""
IDLE_SECONDS = 1_800.0
"""After the last piece a file that nobody asks for is dropped: it is somebody's whole list."""


class Upload(Struct, frozen=True):
    """A file on its way; ``received`` of its ``bytes`` are here."""

    id: str
    bytes: int
    received: int = 0


class Uploads:
    """The one upload of a server: a new one takes the place of the one before. Safe to call from any thread."""

    def __init__(self, home: Path, idle_seconds: float = IDLE_SECONDS) -> None:
        self._file = home / UPLOAD_FILE
        self._present: Upload | None = None
        self._lock = threading.Lock()
        self._idle_seconds = idle_seconds
        self._idle: threading.Timer | None = None
        self.forget()  # what a server that was stopped has left

    def begin(self, size: int) -> Upload:
        """Raises TooLarge, DiskFull, StorageReadonly."""
        if size > MOST_SENT:
            raise TooLarge(f"The file has more than {MOST_SENT // 2**20} MB.")
        self.forget()
        with self._lock, disk_errors():
            os.close(os.open(self._file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
            self._present = Upload(secrets.token_urlsafe(12), size)
            self._await_use(self._present.id)
            return self._present

    def add(self, upload_id: str, at: int, piece: bytes) -> Upload:
        """Put a piece at the end. Raises NotFound, Conflict where it does not follow what is here, TooLarge past the end."""
        with self._lock, disk_errors():
            upload = self._find(upload_id)
            if at != upload.received:
                raise Conflict(f"The next piece begins at {upload.received}.")
            if at + len(piece) > upload.bytes:
                raise TooLarge("The file has more bytes than it was said to have.")
            with self._file.open("r+b") as file:
                file.seek(at)  # a full disk may have taken a part of it before
                file.write(piece)
                file.truncate()
            self._present = Upload(upload.id, upload.bytes, at + len(piece))
            self._await_use(upload.id)
            return self._present

    def whole(self, upload_id: str) -> Path:
        """The file, once all of it is here and it unpacks within bounds. Raises NotFound, Incomplete, TooLarge, BadFile."""
        with self._lock, disk_errors():
            upload = self._find(upload_id)
            if upload.received < upload.bytes:
                raise Incomplete(f"{upload.received} of {upload.bytes} bytes have arrived.")
            self._await_use(upload.id)
            check_file(self._file)
            return self._file

    def drop(self, upload_id: str) -> None:
        """Raises NotFound."""
        with self._lock:
            self._find(upload_id)
        self.forget()

    def forget(self) -> None:
        """Whatever was sent may name somebody who is erased."""
        with self._lock:
            self._forget()

    def _forget(self) -> None:
        if self._idle:
            self._idle.cancel()
        self._present, self._idle = None, None
        with suppress(OSError):  # a disk that takes no writing keeps what it has
            self._file.unlink(missing_ok=True)

    def _await_use(self, upload_id: str) -> None:
        """From here on it may lie for so long. The lock is held."""
        if self._idle:
            self._idle.cancel()
        self._idle = threading.Timer(self._idle_seconds, self._give_up, (upload_id,))
        self._idle.daemon = True  # the next start drops it as well
        self._idle.start()

    def _give_up(self, upload_id: str) -> None:
        with self._lock:
            if self._present is not None and self._present.id == upload_id:
                self._forget()

    def _find(self, upload_id: str) -> Upload:
        if self._present is None or self._present.id != upload_id:
            raise NotFound
        return self._present
