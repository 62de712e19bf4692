"""Automatic backups by name, restoring one, and erasing everything: on every store's files."""

from __future__ import annotations

import base64
import gzip
import zlib
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Thread
from typing import Any

import pytest

from server.errors import BadFile, NotFound, TooLarge
from server.store.backups import KEPT
from server.store.engine import snapshot
from server.store.engine.packing import pack, unpack
from server.store.engine.snapshot import Snapshot
from server.store.records import Check, Device, Figure, Visit
from server.store.store import Store
from server.store.work import Tables
from tests.store.conftest import Clock, OpenedStore

T0 = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
DEVICE = Device("c1", "Chrome", "browser", "ab" * 32, "key", T0, "chrome-extension://x")


def fill(store: Store) -> None:
    visit = Visit(T0, followers=Figure(12_000, 12_000, 12_000), audit_id="audit-1")
    store.checks.add(Check("lan.anh", visit, profile_id="8123456789", audit={"facts": "audit-1 text"}))
    store.entries.save("lan.anh", {"note": "ghi chú", "tags": ("a", "b")})
    store.rulings.set("lan.anh", "rate_high", "innocent", "viral")
    store.settings.save({"currency": "USD"})


def names(store: Store) -> list[str]:
    return [entry.username for entry in store.entries.all()]


def test_backups_are_listed_with_time_size_and_entries(opened: OpenedStore) -> None:
    """Newest first; the list says what each would bring back without reading all of it."""
    store = opened.store
    fill(store)
    assert store.backups() == ()
    opened.clock.forward(minutes=5)
    kept, made = store.keep_backup()
    newest = store.backups()[0]
    assert (made, kept, newest.entries, newest.taken_at) == (True, newest, 1, opened.clock())
    assert newest.bytes == len(unpack(store.backup_file(newest.id)))


def test_nothing_is_made_where_the_newest_holds_the_same(store: Store) -> None:
    """Also right after another one was asked for."""
    fill(store)
    first, made = store.keep_backup()
    assert (store.keep_backup(), made) == ((first, False), True)


def test_trying_out_restores_costs_no_older_day(opened: OpenedStore) -> None:
    """A dozen backups of one day leave the newest of each day before; never more than twice KEPT stay."""
    store, clock = opened.store, opened.clock
    for day in range(KEPT + 2):
        clock.forward(days=1)
        store.entries.save(f"day{day}", {})
        store.keep_backup()
    for number in range(2 * KEPT):
        clock.forward(minutes=1)
        store.entries.save(f"try{number}", {})
        store.keep_backup()
    kept = store.backups()
    days = {backup.taken_at.date() for backup in kept}
    assert days == {clock().date() - timedelta(days=n) for n in range(KEPT)}
    assert len(kept) == KEPT + KEPT - 1
    newest = [backup.entries for backup in kept[:KEPT]]
    assert newest == sorted(newest, reverse=True)


@pytest.mark.parametrize("name", ["", "..", "soi.json", "000000000099-20261123T090000Z", "/etc/passwd"])
def test_a_name_that_is_none_of_the_list_is_not_found(store: Store, name: str) -> None:
    """It is compared with the names in the folder, and opens nothing by itself."""
    fill(store)
    store.keep_backup()
    for use in (store.backup_file, store.restore):
        with pytest.raises(NotFound):
            use(name)


def test_a_restore_names_the_way_back(opened: OpenedStore) -> None:
    """Restoring the backup that was made before gives the state before, also after a restart."""
    store = opened.store
    fill(store)
    kept, _ = store.keep_backup()
    store.entries.save("minh", {})
    store.devices.add(DEVICE)
    opened.clock.forward(minutes=1)
    restored = store.restore(kept.id)
    assert (restored.entries, names(store)) == (1, ["lan.anh"])
    assert restored.before is not None
    opened.clock.forward(minutes=1)
    again = opened.again()
    assert again.restore(restored.before).entries == 2
    assert (names(again), again.devices.all()) == (["minh", "lan.anh"], (DEVICE,))
    assert again.changes_since(0).reset


def test_an_empty_store_has_no_way_back(store: Store, tmp_path: Path) -> None:
    """Nothing was there, so nothing is backed up."""
    fill(store)
    store.backup(tmp_path / "mine.json")
    store.wipe(keep_devices=True)
    assert store.restore((tmp_path / "mine.json").read_bytes()).before is None


def test_a_backup_beside_an_erase_does_not_hold_the_erased(
    opened: OpenedStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Between the backups and the tables of an erase no other backup is taken: it waits."""
    store = opened.store
    fill(store)
    store.keep_backup()
    store.entries.save("minh", {})
    backups = store.database.backups  # type: ignore[attr-defined]  # the moment lies inside of one call
    rewrite = backups.rewrite
    beside = Thread(target=store.keep_backup)

    def rewrite_and_meet(change: Callable[[Tables], Tables]) -> int:
        rewritten: int = rewrite(change)
        beside.start()
        beside.join(0.3)
        return rewritten

    monkeypatch.setattr(backups, "rewrite", rewrite_and_meet)
    store.erase("lan.anh")
    beside.join()
    assert store.backups()[0].entries == 1
    held = [f.name for f in (opened.folder / "backups").iterdir() if b"lan.anh" in f.read_bytes()]
    assert held == []


# --- files from elsewhere -------------------------------------------------------------------------------------


def made_by_hand(data: bytes, change: Callable[[Tables], None], **header: Any) -> bytes:
    """A backup with right checksums and other content."""
    content = snapshot.read(data)
    assert content is not None
    change(content.tables)
    given = {"schema": content.schema, "generation": 0, "sequence": content.sequence} | header
    return b"".join(snapshot.write(Snapshot(tables=content.tables, **given)))


def first(tables: Tables, table: str) -> dict[str, Any]:
    return next(iter(tables[table].values()))


CHANGES: dict[str, Callable[[Tables], Any]] = {
    "a creator without a name": lambda t: first(t, "creators").pop("handle"),
    "an entry without a status": lambda t: first(t, "creators")["entry"].pop("status"),
    "an entry that stands elsewhere": lambda t: first(t, "creators")["entry"].update(order=9),
    "a place of nobody": lambda t: t["listed"].update({"77": {"creator": 99}}),
    "a place without an entry": lambda t: first(t, "creators").pop("entry"),
    "a visit without a time": lambda t: first(t, "visits").pop("at"),
    "a visit of nobody": lambda t: first(t, "visits").update(creator=99),
    "figures that are none": lambda t: first(t, "visits").update(followers=3),
    "an audit that is none": lambda t: first(t, "audits").update(packed="!!!!"),
    "an audit that unpacks for ever": lambda t: first(t, "audits").update(packed=BOMB),
    "a time that is none": lambda t: first(t, "creators").update(last_seen="yesterday"),
    "a time without a zone": lambda t: first(t, "creators").update(last_seen="2026-11-01T09:00:00"),
    "an undo without a time": lambda t: first(t, "creators").update(undo={}),
    "a standing that is none": lambda t: first(t, "creators").update(standing=[1]),
    "a version that is a text": lambda t: first(t, "creators").update(entry_version="2"),
    "settings that are a list": lambda t: first(t, "settings").update(value=[]),
    "an id below one": lambda t: t["visits"].update({"0": first(t, "visits")}),
    "an id beyond all": lambda t: t["visits"].update({str(2**60): first(t, "visits")}),
    "a creator that is a number": lambda t: t["creators"].update({"5": 5}),
}


def _bomb() -> str:
    return base64.b64encode(zlib.compress(b"0" * (5 * 2**20))).decode()


BOMB = _bomb()


@pytest.mark.parametrize("what", CHANGES)
def test_a_backup_that_this_soi_cannot_read_changes_nothing(store: Store, what: str, tmp_path: Path) -> None:
    """Right checksums are no proof of content: every document is read before anything is replaced."""
    fill(store)
    store.backup(tmp_path / "mine.json")
    good = (tmp_path / "mine.json").read_bytes()
    before = (store.stats().sequence, store.entries.all())
    with pytest.raises(BadFile):
        store.restore(made_by_hand(good, CHANGES[what]))
    assert (store.stats().sequence, store.entries.all()) == before
    assert store.restore(made_by_hand(good, lambda _: None)).entries == 1


@pytest.mark.parametrize("header", [{"schema": "1"}, {"sequence": None}, {"schema": 1.5}])
def test_a_header_of_another_shape_is_no_backup(store: Store, header: dict[str, Any], tmp_path: Path) -> None:
    """Refused in words, not with a failure of the program."""
    fill(store)
    store.backup(tmp_path / "mine.json")
    with pytest.raises(BadFile):
        store.restore(made_by_hand((tmp_path / "mine.json").read_bytes(), lambda _: None, **header))


def test_tables_that_no_backup_has_are_left_out(store: Store, tmp_path: Path) -> None:
    """A made-up file cannot bring a connected browser with it."""
    fill(store)
    store.backup(tmp_path / "mine.json")
    stranger = {"1": {"client_id": "x", "token_sha256": "cd" * 32}}
    with_more = made_by_hand(
        (tmp_path / "mine.json").read_bytes(), lambda t: t.update(devices=stranger, other=stranger)
    )
    store.restore(with_more)
    assert store.devices.all() == ()
    assert store.devices.by_token("cd" * 32) is None


def test_a_file_that_unpacks_beyond_the_limit_is_refused_early() -> None:
    """What is read of a bomb is bounded by the limit, not by what it says."""
    with pytest.raises(TooLarge):
        unpack(gzip.compress(bytes(3 * 2**20)), most=2**20)
    assert unpack(pack(b"abc" * 10), most=30) == b"abc" * 10


# --- erasing everything ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("keep", [True, False])
def test_wiping_leaves_no_trace_in_the_data_folder(opened: OpenedStore, keep: bool) -> None:
    """Tables, journal, backups, undo and damaged files; devices only if they are to stay. Also after a restart."""
    store = opened.store
    fill(store)
    store.devices.add(DEVICE)
    store.entries.save("minh", {"note": "ghi chú"})
    store.entries.delete("minh")
    store.keep_backup()
    (opened.folder / "soi.json.corrupt-20261101T000000Z").write_bytes(b"half of lan.anh")
    wiped = store.wipe(keep_devices=keep)
    assert (wiped.entries, wiped.creators, wiped.visits, wiped.devices) == (1, 2, 1, 0 if keep else 1)
    for ask in (lambda: store, opened.again):
        again = ask()
        assert (again.entries.all(), again.creators.find("lan.anh"), again.settings.get().value) == (
            (),
            None,
            {},
        )
        assert again.devices.all() == ((DEVICE,) if keep else ())
        traces = (
            "lan.anh",
            "minh",
            "ghi chú",
            "8123456789",
            "audit-1",
            "currency",
            *(() if keep else ("ab" * 32,)),
        )
        for file in opened.folder.rglob("*"):
            data = file.read_bytes() if file.is_file() else b""
            assert [trace for trace in traces if trace.encode() in data] == [], file.name
    assert opened.store.backups() == ()


def test_a_folder_in_place_of_a_file_is_left_and_named(opened: OpenedStore) -> None:
    """Soi removes files that it wrote, never a folder that somebody put there."""
    fill(opened.store)
    (opened.folder / "soi.json.corrupt-20261101T000000Z").mkdir()
    assert opened.store.wipe(keep_devices=True).still_in == ("soi.json.corrupt-20261101T000000Z",)


def test_after_wiping_the_store_goes_on(opened: OpenedStore, clock: Clock) -> None:
    """New writes are kept, and the next backup is the newest one by its number."""
    fill(opened.store)
    opened.store.wipe(keep_devices=True)
    opened.store.entries.save("hoa", {})
    clock.forward(days=2)
    opened.store.keep_backup()
    assert names(opened.again()) == ["hoa"]
    assert opened.store.backups()[0].entries == 1


def test_a_backup_of_before_the_entries_were_said_can_be_listed(opened: OpenedStore) -> None:
    """An older file says nothing of its entries: unknown, not 0."""
    fill(opened.store)
    opened.store.keep_backup()
    (file,) = (opened.folder / "backups").glob("*.json")
    content = snapshot.read(file.read_bytes())
    assert content is not None
    file.write_bytes(b"".join(snapshot.write(Snapshot(content.schema, 0, content.sequence, content.tables))))
    assert [backup.entries for backup in opened.store.backups()] == [None]
