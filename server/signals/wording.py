"""Numbers inside sentences, written as each language writes them.

A place in a sentence names a number and a format, ``{rate:pct1}``: ``int`` 12,300; ``dec1`` and ``dec2`` 3.1; ``pct0``
and ``pct1`` a fraction as percent, 3.1%; ``times`` a logarithm as a factor; ``date`` days since 1970, 5 Mar 2026.
Vietnamese swaps comma and point, and writes 05/03/2026.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from functools import cache
from math import exp, isfinite
from string import Formatter

from server.messages import Text

_VIETNAMESE = str.maketrans({",": ".", ".": ","})
_FORMATS: dict[str, Callable[[float], str]] = {
    "int": lambda value: f"{value:,.0f}",
    "dec1": lambda value: f"{value:,.1f}",
    "dec2": lambda value: f"{value:,.2f}",
    "pct0": lambda value: f"{100 * value:.0f}%",
    "pct1": lambda value: f"{100 * value:.1f}%",
    "times": lambda value: _factor(exp(min(value, 20.0))),
}
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
UNKNOWN = "?"
_WHOLE_FROM = 100
"""A factor from here on is shown without a decimal: nobody has 1,234.5 followers for a post."""


def _factor(factor: float) -> str:
    return f"{factor:,.0f}" if factor >= _WHOLE_FROM else f"{factor:,.1f}"


def fill(text: Text, numbers: Mapping[str, float], words: Mapping[str, Text] | None = None) -> Text:
    """``text`` with numbers and words put in, each language in its own grammar. A number that is none shows as "?"."""
    en = {name: word.en for name, word in words.items()} if words else {}
    vi = {name: word.vi for name, word in words.items()} if words else {}
    return Text(
        _filled(text.en, numbers, en, vietnamese=False), _filled(text.vi, numbers, vi, vietnamese=True)
    )


def _filled(
    template: str, numbers: Mapping[str, float], words: Mapping[str, str], *, vietnamese: bool
) -> str:
    parts = []
    for literal, name, spec in _parts(template):
        parts.append(literal)
        if spec:
            parts.append(_number(numbers[name], spec, vietnamese=vietnamese))
        elif name:
            parts.append(words[name])
    return "".join(parts)


def _number(value: float, spec: str, *, vietnamese: bool) -> str:
    if not isfinite(value):
        return UNKNOWN
    if spec == "date":
        return _date(value, vietnamese=vietnamese)
    number = _FORMATS[spec](value)
    return number.translate(_VIETNAMESE) if vietnamese else number


def _date(days: float, *, vietnamese: bool) -> str:
    """The day in UTC; "?" for one that no calendar has."""
    try:
        day = date(1970, 1, 1) + timedelta(days=days // 1)
    except OverflowError:
        return UNKNOWN
    return f"{day:%d/%m/%Y}" if vietnamese else f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


@cache
def _parts(template: str) -> tuple[tuple[str, str, str], ...]:
    """(literal text, name, format) of each place, taken apart once: str.format would do it every time."""
    return tuple((literal, name or "", spec or "") for literal, name, spec, _ in Formatter().parse(template))
