"""What every store can do. Callers know this protocol and the records, never a database.

User names are clean ones (``server.capture.clean_username``). A name finds the creator who has it now, else the one
who had it last, so a saved creator is found again after a rename. Any write may raise DiskFull, StorageReadonly or
Busy, and then changed nothing; a write that returned is on the disk. Every call may come from any thread.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any, Protocol

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
from server.store.reports import Backup, Erased, LatestAudit, Notice, Restored, Stats, Wiped

UNDO_TIME = timedelta(minutes=30)
"""How long the last PUT, PATCH or DELETE of an entry can be taken back."""


@dataclass(frozen=True, slots=True)
class Retention:
    """How much history is kept. The newest visit of a creator always stays."""

    visits_per_creator: int = 200
    days: int | None = None
    """Visits older than this against the newest one of the same creator are dropped; None keeps them."""
    audits_per_creator: int = 3
    audits: int = 2_000
    """Of all creators together: an audit takes 3 to 15 kB, a visit 0.4 kB."""


class Repository(Protocol):
    """A shortlist, its creators and their history, kept durably."""

    # --- shortlist ---------------------------------------------------------------------------------------------

    def entries(self, limit: int | None = None, offset: int = 0) -> tuple[Entry, ...]:
        """All entries, newest first by the order in which they were added; or ``limit`` of them after ``offset``."""

    def entry(self, username: str) -> Entry:
        """One entry. Raises NotFound."""

    def find_entry(self, username: str, profile_id: str | None = None) -> Entry | None:
        """The entry of a creator, by id before handle; None where there is none. No history is read for it."""

    def save_entry(self, username: str, changes: EntryChanges, *, profile_id: str | None = None) -> Saved:
        """Create the entry, or merge ``changes`` into it. Saving what is already there keeps the version."""

    def patch_entry(self, username: str, changes: EntryChanges, expected_version: int) -> Entry:
        """Change an entry that is still at ``expected_version``. Raises NotFound, Conflict."""

    def delete_entry(self, username: str, expected_version: int | None = None) -> None:
        """Take the entry off the list; the creator's history stays. Raises NotFound, Conflict."""

    def undo(self, username: str) -> Entry | None:
        """Put back what was there before the last PUT, PATCH or DELETE; None if there was no entry before.

        Works once, within UNDO_TIME. Raises NotFound for an unknown creator, Gone if there is nothing to take back.
        """

    def import_entries(self, rows: Sequence[ImportRow], *, dry_run: bool = False) -> tuple[Saved, ...]:
        """Save all rows or none, one result a row; ``dry_run`` gives the same results and changes nothing."""

    # --- checks and history ------------------------------------------------------------------------------------

    def creator(self, username: str, profile_id: str | None = None) -> CreatorState | None:
        """What is known of a creator, by id before handle: entry, visits, rulings. None if nothing is."""

    def add_check(self, check: Check) -> CreatorState:
        """Keep a check as a visit and its audit; notes a rename. Returns the state with the new visit in it."""

    def recent_checks(self, limit: int = 20) -> tuple[RecentCheck, ...]:
        """The last visits of all creators, newest first."""

    def latest_audits(self) -> tuple[LatestAudit, ...]:
        """From what each creator on the list can be judged again, newest entry first."""

    def audit(self, audit_id: str) -> dict[str, Any]:
        """The audit of a check, as it was handed in. Raises NotFound."""

    def set_ruling(self, username: str, signal: str, ruling: str, note: str = "") -> Ruling:
        """Keep a ruling on one signal of a creator (who becomes known by it)."""

    def remove_ruling(self, username: str, signal: str) -> None:
        """Take a ruling back; nothing happens if there is none. Raises NotFound for an unknown creator."""

    def outcomes(self) -> tuple[Outcome, ...]:
        """What came of working with creators, one each."""

    def save_outcome(self, username: str, changes: OutcomeChanges) -> Outcome:
        """Record an outcome beside what the last check said, or change it. Raises NotFound for an unknown creator."""

    def remove_outcome(self, username: str) -> None:
        """Take an outcome back. Raises NotFound for an unknown creator."""

    def sketches(self, key_id: str) -> tuple[tuple[str, Sketch], ...]:
        """Handle and commenters' sketch of every creator that has one under this key."""

    def drop_sketches(self, spared_key: str | None = None) -> int:
        """Remove the sketches of every other key, also from the journal; returns how many."""

    def set_retention(self, retention: Retention) -> None:
        """How much history the next checks leave; kept by the caller's settings, not by the store."""

    def erase(self, username: str) -> Erased:
        """Remove a creator everywhere: list, history, rulings, audits, undo, journal, automatic backups.

        Covers every handle the creator ever had. Erasing somebody unknown is no error.
        """

    # --- the user's documents, devices, live update ------------------------------------------------------------

    def settings(self) -> VersionedJson:
        """The saved settings; an empty document of version 0 before the first save."""

    def save_settings(self, value: dict[str, Any], expected_version: int | None = None) -> VersionedJson:
        """Replace the settings. Raises Conflict."""

    def devices(self) -> tuple[Device, ...]:
        """All paired clients, oldest first."""

    def device(self, client_id: str) -> Device | None:
        """One paired client by its id."""

    def device_by_token(self, token_sha256: str) -> Device | None:
        """The paired client whose bearer token has this SHA-256 (hex)."""

    def add_device(self, device: Device) -> None:
        """Keep a paired client. Raises Duplicate if its ``client_id`` is taken."""

    def touch_device(self, client_id: str) -> None:
        """Note that the client was seen; cheap: written at most once an hour."""

    def remove_device(self, client_id: str) -> bool:
        """Forget a client: its token is refused from now on. False if it was not known."""

    def changes_since(self, sequence: int) -> Changes:
        """What changed after ``sequence`` (0: the start). Not durable itself: after a restart it says reset."""

    # --- the store itself --------------------------------------------------------------------------------------

    def backup(self, file: Path) -> None:
        """Write everything but the devices to ``file``, which must not exist yet. Raises Duplicate, DiskFull."""

    def backups(self) -> tuple[Backup, ...]:
        """The automatic backups, newest first."""

    def keep_backup(self) -> tuple[Backup, bool]:
        """An automatic backup of the present state, and whether it was made now: nothing is made where the newest one
        holds the same."""

    def backup_file(self, backup_id: str) -> bytes:
        """An automatic backup as a gzip file, to be kept by the user. Raises NotFound."""

    def restore(self, source: Path | str | bytes) -> Restored:
        """Replace everything but the devices by a backup; the present state is backed up automatically before.

        ``source`` is a file of the user (Path), the id of an automatic backup (str), or the bytes of a file; gzip is
        unpacked. Raises BadFile, TooLarge, NotFound (nothing changed), DbNewer.
        """

    def wipe(self, *, keep_devices: bool) -> Wiped:
        """Remove everything, automatic backups and damaged files included; the paired clients too, unless they are
        to be kept. What the user wrote to a file of their own stays."""

    def notice(self) -> Notice | None:
        """Trouble that was met when the store was opened, if it is not dismissed yet."""

    def dismiss_notice(self) -> None:
        """The user has seen it."""

    def loose(self) -> Mapping[str, int]:
        """The check of the whole: how many rows of each table cannot be read or lead nowhere. Empty: the store is whole."""

    def stats(self) -> Stats:
        """Sizes and counts."""

    def close(self) -> None:
        """Give the files back. No call is allowed afterwards."""
