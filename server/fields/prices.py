"""A price in a body: as the record, as a bare text, as a text with its currency, or as an exact amount."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from msgspec import Struct

from server.errors import BadField, BadRange, Inconsistent, UnclearPrice
from server.fields.kinds import AmountField, Body, ChoiceField, FlagField, NullableField, TextField
from server.money import CURRENCIES, MAX_TEXT, MOST, Money, Price, PriceReading, exactly, read, words

_AMOUNT = AmountField(MOST)
_CURRENCY = ChoiceField(tuple(CURRENCIES))
_WORDS = TextField(MAX_TEXT)
EXACT = Body(
    {"amount": AmountField(MOST, required=True), "currency": ChoiceField(tuple(CURRENCIES), required=True)}
)
"""An amount that needs no reading."""
ASKED = Body(
    {
        "low": NullableField(_AMOUNT),
        "high": NullableField(_AMOUNT),
        "currency": NullableField(_CURRENCY),
        "text": NullableField(_WORDS),
        "net": NullableField(FlagField()),
    }
)
"""A price as it is stored and answered; in a body each part may be missing."""

Given = Mapping[str, Any] | str | float | None


class PriceAsked:
    """An asked price; ``price_given`` makes it one, as soon as the currency of a bare number is known."""

    required = False

    def read(self, name: str, value: Any) -> Given:
        if value is None:
            return None
        if isinstance(value, str):
            return _WORDS.read(name, value)
        if isinstance(value, dict):
            return EXACT.read(value) if "amount" in value else ASKED.read(value)
        return _AMOUNT.read(name, value)

    def schema(self) -> dict[str, Any]:
        kinds = (ASKED, _WORDS, EXACT, _AMOUNT)
        return {"oneOf": [*(kind.schema() for kind in kinds), {"type": "null"}]}


class Sum(Struct, frozen=True):
    """An exact amount of money, with its currency or as a text; ``sum_given`` makes it one.

    ``required`` ones stand in a list whose currency is said above them, so that a plain number does as well.
    """

    required: bool = False

    def read(self, name: str, value: Any) -> Given:
        if isinstance(value, str):
            return _WORDS.read(name, value)
        if self.required and not isinstance(value, dict):
            return _AMOUNT.read(name, value)
        if not isinstance(value, dict):
            raise BadField(f"{name}: an amount and a currency are needed.")
        return ASKED.read(value) if "text" in value else EXACT.read(value)

    def schema(self) -> dict[str, Any]:
        kinds = (EXACT, ASKED, _WORDS, *((_AMOUNT,) if self.required else ()))
        return {"oneOf": [kind.schema() for kind in kinds]}


def price_given(given: Given, usual: str) -> Price | None:
    """What ``PriceAsked`` has read, as a price; ``usual`` is the currency of a bare number.

    Raises UnclearPrice where the words may mean something else too, Inconsistent, BadRange, BadField.
    """
    if given is None:
        return None
    if isinstance(given, str):
        return _clear(read(given, usual))
    if not isinstance(given, Mapping):
        return exactly(given, usual)
    if "amount" in given:
        return exactly(given["amount"], given["currency"])
    low, high = given.get("low"), given.get("high")
    if low is None and high is None:
        return _from_words(given, usual)
    return _from_numbers(low, high, given, usual)


def sum_given(given: Given, usual: str) -> Money | None:
    """What ``Sum`` has read as an amount. Raises BadField where it is none or more than one, and UnclearPrice."""
    price = price_given(given, usual)
    if price is None:
        return None
    if price.low is None or price.low != price.high or price.currency is None:
        raise BadField("One amount and its currency are needed.")
    return Money(price.low, price.currency)


def _from_words(given: Mapping[str, Any], usual: str) -> Price | None:
    """A text is read; one that came with its empty ends has been asked about, and is kept as words."""
    text, net = given.get("text") or "", given.get("net")
    reading = read(text, given.get("currency") or usual)
    if not reading.is_clear and "low" in given:
        return Price(None, None, None, text.strip(), net)
    price = _clear(reading)
    if price is None or net is None:
        return price
    return Price(price.low, price.high, price.currency, price.text, net)


def _from_numbers(low: float | None, high: float | None, given: Mapping[str, Any], usual: str) -> Price:
    currency, text = given.get("currency") or usual, (given.get("text") or "").strip()
    if low is not None and high is not None and low > high:
        raise BadRange("price_asked: the higher end lies below the lower one.")
    price = Price(low, high, currency, text or "0", given.get("net"))
    if not text:
        return Price(low, high, currency, words(price).vi, price.net)
    said = read(text, currency)
    if said.is_clear and said.price and said.price.has_amount and not said.price.same_amounts(price):
        raise Inconsistent("price_asked: its words and its numbers say two prices.")
    return price


def _clear(reading: PriceReading) -> Price | None:
    if not reading.is_clear:
        raise UnclearPrice(details=told(reading))
    return reading.price


def told(reading: PriceReading) -> dict[str, Any]:
    """A reading in JSON, with the words in which it is echoed."""
    return {
        "price": _shown(reading.price),
        "others": [_shown(other) for other in reading.others],
        "kept_as_text": reading.kept_as_text,
    }


def _shown(price: Price | None) -> dict[str, Any] | None:
    return None if price is None else price.to_json() | {"shown": words(price).to_json()}
