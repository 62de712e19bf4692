"""Live update by polling: what changed since a sequence number."""

from __future__ import annotations

from flask import Blueprint, Response, request

from server.api.checks import whole_number
from server.api.context import answer, services
from server.security.policy import policy

blueprint = Blueprint("changes", __name__)


@blueprint.get("/changes")
@policy(query=("since",), gives={200: "Changes"})
def changes() -> Response:
    """Changes after ``since`` (0: the start), and the number to ask with next time."""
    since = whole_number(request.args.get("since", "0"), "since", 0, 10**17)
    return answer(services().store.changes_since(since))
