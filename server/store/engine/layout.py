"""Where the files of one store lie: beside its snapshot, named after it."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct

from server.store.engine.files import STAGED, FileSystem


class Layout(Struct, frozen=True):
    """The files of the store at ``snapshot``, e.g. soi.json."""

    snapshot: Path

    @property
    def folder(self) -> Path:
        return self.snapshot.parent

    @property
    def journal(self) -> Path:
        return self._beside(".journal")

    @property
    def acked(self) -> Path:
        """How far writes were acknowledged; see acked.py."""
        return self._beside(".acked")

    @property
    def lock(self) -> Path:
        return self._beside(".lock")

    @property
    def owner(self) -> Path:
        """Who holds the lock: pid and port."""
        return self._beside(".owner")

    @property
    def backups(self) -> Path:
        return self.folder / "backups"

    def aside(self, file: Path, stamp: str, files: FileSystem) -> Path:
        """A free name for a damaged ``file``: NAME.corrupt-<time>."""
        taken = set(files.names(self.folder))
        name = wanted = f"{file.name}.corrupt-{stamp}"
        number = 1
        while name in taken:
            number += 1
            name = f"{wanted}-{number}"
        return self.folder / name

    def set_aside(self, files: FileSystem) -> list[Path]:
        """Damaged files of earlier starts."""
        begin = f"{self.snapshot.name}."
        names = files.names(self.folder)
        return [self.folder / n for n in names if n.startswith(begin) and ".corrupt-" in n]

    def sweep(self, files: FileSystem) -> None:
        """Remove what a killed process had not put in place yet."""
        for folder in (self.folder, self.backups):
            for name in files.names(folder):
                if name.startswith(self.snapshot.name) and name.endswith(STAGED):
                    files.remove(folder / name)

    def _beside(self, ending: str) -> Path:
        return self.snapshot.with_name(self.snapshot.name + ending)
