"""A disk in memory that can stop at any operation, and forget what was not synced, in several ways.

It is stricter than a real one: a name is durable only after its folder was synced, and unsynced changes may survive
in part or out of order.
"""

from __future__ import annotations

import errno
import itertools
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from server.store.engine.files import FileSystem


class PowerCut(BaseException):
    """The machine stops here; no code of the process runs any more."""


@dataclass
class File:
    """Bytes as the process sees them, bytes on the disk, and the writes between the two."""

    data: bytearray = field(default_factory=bytearray)
    durable: bytes = b""
    pending: list[tuple[int, bytes]] = field(default_factory=list)
    cut_to: int | None = None
    """The smallest size to which the file was cut since the last sync."""


NameChange = dict[Path, File | None]
"""Names set at once by one operation; None removes one."""


@dataclass
class Handle:
    """An open file and the place in it."""

    file: File
    place: int
    path: Path


DATA_POLICIES: dict[str, Callable[[File], bytes]] = {}
NAME_POLICIES: dict[str, Callable[[list[NameChange]], list[NameChange]]] = {
    "kept": lambda changes: changes,
    "lost": lambda _: [],
    "last only": lambda changes: changes[-1:],
}


def data_policy(name: str) -> Callable[[Callable[[File], bytes]], Callable[[File], bytes]]:
    def register(policy: Callable[[File], bytes]) -> Callable[[File], bytes]:
        DATA_POLICIES[name] = policy
        return policy

    return register


@data_policy("kept")
def kept(file: File) -> bytes:
    return bytes(file.data)


@data_policy("lost")
def lost(file: File) -> bytes:
    return file.durable


@data_policy("first half of each write")
def torn(file: File) -> bytes:
    return _written(file, [(place, data[: (len(data) + 1) // 2]) for place, data in file.pending])


@data_policy("last write only")
def reordered(file: File) -> bytes:
    return _written(file, file.pending[-1:])


@data_policy("size without content")
def zeros(file: File) -> bytes:
    return file.durable[: len(file.data)].ljust(len(file.data), b"\0") if file.pending else file.durable


def _written(file: File, writes: list[tuple[int, bytes]]) -> bytes:
    data = bytearray(file.durable if file.cut_to is None else file.durable[: file.cut_to])
    for place, piece in writes:
        data.extend(b"\0" * (place - len(data)))
        data[place : place + len(piece)] = piece
    return bytes(data)


class SimulatedDisk(FileSystem):
    """Counts its operations; stops before number ``stop_at``, or fails the numbers in ``fail``."""

    def __init__(self) -> None:
        self.names_now: dict[Path, File] = {}
        self.names_durable: dict[Path, File] = {}
        self.pending_names: list[NameChange] = []
        self.handles: dict[int, Handle] = {}
        self.count = 0
        self.stop_at: int | None = None
        self.fail: dict[int, int] = {}
        """Error numbers by operation."""
        self.ignore_sync: Callable[[str], bool] = lambda _: False
        """For testing the tests: syncs of files or folders with these names do nothing."""
        self._next_handle = itertools.count(3)

    def after_power_cut(self, data_policy: str, name_policy: str) -> SimulatedDisk:
        """What another process finds on this disk when the power is back."""
        disk = SimulatedDisk()
        names: dict[Path, File | None] = dict(self.names_durable)
        for change in NAME_POLICIES[name_policy](self.pending_names):
            names |= change
        for path, file in names.items():
            if file is not None:
                data = DATA_POLICIES[data_policy](file)
                disk.names_now[path] = disk.names_durable[path] = File(bytearray(data), data)
        return disk

    def bytes_of_all_files(self) -> Iterator[tuple[Path, bytes]]:
        for path, file in self.names_now.items():
            yield path, bytes(file.data)

    # --- the operations ----------------------------------------------------------------------------------------

    def make_folder(self, folder: Path) -> None:  # noqa: ARG002 - folders need no simulation
        self._step()

    def names(self, folder: Path) -> list[str]:
        self._step()
        return sorted(path.name for path in self.names_now if path.parent == folder)

    def read(self, file: Path) -> bytes:
        self._step()
        return bytes(self._at(file).data)

    def begin(self, file: Path, most: int) -> bytes:
        return self.read(file)[:most]

    def size(self, file: Path) -> int:
        return len(self.read(file))

    def create(self, file: Path) -> int:
        self._step()
        return self._opened(file, File())

    def open(self, file: Path) -> int:
        self._step()
        return self._opened(file, self.names_now.get(file) or File())

    def write(self, handle: int, data: bytes) -> None:
        try:
            self._step()
        except OSError:
            self._put(self.handles[handle], data[: len(data) // 2])  # a full disk takes what fits
            raise
        self._put(self.handles[handle], data)

    def overwrite(self, handle: int, data: bytes) -> None:
        self._step()
        self.handles[handle].place = 0
        self._put(self.handles[handle], data)

    def reserve(self, handle: int, place: int, size: int) -> None:
        self.write(handle, bytes(size))
        self.handles[handle].place = place

    def truncate(self, handle: int, size: int) -> None:
        self._step()
        opened = self.handles[handle]
        del opened.file.data[size:]
        opened.file.pending = [
            (place, data[: size - place]) for place, data in opened.file.pending if place < size
        ]
        opened.file.cut_to = size if opened.file.cut_to is None else min(size, opened.file.cut_to)
        opened.place = size

    def fsync(self, handle: int) -> None:
        self._step()
        file = self.handles[handle].file
        if not self.ignore_sync(self.handles[handle].path.name):
            file.durable, file.pending, file.cut_to = bytes(file.data), [], None

    def fsync_folder(self, folder: Path) -> None:  # noqa: ARG002 - there is one list of names
        self._step()
        if self.ignore_sync("folder"):
            return
        for change in self.pending_names:
            for path, file in change.items():
                if file is None:
                    self.names_durable.pop(path, None)
                else:
                    self.names_durable[path] = file
        self.pending_names.clear()

    def close(self, handle: int) -> None:
        self._step()
        del self.handles[handle]

    def replace(self, source: Path, target: Path) -> None:
        self._step()
        self._name({target: self._at(source), source: None})

    def link(self, source: Path, target: Path) -> None:
        self._step()
        self._name({target: self._at(source)})

    def remove(self, file: Path) -> None:
        self._step()
        self._at(file)
        self._name({file: None})

    def _step(self) -> None:
        self.count += 1
        if self.stop_at is not None and self.count >= self.stop_at:
            raise PowerCut
        if self.count in self.fail:
            raise OSError(self.fail[self.count], "injected")

    def _at(self, path: Path) -> File:
        if path not in self.names_now:
            raise FileNotFoundError(errno.ENOENT, "no such file", str(path))
        return self.names_now[path]

    def _opened(self, path: Path, file: File) -> int:
        if self.names_now.get(path) is not file:
            self._name({path: file})
        handle = next(self._next_handle)
        self.handles[handle] = Handle(file, len(file.data), path)
        return handle

    def _put(self, opened: Handle, data: bytes) -> None:
        opened.file.data[opened.place : opened.place + len(data)] = data
        opened.file.pending.append((opened.place, data))
        opened.place += len(data)

    def _name(self, change: NameChange) -> None:
        self.pending_names.append(change)
        for path, file in change.items():
            if file is None:
                self.names_now.pop(path, None)
            else:
                self.names_now[path] = file
