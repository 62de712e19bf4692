"""Opening a file that a person has named, without waiting on what is none: a pipe, a device, a folder."""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import BinaryIO

from server.errors import BadFile, NotAFile, NotFound

_FLAGS = os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0)
"""Without O_NONBLOCK the opening of a named pipe waits until somebody writes into it."""


def open_regular(path: Path) -> BinaryIO:
    """The file, opened for reading. Raises NotFound, NotAFile, or BadFile where it cannot be read."""
    try:
        descriptor = os.open(path, _FLAGS)
    except FileNotFoundError as error:
        raise NotFound("There is no file of this name.") from error
    except IsADirectoryError as error:
        raise NotAFile from error
    except (OSError, ValueError) as error:  # ValueError: a zero byte in the name
        raise BadFile(
            f"The file cannot be read ({getattr(error, 'strerror', None) or 'its name'})."
        ) from error
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        raise NotAFile
    return os.fdopen(descriptor, "rb")


def read_regular(path: Path, most: int = -1) -> bytes:
    """Its bytes, or the first ``most``. Raises as ``open_regular``, and BadFile where it vanishes while it is read."""
    with open_regular(path) as file:
        try:
            # Room for just the file: for ``most`` bytes the system would give fresh, empty memory each time.
            size = os.fstat(file.fileno()).st_size + 1
            start = file.read(size if most < 0 else min(size, most))
            is_whole = len(start) in (size - 1, most)
            return start if is_whole else start + file.read(-1 if most < 0 else most - len(start))
        except OSError as error:
            raise BadFile(f"The file cannot be read ({error.strerror or 'unknown reason'}).") from error
