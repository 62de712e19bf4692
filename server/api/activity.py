"""What was done to the list: who, when, what, and the way back."""

from __future__ import annotations

from flask import Blueprint, Response, request

from server.api.checks import whole_number
from server.api.context import actor, answer, services
from server.security.policy import policy

blueprint = Blueprint("activity", __name__)


@blueprint.get("/activity")
@policy(query=("limit", "offset"), gives={200: "ListActivity"})
def activity() -> Response:
    """The newest first; at most the newest 5,000 are kept."""
    limit = whole_number(request.args.get("limit", "100"), "limit", 1, 500)
    offset = whole_number(request.args.get("offset", "0"), "offset", 0, 10**6)
    kept = services().store.activity
    return answer({"activity": kept.page(limit, offset), "total": kept.total()})


@blueprint.post("/activity/<activity_id>/undo")
@policy(gives={200: "EntriesUndone"})
def undo(activity_id: str) -> Response:
    """Take back all that one row did, but for what was changed since; 410 after 30 minutes or a second time."""
    return answer(services().store.activity.undo(whole_number(activity_id, "id", 1, 10**15), actor()))
