"""The posts of a campaign: planned, handed in as texts, decided, public, paid. The log of a post only grows."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from typing import Any

from flask import Blueprint, Response

from server.api.campaigns import seen_version, told
from server.api.context import answer, read_body, services, signed
from server.campaigns import moves, pipeline
from server.campaigns.briefing import draft_brief
from server.campaigns.check import check_draft
from server.campaigns.pictures import SUFFIX, need_room, sent_pictures
from server.campaigns.records import Decision, Deliverable, DraftVersion
from server.campaigns.sightings import answered
from server.campaigns.today import Work
from server.errors import Inconsistent, NotFound, TooMany
from server.fields import campaigns as fields
from server.fields.kinds import Body, FlagField, TextField
from server.fields.prices import PriceAsked, price_given
from server.security.policy import policy
from server.services.campaigns import told_deliverable
from server.store.campaign_documents import KeptCampaign

blueprint = Blueprint("deliverables", __name__)

_FIELDS = {**fields.DELIVERABLE, "price": PriceAsked()}
NEW = Body(
    {name: field for name, field in _FIELDS.items() if name not in ("state", "post_url", "paid_on")}
    | {"slot": TextField(40, minimum=1, required=True)}
)
PATCH = Body(_FIELDS)
VERSION = Body({"text": fields.CAPTION, "by": fields.BY, "pictures": fields.PICTURES})
DECISION = Body(fields.DECISION)
ANSWER = Body({"code": TextField(40, minimum=5, required=True), "is_it": FlagField(required=True)})
MOST_DELIVERABLES = 2_000
_AT = "/campaigns/<campaign_id>/deliverables"
_ONE = _AT + "/<deliverable_id>"


@blueprint.post(_AT)
@policy(body=NEW, query=("today", "me"), gives={201: "CampaignAnswer"})
def new_deliverable(campaign_id: str) -> Response:
    """Plan one more post of the creator of a slot."""
    body = _read()
    slot = body.pop("slot")

    def change(work: Work) -> Work:
        if len(work.deliverables) >= MOST_DELIVERABLES:
            raise TooMany(f"deliverables: at most {MOST_DELIVERABLES}.")
        return moves.with_deliverable(work, slot, body)

    return told(services().store.campaigns.change(campaign_id, change), 201)


@blueprint.get(_ONE)
@policy(gives={200: "DeliverableAnswer"})
def deliverable(campaign_id: str, deliverable_id: str) -> Response:
    """One post with its texts, what each says against brief and rules, and what was decided."""
    return told_post(services().store.campaigns.get(campaign_id), deliverable_id)


@blueprint.patch(_ONE)
@policy(body=PATCH, query=("today", "me"), gives={200: "CampaignAnswer"})
def patch_deliverable(campaign_id: str, deliverable_id: str) -> Response:
    """Other days, price, address or state of a post that is still at the version of If-Match."""
    body = _read()
    return told(_changed(campaign_id, deliverable_id, lambda one: moves.planned(one, body)))


@blueprint.delete(_ONE)
@policy(query=("today", "me"), gives={200: "CampaignAnswer"})
def remove_deliverable(campaign_id: str, deliverable_id: str) -> Response:
    """Without a plan; refused once a draft was handed in."""
    changed = services().store.campaigns.change(
        campaign_id,
        lambda work: moves.without_deliverable(work, deliverable_id),
        of_deliverables={deliverable_id: seen_version()},
    )
    return told(changed)


@blueprint.post(_ONE + "/versions")
@policy(body=VERSION, gives={201: "DeliverableAnswer"})
def hand_in(campaign_id: str, deliverable_id: str) -> Response:
    """A new text at the end of the log, in review from now on. It may be empty where there are pictures."""
    body, store = read_body(), services().store.campaigns
    pictures = sent_pictures(body.get("pictures", ()))
    if not pictures:
        fields.DRAFT.read("text", body["text"])
    checked = check_draft(body["text"], draft_brief(store.get(campaign_id).work.campaign))
    findings = sum(found.level == "must" for found in checked.findings)
    told = tuple(one.told for one in pictures)
    by = signed(body.get("by"))
    version = DraftVersion(body["text"], datetime.now(UTC), by, findings, pictures=told)

    def hand_in_to(one: Deliverable) -> Deliverable:
        if len(one.versions) >= fields.MOST_VERSIONS:
            raise TooMany(f"versions: at most {fields.MOST_VERSIONS}.")
        return pipeline.hand_in(one, version)

    def change(work: Work) -> Work:
        need_room(work.deliverables, len(told))
        return moves.change_deliverable(work, deliverable_id, hand_in_to)

    changed = store.change(campaign_id, change, pictures={deliverable_id: pictures})
    return told_post(changed, deliverable_id, 201)


@blueprint.get(_ONE + "/pictures/<sha256>")
@policy(gives={200: tuple(SUFFIX)})
def picture(campaign_id: str, deliverable_id: str, sha256: str) -> Response:
    """The bytes of a picture of a draft, as a file and never as a page."""
    media, data = services().store.pictures.get(campaign_id, deliverable_id, sha256)
    name = f'attachment; filename="{sha256[:16]}.{SUFFIX[media]}"'
    return Response(data, mimetype=media, headers={"Content-Disposition": name})


@blueprint.post(_ONE + "/decisions")
@policy(body=DECISION, gives={201: "DeliverableAnswer"})
def decide(campaign_id: str, deliverable_id: str) -> Response:
    """Approved, changes or rejected: of the latest text, as the sender has seen it (If-Match). It stays for good."""
    body = read_body()
    decision = Decision(body["ruled"], datetime.now(UTC), signed(body.get("by")), body.get("note", ""))
    changed = _changed(campaign_id, deliverable_id, lambda one: pipeline.decide(one, decision))
    return told_post(changed, deliverable_id, 201)


@blueprint.post(_ONE + "/posted")
@policy(body=ANSWER, gives={200: "DeliverableAnswer"})
def say_posted(campaign_id: str, deliverable_id: str) -> Response:
    """Whether the post that asked is this one; then it is compared, else it never asks again."""
    body = read_body()

    def change(work: Work) -> Work:
        say = partial(answered, work.campaign, code=body["code"], is_it=body["is_it"])
        return moves.change_deliverable(work, deliverable_id, say)

    return told_post(services().store.campaigns.change(campaign_id, change), deliverable_id)


def _changed(
    campaign_id: str, deliverable_id: str, change: Callable[[Deliverable], Deliverable]
) -> KeptCampaign:
    return services().store.campaigns.change(
        campaign_id,
        lambda work: moves.change_deliverable(work, deliverable_id, change),
        of_deliverables={deliverable_id: seen_version()},
    )


def told_post(kept: KeptCampaign, deliverable_id: str, status: int = 200) -> Response:
    """One post as it is told everywhere, its version as ETag. Raises NotFound."""
    try:
        creator = moves.deliverable_of(kept.work, deliverable_id).creator
        entry = services().store.entries.find(creator) if creator else None
        response = answer(told_deliverable(kept, deliverable_id, entry), status)
    except Inconsistent as error:
        raise NotFound from error
    response.headers["ETag"] = f'"{kept.versions[deliverable_id]}"'
    return response


def _read() -> dict[str, Any]:
    body = read_body()
    if "price" in body:
        body["price"] = price_given(body["price"], services().current_settings().currency)
    return body
