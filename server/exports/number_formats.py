"""What a number in a workbook looks like to the person: a day, a share, a sum of money, or just a number."""

from __future__ import annotations

import re
from datetime import datetime, timedelta

_BUILT_IN = {9: "0%", 10: "0.00%"} | dict.fromkeys(
    (*range(14, 18), 22, *range(27, 37), *range(50, 59)), "d/m/y"
)
"""Formats that a workbook uses by number alone (ECMA-376, 18.8.30)."""
_QUOTED = re.compile(r'"[^"]{0,40}"|\\.|_.|\*.')
_LOCALE = re.compile(r"\[[^\]]{0,40}\]")
_DAY = re.compile(r"[dy]|mmm", re.IGNORECASE)
_CURRENCY = re.compile(r"US\$|[$€£¥₫]|\bVN[DĐ]\b|\bUSD\b|đ", re.IGNORECASE)
_FIRST_DAY = datetime(1899, 12, 30)
_DAYS = range(1, 80_000)
"""1900 to 2119."""


def format_of(number: int, own: dict[int, str]) -> str:
    """The format's code; "" for the general one."""
    return own.get(number) or _BUILT_IN.get(number, "")


def shown(value: float, plain: str, code: str) -> str:
    """The number ``plain`` (its value is ``value``) as its format shows it: 23/11/2026, 3.2%, 50 $."""
    if not code:
        return plain
    bare = _LOCALE.sub("", _QUOTED.sub("", code)).split(";", maxsplit=1)[0]
    if "%" in bare:
        return f"{value * 100:.10g}%"
    if _DAY.search(bare) and int(value) in _DAYS:
        return _day(value, to_the_second="s" in bare.casefold())
    currency = _CURRENCY.search(code)
    return f"{plain} {currency[0]}" if currency else plain


def _day(value: float, *, to_the_second: bool) -> str:
    """To the minute, or to the second where the format shows seconds: a share of a day is never exact."""
    at = _FIRST_DAY + timedelta(days=value)
    if to_the_second:
        return (at + timedelta(milliseconds=500)).strftime("%d/%m/%Y %H:%M:%S")
    at = (at + timedelta(seconds=30)).replace(second=0, microsecond=0)
    return at.strftime("%d/%m/%Y %H:%M" if (at.hour, at.minute) != (0, 0) else "%d/%m/%Y")
