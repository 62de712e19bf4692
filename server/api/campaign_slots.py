"""The places of a campaign: who has one, who drops out, and who steps in."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, Response, request

from server.api.campaigns import new_id, seen_version, the_day, told
from server.api.context import answer, read_body, resources, services, signed
from server.campaigns import moves
from server.campaigns.records import Slot
from server.campaigns.today import Work
from server.errors import TooMany
from server.fields import campaigns as fields
from server.fields.creators import Username, shortlist_username
from server.fields.kinds import Body, Field, NullableField, TagsField
from server.fields.prices import PriceAsked, price_given
from server.security.policy import policy
from server.services.candidates import candidates_of, proposed
from server.topics.niches import niche_names

blueprint = Blueprint("campaign_slots", __name__)

_PLAN: dict[str, Field] = {
    "niche": fields.NICHE,
    "price_band": PriceAsked(),
    "backups": TagsField(most=fields.MOST_BACKUPS, longest=130),
}
NEW = Body(_PLAN | {"creator": NullableField(Username())})
PATCH = Body(_PLAN)
FILL = Body({"creator": Username(required=True), "price": PriceAsked()})
_AT = "/campaigns/<campaign_id>/slots"


@blueprint.post(_AT)
@policy(body=NEW, query=("today", "me"), gives={201: "CampaignAnswer"})
def new_slot(campaign_id: str) -> Response:
    """One more place, with or without a creator."""
    body = _read()
    slot = Slot(
        new_id(), body.get("niche"), body.get("price_band"), body.get("creator"), body.get("backups", ())
    )

    def change(work: Work) -> Work:
        if len(work.campaign.slots) >= fields.MOST_SLOTS:
            raise TooMany(f"slots: at most {fields.MOST_SLOTS}.")
        return moves.with_slot(work, slot)

    return told(services().store.campaigns.change(campaign_id, change), 201)


@blueprint.patch(_AT + "/<slot_id>")
@policy(body=PATCH, query=("today", "me"), gives={200: "CampaignAnswer"})
def patch_slot(campaign_id: str, slot_id: str) -> Response:
    """Another niche, price or backups, for the campaign of the version in If-Match."""
    body = _read()
    changed = services().store.campaigns.change(
        campaign_id, lambda work: moves.change_slot(work, slot_id, body), seen_version()
    )
    return told(changed)


@blueprint.delete(_AT + "/<slot_id>")
@policy(query=("today", "me"), gives={200: "CampaignAnswer"})
def remove_slot(campaign_id: str, slot_id: str) -> Response:
    """Without a place and its plans; refused once a draft was handed in."""
    changed = services().store.campaigns.change(
        campaign_id, lambda work: moves.without_slot(work, slot_id), seen_version()
    )
    return told(changed)


@blueprint.get(_AT + "/<slot_id>/proposals")
@policy(query=("today", "me"), gives={200: "ProposalsAnswer"})
def proposals(campaign_id: str, slot_id: str) -> Response:
    """Backups first, then others of the niche and the price, those first who fit the campaign's search.

    Each with what it would leave of the budget.
    """
    store, day = services().store, the_day()
    work = store.campaigns.get(campaign_id).work
    known = candidates_of(store.entries.all())
    me = signed(request.args.get("me"))
    return answer(proposed(work, slot_id, known, day, me=me, held=resources().campaign_fit))


@blueprint.post(_AT + "/<slot_id>/drop")
@policy(query=("today", "me"), gives={200: "CampaignAnswer"})
def drop(campaign_id: str, slot_id: str) -> Response:
    """The creator drops out; their posts that are not public are dropped, and what was handed in stays to read."""
    changed = services().store.campaigns.change(
        campaign_id, lambda work: moves.drop_creator(work, slot_id), seen_version()
    )
    return told(changed)


@blueprint.post(_AT + "/<slot_id>/fill")
@policy(body=FILL, query=("today", "me"), gives={200: "CampaignAnswer"})
def fill(campaign_id: str, slot_id: str) -> Response:
    """Somebody steps in and takes over the dropped posts, at the price given, else at the one that the list has."""
    store, body = services().store, _read()
    entry = store.entries.find(body["creator"])
    price = body.get("price", None if entry is None else entry.price_asked)
    changed = store.campaigns.change(
        campaign_id, lambda work: moves.fill(work, slot_id, body["creator"], price), seen_version()
    )
    return told(changed)


def _read() -> dict[str, Any]:
    """The body with its prices read, a niche by its id, and backups as clean names."""
    body = read_body()
    usual = services().current_settings().currency
    for name in ("price_band", "price"):
        if name in body:
            body[name] = price_given(body[name], usual)
    if body.get("niche"):
        body["niche"] = niche_names().get(body["niche"].strip().casefold(), body["niche"].strip())
    if "backups" in body:
        body["backups"] = tuple(dict.fromkeys(map(shortlist_username, body["backups"])))
    return body
