"""The demo: checks of invented creators, without a session and without a trace."""

from __future__ import annotations

from flask import Blueprint, Response, request

from server.api.context import answer, resources
from server.security.policy import policy

blueprint = Blueprint("demo", __name__)


@blueprint.post("/demo/checks")
@policy(
    access="public",
    one_machine=True,  # who is no member has a team's server judge nothing
    body="Capture",
    gives={200: "CheckAnswer", 422: ("CheckAnswer", "Refusal")},
)
def check() -> Response:
    """Analyse a capture of an invented creator, at most 64 KB. Nothing is kept."""
    checked = resources().demo.check(request.get_data(cache=False))
    return answer(checked.body, checked.status)
