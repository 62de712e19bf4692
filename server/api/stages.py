"""The stages of the user's own pipeline."""

from __future__ import annotations

from flask import Blueprint, Response

from server.api.context import actor, answer, read_body, services
from server.api.settings import expected_version
from server.errors import Inconsistent
from server.fields.kinds import Body, ChoiceField, RowsField, TextField
from server.security.policy import policy
from server.store.records import STATUSES
from server.store.stages import MOST_NAME, MOST_STAGES, STAGES, Following, read_stages

blueprint = Blueprint("stages", __name__)

_NAME = TextField(MOST_NAME, minimum=1, required=True)
STAGE = Body(
    {
        "name": _NAME,
        "status": ChoiceField(STATUSES, required=True),
        "was": TextField(MOST_NAME, minimum=1),
    }
)
MOVED = Body({"from": _NAME, "to": _NAME})
BODY = Body(
    {
        "stages": RowsField(STAGE, most=MOST_STAGES, required=True),
        "moved": RowsField(MOVED, most=MOST_STAGES, least=0),
    }
)


@blueprint.get("/stages")
@policy(gives={200: "StagesAnswer"})
def get_stages() -> Response:
    """All stages in their order; as shipped where none are saved."""
    return _answer()


@blueprint.put("/stages")
@policy(body=BODY, gives={200: "StagesAnswer"})
def put_stages() -> Response:
    """Replace them; ``was`` is the name of a stage before, and entries there follow it, with their status.

    Those at a stage that goes away are ``moved`` to another, or keep its word.
    """
    body = read_body()
    rows = body["stages"]
    was = {row["name"].strip(): row["was"] for row in rows if "was" in row}
    if len(set(was.values())) < len(was):
        raise Inconsistent("Two stages were one before.")
    store = services().store
    moved = {row["from"]: row["to"].strip() for row in body.get("moved", ())}
    follow = Following(was, moved)
    store.stages.save(read_stages(rows), follow, expected_version(store.settings.get().version), actor())
    return _answer()


@blueprint.delete("/stages")
@policy(gives={200: "StagesAnswer"})
def delete_stages() -> Response:
    """Back to those that ship; entries keep their words."""
    store = services().store
    store.stages.save(None, Following(), expected_version(store.settings.get().version), actor())
    return _answer()


def _answer() -> Response:
    store = services().store
    saved = store.settings.get()
    response = answer({"stages": store.stages.all(), "own": STAGES in saved.value, "version": saved.version})
    response.headers["ETag"] = f'"{saved.version}"'
    return response
