"""The one writer of money: a Price in words that the reader reads as the same price, in both languages."""

from __future__ import annotations

from decimal import Decimal

from msgspec.structs import replace

from server.messages import Text, table
from server.money.currencies import CURRENCIES
from server.money.records import Price

_BEFORE = frozenset(["VND", "USD", "EUR", "GBP", "THB", "KRW", "JPY", "TWD", "HKD", "PHP", "INR"])
"""English writes the sign of these before the digits; the other ones go by their code."""


def words(price: Price) -> Text:
    """ "3.000.000 ₫", "từ 5.000.000 ₫", "1.000.000 – 2.000.000 ₫ (net)"; the person's own words without an amount."""
    return Text(write(price, "en"), write(price, "vi"))


def write(price: Price, language: str) -> str:
    """A price in one language, never rounded."""
    if price.currency is None:
        return price.text
    text = _ends(price, price.currency, language)
    if price.net is None:
        return text
    return f"{text} ({'net' if price.net else 'gross'})"


def exactly(value: float, currency: str) -> Price:
    """A price that was given as a number. Raises ValueError."""
    price = Price(value, value, currency, "0")
    return replace(price, text=write(price, "vi"))


def _ends(price: Price, currency: str, language: str) -> str:
    low, high = (None if end is None else number(end, language) for end in (price.low, price.high))
    if low is None or high is None:
        key = "money.up_to" if low is None else "money.from"
        return table(language)[key].format(price=_signed(low or high or "", currency, language))
    return _signed(low if low == high else f"{low} – {high}", currency, language)


def _signed(digits: str, currency: str, language: str) -> str:
    """ "3.000.000 ₫" and "49,99 US$" in Vietnamese; "₫3,000,000" and "$49.99" in English."""
    sign = CURRENCIES[currency][0]
    if language == "vi":
        shown = "US$" if currency == "USD" else currency if sign.isalpha() and currency != "VND" else sign
        return f"{digits} {shown}"
    return f"{sign}{digits}" if currency in _BEFORE else f"{currency} {digits}"


def number(value: float, language: str) -> str:
    """Grouped digits; three decimals would be read as a group, so there are none, two, or four and more."""
    exact = Decimal(str(value)).normalize()
    places = max(0, -int(exact.as_tuple().exponent))
    places = {0: 0, 1: 2, 3: 4}.get(places, places)
    text = f"{exact:,.{places}f}"
    return text.translate(str.maketrans(".,", ",.")) if language == "vi" else text
