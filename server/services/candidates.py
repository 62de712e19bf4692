"""Who of the list could take a slot: by the tags that people gave, and by what the last check saw them post."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import partial
from typing import Any, Protocol

from server.campaigns.backups import Candidate, proposals
from server.campaigns.budget import budget_of
from server.campaigns.moves import slot_of
from server.campaigns.records import Campaign, Slot
from server.campaigns.today import Work, in_other_hands
from server.services.campaigns import Day, shown_price
from server.store.records import Entry
from server.topics.niches import niche_names
from server.topics.topics import niche_words

MOST_PROPOSED = 50


class SlotSearch(Protocol):
    """What a campaign looks for, held against creators (services.campaign_fit)."""

    def ranks(
        self, campaign: Campaign, slot: Slot, names: Iterable[str]
    ) -> Mapping[str, tuple[int, int]]: ...

    def fits(self, campaign: Campaign, slot: Slot, names: Iterable[str]) -> Mapping[str, Any]: ...


def candidates_of(entries: Iterable[Entry]) -> Mapping[str, Candidate]:
    """Everybody of the list who is not rejected, by user name."""
    return {
        entry.username: Candidate(
            entry.username,
            tuple(dict.fromkeys((*niches_of(entry.tags), *(entry.topics or ())))),
            entry.price_asked,
        )
        for entry in entries
        if entry.status != "rejected"
    }


def niches_of(tags: Iterable[str]) -> tuple[str, ...]:
    """The niches that tags name: by their name in either language, or by one of their words."""
    found: dict[str, None] = {}
    for tag in tags:
        named = niche_names().get(tag.strip().casefold())
        labels = [named] if named else [spoken.word.label for spoken in niche_words().find(tag)]
        found |= dict.fromkeys(labels)
    return tuple(found)


def proposed(
    work: Work, slot_id: str, known: Mapping[str, Candidate], day: Day, *, me: str, held: SlotSearch
) -> dict[str, Any]:
    """Who could take a slot, those first who fit the campaign's search (``held``), with what each would leave of the
    budget. Raises Inconsistent without such a slot."""
    slot = slot_of(work.campaign, slot_id)
    leaving = slot.creator or _last_dropped(work, slot_id)
    ranks = partial(held.ranks, work.campaign, slot)
    found = proposals(work.campaign, slot, leaving, work.deliverables, known, ranks=ranks)[:MOST_PROPOSED]
    fits = held.fits(work.campaign, slot, [one.username for one in found])
    live = [one.work for one in day.campaigns if one.removed_at is None]
    return {
        "proposals": [
            {
                "username": one.username,
                "is_backup": one.is_backup,
                "left": one.left,
                "price": shown_price(known[one.username].price) if one.username in known else None,
                "fit": fits.get(one.username),
                "elsewhere": in_other_hands(one.username, live, day.people, me, work.campaign.id),
            }
            for one in found
        ],
        "left": budget_of(work.campaign.budget, work.deliverables).left,
    }


def _last_dropped(work: Work, slot_id: str) -> str:
    dropped = [one.creator for one in work.deliverables if one.slot == slot_id and one.state == "dropped"]
    return dropped[-1] if dropped else ""
