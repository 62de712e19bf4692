"""A stop or an error at every single file operation, and what the next start finds.

One script of writes covers every kind, with compactions in between. It is stopped before operation 1, 2, 3, ... and
each time the disk forgets unsynced data in each way that it may; a start must then find the state before or after the
write that was under way, and every acknowledged one.
"""

from __future__ import annotations

import contextlib
import errno
import itertools
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from server.errors import BadFile, DiskFull, SoiError, StorageReadonly
from server.store import tinydb
from server.store.engine.files import disk_errors
from server.store.engine.memory import Changeset
from server.store.engine.storage import JournalStorage
from server.store.migrations import SCHEMA
from server.store.records import Check, Figure, ImportRow, Visit
from server.store.store import Store
from server.store.tinydb import embedded_store
from tests.faults.disk import DATA_POLICIES, NAME_POLICIES, PowerCut, SimulatedDisk

pytestmark = pytest.mark.fault

FILE = Path("/data/soi.json")
T0 = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
SMALL = 900
"""Bytes of journal after which the script's store compacts."""
Step = Callable[[Store], Any]


def check(day: int) -> Step:
    visit = Visit(T0 + timedelta(days=day), followers=Figure(day, day, day), audit_id=f"audit-{day}")
    return lambda store: store.checks.add(Check("lan.anh", visit, profile_id="7", audit={"day": day}))


def take_backup(store: Store) -> None:
    """What happens once a day."""
    with disk_errors():
        store.database._take_backup()


def restore(store: Store) -> None:
    with disk_errors():
        oldest = store.database.backups.paths()[-1]
    store.restore(oldest)


def restore_sent(store: Store) -> None:
    """As the page does with a file: the newest backup, packed."""
    store.restore(store.backup_file(store.backups()[0].id))


SCRIPT: tuple[tuple[str, Step], ...] = (
    ("save", lambda store: store.entries.save("lan.anh", {"note": "one"})),
    ("check", check(1)),
    ("patch", lambda store: store.entries.patch("lan.anh", {"note": "two" * 40}, 1)),
    (
        "import",
        lambda store: store.entries.import_rows([ImportRow(f"row{n}", {"note": "n" * 50}) for n in range(4)]),
    ),
    ("settings", lambda store: store.settings.save({"market": "vn"})),
    ("delete", lambda store: store.entries.delete("row1")),
    ("undo", lambda store: store.entries.undo("row1")),
    ("check again", check(3)),
    ("backup", take_backup),
    ("erase", lambda store: store.erase("lan.anh")),
    ("save after", lambda store: store.entries.save("minh", {"note": "last"})),
    ("restore", restore),
    ("save at the end", lambda store: store.entries.save("hoa", {})),
    ("backup by hand", lambda store: store.keep_backup()),
    ("save once more", lambda store: store.entries.save("lan.anh", {"note": "back"})),
    ("restore a file", restore_sent),
    ("erase everything", lambda store: store.wipe(keep_devices=False)),
    ("save after everything", lambda store: store.entries.save("minh", {"note": "new"})),
)


REPLACING = ("erase", "restore", "restore a file", "erase everything")
"""Steps that replace whole files at once."""


class _NoLock:
    """The real lock lies on the real disk; here one process is one object."""

    def __init__(self, *_: object) -> None: ...

    def release(self) -> None: ...


@pytest.fixture(autouse=True)
def no_lock(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tinydb, "FolderLock", _NoLock)


def open_on(disk: SimulatedDisk) -> Store:
    return embedded_store(FILE, files=disk, now=lambda: T0, least_compaction=SMALL)


def content(store: Store) -> object:
    """All that a user can see; equal contents mean equal stores."""
    known = ("lan.anh", "minh", "hoa", *(f"row{n}" for n in range(4)))
    return (
        store.entries.all(),
        [store.creators.find(name) for name in known],
        store.settings.get(),
        store.checks.recent(),
    )


def play(disk: SimulatedDisk) -> Iterator[object]:
    """Run the script; the content after the opening and after each acknowledged step."""
    store = open_on(disk)
    yield content(store)
    for _, step in SCRIPT:
        step(store)
        yield content(store)


def expected_states() -> tuple[list[object], int]:
    disk = SimulatedDisk()
    return list(play(disk)), disk.count


def find_losses(prepare: Callable[[SimulatedDisk], None] = lambda _: None, every: int = 1) -> list[str]:
    """Stop before each operation, forget in each way, start again: what was wrong, in words."""
    states, operations = expected_states()
    losses: list[str] = []
    for stop_at in range(1, operations + 1, every):
        disk = SimulatedDisk()
        prepare(disk)
        disk.stop_at = stop_at
        acknowledged = -1
        try:
            for acknowledged, _ in enumerate(play(disk)):  # noqa: B007 - read after the cut
                pass
        except PowerCut:
            pass
        allowed = [states[n] for n in (acknowledged, acknowledged + 1) if 0 <= n < len(states)]
        for policies in itertools.product(DATA_POLICIES, NAME_POLICIES):
            losses += _judge(
                disk.after_power_cut(*policies), allowed, f"before operation {stop_at}, {policies}"
            )
    return losses


def _judge(disk: SimulatedDisk, allowed: list[object], where: str) -> list[str]:
    store = open_on(disk)
    found = content(store)
    if found not in allowed:
        return [f"{where}: neither the old nor the new state"]
    if store.notice() is not None:
        return [f"{where}: a power cut was taken for damage"]
    good = store.database.backups.newest_good()
    if store.stats().backups[:1] != (() if good is None else (str(good[0]),)):
        return [f"{where}: the newest backup cannot be restored"]
    store.entries.save("after", {})
    if open_on(disk).entries.all() != store.entries.all():
        return [f"{where}: a write after the start was lost"]
    return []


def test_a_power_cut_at_every_operation_leaves_the_old_or_the_new_state() -> None:
    """Every operation, compaction, erase, restore and backup included; every way to forget."""
    assert find_losses() == []


@pytest.mark.parametrize(
    "name", ["soi.json.journal", "soi.json.tmp", "soi.json.journal.tmp", "backup", "folder"]
)
def test_this_test_notices_a_missing_sync(name: str) -> None:
    """The check above would fail if any one kind of sync were removed."""

    def without_sync(disk: SimulatedDisk) -> None:
        disk.ignore_sync = lambda synced: (
            name in (synced, "backup" if synced.startswith("soi.json.0") else "")
        )

    assert find_losses(without_sync, every=3) != []


def test_this_test_notices_a_snapshot_taken_too_early(monkeypatch: pytest.MonkeyPatch) -> None:
    """Compacting before the write is in memory drops an acknowledged write from the disk, without any crash."""
    take_over = JournalStorage._take_over

    def too_early(self: JournalStorage, frame: bytes) -> None:
        self._compact_if_due()
        take_over(self, frame)

    monkeypatch.setattr(JournalStorage, "_take_over", too_early)
    assert find_losses(every=3) != []


@pytest.mark.parametrize("stays", [False, True], ids=["once", "from then on"])
@pytest.mark.parametrize(
    ("number", "error"),
    [(errno.ENOSPC, DiskFull), (errno.EROFS, StorageReadonly), (errno.EIO, StorageReadonly)],
)
def test_an_error_at_every_operation_changes_nothing_or_all(
    number: int, error: type[SoiError], stays: bool
) -> None:
    """The step fails with the right error and no effect, or succeeds; reads go on; later writes are durable again.

    Erase and restore replace whole files: they may have taken effect if the disk failed at the very end.
    """
    states, operations = expected_states()
    for at in range(_operations_of_opening() + 1, operations + 1):
        disk = SimulatedDisk()
        store = open_on(disk)
        disk.fail = dict.fromkeys(range(at, at + (10**4 if stays else 1)), number)
        allowed = states[:1]
        for state, (name, step) in enumerate(SCRIPT):
            try:
                step(store)
            except (error, BadFile):  # BadFile: the backup to restore cannot be read
                allowed = states[state : state + 2]
                had_effect = content(store) != states[state]
                assert not had_effect or name in REPLACING, f"{name} failed at operation {at}"
                break
            allowed = states[state + 1 : state + 2]
            assert content(store) in allowed
        disk.fail = {}
        copy = disk.after_power_cut("kept", "kept")
        assert content(open_on(copy)) in allowed, f"error at operation {at}"
        store.entries.save("space.is.back", {})
        assert content(open_on(disk)) == content(store), f"error at operation {at}"
        assert stays or not [path for path in disk.names_now if path.suffix == ".tmp"]


@pytest.mark.parametrize(("number", "error"), [(errno.ENOSPC, DiskFull), (errno.EIO, StorageReadonly)])
def test_an_error_at_every_operation_of_a_start_harms_nothing(number: int, error: type[SoiError]) -> None:
    """The start fails with the right error or shows the right content; the next one is as if nothing had been."""
    disk = SimulatedDisk()
    *_, last = play(disk)
    disk = disk.after_power_cut("first half of each write", "kept")
    again = disk.after_power_cut("kept", "kept")
    open_on(again)
    for at in range(1, again.count + 1):
        troubled = disk.after_power_cut("kept", "kept")
        troubled.fail = {at: number}
        with contextlib.suppress(error):
            assert content(open_on(troubled)) == last, f"operation {at}"
        troubled.fail = {}
        store = open_on(troubled)
        assert (content(store), store.notice()) == (last, None), f"operation {at}"


def _operations_of_opening() -> int:
    disk = SimulatedDisk()
    open_on(disk)
    return disk.count


def test_erase_that_was_acknowledged_survives_every_power_cut_without_a_trace() -> None:
    """Not even what an unsynced folder might bring back holds the creator."""
    disk = SimulatedDisk()
    store = open_on(disk)
    for _, step in SCRIPT[:9]:
        step(store)
    store.erase("lan.anh")
    for policies in itertools.product(DATA_POLICIES, NAME_POLICIES):
        survived = disk.after_power_cut(*policies)
        open_on(survived)
        for path, data in survived.bytes_of_all_files():
            assert b"lan.anh" not in data, f"{path}, {policies}"


def test_erasing_everything_survives_every_power_cut_without_a_trace() -> None:
    """Neither tables nor journal nor any backup comes back, whatever the disk forgets."""
    disk = SimulatedDisk()
    store = open_on(disk)
    for _, step in SCRIPT[:16]:
        step(store)
    assert len(store.backups()) > 1
    store.wipe(keep_devices=False)
    for policies in itertools.product(DATA_POLICIES, NAME_POLICIES):
        survived = disk.after_power_cut(*policies)
        open_on(survived)
        for path, data in survived.bytes_of_all_files():
            for name in (b"lan.anh", b"minh", b"row", b"hoa", b"market"):
                assert name not in data, f"{name!r} in {path}, {policies}"


def test_a_killed_migration_starts_again() -> None:
    """Stopped before any operation of the upgrade: the next start has the upgraded tables, and a copy of the old ones."""

    def upgrade(tables: dict[str, Any]) -> dict[str, Any]:
        settings = {key: row | {"value": {"upgraded": True}} for key, row in tables["settings"].items()}
        return tables | {"settings": settings}

    def old_disk() -> SimulatedDisk:
        disk = SimulatedDisk()
        open_on(disk).settings.save({"upgraded": False})
        return disk.after_power_cut("kept", "kept")

    def open_upgraded(disk: SimulatedDisk) -> Store:
        return embedded_store(FILE, files=disk, now=lambda: T0, schema=SCHEMA + 1, steps={SCHEMA: upgrade})

    whole = old_disk()
    open_upgraded(whole)
    for stop_at in range(1, whole.count + 1):
        for policies in itertools.product(DATA_POLICIES, NAME_POLICIES):
            disk = old_disk()
            disk.stop_at = stop_at
            with pytest.raises(PowerCut):
                open_upgraded(disk)
            disk = disk.after_power_cut(*policies)
            store = open_upgraded(disk)
            assert (store.settings.get().value, store.notice()) == ({"upgraded": True}, None)
            assert len(store.database.backups.paths()) > 0


def test_the_shipped_migrations_start_again_where_they_were_stopped() -> None:
    """From a store of schema 1 with an audit: stopped before any operation, the next start has the creator's evidence."""
    facts: dict[str, Any] = {"followers": None, "following": None, "post_count": None, "full_name": "An Vi"}
    audit = {"now": "2026-11-23T09:00:00Z", "page": "profile", "facts": facts | {"posts": []}}

    def old_disk() -> SimulatedDisk:
        disk = SimulatedDisk()
        store = embedded_store(FILE, files=disk, now=lambda: T0, schema=1, steps={})
        store.checks.add(Check("lan.anh", Visit(T0, audit_id="a"), profile_id="7", audit=audit))
        return disk.after_power_cut("kept", "kept")

    whole = old_disk()
    open_on(whole)
    for stop_at in range(1, whole.count + 1):
        for policies in itertools.product(DATA_POLICIES, NAME_POLICIES):
            disk = old_disk()
            disk.stop_at = stop_at
            with pytest.raises(PowerCut):
                open_on(disk)
            store = open_on(disk.after_power_cut(*policies))
            state = store.creators.find("lan.anh")
            assert state is not None
            assert state.evidence == {"header": {"full_name": ["An Vi", audit["now"]]}, "posts": []}
            assert store.notice() is None


def test_a_batch_is_one_frame() -> None:
    """Several documents of one plan are there together or not at all: their frame is written at once."""
    disk = SimulatedDisk()
    storage = JournalStorage(FILE, files=disk)
    storage.run(lambda batch: batch.insert("rows", {}))  # reserves room for this frame and the next ones
    before = disk.count

    def plan(batch: Changeset) -> None:
        for number in range(10):
            batch.insert("rows", {"number": number})

    storage.run(plan)
    assert disk.count - before == 3, "one write, one sync, one note of how far was acknowledged"
