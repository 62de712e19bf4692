"""What `soi doctor` says of the data folder: whether a save would get through."""

from __future__ import annotations

import contextlib
import errno
import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

from server.cli._finding import Finding, Says
from server.cli._language import words_of
from server.errors import NoHome
from server.settings import default_home

_LEAST_FREE = 200 * 2**20
_FULL = (errno.ENOSPC, errno.EDQUOT)


def findings(says: Says) -> Iterator[Finding]:
    """Where the data are, whether the folder takes a file, and how much space there is beside it."""
    try:
        folder = default_home()
    except NoHome as error:
        yield says.given("miss", "folder", words_of(error, says.language), says("fix.folder"))
        return
    existing = next(path for path in (folder, *folder.parents) if path.exists())
    try:
        try_write(existing)
    except OSError as error:
        is_full = error.errno in _FULL
        key, fix = ("folder_full", "fix.space") if is_full else ("folder_readonly", "fix.folder")
        yield says.finding("miss", "folder", key, fix, folder=folder)
    else:
        yield says.given("ok", "folder", str(folder))
    free = shutil.disk_usage(existing).free
    megabytes = says.whole(free / 2**20)
    if free < _LEAST_FREE:
        yield says.finding("miss", "disk", "free", "fix.space", megabytes=megabytes)
    else:
        yield says.finding("ok", "disk", "free", megabytes=megabytes)


def try_write(folder: Path) -> None:
    """Rights alone do not tell: a disk may be full, or mounted for reading. Raises OSError."""
    descriptor, name = tempfile.mkstemp(prefix=".soi-doctor-", dir=folder)
    try:
        os.write(descriptor, b"\0" * 4096)
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
        with contextlib.suppress(OSError):
            Path(name).unlink()
