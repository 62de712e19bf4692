"""Numbers inside sentences, written as each language writes them.

A place in a sentence names a number and a format, ``{rate:pct1}``: ``int`` 12,300; ``dec1`` and ``dec2`` 3.1; ``pct0``
and ``pct1`` a fraction as percent, 3.1%; ``times`` a logarithm as a factor; ``date`` days since 1970, 5 Mar 2026.
Vietnamese swaps comma and point, and writes 05/03/2026.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from functools import cache, partial
from math import exp, isfinite
from string import Formatter

from server.messages import Language, Text

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
    return Text(_filled(_parts(text.en, "en"), numbers, en), _filled(_parts(text.vi, "vi"), numbers, vi))


Blank = tuple[str, Callable[[float], str] | None]
"""The name of what is put in, and how its number is written; None for a word."""


def _filled(
    parts: tuple[str, tuple[Blank, ...]], numbers: Mapping[str, float], words: Mapping[str, str]
) -> str:
    pattern, places = parts
    if not places:
        return pattern
    filled = []
    for name, write in places:
        if write is None:
            filled.append(words[name])
        else:
            value = numbers[name]
            filled.append(write(value) if isfinite(value) else UNKNOWN)
    return pattern % tuple(filled)


def _writer(spec: str, language: Language) -> Callable[[float], str]:
    if spec == "date":
        return partial(_date, vietnamese=language == "vi")
    write = _FORMATS[spec]
    return write if language == "en" else lambda value: write(value).translate(_VIETNAMESE)


def _date(days: float, *, vietnamese: bool) -> str:
    """The day in UTC; "?" for one that no calendar has."""
    try:
        day = date(1970, 1, 1) + timedelta(days=days // 1)
    except OverflowError:
        return UNKNOWN
    return f"{day:%d/%m/%Y}" if vietnamese else f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


@cache
def _parts(template: str, language: Language) -> tuple[str, tuple[Blank, ...]]:
    """A template taken apart once, as ``%s`` with what stands there: str.format would do it every time. A text without
    places is itself."""
    parts = [(literal, name, spec) for literal, name, spec, _ in Formatter().parse(template)]
    places = tuple((name, _writer(spec, language) if spec else None) for _, name, spec in parts if name)
    if not places:
        return "".join(literal for literal, _, _ in parts), ()
    return "".join(literal.replace("%", "%%") + ("%s" if name else "") for literal, name, _ in parts), places
