"""What is asked of the database does not rise with the number of creators: on another machine each call is a wait."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from typing import Any

import pytest

from server.campaigns.records import Brand, Campaign, Slot
from server.campaigns.today import Work
from server.services.campaign_fit import CampaignFit
from server.services.dossiers import dossier_told
from server.services.import_order import Order
from server.services.imports import Imports
from server.services.lookback import Lookback
from server.store.documents import time_of
from server.store.engine.memory import Changeset
from server.store.list_records import COMMAND_LINE, BulkChange, BulkRow
from server.store.records import UNDO_TIME, Check, Figure, ImportRow, Sketch, Visit
from server.store.store import Store
from server.store.work import Doc, View
from tests.store.conftest import Clock
from tests.store.stores import T0

READS: dict[str, Callable[[Store], object]] = {
    "the list": lambda store: store.entries.all(),
    "a part of the list": lambda store: store.entries.all(100, 5),
    "the last checks": lambda store: store.checks.recent(1_000),
    "what can be judged again": lambda store: store.audits.latest(),
    "what can be judged anew": lambda store: store.rescores.rescorable(),
    "the outcomes": lambda store: store.outcomes.all(),
    "the sketches": lambda store: store.sketches.under("k1"),
    "the bin": lambda store: store.bin.all(),
    "the activity": lambda store: store.activity.page(1_000),
    "the campaigns": lambda store: store.campaigns.all(),
    "the brands": lambda store: store.brands.all(),
    "the last looks": lambda store: store.audits.looked_at(names_of(store)),
    "who is meant": lambda store: store.entries.find_many((name, "1") for name in names_of(store)),
    "a sheet": lambda store: Imports(store).take(sheet_of(store), Order(), "VND", COMMAND_LINE),
    "what changed": lambda store: Lookback(store).digest(),
    "a dossier": lambda store: dossier_told(store, campaign_of(store).id, T0),
    "who fits a campaign": lambda store: CampaignFit(store).told(campaign_of(store)),
}


def names_of(store: Store) -> list[str]:
    """Who is on the list, and as many whom nobody knows."""
    known = [entry.username for entry in store.entries.all()]
    return [*known, *(f"la.{name}" for name in known)]


def sheet_of(store: Store) -> bytes:
    return "\n".join(["username,note", *(f"{name},y" for name in names_of(store))]).encode()


def campaign_of(store: Store) -> Campaign:
    """The newest, with a slot for everybody."""
    return store.campaigns.all()[0].work.campaign


class CountingView:
    """A view that counts what is asked of it."""

    def __init__(self, view: View, calls: Counter[str]) -> None:
        self._view, self._calls = view, calls

    def __getattr__(self, name: str) -> Any:
        self._calls[name] += 1
        return getattr(self._view, name)


def fill(store: Store, clock: Clock, n: int) -> None:
    """``n`` creators of everything; every third was last looked at on an older page."""
    store.entries.import_rows([ImportRow(f"tao.{number}", {"note": "x"}) for number in range(n)])
    for number in range(n):
        name = f"tao.{number}"
        at, sketch = clock.time - timedelta(days=number % 9), Sketch("k1", 9, bytes(8))
        store.checks.add(Check(name, looked(at, f"a{number}", 2), audit=AUDIT, sketch=sketch))
        if number % 3 == 0:
            earlier = looked(at - timedelta(days=30), f"b{number}", 1)
            store.checks.add(Check(name, earlier, audit=AUDIT, is_saved_page=True))
            store.outcomes.save(name, {"worth_it": True})
        if number % 5 == 4:
            store.entries.delete(name)
    slots = tuple(Slot(f"s{number}", creator=f"tao.{number}") for number in range(n))
    store.campaigns.add(Work(Campaign("", "Tết", Brand("Mây", words=("da khô",)), slots=slots), ()))
    store.brands.add(Brand(f"Mây {n}"))


AUDIT = {"analysis": {"model_version": "1", "suspicion": {"signals": []}, "verdict": {"code": "no_signs"}}}


def looked(at: datetime, audit_id: str, suspicion: int) -> Visit:
    """A look that another one of the same model can be held against."""
    return Visit(at, audit_id=audit_id, model_version="1", suspicion=Figure(suspicion, 0, 9), seen=("posts",))


def calls_of(store: Store, read: Callable[[Store], object]) -> Counter[str]:
    calls: Counter[str] = Counter()
    database, reading = store.database, store.database.reading

    @contextmanager
    def counted() -> Iterator[CountingView]:
        with reading() as view:
            yield CountingView(view, calls)

    database.reading = counted  # type: ignore[method-assign, assignment]  # put back below
    try:
        read(store)
    finally:
        database.reading = reading  # type: ignore[method-assign]  # what was there
    return calls


@pytest.fixture
def counted(store: Store, clock: Clock) -> dict[int, dict[str, Counter[str]]]:
    """Calls of every read, by the number of creators."""
    found = {}
    for size in (10, 60):
        fill(store, clock, size)
        found[size] = {what: calls_of(store, read) for what, read in READS.items()}
    return found


def test_lists_ask_as_often_for_ten_as_for_sixty(counted: dict[int, dict[str, Counter[str]]]) -> None:
    """The same calls, and few of them."""
    assert counted[10] == counted[60]
    assert {what: 0 < calls.total() <= 18 for what, calls in counted[10].items()} == dict.fromkeys(
        READS, True
    )


def count_documents(monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    """How many documents plans ask for many at a time, by table, from now on."""
    looked: Counter[str] = Counter()
    get_many = Changeset.get_many

    def counted(changeset: Changeset, table: str, doc_ids: Iterable[int]) -> dict[int, Doc]:
        asked = list(doc_ids)
        looked[table] += len(asked)
        return get_many(changeset, table, asked)

    monkeypatch.setattr(Changeset, "get_many", counted)
    return looked


def test_a_row_of_the_activity_costs_the_same_however_many_can_still_be_undone(
    store: Store, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A folder of saved pages on the list, page by page or at once, looks at no row again and again."""
    looked = count_documents(monkeypatch)
    found = []
    for size in (40, 80):
        looked.clear()
        names = [f"tao.{size}.{number}" for number in range(size)]
        store.checks.add_listed([Check(name, Visit(clock.time)) for name in names])
        for name in names:
            store.entries.save(name, {"note": "x"})
        found.append(looked["activity"])
    assert [0, 0] == found


def test_a_removal_costs_the_same_however_many_are_in_the_bin(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One by one or with others, nobody who is there already is looked at again."""
    looked = count_documents(monkeypatch)
    found = []
    for size in (40, 80, 160):
        names = [f"tao.{size}.{number}" for number in range(size)]
        store.entries.import_rows([ImportRow(name, {"note": "x"}) for name in names])
        looked.clear()
        for name in names[1:]:
            store.entries.delete(name)
        store.entries.change([BulkRow(names[0])], BulkChange({}, remove=True))
        found.append(looked["creators"] - size)
    assert [1, 1, 1] == found  # who is removed, and who is removed with others twice


def test_every_row_is_forgotten_in_its_time_by_those_that_follow(store: Store, clock: Clock) -> None:
    """After a pause of any length, and where the clock was set back in between."""
    left = []
    for pause in (0, 10, 10, 12, 45, -20, 60, 5_000, 33):
        clock.forward(minutes=pause)
        store.entries.save("lan.anh", {"note": f"{clock.time}"})
        with store.database.reading() as view:
            rows = view.get_many("activity", view.ids("activity")).values()
        late = UNDO_TIME + timedelta(minutes=2)
        left += [row for row in rows if row.get("saved") and clock.time - time_of(row["at"]) > late]
    assert [] == left
