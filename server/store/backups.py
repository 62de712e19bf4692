"""Automatic backups beside the store, and reading and writing backup files.

A backup is a snapshot without the tables of this machine. Its name carries the sequence number of the last write in
it; the newest is the one with the highest number, whatever the clock said.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any

from msgspec.structs import replace

from server.errors import BadFile, DbNewer, NotFound
from server.store.documents import LISTED
from server.store.engine import snapshot
from server.store.engine.files import FileSystem, write_file
from server.store.engine.layout import Layout
from server.store.engine.snapshot import Snapshot
from server.store.judging import BROKEN
from server.store.migrations import SCHEMA, STEPS, MigrationStep, migrate
from server.store.reports import Backup
from server.store.rules import local_tables
from server.store.whole import check_backup, judge
from server.store.work import Tables

KEPT = 7
"""So many of the newest are kept, and the newest of so many days: trying out a few restores costs no older day."""
KEPT_BROKEN = 2
"""Of those that were no whole when they were made."""
EVERY = timedelta(days=1)
_STAMP = "%Y%m%dT%H%M%SZ"
_NAME = re.compile(r"\.(?P<sequence>[0-9]{12})\.(?P<stamp>[0-9]{8}T[0-9]{6}Z)\.json\Z")


def without_local(tables: Tables) -> Tables:
    local = local_tables()
    return {name: documents for name, documents in tables.items() if name not in local}


def write_backup(files: FileSystem, file: Path, kept: Snapshot) -> None:
    """Put a backup of what ``kept`` holds in place at once, without the tables of this machine. Raises OSError."""
    entries = len(kept.tables.get(LISTED, {}))
    tables = without_local(kept.tables)
    write_file(files, file, snapshot.write(replace(kept, generation=0, tables=tables, entries=entries)))


def read_backup(
    files: FileSystem, file: Path, schema: int = SCHEMA, steps: Mapping[int, MigrationStep] = STEPS
) -> Snapshot:
    """A whole backup, in the present schema. Raises BadFile, DbNewer, OSError."""
    return backup_of(files.read(file), schema, steps)


def backup_of(data: bytes, schema: int = SCHEMA, steps: Mapping[int, MigrationStep] = STEPS) -> Snapshot:
    """The backup in the bytes of a file, in the present schema. Raises BadFile, DbNewer."""
    content = snapshot.read(data)
    if content is None:
        raise BadFile("This file is no backup of Soi.")
    if content.schema > schema:
        raise DbNewer
    if not content.intact:
        raise BadFile("The backup is damaged; nothing was restored.")
    try:
        tables = migrate(without_local(content.tables), content.schema, schema, steps)
    except BROKEN as error:
        raise BadFile("The backup holds what this Soi cannot read; nothing was restored.") from error
    return replace(content, schema=schema, generation=0, tables=tables)


class Backups:
    """The automatic backups of one store."""

    def __init__(
        self,
        files: FileSystem,
        layout: Layout,
        now: Callable[[], datetime],
        schema: int = SCHEMA,
        steps: Mapping[int, MigrationStep] = STEPS,
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
            if name.startswith(begin) and _NAME.fullmatch(name[len(begin) :])
        ]
        return [self._layout.backups / name for name in sorted(names, reverse=True)]

    def size(self) -> int:
        """Bytes of all of them."""
        return sum(self._files.size(file) for file in self.paths())

    def holds(self, sequence: int) -> bool:
        """Whether the newest one is of this very write: also after a start that was killed on the way."""
        paths = self.paths()
        return bool(paths) and sequence_of(paths[0]) == sequence

    def is_due(self, sequence: int) -> bool:
        """Something changed since the newest one, and that is a day old (or from the future: a clock set back)."""
        paths = self.paths()
        if not paths or sequence == 0:
            return sequence > 0
        if sequence_of(paths[0]) >= sequence:
            return False
        return abs(self._now() - taken_at(paths[0])) >= EVERY

    def take(self, kept: Snapshot) -> Path:
        """Add a backup and drop those that have outlived their time, see KEPT. Raises OSError.

        One that says of itself that it is not whole pushes only others of its kind out.
        """
        self._files.make_folder(self._layout.backups)
        stamp = self._now().astimezone(UTC).strftime(_STAMP)
        file = self._layout.backups / f"{self._layout.snapshot.name}.{kept.sequence:012d}.{stamp}.json"
        write_backup(self._files, file, kept)
        broken = [path for path in self.paths() if not snapshot.says_whole(self._head(path))]
        whole = [path for path in self.paths() if path not in broken]
        for old in [*broken[KEPT_BROKEN:], *(_outlived(whole) if kept.is_whole else ())]:
            self._files.remove(old)
        return file

    def listed(self) -> tuple[Backup, ...]:
        """What there is to restore, newest first. Raises OSError."""
        return tuple(self._shown(path) for path in self.paths())

    def _shown(self, path: Path) -> Backup:
        entries = snapshot.entries_of(self._head(path))
        return Backup(id_of(path), taken_at(path), self._files.size(path), entries)

    def _head(self, path: Path) -> Mapping[str, Any]:
        return snapshot.head_of(self._files.begin(path, snapshot.MOST_OF_A_HEADER))

    def find(self, backup_id: str) -> Path:
        """The file of a backup; the name comes from the folder, never from the caller. Raises NotFound."""
        for path in self.paths():
            if id_of(path) == backup_id:
                return path
        raise NotFound("There is no automatic backup of this name any more.")

    def remove_all(self) -> int:
        """Remove every backup, also on the disk. Raises OSError."""
        paths = self.paths()
        for path in paths:
            self._files.remove(path)
        if paths:
            self._files.fsync_folder(self._layout.backups)
        return len(paths)

    def newest_good(self) -> tuple[Path, int] | None:
        """The newest backup that can be restored, and how many entries it has."""
        for path in self.paths():
            try:
                content = read_backup(self._files, path, self._schema, self._steps)
                check_backup(content.tables)
            except (BadFile, DbNewer, OSError):
                continue
            return path, len(content.tables.get(LISTED, {}))
        return None

    def rewrite(self, change: Callable[[Tables], Tables]) -> int:
        """Replace every backup by what ``change`` makes of it; a damaged one, which cannot be changed, is removed."""
        paths = self.paths()
        for path in paths:
            self._rewrite(path, change)
        return len(paths)

    def leave_out(
        self,
        ids_of: Callable[[int], frozenset[int] | None],
        without: Callable[[frozenset[int], Tables], Tables],
    ) -> None:
        """Take creators out who were erased on another server: ``ids_of`` the last write in a backup; None: no backup.
        ``without`` gives the very tables where nobody of them is there."""
        for path in self.paths():
            ids = ids_of(sequence_of(path))
            if ids is None:
                self._files.remove(path)
            elif ids:
                self._rewrite(path, partial(without, ids))

    def _rewrite(self, path: Path, change: Callable[[Tables], Tables]) -> None:
        try:
            content = read_backup(self._files, path, self._schema, self._steps)
        except (BadFile, DbNewer):
            self._files.remove(path)
            return
        changed = _changed(content.tables, change)
        if changed is not content.tables:
            write_backup(self._files, path, replace(content, tables=changed))


def _changed(tables: Tables, change: Callable[[Tables], Tables]) -> Tables:
    """What ``change`` makes of tables that may not be whole."""
    try:
        return change(tables)
    except BROKEN:
        return change(judge(tables).tables)


def sequence_of(path: Path) -> int:
    """The number of the last write in a backup, from its name."""
    return int(_parts(path)["sequence"])


def id_of(path: Path) -> str:
    """By what a backup is named where no path may be."""
    parts = _parts(path)
    return f"{parts['sequence']}-{parts['stamp']}"


def taken_at(path: Path) -> datetime:
    """When a backup was made, from its name."""
    return datetime.strptime(_parts(path)["stamp"], _STAMP).replace(tzinfo=UTC)


def _parts(path: Path) -> dict[str, str]:
    match = _NAME.search(path.name)
    assert match is not None  # noqa: S101 - paths() lists such names only
    return match.groupdict()


def _outlived(paths: Sequence[Path]) -> list[Path]:
    """Neither one of the KEPT newest, nor the newest of one of the KEPT newest days."""
    days = dict.fromkeys(taken_at(path).date() for path in paths)
    wanted = set(list(days)[:KEPT])
    kept = set(paths[:KEPT])
    for path in paths:
        day = taken_at(path).date()
        if day in wanted:
            wanted.remove(day)
            kept.add(path)
    return [path for path in paths if path not in kept]
