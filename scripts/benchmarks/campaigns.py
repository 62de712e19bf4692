"""Campaigns beside a list of 10,000: what the server needs for the list of 100 and for one of 40 creators."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from statistics import median
from time import process_time
from typing import Any

from scripts.benchmarks import Row, at_most
from server import own_json
from server.campaigns.records import Brand, BudgetFrame, Campaign, Deliverable, Slot
from server.campaigns.today import Work
from server.money import exactly
from server.services import campaigns as telling
from server.store.records import ImportRow
from server.store.store import Store
from server.store.tinydb import embedded_store

TITLE = "Campaigns"
_LISTED, _CAMPAIGNS, _SLOTS = 10_000, 100, 40
_TODAY = date(2026, 11, 30)


def rows(quick: bool) -> Iterator[Row]:
    with tempfile.TemporaryDirectory() as folder:
        store = embedded_store(Path(folder) / "soi.json")
        try:
            store.entries.import_rows([ImportRow(f"nguoi.{n}", {}) for n in range(_LISTED)])
            kept = [store.campaigns.add(_work(number)) for number in range(_CAMPAIGNS)]
            one, times = kept[0].work.campaign.id, 3 if quick else 10
            yield at_most(
                "the list of 100 campaigns with 4,000 posts",
                _took(lambda: telling.summaries(store.campaigns.all(), _TODAY), times),
                "ms",
                300,
            )
            yield at_most(
                "one campaign of 40 creators, beside 99 others and 10,000 on the list",
                _took(lambda: telling.told(store.campaigns.get(one), _day(store), ""), times),
                "ms",
                1_000,
            )
        finally:
            store.close()


def _day(store: Store) -> telling.Day:
    return telling.Day(store.campaigns.all(), telling.contacted(store.entries.all()), _TODAY)


def _work(number: int) -> Work:
    """40 people of the list, one post each."""
    names = [f"nguoi.{(number * 37 + place) % _LISTED}" for place in range(_SLOTS)]
    slots = tuple(Slot(f"s{place}", creator=name) for place, name in enumerate(names))
    posts = tuple(
        Deliverable("", slot.id, slot.creator or "", price=exactly(3_000_000, "VND"), due_post=_TODAY)
        for slot in slots
    )
    campaign = Campaign("", f"c{number}", Brand("b"), budget=BudgetFrame(200_000_000), slots=slots)
    return Work(campaign, posts)


def _took(work: Callable[[], Any], times: int) -> float:
    """Milliseconds of processor time, writing the answer included."""
    took = []
    for _ in range(times):
        start = process_time()
        own_json.dumps(work())
        took.append((process_time() - start) * 1_000)
    return median(took)
