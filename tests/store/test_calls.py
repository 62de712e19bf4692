"""What is asked of the database does not rise with the number of creators: on another machine each call is a wait."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any

import pytest

from server.store.documents import time_of
from server.store.engine.memory import Changeset
from server.store.records import UNDO_TIME, Check, ImportRow, Sketch, Visit
from server.store.store import Store
from server.store.work import Doc, View
from tests.store.conftest import Clock

READS: dict[str, Callable[[Store], object]] = {
    "the list": lambda store: store.entries.all(),
    "a part of the list": lambda store: store.entries.all(100, 5),
    "the last checks": lambda store: store.checks.recent(1_000),
    "what can be judged again": lambda store: store.audits.latest(),
    "what can be judged anew": lambda store: store.rescores.rescorable(),
    "the outcomes": lambda store: store.outcomes.all(),
    "the sketches": lambda store: store.sketches.under("k1"),
}


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
        store.checks.add(Check(name, Visit(at, audit_id=f"a{number}"), audit={"n": number}, sketch=sketch))
        if number % 3 == 0:
            store.checks.add(Check(name, Visit(at - timedelta(days=30)), is_saved_page=True))
            store.outcomes.save(name, {"worth_it": True})


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
    for size in (10, 200):
        fill(store, clock, size)
        found[size] = {what: calls_of(store, read) for what, read in READS.items()}
    return found


def test_lists_ask_as_often_for_ten_as_for_two_hundred(counted: dict[int, dict[str, Counter[str]]]) -> None:
    """The same calls, and few of them."""
    assert counted[10] == counted[200]
    assert {what: 0 < calls.total() <= 6 for what, calls in counted[10].items()} == dict.fromkeys(READS, True)


def test_a_row_of_the_activity_costs_the_same_however_many_can_still_be_undone(
    store: Store, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A folder of saved pages on the list, page by page or at once, looks at no row again and again."""
    looked: Counter[str] = Counter()
    get_many = Changeset.get_many

    def counted(changeset: Changeset, table: str, doc_ids: Iterable[int]) -> dict[int, Doc]:
        asked = list(doc_ids)
        looked[table] += len(asked)
        return get_many(changeset, table, asked)

    monkeypatch.setattr(Changeset, "get_many", counted)
    found = []
    for size in (40, 80):
        looked.clear()
        names = [f"tao.{size}.{number}" for number in range(size)]
        store.checks.add_listed([Check(name, Visit(clock.time)) for name in names])
        for name in names:
            store.entries.save(name, {"note": "x"})
        found.append(looked["activity"])
    assert [0, 0] == found


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
