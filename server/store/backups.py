"""Automatic backups beside the store, and reading and writing backup files.

A backup is a snapshot without the tables of this machine. Its name carries the sequence number of the last write in
it; the newest is the one with the highest number, whatever the clock said.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path

from server.errors import BadFile, DbNewer
from server.store import snapshot
from server.store.documents import LISTED, LOCAL_TABLES
from server.store.files import FileSystem, write_file
from server.store.layout import Layout
from server.store.migrations import SCHEMA, STEPS, Step, migrate
from server.store.snapshot import Snapshot
from server.store.work import Tables

KEPT = 7
EVERY = timedelta(days=1)
_STAMP = "%Y%m%dT%H%M%SZ"
_NAME = re.compile(r"\.(?P<sequence>[0-9]{12})\.(?P<stamp>[0-9]{8}T[0-9]{6}Z)\.json")


def without_local(tables: Tables) -> Tables:
    return {name: documents for name, documents in tables.items() if name not in LOCAL_TABLES}


def write_backup(files: FileSystem, file: Path, tables: Tables, sequence: int, schema: int) -> None:
    """Put a backup in place at once. Raises OSError."""
    write_file(files, file, snapshot.write(Snapshot(schema, 0, sequence, without_local(tables))))


def read_backup(
    files: FileSystem, file: Path, schema: int = SCHEMA, steps: Mapping[int, Step] = STEPS
) -> Snapshot:
    """A whole backup, in the present schema. Raises BadFile, DbNewer, OSError."""
    content = snapshot.read(files.read(file))
    if content is None:
        raise BadFile("This file is no backup of Soi.")
    if content.schema > schema:
        raise DbNewer
    if not content.intact:
        raise BadFile("The backup is damaged; nothing was restored.")
    tables = migrate(without_local(content.tables), content.schema, schema, steps)
    return Snapshot(schema, 0, content.sequence, tables)


class Backups:
    """The automatic backups of one store."""

    def __init__(
        self,
        files: FileSystem,
        layout: Layout,
        now: Callable[[], datetime],
        schema: int = SCHEMA,
        steps: Mapping[int, Step] = STEPS,
    ) -> None:
        self._files = files
        self._layout = layout
        self._now = now
        self._schema = schema
        self._steps = steps

    def paths(self) -> list[Path]:
        """Newest first."""
        begin = self._layout.snapshot.name
        names = [
            name
            for name in self._files.names(self._layout.backups)
            if name.startswith(begin) and _NAME.fullmatch(name.removeprefix(begin))
        ]
        return [self._layout.backups / name for name in sorted(names, reverse=True)]

    def is_due(self, sequence: int) -> bool:
        """Something changed since the newest one, and that is a day old (or from the future: a clock set back)."""
        paths = self.paths()
        if not paths or sequence == 0:
            return sequence > 0
        match = _NAME.fullmatch(paths[0].name.removeprefix(self._layout.snapshot.name))
        if match is None or int(match["sequence"]) >= sequence:
            return False
        taken = datetime.strptime(match["stamp"], _STAMP).replace(tzinfo=UTC)
        return abs(self._now() - taken) >= EVERY

    def take(self, tables: Tables, sequence: int, schema: int | None = None) -> Path:
        """Add a backup and drop the oldest ones over KEPT. Raises OSError."""
        self._files.make_folder(self._layout.backups)
        stamp = self._now().astimezone(UTC).strftime(_STAMP)
        file = self._layout.backups / f"{self._layout.snapshot.name}.{sequence:012d}.{stamp}.json"
        write_backup(self._files, file, tables, sequence, self._schema if schema is None else schema)
        for old in self.paths()[KEPT:]:
            self._files.remove(old)
        return file

    def newest_good(self) -> tuple[Path, int] | None:
        """The newest backup that can be restored, and how many entries it has."""
        for path in self.paths():
            try:
                content = read_backup(self._files, path, self._schema, self._steps)
            except (BadFile, DbNewer, OSError):
                continue
            return path, len(content.tables.get(LISTED, {}))
        return None

    def rewrite(self, change: Callable[[Tables], Tables]) -> int:
        """Replace every backup by what ``change`` makes of it; a damaged one, which cannot be changed, is removed."""
        paths = self.paths()
        for path in paths:
            try:
                content = read_backup(self._files, path, self._schema, self._steps)
            except (BadFile, DbNewer):
                self._files.remove(path)
            else:
                write_backup(self._files, path, change(content.tables), content.sequence, self._schema)
        return len(paths)
