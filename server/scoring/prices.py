"""Expected price of a post by market, and the cost of one engagement at an asked price. Tables are data."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from importlib import resources
from math import log10
from pathlib import Path
from typing import Any

from server.errors import BadSetting
from server.facts import PostType


@dataclass(frozen=True, slots=True)
class Market:
    """One price list: (followers from, to, price from, to), or a price per follower."""

    id: str
    currency: str
    name: str
    year: int
    note: str
    ranges: tuple[tuple[float, float, float, float], ...]
    per_follower: float | None = None

    def price(self, followers: float) -> tuple[float, float] | None:
        """Price range of a post for this size; None outside the list."""
        for low, high, cheap, dear in self.ranges:
            if low <= followers < high:
                if self.per_follower is None:
                    return cheap, dear
                return self.per_follower * followers, self.per_follower * followers
        return None


@dataclass(frozen=True, slots=True)
class PriceRange:
    """What a post of this creator may cost in one market."""

    market: Market
    low: float
    high: float
    cost_per_engagement: tuple[float, float] | None
    """At the two prices, for the creator's median engagement; None where that is unknown or 0."""

    def to_json(self) -> dict[str, Any]:
        cost = self.cost_per_engagement
        return {
            "market": self.market.id,
            "currency": self.market.currency,
            "low": round(self.low),
            "high": round(self.high),
            "cost_per_engagement": None
            if cost is None
            else {"low": _cents(cost[0]), "high": _cents(cost[1])},
            "source": {"name": self.market.name, "year": self.market.year, "note": self.market.note},
        }


@dataclass(frozen=True, slots=True)
class Prices:
    version: str
    markets: tuple[Market, ...]
    formats: dict[PostType, tuple[float, float]]
    """Factor on the price by kind of post."""

    def expected(
        self, followers: float, engagements: float | None = None, kind: PostType = "image"
    ) -> tuple[PriceRange, ...]:
        """Price ranges of every market that lists this size."""
        found = []
        for market in self.markets:
            price = market.price(followers)
            if price is not None:
                low, high = price[0] * self.formats[kind][0], price[1] * self.formats[kind][1]
                cost = (low / engagements, high / engagements) if engagements else None
                found.append(PriceRange(market, low, high, cost))
        return tuple(found)


def cost_per_engagement(price: float, engagements: float | None) -> float | None:
    """Price of one like or comment at an asked price; None where the engagement is unknown or 0."""
    return price / engagements if engagements else None


@cache
def load_prices(override: Path | None = None) -> Prices:
    """The shipped tables; a user's file may replace markets by id and add new ones. Raises BadSetting."""
    body = json.loads(resources.files(__package__).joinpath("prices.json").read_text("utf-8"))
    markets = {entry["id"]: entry for entry in body["markets"]}
    try:
        if override is not None and override.exists():
            own = json.loads(override.read_text("utf-8"))
            markets |= {entry["id"]: entry for entry in own["markets"]}
        return read_prices(body | {"markets": list(markets.values())})
    except (KeyError, TypeError, ValueError) as error:
        raise BadSetting("prices: the table of prices is not of the documented shape.") from error


def own_prices(table: Path | None) -> Prices | None:
    """The tables with the user's file in them; None where there is no such file. Raises BadSetting."""
    return None if table is None or not table.exists() else load_prices(table)


def read_prices(body: dict[str, Any]) -> Prices:
    """Tables from their JSON, the file's or what ``dataclasses.asdict`` gives. Raises KeyError, TypeError, ValueError."""
    return Prices(
        version=body["version"],
        markets=tuple(_market(entry) for entry in body["markets"]),
        formats={kind: (low, high) for kind, (low, high) in body["formats"].items()},
    )


def _market(entry: dict[str, Any]) -> Market:
    per_follower = entry.get("per_follower")
    ranges = entry.get("ranges") or [[entry["from"], entry["to"], 0, 0]]
    return Market(
        id=entry["id"],
        currency=entry["currency"],
        name=entry["name"],
        year=int(entry["year"]),
        note=entry.get("note", ""),
        ranges=tuple((float(a), float(b), float(c), float(d)) for a, b, c, d in ranges),
        per_follower=None if per_follower is None else float(per_follower),
    )


def _cents(amount: float) -> float:
    """Two digits that count, whatever the currency."""
    if amount <= 0:
        return 0.0
    return round(amount, max(0, 2 - int(log10(amount))))
