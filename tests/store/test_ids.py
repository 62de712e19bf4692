"""An id is given once, whatever became of its document: who gets a lost one's id would inherit what leads to it."""

from __future__ import annotations

import shutil
import tempfile
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from server.errors import Gone, NotFound
from server.store.records import Check, Visit
from server.store.store import Store
from server.store.tinydb import embedded_store

NAMES = st.sampled_from(["lan.anh", "minh", "hoa_", "tiktok:x"])


class IdMachine(RuleBasedStateMachine):
    """Every id ever seen belongs to one document: by its first content, and never again after it was gone."""

    @initialize()
    def start(self) -> None:
        self.folder = Path(tempfile.mkdtemp())
        self.now = datetime(2026, 11, 23, tzinfo=UTC)
        self.highest: dict[str, int] = {}
        self.open()

    def open(self) -> None:
        self.store = self.opened("soi")

    def opened(self, name: str) -> Store:
        return embedded_store(self.folder / name / "soi.json", now=lambda: self.now, least_compaction=1_500)

    def teardown(self) -> None:
        if hasattr(self, "store"):
            self.store.close()
            shutil.rmtree(self.folder)

    def tables(self) -> dict[str, list[int]]:
        with self.store.database.reading() as view:
            return {name: view.ids(name) for name in ("creators", "listed", "visits", "audits", "evidence")}

    def ids_given(self, change: object) -> None:
        """What ``change`` adds has ids above every one that was ever there."""
        before = {name: set(ids) for name, ids in self.tables().items()}
        change()  # type: ignore[operator]  # a function without arguments
        for name, ids in self.tables().items():
            assert all(doc_id > self.highest.get(name, 0) for doc_id in set(ids) - before[name])

    @rule(name=NAMES)
    def save(self, name: str) -> None:
        self.ids_given(lambda: self.store.entries.save(name, {"note": "x"}))

    @rule(name=NAMES)
    def check(self, name: str) -> None:
        self.now += timedelta(hours=1)
        visit = Visit(self.now, audit_id=f"{name}-{self.now:%d%H}")
        self.ids_given(lambda: self.store.checks.add(Check(name, visit, audit={"n": 1}, evidence={"n": 1})))

    @rule(name=NAMES)
    def delete(self, name: str) -> None:
        with suppress(NotFound):
            self.store.entries.delete(name)

    @rule(name=NAMES)
    def undo(self, name: str) -> None:
        """Brings an entry back to its own place, or to a new one."""
        with suppress(Gone, NotFound):
            self.store.entries.undo(name)

    @rule(name=NAMES)
    def erase(self, name: str) -> None:
        self.store.erase(name)

    @rule()
    def restart(self) -> None:
        self.store.close()
        self.open()

    @rule()
    def wipe(self) -> None:
        self.store.wipe(keep_devices=True)

    @rule()
    def keep_backup(self) -> None:
        self.store.keep_backup()

    @precondition(lambda self: hasattr(self, "store") and self.store.backups())
    @rule()
    def restore(self) -> None:
        """What a backup brings back has the ids of then; what comes after it has new ones."""
        self.store.restore(self.store.backups()[-1].id)

    @rule()
    def move(self) -> None:
        """A backup file on another machine: what was erased there before has no heir here."""
        file = self.folder / "moved.json"
        self.store.backup(file)
        self.store.close()
        shutil.rmtree(self.folder / "soi")
        self.open()
        self.store.restore(file)
        file.unlink()

    @rule(name=st.sampled_from(["soi.json", "soi.json.journal"]))
    def lose(self, name: str) -> None:
        """One of the two files is damaged in its middle; what is left is salvaged."""
        self.store.close()
        file = self.folder / "soi" / name
        data = bytearray(file.read_bytes())
        data[len(data) // 2] ^= 1
        file.write_bytes(bytes(data))
        self.open()

    @invariant()
    def note(self) -> None:
        if hasattr(self, "store"):
            for name, ids in self.tables().items():
                self.highest[name] = max([self.highest.get(name, 0), *ids])


TestIdMachine = IdMachine.TestCase
TestIdMachine.settings = settings(max_examples=40, stateful_step_count=30, deadline=None)
