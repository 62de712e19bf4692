"""Where a reading is doubtful, and what else the text may mean: a bare 900 beside prices of millions means thousands."""

from __future__ import annotations

from decimal import Decimal

from msgspec.structs import replace

from server.money.ends import Span

LEAST = {"VND": 50_000, "IDR": 20_000, "KRW": 1_000}
"""Below this a bare number is no price of a post but one in thousands or millions."""
LEAST_THOUSANDS = 10_000
"""So much at least is meant by a number with "k" behind it, in đồng."""
MOST_LIKELY = 500_000_000
"""No correction leads above this."""
MOST_BARE = 2_000_000_000
"""From here on a bare number in đồng has three zeros too many."""
MOST_THOUSANDS = 100_000_000
"""From here on the "k" behind digits in groups, "150.000k", more likely says its three zeros once again."""
MOST_FOREIGN = 100_000
"""From here on an amount in another currency that has cents is more likely one in đồng: "$2tr", "1.500.000$"."""
MOST_UNNAMED = 100_000
"""From here on a number without a currency beside it is in đồng, whatever the usual currency."""


DEAR = frozenset({"USD", "EUR", "GBP", "SGD", "AUD", "CAD", "CHF"})
"""Currencies of which one is worth ten thousand đồng and more."""


def alternatives(span: Span, code: str, *, named: bool) -> list[tuple[Span, str]]:
    """Other meanings with their currencies, the likeliest first; ``named`` is whether a currency stands beside it."""
    if span.low == span.high == 0:
        return []
    found = [(other, code) for other in (*_grouped(span), *_smaller(span, code), *_larger(span, code))]
    if (
        code != "VND"
        and _end(span) >= (MOST_FOREIGN if named else MOST_UNNAMED)
        and _is_dear(code, named=named)
    ):
        found.append((span, "VND"))
    return _distinct(found)


def below(amount: float, low: float, high: float) -> float | None:
    """An amount far below the range of its list as what was probably meant: thousands or millions of it."""
    if not 0 < amount < low / 100:
        return None
    scaled = (amount * factor for factor in (1_000, 1_000_000))
    return next((much for much in scaled if low / 10 <= much <= high * 10), None)


def _end(span: Span) -> Decimal:
    return max(end for end in (span.low, span.high) if end is not None)


def _times(span: Span, factor: Decimal | int) -> Span:
    low, high = (None if end is None else end * factor for end in (span.low, span.high))
    return replace(span, low=low, high=high)


def _grouped(span: Span) -> list[Span]:
    """ "1.500tr" is 1.5 million rather than 1.5 billion: a group of three behind a large unit is decimals."""
    (first, *more) = span.amounts
    if more or first.other is None or first.unit < 10**6:
        return []
    other = replace(span, low=span.low and first.other, high=span.high and first.other)
    return [other]


def _smaller(span: Span, code: str) -> list[Span]:
    """Too small as it stands: in thousands, or in millions."""
    units = {amount.unit for amount in span.amounts}
    least = LEAST.get(code)
    if least is None:
        return []
    if units == {100}:
        return [_times(span, 1_000)] if code == "VND" else []
    if units == {1_000} and code == "VND" and _end(span) < LEAST_THOUSANDS:
        return [_times(span, 1_000)]
    if units != {1} or _end(span) >= least:
        return []
    scaled = [_times(span, factor) for factor in (1_000, 1_000_000)]
    return [other for other in scaled if _is_likely(other, least)]


def _larger(span: Span, code: str) -> list[Span]:
    units = {amount.unit for amount in span.amounts}
    is_twice = units == {1_000} and _end(span) >= MOST_THOUSANDS
    if code != "VND" or not (is_twice or (units == {1} and _end(span) > MOST_BARE)):
        return []
    return [_times(span, Decimal(1) / 1_000)]


def _is_dear(code: str, *, named: bool) -> bool:
    """Whether so much is no price of a post in this currency: one that was only presumed is always doubted."""
    return not named or code in DEAR


def _is_likely(span: Span, least: int) -> bool:
    return all(least <= end <= MOST_LIKELY for end in (span.low, span.high) if end is not None)


def _distinct(found: list[tuple[Span, str]]) -> list[tuple[Span, str]]:
    return list({(span.low, span.high, code): (span, code) for span, code in found}.values())
