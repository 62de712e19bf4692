"""Taking a list over from a spreadsheet: a dry run says what would happen, the import does it, all or nothing."""

from __future__ import annotations

import csv
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from flask import Blueprint, Response, request

from server.api.context import Services, answer, services
from server.api.entries import ENTRY_FIELDS, changes_of
from server.api.fields import Field
from server.errors import BadField, BadNumber, BadUsername, SoiError
from server.exports import workbook
from server.exports.columns import split_tags, status_of
from server.exports.csv_import import Row, Sheet, read
from server.security.policy import policy
from server.store.records import Entry, ImportRow

blueprint = Blueprint("imports", __name__)

_TEXTS = ("full_name", "reject_reason", "note", "owner", "profile_id")


@dataclass(frozen=True, slots=True)
class Bad:
    """A row that is left out, and why."""

    row: int
    code: str
    message: str


@blueprint.post("/shortlist/imports")
@policy(media=("text/csv", "application/octet-stream"), query=("dry_run",))
def imports() -> Response:
    """Import a CSV file or workbook; with ``dry_run=true`` only list new, known, repeated and bad rows."""
    dry_run = request.args.get("dry_run", "false")
    if dry_run not in ("true", "false", "1", "0"):
        raise BadField("dry_run: true or false.")
    return answer(take(request.get_data(), services(), dry_run=dry_run in ("true", "1")))


def take(data: bytes, all_services: Services, *, dry_run: bool) -> dict[str, Any]:
    """Import ``data``; gives the listing. Raises BadFile or TooLarge, and then nothing was changed."""
    sheet = workbook.read(data) if workbook.is_workbook(data) else read(data)
    good, bad = _read_rows(sheet, all_services)
    merged = [_merged(row, all_services) for _, row in good]
    results = all_services.store.import_entries(merged, dry_run=dry_run)
    groups: dict[str, list[dict[str, Any]]] = {"new": [], "duplicates": [], "repeated": []}
    seen: set[str] = set()
    for (number, _), saved in zip(good, results, strict=True):
        line = {"row": number, "username": saved.entry.username}
        group = "repeated" if saved.entry.username in seen else "new" if saved.created else "duplicates"
        groups[group].append(line)
        seen.add(saved.entry.username)
    return {
        "dry_run": dry_run,
        "rows": len(sheet.rows),
        **groups,
        "bad": bad,
        "encoding": sheet.encoding,
        "separator": sheet.separator,
        "ignored_columns": sheet.ignored,
    }


def _read_rows(sheet: Sheet, all_services: Services) -> tuple[list[tuple[int, ImportRow]], list[Bad]]:
    good: list[tuple[int, ImportRow]] = []
    bad: list[Bad] = []
    for row in sheet.rows:
        try:
            good.append((row.number, _import_row(row, all_services)))
        except SoiError as error:
            bad.append(Bad(row.number, error.code, error.detail))
    return good, bad


def _import_row(row: Row, all_services: Services) -> ImportRow:
    cells = row.cells
    if "username" not in cells:
        raise BadUsername
    body: dict[str, Any] = {name: cells[name] for name in _TEXTS if name in cells}
    for name, convert in _CONVERTERS.items():
        if name in cells:
            body[name] = convert(cells)
    fields: dict[str, Field] = {**ENTRY_FIELDS}
    username = fields["username"].read("username", cells["username"].strip())
    clean = {name: fields[name].read(name, value) for name, value in body.items()}
    profile_id = clean.pop("profile_id", None)
    added = _time(cells["added_at"]) if "added_at" in cells else None
    return ImportRow(username, changes_of(clean, all_services), profile_id, added)


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
    if not (text.isascii() and text.isdigit() and len(text) <= 13):
        raise BadNumber("price_asked: a plain number is needed.")
    return int(text)


def _time(cell: str) -> datetime:
    try:
        time = datetime.fromisoformat(cell.strip())
    except ValueError as error:
        raise BadField("added_at: a date like 2026-11-23 is needed.") from error
    return time.astimezone(UTC) if time.tzinfo else time.replace(tzinfo=UTC)


def _merged(row: ImportRow, all_services: Services) -> ImportRow:
    """What is already on the list stays: an import fills blanks, adds tags, and appends a note that differs."""
    state = all_services.store.creator(row.username, row.profile_id)
    if state is None or state.entry is None:
        return row
    entry: Entry = state.entry
    changes = dict(row.changes)
    changes.pop("status", None)
    if state.creator.full_name is not None:
        changes.pop("full_name", None)
    for name in ("reject_reason", "owner", "price_asked"):
        if getattr(entry, name) is not None:
            changes.pop(name, None)
    if "tags" in row.changes:
        changes["tags"] = tuple(dict.fromkeys((*entry.tags, *row.changes["tags"])))
    if "note" in row.changes:
        changes["note"] = _both(entry.note, row.changes["note"])
    return ImportRow(row.username, changes, row.profile_id, row.added_at)  # type: ignore[arg-type] # a copy of EntryChanges


def _both(present: str, imported: str) -> str:
    if not present or imported in present:
        return present or imported
    return f"{present}\n{imported}"
