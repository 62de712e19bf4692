"""The journal: every write since the snapshot as one frame, on the disk before it is acknowledged."""

from __future__ import annotations

import contextlib
from collections.abc import Mapping
from itertools import pairwise
from pathlib import Path
from typing import Any

from msgspec import Struct, field

from server.store.engine import frames
from server.store.engine.files import FileSystem, put_in_place, stage_file
from server.store.engine.memory import Op
from server.store.engine.snapshot import has_schema, last_ids_of

FORMAT = "soi-journal"
RESERVE = 1 << 19
"""Bytes of zeros that are written ahead of the frames; ``close`` cuts what is left of them."""


class Write(Struct, frozen=True):
    """One acknowledged write, or one that was on its way when the process ended."""

    sequence: int
    ops: tuple[Op, ...]


class JournalContent(Struct, frozen=True):
    """What a journal file holds."""

    schema: int
    generation: int
    """Of the snapshot that it follows."""
    writes: tuple[Write, ...]
    good_size: int
    """Bytes up to the first damage."""
    intact: bool
    """Nothing is damaged, but for a last frame that may have been cut off while it was written."""
    last_ids: Mapping[str, int] = field(default_factory=dict)
    """The highest id ever given, by table; those of the writes included."""


def encode(sequence: int, ops: list[Op]) -> bytes:
    """One write as a frame."""
    return frames.encode([sequence, ops])


def read(data: bytes) -> JournalContent | None:
    """The journal in ``data``; None if it is none (its header cannot be read)."""
    scan = frames.scan(data)
    header = scan.values[0] if scan.values else None
    if not (isinstance(header, dict) and header.get("format") == FORMAT and has_schema(header)):
        return None
    read_writes = [_write(value) for value in scan.all_values[1:]]
    writes = tuple(write for write in read_writes if write is not None)
    unbroken = all(b.sequence == a.sequence + 1 for a, b in pairwise(writes))
    known = len(writes) == len(read_writes) and type(header.get("generation")) is int
    intact = known and unbroken and (scan.good_size == len(data) or scan.begun)
    generation = header["generation"] if known else 0
    last_ids = dict(last_ids_of(header))
    for write in writes:
        for table, doc_id, _ in write.ops:
            last_ids[table] = max(doc_id, last_ids.get(table, 0))
    return JournalContent(header["schema"], generation, writes, scan.good_size, intact, last_ids)


def _write(value: Any) -> Write | None:
    """None for a frame of another shape: none was ever written here."""
    match value:
        case [int(sequence), [*rows]]:
            ops = [_op(row) for row in rows]
            return None if None in ops else Write(sequence, tuple(op for op in ops if op is not None))
    return None


def _op(row: Any) -> Op | None:
    match row:
        case [str(table), int(doc_id), None | dict() as document]:
            return table, doc_id, document
    return None


class Journal:
    """The journal file, open for appending."""

    def __init__(self, files: FileSystem, file: Path, ahead: int = RESERVE) -> None:
        self._files = files
        self._file = file
        self._ahead = ahead
        self._handle: int | None = None
        self._staged_size = 0
        self._reserved: int | None = 0
        """Up to where the file is filled with zeros; None after the disk had no room for them."""
        self.size = 0
        """Bytes of acknowledged frames."""
        self.broken = True
        """Nothing may be appended until ``restart``: nobody knows what the file holds."""

    def resume(self, size: int) -> None:
        """Go on with the file behind its first ``size`` bytes; a frame that was cut off is dropped."""
        self._handle = self._files.open(self._file)
        self.size = size
        self._cut()
        self.broken = False

    def stage(self, schema: int, generation: int, last_ids: Mapping[str, int]) -> Path:
        """Write an empty journal that follows the snapshot ``generation``, to be put in place by ``restart``.

        It tells the ``last_ids`` as the snapshot does: one of the two files may be lost.
        """
        numbers = {"schema": schema, "generation": generation, "last_ids": dict(last_ids)}
        header = frames.encode({"format": FORMAT} | numbers)
        self._staged_size = len(header)
        return stage_file(self._files, self._file, [header])

    def restart(self, staged: Path) -> None:
        """Go on with the staged journal."""
        self.close()
        put_in_place(self._files, staged, self._file)
        self._handle = self._files.open(self._file)
        self.size = self._reserved = self._staged_size
        self.broken = False

    def append(self, frame: bytes) -> None:
        """Return when ``frame`` is on the disk; if that fails, the file is as before."""
        assert self._handle is not None  # noqa: S101 - the storage restarts a broken journal first
        try:
            self._reserve(self._handle, len(frame))
            self._files.write(self._handle, frame)
            self._files.fsync(self._handle)
        except BaseException:
            self.broken = True
            with contextlib.suppress(OSError):
                self._cut()
                self.broken = False
            raise
        self.size += len(frame)

    def close(self) -> None:
        """Give the file back; nothing can be appended afterwards."""
        self.broken = True
        if self._handle is not None:
            handle, self._handle = self._handle, None
            with contextlib.suppress(OSError):
                self._files.truncate(handle, self.size)
            self._files.close(handle)

    def _reserve(self, handle: int, size: int) -> None:
        """Make sure that the next ``size`` bytes are filled with zeros, if there is room for more than them."""
        if self._reserved is None or self.size + size <= self._reserved:
            return
        try:
            self._files.reserve(handle, self.size, size + self._ahead)
            self._reserved = self.size + size + self._ahead
        except OSError:
            self._files.truncate(handle, self.size)
            self._reserved = None

    def _cut(self) -> None:
        assert self._handle is not None  # noqa: S101 - called on an open file only
        self._files.truncate(self._handle, self.size)
        self._files.fsync(self._handle)
        self._reserved = self.size
