"""What was read of one row, and how it becomes what an entry may hold."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from msgspec import Struct, field

from server.money import PriceReading
from server.sheet_import.columns import SheetColumn, letters_of
from server.sheet_import.remarks import CellPlace, Remark, RemarkCode
from server.store.contacts import EntryContacts

MAX_NOTE, MAX_EXTRA, MAX_TAG, MAX_ADDRESS = 10_000, 2_000, 60, 500
MOST_TAGS = 50
_MOST_EXTRA, _MOST_DATES = 100, 50


class Values(Struct):
    """What was read of one row."""

    sheet: str
    row: int
    changes: dict[str, Any] = field(default_factory=dict)
    """Fields of ``EntryChanges`` but the price."""
    price: PriceReading = field(default_factory=lambda: PriceReading(None))
    profile_id: str | None = None
    added_at: datetime | None = None
    remarks: list[Remark] = field(default_factory=list)
    extra: dict[str, str] = field(default_factory=dict)
    dates: dict[str, str] = field(default_factory=dict)
    tags: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    emails: list[str] = field(default_factory=list)
    phones: list[str] = field(default_factory=list)
    zalo: list[str] = field(default_factory=list)
    addresses: list[str] = field(default_factory=list)

    def say(self, column: SheetColumn, code: RemarkCode, value: str) -> None:
        place = CellPlace(self.sheet, self.row, letters_of(column.place), column.heading)
        self.remarks.append(Remark(place, code, value))

    def keep(self, column: SheetColumn, text: str, code: RemarkCode | None = None) -> None:
        """Keep a cell as text under its heading, and say so where there is a reason."""
        self.extra[column.heading] = text
        if code:
            self.say(column, code, text)

    def unreadable(self, field_name: str, text: str) -> None:
        """Say that a value could not be kept at all."""
        self.remarks.append(Remark(CellPlace(self.sheet, self.row, "", field_name), "unreadable", text))


def finish(values: Values) -> None:
    """Put together what several columns and the section above have given, within what an entry may hold."""
    changes = values.changes
    tags = list(dict.fromkeys(tag[:MAX_TAG] for tag in values.tags if tag.strip()))[:MOST_TAGS]
    if tags:
        changes["tags"] = tuple(tags)
    if values.notes:
        changes["note"] = "\n".join(dict.fromkeys(values.notes))[:MAX_NOTE]
    if values.emails or values.phones or values.zalo or values.addresses:
        address = "; ".join(dict.fromkeys(values.addresses))[:MAX_ADDRESS] or None
        changes["contacts"] = EntryContacts(
            _first(values.emails), _first(values.phones), _first(values.zalo), address
        )
    extra = {heading[:100]: text[:MAX_EXTRA] for heading, text in values.extra.items() if text.strip()}
    if extra:
        changes["extra"] = dict(list(extra.items())[:_MOST_EXTRA])
    if values.dates:
        changes["dates"] = dict(list(values.dates.items())[:_MOST_DATES])


def _first(found: Sequence[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(found))[:20]
