"""Campaigns: the list, one campaign, its copy for another month, its calendar, and what is written to its creators."""

from __future__ import annotations

import secrets
from datetime import UTC, date, datetime
from typing import Any, Literal, cast

from flask import Blueprint, Response, request
from msgspec.structs import replace

from server import own_json
from server.api.context import answer, read_body, resources, services, signed
from server.api.settings import expected_version
from server.campaigns.briefing import draft_brief
from server.campaigns.check import check_draft
from server.campaigns.copying import copied
from server.campaigns.due_dates import MEDIA_TYPE, calendar_file
from server.campaigns.moves import with_campaign
from server.campaigns.records import Campaign
from server.campaigns.today import Work
from server.errors import Conflict
from server.exports import xlsx_export
from server.fields import campaigns as fields
from server.fields.campaigns import DayField
from server.fields.kinds import Body, ChoiceField, ObjectField, TextField, WholeField
from server.messages import LANGUAGES
from server.security.policy import policy
from server.services import campaigns as telling
from server.services.campaign_plan import plan_workbook
from server.services.dossiers import dossier_told, dossier_zip
from server.store.campaign_documents import KeptCampaign

blueprint = Blueprint("campaigns", __name__)

PATCH = Body({**fields.CAMPAIGN, "name": TextField(120, minimum=1)})
NEW = Body({**fields.CAMPAIGN, "brand": ObjectField(fields.BRAND, required=True)})
COPY = Body({"name": fields.NAME, "months": WholeField(24, required=True)})
LANGUAGE = ChoiceField(LANGUAGES, required=True)
DRAFT = Body({"text": fields.DRAFT})


@blueprint.get("/campaigns")
@policy(query=("today",), gives={200: "CampaignsAnswer"})
def campaigns() -> Response:
    """All campaigns with their sums, newest first; those in the bin say since when."""
    return answer(telling.summaries(services().store.campaigns.all(), today()))


@blueprint.post("/campaigns")
@policy(body=NEW, query=("today", "me"), gives={201: "CampaignAnswer"})
def new_campaign() -> Response:
    """Begin one."""
    campaign = own_json.record_of(
        {"id": "", "budget": _usual_budget(), **own_json.plain(read_body())}, Campaign
    )
    return told(services().store.campaigns.add(Work(campaign)), 201)


@blueprint.get("/campaigns/<campaign_id>")
@policy(query=("today", "me"), gives={200: "CampaignAnswer"})
def campaign(campaign_id: str) -> Response:
    """One campaign with slots, posts and sums, its version as ETag."""
    return told(services().store.campaigns.get(campaign_id))


@blueprint.patch("/campaigns/<campaign_id>")
@policy(body=PATCH, query=("today", "me"), gives={200: "CampaignAnswer"})
def patch_campaign(campaign_id: str) -> Response:
    """Change a campaign that is still at the version of If-Match; brand, brief and budget are replaced as a whole."""
    given = read_body()

    def change(work: Work) -> Work:
        whole = own_json.plain(work.campaign) | own_json.plain(given)
        record = own_json.record_of(whole, Campaign)
        return with_campaign(work, {name: getattr(record, name) for name in given})

    return told(services().store.campaigns.change(campaign_id, change, seen_version()))


@blueprint.delete("/campaigns/<campaign_id>")
@policy(gives={204: None})
def remove_campaign(campaign_id: str) -> Response:
    """Put it into the bin for 30 days."""
    services().store.campaigns.remove(campaign_id, seen_version() if "If-Match" in request.headers else None)
    return Response(status=204)


@blueprint.post("/campaigns/<campaign_id>/undo")
@policy(query=("today", "me"), gives={200: "CampaignAnswer"})
def undo_campaign(campaign_id: str) -> Response:
    """Take it out of the bin, else take its last change back, once, within 30 minutes. Drafts and decisions stay."""
    return told(services().store.campaigns.undo(campaign_id))


@blueprint.post("/campaigns/<campaign_id>/copies")
@policy(body=COPY, query=("today", "me"), gives={201: "CampaignAnswer"})
def copy_campaign(campaign_id: str) -> Response:
    """The same people and posts some months later, all planned anew."""
    body, store = read_body(), services().store.campaigns
    work = store.get(campaign_id).work
    again, posts = copied(work.campaign, work.deliverables, body["months"], body["name"], new_id)
    return told(store.add(Work(again, tuple(replace(post, id="") for post in posts if post.creator))), 201)


@blueprint.get("/campaigns/<campaign_id>/calendar.ics")
@policy(query=("language",), gives={200: "text/calendar"})
def calendar(campaign_id: str) -> Response:
    """The days that are due, for a calendar."""
    language = LANGUAGE.read("language", request.args.get("language", "en"))
    work = services().store.campaigns.get(campaign_id).work
    text = calendar_file(
        work.campaign, work.deliverables, datetime.now(UTC), cast('Literal["en", "vi"]', language)
    )
    return Response(text, mimetype=MEDIA_TYPE.partition(";")[0])


@blueprint.get("/campaigns/<campaign_id>/dossier.zip")
@policy(query=("language",), gives={200: "application/zip"})
def dossier(campaign_id: str) -> Response:
    """Creators, verdicts, audits, drafts, decisions, posts and sums with their hashes; ``soi replay`` verifies it."""
    language = LANGUAGE.read("language", request.args.get("language", "en"))
    packed = dossier_zip(
        services().store, campaign_id, datetime.now(UTC), cast('Literal["en", "vi"]', language)
    )
    return Response(packed, mimetype="application/zip")


@blueprint.get("/campaigns/<campaign_id>/plan.xlsx")
@policy(query=("language",), gives={200: xlsx_export.MEDIA_TYPE})
def plan(campaign_id: str) -> Response:
    """The plan as a workbook: one row a post, and one for each slot without one."""
    language = LANGUAGE.read("language", request.args.get("language", "en"))
    work = services().store.campaigns.get(campaign_id).work
    return Response(plan_workbook(work, language), mimetype=xlsx_export.MEDIA_TYPE)


@blueprint.get("/campaigns/<campaign_id>/dossier")
@policy(gives={200: "DossierAnswer"})
def dossier_page(campaign_id: str) -> Response:
    """The dossier to read and print."""
    return answer(dossier_told(services().store, campaign_id, datetime.now(UTC)))


@blueprint.post("/campaigns/<campaign_id>/drafts/check")
@policy(body=DRAFT, gives={200: "DraftChecked"})
def check(campaign_id: str) -> Response:
    """Hold a text against the campaign's brief and the rules; nothing is kept."""
    work = services().store.campaigns.get(campaign_id).work
    return answer(check_draft(read_body()["text"], draft_brief(work.campaign)).to_json())


@blueprint.get("/campaigns/<campaign_id>/fit")
@policy(gives={200: "CampaignFitAnswer"})
def fit(campaign_id: str) -> Response:
    """How creators and backups fit what the campaign looks for, by their last checks."""
    return answer(resources().campaign_fit.told(services().store.campaigns.get(campaign_id).work.campaign))


# --- what the routes of campaigns share ----------------------------------------------------------------------


def told(kept: KeptCampaign, status: int = 200) -> Response:
    """A campaign as it is answered, with its version as ETag."""
    names = {one.creator for one in kept.work.deliverables if one.creator}
    usual = telling.usual_engagements(services().store.audits.looked_at(sorted(names)))
    response = answer(telling.told(kept, the_day(), signed(request.args.get("me")), usual), status)
    response.headers["ETag"] = f'"{kept.version}"'
    return response


def the_day() -> telling.Day:
    """All that a campaign is held against today."""
    store = services().store
    return telling.Day(store.campaigns.all(), telling.contacted(store.entries.all()), today())


def today() -> date:
    """The sender's day, which the server's clock may not know."""
    asked = request.args.get("today")
    return datetime.now(UTC).astimezone().date() if asked is None else DayField().read("today", asked)


def seen_version() -> int:
    """The version in If-Match. Raises Conflict where there is none."""
    if "If-Match" not in request.headers:
        raise Conflict("Send the version in If-Match.")
    return expected_version(0)


def new_id() -> str:
    """For a slot."""
    return secrets.token_hex(6)


def _usual_budget() -> dict[str, Any]:
    return {"currency": services().current_settings().currency}
