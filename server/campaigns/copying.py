"""A campaign for another month: the same people and posts, planned anew."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable, Iterable
from datetime import date

from msgspec.structs import replace

from server.campaigns.records import Campaign, Deliverable


def copied(
    campaign: Campaign,
    deliverables: Iterable[Deliverable],
    months: int,
    name: str,
    new_id: Callable[[], str],
) -> tuple[Campaign, tuple[Deliverable, ...]]:
    """The campaign and its deliverables ``months`` later, all planned; what was dropped stays behind.

    Brand, brief, slots, backups and prices are kept. Drafts, decisions, messages, ticks, addresses and payments belong to
    the old one.
    """
    slots = {slot.id: new_id() for slot in campaign.slots}
    again = replace(
        campaign,
        id=new_id(),
        name=name,
        outreach=(),
        ticks=(),
        slots=tuple(replace(slot, id=slots[slot.id]) for slot in campaign.slots),
    )
    kept = (one for one in deliverables if one.state != "dropped" and one.slot in slots)
    return again, tuple(
        Deliverable(
            id=new_id(),
            slot=slots[one.slot],
            creator=one.creator,
            kind=one.kind,
            price=one.price,
            due_draft=later(one.due_draft, months),
            due_post=later(one.due_post, months),
        )
        for one in kept
    )


def later(day: date | None, months: int) -> date | None:
    """The same day some months later; the last of the month where it has no such day.

    >>> later(date(2027, 1, 31), 1)
    datetime.date(2027, 2, 28)
    """
    if day is None:
        return None
    whole = day.year * 12 + day.month - 1 + months
    year, month = divmod(whole, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
