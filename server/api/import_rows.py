"""One row of an import: from cells to changes, and onto what is there already without losing any of it."""

from __future__ import annotations

import csv
import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any, cast

from server.api.entries import ENTRY_FIELDS
from server.errors import BadField, BadUsername
from server.exports.columns import split_tags, status_of
from server.exports.tables import SheetRow
from server.money import Price
from server.store.records import EntryChanges, ImportRow
from server.store.repository import Repository

_TEXTS = ("full_name", "reject_reason", "note", "owner", "profile_id")


def import_row(row: SheetRow, price: Price | None = None) -> ImportRow:
    """The row, checked like the body of a PUT, with the price that its cells were read as.

    Raises the SoiError of the first fault.
    """
    cells = row.cells
    if "username" not in cells:
        raise BadUsername
    username = ENTRY_FIELDS["username"].read("username", _visible(cells["username"]))
    body = {name: cells[name] for name in _TEXTS if name in cells}
    body |= {name: convert(cells) for name, convert in _CONVERTERS.items() if name in cells}
    clean = {name: ENTRY_FIELDS[name].read(name, value) for name, value in body.items()}
    profile_id = clean.pop("profile_id", None)
    added_at = _time(cells["added_at"]) if "added_at" in cells else None
    changes = cast("EntryChanges", clean if price is None else clean | {"price_asked": price})
    return ImportRow(username, changes, profile_id, added_at)


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


def _visible(cell: str) -> str:
    """A name as copied from a page, without the invisible characters that may cling to it."""
    return "".join(c for c in cell if unicodedata.category(c) != "Cf").strip()


_CONVERTERS: dict[str, Callable[[dict[str, str]], Any]] = {
    "status": lambda cells: status_of(cells["status"]),
    "tags": _tags,
}


def _time(cell: str) -> datetime:
    """A date in ISO 8601, as Vietnam writes it (23/11/2026), or as a workbook holds it (days). Raises BadField."""
    text = cell.strip()
    try:
        if _SERIAL.fullmatch(text):
            return _FIRST_DAY + timedelta(days=float(text))
        if found := _DAY_FIRST.fullmatch(text):
            return datetime(int(found["year"]), int(found["month"]), int(found["day"]), tzinfo=UTC)
        time = datetime.fromisoformat(text)
        return time.astimezone(UTC) if time.tzinfo else time.replace(tzinfo=UTC)
    except (ValueError, OverflowError) as error:
        raise BadField("added_at: a date like 2026-11-23 or 23/11/2026 is needed.") from error


_FIRST_DAY = datetime(1899, 12, 30, tzinfo=UTC)
"""Day 0 of a workbook."""
_SERIAL = re.compile(r"[345][0-9]{4}(?:\.[0-9]{1,15})?", re.ASCII)
"""1982 to 2064."""
_DAY_FIRST = re.compile(r"(?P<day>[0-9]{1,2})([/.-])(?P<month>[0-9]{1,2})\2(?P<year>20[0-9]{2})", re.ASCII)
