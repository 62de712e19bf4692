"""A durable storage for TinyDB: everything in memory, a snapshot on the disk, and a journal of the writes since.

A write is acknowledged when its frame is synced to the journal. When the journal has outgrown the snapshot, a new
snapshot takes its place (compaction); it is taken from memory after the write is in memory, never before.
"""

from __future__ import annotations

import contextlib
import logging
import threading
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TypeVar

from tinydb.storages import Storage

from server import own_json
from server.errors import SoiError, StorageReadonly
from server.store.engine import journal, recovery, snapshot
from server.store.engine.acked import AckedFile
from server.store.engine.commits import GroupCommit
from server.store.engine.files import FileSystem, disk_errors, put_in_place, stage_file
from server.store.engine.journal import RESERVE, Journal
from server.store.engine.layout import Layout
from server.store.engine.memory import Changeset, Indexes, LastIds, Memory
from server.store.engine.recovery import Found
from server.store.engine.snapshot import Snapshot
from server.store.work import Plan, Tables, UnitOfWork

T = TypeVar("T")
Prepare = Callable[[Found, tuple[Path, ...]], Tables]
"""Makes the tables to start with of what was found and of the damaged files' new paths."""
LEAST_COMPACTION = 1 << 20
"""A journal below this many bytes is never compacted."""
_IDS_SKIPPED = 1_000_000
"""After damage: far more than the rows of any writes whose frames were lost."""
_log = logging.getLogger(__name__)


class JournalStorage(Storage):
    """The storage of one store, alone on its files: the caller holds the lock of the folder."""

    def __init__(
        self,
        file: Path,
        *,
        schema: int = 1,
        indexes: Indexes | None = None,
        files: FileSystem | None = None,
        read_only: bool = False,
        prepare: Prepare | None = None,
        is_sound: Callable[[Found], bool] = lambda _: True,
        least_compaction: int = LEAST_COMPACTION,
    ) -> None:
        """Open or make the store at ``file``. Raises DbNewer, DiskFull, StorageReadonly.

        What is found and not ``is_sound`` is damage too, whatever the checksums say.
        """
        self.files = files or FileSystem()
        self.layout = Layout(file)
        self.schema = schema
        self.writable = not read_only
        self._indexes: Indexes = indexes or {}
        self._least_compaction = self._compact_at = least_compaction
        self._reading = threading.RLock()
        self._commits = GroupCommit(
            begin=lambda: Changeset(self.memory, self._indexes),
            check=lambda changeset: journal.encode(self.sequence + 1, list(changeset.ops())),
            commit=self._commit,
        )
        with disk_errors():
            look = recovery.look_beside if read_only else recovery.look
            self.found = look(self.files, self.layout, schema)
            """What lay on the disk; the memory has its tables."""
            if not self.found.lost and not is_sound(self.found):
                self.found = recovery.set_all_aside(self.found, self.files, self.layout)
            self.generation, self.sequence = self.found.generation, self.found.sequence
            self._snapshot_size = self.found.snapshot_size
            aside = self._take_possession() if self.writable else ()
            tables = prepare(self.found, aside) if prepare else self.found.tables
            self.memory = Memory(self._indexes, tables, self.found.last_ids)
            if self.found.lost:
                self.memory.skip_ids(_IDS_SKIPPED)
            if self.writable:
                self._start()

    # --- TinyDB's two methods --------------------------------------------------------------------------------

    def read(self) -> dict[str, dict[str, Any]]:
        """All tables; a copy down to the documents, which are not to be changed."""
        with self.reading():
            return {name: dict(documents) for name, documents in self.memory.tables.items()}

    def write(self, data: Mapping[str, Mapping[str, Any]]) -> None:
        """Make ``data`` the whole content: one journal frame with what differs."""

        def plan(changeset: UnitOfWork) -> None:
            for table in {*self.memory.tables, *data}:
                wanted = {int(doc_id): dict(document) for doc_id, document in data.get(table, {}).items()}
                for doc_id in set(changeset.ids(table)) - wanted.keys():
                    changeset.delete(table, doc_id)
                for doc_id, document in wanted.items():
                    if changeset.get(table, doc_id) != document:
                        changeset.put(table, doc_id, document)

        self.run(plan)

    def close(self) -> None:
        """Give the files back."""
        if self.writable:
            self.writable = False
            self._journal.close()
            self._acked.close()

    # --- reading and writing ---------------------------------------------------------------------------------

    @contextlib.contextmanager
    def reading(self) -> Iterator[Memory]:
        """The memory, unchanged as long as the block lasts. Never waits for the disk."""
        with self._reading:
            yield self.memory

    def counts(self) -> Mapping[str, int]:
        """How many documents there are, by table."""
        with self.reading() as memory:
            return {name: len(documents) for name, documents in memory.tables.items()}

    def last_ids(self) -> LastIds:
        """The highest id ever given, by table."""
        with self.reading() as memory:
            return memory.last_ids()

    def size(self) -> int:
        """Bytes of snapshot and journal."""
        files = (self.layout.snapshot, self.layout.journal)
        return sum(file.stat().st_size for file in files if file.exists())

    def run(self, plan: Plan[T]) -> T:
        """Run ``plan`` on a changeset and return its result when the changeset is durable; all of it or nothing.

        Raises what the plan raises, DiskFull, StorageReadonly.
        """
        if not self.writable:
            raise StorageReadonly
        return self._commits.run(plan)

    def try_out(self, plan: Plan[T]) -> T:
        """The result that ``run`` would give, or what it would raise for the plan; nothing changes."""
        with self.reading() as memory:
            changeset = Changeset(memory, self._indexes)
            result = plan(changeset)
        journal.encode(self.sequence + 1, list(changeset.ops()))
        return result

    def rewrite(
        self,
        change: Callable[[Tables], Tables],
        before: Callable[[], None] | None = None,
        last_ids: LastIds | None = None,
        cause: str = "",  # noqa: ARG002 - who holds the folder is alone: nobody else has backups of it
    ) -> None:
        """Replace all tables at once by what ``change`` makes of them; no trace of the old ones stays behind.

        ``last_ids`` are ids that were given elsewhere and are not given here again. ``before`` runs first, while nobody else can write. ``change`` must leave its argument as it is. A full disk
        changes nothing; a disk that fails while the names are changed may leave the old or the new tables, so the
        caller repeats the call.
        """
        if not self.writable:
            raise StorageReadonly
        with self._commits.lock:
            if before is not None:
                before()
            self.memory.note_ids(last_ids or {})
            present = self.memory.tables
            try:
                self._rewrite(change(present), self.sequence + 1)
            except SoiError:
                if self._journal.broken and self.memory.tables is present:
                    with contextlib.suppress(SoiError):  # else the next write tries again
                        self._rewrite(present, self.sequence)
                raise

    def compact(self) -> None:
        """Take a new snapshot and begin an empty journal."""
        with self._commits.lock:
            self._rewrite(self.memory.tables, self.sequence)

    # --- on the disk -----------------------------------------------------------------------------------------

    def _take_possession(self) -> tuple[Path, ...]:
        self.files.make_folder(self.layout.folder)
        self.layout.sweep(self.files)
        return tuple(self._set_aside(file) for file in self.found.damaged)

    def _start(self) -> None:
        if self.found.generation == 0:  # left over from a store that is gone
            with contextlib.suppress(FileNotFoundError):
                self.files.remove(self.layout.acked)
        self._acked = AckedFile(self.files, self.layout.acked)
        ahead = min(RESERVE, self._least_compaction)
        self._journal = Journal(self.files, self.layout.journal, ahead)
        if self.found.journal_size is None or self.found.schema != self.schema:
            self._rewrite(self.memory.tables, self.sequence)
        else:
            self._journal.resume(self.found.journal_size)
            self._acked.note(self.generation, self.sequence)

    def _set_aside(self, file: Path) -> Path:
        """Give a damaged file its second name; the first one is replaced later, at once."""
        aside = self.layout.aside(file, datetime.now(UTC).strftime("%Y%m%dT%H%M%SZ"), self.files)
        try:
            self.files.link(file, aside)
        except OSError:  # a folder, or a file system without links
            self.files.replace(file, aside)
        self.files.fsync_folder(self.layout.folder)
        return aside

    def _commit(self, changeset: Changeset, frame: bytes | None) -> None:
        """``frame``: the changeset as it is written, where that is known already."""
        ops = list(changeset.ops())
        if not ops:
            return
        frame = frame or journal.encode(self.sequence + 1, ops)
        with disk_errors():
            if self._journal.broken:
                self._rewrite(self.memory.tables, self.sequence)
            self._journal.append(frame)
        self._take_over(frame)
        self._acked.note(self.generation, self.sequence)
        self._compact_if_due()

    def _take_over(self, frame: bytes) -> None:
        """Put a durable frame into memory: exactly what a later start would read from the disk."""
        sequence, ops = own_json.loads(frame.split(b" ", 2)[2])
        with self._reading:
            self.memory.apply((table, doc_id, document) for table, doc_id, document in ops)
            self.sequence = sequence

    def _compact_if_due(self) -> None:
        if self._journal.size < max(self._compact_at, self._snapshot_size):
            return
        try:
            self._rewrite(self.memory.tables, self.sequence)
        except SoiError as error:  # the write itself is durable; try again when the journal has grown further
            _log.warning("compaction failed: %s", error.code)
            self._compact_at = self._journal.size + self._least_compaction

    def _rewrite(self, tables: Tables, sequence: int) -> None:
        """New snapshot, empty journal. All that needs space comes first; from there on only names change."""
        with disk_errors():
            staged, staged_journal = self._stage(tables, sequence)
            self.generation += 1
            self._journal.broken = True  # from here on the old journal may belong to no snapshot
            put_in_place(self.files, staged, self.layout.snapshot)
            if tables is not self.memory.tables:
                with self._reading:
                    self.memory = Memory(self._indexes, tables, self.memory.last_ids())
            self.sequence = sequence
            self._journal.restart(staged_journal)
        self._compact_at = self._least_compaction
        self._acked.note(self.generation, self.sequence)

    def _stage(self, tables: Tables, sequence: int) -> tuple[Path, Path]:
        generation = self.generation + 1
        last_ids = self.memory.last_ids()
        whole = Snapshot(self.schema, generation, sequence, tables, last_ids=last_ids)
        pieces = self._sized(snapshot.write(whole))
        staged = stage_file(self.files, self.layout.snapshot, pieces)
        try:
            return staged, self._journal.stage(self.schema, generation, last_ids)
        except BaseException:
            with contextlib.suppress(OSError):
                self.files.remove(staged)
            raise

    def _sized(self, pieces: Iterator[bytes]) -> Iterator[bytes]:
        size = 0
        for piece in pieces:
            size += len(piece)
            yield piece
        self._snapshot_size = size
