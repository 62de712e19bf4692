"""Taking a list over from a spreadsheet: a dry run says what would happen, the import does it, all or nothing."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any, Literal, cast, get_args

from flask import Blueprint, Response, request

from server.api.context import Services, answer, services
from server.api.import_rows import fold, import_row, loses_reason, onto_present
from server.errors import BadField, SoiError
from server.exports import csv_import
from server.exports.price_cells import PRICE, price_of
from server.exports.tables import Sheet
from server.money import Price, PriceReading
from server.schemas.prices import told
from server.security.policy import policy
from server.store.records import ImportRow

Unclear = Literal["text", "likely", "written"]
"""What to keep of a price that may mean something else: its words, the likeliest meaning, or the number as it stands."""

blueprint = Blueprint("imports", __name__)


@dataclass(frozen=True, slots=True)
class Good:
    """A row that can be taken."""

    number: int
    row: ImportRow
    price: PriceReading


@dataclass(frozen=True, slots=True)
class Bad:
    """A row that is left out, and why."""

    row: int
    code: str
    message: str


@blueprint.post("/shortlist/imports")
@policy(media=("text/csv", "application/octet-stream"), query=("dry_run", "unclear"))
def imports() -> Response:
    """Import a CSV file or workbook; unless ``dry_run=false``, only list new, known, repeated and bad rows."""
    dry_run = request.args.get("dry_run", "true")
    if dry_run not in ("true", "false", "1", "0"):
        raise BadField("dry_run: true or false.")
    unclear = request.args.get("unclear", "text")
    if unclear not in get_args(Unclear):
        raise BadField(f"unclear: one of {', '.join(get_args(Unclear))}.")
    listing = take(
        request.get_data(), services(), dry_run=dry_run in ("true", "1"), unclear=cast("Unclear", unclear)
    )
    return answer(listing)


def take(data: bytes, all_services: Services, *, dry_run: bool, unclear: Unclear = "text") -> dict[str, Any]:
    """Import ``data``; gives the listing. Raises BadFile or TooLarge, and then nothing was changed."""
    sheet = _sheet(data)
    rows, bad = _read_rows(sheet, all_services, unclear)
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
        **_prices(single),
        "encoding": sheet.encoding,
        "separator": sheet.separator,
        "ignored_columns": sheet.ignored,
    }


def _sheet(data: bytes) -> Sheet:
    from server.exports import workbook  # noqa: PLC0415 - lxml is loaded after the port is bound

    return workbook.read(data) if workbook.is_workbook(data) else csv_import.read(data)


def _prices(rows: list[Good]) -> dict[str, Any]:
    """Prices of which only the words are kept, and those that may mean something else: a person is asked."""
    kept, asked = [], []
    for good in rows:
        found = good.price.price
        line = {"row": good.number, "username": good.row.username, "column": PRICE}
        if not good.price.is_clear:
            others = good.price.others
            asked.append(line | {"text": others[0].text} | told(good.price))
        elif good.price.kept_as_text and found is not None:
            kept.append(line | {"text": found.text})
    return {"kept_as_text": kept, "asked": asked}


def _settled(reading: PriceReading, unclear: Unclear) -> Price | None:
    """The price to keep; of one that is not clear the words alone, unless the person said what is meant."""
    if reading.is_clear:
        return reading.price
    if unclear == "likely":
        return reading.others[0]
    if unclear == "written" and reading.price is not None:
        return reading.price
    return replace(reading.others[0], low=None, high=None, currency=None)


def _read_rows(sheet: Sheet, all_services: Services, unclear: Unclear) -> tuple[list[Good], list[Bad]]:
    currency = all_services.current_settings().currency
    good: list[Good] = []
    bad: list[Bad] = []
    for row in sheet.rows:
        try:
            price = price_of(row.cells, currency)
            good.append(Good(row.number, import_row(row, _settled(price, unclear)), price))
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
            first = single[place]
            price = first.price if "price_asked" in first.row.changes else good.price
            single[place] = Good(first.number, fold(first.row, good.row), price)
            repeated.append({"row": good.number, "username": good.row.username})
        places |= dict.fromkeys(keys, place)
    return single, repeated
