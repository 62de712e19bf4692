"""Whether a document of a campaign is one that this Soi writes; raises as ``judging`` does."""

from __future__ import annotations

import hashlib
from base64 import b64decode
from typing import Any

from server.campaigns.pictures import MOST_BYTES, MOST_OF_VERSION, media_of
from server.campaigns.records import POSTED_STATES
from server.fields import campaigns as fields
from server.fields import prices
from server.money import Price
from server.store import judging_values as kept
from server.store.campaign_documents import brand_of, campaign_of, deliverable_of
from server.store.documents import time_of
from server.store.work import Doc

_PLACEHOLDER = "somebody"
MOST_CAPTION = 10_000
"""Characters of a public post; Instagram takes 2,200."""
_LATER = frozenset({"rival_days"})
"""What older campaigns do not have."""


def brand(document: Doc) -> None:
    kept.an_id(document["version"])
    brand_of(1, document)
    fields.BRAND.read({name: value for name, value in document.items() if name != "version"})


def campaign(document: Doc) -> None:
    campaign_of(1, document, lambda _: _PLACEHOLDER)
    for name, field in fields.CAMPAIGN.items():
        field.read(name, document.get(name) if name in _LATER else document[name])
    kept.an_id(document["version"])
    kept.time(document["created_at"])
    kept.time(document["changed_at"])
    if document.get("removed_at") is not None:
        kept.time(document["removed_at"])
    slots = document["slots"]
    kept.need(len(slots) <= fields.MOST_SLOTS, "some slots")
    kept.need(len({slot["id"] for slot in slots}) == len(slots), "slots of one id")
    for slot in slots:
        _slot(slot)
    outreach = document.get("outreach", ())
    kept.need(len(outreach) <= fields.MOST_OUTREACH, "some messages")
    for line in outreach:
        _sent(line)
    times = [time_of(line["at"]) for line in outreach]
    kept.need(times == sorted(times), "a log in its order")
    _ticks(document.get("ticks", ()))
    _undo(document.get("undo"))


def _ticks(ticks: Any) -> None:
    kept.need(len(ticks) <= fields.MOST_TICKS, "some ticks")
    for tick in ticks:
        kept.time(tick["at"])
        for name, field in fields.TICK.items():
            field.read(name, tick[name])
    times = [time_of(tick["at"]) for tick in ticks]
    kept.need(times == sorted(times), "a log in its order")


def _sent(line: Any) -> None:
    kept.an_id(line["creator"])
    kept.time(line["at"])
    for name, field in fields.SENT.items():
        field.read(name, line[name])


def _slot(slot: Any) -> None:
    kept.text(slot["id"])
    fields.NICHE.read("niche", slot["niche"])
    _price(slot["price_band"])
    kept.need(len(slot["backups"]) <= fields.MOST_BACKUPS, "some backups")
    for creator in (*([] if slot["creator"] is None else [slot["creator"]]), *slot["backups"]):
        kept.an_id(creator)


def _price(price: Any) -> None:
    if price is not None:
        Price(**prices.ASKED.read(price))


def _undo(undo: Any) -> None:
    if undo is None:
        return
    kept.time(undo["at"])
    if undo["before"] is not None:
        campaign(undo["before"])
    for doc_id, before, after in undo["deliverables"]:
        kept.an_id(doc_id)
        kept.need(after is None or type(after) is int, "a version")
        if before is not None:
            deliverable(before)


def deliverable(document: Doc) -> None:
    kept.an_id(document["campaign"])
    if document["creator"] is not None:
        kept.an_id(document["creator"])
    kept.an_id(document["version"])
    deliverable_of(1, document, lambda _: _PLACEHOLDER)
    for name, field in fields.DELIVERABLE.items():
        field.read(name, document[name])
    kept.text(document["slot"])
    _price(document["price"])
    kept.need(len(document["versions"]) <= fields.MOST_VERSIONS, "some versions")
    for version in document["versions"]:
        _version(version)
    times = [time_of(version["at"]) for version in document["versions"]]
    kept.need(times == sorted(times), "a log in its order")
    _ticks(document.get("ticks", ()))
    _posted(document.get("posted"))
    for code in document.get("other_posts", ()):
        kept.text(code)


def _posted(posted: Any) -> None:
    if posted is None:
        return
    kept.text(posted["code"])
    kept.need(posted["state"] in POSTED_STATES, "a state")
    kept.time(posted["at"])
    kept.time(posted["since"])
    if (seen := posted.get("engagements")) is not None:
        kept.need(0 <= seen["low"] <= seen["high"], "likes and comments")
    if posted["text"] is not None:
        kept.need(isinstance(posted["text"], str) and len(posted["text"]) <= MOST_CAPTION, "a caption")


def _version(version: Any) -> None:
    pictures = version.get("pictures", ())
    (fields.CAPTION if pictures else fields.DRAFT).read("text", version["text"])
    kept.need(len(pictures) <= MOST_OF_VERSION, "some pictures")
    for told in pictures:
        fields.PICTURE_NAME.read("name", told["name"])
        kept.text(told["sha256"])
        kept.text(told["media"])
        kept.count(told["bytes"])
    fields.BY.read("by", version["by"])
    kept.time(version["at"])
    kept.count(version["findings"])
    if (decision := version["decision"]) is not None:
        for name, field in fields.DECISION.items():
            field.read(name, decision[name])
        kept.time(decision["at"])
        kept.need(time_of(decision["at"]) >= time_of(version["at"]), "a decision after its draft")


def picture(document: Doc) -> None:
    kept.an_id(document["deliverable"])
    if document["creator"] is not None:
        kept.an_id(document["creator"])
    data = b64decode(document["data"], validate=True)
    kept.need(len(data) <= MOST_BYTES, "a picture's size")
    kept.need(document["media"] is not None and media_of(data) == document["media"], "a picture")
    kept.need(hashlib.sha256(data).hexdigest() == document["sha256"], "a picture's hash")
