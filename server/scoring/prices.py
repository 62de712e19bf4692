"""Expected price of a post by market, and the cost of one engagement at an asked price. Tables are data."""

from __future__ import annotations

import json
from functools import cache
from importlib import resources
from itertools import pairwise
from math import log, log10
from typing import Any

from msgspec import Struct

from server.facts import PostType
from server.messages import Text


class Market(Struct, frozen=True):
    """One price list: (followers from, to, price from, to), prices at sizes with straight lines between, or a price per follower."""

    id: str
    currency: str
    name: Text
    year: int
    note: Text
    ranges: tuple[tuple[float, float, float, float], ...]
    per_follower: float | None = None
    points: tuple[tuple[float, float, float], ...] = ()
    """(followers, price from, to), rising: linear in ln(followers) between. Where there are any, ``ranges`` is only the
    table as published. At a limit between two tiers the end of the one and the begin of the other are the range, so
    that no price jumps."""

    def price(self, followers: float) -> tuple[float, float] | None:
        """Price range of a post for this size; None outside the list."""
        if self.points:
            return self._between(followers)
        for low, high, cheap, dear in self.ranges:
            if low <= followers < high:
                if self.per_follower is None:
                    return cheap, dear
                return self.per_follower * followers, self.per_follower * followers
        return None

    def _between(self, followers: float) -> tuple[float, float] | None:
        for (start, low, high), (end, next_low, next_high) in pairwise(self.points):
            if start <= followers < end:
                share = log(followers / start) / log(end / start)
                return low + share * (next_low - low), high + share * (next_high - high)
        return None


class PriceRange(Struct, frozen=True):
    """What a post of this creator may cost in one market."""

    market: Market
    low: float
    high: float
    kinds: dict[PostType, tuple[float, float]]
    """The range for each kind of post that has a published factor. No source prices a story or an hour of live."""
    cost_per_engagement: tuple[float, float] | None
    """At the two prices, for the creator's median engagement; None where that is unknown or 0."""

    def answer(self) -> PriceAnswer:
        cost, market = self.cost_per_engagement, self.market
        return PriceAnswer(
            market=market.id,
            currency=market.currency,
            low=for_people(self.low),
            high=for_people(self.high),
            kinds={
                kind: PriceEnds(low=for_people(low), high=for_people(high))
                for kind, (low, high) in self.kinds.items()
            },
            cost_per_engagement=cost and PriceEnds(low=_cents(cost[0]), high=_cents(cost[1])),
            source=PriceSource(name=market.name, year=market.year, note=market.note),
        )


class PriceEnds(Struct, frozen=True, kw_only=True):
    low: float
    high: float


class PriceSource(Struct, frozen=True, kw_only=True):
    name: Text
    year: int
    note: Text


class PriceAnswer(Struct, frozen=True, kw_only=True):
    """An expected price as an analysis says it."""

    market: str
    currency: str
    low: int
    high: int
    kinds: dict[PostType, PriceEnds]
    cost_per_engagement: PriceEnds | None
    source: PriceSource


class Prices(Struct, frozen=True):
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
                kinds = {name: (price[0] * a, price[1] * b) for name, (a, b) in self.formats.items()}
                low, high = kinds[kind]
                cost = (low / engagements, high / engagements) if engagements else None
                found.append(PriceRange(market, low, high, kinds, cost))
        return tuple(found)


def cost_per_engagement(price: float, engagements: float | None) -> float | None:
    """Price of one like or comment at an asked price; None where the engagement is unknown or 0."""
    return price / engagements if engagements else None


@cache
def load_prices() -> Prices:
    """The published tables, which ship with Soi."""
    return read_prices(json.loads(resources.files(__package__).joinpath("prices.json").read_text("utf-8")))


def read_prices(body: dict[str, Any]) -> Prices:
    """Tables from their JSON, that of the file or what ``own_json.plain`` gives. Raises KeyError, TypeError, ValueError."""
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
        name=_text(entry["name"]),
        year=int(entry["year"]),
        note=_text(entry["note"]),
        ranges=tuple((float(a), float(b), float(c), float(d)) for a, b, c, d in ranges),
        per_follower=None if per_follower is None else float(per_follower),
        points=tuple((float(a), float(b), float(c)) for a, b, c in entry.get("points", ())),
    )


def _text(words: dict[str, str]) -> Text:
    return Text(words["en"], words["vi"])


def for_people(amount: float) -> int:
    """Three digits that count: nobody offers 5,343,187 dong.

    >>> for_people(612.4), for_people(5_343_187), for_people(15)
    (612, 5340000, 15)
    """
    step = 10 ** max(0, int(log10(max(amount, 1.0))) - 2)
    return int(round(amount / step) * step)


def _cents(amount: float) -> float:
    """Two digits that count, whatever the currency."""
    if amount <= 0:
        return 0.0
    return round(amount, max(0, 2 - int(log10(amount))))
