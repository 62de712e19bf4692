"""Days as people write them, day first; one that may be another day, or has no year, is nobody's guess."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from typing import Literal

from server.sheet_import.words import fold

DayOrder = Literal["day", "month", None]
"""Which comes first in a column's days; None where its cells contradict each other."""
_FIRST_DAY = date(1899, 12, 30)
_MONTHS = {
    name: number
    for number, name in enumerate(
        ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"], 1
    )
}
_CLOCK = re.compile(
    r"\b([0-2]?[0-9])(?:[:h]([0-5][0-9])(?::[0-5][0-9])?|h)(?:\s*([ap])\.?m\.?)?(?![0-9])", re.ASCII
)
_WEEKDAY = re.compile(
    r"^(?:thu (?:[2-7]|hai|ba|tu|nam|sau|bay)|chu nhat|cn|t[2-7]|(?:mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun)(?:day|nesday|sday|urday|rsday)?)\b[\s,.]*"
)
_ISO = re.compile(r"(20[0-9]{2}|19[0-9]{2})([-/.])([0-9]{1,2})\2([0-9]{1,2})", re.ASCII)
_COMPACT = re.compile(r"(20[0-9]{2})([01][0-9])([0-3][0-9])", re.ASCII)
_NUMERIC = re.compile(r"([0-9]{1,2})\s?([-/.])\s?([0-9]{1,2})\s?\2\s?((?:20|19)?[0-9]{2})", re.ASCII)
_VIETNAMESE = re.compile(
    r"(?:ngay )?([0-9]{1,2})(?: thang |[ -]?thg ?|[ -]?th)([0-9]{1,2})(?:,? nam |[, -]+)((?:20|19)?[0-9]{2})",
    re.ASCII,
)
_DAY_NAMED = re.compile(r"([0-9]{1,2})(?:st|nd|rd|th)?[ -]+([a-z]{3,9})\.?,?[ -]+((?:20)?[0-9]{2})", re.ASCII)
_NAMED_DAY = re.compile(r"([a-z]{3,9})\.? ([0-9]{1,2})(?:st|nd|rd|th)?,? (20[0-9]{2})", re.ASCII)
_FORMS = (
    (_ISO, (1, 3, 4)),
    (_COMPACT, (1, 2, 3)),
    (_VIETNAMESE, (3, 2, 1)),
    (_DAY_NAMED, (3, 2, 1)),
    (_NAMED_DAY, (3, 1, 2)),
)
"""With the places of year, month and day."""
_SERIAL = re.compile(r"[345][0-9]{4}(?:\.[0-9]{1,15})?", re.ASCII)
"""1982 to 2064, as a workbook counts days."""


def order_of(cells: Iterable[str]) -> DayOrder:
    """Which comes first in the days of a column: what some of its cells leave no doubt about."""
    firsts = [found for cell in cells if (found := _NUMERIC.search(cell[:60]))]
    day = any(int(found[1]) > 12 for found in firsts)
    month = any(int(found[3]) > 12 and int(found[1]) <= 12 for found in firsts)
    return None if day and month else "month" if month else "day"


def read(text: str, order: DayOrder = "day") -> date | None:
    """The day that a text says; None for what says none, or may say two."""
    if len(text) > 60:
        return None
    plain = fold(text)
    if _SERIAL.fullmatch(plain):
        return _FIRST_DAY + timedelta(days=int(float(plain)))
    if re.match(r"[0-9]{4}-[0-9]{2}-[0-9]{2}t", plain):
        plain = plain[:10]
    bare = _WEEKDAY.sub("", _CLOCK.sub(" ", plain).strip(" ,-")).strip(" ,-.()")
    return _day(bare, order)


def time_of(text: str, order: DayOrder = "day") -> datetime | None:
    """As ``read``, with the clock where ISO 8601 gives one; a day is its midnight in UTC."""
    try:
        at = datetime.fromisoformat(text.strip())
    except ValueError:
        day = read(text, order)
        return None if day is None else datetime(day.year, day.month, day.day, tzinfo=UTC)
    return at.astimezone(UTC) if at.tzinfo else at.replace(tzinfo=UTC)


def _day(text: str, order: DayOrder) -> date | None:
    if found := _NUMERIC.fullmatch(text):
        return _numeric(found, order)
    for pattern, (year, month, day) in _FORMS:
        if found := pattern.fullmatch(text):
            named = found[month]
            return _made(found[year], named if named.isdigit() else _MONTHS.get(named[:3], 0), found[day])
    return None


def _numeric(found: re.Match[str], order: DayOrder) -> date | None:
    first, second = int(found[1]), int(found[3])
    if first > 12 or first == second:
        return _made(found[4], second, first)
    if second > 12:
        return _made(found[4], first, second)
    if order is None:
        return None
    return _made(found[4], first, second) if order == "month" else _made(found[4], second, first)


def _made(year: str, month: str | int, day: str | int) -> date | None:
    whole = int(year) + (2000 if len(year) == 2 else 0)
    try:
        return date(whole, int(month), int(day)) if 1950 <= whole <= 2100 else None
    except ValueError:
        return None
