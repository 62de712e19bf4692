"""What a creator asks, beside what the price list says of somebody of that size."""

from __future__ import annotations

from msgspec.structs import replace

from server.money import Price, PriceReading
from server.money.doubts import below
from server.scoring.own import own_of
from server.scoring.prices import load_prices
from server.store.store import Store


def beside_the_list(reading: PriceReading, username: str, store: Store) -> PriceReading:
    """The reading with what a price far below the list for this creator probably means."""
    price = reading.price or (reading.others[0] if reading.others else None)
    if price is None or price.currency is None or price.low is None or price.low != price.high:
        return reading
    meant = _meant(price, username, store)
    if meant is None:
        return reading
    return PriceReading(reading.price, tuple(dict.fromkeys((meant, *reading.others))))


def _meant(price: Price, username: str, store: Store) -> Price | None:
    state = store.creators.find(username)
    sizes = [visit.followers.value for visit in state.visits if visit.followers] if state else []
    if not sizes or price.low is None:
        return None
    lists = own_of(store.settings.get().value).prices or load_prices()
    for expected in lists.expected(sizes[-1]):
        much = below(price.low, expected.low, expected.high)
        if expected.market.currency == price.currency and much is not None:
            return replace(price, low=much, high=much)
    return None
