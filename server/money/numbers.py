"""Digits with separators as a number, in the ways of Vietnam and of the English-speaking world."""

from __future__ import annotations

import re
from decimal import Decimal

from msgspec import Struct

MAX_DIGITS = 15
_SHAPE = re.compile(r"[0-9]+(?:[.,' ][0-9]+)*")
_SEPARATORS = re.compile(r"[.,' ]")


class Number(Struct, frozen=True):
    """What digits say."""

    value: Decimal
    other: Decimal | None = None
    """What they could say instead: "1.500" is 1500, and 1.5 where a decimal mark is meant."""


def read_number(text: str) -> Number | None:
    """``1500``, ``1.500.000``, ``1,500,000``, ``1 500 000``, ``2,5``, ``1.234,56``; None for any other shape.

    One group of three digits is thousands. Decimals that are all 0 behind groups say nothing.
    """
    marks = _SEPARATORS.findall(text)
    if not _SHAPE.fullmatch(text) or len(text) - len(marks) > MAX_DIGITS:
        return None
    if not marks:
        return Number(Decimal(text))
    if len(set(marks)) == 2 and marks.count(marks[-1]) == 1 and marks[-1] in ".,":
        whole, _, cents = text.rpartition(marks[-1])
        grouped = _grouped(whole, marks[0])
        return None if grouped is None else Number(Decimal(f"{grouped}.{cents}"))
    if len(set(marks)) > 1:
        return None
    return _with_one_kind(text, marks)


def _with_one_kind(text: str, marks: list[str]) -> Number | None:
    mark = marks[0]
    grouped = _grouped(text, mark)
    decimal = Decimal(text.replace(mark, ".")) if len(marks) == 1 and mark in ".," else None
    if grouped is not None and not text.startswith("0"):
        return Number(Decimal(grouped), decimal)
    return None if decimal is None else Number(decimal)


def _grouped(text: str, mark: str) -> str | None:
    """The digits of groups of three; None where they are not."""
    first, *groups = text.split(mark)
    if not 1 <= len(first) <= 3 or not all(len(group) == 3 for group in groups):
        return None
    return "".join((first, *groups))
