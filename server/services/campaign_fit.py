"""Creators of a campaign held against what it looks for: the saved search, extended by the slot's niche and price and by
the brand's rivals and language; and how far they speak the brand's words. It loads numpy: it stands behind the door.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from typing import Any

from msgspec.structs import replace

from server.audit import inputs_of
from server.campaigns.records import Campaign, Slot
from server.errors import BadFile
from server.schemas.campaign_fit import CampaignFitAnswer, CreatorFit
from server.scoring.fit import Fit, FitAnswer, FitValues, answers, fit_of
from server.scoring.searches import CURRENCIES, RIVAL_DAYS, SEARCHES, PriceLimit, Search, searches_of
from server.store.reports import Looked
from server.store.store import Store
from server.topics.language import LANGUAGES
from server.topics.niches import niche_names
from server.topics.persona import PersonaMatch, persona_match


class CampaignFit:
    """For one store."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def told(self, campaign: Campaign) -> CampaignFitAnswer:
        """Everybody who has a slot or is named as a backup, each against that slot; nobody who was never checked."""
        base = self._base(campaign)
        looked = self._store.audits.looked_at(_names(campaign.slots))
        found = tuple(self._creators(campaign, base, looked, self._personas(campaign, looked)))
        return CampaignFitAnswer(search=base.name if base else None, creators=found)

    def ranks(self, campaign: Campaign, slot: Slot, names: Iterable[str]) -> dict[str, tuple[int, int]]:
        """Of each of them who was ever checked: points of the slot's search that fail, and that are not known."""
        search = extended(self._base(campaign), campaign, slot)
        found = {
            name: answers(search, _known(one.inputs), one.price_asked).values()
            for name, one in self._store.audits.looked_at(names).items()
        }
        return {
            name: (sum(ok is False for ok in points), sum(ok is None for ok in points))
            for name, points in found.items()
        }

    def fits(self, campaign: Campaign, slot: Slot, names: Iterable[str]) -> dict[str, FitAnswer]:
        """The same in words."""
        search = extended(self._base(campaign), campaign, slot)
        looked = self._store.audits.looked_at(names)
        return {name: _fit(search, one).answer() for name, one in looked.items()}

    def _base(self, campaign: Campaign) -> Search | None:
        """The saved search that the campaign extends."""
        return searches_of(self._store.settings.get().value.get(SEARCHES)).named(campaign.search or "")

    def _creators(
        self,
        campaign: Campaign,
        base: Search | None,
        looked: Mapping[str, Looked],
        personas: Mapping[str | None, PersonaMatch | None],
    ) -> Iterator[CreatorFit]:
        for slot in campaign.slots:
            search = extended(base, campaign, slot)
            for name in filter(None, (slot.creator, *slot.backups)):
                if (one := looked.get(name)) is not None:
                    yield CreatorFit(
                        username=name,
                        slot=slot.id,
                        is_backup=name != slot.creator,
                        fit=_fit(search, one).answer(),
                        persona=personas.get(one.visit.audit_id),
                    )

    def _personas(
        self, campaign: Campaign, looked: Mapping[str, Looked]
    ) -> Mapping[str | None, PersonaMatch | None]:
        """How far they speak the brand's words, by the audit of their last check; nobody without a readable one."""
        words = (*campaign.brand.words, *campaign.brand.audience_words)
        asked = [one.visit.audit_id for one in looked.values() if words and one.visit.audit_id is not None]
        found: dict[str | None, PersonaMatch | None] = {}
        for audit_id, audit in self._store.audits.each(asked):
            with suppress(BadFile):
                found[audit_id] = persona_match(inputs_of(audit).reading.facts, words)
        return found


def extended(base: Search | None, campaign: Campaign, slot: Slot) -> Search:
    """What a slot looks for. What the campaign says goes before the saved search; rivals of both count."""
    search = base or Search(campaign.id, campaign.name)
    niche = niche_names().get((slot.niche or "").casefold())
    band = slot.price_band
    return replace(
        search,
        niches=(niche,) if niche else search.niches,
        price_limit=PriceLimit(band.high, band.currency)
        if band is not None and band.high is not None and band.currency in CURRENCIES
        else search.price_limit,
        rivals=tuple(dict.fromkeys((*search.rivals, *campaign.brand.rivals))),
        rival_days=campaign.rival_days or (base.rival_days if base else RIVAL_DAYS),
        languages=(campaign.brand.language,) if campaign.brand.language in LANGUAGES else search.languages,
    )


def _fit(search: Search, one: Looked) -> Fit:
    return fit_of(search, _known(one.inputs), one.price_asked)


def _known(inputs: Mapping[str, Any] | None) -> FitValues:
    """What the last check left; all unknown where an older Soi has left nothing, or no date of the newest post."""
    values = (inputs or {}).get("values") or {}
    given = values if "newest_sure" in values else {"newest_sure": 0.0}
    known = {name: math.nan if value is None else float(value) for name, value in given.items()}
    return defaultdict(lambda: math.nan, known)


def _names(slots: Iterable[Slot]) -> list[str]:
    return list(dict.fromkeys(name for slot in slots for name in (slot.creator, *slot.backups) if name))
