"""A creator who drops out, and who could step in, with what each would do to the budget."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping

from msgspec import Struct
from msgspec.structs import replace

from server.campaigns.budget import budget_of
from server.campaigns.pipeline import STEPS, step
from server.campaigns.records import AmountRange, Campaign, Deliverable, Slot
from server.messages.refusals import inconsistent
from server.money import Price


class Candidate(Struct, frozen=True):
    """What is known of somebody who could take a slot."""

    username: str
    niches: tuple[str, ...] = ()
    price: Price | None = None


class Proposal(Struct, frozen=True):
    """One who could take the slot."""

    username: str
    is_backup: bool
    """Named as a backup of the slot; the others fit it by niche and price."""
    left: AmountRange | None
    """Of the budget, if they took the dropped posts at their own price; None without a budget or a price."""


def drop(deliverables: Iterable[Deliverable], slot: Slot) -> tuple[Deliverable, ...]:
    """All deliverables, those of the slot's creator dropped where they are not public yet; none is taken away."""
    return tuple(
        step(each, "dropped") if each.slot == slot.id and _can_be_dropped(each) else each
        for each in deliverables
    )


def vacated(campaign: Campaign, slot_id: str) -> Campaign:
    """The campaign with a gap in that slot. Raises Inconsistent where there is no such slot."""
    return _with_slot(campaign, slot_id, lambda slot: replace(slot, creator=None))


def filled(campaign: Campaign, slot_id: str, username: str) -> Campaign:
    """The campaign with somebody in that slot, who is no backup of it any more. Raises Inconsistent as ``vacated``."""
    if any(slot.creator == username for slot in campaign.slots if slot.id != slot_id):
        raise inconsistent("creator_has_slot")
    return _with_slot(
        campaign,
        slot_id,
        lambda slot: replace(
            slot, creator=username, backups=tuple(name for name in slot.backups if name != username)
        ),
    )


def gaps(campaign: Campaign) -> tuple[Slot, ...]:
    """Slots without a creator."""
    return tuple(slot for slot in campaign.slots if slot.creator is None)


def proposals(
    campaign: Campaign,
    slot: Slot,
    leaving: str,
    deliverables: Collection[Deliverable],
    known: Mapping[str, Candidate],
    *,
    ranks: Callable[[list[str]], Mapping[str, tuple[int, int]]] = lambda _: {},
) -> tuple[Proposal, ...]:
    """Who could take the slot and the posts of ``leaving``: its backups in their order, then others of the niche and
    the price, by ``ranks`` (the lowest first, then those without one) and name.

    ``known``: everybody of the list by user name. Nobody who has a slot or dropped out of this one is proposed.
    """
    taken = {each.creator for each in campaign.slots} | {
        each.creator for each in deliverables if each.slot == slot.id
    }
    named = [name for name in slot.backups if name not in taken]
    others = sorted(
        name for name, candidate in known.items() if name not in taken | {*named} and _fits(slot, candidate)
    )
    ranked = ranks(others)
    fitting = sorted(others, key=lambda name: (name not in ranked, ranked.get(name, (0, 0))))
    return tuple(
        Proposal(
            name, name in named, _left(campaign, _taken_over(slot, leaving, deliverables, known.get(name)))
        )
        for name in (*named, *fitting)
    )


def _with_slot(campaign: Campaign, slot_id: str, change: Callable[[Slot], Slot]) -> Campaign:
    if slot_id not in {slot.id for slot in campaign.slots}:
        raise inconsistent("no_slot")
    slots = tuple(change(slot) if slot.id == slot_id else slot for slot in campaign.slots)
    return replace(campaign, slots=slots)


def _can_be_dropped(deliverable: Deliverable) -> bool:
    return "dropped" in STEPS[deliverable.state] and deliverable.state != "posted"


def _fits(slot: Slot, candidate: Candidate) -> bool:
    """Of the same niche, and not known to cost more than the slot's price."""
    if slot.niche is None or slot.niche not in candidate.niches:
        return False
    band, price = slot.price_band, candidate.price
    if band is None or price is None or band.high is None or price.low is None:
        return True
    return price.currency == band.currency and price.low <= band.high


def _taken_over(
    slot: Slot, leaving: str, deliverables: Iterable[Deliverable], candidate: Candidate | None
) -> tuple[Deliverable, ...] | None:
    """The deliverables if the candidate did what is left of those of ``leaving``; None where the price is not known."""
    if candidate is None or candidate.price is None:
        return None
    return tuple(
        replace(each, creator=candidate.username, price=candidate.price, state="planned")
        if (each.slot, each.creator) == (slot.id, leaving)
        and (each.state == "dropped" or _can_be_dropped(each))
        else each
        for each in deliverables
    )


def _left(campaign: Campaign, deliverables: tuple[Deliverable, ...] | None) -> AmountRange | None:
    """Of the budget; None where a price is not known or in another currency."""
    if deliverables is None:
        return None
    sums = budget_of(campaign.budget, deliverables)
    return None if any(row.part in ("unpriced", "other_currency") for row in sums.rows) else sums.left
