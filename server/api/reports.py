"""Reports: the creators that a client or the team is shown, with the parts that are chosen."""

from __future__ import annotations

from datetime import UTC, datetime

from flask import Blueprint, Response

from server.api.context import answer, read_body, services
from server.fields.kinds import Body, ChoiceField, TagsField
from server.security.policy import policy
from server.services.reports import AUDIENCES, PARTS, order_of, report_of

MOST = 500
"""Creators of one report; each fills about a page."""
REPORT = Body(
    {
        "names": TagsField(most=MOST, longest=130, required=True),
        "audience": ChoiceField(AUDIENCES, required=True),
        "parts": TagsField(most=len(PARTS), longest=40),
    }
)

blueprint = Blueprint("reports", __name__)


@blueprint.post("/reports")
@policy(body=REPORT, gives={200: "ReportAnswer"})
def report() -> Response:
    """What a report of these creators shows. For a client without anything internal; ``missing``: who is not on the list.

    Title and logo are the page's own: they come from a file of the user and go nowhere.
    """
    body = read_body()
    found = services().store.entries.find_many((name, None) for name in body["names"])
    entries = [found[name, None] for name in body["names"] if (name, None) in found]
    made = report_of(entries, order_of(body["audience"], body.get("parts")), datetime.now(UTC))
    return answer(made | {"missing": [name for name in body["names"] if (name, None) not in found]})
