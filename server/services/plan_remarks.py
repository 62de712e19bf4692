"""What a plan sheet's days and prices say that cannot be planned: each with its cell, and in both languages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from server.exports.price_cells import PRICE
from server.messages import Text, text
from server.money import words
from server.sheet_import.columns import SheetColumn, letters_of
from server.sheet_import.headings import DATE
from server.sheet_import.reading import Person, SheetTable
from server.sheet_import.remarks import CellPlace
from server.sheet_import.words import fold

DRAFT_DAYS = ("duyet", "demo", "draft", "nhap")
POST_DAYS = ("air", "dang", "len bai", "post", "public")
"""Words, folded, in the headings of the days that a plan takes."""
_SHOWN = 200
"""Characters of a value that are shown."""


def plan_remarks(table: SheetTable, person: Person) -> Iterator[dict[str, Any]]:
    """Days first, then the price; nothing of a cell that was read, or that is empty."""
    yield from _days(table, person)
    yield from _price(table, person)


def _days(table: SheetTable, person: Person) -> Iterator[dict[str, Any]]:
    """A cell of a column of days that was kept as text: it is none, or may be two."""
    values = person.values
    codes = {remark.place.heading: remark.code for remark in values.remarks}
    for column in table.columns:
        written = values.extra.get(column.heading, "")
        if written.strip() and column.meaning == DATE and _is_planned(column.heading):
            code = "two_days" if codes.get(column.heading) == "two_dates" else "no_day"
            yield _remark(person, (column,), code, written)


def _price(table: SheetTable, person: Person) -> Iterator[dict[str, Any]]:
    """A price that may mean something else, that has no amount, or that is longer than a price."""
    reading, columns = person.values.price, [c for c in table.columns if c.meaning == PRICE or c.stands_in]
    if not reading.is_clear:
        meant = [words(other) for other in reading.others]
        others = Text(" / ".join(one.en for one in meant), " / ".join(one.vi for one in meant))
        yield _remark(person, columns, "unclear_price", reading.others[0].text, others)
    elif reading.kept_as_text and reading.price is not None:
        yield _remark(person, columns, "no_amount", reading.price.text)
    else:
        headings = {column.heading for column in columns}
        for remark in person.values.remarks:
            if remark.code == "too_long" and remark.place.heading in headings:
                yield _remark(person, columns, "long_price", remark.value)


def _is_planned(heading: str) -> bool:
    return any(word in fold(heading) for word in (*DRAFT_DAYS, *POST_DAYS))


def _remark(
    person: Person, columns: Sequence[SheetColumn], code: str, value: str, others: Text | None = None
) -> dict[str, Any]:
    """``columns``: those that it may stand in; where they are several, none is named."""
    letters, heading = ("", "") if len(columns) != 1 else (letters_of(columns[0].place), columns[0].heading)
    place = CellPlace(person.values.sheet, person.values.row, letters, heading)
    shown, say = " ".join(value.split())[:_SHOWN], text(f"plan.{code}", value="{value}", others="{others}")
    either = others or Text("", "")
    reason = Text(say.en.format(value=shown, others=either.en), say.vi.format(value=shown, others=either.vi))
    return place.to_json() | {"creator": person.username, "value": shown, "reason": reason}
