"""One row of an import: from cells to changes, and onto what is there already without losing any of it."""

from __future__ import annotations

import csv
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any, cast

from server.api.entries import ENTRY_FIELDS, changes_of
from server.errors import BadField, BadNumber, BadUsername
from server.exports.columns import split_tags, status_of
from server.exports.tables import Row
from server.store.records import EntryChanges, ImportRow
from server.store.repository import Repository

_TEXTS = ("full_name", "reject_reason", "note", "owner", "profile_id")
_MAX_PRICE_DIGITS = 13


def import_row(row: Row, currency: str) -> ImportRow:
    """The row, checked like the body of a PUT. Raises the SoiError of the first fault."""
    cells = row.cells
    if "username" not in cells:
        raise BadUsername
    username = ENTRY_FIELDS["username"].read("username", cells["username"].strip())
    body = {name: cells[name] for name in _TEXTS if name in cells}
    body |= {name: convert(cells) for name, convert in _CONVERTERS.items() if name in cells}
    clean = {name: ENTRY_FIELDS[name].read(name, value) for name, value in body.items()}
    profile_id = clean.pop("profile_id", None)
    added_at = _time(cells["added_at"]) if "added_at" in cells else None
    return ImportRow(username, changes_of(clean, currency), profile_id, added_at)


def fold(first: ImportRow, later: ImportRow) -> ImportRow:
    """Two rows of one creator as one."""
    changes = _combine(first.changes, later.changes)
    return replace(
        first,
        changes=changes,
        profile_id=first.profile_id or later.profile_id,
        added_at=first.added_at or later.added_at,
    )


def onto_present(row: ImportRow, store: Repository) -> ImportRow:
    """The row as it may be saved: what is on the list stays, an import only adds to it."""
    state = store.creator(row.username, row.profile_id)
    if state is None or state.entry is None:
        return row
    entry = state.entry
    present: dict[str, Any] = {
        "status": entry.status,
        "tags": entry.tags,
        "note": entry.note,
        "full_name": state.creator.full_name,
        "reject_reason": entry.reject_reason,
        "owner": entry.owner,
        "price_asked": entry.price_asked,
    }
    known = {name: value for name, value in present.items() if value not in (None, "", ())}
    return replace(row, changes=_combine(known, row.changes))


def loses_reason(row: ImportRow) -> bool:
    """Whether the row, as it would be saved, has a reason of a rejection without being rejected: nothing keeps it."""
    changes = row.changes
    return bool(changes.get("reject_reason")) and changes.get("status") != "rejected"


def _combine(present: Mapping[str, Any], imported: Mapping[str, Any]) -> EntryChanges:
    """Blanks are filled, tags joined, a note that differs is added below; all else of ``present`` stays."""
    combined = {**imported, **present}
    if "tags" in present and "tags" in imported:
        combined["tags"] = tuple(dict.fromkeys((*present["tags"], *imported["tags"])))
    if "note" in present and "note" in imported and imported["note"] not in present["note"]:
        combined["note"] = f"{present['note']}\n{imported['note']}"
    return cast("EntryChanges", combined)


def _tags(cells: dict[str, str]) -> list[str]:
    try:
        return split_tags(cells["tags"])
    except csv.Error as error:
        raise BadField("tags: a quote is not closed.") from error


def _price(cells: dict[str, str]) -> dict[str, Any] | float:
    amount = plain_number(cells["price_asked"])
    currency = cells.get("currency", "").strip().upper()
    return {"amount": amount, "currency": currency} if currency else amount


_CONVERTERS: dict[str, Callable[[dict[str, str]], Any]] = {
    "status": lambda cells: status_of(cells["status"]),
    "tags": _tags,
    "price_asked": _price,
}


def plain_number(cell: str) -> float:
    """Digits, or digits in groups of three ("1.500.000", "1,500,000", "1 500 000"). Raises BadNumber.

    A single group after a separator ("1.500") is thousands: prices have no decimals here, and never 1.5.
    """
    text = cell.strip().replace("\u00a0", " ").replace("\u202f", " ")
    for separator in (".", ",", " "):
        groups = text.split(separator)
        if len(groups) > 1 and 1 <= len(groups[0]) <= 3 and all(len(group) == 3 for group in groups[1:]):
            text = "".join(groups)
            break
    if not (text.isascii() and text.isdigit() and len(text) <= _MAX_PRICE_DIGITS):
        raise BadNumber("price_asked: a plain number is needed.")
    return int(text)


def _time(cell: str) -> datetime:
    try:
        time = datetime.fromisoformat(cell.strip())
    except ValueError as error:
        raise BadField("added_at: a date like 2026-11-23 is needed.") from error
    return time.astimezone(UTC) if time.tzinfo else time.replace(tzinfo=UTC)
