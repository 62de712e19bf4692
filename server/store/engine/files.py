"""Every operation that the store does on files, in one small object, so that a test can fail or stop at any of them.

Folders are made 0700 and files 0600 from their first byte: the mode is given to ``open``, not set afterwards.
"""

from __future__ import annotations

import contextlib
import errno
import os
import sys
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

from server.errors import DiskFull, StorageReadonly

PRIVATE_FOLDER = 0o700
PRIVATE_FILE = 0o600
STAGED = ".tmp"
"""How the name of a file ends that is not in place yet; left-over ones are swept at start."""
_BINARY = getattr(os, "O_BINARY", 0)
_CLOSE_ON_EXEC = getattr(os, "O_CLOEXEC", 0)
_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
READ_ONLY = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})
_WINDOWS_BUSY = frozenset({5, 32, 33})
"""ERROR_ACCESS_DENIED, ERROR_SHARING_VIOLATION, ERROR_LOCK_VIOLATION: a virus scanner or indexer has the file open."""
_REPLACE_TRIES = 20
_REPLACE_PAUSE = 0.05
"""Seconds between two tries."""


class FileSystem:
    """The real file system. Handles are descriptors; every method raises OSError."""

    def make_folder(self, folder: Path) -> None:
        """Make ``folder`` and what is missing above it, each name durable before anything is put in."""
        missing = [path for path in (folder, *folder.parents) if not path.exists()]
        for path in reversed(missing):
            path.mkdir(mode=PRIVATE_FOLDER, exist_ok=True)
            self.fsync_folder(path.parent)

    def names(self, folder: Path) -> list[str]:
        """What lies in ``folder``, sorted; nothing if there is no such folder."""
        try:
            return sorted(os.listdir(folder))  # noqa: PTH208 - names are wanted, not paths
        except FileNotFoundError:
            return []

    def read(self, file: Path) -> bytes:
        """The whole file. Raises FileNotFoundError, IsADirectoryError; a pipe or a device is none, and not waited on."""
        if file.is_dir():
            raise IsADirectoryError(errno.EISDIR, "a folder lies in place of a file", str(file))
        if file.exists() and not file.is_file():
            raise OSError(errno.EINVAL, "it is no file but a pipe or a device", str(file))
        return file.read_bytes()

    def begin(self, file: Path, most: int) -> bytes:
        """The first ``most`` bytes of a file. Raises FileNotFoundError."""
        with file.open("rb") as opened:
            return opened.read(most)

    def size(self, file: Path) -> int:
        """Bytes of a file. Raises FileNotFoundError."""
        return file.stat().st_size

    def create(self, file: Path) -> int:
        """Open an empty file for writing; whatever it held is gone."""
        return self._open(file, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)

    def open(self, file: Path) -> int:
        """Open a file for writing at its end and keep what it holds; made if missing."""
        handle = self._open(file, os.O_WRONLY | os.O_CREAT)
        os.lseek(handle, 0, os.SEEK_END)
        return handle

    def write(self, handle: int, data: bytes) -> None:
        """Write all of ``data`` at the handle's place."""
        rest = memoryview(data)
        while rest:
            rest = rest[os.write(handle, rest) :]

    def overwrite(self, handle: int, data: bytes) -> None:
        """Write ``data`` at the start of the file."""
        os.lseek(handle, 0, os.SEEK_SET)
        self.write(handle, data)

    def reserve(self, handle: int, place: int, size: int) -> None:
        """Fill ``size`` bytes from ``place`` with zeros and go back to ``place``.

        Later writes there change no length and no block list, which makes their sync two to four times as fast.
        """
        self.write(handle, bytes(size))
        os.lseek(handle, place, os.SEEK_SET)

    def truncate(self, handle: int, size: int) -> None:
        """Cut the file to ``size`` bytes and go on from there."""
        os.ftruncate(handle, size)
        os.lseek(handle, size, os.SEEK_SET)

    def fsync(self, handle: int) -> None:
        """Return when the file's bytes are on the disk."""
        if sys.platform == "darwin":  # fsync there stops at the drive's cache
            import fcntl  # noqa: PLC0415 - exists only on Unix

            fcntl.fcntl(handle, fcntl.F_FULLFSYNC)
        elif hasattr(os, "fdatasync"):
            os.fdatasync(handle)
        else:
            os.fsync(handle)

    def fsync_folder(self, folder: Path) -> None:
        """Return when the folder's names are on the disk. Windows has no such call and needs none."""
        if os.name == "nt":
            return
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)

    def close(self, handle: int) -> None:
        """Give the handle back."""
        os.close(handle)

    def replace(self, source: Path, target: Path) -> None:
        """Rename at once: ``target`` is the old file or the new one at any moment."""
        for _ in range(_REPLACE_TRIES):
            try:
                os.replace(source, target)  # noqa: PTH105 - the call whose guarantees are meant
            except OSError as error:
                if getattr(error, "winerror", None) not in _WINDOWS_BUSY:
                    raise
                time.sleep(_REPLACE_PAUSE)
            else:
                return
        os.replace(source, target)  # noqa: PTH105 - the last try tells the reason

    def link(self, source: Path, target: Path) -> None:
        """Give the file a second name, which keeps its bytes when the first name is replaced."""
        os.link(source, target)

    def remove(self, file: Path) -> None:
        """Remove a file."""
        file.unlink()

    def _open(self, file: Path, flags: int) -> int:
        return os.open(file, flags | _BINARY | _CLOSE_ON_EXEC, PRIVATE_FILE)


@contextlib.contextmanager
def disk_errors() -> Iterator[None]:
    """Say what the operating system's error means for the user: DiskFull or StorageReadonly."""
    try:
        yield
    except OSError as error:
        if error.errno in _FULL:
            raise DiskFull from error
        if error.errno in READ_ONLY:
            raise StorageReadonly from error
        raise StorageReadonly(
            f"The disk reported an error ({error.strerror}). Nothing was changed."
        ) from error


def stage_file(files: FileSystem, target: Path, pieces: Iterable[bytes]) -> Path:
    """Write a whole file beside ``target`` and return its path; what fails here leaves ``target`` as it was."""
    staged = target.with_name(target.name + STAGED)
    handle = files.create(staged)
    try:
        try:
            for piece in pieces:
                files.write(handle, piece)
            files.fsync(handle)
        finally:
            files.close(handle)
    except BaseException:
        with contextlib.suppress(OSError):
            files.remove(staged)
        raise
    return staged


def put_in_place(files: FileSystem, staged: Path, target: Path) -> None:
    """Make a staged file the file: durably, and at once."""
    files.replace(staged, target)
    files.fsync_folder(target.parent)


def write_file(files: FileSystem, target: Path, pieces: Iterable[bytes]) -> None:
    """Replace a whole file: afterwards it is the new one, and at any moment it is the old or the new one."""
    put_in_place(files, stage_file(files, target, pieces), target)
