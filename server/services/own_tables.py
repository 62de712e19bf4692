"""The user's own tables in the store's settings: thresholds, prices, searches. One is replaced, the others stay."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from server.errors import BadField
from server.fields.prices import Given, sum_given
from server.store.store import Store


def replace_table(store: Store, name: str, table: Any, expected: int) -> None:
    """Keep ``table`` under ``name``, or take it away where it is None. Raises Conflict when the version is another."""
    kept = {other: value for other, value in store.settings.get().value.items() if other != name}
    store.settings.save(kept if table is None else kept | {name: table}, expected)


def in_numbers(entry: Mapping[str, Any]) -> dict[str, Any]:
    """A price list whose prices were given as texts, "2tr", with the amounts that they say.

    Raises BadField, UnclearPrice.
    """
    rows = [
        row | {name: _amount(row[name], entry["currency"]) for name in ("low", "high")}
        for row in entry["ranges"]
    ]
    return {**entry, "ranges": rows}


def _amount(given: Given, currency: str) -> float:
    found = sum_given(given, currency)
    if found is None or found.currency != currency:
        raise BadField(f"prices: one amount in {currency} is needed.")
    return found.amount
