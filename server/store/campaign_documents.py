"""How campaigns, deliverables and brands lie in the tables. People stand there by the id of their creator.

A document is the record's own JSON (own_json), with ids in the place of user names and of what has a table of its own.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from collections.abc import Set as AbstractSet
from datetime import datetime
from typing import Any

from msgspec import Struct

from server import own_json
from server.campaigns.records import Brand, Campaign, Deliverable
from server.campaigns.today import Work
from server.errors import NotFound
from server.store.documents import time_of
from server.store.work import Doc

CAMPAIGNS, DELIVERABLES, BRANDS, PICTURES = "campaigns", "deliverables", "brands", "draft_pictures"
OWN = ("version", "created_at", "changed_at", "removed_at", "undo")
"""What the store keeps beside a campaign."""


class KeptBrand(Struct, frozen=True):
    """A brand that new campaigns begin with."""

    id: str
    brand: Brand
    version: int


class KeptCampaign(Struct, frozen=True):
    """A campaign with its deliverables, in the order in which they were planned, as they are kept."""

    work: Work
    version: int
    """Of the campaign without its deliverables."""
    created_at: datetime
    changed_at: datetime
    versions: Mapping[str, int]
    """Of each deliverable."""
    removed_at: datetime | None = None
    undo_at: datetime | None = None
    """When the last change was made that can be taken back."""


def doc_id_of(given: str) -> int:
    """The id of a document by what callers have. Raises NotFound for what is none."""
    if re.fullmatch("[1-9][0-9]{0,14}", given, re.ASCII) is None:
        raise NotFound
    return int(given)


def campaign_document(campaign: Campaign, id_of: Mapping[str, int]) -> Doc:
    """Without what is the store's own (OWN)."""
    document = _plain(campaign, "id")
    for slot in document["slots"]:
        slot["creator"] = id_of.get(slot["creator"])
        slot["backups"] = [id_of[name] for name in slot["backups"]]
    for line in document["outreach"]:
        line["creator"] = id_of[line["creator"]]
    return document


def campaign_of(doc_id: int, document: Doc, name_of: Callable[[int], str]) -> Campaign:
    slots = [
        slot
        | {
            "creator": None if slot["creator"] is None else name_of(slot["creator"]),
            "backups": [name_of(creator) for creator in slot["backups"]],
        }
        for slot in document["slots"]
    ]
    outreach = [line | {"creator": name_of(line["creator"])} for line in document.get("outreach", ())]
    whole = document | {"id": str(doc_id), "slots": slots, "outreach": outreach}
    campaign: Campaign = _record(whole, Campaign)
    return campaign


def deliverable_document(deliverable: Deliverable, campaign: int, id_of: Mapping[str, int]) -> Doc:
    return _plain(deliverable, "id") | {
        "campaign": campaign,
        "creator": id_of.get(deliverable.creator),
    }


def deliverable_of(doc_id: int, document: Doc, name_of: Callable[[int], str]) -> Deliverable:
    creator = document["creator"]
    who = "" if creator is None else name_of(creator)
    deliverable: Deliverable = _record(document | {"id": str(doc_id), "creator": who}, Deliverable)
    return deliverable


def brand_document(brand: Brand, version: int) -> Doc:
    return _plain(brand) | {"version": version}


def brand_of(doc_id: int, document: Doc) -> KeptBrand:
    return KeptBrand(str(doc_id), _record(document, Brand), document["version"])


def kept_campaign(
    doc_id: int, document: Doc, rows: Mapping[int, Doc], name_of: Callable[[int], str]
) -> KeptCampaign:
    """``rows``: its deliverables by id."""
    deliverables = tuple(deliverable_of(i, row, name_of) for i, row in rows.items())
    undo = document.get("undo")
    return KeptCampaign(
        Work(campaign_of(doc_id, document, name_of), deliverables),
        document["version"],
        time_of(document["created_at"]),
        time_of(document["changed_at"]),
        {str(i): row["version"] for i, row in rows.items()},
        time_of(document["removed_at"]) if document.get("removed_at") else None,
        time_of(undo["at"]) if undo else None,
    )


# --- who is named --------------------------------------------------------------------------------------------


def creators_in(document: Doc) -> list[int]:
    """Of a campaign: everybody in a slot, behind one or written to, and those that its undo would bring back."""
    undo = document.get("undo") or {"before": None, "deliverables": []}
    found = _named(document) + (_named(undo["before"]) if undo["before"] else [])
    found += [before["creator"] for _, before, _ in undo["deliverables"] if before is not None]
    return list(dict.fromkeys(creator for creator in found if creator is not None))


def _named(document: Doc) -> list[int | None]:
    in_slots = [creator for slot in document["slots"] for creator in (slot["creator"], *slot["backups"])]
    return in_slots + [line["creator"] for line in document.get("outreach", ())]


def without_creators(document: Doc, _index: str, ids: AbstractSet[int]) -> Doc:
    """A campaign without some people: a gap, and no undo that could bring one back."""
    slots = [
        slot
        | {
            "creator": None if slot["creator"] in ids else slot["creator"],
            "backups": [creator for creator in slot["backups"] if creator not in ids],
        }
        for slot in document["slots"]
    ]
    outreach = [line for line in document.get("outreach", ()) if line["creator"] not in ids]
    return _without_undo(document) | {"slots": slots, "outreach": outreach}


def of_another_creator(document: Doc, old: int, new: int) -> Doc:
    """A campaign in which one creator turned out to be another."""
    slots = [
        slot
        | {
            "creator": new if slot["creator"] == old else slot["creator"],
            "backups": list(dict.fromkeys(new if one == old else one for one in slot["backups"])),
        }
        for slot in document["slots"]
    ]
    outreach = [
        line | {"creator": new} if line["creator"] == old else line for line in document.get("outreach", ())
    ]
    return _without_undo(document) | {"slots": slots, "outreach": outreach}


def without_its_creator(document: Doc, index: str, _ids: AbstractSet[int]) -> Doc | None:
    """What a deliverable has cost stays in the sums; who made it, what they wrote and where it stood does not."""
    if index != "creator":
        return None  # the campaign itself is gone
    return document | {
        "creator": None,
        "versions": [],
        "post_url": None,
        "posted": None,
        "other_posts": [],
        "ticks": [],
    }


def _without_undo(document: Doc) -> Doc:
    return {name: value for name, value in document.items() if name != "undo"}


def _plain(record: Any, *left_out: str) -> Doc:
    document: Doc = own_json.plain(record)
    return {name: value for name, value in document.items() if name not in left_out}


def _record(document: Doc, kind: Any) -> Any:
    return own_json.record_of({name: value for name, value in document.items() if name not in OWN}, kind)


def names_in(works: Iterable[Work]) -> list[str]:
    """Every user name that these name."""
    found = [
        name
        for work in works
        for name in (
            *(name for slot in work.campaign.slots for name in (slot.creator, *slot.backups)),
            *(one.creator for one in work.deliverables),
            *(line.creator for line in work.campaign.outreach),
        )
        if name
    ]
    return list(dict.fromkeys(found))
