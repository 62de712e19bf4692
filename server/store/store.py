"""The store as callers know it: a class a resource, and what is about the store itself. Never a database.

User names are clean ones (``server.capture.clean_username``). A name finds the creator who has it now, else the one
who had it last, so a saved creator is found again after a rename. Any write may raise DiskFull, StorageReadonly or
Busy, and then changed nothing; a write that returned is on the disk. Every call may come from any thread.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from msgspec.structs import replace

from server.errors import DiskFull, HalfMoved, StorageReadonly
from server.store.changes import ChangeLog, Changes, told
from server.store.documents import CREATORS, entry_of
from server.store.list_records import (
    COMMAND_LINE,
    Actor,
)
from server.store.records import (
    Entry,
)
from server.store.reports import Backup, Erased, Notice, Restored, Stats, Wiped
from server.store.resource import Access
from server.store.rules.activity import Activities
from server.store.rules.audits import Audits
from server.store.rules.brands import Brands
from server.store.rules.campaigns import Campaigns
from server.store.rules.checks import Checks
from server.store.rules.creators import Creators
from server.store.rules.devices import Devices
from server.store.rules.entries import Entries
from server.store.rules.members import TeamMembers
from server.store.rules.outcomes import Outcomes
from server.store.rules.pictures import Pictures
from server.store.rules.removed import Bin
from server.store.rules.rescores import Rescores
from server.store.rules.rulings import Rulings
from server.store.rules.settings import SavedSettings
from server.store.rules.sketches import Sketches
from server.store.rules.stages import Stages
from server.store.work import Database, Told


def utc_now() -> datetime:
    """The clock of a store that is given no other."""
    return datetime.now(UTC)


class Store:
    """A shortlist, its creators and their history, kept durably."""

    def __init__(self, database: Database, now: Callable[[], datetime] = utc_now) -> None:
        """Takes ``database`` over."""
        self.database = database
        self._changes = ChangeLog()
        access = Access(database, self._changes, now)
        self.entries = Entries(access)
        self.bin = Bin(access)
        self.activity = Activities(access)
        self.creators = Creators(access)
        self.checks = Checks(access)
        self.rescores = Rescores(access)
        self.audits = Audits(access)
        self.rulings = Rulings(access)
        self.outcomes = Outcomes(access)
        self.sketches = Sketches(access)
        self.settings = SavedSettings(access)
        self.stages = Stages(access)
        self.devices = Devices(access)
        self.members = TeamMembers(access)
        self.brands = Brands(access)
        self.campaigns = Campaigns(access)
        self.pictures = Pictures(access)
        with suppress(DiskFull, StorageReadonly, HalfMoved):  # opens for reading at least
            if self.entries.forget_old():
                database.compact()

    def changes_since(self, sequence: int) -> Changes:
        """What changed after ``sequence`` (0: the start). Not durable itself: after a restart it says reset."""
        return replace(self._changes.since(sequence), shared=bool(self.members.all()))

    def follow(self, heard: Callable[[Iterable[Told] | None], None] = lambda _: None) -> None:
        """From now on know what other servers on the same database change, and hand it to ``heard``, from a thread of
        its own; None: all may be new."""

        def hear(changes: Iterable[Told] | None) -> None:
            heard(changes)
            self._changes.hear(changes)

        self.database.follow(hear)

    def erase(self, username: str, by: Actor = COMMAND_LINE) -> Erased:
        """Remove a creator everywhere: list, bin, history, rulings, audits, undo, activity, journal, automatic backups.

        Covers every handle the creator ever had. Erasing somebody unknown is no error.
        """
        erased = self.database.erase(username)
        if erased.usernames:
            self.activity.note_erased(by)
        self._changes.note(told("erased", *(erased.usernames or (username,))))
        return erased

    def wipe(self, *, keep_devices: bool) -> Wiped:
        """Remove everything, automatic backups and damaged files included; the paired clients too, unless they are
        to be kept. What the user wrote to a file of their own stays."""
        wiped = self.database.wipe(keep_devices=keep_devices)
        self._changes.reset()
        if not keep_devices:
            self.devices.forget_seen()
        return wiped

    def compact(self) -> None:
        """Leave no trace of what was removed or replaced; it happens by itself now and then."""
        self.database.compact()

    def backup(self, file: Path) -> None:
        """Write everything but the devices to ``file``, which must not exist yet. Raises Duplicate, BadFile, DiskFull."""
        self.database.backup(file)

    def backups(self) -> tuple[Backup, ...]:
        """The automatic backups, newest first."""
        return self.database.backups_kept()

    def keep_backup(self) -> tuple[Backup, bool]:
        """An automatic backup of the present state, and whether it was made now: nothing is made where the newest one
        holds the same."""
        return self.database.keep_backup()

    def backup_file(self, backup_id: str) -> bytes:
        """An automatic backup as a gzip file, to be kept by the user. Raises NotFound."""
        return self.database.backup_file(backup_id)

    def restore(self, source: Path | str | bytes) -> Restored:
        """Replace everything but the devices by a backup; the present state is backed up automatically before.

        ``source`` is a file of the user (Path), the id of an automatic backup (str), or the bytes of a file; gzip is
        unpacked. Raises BadFile, TooLarge, NotFound (nothing changed), DbNewer.
        """
        restored = self.database.restore(source)
        self._changes.reset()
        return restored

    def entries_of(self, source: Path | str | bytes) -> tuple[Entry, ...]:
        """The list in a backup, oldest first; see ``restore`` for ``source`` and what is raised. Nothing is changed."""
        creators = self.database.tables_of(source).get(CREATORS, {}).values()
        listed = sorted((doc for doc in creators if doc.get("entry")), key=lambda doc: doc["entry"]["order"])
        return tuple(entry_of(document, None) for document in listed)

    def notice(self) -> Notice | None:
        """Trouble that was met when the store was opened, if it is not dismissed yet."""
        return self.database.notice()

    def dismiss_notice(self) -> None:
        """The user has seen it."""
        self.database.dismiss_notice()

    def loose(self) -> Mapping[str, int]:
        """The check of the whole: how many rows of each table cannot be read or lead nowhere. Empty: the store is whole."""
        return self.database.loose()

    def stats(self) -> Stats:
        """Sizes and counts."""
        return self.database.stats()

    def close(self) -> None:
        """Give the files back. No call is allowed afterwards."""
        self.database.close()
