"""Taking a list over from a spreadsheet: read, put together by creator, held against the list, saved all or nothing."""

from __future__ import annotations

from typing import Any, ClassVar

from msgspec.structs import replace

from server.errors import SoiError
from server.exports import any_file
from server.money import Price, PriceReading
from server.services.collector import collector_paused
from server.services.import_answer import answered
from server.services.import_choices import remember, remembered
from server.services.import_order import Order, UnclearAnswer
from server.services.import_rows import Taken, fold, onto_present, row_of
from server.sheet_import.columns import MEANINGS
from server.sheet_import.corrections import corrected, is_place
from server.sheet_import.reading import Person, read
from server.sheet_import.row_values import Values
from server.sheet_import.turning import turned
from server.store import values as stored
from server.store.list_records import (
    Actor,
)
from server.store.store import Store


class Imports:
    """Imports into one store."""

    meanings: ClassVar[frozenset[str]] = MEANINGS
    """What a column may be said to mean."""
    is_place = staticmethod(is_place)

    def __init__(self, store: Store) -> None:
        self._store = store

    @collector_paused()
    def take(self, data: bytes, order: Order, currency: str, by: Actor) -> dict[str, Any]:
        """Import ``data``; gives the listing. ``currency``: that of a bare number. Raises BadFile or TooLarge, and then nothing was changed."""
        book = corrected(turned(any_file.read(data)), order.corrections)
        choice = replace(order.choice, remembered=remembered(self._store))
        tables = read(book, choice, currency, may_ask=order.dry_run)
        people = [person for table in tables for person in table.people]
        single = _single([_taken(person, order) for person in people])
        onto = onto_present([taken.row for taken in single], self._store)
        merged = [row for row, _ in onto]
        imported = self._store.entries.import_rows(merged, dry_run=order.dry_run, by=by)
        if not order.dry_run:
            remember(self._store, tables, order.choice)
        told = answered(book, tables, single, onto, imported.rows, dry_run=order.dry_run)
        return told | {"activity": imported.activity}


def _taken(person: Person, order: Order) -> Taken:
    values = person.values
    changes = _counted(values, order)
    if order.tag:
        changes["tags"] = tuple(dict.fromkeys((*changes.get("tags", ()), order.tag)))
    price = _settled(values.price, order.unclear)
    profile_id = values.profile_id if ":" not in person.username else None
    return Taken(
        row_of(person.username, _storable(changes, values), price, profile_id, values.added_at),
        values,
        values.price,
    )


def _counted(values: Values, order: Order) -> dict[str, Any]:
    """The changes of a row, with its word for the status counted as a person said."""
    changes = dict(values.changes)
    if status := order.statuses.get(changes.get("stage", "")):
        changes["status"] = status
        values.remarks = [remark for remark in values.remarks if remark.code != "unknown_status"]
    return changes


def _storable(changes: dict[str, Any], values: Values) -> dict[str, Any]:
    """What the store may keep: a value that no entry can have is left out, and said."""
    clean = dict(changes)
    for name, allowed in stored.ENTRY.items():
        if name in clean:
            given = list(clean[name]) if name == "tags" else clean[name]
            try:
                clean[name] = allowed.read(name, given)
            except SoiError:
                del clean[name]
                values.unreadable(name, str(given))
    return clean


def _settled(reading: PriceReading, unclear: UnclearAnswer) -> Price | None:
    """The price to keep; of one that is not clear the words alone, unless the person said what is meant."""
    if reading.is_clear:
        return reading.price
    if unclear == "likely":
        return reading.others[0]
    if unclear == "written" and reading.price is not None:
        return reading.price
    return replace(reading.others[0], low=None, high=None, currency=None)


def _single(rows: list[Taken]) -> list[Taken]:
    """Rows of one creator, by name or numeric id, as one."""
    single: list[Taken] = []
    places: dict[str, int] = {}
    for taken in rows:
        keys = [f"@{taken.row.username}", *([taken.row.profile_id] if taken.row.profile_id else [])]
        place = next((places[key] for key in keys if key in places), len(single))
        if place == len(single):
            single.append(taken)
        else:
            first = single[place]
            first.price = first.price if "price_asked" in first.row.changes else taken.price
            first.row, differing = fold(first.row, taken.row)
            first.later.append((taken.values, differing))
        places |= dict.fromkeys(keys, place)
    return single
