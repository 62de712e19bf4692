"""Prices of schema 1, an amount and a currency, become prices with two ends and words."""

from __future__ import annotations

import pytest

from server.money import exactly
from server.store.documents import creator_of, entry_of
from server.store.migrations import STEPS

AT = "2026-11-23T00:00:00+00:00"


def creator(**parts: object) -> dict[str, object]:
    return {"platform": "instagram", "handle": "lan.vidu", "entry_version": 1, **parts}


def entry(price: object) -> dict[str, object]:
    return {"status": "found", "status_at": AT, "added_at": AT, "order": 1, "version": 1, "price": price}


@pytest.mark.parametrize(("amount", "currency"), [(1_500_000, "VND"), (49.99, "USD"), (3, "VND"), (0, "USD")])
def test_a_price_of_schema_1_is_the_same_price(amount: float, currency: str) -> None:
    """The amount is both ends, the words are those in which the writer puts it; nothing is corrected in silence."""
    tables = {"creators": {"1": creator(entry=entry([amount, currency]))}, "visits": {}}
    moved = STEPS[1](tables)
    assert entry_of(moved["creators"]["1"], None).price_asked == exactly(amount, currency)
    assert tables["creators"]["1"]["entry"]["price"] == [amount, currency]  # type: ignore[index] # a document is JSON


def test_an_entry_that_can_be_brought_back_moves_too() -> None:
    """Undo after an update puts a price of the present form back; who has no price or no entry stays as it was."""
    undone = creator(undo={"at": AT, "entry": entry([2_000_000, "VND"])})
    removed = creator(undo={"at": AT, "entry": None})
    tables = {"creators": {"1": undone, "2": removed, "3": creator(), "4": creator(entry=entry(None))}}
    moved = STEPS[1](tables)["creators"]
    assert moved["1"]["undo"]["entry"]["price"] == exactly(2_000_000, "VND").to_json()
    assert {key: moved[key] for key in "234"} == {key: tables["creators"][key] for key in "234"}
    assert creator_of(moved["1"]).username == "lan.vidu"
