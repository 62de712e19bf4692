"""One creator of an import: onto what an earlier row or the list has already, without losing any of it unsaid."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any, cast

from msgspec import Struct, field
from msgspec.structs import replace

from server.money import Price, PriceReading
from server.store.contacts import EntryContacts
from server.store.records import Entry, EntryChanges, ImportRow
from server.store.store import Store
from server.store.values import MOST_NAMED

if TYPE_CHECKING:  # what joins a backup needs the rules, not the reading of sheets
    from server.sheet_import.row_values import Values

_NO_CONTACTS = EntryContacts()
_SHOWN = ("status", "stage", "full_name", "owner", "reject_reason", "price_asked")


class Differing(Struct, frozen=True):
    """A value that an import does not take, because another one stands there already."""

    field: str
    kept: str
    other: str

    def to_json(self) -> dict[str, str]:
        return {"field": self.field, "kept": self.kept, "other": self.other}


class Taken(Struct):
    """One creator, of one row or of several."""

    row: ImportRow
    values: Values
    """Of the first row."""
    price: PriceReading
    later: list[tuple[Values, list[Differing]]] = field(default_factory=list)


def fold(first: ImportRow, later: ImportRow) -> tuple[ImportRow, list[Differing]]:
    """Two rows of one creator as one, and what of the later one is not in it."""
    changes, differing = combine(first.changes, later.changes)
    row = replace(
        first,
        changes=changes,
        profile_id=first.profile_id or later.profile_id,
        added_at=first.added_at or later.added_at,
    )
    return row, differing


def onto_present(rows: Sequence[ImportRow], store: Store) -> list[tuple[ImportRow, list[Differing]]]:
    """The rows as they may be saved: what is on the list stays, an import only adds to it."""
    present = store.entries.find_many((row.username, row.profile_id) for row in rows)
    return [_onto(row, present.get((row.username, row.profile_id))) for row in rows]


def _onto(row: ImportRow, entry: Entry | None) -> tuple[ImportRow, list[Differing]]:
    if entry is None:
        return row, []
    changes, differing = combine(entry_values(entry), row.changes)
    return replace(row, changes=changes), differing


def entry_values(entry: Entry) -> dict[str, Any]:
    """What an entry holds, as changes; what is empty is left out."""
    present: dict[str, Any] = {
        "status": entry.status,
        "stage": entry.stage,
        "tags": entry.tags,
        "note": entry.note,
        "full_name": entry.full_name,
        "reject_reason": entry.reject_reason,
        "owner": entry.owner,
        "price_asked": entry.price_asked,
        "contacts": entry.contacts,
        "extra": entry.extra,
        "dates": entry.dates,
    }
    return {name: value for name, value in present.items() if value not in (None, "", (), {}, _NO_CONTACTS)}


def loses_reason(row: ImportRow) -> bool:
    """Whether the row, as it would be saved, has a reason of a rejection without being rejected: nothing keeps it."""
    changes = row.changes
    return bool(changes.get("reject_reason")) and changes.get("status") != "rejected"


def combine(present: Mapping[str, Any], imported: Mapping[str, Any]) -> tuple[EntryChanges, list[Differing]]:
    """Blanks are filled, tags, contacts and own fields joined, a note that differs is added below; all else of
    ``present`` stays, and what is not taken is told."""
    combined = {**imported, **present}
    both = present.keys() & imported.keys()
    differing = [
        Differing(name, _text(present[name]), _text(imported[name]))
        for name in _SHOWN
        if name in both and not _same(present[name], imported[name])
    ]
    if "stage" not in present and "status" in both and present["status"] != imported["status"]:
        combined.pop("stage", None)
    if "tags" in both:
        combined["tags"] = tuple(dict.fromkeys((*present["tags"], *imported["tags"])))
    if "note" in both and imported["note"] not in present["note"]:
        combined["note"] = f"{present['note']}\n{imported['note']}"
    if "contacts" in both:
        combined["contacts"] = _both(present["contacts"], imported["contacts"])
    for name, most in MOST_NAMED.items():
        if name in both:
            joined = {**present[name], **{k: v for k, v in imported[name].items() if k not in present[name]}}
            combined[name] = dict(list(joined.items())[:most])
            differing += [Differing(key, "", joined[key]) for key in list(joined)[most:]]
            differing += [
                Differing(heading, present[name][heading], text)
                for heading, text in imported[name].items()
                if present[name].get(heading, text) != text
            ]
    return cast("EntryChanges", combined), differing


def _both(present: EntryContacts, imported: EntryContacts) -> EntryContacts:
    lists = {
        name: tuple(dict.fromkeys((*getattr(present, name), *getattr(imported, name))))[:20]
        for name in ("emails", "phones", "zalo")
    }
    return EntryContacts(**lists, address=present.address or imported.address)


def _same(one: Any, other: Any) -> bool:
    if isinstance(one, Price) and isinstance(other, Price):
        return one.same_amounts(other) if one.has_amount or other.has_amount else one.text == other.text
    return bool(one == other)


def _text(value: Any) -> str:
    return value.text if isinstance(value, Price) else str(value)


def row_of(
    username: str,
    changes: Mapping[str, Any],
    price: Price | None,
    profile_id: str | None,
    added_at: datetime | None,
) -> ImportRow:
    """A creator with its values as the store takes it."""
    all_changes = dict(changes) if price is None else {**changes, "price_asked": price}
    return ImportRow(username, cast("EntryChanges", all_changes), profile_id, added_at)
