"""What the user has set to judge by: own thresholds of the verdict table, an own price list, and saved searches.

All lie in the store's settings, as JSON under their names; nothing else of Soi's tables can be set.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Any

from msgspec import Struct

from server.errors import BadRange, BadSetting, Inconsistent, OverlappingRanges
from server.messages import Text, text
from server.scoring.prices import Market, Prices, load_prices
from server.scoring.searches import CURRENCIES, SEARCHES, Search, searches_of
from server.scoring.thresholds import PUBLISHED, Thresholds, own_thresholds

THRESHOLDS, PRICES = "thresholds", "prices"
MOST_RANGES = 40
MOST_FOLLOWERS, MOST_PRICE = 1e9, 1e12
_RANGE = ("from", "to", "low", "high")


class UserTables(Struct, frozen=True):
    """The user's own tables; the published ones where nothing is set."""

    thresholds: Thresholds = PUBLISHED
    prices: Prices | None = None
    search: Search | None = None
    """The active one; None while the search is off, as without a store."""


def own_of(saved: Mapping[str, Any]) -> UserTables:
    """From the saved settings. What this version of Soi cannot read counts as not set, so that it can still judge."""
    return UserTables(
        _thresholds(saved.get(THRESHOLDS)),
        _prices(saved.get(PRICES)),
        searches_of(saved.get(SEARCHES)).chosen,
    )


def _thresholds(saved: Any) -> Thresholds:
    try:
        return own_thresholds(saved or {})
    except (BadSetting, Inconsistent, AttributeError):
        return PUBLISHED


def _prices(saved: Any) -> Prices | None:
    try:
        return own_prices(saved["lists"], int(saved["year"])) if saved else None
    except (BadSetting, BadRange, OverlappingRanges, KeyError, TypeError, ValueError):
        return None


def own_prices(lists: Sequence[Mapping[str, Any]], year: int) -> Prices:
    """The published tables with own lists in place of all lists in the same currency.

    A list is ``{"currency", "ranges": [{"from", "to", "low", "high"}]}``: from ``from`` to below ``to`` followers a
    post costs ``low`` to ``high``. Gaps are allowed: for a size in a gap nothing is said. Raises BadSetting, BadRange,
    OverlappingRanges, each naming currency and row.
    """
    currencies = [entry["currency"] for entry in lists]
    if not currencies or len(set(currencies)) < len(currencies) or not {*currencies} <= {*CURRENCIES}:
        raise BadSetting(f"prices: one list for each currency, of {', '.join(CURRENCIES)}.")
    markets = tuple(_market(entry, year) for entry in lists)
    published = load_prices()
    others = tuple(market for market in published.markets if market.currency not in currencies)
    digest = hashlib.sha256(json.dumps([(m.currency, m.ranges) for m in markets]).encode()).hexdigest()
    return Prices(f"own.{digest[:8]}", (*markets, *others), published.formats)


def _market(entry: Mapping[str, Any], year: int) -> Market:
    currency = entry["currency"]
    rows = [tuple(float(row[name]) for name in _RANGE) for row in entry["ranges"]]
    if not 1 <= len(rows) <= MOST_RANGES:
        raise BadSetting(f"prices: 1 to {MOST_RANGES} ranges in {currency}.")
    for number, (start, end, low, high) in enumerate(rows, 1):
        if not (start >= 0 and end <= MOST_FOLLOWERS and low >= 0 and high <= MOST_PRICE):
            raise BadSetting(f"prices: row {number} in {currency} has a number out of its limits.")
        if start >= end or low > high:
            raise BadRange(f"Row {number} in {currency} ends before it begins.")
    ordered = sorted(rows)
    if any(following[0] < before[1] for before, following in pairwise(ordered)):
        raise OverlappingRanges(f"Two rows in {currency} hold the same number of followers.")
    return Market(
        id=f"own-{currency.lower()}",
        currency=currency,
        name=text("prices.own"),
        year=year,
        note=Text("", ""),
        ranges=tuple((a, b, c, d) for a, b, c, d in ordered),
    )
