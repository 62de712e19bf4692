"""What is written to the creators of a campaign: filled in, copied, never sent; and the note that it was sent."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import cast

from flask import Blueprint, Response

from server.api.campaigns import LANGUAGE, the_day, told
from server.api.context import actor, answer, read_body, services, signed
from server.api.settings import expected_version
from server.campaigns.moves import with_campaign
from server.campaigns.outreach import MAX_TEMPLATE, MAX_VALUE, fields_of, shipped, written
from server.campaigns.records import MESSAGES, Message, SentMessage
from server.campaigns.today import Work, in_other_hands
from server.errors import TooMany
from server.fields import campaigns as fields
from server.fields.creators import Username
from server.fields.kinds import Body, ChoiceField, NamedField, TextField
from server.security.policy import policy
from server.services.outreach_templates import (
    BODY,
    TEMPLATES,
    read_templates,
    shipped_templates,
    templates_of,
)
from server.services.own_tables import replace_table

blueprint = Blueprint("outreach", __name__)

OUTREACH = Body(
    {
        "creator": Username(required=True),
        "message": ChoiceField(MESSAGES, required=True),
        "language": LANGUAGE,
        "template": TextField(MAX_TEMPLATE),
        "values": NamedField(most=50, heading=40, longest=MAX_VALUE),
        "me": fields.BY,
    }
)
SENT = Body(
    {
        "creator": Username(required=True),
        **{k: f for k, f in fields.SENT.items() if k != "by"},
        "me": fields.BY,
    }
)


@blueprint.post("/campaigns/<campaign_id>/outreach")
@policy(body=OUTREACH, gives={200: "OutreachAnswer"})
def outreach(campaign_id: str) -> Response:
    """What is written to a creator; no text while a field is empty. Nothing is sent."""
    body, kept = read_body(), services().store.campaigns.get(campaign_id)
    message, language = cast("Message", body["message"]), body["language"]
    template = body.get("template") or shipped(message, language)
    result, day = written(template, body.get("values", {})), the_day()
    live = [one.work for one in day.campaigns if one.removed_at is None]
    asked = in_other_hands(body["creator"], live, day.people, signed(body.get("me")), kept.work.campaign.id)
    return answer(
        {"text": result.text, "missing": result.missing, "fields": fields_of(template), "elsewhere": asked}
    )


@blueprint.post("/campaigns/<campaign_id>/outreach/sent")
@policy(body=SENT, query=("today", "me"), gives={201: "CampaignAnswer"})
def sent(campaign_id: str) -> Response:
    """Note that a message was sent, by which channel. Whoever is new to the list, or was only found, is contacted now."""
    body, store = read_body(), services().store
    by = signed(body.get("me"))
    line = SentMessage(body["creator"], body["message"], body["channel"], datetime.now(UTC), by)

    def change(work: Work) -> Work:
        if len(work.campaign.outreach) >= fields.MOST_OUTREACH:
            raise TooMany(f"outreach: at most {fields.MOST_OUTREACH}.")
        return with_campaign(work, {"outreach": (*work.campaign.outreach, line)})

    changed = store.campaigns.change(campaign_id, change)
    entry = store.entries.find(line.creator)
    if line.message == "first" and (entry is None or entry.status == "found"):
        store.entries.save(line.creator, {"status": "contacted"}, by=actor())
    return told(changed, 201)


@blueprint.get("/outreach/templates")
@policy(gives={200: "OutreachTemplatesAnswer"})
def templates() -> Response:
    """Own texts in their order, and those that ship."""
    return _templates()


@blueprint.put("/outreach/templates")
@policy(body=BODY, gives={200: "OutreachTemplatesAnswer"})
def put_templates() -> Response:
    """Replace all own texts; If-Match with the version guards against a second tab."""
    store, wanted = services().store, read_templates(read_body()["templates"])
    replace_table(store, TEMPLATES, wanted or None, expected_version(store.settings.get().version))
    return _templates()


def _templates() -> Response:
    saved = services().store.settings.get()
    shown = {"templates": templates_of(saved.value.get(TEMPLATES)), "shipped": shipped_templates()}
    response = answer(shown | {"version": saved.version})
    response.headers["ETag"] = f'"{saved.version}"'
    return response
