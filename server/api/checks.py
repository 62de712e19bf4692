"""Checks: a capture in, an analysis with list state and history out."""

from __future__ import annotations

from datetime import UTC, datetime

from flask import Blueprint, Response, request

from server.api.context import actor, answer, client, read_body, resources, services
from server.errors import BadNumber
from server.fields.kinds import AmountField, Body, FlagField
from server.security.policy import policy
from server.security.roles import least_role
from server.services.asker import Asker
from server.store.records import REVIEW_AFTER

blueprint = Blueprint("checks", __name__)

RESCORE = Body({"dry_run": FlagField(required=True)})

_MOST_RECENT = 200
_MOST_DAYS = 3_650


@blueprint.post("/checks")
@policy(body="Capture", gives={200: "CheckAnswer", 422: ("CheckAnswer", "Refusal")})
def check() -> Response:
    """Analyse a capture. 200 for a profile or a post, 422 with the same shape for any other page.

    Of a member who may only look nothing is kept.
    """
    sender = client()
    asker = Asker(
        sender.member.name if sender.member else None,
        keeps=sender.may(least_role("PUT", "/shortlist/<username>")),
    )
    checked = resources().checks.check(request.get_data(cache=False), asker)
    return answer(checked.body, checked.status)


@blueprint.post("/checks/pages")
@policy(media=("application/octet-stream",), gives={200: "PagesAnswer"})
def pages() -> Response:
    """Check saved pages and put their creators on the list, all kept by one write.

    The body is a line `{"pages": [{"name", "bytes"}]}`, and behind it the files themselves, one after the other.
    """
    return answer(resources().saved_pages.take(request.get_data(cache=False), actor()))


@blueprint.get("/checks")
@policy(query=("limit",), gives={200: "RecentChecks"})
def recent() -> Response:
    """The last checks of all creators, newest first."""
    limit = whole_number(request.args.get("limit", "20"), "limit", 1, _MOST_RECENT)
    return answer({"checks": services().store.checks.recent(limit)})


@blueprint.post("/checks/rescore")
@policy(access="person", body=RESCORE, gives={200: "RescoreAnswer"})
def rescore() -> Response:
    """Judge everybody's last check anew by the present model, rulings, thresholds and search; kept unless ``dry_run``."""
    return answer(resources().rescoring.rescore(dry_run=read_body()["dry_run"]))


@blueprint.post("/checks/rescore/undo")
@policy(access="person", gives={200: "RescoreUndone"})
def undo_rescore() -> Response:
    """Bring back the scores of before the last rescoring; a check that was made since stays."""
    return answer({"restored": resources().rescoring.undo()})


@blueprint.get("/checks/due")
@policy(query=("days",), gives={200: "DueLooks"})
def due() -> Response:
    """Who on the list should be looked at again: last checked more than ``days`` (90) ago, too thinly, or never."""
    asked = request.args.get("days", str(REVIEW_AFTER.days))
    days = whole_number(asked, "days", 1, _MOST_DAYS)
    return answer(resources().lookback.due(datetime.now(UTC), days))


@blueprint.get("/checks/digest")
@policy(gives={200: "Digest"})
def digest() -> Response:
    """What the last look at each creator on the list saw that the one before had not."""
    return answer(resources().lookback.digest())


def whole_number(text: str, name: str, minimum: int, maximum: int) -> int:
    """A number of the query string. Raises BadNumber."""
    if not (text.isascii() and text.isdigit() and len(text) <= 18):
        raise BadNumber(f"{name}: a whole number is needed.")
    return int(AmountField(maximum, minimum).read(name, int(text)))
