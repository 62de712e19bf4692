"""The full analysis of a creator's last check."""

from __future__ import annotations

from flask import Blueprint, Response

from server.api.context import answer, resources
from server.fields.creators import shortlist_username
from server.security.policy import policy

blueprint = Blueprint("analyses", __name__)


@blueprint.get("/creators/<creator:username>/analysis")
@policy(gives={200: "CreatorAnalysis"})
def analysis(username: str) -> Response:
    """The analysis of the last visit under present rulings, thresholds, asked price and model; 404 without one."""
    return answer(resources().analyses.last(shortlist_username(username)))
