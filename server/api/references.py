"""What the pages compare a creator with."""

from __future__ import annotations

from flask import Blueprint, Response

from server.api.context import answer, resources
from server.security.policy import policy

blueprint = Blueprint("references", __name__)


@blueprint.get("/references")
@policy(gives={200: "ReferencesAnswer"})
def references() -> Response:
    """Price lists and benchmarks, each with its source."""
    return answer(resources().references.to_json())
