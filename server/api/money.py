"""What a text says as a price: the pages echo it before anything is saved, and ask where it may mean something else."""

from __future__ import annotations

from dataclasses import replace

from flask import Blueprint, Response

from server.api.context import answer, read_body, services
from server.money import CURRENCIES, MAX_TEXT, Price, PriceReading, read
from server.money.doubts import below
from server.schemas.creator_fields import Username
from server.schemas.fields import Body, ChoiceField, TextField
from server.schemas.prices import told
from server.scoring.own import own_of
from server.scoring.prices import load_prices
from server.security.policy import policy

blueprint = Blueprint("money", __name__)

ASKING = Body(
    {
        "text": TextField(MAX_TEXT, required=True),
        "currency": ChoiceField(tuple(CURRENCIES)),
        "username": Username(),
    }
)


@blueprint.post("/money")
@policy(body=ASKING)
def money() -> Response:
    """Read a price as it was typed; with a creator's name a price far below the price list is doubted too."""
    body = read_body()
    usual = body.get("currency") or services().current_settings().currency
    reading = read(body["text"], usual)
    if "username" in body:
        reading = _beside_the_list(reading, body["username"])
    return answer(told(reading))


def _beside_the_list(reading: PriceReading, username: str) -> PriceReading:
    """The reading with what a price far below the list for this creator probably means."""
    price = reading.price or (reading.others[0] if reading.others else None)
    if price is None or price.currency is None or price.low is None or price.low != price.high:
        return reading
    meant = _meant(price, username)
    if meant is None:
        return reading
    return PriceReading(reading.price, tuple(dict.fromkeys((meant, *reading.others))))


def _meant(price: Price, username: str) -> Price | None:

    store = services().store
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
