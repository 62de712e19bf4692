"""What any store promises, as one suite that runs on each of them."""

from __future__ import annotations

import base64
import hashlib
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace

from server.errors import BadField, BadFile, Conflict, Duplicate, Gone, NotFound
from server.money import Money, exactly
from server.store.list_records import BIN_TIME
from server.store.records import (
    SAME_VISIT,
    UNDO_TIME,
    Check,
    Device,
    Figure,
    ImportRow,
    Retention,
    Sketch,
    Visit,
)
from server.store.reports import Rescored
from server.store.store import Store
from tests.store.conftest import Clock, OpenedStore

T0 = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)
SECOND = timedelta(seconds=1)


def visit(at: datetime = T0, followers: int = 12_000, **figures: object) -> Visit:
    return Visit(at, followers=Figure(followers, followers, followers), **figures)  # type: ignore[arg-type]  # any figure


def names(store: Store) -> list[str]:
    return [entry.username for entry in store.entries.all()]


# --- shortlist -----------------------------------------------------------------------------------------------


def test_a_first_save_makes_an_entry_and_a_second_one_merges(store: Store) -> None:
    """PUT sets the fields it names and leaves the others."""
    first = store.entries.save("lan.anh", {"note": "gặp ở hội chợ", "tags": ("skincare",)})
    second = store.entries.save("lan.anh", {"status": "contacted", "price_asked": exactly(3_000_000, "VND")})
    assert (first.created, second.created) == (True, False)
    assert second.entry.note == "gặp ở hội chợ"
    assert second.entry.tags == ("skincare",)
    assert second.entry.status == "contacted"
    assert second.entry.price_asked == exactly(3_000_000, "VND")
    assert (first.entry.version, second.entry.version) == (1, 2)
    assert store.entries.all() == (second.entry,)


def test_entries_are_read_in_parts(store: Store) -> None:
    """Newest first; a part may reach beyond the end, and what is left out from the start is left out."""
    for name in ("one", "two", "three"):
        store.entries.save(name, {})
    found = [
        [entry.username for entry in store.entries.all(*part)] for part in ((2,), (2, 2), (2, 4), (None, 1))
    ]
    assert found == [["three", "two"], ["one"], [], ["two", "one"]]


def test_saving_what_is_there_changes_nothing(store: Store, clock: Clock) -> None:
    """PUT is idempotent: same fields, same version, and the undo of the real change stays."""
    before = store.entries.save("lan.anh", {"note": "a"}).entry
    clock.forward(minutes=5)
    assert store.entries.save("lan.anh", {"note": "a"}).entry == before
    assert store.entries.save("lan.anh", {}).entry == before
    assert store.entries.undo("lan.anh") is None


def test_entries_come_newest_first_although_the_clock_was_set_back(store: Store, clock: Clock) -> None:
    """Order is the order of arrival, not of times."""
    for name in ("one", "two", "three"):
        store.entries.save(name, {})
        clock.forward(days=-400)
    assert names(store) == ["three", "two", "one"]


def test_patch_needs_the_present_version(store: Store) -> None:
    """Two tabs: the second one is told, and the first one's text survives."""
    store.entries.save("lan.anh", {"note": "a"})
    assert store.entries.patch("lan.anh", {"note": "b"}, 1).version == 2
    with pytest.raises(Conflict):
        store.entries.patch("lan.anh", {"note": "c"}, 1)
    assert store.entries.get("lan.anh").note == "b"
    with pytest.raises(NotFound):
        store.entries.patch("nobody", {"note": "c"}, 1)


def test_a_version_is_never_used_twice(store: Store) -> None:
    """An entry that was deleted and added again does not match an old tab's version."""
    store.entries.save("lan.anh", {})
    store.entries.delete("lan.anh")
    assert store.entries.save("lan.anh", {}).entry.version > 1


def test_a_rejection_keeps_its_reason_until_the_status_moves_on(store: Store, clock: Clock) -> None:
    """The reason belongs to the status rejected; the date of the status is that of its change."""
    store.entries.save("lan.anh", {"status": "rejected", "reject_reason": "price"})
    rejected = store.entries.get("lan.anh")
    assert (rejected.reject_reason, rejected.status_at) == ("price", clock.time)
    later = clock.forward(days=2)
    again = store.entries.save("lan.anh", {"status": "contacted"}).entry
    assert (again.reject_reason, again.status_at) == (None, later)


def test_delete_takes_the_entry_off_and_keeps_the_history(store: Store) -> None:
    """The creator's own growth is not lost with the entry."""
    store.checks.add(Check("lan.anh", visit()))
    store.entries.save("lan.anh", {})
    with pytest.raises(Conflict):
        store.entries.delete("lan.anh", expected_version=7)
    store.entries.delete("lan.anh", expected_version=1)
    assert store.entries.all() == ()
    with pytest.raises(NotFound):
        store.entries.get("lan.anh")
    with pytest.raises(NotFound):
        store.entries.delete("lan.anh")
    state = store.creators.find("lan.anh")
    assert state is not None
    assert (len(state.visits), state.entry) == (1, None)


@pytest.mark.parametrize("method", ["put", "patch", "delete", "first put"])
def test_undo_restores_what_was_before(store: Store, method: str) -> None:
    """After PUT, PATCH and DELETE, once; only the version goes on."""
    before = (
        None if method == "first put" else store.entries.save("lan.anh", {"note": "a", "tags": ("x",)}).entry
    )
    if method == "delete":
        store.entries.delete("lan.anh")
    elif method == "patch":
        store.entries.patch("lan.anh", {"note": "b", "tags": ()}, 1)
    else:
        store.entries.save("lan.anh", {"note": "b", "status": "paid"})
    restored = store.entries.undo("lan.anh")
    if before is None or restored is None:
        assert (restored, before, store.entries.all()) == (None, None, ())
    else:
        assert replace(restored, version=1) == before
        assert restored.version > before.version
    with pytest.raises(Gone):
        store.entries.undo("lan.anh")


def test_undo_puts_an_entry_back_in_its_place_of_the_list(store: Store) -> None:
    """Undo of a delete does not look like a new entry."""
    for name in ("one", "two", "three"):
        store.entries.save(name, {})
    store.entries.delete("two")
    store.entries.undo("two")
    assert names(store) == ["three", "two", "one"]


def test_undo_ends_after_its_time_and_the_old_text_leaves_the_disk(opened: OpenedStore) -> None:
    """Thirty minutes; after its time in the bin and a restart the deleted note is in none of the store's files."""
    store, clock = opened.store, opened.clock
    store.entries.save("lan.anh", {"note": "bí mật của tôi"})
    store.entries.delete("lan.anh")
    clock.time += UNDO_TIME + timedelta(seconds=1)
    with pytest.raises(Gone):
        store.entries.undo("lan.anh")
    clock.time += BIN_TIME
    assert opened.again().entries.all() == ()
    for file in opened.folder.rglob("*"):
        assert file.is_dir() or "bí mật".encode() not in file.read_bytes()
    with pytest.raises(Gone):
        opened.store.entries.undo("lan.anh")
    with pytest.raises(NotFound):
        opened.store.entries.undo("nobody")


def test_undo_works_after_a_restart(opened: OpenedStore) -> None:
    """The server may have been restarted between the click and the undo."""
    opened.store.entries.save("lan.anh", {"note": "a"})
    opened.store.entries.delete("lan.anh")
    restored = opened.again().entries.undo("lan.anh")
    assert restored is not None
    assert restored.note == "a"


def test_import_is_all_or_nothing_and_the_dry_run_tells_the_same(store: Store) -> None:
    """The dry run's answer is the answer; a row that cannot be stored leaves no row behind."""
    store.entries.save("lan.anh", {"note": "mine"})
    rows = [
        ImportRow("lan.anh", {"status": "answered"}),
        ImportRow("minh", {"note": "a"}, profile_id="7", added_at=T0),
        ImportRow("minh", {"tags": ("x",)}),
    ]
    tried = store.entries.import_rows(rows, dry_run=True).rows
    assert names(store) == ["lan.anh"]
    assert store.entries.import_rows(rows).rows == tried
    assert [saved.created for saved in tried] == [False, True, False]
    assert store.entries.get("lan.anh").note == "mine"
    assert (store.entries.get("minh").added_at, store.entries.get("minh").tags) == (T0, ("x",))
    half = [ImportRow("fine", {}), ImportRow("broken", {"note": "\ud800"})]
    for dry_run in (True, False):
        with pytest.raises(BadField):
            store.entries.import_rows(half, dry_run=dry_run)
    assert names(store) == ["minh", "lan.anh"]


# --- who is who ----------------------------------------------------------------------------------------------


def test_a_rename_is_noticed_by_the_numeric_id(store: Store) -> None:
    """The entry follows the creator; the old handle still finds it."""
    store.checks.add(Check("lan.anh", visit(), profile_id="7"))
    store.entries.save("lan.anh", {"note": "a"})
    state = store.checks.add(Check("lan.anh.beauty", visit(T0 + timedelta(days=1)), profile_id="7"))
    assert state.creator.username == "lan.anh.beauty"
    assert [former.username for former in state.creator.former] == ["lan.anh"]
    assert state.creator.visit_count == 2
    assert store.entries.get("lan.anh") == store.entries.get("lan.anh.beauty")
    assert names(store) == ["lan.anh.beauty"]


def test_a_handle_that_changed_hands_is_another_creator(store: Store) -> None:
    """Nobody inherits the notes on a former holder of the handle."""
    store.entries.save("lan.anh", {"note": "about the first"})
    store.checks.add(Check("lan.anh", visit(T0 - timedelta(days=1)), profile_id="7"))
    newcomer = store.checks.add(Check("lan.anh", visit(), profile_id="8"))
    assert (newcomer.entry, newcomer.creator.visit_count) == (None, 1)
    assert names(store) == ["id.7"]
    assert [former.username for former in store.entries.all()[0].former] == ["lan.anh"]
    back = store.checks.add(Check("lan.first", visit(), profile_id="7"))
    assert back.entry is not None
    assert back.entry.note == "about the first"


def test_asking_by_an_unknown_id_does_not_find_another_persons_handle(store: Store) -> None:
    """The badge of a newcomer does not show the former holder's status."""
    store.entries.save("lan.anh", {})
    store.checks.add(Check("lan.anh", visit(), profile_id="7"))
    assert store.creators.find("lan.anh", "8") is None
    assert store.creators.find("lan.anh", "7") == store.creators.find("lan.anh")
    assert store.creators.find("nobody") is None


def test_an_entry_saved_by_handle_learns_its_id(store: Store) -> None:
    """An imported list has no ids; the first check brings them."""
    store.entries.save("lan.anh", {"note": "a"})
    state = store.checks.add(Check("lan.anh", visit(), profile_id="7"))
    assert state.entry is not None
    assert (state.entry.note, state.entry.profile_id) == ("a", "7")


def test_a_list_renames_nobody_and_takes_nobodys_handle(store: Store) -> None:
    """An old export brings an old handle, a spreadsheet a rounded id; only a page that was seen proves a change."""
    store.checks.add(Check("new.name", visit(), profile_id="17841400000000007"))
    store.entries.import_rows(
        [
            ImportRow("old.name", {"note": "by id"}, profile_id="17841400000000007"),
            ImportRow("new.name", {"tags": ("by handle",)}, profile_id="17841400000000000"),
        ]
    )
    (entry,) = store.entries.all()
    assert (entry.username, entry.profile_id) == ("new.name", "17841400000000007")
    assert (entry.note, entry.tags) == ("by id", ("by handle",))


def test_two_records_of_one_person_become_one(store: Store) -> None:
    """Known by id under the old handle, imported under the new one: notes, tags and history are joined."""
    store.checks.add(Check("old", visit(), profile_id="7"))
    store.entries.save("old", {"note": "first", "tags": ("a",), "status": "contacted"})
    store.entries.save("new", {"note": "second", "tags": ("b",)})
    store.checks.add(Check("new", visit(T0 + timedelta(days=3)), profile_id="7"))
    (entry,) = store.entries.all()
    assert (entry.username, entry.note, entry.tags) == ("new", "first\nsecond", ("a", "b"))
    assert entry.status == "contacted"
    state = store.creators.find("new")
    assert state is not None
    assert (len(state.visits), state.creator.visit_count) == (2, 2)


# --- checks and history --------------------------------------------------------------------------------------


def test_checks_of_one_sitting_are_one_visit_with_the_latest_figures(store: Store) -> None:
    """A page that fills in while it loads is not a growth curve; a later null takes nothing away."""
    store.checks.add(Check("lan.anh", visit(T0, 12_000, n_posts=12)))
    state = store.checks.add(Check("lan.anh", visit(T0 + SAME_VISIT - SECOND, 12_010, verdict="contact")))
    (only,) = state.visits
    assert only.followers == Figure(12_010, 12_010, 12_010)
    assert (only.n_posts, only.verdict) == (12, "contact")
    state = store.checks.add(Check("lan.anh", visit(T0 + 3 * SAME_VISIT, 12_050)))
    assert [v.followers.value for v in state.visits if v.followers] == [12_010, 12_050]
    assert state.creator.visit_count == 2


def test_the_answer_of_a_check_has_the_entry_and_its_last_check(store: Store) -> None:
    """The badge needs one request."""
    store.entries.save("lan.anh", {"status": "rejected", "reject_reason": "price"})
    state = store.checks.add(Check("lan.anh", visit(verdict="risky"), full_name="Lan Anh"))
    assert state.entry is not None
    assert state.entry == store.entries.get("lan.anh")
    assert state.entry.last_check == state.visits[-1]
    assert state.entry.full_name == "Lan Anh"
    assert state.entry.version == 1


def test_of_two_samples_of_one_visit_the_larger_one_stays(store: Store) -> None:
    """The dialog was opened again and closed after a few rows; the other figures are the later ones."""
    large, small = {"n": 96, "n_with_signs": 20}, {"n": 12, "n_with_signs": 5}
    store.checks.add(Check("lan.anh", visit(T0, 12_000, follower_sample=large, comment_sample=small)))
    later = visit(T0 + SAME_VISIT - SECOND, 12_010, follower_sample=small, comment_sample=large)
    (kept,) = store.checks.add(Check("lan.anh", later)).visits
    assert (kept.follower_sample, kept.comment_sample) == (large, large)
    assert kept.followers == later.followers


def test_retention_keeps_the_newest_visits_and_counts_all(store: Store) -> None:
    """Dropped visits are still counted, so that a gap is not taken for a first visit."""
    store.checks.set_retention(Retention(visits_per_creator=3, audits_per_creator=2))
    for day in range(6):
        shown = visit(T0 + timedelta(days=day), 100 + day, audit_id=f"audit-{day}")
        state = store.checks.add(Check("lan.anh", shown, audit={"day": day}))
    assert [v.followers.value for v in state.visits if v.followers] == [103, 104, 105]
    assert (state.creator.visit_count, state.creator.first_seen) == (6, T0)
    assert store.audits.get("audit-5") == {"day": 5}
    with pytest.raises(NotFound):
        store.audits.get("audit-3")
    store.checks.add(Check("minh", visit(audit_id="of-minh"), audit={}))
    store.checks.set_retention(Retention(audits=2))
    store.checks.add(Check("minh", visit(T0 + timedelta(days=1), audit_id="later"), audit={}))
    assert store.stats().audits == 2
    assert (store.audits.get("of-minh"), store.audits.get("later")) == ({}, {})
    store.checks.set_retention(Retention(days=1))
    state = store.checks.add(Check("lan.anh", visit(T0 + timedelta(days=6))))
    assert len(state.visits) == 2


def test_recent_checks_come_newest_first_by_arrival(store: Store) -> None:
    """A creator that is looked at again moves to the top, also within one sitting."""
    for name in ("one", "two", "one"):
        store.checks.add(Check(name, visit()))
    assert [check.username for check in store.checks.recent()] == ["one", "two"]
    assert [check.username for check in store.checks.recent(limit=1)] == ["one"]


def test_rulings_stay_until_taken_back(opened: OpenedStore) -> None:
    """The last word on a signal counts."""
    opened.store.rulings.set("lan.anh", "rate_low", "innocent")
    kept = opened.store.rulings.set("lan.anh", "rate_low", "confirmed", "xem rồi")
    state = opened.again().creators.find("lan.anh")
    assert state is not None
    assert state.rulings == (kept,)
    opened.store.rulings.remove("lan.anh", "rate_low")
    opened.store.rulings.remove("lan.anh", "rate_low")
    state = opened.store.creators.find("lan.anh")
    assert state is not None
    assert state.rulings == ()
    with pytest.raises(NotFound):
        opened.store.rulings.remove("nobody", "rate_low")


# --- settings, devices, live update --------------------------------------------------------------------------


def test_settings_are_one_document_with_a_version(store: Store) -> None:
    """An old version is refused."""
    assert (store.settings.get().value, store.settings.get().version) == ({}, 0)
    store.settings.save({"market": "vn"}, 0)
    with pytest.raises(Conflict):
        store.settings.save({"market": "us"}, 0)
    assert (store.settings.get().value, store.settings.get().version) == ({"market": "vn"}, 1)


def device(client_id: str = "c1") -> Device:
    return Device(client_id, "Chromium", "browser", "ab" * 32, "key", T0, origin="chrome-extension://x")


def test_devices_are_found_by_id_and_by_token(opened: OpenedStore) -> None:
    """Removed means refused at once."""
    opened.store.devices.add(device())
    with pytest.raises(Duplicate):
        opened.store.devices.add(device())
    store = opened.again()
    assert store.devices.all() == (device(),)
    assert store.devices.get("c1") == store.devices.by_token("ab" * 32) == device()
    assert "key" not in repr(store.devices.get("c1"))
    assert (store.devices.remove("c1"), store.devices.remove("c1")) == (True, False)
    assert store.devices.by_token("ab" * 32) is None


def test_touching_a_device_writes_at_most_once_an_hour(store: Store, clock: Clock) -> None:
    """Every request touches; the journal must not grow by it."""
    store.devices.add(device())
    store.devices.touch("c1")
    first = store.stats().sequence
    seen = clock.forward(minutes=59)
    store.devices.touch("c1")
    assert store.stats().sequence == first
    touched = store.devices.get("c1")
    assert touched is not None
    assert touched.last_seen == seen
    clock.forward(minutes=2)
    store.devices.touch("c1")
    assert store.stats().sequence == first + 1


def test_changes_tell_what_to_load_again(opened: OpenedStore) -> None:
    """An unknown number, and one from before a restart, ask for everything."""
    start = opened.store.changes_since(0)
    assert start.reset
    opened.store.entries.save("lan.anh", {})
    opened.store.checks.add(Check("minh", visit()))
    changes = opened.store.changes_since(start.sequence)
    assert [(change.kind, change.username) for change in changes.changes] == [
        ("entry", "lan.anh"),
        ("check", "minh"),
    ]
    assert opened.store.changes_since(changes.sequence).changes == ()
    assert opened.again().changes_since(changes.sequence).reset


# --- backup, restore, erase ----------------------------------------------------------------------------------


def fill(store: Store) -> None:
    store.checks.add(
        Check(
            "old.name", visit(audit_id="audit-1"), profile_id="7", audit={"facts": {"username": "old.name"}}
        )
    )
    store.checks.add(
        Check("lan.anh", visit(T0 + timedelta(days=1), audit_id="audit-2"), profile_id="7", audit={"n": 1})
    )
    store.entries.save("lan.anh", {"note": "ghi chú về lan.anh", "tags": ("a",)})
    store.rulings.set("lan.anh", "rate_low", "innocent")
    store.entries.save("minh", {"note": "b"})
    store.entries.delete("minh")
    store.settings.save({"market": "vn"})


def content(store: Store) -> object:
    states = [store.creators.find(name) for name in ("lan.anh", "old.name", "minh")]
    return store.entries.all(), states, store.settings.get(), store.checks.recent(), _audits(store)


def _audits(store: Store) -> list[object]:
    found: list[object] = []
    for audit_id in ("audit-1", "audit-2"):
        try:
            found.append(store.audits.get(audit_id))
        except NotFound:
            found.append(None)
    return found


def test_a_backup_restored_after_an_erase_gives_an_equal_store(opened: OpenedStore, tmp_path: Path) -> None:
    """Everything but this machine's devices comes back, and devices paired since stay."""
    fill(opened.store)
    before = content(opened.store)
    opened.store.backup(tmp_path / "mine.json")
    opened.store.devices.add(device())
    opened.store.erase("lan.anh")
    assert content(opened.store) != before
    opened.store.restore(tmp_path / "mine.json")
    assert content(opened.store) == before
    assert content(opened.again()) == before
    assert opened.store.devices.all() == (device(),)
    assert opened.store.entries.undo("minh") is not None


def test_a_backup_holds_no_keys_and_overwrites_nothing(store: Store, tmp_path: Path) -> None:
    """A backup may be mailed around; a typo in its name costs no file."""
    store.devices.add(device())
    store.backup(tmp_path / "mine.json")
    assert b"ab" * 32 not in (tmp_path / "mine.json").read_bytes()
    with pytest.raises(Duplicate):
        store.backup(tmp_path / "mine.json")
    with pytest.raises(BadFile):
        store.backup(tmp_path / "nowhere" / "mine.json")


def test_a_damaged_or_foreign_backup_is_refused_and_nothing_changes(store: Store, tmp_path: Path) -> None:
    """Restore is all or nothing."""
    fill(store)
    before = content(store)
    store.backup(tmp_path / "mine.json")
    good = (tmp_path / "mine.json").read_bytes()
    for name, data in {
        "half": good[: len(good) // 2],
        "more": good + b"x",
        "empty": b"",
        "other": b"{}",
    }.items():
        (tmp_path / name).write_bytes(data)
        with pytest.raises(BadFile):
            store.restore(tmp_path / name)
    with pytest.raises(BadFile):
        store.restore(tmp_path / "missing")
    assert content(store) == before


@pytest.mark.parametrize("asked", ["lan.anh", "old.name"])
def test_erase_leaves_no_trace_in_the_data_folder(opened: OpenedStore, tmp_path: Path, asked: str) -> None:
    """By either handle: neither handles, id, note nor audit is in any byte of any file, also after a restart."""
    fill(opened.store)
    opened.clock.forward(days=2)
    opened.store.backup(tmp_path / "mine.json")
    opened.store.restore(tmp_path / "mine.json")  # makes an automatic backup
    assert len(opened.store.stats().backups) > 0
    erased = opened.store.erase(asked)
    assert (set(erased.usernames), erased.visits, erased.audits) == ({"lan.anh", "old.name"}, 2, 2)
    assert erased.backups > 0
    for ask in (lambda: opened.store, opened.again):
        store = ask()
        assert store.creators.find("lan.anh") is None
        assert store.stats().audits == 0
        for file in opened.folder.rglob("*"):
            data = file.read_bytes() if file.is_file() else b""
            for trace in ("lan.anh", "old.name", "ghi chú", '"profile_id"', "audit-1", "audit-2"):
                assert trace.encode() not in data, f"{trace} in {file.name}"
    assert opened.store.creators.find("minh") is not None


def test_erasing_a_handle_spares_its_former_holder(store: Store) -> None:
    """Somebody else's history does not go with the handle they once had."""
    store.entries.save("lan.anh", {"note": "keep"})
    store.checks.add(Check("lan.anh", visit(T0 - timedelta(days=1)), profile_id="7"))
    store.checks.add(Check("lan.anh", visit(), profile_id="8"))
    assert store.erase("lan.anh").usernames == ("lan.anh",)
    (kept,) = store.entries.all()
    assert (kept.note, kept.former) == ("keep", ())


def test_erasing_nobody_is_no_error(store: Store) -> None:
    """The answer says that nothing was known."""
    assert store.erase("nobody").usernames == ()


# --- outcomes and sketches ----------------------------------------------------------------------------------------


def test_an_outcome_keeps_the_forecast_of_its_first_recording(opened: OpenedStore, clock: Clock) -> None:
    """Later checks and a rename change neither the forecast nor whose it is; it survives a restart."""
    store = opened.store
    store.checks.add(Check("old.name", visit(verdict="contact", suspicion=Figure(9, 4, 40)), profile_id="7"))
    store.outcomes.save("old.name", {"worth_it": True, "clicks": 310})
    later = clock.forward(days=9)
    store.checks.add(Check("new.name", visit(later, verdict="risky"), profile_id="7"))
    store.outcomes.save("new.name", {"clicks": None, "sales": Money(2e6, "VND")})
    (found,) = opened.again().outcomes.all()
    assert (found.username, found.verdict, found.suspicion, found.worth_it, found.clicks, found.sales) == (
        "new.name", "contact", Figure(9, 4, 40), True, None, Money(2e6, "VND"),
    )  # fmt: skip
    assert found.updated_at - found.recorded_at == timedelta(days=9)


def test_an_outcome_can_be_taken_back_and_needs_a_known_creator(store: Store) -> None:
    """Taking back twice is once; nobody is made known by an outcome."""
    with pytest.raises(NotFound):
        store.outcomes.save("nobody", {"worth_it": True})
    store.checks.add(Check("a", visit()))
    store.outcomes.save("a", {"worth_it": False})
    for _ in range(2):
        store.outcomes.remove("a")
    assert store.outcomes.all() == ()


def test_of_two_sketches_the_one_with_more_people_stays(store: Store, clock: Clock) -> None:
    """Their bytes cannot be joined; one of another key replaces it, whatever its size."""
    for n, key, kept in ((40, "k1", 40), (25, "k1", 40), (60, "k1", 60), (20, "k2", 20)):
        sketch = Sketch(key, n, bytes([n]) * 256)
        store.checks.add(Check("a", visit(clock.forward(hours=2)), sketch=sketch))
        assert [found.n for _, found in store.sketches.under(key)] == [kept]
    assert store.sketches.under("k1") == ()


def test_dropped_sketches_leave_no_byte_behind(opened: OpenedStore) -> None:
    """Not in the journal either; those of the spared key stay."""
    store = opened.store
    for name, key in (("a", "k1"), ("b", "k2")):
        store.checks.add(
            Check(name, visit(), sketch=Sketch(key, 30, hashlib.sha256(key.encode()).digest() * 8))
        )
    assert store.sketches.drop("k2") == 1
    assert ([name for name, _ in store.sketches.under("k2")], store.sketches.under("k1")) == (["b"], ())
    gone = base64.b64encode(hashlib.sha256(b"k1").digest() * 8)
    live = [file for file in opened.folder.iterdir() if file.is_file()]
    assert [] == [file.name for file in live if gone in file.read_bytes()]


def test_a_visit_keeps_the_entry_whose_number_came_from_a_list(store: Store) -> None:
    """A spreadsheet's number is no proof: the page that was seen says whose handle it is, and the entry stays."""
    store.entries.import_rows([ImportRow("lan.anh", {"note": "gặp rồi"}, profile_id="1")])
    state = store.checks.add(Check("lan.anh", visit(), profile_id="69876543210"))
    assert state.entry is not None
    seen = (names(store), state.entry.note, state.creator.profile_id, state.creator.former)
    assert seen == (["lan.anh"], "gặp rồi", "69876543210", ())


def test_a_handle_that_another_checked_account_has_now_is_not_taken_over(store: Store) -> None:
    """Where a check has proven the number, another number is another person."""
    store.entries.save("lan.anh", {})
    store.checks.add(Check("lan.anh", visit(), profile_id="1"))
    state = store.checks.add(Check("lan.anh", visit(T0 + timedelta(days=1)), profile_id="2"))
    assert state.entry is None
    assert names(store) == ["id.1"]


# --- scores of a later model ---------------------------------------------------------------------------------


def test_a_new_score_stands_until_it_is_undone(opened: OpenedStore) -> None:
    """What stood before lies with the visit, through a restart too."""
    store, former = opened.store, Figure(40, 30, 50)
    inputs = {"model": "m1", "rulings": [], "values": {"score": 40.0}}
    given = visit(
        suspicion=former, verdict="look_closer", trust_word="medium", model_version="m1", audit_id="a1"
    )
    store.checks.add(Check("lan.anh", given, audit={}, verdict_inputs=inputs, columns="packed"))
    [one] = store.rescores.rescorable()
    new = Rescored(
        one.creator, one.visit_id, "a1", (10.0, 5.0, 15.0), "promising", "low", "m2", inputs | {"model": "m2"}
    )
    kept = (store.rescores.keep([new]), [told(store), told(store := opened.again())])
    undone = (store.rescores.undo(), told(store), store.rescores.undo())
    assert kept == (1, [(Figure(10, 5, 15), "promising", "low", "m2", "m2")] * 2)
    assert undone == (1, (former, "look_closer", "medium", "m1", "m1"), 0)


def told(store: Store) -> tuple[object, ...]:
    """What stands of the only creator, and under which model it can be asked again."""
    [one] = store.rescores.rescorable()
    seen = one.visit
    assert one.verdict_inputs is not None
    return (seen.suspicion, seen.verdict, seen.trust_word, seen.model_version, one.verdict_inputs["model"])


def test_a_score_of_a_visit_that_another_followed_is_not_kept(store: Store) -> None:
    """The later look is judged by what it saw."""
    inputs = {"model": "m1", "rulings": [], "values": {"score": 40.0}}
    for day in range(2):
        at = T0 + timedelta(days=day)
        store.checks.add(Check("lan.anh", visit(at, audit_id=f"a{day}"), audit={}, verdict_inputs=inputs))
        if not day:
            [one] = store.rescores.rescorable()
    new = Rescored(one.creator, one.visit_id, "a0", (10.0, 5.0, 15.0), "promising", "low", "m2", inputs)
    assert store.rescores.keep([new]) == 0
