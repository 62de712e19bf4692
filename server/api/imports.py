"""Taking a list over from a spreadsheet: a dry run says what would happen, the import does it, all or nothing."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any, Literal, cast, get_args

import orjson
from flask import Blueprint, Response, request

from server.api.context import Services, answer, services
from server.api.import_answer import answered
from server.api.import_rows import Taken, fold, onto_present, row_of
from server.errors import BadField, SoiError
from server.exports import csv_import
from server.exports.grids import Book
from server.memory import collector_paused
from server.money import Price, PriceReading
from server.security.policy import policy
from server.sheet_import.columns import MEANINGS
from server.sheet_import.reading import ImportChoice, Person, read
from server.sheet_import.values import Values
from server.store import values as stored

Unclear = Literal["text", "likely", "written"]
"""What to keep of a price that may mean something else: its words, the likeliest meaning, or the number as it stands."""
_MAX_MAPPING = 20_000

blueprint = Blueprint("imports", __name__)


@dataclass(frozen=True, slots=True)
class Order:
    """What a request asks for."""

    dry_run: bool = True
    unclear: Unclear = "text"
    choice: ImportChoice = field(default_factory=ImportChoice)
    tag: str = ""
    """Put on every creator of the import."""


@blueprint.post("/shortlist/imports")
@policy(
    media=("text/csv", "application/octet-stream"), query=("dry_run", "unclear", "sheets", "mapping", "tag")
)
def imports() -> Response:
    """Import a CSV file or workbook; unless ``dry_run=false``, only list what would be taken, and how it was read.

    ``sheets``: a JSON list of names; ``mapping``: {sheet: {column: meaning}}, columns by their letters; ``tag``: one
    for all that are taken.
    """
    with collector_paused():
        return answer(take(request.get_data(), services(), _order()))


def _order() -> Order:
    args = request.args
    dry_run, unclear = args.get("dry_run", "true"), args.get("unclear", "text")
    if dry_run not in ("true", "false", "1", "0"):
        raise BadField("dry_run: true or false.")
    if unclear not in get_args(Unclear):
        raise BadField(f"unclear: one of {', '.join(get_args(Unclear))}.")
    tag = args.get("tag", "")
    tags = stored.ENTRY["tags"].read("tag", [tag]) if tag else ()
    return Order(
        dry_run in ("true", "1"),
        cast("Unclear", unclear),
        ImportChoice(_sheets(args.get("sheets")), _mapping(args.get("mapping"))),
        tags[0] if tags else "",
    )


def _sheets(text: str | None) -> frozenset[str] | None:
    if text is None:
        return None
    names = _json(text, "sheets")
    if not isinstance(names, list) or not all(isinstance(name, str) for name in names):
        raise BadField("sheets: a list of names is needed.")
    return frozenset(names)


def _mapping(text: str | None) -> dict[str, dict[str, str]]:
    mapping = {} if text is None else _json(text, "mapping")
    if not isinstance(mapping, dict):
        raise BadField("mapping: an object of sheets is needed.")
    for sheet, columns in mapping.items():
        if not isinstance(columns, dict) or not set(map(str, columns.values())) <= MEANINGS:
            raise BadField(
                f"mapping: for {sheet!r} an object of columns, each one of {', '.join(sorted(MEANINGS))}."
            )
    return mapping


def _json(text: str, name: str) -> Any:
    if len(text) > _MAX_MAPPING:
        raise BadField(f"{name}: at most {_MAX_MAPPING} characters.")
    try:
        return orjson.loads(text)
    except orjson.JSONDecodeError as error:
        raise BadField(f"{name}: JSON is needed.") from error


def take(data: bytes, all_services: Services, order: Order) -> dict[str, Any]:
    """Import ``data``; gives the listing. Raises BadFile or TooLarge, and then nothing was changed."""
    book = _book(data)
    tables = read(book, order.choice, all_services.current_settings().currency)
    people = [person for table in tables for person in table.people]
    single = _single([_taken(person, order) for person in people])
    onto = [onto_present(taken.row, all_services.store) for taken in single]
    merged = [row for row, _ in onto]
    results = all_services.store.import_entries(merged, dry_run=order.dry_run)
    return answered(book, tables, single, onto, results, dry_run=order.dry_run)


def _book(data: bytes) -> Book:
    from server.exports import workbook  # noqa: PLC0415 - lxml is loaded after the port is bound

    return workbook.read(data) if workbook.is_workbook(data) else csv_import.read(data)


def _taken(person: Person, order: Order) -> Taken:
    values = person.values
    changes = dict(values.changes)
    if order.tag:
        changes["tags"] = tuple(dict.fromkeys((*changes.get("tags", ()), order.tag)))
    price = _settled(values.price, order.unclear)
    profile_id = values.profile_id if ":" not in person.username else None
    return Taken(
        row_of(person.username, _storable(changes, values), price, profile_id, values.added_at),
        values,
        values.price,
    )


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


def _settled(reading: PriceReading, unclear: Unclear) -> Price | None:
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
