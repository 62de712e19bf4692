"""The cells of a list that Soi itself wrote: exactly as they were, so that a file that comes back changes nothing.

What somebody has typed into such a file since is read as in any other sheet.
"""

from __future__ import annotations

import csv
import re
from datetime import UTC, date, datetime

from server.exports.columns import split_tags

_TIMES = ("%Y-%m-%d %H:%M:%S", "%d/%m/%Y %H:%M:%S")
_DAY = re.compile(r"([0-9]{2})/([0-9]{2})/([0-9]{4})", re.ASCII)
_GROUPED = re.compile(r"0[0-9]{3} [0-9]{3} [0-9]{3}", re.ASCII)
"""How a Vietnamese number is written so that a spreadsheet keeps its 0."""


def listed(cell: str) -> tuple[str, ...] | None:
    """Tags or contacts of one cell; None where it was broken by hand."""
    try:
        found = split_tags(cell) if ";" in cell or '"' in cell else [cell.strip()]
    except csv.Error:
        return None
    return tuple(one.replace(" ", "") if _GROUPED.fullmatch(one) else one for one in found if one)


def day(cell: str) -> date | None:
    """A day as an export writes it in either language."""
    found = _DAY.fullmatch(cell)
    try:
        if found:
            return date(int(found[3]), int(found[2]), int(found[1]))
        return date.fromisoformat(cell) if len(cell) == 10 else None
    except ValueError:
        return None


def moment(cell: str) -> datetime | None:
    """A time by this computer's clock, as UTC."""
    for form in _TIMES:
        try:
            return datetime.strptime(cell, form).astimezone(UTC)
        except (ValueError, OverflowError, OSError):
            continue
    return None
