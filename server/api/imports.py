"""Taking a list over from a spreadsheet: a dry run says what would happen, the import does it, all or nothing."""

from __future__ import annotations

from typing import Any, cast, get_args

from flask import Blueprint, Response, request

from server import own_json
from server.api.context import actor, answer, resources, services
from server.errors import BadField
from server.fields.kinds import ChoiceField
from server.messages import LANGUAGES, Language
from server.security.policy import policy
from server.services.import_order import Order, UnclearAnswer
from server.sheet_import.choices import ImportChoice
from server.store import values as stored
from server.store.records import STATUSES, Status

_MAX_MAPPING = 20_000

blueprint = Blueprint("imports", __name__)


@blueprint.post("/shortlist/imports")
@policy(
    media=("text/csv", "application/octet-stream"),
    query=("dry_run", "unclear", "sheets", "mapping", "corrections", "statuses", "tag", "language"),
    gives={200: "ImportAnswer"},
)
def imports() -> Response:
    """Import a CSV file or workbook; unless ``dry_run=false``, only list what would be taken, and how it was read.

    ``sheets``: a JSON list of names; ``mapping``: {sheet: {column: meaning}}, columns by their letters; ``tag``: one
    for all that are taken; ``statuses``: {word of the sheet: status}, each kept as the stage; ``corrections``: {sheet:
    {row: {column: text}}}, read in place of what stands there. A mapping is remembered for sheets with the same
    headings. ``language``: in which columns without a heading are called. ``saved`` of the answer is what
    ``POST /shortlist/undo`` takes.
    """
    currency = services().current_settings().currency
    return answer(resources().imports.take(request.get_data(), _order(), currency, actor()))


def _order() -> Order:
    args = request.args
    dry_run, unclear = args.get("dry_run", "true"), args.get("unclear", "text")
    if dry_run not in ("true", "false", "1", "0"):
        raise BadField("dry_run: true or false.")
    if unclear not in get_args(UnclearAnswer):
        raise BadField(f"unclear: one of {', '.join(get_args(UnclearAnswer))}.")
    language = cast("Language", ChoiceField(LANGUAGES).read("language", args.get("language", "vi")))
    tag = args.get("tag", "")
    tags = stored.ENTRY["tags"].read("tag", [tag]) if tag else ()
    return Order(
        dry_run in ("true", "1"),
        cast("UnclearAnswer", unclear),
        ImportChoice(_sheets(args.get("sheets")), _mapping(args.get("mapping")), language=language),
        tags[0] if tags else "",
        _corrections(args.get("corrections")),
        _statuses(args.get("statuses")),
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
    known = resources().imports.meanings
    for sheet, columns in mapping.items():
        if not isinstance(columns, dict) or not set(map(str, columns.values())) <= known:
            raise BadField(
                f"mapping: for {sheet!r} an object of columns, each one of {', '.join(sorted(known))}."
            )
    return mapping


def _corrections(text: str | None) -> dict[str, dict[int, dict[str, str]]]:
    given = {} if text is None else _json(text, "corrections")
    if not isinstance(given, dict) or not all(_is_corrected(rows) for rows in given.values()):
        raise BadField(
            "corrections: for each sheet {row: {column: text}} is needed, columns by their letters."
        )
    return {sheet: {int(row): cells for row, cells in rows.items()} for sheet, rows in given.items()}


def _statuses(text: str | None) -> dict[str, Status]:
    given = {} if text is None else _json(text, "statuses")
    if not isinstance(given, dict) or not set(map(str, given.values())) <= set(STATUSES):
        raise BadField(f"statuses: an object of words, each one of {', '.join(STATUSES)}.")
    return given


def _is_corrected(rows: Any) -> bool:
    is_place = resources().imports.is_place
    return isinstance(rows, dict) and all(
        isinstance(cells, dict)
        and all(is_place(row, letters) and isinstance(text, str) for letters, text in cells.items())
        for row, cells in rows.items()
    )


def _json(text: str, name: str) -> Any:
    if len(text) > _MAX_MAPPING:
        raise BadField(f"{name}: at most {_MAX_MAPPING} characters.")
    try:
        return own_json.loads(text)
    except ValueError as error:
        raise BadField(f"{name}: JSON is needed.") from error
