"""The bin: what was taken off the list in the last thirty days, to be brought back or given up."""

from __future__ import annotations

from flask import Blueprint, Response, request

from server.api.bulk import MOST
from server.api.checks import whole_number
from server.api.context import actor, answer, read_body, services
from server.errors import BadUsername, NotFound
from server.fields.creators import shortlist_username
from server.fields.kinds import Body, TagsField
from server.security.policy import policy

blueprint = Blueprint("bin", __name__)

RESTORES = Body({"usernames": TagsField(required=True, most=MOST, longest=130)})


@blueprint.get("/bin")
@policy(query=("limit", "offset"), gives={200: "BinAnswer"})
def removed() -> Response:
    """Removed entries as they were, last removed first."""
    limit = whole_number(request.args.get("limit", "1000"), "limit", 1, MOST)
    offset = whole_number(request.args.get("offset", "0"), "offset", 0, 10**6)
    kept = services().store.bin
    return answer({"removed": kept.all(limit, offset), "total": kept.total()})


@blueprint.post("/bin/restores")
@policy(body=RESTORES, gives={200: "BinRestored"})
def restore() -> Response:
    """Put entries back in their places of the list, as they were."""
    return answer(services().store.bin.restore(read_body()["usernames"], actor()))


@blueprint.delete("/bin")
@policy(gives={200: "BinEmptied"})
def empty() -> Response:
    """Give up all removed entries for good."""
    return answer({"emptied": services().store.bin.empty(actor())})


@blueprint.delete("/bin/<creator:username>")
@policy(gives={204: None})
def drop(username: str) -> Response:
    """Give up one removed entry for good."""
    try:
        services().store.bin.drop(shortlist_username(username), actor())
    except BadUsername as error:
        raise NotFound from error
    return Response(status=204)
