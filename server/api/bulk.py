"""Many entries of the shortlist changed, or put back, by one request: all or nothing."""

from __future__ import annotations

from flask import Blueprint, Response

from server.api.context import actor, answer, read_body, services
from server.api.shortlist import entry_rules
from server.errors import BulkConflict
from server.fields.creators import Username
from server.fields.kinds import Body, FlagField, NullableField, ObjectField, RowsField, TextField, WholeField
from server.fields.prices import PriceAsked
from server.security.policy import policy
from server.store.list_records import (
    BulkRow,
)
from server.store.values import ENTRY

blueprint = Blueprint("bulk", __name__)

MOST = 20_000
_VERSION = 10**15
_SET = ("status", "stage", "reject_reason", "owner")
CHANGES = Body(
    {
        "entries": RowsField(
            Body({"username": Username(required=True), "version": NullableField(WholeField(_VERSION))}),
            most=MOST,
            required=True,
        ),
        "set": ObjectField(Body({name: ENTRY[name] for name in _SET} | {"price_asked": PriceAsked()})),
        "add_tags": ENTRY["tags"],
        "remove_tags": ENTRY["tags"],
        "remove": FlagField(),
    }
)
UNDO = Body(
    {
        "entries": RowsField(
            Body(
                {
                    "username": TextField(130, minimum=1, required=True),
                    "version": WholeField(_VERSION, required=True),
                }
            ),
            most=MOST,
            required=True,
        )
    }
)


@blueprint.post("/shortlist/changes")
@policy(body=CHANGES, gives={200: "BulkSaved", 412: ("BulkRefused", "Refusal")})
def change() -> Response:
    """Set fields, add and remove tags, or take off the list; ``version``, where it is sent, must still be the present one."""
    body = read_body()
    rows = [BulkRow(row["username"], row.get("version")) for row in body.pop("entries")]
    try:
        return answer(entry_rules().change(rows, body))
    except BulkConflict as error:
        conflicts = [{"username": name, "version": version} for name, version in error.conflicts.items()]
        return answer({"error": error.answer(), "conflicts": conflicts}, error.http_status)


@blueprint.post("/shortlist/undo")
@policy(body=UNDO, gives={200: "EntriesUndone"})
def undo_all() -> Response:
    """Undo many changes at once, as of an import: of each entry that is still at its version. The others are told."""
    saved = {row["username"]: row["version"] for row in read_body()["entries"]}
    undone = services().store.entries.undo_all(saved, actor())
    return answer({"undone": undone, "kept": sorted(saved.keys() - set(undone))})
