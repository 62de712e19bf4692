"""What is taken off the list comes back as it was; what many entries go through is one step; who did what is told."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from msgspec.structs import asdict, replace

from server.errors import BulkConflict, Gone, NotFound
from server.money import exactly
from server.store.contacts import EntryContacts
from server.store.list_records import (
    BIN_TIME,
    Actor,
    BulkChange,
    BulkRow,
)
from server.store.records import (
    UNDO_TIME,
    Check,
    EntryChanges,
    ImportRow,
    Visit,
)
from server.store.rules.activity import KEPT
from server.store.store import Store
from tests.store.conftest import Clock, OpenedStore

MAI = Actor("browser", "Máy của Mai")
TYPED: EntryChanges = {
    "note": "gặp ở hội chợ",
    "tags": ("skincare", "hcm"),
    "owner": "Mai",
    "status": "answered",
    "stage": "báo giá",
    "price_asked": exactly(3_000_000, "VND"),
    "contacts": EntryContacts(phones=("0900000000",)),
    "extra": {"Size": "M"},
    "dates": {"Ngày air": "2026-12-01"},
}


def rows(store: Store) -> list[BulkRow]:
    return [BulkRow(entry.username, entry.version) for entry in store.entries.all()]


def typed(store: Store, username: str) -> dict[str, Any]:
    """An entry without what rises by itself."""
    return asdict(store.entries.get(username)) | {"version": 0, "added_at": ""}


def fill(store: Store, n: int) -> None:
    own = [ImportRow(f"tao.{i}", {"tags": ("riêng", f"t{i}"), "note": f"ghi chú {i}"}) for i in range(n)]
    store.entries.import_rows(own)


# --- the bin -------------------------------------------------------------------------------------------------


def test_saving_again_brings_back_all_that_was_typed(store: Store) -> None:
    """Note, tags, price, contacts, stage and own fields; it stands where a new entry stands."""
    store.entries.save("lan.anh", TYPED)
    store.entries.save("minh", {})
    before = typed(store, "lan.anh")
    store.entries.delete("lan.anh")
    assert store.entries.save("lan.anh", {}).created
    assert typed(store, "lan.anh") == before
    assert [entry.username for entry in store.entries.all()] == ["lan.anh", "minh"]
    assert store.bin.all() == ()


def test_the_bin_gives_back_an_entry_in_its_place(opened: OpenedStore) -> None:
    """Days later and after a restart, with the day on which it was added; whoever is not there is told."""
    for name in ("one", "two", "three"):
        opened.store.entries.save(name, TYPED)
    before = opened.store.entries.get("two")
    opened.store.entries.delete("two")
    opened.clock.forward(days=29)
    store = opened.again()
    (removed,) = store.bin.all()
    assert (removed.entry.note, removed.gone_at - removed.removed_at) == (before.note, BIN_TIME)
    restored = store.bin.restore(["two", "nobody"], MAI)
    assert restored.missing == ("nobody",)
    assert [entry.username for entry in store.entries.all()] == ["three", "two", "one"]
    assert replace(store.entries.get("two"), version=1) == before


def test_undo_of_a_save_puts_the_past_back_into_the_bin(store: Store) -> None:
    """Neither step loses what was typed."""
    store.entries.save("lan.anh", TYPED)
    store.entries.delete("lan.anh")
    store.entries.save("lan.anh", {"note": "mới"})
    assert store.entries.undo("lan.anh") is None
    assert [removed.entry.note for removed in store.bin.all()] == ["gặp ở hội chợ"]


def test_an_emptied_bin_is_on_the_disk_no_longer(opened: OpenedStore) -> None:
    """One or all; the undo of the removal goes with it."""
    store = opened.store
    for name in ("lan.anh", "minh", "hoa"):
        store.entries.save(name, {"note": f"bí mật về {name}"})
        store.entries.delete(name)
    store.bin.drop("minh", MAI)
    with pytest.raises(NotFound):
        store.bin.drop("minh", MAI)
    assert store.bin.empty(MAI) == 2
    assert (store.bin.all(), store.bin.total(), store.bin.empty(MAI)) == ((), 0, 0)
    with pytest.raises(Gone):
        store.entries.undo("lan.anh")
    store.close()
    assert [f.name for f in opened.folder.glob("soi.json*") if "bí mật".encode() in f.read_bytes()] == []


def test_the_bin_forgets_after_thirty_days(opened: OpenedStore) -> None:
    """Without a restart it is not shown any more, and the next removal drops it."""
    opened.store.entries.save("lan.anh", TYPED)
    opened.store.entries.delete("lan.anh")
    opened.clock.time += BIN_TIME + timedelta(seconds=1)
    assert opened.store.bin.all() == ()
    assert opened.store.bin.restore(["lan.anh"], MAI).missing == ("lan.anh",)
    opened.store.entries.save("binh.minh", {})
    opened.store.entries.delete("binh.minh")
    with opened.store.database.reading() as view:
        in_bin = [
            view.get("creators", creator)["handle"] for creator in view.find("creators", "part", "removed")
        ]
    assert in_bin == ["binh.minh"]
    assert opened.store.entries.save("lan.anh", {}).entry.note == ""


def test_erasing_reaches_the_bin_and_the_activity(store: Store) -> None:
    """Nothing is left to bring back, and no row names the creator; rows of others stay."""
    fill(store, 3)
    store.entries.delete("tao.1")
    store.erase("tao.1", MAI)
    assert store.bin.all() == ()
    told = [(row.what, row.n, row.usernames) for row in store.activity.page(10)]
    assert told == [("erased", 1, ()), ("imported", 2, ("tao.0", "tao.2"))]
    assert dict(store.loose()) == {}


def test_two_removed_entries_of_one_person_become_one(store: Store, clock: Clock) -> None:
    """A rename that shows that two are one loses neither note."""
    store.checks.add(Check("lan.anh", Visit(clock.time), profile_id="7"))
    for name, note in (("lan.anh", "cũ"), ("lan.moi", "mới")):
        store.entries.save(name, {"note": note, "tags": (note,)})
        store.entries.delete(name)
    store.checks.add(Check("lan.moi", Visit(clock.forward(days=1)), profile_id="7"))
    (removed,) = store.bin.all()
    assert (removed.entry.note, removed.entry.tags) == ("cũ\nmới", ("cũ", "mới"))
    assert dict(store.loose()) == {}


# --- many at once --------------------------------------------------------------------------------------------


def test_one_undo_takes_back_what_was_done_to_many(store: Store) -> None:
    """299 entries with tags of their own: every tag is as it was, and so is everything else."""
    fill(store, 299)
    before = {entry.username: typed(store, entry.username) for entry in store.entries.all()}
    change = BulkChange({"status": "contacted", "owner": "Vy"}, add_tags=("đợt 1",), remove_tags=("riêng",))
    changed = store.entries.change(rows(store), change, MAI)
    assert (changed.changed, store.entries.get("tao.7").tags) == (299, ("t7", "đợt 1"))
    assert changed.activity is not None
    undone = store.activity.undo(changed.activity, MAI)
    assert (len(undone.undone), undone.kept) == (299, ())
    assert {entry.username: typed(store, entry.username) for entry in store.entries.all()} == before
    with pytest.raises(Gone):
        store.activity.undo(changed.activity, MAI)


def test_many_are_changed_all_or_not_at_all(store: Store) -> None:
    """One that was changed meanwhile, or is gone, stops the whole; it is named with its present version."""
    fill(store, 4)
    seen = rows(store)
    store.entries.save("tao.1", {"note": "của người khác"})
    store.entries.delete("tao.2")
    before = store.entries.all()
    with pytest.raises(BulkConflict) as refused:
        store.entries.change(seen, BulkChange({}, add_tags=("x",)), MAI)
    assert dict(refused.value.conflicts) == {"tao.2": None, "tao.1": 2}
    assert store.entries.all() == before


def test_removed_together_they_come_back_together(store: Store) -> None:
    """By the undo, in the order in which they stood; by the bin too."""
    fill(store, 5)
    names = [row.username for row in rows(store)]
    for take_back in (True, False):
        removed = store.entries.change(rows(store), BulkChange({}, remove=True), MAI)
        assert (store.entries.all(), store.bin.total()) == ((), 5)
        assert removed.activity is not None
        if take_back:
            store.activity.undo(removed.activity, MAI)
        else:
            store.bin.restore(names, MAI)
        assert [entry.username for entry in store.entries.all()] == names


def test_what_was_changed_since_stays_and_is_told(store: Store) -> None:
    """An undo does not take a colleague's note away."""
    fill(store, 3)
    changed = store.entries.change(rows(store), BulkChange({}, add_tags=("x",)), MAI)
    store.entries.save("tao.1", {"note": "mới"})
    assert changed.activity is not None
    undone = store.activity.undo(changed.activity, MAI)
    assert (set(undone.undone), undone.kept) == ({"tao.0", "tao.2"}, ("tao.1",))
    assert (store.entries.get("tao.1").note, store.entries.get("tao.1").tags[-1]) == ("mới", "x")


def test_nothing_to_change_is_no_activity(store: Store) -> None:
    """The versions stay, and nothing is offered to be undone."""
    fill(store, 2)
    before = store.entries.all()
    same = store.entries.change(rows(store), BulkChange({}, add_tags=("riêng",)), MAI)
    assert (same.activity, same.same, store.entries.all()) == (None, 2, before)
    assert store.activity.total() == 1


# --- the activity ---------------------------------------------------------------------------------------------


def test_the_activity_says_who_did_what_and_until_when_it_can_be_undone(store: Store, clock: Clock) -> None:
    """Newest first; only the newest step of an entry can be taken back, and for thirty minutes."""
    store.entries.save("lan.anh", {"note": "a"}, by=MAI)
    store.entries.patch("lan.anh", {"status": "agreed", "stage": "chốt", "tags": ("x",)}, 1, MAI)
    changed, saved = store.activity.page(10)
    assert (changed.what, changed.by, changed.usernames, changed.n) == ("changed", MAI, ("lan.anh",), 1)
    assert changed.fields == ("stage", "status", "tags")
    assert dict(changed.values) == {"status": ("agreed",), "stage": ("chốt",), "tags_added": ("x",)}
    assert (changed.undo_until, saved.undo_until) == (clock.time + UNDO_TIME, None)
    clock.time += UNDO_TIME + timedelta(seconds=1)
    assert store.activity.page(1)[0].undo_until is None
    with pytest.raises(Gone):
        store.activity.undo(changed.id, MAI)


def test_the_activity_keeps_the_newest(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """However long the list is worked on, it takes no more room."""
    assert KEPT == 5_000
    monkeypatch.setattr("server.store.rules.activity.KEPT", 3)
    for number in range(6):
        store.entries.save("lan.anh", {"note": str(number)})
    assert store.activity.total() == 3
    assert len({row.id for row in store.activity.page(2, 1)}) == 2


def test_a_row_that_cannot_be_undone_names_few(opened: OpenedStore) -> None:
    """The ids of thousands are kept only for as long as they serve."""
    fill(opened.store, 50)
    opened.clock.time += UNDO_TIME + timedelta(seconds=1)
    (row,) = opened.again().activity.page(1)
    assert (row.n, len(row.usernames), row.undo_until) == (50, 20, None)
    with opened.store.database.storage.reading() as view:
        document = view.get("activity", row.id)
    assert document is not None
    assert "saved" not in document


# --- stages -----------------------------------------------------------------------------------------------------


def test_the_day_of_each_change_of_status_or_stage_is_kept(store: Store, clock: Clock) -> None:
    """In order, the present one last; how long nobody answered is counted from the status, not from the word."""
    start = clock.time
    store.entries.save("lan.anh", {"note": "a"})
    written = clock.forward(days=1)
    store.entries.save("lan.anh", {"status": "contacted", "stage": "đã nhắn"})
    clock.forward(days=2)
    entry = store.entries.save("lan.anh", {"stage": "seen"}).entry
    assert [(move.at, move.status, move.stage) for move in entry.history] == [
        (start, "found", None),
        (written, "contacted", "đã nhắn"),
        (clock.time, "contacted", "seen"),
    ]
    assert entry.waiting_since == written
    answered = store.entries.save("lan.anh", {"status": "answered"}).entry
    assert (answered.waiting_since, answered.stage) == (None, None)
