"""From amounts to spans: "1-2tr" has two ends, "từ 3tr" and "5tr+" only one."""

from __future__ import annotations

from decimal import Decimal

from msgspec import Struct
from msgspec.structs import replace

from server.money.tokens import LEAST_PRICE, Amount, Reader, Unclear
from server.money.words import BETWEEN, FROM_BEFORE, FROM_BEHIND, UP_TO_BEFORE, UP_TO_BEHIND

LEAST_HUNDREDS = 50
"""From here on the first end of "500-1tr" is in thousands; "3-2tr" is a slip."""


class Span(Struct, frozen=True):
    """A price in the text: tokens ``first`` to before ``end``."""

    low: Decimal | None
    high: Decimal | None
    first: int
    end: int
    amounts: tuple[Amount, ...]
    currency: str | None = None
    vietnamese: bool = False

    @property
    def is_bare(self) -> bool:
        return all(amount.is_bare for amount in self.amounts)


def spans_of(amounts: list[Amount], reader: Reader) -> list[Span]:
    """Amounts with a dash or "đến" between them are the two ends of one span; equal ones count once."""
    spans: list[Span] = []
    left = list(amounts)
    while left:
        first = left.pop(0)
        if left and _is_between(first, left[0], reader):
            spans.append(_range(first, left.pop(0)))
        else:
            spans.append(_single(first))
    return _distinct(spans)


def open_ends(span: Span, reader: Reader) -> Span:
    """The span with the end taken away that "từ", "+", "dưới" or "trở xuống" leave open."""
    is_alone = span.first == 0 and span.end == len(reader.tokens)
    if is_alone or len(span.amounts) > 1:
        return span
    before = {_joined(reader, span.first - length, length) for length in (1, 2)}
    behind = {_joined(reader, span.end, length) for length in (1, 2)}
    plus = reader.word(span.end) == "+" and _ends_here(reader, span.end + 1)
    if before & FROM_BEFORE or behind & FROM_BEHIND or plus:
        return replace(span, high=None)
    if before & UP_TO_BEFORE or behind & UP_TO_BEHIND:
        return replace(span, low=None)
    return span


def _joined(reader: Reader, at: int, length: int) -> str:
    if at < 0:
        return ""
    return " ".join(token.text for token in reader.tokens[at : at + length])


def _ends_here(reader: Reader, at: int) -> bool:
    """Whether nothing is added: "5tr+" is open, "5tr + VAT" is not."""
    return reader.word(at) in ("", ")", "/", ",", ";", ".")


def _is_between(first: Amount, second: Amount, reader: Reader) -> bool:
    between = [token.text for token in reader.tokens[first.end : second.first]]
    return len(between) == 1 and between[0] in BETWEEN


def _single(amount: Amount) -> Span:
    return Span(
        amount.value,
        amount.value,
        amount.first,
        amount.end,
        (amount,),
        amount.currency,
        amount.vietnamese,
    )


def _range(first: Amount, second: Amount) -> Span:
    """The unit of one end is the other's too, "1-2tr" and "2tr-3"; before "1tr", 500 can only be thousands."""
    low, high = first, second
    if low.unit == 1 and high.unit > 1 and low.value < high.value:
        unit = _unit_of_first(low.value, high)
        low = replace(low, value=low.value * unit, unit=unit)
    elif high.is_bare and low.unit > 1 and high.value < low.unit:
        high = replace(high, value=high.value * low.unit, unit=low.unit)
    return Span(
        low.value,
        high.value,
        first.first,
        second.end,
        (low, high),
        _currency(first, second),
        first.vietnamese or second.vietnamese,
    )


def _unit_of_first(value: Decimal, high: Amount) -> int:
    """ "1-2tr" are millions, "500-1tr" thousands, "1.500.000-2tr" đồng. Raises Unclear: "3-2tr" is none of these."""
    if value * high.unit <= high.value:
        return high.unit
    if value >= LEAST_HUNDREDS and value * 1_000 <= high.value:
        return 1_000
    if value >= LEAST_PRICE:
        return 1
    raise Unclear


def _currency(first: Amount, second: Amount) -> str | None:
    """That of both ends. Raises TwoCurrencies, also for "3tr-100$", where the first end's unit says đồng."""
    one, other = (amount.currency or ("VND" if amount.vietnamese else None) for amount in (first, second))
    named = first.currency or second.currency
    both = first.vietnamese and second.vietnamese
    if one and other and one != other and not both:
        raise TwoCurrencies
    return named


class TwoCurrencies(Exception):
    """A range from one currency into another."""


def _distinct(spans: list[Span]) -> list[Span]:
    seen: dict[tuple[Decimal | None, Decimal | None, str | None], Span] = {}
    for span in spans:
        seen.setdefault((span.low, span.high, span.currency), span)
    return list(seen.values())
