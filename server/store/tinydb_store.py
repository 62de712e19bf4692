"""The embedded store: a Repository on TinyDB, durable on this machine, for one process.

Everything is in memory, so its limits are a start and a compaction, which read and write all of it: about a second
each at 50,000 creators of 3 kB (scripts/benchmarks/store.py). A save costs the same at any size.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, TypeVar

from server.errors import DiskFull, NotFound, StorageReadonly
from server.store import devices, history, outcomes, preferences, shortlist
from server.store.changes import ChangeLog
from server.store.commits import Plan
from server.store.creators import find
from server.store.documents import (
    AUDITS,
    DEVICES,
    device_of,
    entry_of,
    state_of,
    unpacked,
)
from server.store.embedded import EmbeddedDatabase
from server.store.files import FileSystem
from server.store.memory import Changeset
from server.store.migrations import SCHEMA, STEPS, Step
from server.store.records import (
    Changes,
    Check,
    CreatorState,
    Device,
    Entry,
    EntryChanges,
    ImportRow,
    Outcome,
    OutcomeChanges,
    RecentCheck,
    Ruling,
    Saved,
    Sketch,
    VersionedJson,
)
from server.store.reports import Erased, LatestAudit
from server.store.repository import Retention
from server.store.storage import LEAST_COMPACTION
from server.store.tables import JournalTable
from server.store.upkeep import Upkeep
from server.store.work import Progress

T = TypeVar("T")
_SEEN_EVERY = timedelta(hours=1)


def utc_now() -> datetime:
    return datetime.now(UTC)


class TinyDBStore(Upkeep):
    """What each method promises stands in ``Repository``. Reads never wait for the disk."""

    def __init__(
        self,
        file: Path,
        *,
        port: int | None = None,
        read_only: bool = False,
        now: Callable[[], datetime] = utc_now,
        files: FileSystem | None = None,
        schema: int = SCHEMA,
        steps: Mapping[int, Step] = STEPS,
        least_compaction: int = LEAST_COMPACTION,
        progress: Progress | None = None,
    ) -> None:
        """Open or make the store at ``file``. Raises AlreadyRunning, DbNewer, DiskFull, StorageReadonly."""
        self._now = now
        self._base = EmbeddedDatabase(
            file,
            now=now,
            port=port,
            read_only=read_only,
            files=files,
            schema=schema,
            steps=steps,
            least_compaction=least_compaction,
            progress=progress,
        )
        self._storage = self._base.storage
        self._retention = Retention()
        self._changes = ChangeLog()
        self._seen: dict[str, datetime] = {}
        with suppress(DiskFull, StorageReadonly):  # opens for reading at least
            if self._storage.run(lambda work: shortlist.forget_old_undo(work, now())):
                self.compact()
        self._base.look_for_backup()

    # --- shortlist ---------------------------------------------------------------------------------------------

    def entries(self, limit: int | None = None, offset: int = 0) -> tuple[Entry, ...]:
        with self._storage.reading() as memory:
            documents = shortlist.entries(memory, limit, offset)
        return tuple(entry_of(creator, last_check) for creator, last_check in documents)

    def entry(self, username: str) -> Entry:
        with self._storage.reading() as memory:
            return shortlist.entry(memory, username)

    def find_entry(self, username: str, profile_id: str | None = None) -> Entry | None:
        with self._storage.reading() as memory:
            return shortlist.find_entry(memory, username, profile_id)

    def save_entry(self, username: str, changes: EntryChanges, *, profile_id: str | None = None) -> Saved:
        saved = self._write(
            lambda work: shortlist.save(work, username, changes, now=self._now(), profile_id=profile_id)
        )
        self._changes.note("entry", saved.entry.username)
        return saved

    def patch_entry(self, username: str, changes: EntryChanges, expected_version: int) -> Entry:
        entry = self._write(
            lambda work: shortlist.patch(work, username, changes, expected_version, self._now())
        )
        self._changes.note("entry", entry.username)
        return entry

    def delete_entry(self, username: str, expected_version: int | None = None) -> None:
        self._write(lambda work: shortlist.delete(work, username, expected_version, self._now()))
        self._changes.note("entry", username)

    def undo(self, username: str) -> Entry | None:
        entry = self._write(lambda work: shortlist.undo(work, username, self._now()))
        self._changes.note("entry", username)
        return entry

    def import_entries(self, rows: Sequence[ImportRow], *, dry_run: bool = False) -> tuple[Saved, ...]:
        plan = _import_of(tuple(rows), self._now())
        if dry_run:
            return self._storage.try_out(plan)
        saved = self._write(plan)
        self._changes.note("entry", *(one.entry.username for one in saved))
        return saved

    # --- checks and history ------------------------------------------------------------------------------------

    def creator(self, username: str, profile_id: str | None = None) -> CreatorState | None:
        with self._storage.reading() as memory:
            found = find(memory, username, profile_id)
            return None if found is None else state_of(memory, found)

    def add_check(self, check: Check) -> CreatorState:
        def plan(work: Changeset) -> CreatorState:
            return state_of(work, history.add_check(work, check, self._retention, self._now()))

        state = self._write(plan)
        self._changes.note("check", state.creator.username)
        return state

    def recent_checks(self, limit: int = 20) -> tuple[RecentCheck, ...]:
        with self._storage.reading() as memory:
            return history.recent_checks(memory, limit)

    def latest_audits(self) -> tuple[LatestAudit, ...]:
        with self._storage.reading() as memory:
            return history.latest_audits(memory)

    def audit(self, audit_id: str) -> dict[str, Any]:
        found = self._table(AUDITS).by("audit_id", audit_id)
        if not found:
            raise NotFound
        return unpacked(found[-1])

    def set_ruling(self, username: str, signal: str, ruling: str, note: str = "") -> Ruling:
        kept = Ruling(signal, ruling, self._now(), note)
        self._write(lambda work: history.set_ruling(work, username, kept))
        self._changes.note("ruling", username)
        return kept

    def remove_ruling(self, username: str, signal: str) -> None:
        self._write(lambda work: history.remove_ruling(work, username, signal))
        self._changes.note("ruling", username)

    def outcomes(self) -> tuple[Outcome, ...]:
        with self._storage.reading() as memory:
            return outcomes.outcomes(memory)

    def save_outcome(self, username: str, changes: OutcomeChanges) -> Outcome:
        outcome = self._write(lambda work: outcomes.save(work, username, changes, self._now()))
        self._changes.note("outcome", outcome.username)
        return outcome

    def remove_outcome(self, username: str) -> None:
        self._write(lambda work: outcomes.remove(work, username))
        self._changes.note("outcome", username)

    def sketches(self, key_id: str) -> tuple[tuple[str, Sketch], ...]:
        with self._storage.reading() as memory:
            return outcomes.sketches(memory, key_id)

    def drop_sketches(self, spared_key: str | None = None) -> int:
        dropped = self._write(lambda work: outcomes.drop_sketches(work, spared_key))
        if dropped:
            self.compact()
        return dropped

    def set_retention(self, retention: Retention) -> None:
        self._retention = retention

    def erase(self, username: str) -> Erased:
        erased = self._base.erase(username)
        self._changes.note("erased", *(erased.usernames or (username,)))
        return erased

    # --- the user's documents, devices, live update ------------------------------------------------------------

    def settings(self) -> VersionedJson:
        with self._storage.reading() as memory:
            return preferences.settings(memory)

    def save_settings(self, value: dict[str, Any], expected_version: int | None = None) -> VersionedJson:
        saved = self._write(lambda work: preferences.save(work, value, expected_version))
        self._changes.note("settings")
        return saved

    def devices(self) -> tuple[Device, ...]:
        return tuple(self._with_last_seen(device_of(document)) for document in self._table(DEVICES))

    def device(self, client_id: str) -> Device | None:
        return self._device("client_id", client_id)

    def device_by_token(self, token_sha256: str) -> Device | None:
        return self._device("token", token_sha256)

    def add_device(self, device: Device) -> None:
        self._write(lambda work: devices.add(work, device))
        self._changes.note("devices")

    def touch_device(self, client_id: str) -> None:
        device = self.device(client_id)
        now = self._now()
        if device is None:
            return
        self._seen[client_id] = now
        noted = self._table(DEVICES).by("client_id", client_id)[0].get("last_seen")
        if noted and abs(now - datetime.fromisoformat(noted)) < _SEEN_EVERY:
            return
        with suppress(DiskFull, StorageReadonly):  # a request that only reads must not fail for this
            self._write(lambda work: devices.renew(work, replace(device, last_seen=now)))

    def remove_device(self, client_id: str) -> bool:
        removed = self._write(lambda work: devices.remove(work, client_id))
        self._changes.note("devices")
        return removed

    def changes_since(self, sequence: int) -> Changes:
        return self._changes.since(sequence)

    def close(self) -> None:
        self._base.close()

    def _write(self, plan: Plan[T]) -> T:
        result = self._storage.run(plan)
        self._base.look_for_backup()
        return result

    def _table(self, name: str) -> JournalTable:
        return JournalTable(self._storage, name)

    def _device(self, index: str, value: str) -> Device | None:
        found = self._table(DEVICES).by(index, value)
        return self._with_last_seen(device_of(found[0])) if found else None

    def _with_last_seen(self, device: Device) -> Device:
        seen = self._seen.get(device.client_id)
        return replace(device, last_seen=seen) if seen else device


def _import_of(rows: tuple[ImportRow, ...], now: datetime) -> Plan[tuple[Saved, ...]]:
    return lambda work: shortlist.save_rows(work, rows, now)
