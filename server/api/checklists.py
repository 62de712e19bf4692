"""Checklists: lines that people tick off, of a campaign and of each of its posts. Taking one back is a line of the log too."""

from __future__ import annotations

from datetime import UTC, datetime

from flask import Blueprint, Response

from server.api.campaigns import told
from server.api.context import read_body, services, signed
from server.api.deliverables import told_post
from server.campaigns.moves import change_deliverable, with_campaign
from server.campaigns.records import Campaign, Deliverable, Tick
from server.campaigns.ticking import ticked
from server.campaigns.today import Work
from server.errors import TooMany
from server.fields import campaigns as fields
from server.fields.kinds import Body
from server.security.policy import policy

blueprint = Blueprint("checklists", __name__)

TICK = Body(fields.TICK)


@blueprint.post("/campaigns/<campaign_id>/ticks")
@policy(body=TICK, query=("today", "me"), gives={201: "CampaignAnswer"})
def tick_campaign(campaign_id: str) -> Response:
    """Tick a line of the campaign off, or take that back. Nobody's form is out of date by it, and no undo is lost."""
    tick = _tick()

    def change(work: Work) -> Work:
        _need_room(work.campaign)
        return with_campaign(work, {"ticks": ticked(work.campaign, tick).ticks})

    return told(services().store.campaigns.change(campaign_id, change), 201)


@blueprint.post("/campaigns/<campaign_id>/deliverables/<deliverable_id>/ticks")
@policy(body=TICK, gives={201: "DeliverableAnswer"})
def tick_deliverable(campaign_id: str, deliverable_id: str) -> Response:
    """The same of a post: what its creator confirms before it is public."""
    tick = _tick()

    def change(one: Deliverable) -> Deliverable:
        _need_room(one)
        return ticked(one, tick)

    noted = services().store.campaigns.observe(
        campaign_id, lambda work: change_deliverable(work, deliverable_id, change)
    )
    return told_post(noted, deliverable_id, 201)


def _tick() -> Tick:
    body = read_body()
    return Tick(body["rule"], body["is_done"], datetime.now(UTC), signed(body.get("by")))


def _need_room(one: Campaign | Deliverable) -> None:
    if len(one.ticks) >= fields.MOST_TICKS:
        raise TooMany(f"ticks: at most {fields.MOST_TICKS}.")
