"""The columns that a list itself brings: own fields and days of its entries, and how their headings are read back.

An own field may be called anything ("Giá gross", "Ghi chú"), so its heading in a file says what it is:
"Giá gross (mục riêng)". What stands before the last bracket is the name, character by character.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Any, Literal

from server.exports.columns import COLUMNS, CellValue, Column, day_of
from server.messages import table
from server.store.records import Entry

OwnKind = Literal["own_field", "own_day"]
MARK = "soi-shortlist"
"""A word among the properties of a workbook that Soi wrote."""
REST = "own_rest"
"""The column of what has no column of its own, as JSON."""
MOST: Mapping[OwnKind, int] = {"own_field": 100, "own_day": 40}
"""Columns of each kind, the most frequent ones: with all others an import still takes the file."""
_LANGUAGES = ("en", "vi")
_ONLY_OURS = frozenset(
    (
        *("price_text", "price_high", "followers_low", "followers_high", "engagement_low", "suspicion_low"),
        *("suspicion_word", "bio_emails", "own_field", "own_day", REST),
    )
)
"""Keys of columns whose headings stand in no other list."""


def own_columns(entries: Sequence[Entry]) -> tuple[Column, ...]:
    """A column for each own field and day, in the order in which the entries bring them, and one for the rest."""
    fields = _names((entry.extra for entry in entries), MOST["own_field"])
    days = _names((entry.dates for entry in entries), MOST["own_day"])
    columns = [_field(name) for name in fields] + [_day(name) for name in days]
    rest = _Rest(frozenset(fields), frozenset(days))
    if any(rest.of(entry) for entry in entries):
        columns.append(Column(REST, lambda entry, _: rest.of(entry), width=30))
    return tuple(columns)


def read_heading(heading: str) -> tuple[OwnKind, str] | None:
    """Kind and name of an own column by its heading in a file, in either language."""
    for suffix, kind in _suffixes():
        if heading.endswith(suffix) and len(heading) > len(suffix):
            return kind, heading.removesuffix(suffix)
    return None


def exact_key(heading: str) -> str | None:
    """The key of the column that an export heads exactly so; None for every other heading."""
    return _exact().get(heading)


def is_own_header(cells: Sequence[str], *, is_marked: bool = False) -> bool:
    """Whether a first row is that of an export: the user names' own heading, and no more strange ones than own ones.

    Where the file is not marked, one of them has to be a heading that nobody else writes.
    """
    headings = [cell for cell in cells if cell.strip()]
    keys = [exact_key(heading) or (read_heading(heading) or ("",))[0] for heading in headings]
    own = [key for key in keys if key]
    is_told = is_marked or not _ONLY_OURS.isdisjoint(own)
    return is_told and "username" in own and len(own) * 2 >= len(headings)


def read_rest(cell: str) -> dict[str, dict[str, str]] | None:
    """Own fields and days of the column of the rest; None for anything else than an export wrote."""
    try:
        found = json.loads(cell)
    except (ValueError, RecursionError):
        return None
    if not isinstance(found, dict) or not found.keys() <= {"extra", "dates"}:
        return None
    return found if all(_is_texts(named) for named in found.values()) else None


def _is_texts(named: Any) -> bool:
    return isinstance(named, dict) and all(isinstance(text, str) for text in named.values())


def _names(found: Iterable[Mapping[str, str]], most: int) -> list[str]:
    """The most frequent names in the order of their first appearance."""
    counts = Counter(name for named in found for name in named)
    kept = {name for name, _ in counts.most_common(most)}
    return [name for name in counts if name in kept]


def _field(name: str) -> Column:
    return Column("own_field", lambda entry, _: entry.extra.get(name), width=18, named=name)


def _day(name: str) -> Column:
    def read(entry: Entry, _: str) -> CellValue:
        return day_of(entry.dates[name]) if name in entry.dates else None

    return Column("own_day", read, "day", named=name)


class _Rest:
    """What of an entry stands in no column of its own."""

    def __init__(self, fields: frozenset[str], days: frozenset[str]) -> None:
        self._fields, self._days = fields, days

    def of(self, entry: Entry) -> str | None:
        left = {
            "extra": {name: text for name, text in entry.extra.items() if name not in self._fields},
            "dates": {name: day for name, day in entry.dates.items() if name not in self._days},
        }
        kept = {kind: named for kind, named in left.items() if named}
        return json.dumps(kept, ensure_ascii=False) if kept else None


@cache
def _suffixes() -> tuple[tuple[str, OwnKind], ...]:
    return tuple(
        (f" ({table(language)[f'column.{kind}']})", kind) for kind in MOST for language in _LANGUAGES
    )


@cache
def _exact() -> dict[str, str]:
    keys = (*(column.key for column in COLUMNS), REST)
    return {table(language)[f"column.{key}"]: key for key in keys for language in _LANGUAGES}
