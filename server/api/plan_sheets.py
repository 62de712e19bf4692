"""A plan sheet for a campaign: a dry run says what would be planned, then it is, all or nothing."""

from __future__ import annotations

from typing import cast

from flask import Blueprint, Response, request

from server.api.context import answer, resources, services
from server.errors import BadField
from server.fields.kinds import ChoiceField
from server.messages import LANGUAGES, Language
from server.security.policy import policy

blueprint = Blueprint("plan_sheets", __name__)


@blueprint.post("/campaigns/<campaign_id>/sheets")
@policy(
    media=("text/csv", "application/octet-stream"),
    query=("dry_run", "language"),
    gives={200: "PlanSheetAnswer"},
)
def take_sheet(campaign_id: str) -> Response:
    """A CSV file or workbook as slots and posts; unless ``dry_run=false``, only what would be planned.

    ``language``: in which a column without a heading is called.
    """
    dry_run = request.args.get("dry_run", "true")
    if dry_run not in ("true", "false"):
        raise BadField("dry_run: true or false.")
    services().store.campaigns.get(campaign_id)
    language = cast("Language", ChoiceField(LANGUAGES).read("language", request.args.get("language", "vi")))
    currency = services().current_settings().currency
    told = resources().plan_sheets.take(
        campaign_id, request.get_data(), currency, language, dry_run=dry_run == "true"
    )
    return answer(told)
