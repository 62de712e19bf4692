"""One process a store: an operating system's lock for the life of the process, and a note of who holds it."""

from __future__ import annotations

import contextlib
import json
import os

from filelock import FileLock, Timeout

from server.errors import AlreadyRunning
from server.store.engine.files import PRIVATE_FILE, FileSystem, write_file
from server.store.engine.layout import Layout


class FolderLock:
    """Held from construction to ``release``. The system gives it back when the process dies, however it dies."""

    def __init__(self, layout: Layout, files: FileSystem, port: int | None) -> None:
        """Raises AlreadyRunning with the owner's pid and port, OSError if the folder cannot be written to."""
        self._layout = layout
        self._files = files
        self._lock = FileLock(layout.lock, timeout=0, mode=PRIVATE_FILE, thread_local=False)
        try:
            self._lock.acquire()
        except Timeout as error:
            raise AlreadyRunning(_words(_owner(files, layout))) from error
        with contextlib.suppress(OSError):  # a full disk: the lock holds without the note
            write_file(files, layout.owner, [json.dumps({"pid": os.getpid(), "port": port}).encode()])

    def release(self) -> None:
        """Let the next process in."""
        with contextlib.suppress(OSError):
            self._files.remove(self._layout.owner)
        self._lock.release()


def is_held(layout: Layout) -> bool:
    """Whether some process has the lock now; where nothing may be written, nobody can have it."""
    if not layout.lock.exists():
        return False
    lock = FileLock(layout.lock, timeout=0, mode=PRIVATE_FILE, thread_local=False)
    try:
        lock.acquire()
    except Timeout:
        return True
    except OSError:
        return False
    lock.release()
    return False


def _owner(files: FileSystem, layout: Layout) -> dict[str, int | None]:
    try:
        owner = json.loads(files.read(layout.owner))
    except (OSError, ValueError):
        return {}
    return owner if isinstance(owner, dict) else {}


def _words(owner: dict[str, int | None]) -> str:
    pid, port = owner.get("pid"), owner.get("port")
    if not pid:
        return AlreadyRunning.message
    if not port:
        return f"Soi is already running on this data folder (process {pid}). Wait until it has ended, or stop it."
    return (
        f"Soi is already running on this data folder (process {pid}, port {port}). "
        f"Use it at http://127.0.0.1:{port}/, or stop it first."
    )
