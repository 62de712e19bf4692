"""Any sequence of calls, restarts and compactions gives what a plain dictionary gives."""

from __future__ import annotations

import copy
import shutil
import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from tinydb import TinyDB, where
from tinydb.operations import increment
from tinydb.storages import MemoryStorage

from server.errors import Conflict, Gone, NotFound
from server.store.engine.storage import JournalStorage
from server.store.engine.tables import JournalDB
from server.store.records import Check, EntryChanges, Figure, ImportRow, Visit
from server.store.tinydb import embedded_store

NAMES = st.sampled_from(["lan.anh", "minh", "hoa_", "x"])
CHANGES: st.SearchStrategy[EntryChanges] = st.fixed_dictionaries(
    {},
    optional={
        "note": st.text(st.characters(exclude_categories=["Cs", "Cc", "Cn"]), max_size=20),
        "status": st.sampled_from(["found", "contacted", "paid"]),
        "tags": st.lists(st.sampled_from("abc"), max_size=2).map(tuple),
        "owner": st.none() | st.just("Mai"),
    },
)  # type: ignore[assignment]  # hypothesis sees a plain dict
NEW: dict[str, Any] = {"note": "", "status": "found", "tags": (), "owner": None}
FIELDS = tuple(NEW)


class ShortlistMachine(RuleBasedStateMachine):
    """The model: an entry is a dict; beside it the version, the number of visits, the one step that can be undone, and the
    entry as it was when it was last taken off the list."""

    @initialize()
    def start(self) -> None:
        self.folder = Path(tempfile.mkdtemp())
        self.now = datetime(2026, 11, 23, tzinfo=UTC)
        self.entries: dict[str, dict[str, Any]] = {}
        self.versions: dict[str, int] = {}
        self.undos: dict[str, dict[str, Any] | None] = {}
        self.bin: dict[str, dict[str, Any]] = {}
        self.visits: dict[str, int] = {}
        self.open()

    def open(self) -> None:
        self.store = embedded_store(self.folder / "soi.json", now=lambda: self.now, least_compaction=1_500)

    def teardown(self) -> None:
        if hasattr(self, "store"):
            self.store.close()
            shutil.rmtree(self.folder)

    def model_put(self, name: str, new: dict[str, Any] | None) -> None:
        before = self.undos[name] = copy.deepcopy(self.entries.get(name))
        if new is None and before is not None:
            self.bin[name] = before
        self.model_set(name, new)

    def model_set(self, name: str, new: dict[str, Any] | None) -> None:
        self.versions[name] = self.versions.get(name, 0) + 1
        self.entries.pop(name, None) if new is None else self.entries.__setitem__(name, new)

    def model_save(self, name: str, changes: EntryChanges) -> None:
        old = self.entries.get(name)
        new = (old or self.bin.get(name, NEW)) | changes
        if new != old:
            self.model_put(name, new)

    @rule(name=NAMES, changes=CHANGES)
    def save(self, name: str, changes: EntryChanges) -> None:
        assert self.store.entries.save(name, changes).created == (name not in self.entries)
        self.model_save(name, changes)

    @rule(rows=st.lists(st.tuples(NAMES, CHANGES), max_size=4))
    def bulk_import(self, rows: list[tuple[str, EntryChanges]]) -> None:
        self.store.entries.import_rows([ImportRow(name, changes) for name, changes in rows])
        for name, changes in rows:
            self.model_save(name, changes)

    @rule(name=NAMES, changes=CHANGES, off=st.integers(0, 1))
    def patch(self, name: str, changes: EntryChanges, off: int) -> None:
        version = self.versions.get(name, 0) - off
        if name not in self.entries:
            with pytest.raises(NotFound):
                self.store.entries.patch(name, changes, version)
        elif off:
            with pytest.raises(Conflict):
                self.store.entries.patch(name, changes, version)
        else:
            self.store.entries.patch(name, changes, version)
            self.model_save(name, changes)

    @rule(name=NAMES)
    def delete(self, name: str) -> None:
        if name in self.entries:
            self.store.entries.delete(name)
            self.model_put(name, None)
        else:
            with pytest.raises(NotFound):
                self.store.entries.delete(name)

    @rule(name=NAMES)
    def undo(self, name: str) -> None:
        if name in self.undos:
            self.store.entries.undo(name)
            self.model_set(name, self.undos.pop(name))
        else:
            with pytest.raises((Gone, NotFound)):
                self.store.entries.undo(name)

    @rule(name=NAMES)
    def check(self, name: str) -> None:
        self.now += timedelta(hours=1)
        self.store.checks.add(Check(name, Visit(self.now, followers=Figure(1, 1, 1))))
        self.visits[name] = self.visits.get(name, 0) + 1
        self.undos = {}  # an hour is longer than the time of undo

    @rule(name=NAMES)
    def erase(self, name: str) -> None:
        self.store.erase(name)
        for part in (self.entries, self.versions, self.undos, self.bin, self.visits):
            part.pop(name, None)  # type: ignore[attr-defined]  # all are dicts by name

    @rule()
    def restart(self) -> None:
        self.store.close()
        self.open()

    @invariant()
    def same(self) -> None:
        if not hasattr(self, "store"):
            return
        found = {
            entry.username: {field: getattr(entry, field) for field in FIELDS}
            for entry in self.store.entries.all()
        }
        assert found == self.entries
        assert {entry.username: entry.version for entry in self.store.entries.all()} == {
            name: version for name, version in self.versions.items() if name in self.entries
        }
        states = {name: self.store.creators.find(name) for name in self.visits}
        assert {name: state.creator.visit_count for name, state in states.items() if state} == self.visits
        assert self.store.notice() is None


TestShortlistMachine = ShortlistMachine.TestCase
TestShortlistMachine.settings = settings(max_examples=40, stateful_step_count=30, deadline=None)


class TableMachine(RuleBasedStateMachine):
    """TinyDB on the journal answers as TinyDB in memory, for its whole interface."""

    @initialize()
    def start(self) -> None:
        self.folder = Path(tempfile.mkdtemp())
        self.plain = TinyDB(storage=MemoryStorage)
        self.open()

    def open(self) -> None:
        self.journal = JournalDB(self.folder / "db.json", storage=JournalStorage, least_compaction=400)

    def teardown(self) -> None:
        if hasattr(self, "journal"):
            self.journal.close()
            shutil.rmtree(self.folder)

    @rule(
        documents=st.lists(st.fixed_dictionaries({"n": st.integers(0, 3), "list": st.just([1])}), max_size=3)
    )
    def insert(self, documents: list[dict[str, Any]]) -> None:
        for db in (self.plain, self.journal):
            db.table("rows").insert_multiple(copy.deepcopy(documents))
        self.journal.table("rows").insert({"n": 9})
        self.plain.table("rows").insert({"n": 9})

    @rule(n=st.integers(0, 3))
    def update(self, n: int) -> None:
        for db in (self.plain, self.journal):
            db.table("rows").update(increment("n"), where("n") == n)
            db.table("rows").update(lambda row: row.setdefault("list", []).append(2), where("n") == n)

    @rule(n=st.integers(0, 4))
    def upsert(self, n: int) -> None:
        changed = [
            db.table("rows").upsert({"n": n, "new": True}, where("n") == n)
            for db in (self.plain, self.journal)
        ]
        assert len(changed[0]) == len(changed[1])

    @rule(n=st.integers(0, 4))
    def remove(self, n: int) -> None:
        for db in (self.plain, self.journal):
            db.table("rows").remove((where("n") == n) & ~(where("n") == 9))

    @rule()
    def restart(self) -> None:
        self.journal.close()
        self.open()
        self.plain.table(
            "rows"
        )._next_id = None  # as a start does: the next id follows the highest one there is

    @invariant()
    def same(self) -> None:
        if not hasattr(self, "journal"):
            return
        rows = list(self.journal.table("rows"))  # ids may differ after a restart, order may not
        assert rows == list(self.plain.table("rows"))
        found = self.journal.table("rows").search(where("n") == 1)
        assert found == self.plain.table("rows").search(where("n") == 1)
        assert len(self.journal.table("rows")) == len(rows)


TestTableMachine = TableMachine.TestCase
TestTableMachine.settings = settings(max_examples=30, stateful_step_count=20, deadline=None)


def test_dropping_tables_is_durable(tmp_path: Path) -> None:
    """TinyDB does it through the storage's two methods."""
    db = JournalDB(tmp_path / "db.json", storage=JournalStorage)
    for name in ("one", "two"):
        db.table(name).insert({"n": 1})
    db.drop_table("one")
    db.close()
    db = JournalDB(tmp_path / "db.json", storage=JournalStorage)
    assert (len(db.table("one")), len(db.table("two"))) == (0, 1)
    db.drop_tables()
    db.close()
    db = JournalDB(tmp_path / "db.json", storage=JournalStorage)
    assert len(db.table("two")) == 0
    db.close()
