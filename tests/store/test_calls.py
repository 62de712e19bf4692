"""What is asked of the database does not rise with the number of creators: on another machine each call is a wait."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any

import pytest

from server.store.records import Check, ImportRow, Sketch, Visit
from server.store.store import Store
from server.store.work import View
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
