"""Taking a list over from a spreadsheet: a dry run says what would happen, the import does it, all or nothing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from flask import Blueprint, Response, request

from server.api.context import Services, answer, services
from server.api.import_rows import fold, import_row, loses_reason, onto_present
from server.errors import BadField, SoiError
from server.exports import csv_import
from server.exports.tables import Sheet
from server.security.policy import policy
from server.store.records import ImportRow

blueprint = Blueprint("imports", __name__)


@dataclass(frozen=True, slots=True)
class Good:
    """A row that can be taken."""

    number: int
    row: ImportRow


@dataclass(frozen=True, slots=True)
class Bad:
    """A row that is left out, and why."""

    row: int
    code: str
    message: str


@blueprint.post("/shortlist/imports")
@policy(media=("text/csv", "application/octet-stream"), query=("dry_run",))
def imports() -> Response:
    """Import a CSV file or workbook; unless ``dry_run=false``, only list new, known, repeated and bad rows."""
    dry_run = request.args.get("dry_run", "true")
    if dry_run not in ("true", "false", "1", "0"):
        raise BadField("dry_run: true or false.")
    return answer(take(request.get_data(), services(), dry_run=dry_run in ("true", "1")))


def take(data: bytes, all_services: Services, *, dry_run: bool) -> dict[str, Any]:
    """Import ``data``; gives the listing. Raises BadFile or TooLarge, and then nothing was changed."""
    sheet = _sheet(data)
    rows, bad = _read_rows(sheet, all_services)
    single, repeated = _fold_repeated(rows)
    merged = [onto_present(good.row, all_services.store) for good in single]
    results = all_services.store.import_entries(merged, dry_run=dry_run)
    lines = [
        (saved.created, {"row": good.number, "username": saved.entry.username})
        for good, saved in zip(single, results, strict=True)
    ]
    return {
        "dry_run": dry_run,
        "rows": len(sheet.rows),
        "new": [line for created, line in lines if created],
        "duplicates": [line for created, line in lines if not created],
        "repeated": repeated,
        "bad": bad,
        "dropped": [
            {"row": good.number, "username": good.row.username, "field": "reject_reason"}
            for good, row in zip(single, merged, strict=True)
            if loses_reason(row)
        ],
        "encoding": sheet.encoding,
        "separator": sheet.separator,
        "ignored_columns": sheet.ignored,
    }


def _sheet(data: bytes) -> Sheet:
    from server.exports import workbook  # noqa: PLC0415 - lxml is loaded after the port is bound

    return workbook.read(data) if workbook.is_workbook(data) else csv_import.read(data)


def _read_rows(sheet: Sheet, all_services: Services) -> tuple[list[Good], list[Bad]]:
    currency = all_services.current_settings().currency
    good: list[Good] = []
    bad: list[Bad] = []
    for row in sheet.rows:
        try:
            good.append(Good(row.number, import_row(row, currency)))
        except SoiError as error:
            bad.append(Bad(row.number, error.code, error.detail))
    return good, bad


def _fold_repeated(rows: list[Good]) -> tuple[list[Good], list[dict[str, Any]]]:
    """Rows of one creator, by name or numeric id, as one; and the later ones as lines of the listing."""
    single: list[Good] = []
    places: dict[str, int] = {}
    repeated: list[dict[str, Any]] = []
    for good in rows:
        keys = [f"@{good.row.username}", *([good.row.profile_id] if good.row.profile_id else [])]
        place = next((places[key] for key in keys if key in places), len(single))
        if place == len(single):
            single.append(good)
        else:
            single[place] = Good(single[place].number, fold(single[place].row, good.row))
            repeated.append({"row": good.number, "username": good.row.username})
        places |= dict.fromkeys(keys, place)
    return single, repeated
