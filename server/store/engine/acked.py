"""How far writes were acknowledged: a lower bound, kept beside the journal.

A journal that ends in half a frame looks the same after a crash (the frame was never acknowledged) and after damage
to the file (it was). This small file tells them apart: it is rewritten after each acknowledged write and not synced,
so it may lag behind after a power cut, but never runs ahead of the journal.
"""

from __future__ import annotations

import contextlib
import re
import zlib
from pathlib import Path

from msgspec import Struct

from server.store.engine.files import FileSystem

_LINE = re.compile(rb"([0-9a-f]{8}) ([0-9a-f]{16} [0-9a-f]{16})\n")


class Acked(Struct, frozen=True):
    """The last acknowledged write after the snapshot ``generation``."""

    generation: int
    sequence: int


def read(files: FileSystem, file: Path) -> Acked | None:
    """What was noted; None if the file is missing or torn, which says nothing."""
    try:
        match = _LINE.fullmatch(files.read(file))
    except OSError:
        return None
    if match is None or zlib.crc32(match[2]) != int(match[1], 16):
        return None
    generation, sequence = match[2].split()
    return Acked(int(generation, 16), int(sequence, 16))


class AckedFile:
    """The file, open for noting. A failure to note is no failure of the write."""

    def __init__(self, files: FileSystem, file: Path) -> None:
        self._files = files
        self._handle: int | None = None
        with contextlib.suppress(OSError):
            self._handle = files.open(file)

    def note(self, generation: int, sequence: int) -> None:
        """Called after the write is on the disk."""
        numbers = b"%016x %016x" % (generation, sequence)
        if self._handle is not None:
            with contextlib.suppress(OSError):
                self._files.overwrite(self._handle, b"%08x %s\n" % (zlib.crc32(numbers), numbers))

    def close(self) -> None:
        """Give the file back."""
        if self._handle is not None:
            handle, self._handle = self._handle, None
            self._files.close(handle)
