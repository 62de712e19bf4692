"""What a person does to a campaign, each as a pure function from one ``Work`` to the next.

Every function raises Inconsistent where the campaign has no such slot or deliverable.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from msgspec.structs import replace

from server.campaigns.backups import drop, filled, vacated
from server.campaigns.pipeline import step
from server.campaigns.records import Campaign, Deliverable, Slot
from server.campaigns.today import Work
from server.messages.refusals import inconsistent
from server.money import Price


def with_campaign(work: Work, changes: Mapping[str, Any]) -> Work:
    """With other fields of the campaign itself."""
    return replace(work, campaign=replace(work.campaign, **changes))


def with_slot(work: Work, slot: Slot) -> Work:
    """With one more slot. Its creator may have no other one."""
    campaign = replace(work.campaign, slots=(*work.campaign.slots, replace(slot, creator=None)))
    return replace(
        work, campaign=campaign if slot.creator is None else filled(campaign, slot.id, slot.creator)
    )


def change_slot(work: Work, slot_id: str, changes: Mapping[str, Any]) -> Work:
    """With another niche, price or backups of a slot; its creator changes by ``drop_creator`` and ``fill``."""
    slot_of(work.campaign, slot_id)
    slots = tuple(replace(slot, **changes) if slot.id == slot_id else slot for slot in work.campaign.slots)
    return replace(work, campaign=replace(work.campaign, slots=slots))


def without_slot(work: Work, slot_id: str) -> Work:
    """Without a slot and its plans. Raises Inconsistent where a draft was handed in: its log is kept."""
    slot_of(work.campaign, slot_id)
    if any(one.versions for one in work.deliverables if one.slot == slot_id):
        raise inconsistent("slot_has_drafts")
    slots = tuple(slot for slot in work.campaign.slots if slot.id != slot_id)
    kept = tuple(one for one in work.deliverables if one.slot != slot_id)
    return Work(replace(work.campaign, slots=slots), kept)


def drop_creator(work: Work, slot_id: str) -> Work:
    """With a gap where somebody was, and their posts that are not public dropped."""
    slot = slot_of(work.campaign, slot_id)
    if slot.creator is None:
        raise inconsistent("slot_empty")
    return Work(vacated(work.campaign, slot_id), drop(work.deliverables, slot))


def fill(work: Work, slot_id: str, username: str, price: Price | None) -> Work:
    """With somebody in the gap, who takes over the posts that were dropped last, at their own price."""
    if slot_of(work.campaign, slot_id).creator is not None:
        raise inconsistent("slot_taken")
    dropped = [one for one in work.deliverables if one.slot == slot_id and one.state == "dropped"]
    left = [one for one in dropped if one.creator == dropped[-1].creator]
    taken = tuple(
        Deliverable(
            "", slot_id, username, one.kind, price=price, due_draft=one.due_draft, due_post=one.due_post
        )
        for one in left
    )
    return Work(filled(work.campaign, slot_id, username), (*work.deliverables, *taken))


def with_deliverable(work: Work, slot_id: str, fields: Mapping[str, Any]) -> Work:
    """With one more post of the creator of a slot."""
    creator = slot_of(work.campaign, slot_id).creator
    if creator is None:
        raise inconsistent("slot_empty")
    return replace(work, deliverables=(*work.deliverables, Deliverable("", slot_id, creator, **fields)))


def change_deliverable(work: Work, deliverable_id: str, change: Callable[[Deliverable], Deliverable]) -> Work:
    """With one deliverable changed by a function of ``pipeline``, or by ``planned``."""
    deliverable_of(work, deliverable_id)
    changed = (change(one) if one.id == deliverable_id else one for one in work.deliverables)
    return replace(work, deliverables=tuple(changed))


def planned(deliverable: Deliverable, changes: Mapping[str, Any]) -> Deliverable:
    """With other fields; a state comes last, and by a step that there is."""
    fields = dict(changes)
    state = fields.pop("state", deliverable.state)
    changed = replace(deliverable, **fields)
    return changed if state == changed.state else step(changed, state)


def without_deliverable(work: Work, deliverable_id: str) -> Work:
    """Without a plan. Raises Inconsistent where a draft was handed in: its log is kept."""
    if deliverable_of(work, deliverable_id).versions:
        raise inconsistent("post_has_drafts")
    return replace(work, deliverables=tuple(one for one in work.deliverables if one.id != deliverable_id))


def slot_of(campaign: Campaign, slot_id: str) -> Slot:
    """Raises Inconsistent."""
    found = next((slot for slot in campaign.slots if slot.id == slot_id), None)
    if found is None:
        raise inconsistent("no_slot")
    return found


def deliverable_of(work: Work, deliverable_id: str) -> Deliverable:
    """Raises Inconsistent."""
    found = next((one for one in work.deliverables if one.id == deliverable_id), None)
    if found is None:
        raise inconsistent("no_deliverable")
    return found
