"""The asked price of a row: from one cell as people write it, or from the columns that an export of Soi has."""

from __future__ import annotations

from collections.abc import Mapping

from server.errors import TooLong
from server.money import MAX_TEXT, MOST, Price, PriceReading, read, words
from server.money.currencies import WITHOUT_CENTS, code_of
from server.money.numbers import read_number

PRICE, HIGH, CURRENCY, TEXT, NET = "price_asked", "price_high", "currency", "price_text", "price_net"
_NETS = {"net": True, "gross": False}


def price_of(cells: Mapping[str, str], usual: str) -> PriceReading:
    """What the cells say; ``usual`` is the currency of a bare number. Raises TooLong."""
    if any(len(cells.get(key, "")) > MAX_TEXT for key in (PRICE, TEXT)):
        raise TooLong(f"{PRICE}: at most {MAX_TEXT} characters.")
    column = cells.get(CURRENCY, "").strip()
    said = code_of(column.casefold())
    if TEXT in cells or HIGH in cells:
        return _exported(cells, said or usual) or _as_words(" ".join(_given(cells)))
    if column and said is None:
        return _as_words(f"{cells.get(PRICE, '')} {column}")
    return _written(cells.get(PRICE, ""), usual, said)


def _written(cell: str, usual: str, said: str | None) -> PriceReading:
    try:
        return read(cell, usual, said)
    except ValueError:  # two currencies: which one is meant only a person can say
        return _as_words(f"{cell} {said}")


def _as_words(text: str) -> PriceReading:
    return PriceReading(Price(None, None, None, text.strip(), None)) if text.strip() else PriceReading(None)


def _given(cells: Mapping[str, str]) -> list[str]:
    return [cells[key].strip() for key in (PRICE, HIGH, CURRENCY, TEXT) if cells.get(key, "").strip()]


def _exported(cells: Mapping[str, str], currency: str) -> PriceReading | None:
    """Both ends and the words. Where somebody has typed another number since, the number counts."""
    text = cells.get(TEXT, "").strip()
    said = read(text, currency)
    low, high = (_amounts(cells.get(key, "")) for key in (PRICE, HIGH))
    if not (low or high):
        return _kept(text, said, cells, currency)
    if said.is_clear and said.price is not None and said.price.has_amount:
        if _holds(low, said.price.low) and _holds(high, said.price.high):
            return PriceReading(_with_net(said.price, cells))
        return _edited(cells, currency)
    price = _literal(low, high, currency, text, cells)
    return PriceReading(price) if price else None


def _kept(text: str, said: PriceReading, cells: Mapping[str, str], currency: str) -> PriceReading:
    """Words that were asked about before are not asked about again."""
    if cells.get(PRICE, "").strip():
        return _written(cells[PRICE], currency, None)
    return said if said.is_clear else _as_words(text)


def _edited(cells: Mapping[str, str], currency: str) -> PriceReading:
    reading = _written(cells.get(PRICE) or cells.get(HIGH, ""), currency, currency)
    price, high = reading.price, _amounts(cells.get(HIGH, ""))
    if price is None or not reading.is_clear or price.low is None or not high or high[-1] < price.low:
        return reading
    ended = Price(price.low, high[-1], currency, "0", price.net)
    return PriceReading(_with_net(Price(ended.low, ended.high, currency, words(ended).vi, None), cells))


def _literal(
    low: tuple[float, ...], high: tuple[float, ...], currency: str, text: str, cells: Mapping[str, str]
) -> Price | None:
    ends = [_one(amounts, currency) for amounts in (low, high)]
    if None not in ends:
        ends = sorted(ends, key=lambda end: end or 0)
    if max(end or 0 for end in ends) > MOST:
        return None
    bare = Price(ends[0], ends[1], currency, text or "0", None)
    return _with_net(bare if text else Price(bare.low, bare.high, currency, words(bare).vi, None), cells)


def _one(amounts: tuple[float, ...], currency: str) -> float | None:
    """Of "1.125" what the currency allows: 1125 đồng, but 1.125 dollars, as a file of Soi has them."""
    if not amounts:
        return None
    return amounts[0] if currency in WITHOUT_CENTS else amounts[-1]


def _amounts(cell: str) -> tuple[float, ...]:
    """What a cell of a number column may say, the grouped digits first; () for an empty cell or no number."""
    number = read_number(cell.strip()) if cell.strip()[:1].isdigit() else None
    if number is None:
        return ()
    values = (number.value, number.other) if number.other is not None else (number.value,)
    return tuple(int(value) if value == value.to_integral_value() else float(value) for value in values)


def _holds(amounts: tuple[float, ...], end: float | None) -> bool:
    return end in amounts if end is not None else not amounts


def _with_net(price: Price, cells: Mapping[str, str]) -> Price:
    net = _NETS.get(cells[NET].strip().casefold()) if NET in cells else price.net
    return Price(price.low, price.high, price.currency, price.text, net)
