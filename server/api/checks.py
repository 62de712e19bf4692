"""Checks: a capture in, an analysis with list state and history out."""

from __future__ import annotations

from flask import Blueprint, Response, request

from server.api.context import answer, resources, services
from server.errors import BadNumber
from server.fields.kinds import AmountField
from server.security.policy import policy

blueprint = Blueprint("checks", __name__)

_MOST_RECENT = 200


@blueprint.post("/checks")
@policy(body="Capture", gives={200: "CheckAnswer", 422: ("CheckAnswer", "Refusal")})
def check() -> Response:
    """Analyse a capture. 200 for a profile or a post, 422 with the same shape for any other page."""
    checked = resources().checks.check(request.get_data(cache=False))
    return answer(checked.body, checked.status)


@blueprint.get("/checks")
@policy(query=("limit",), gives={200: "RecentChecks"})
def recent() -> Response:
    """The last checks of all creators, newest first."""
    limit = whole_number(request.args.get("limit", "20"), "limit", 1, _MOST_RECENT)
    return answer({"checks": services().store.checks.recent(limit)})


def whole_number(text: str, name: str, minimum: int, maximum: int) -> int:
    """A number of the query string. Raises BadNumber."""
    if not (text.isascii() and text.isdigit() and len(text) <= 18):
        raise BadNumber(f"{name}: a whole number is needed.")
    return int(AmountField(maximum, minimum).read(name, int(text)))
