"""What is to be done today over all campaigns and the list."""

from __future__ import annotations

from flask import Blueprint, Response

from server.api.campaigns import the_day
from server.api.context import answer
from server.security.policy import policy

blueprint = Blueprint("today", __name__)


@blueprint.get("/today")
@policy(query=("today",), gives={200: "TodayAnswer"})
def tasks() -> Response:
    """Overdue, due within three days, places without a creator, no answer, to look at again; the oldest first."""
    return answer(the_day().told())
