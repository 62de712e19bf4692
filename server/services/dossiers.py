"""The dossier of a campaign, from the store: its creators with the verdicts of their day, and the audits behind them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import datetime
from typing import Any

from msgspec.structs import replace

from server.campaigns.briefing import draft_brief
from server.campaigns.budget import budget_of
from server.campaigns.check import check_draft
from server.campaigns.dossier import (
    LOG,
    Dossier,
    DossierCreator,
    chain_end,
    parts_of,
    picture_part,
    written,
)
from server.campaigns.dossier_page import NAME, page
from server.campaigns.today import Work
from server.errors import NotFound
from server.messages import Language
from server.services.campaigns import checklist, told_budget
from server.store.store import Store


def dossier_zip(store: Store, campaign_id: str, at: datetime, language: Language) -> bytes:
    """The zip of a campaign as it is now. Raises NotFound."""
    work = store.campaigns.get(campaign_id).work
    dossier = _dossier(store, work)
    parts = parts_of(dossier)
    parts[NAME] = page(dossier, chain_end(parts[LOG]), at, language)
    return written(parts, work.campaign.name, at)


def dossier_told(store: Store, campaign_id: str, at: datetime) -> dict[str, Any]:
    """The same to read and print, without the audits behind it. Raises NotFound."""
    work = store.campaigns.get(campaign_id).work
    dossier = _dossier(store, work)
    sums = budget_of(work.campaign.budget, work.deliverables)
    return {
        "made_at": at,
        "log": chain_end(parts_of(dossier)[LOG]),
        "campaign": work.campaign,
        "budget": told_budget(work.campaign.budget, sums),
        "creators": dossier.creators,
        "deliverables": work.deliverables,
        "checklist": dossier.checklist,
    }


def _dossier(store: Store, work: Work) -> Dossier:
    brief = draft_brief(work.campaign)
    known = tuple(_creators(store, _names(work)))
    audits = dict(_audits(store, known))
    return Dossier(
        work=work,
        creators=tuple(_as_audited(one, audits.get(one.audit_id or "")) for one in known),
        audits=audits,
        checks={
            one.id: [check_draft(version.text, brief).to_json() for version in one.versions]
            for one in work.deliverables
            if one.versions
        },
        checklist=checklist(work.campaign),
        pictures=dict(_pictures(store, work)),
    )


def _pictures(store: Store, work: Work) -> Iterator[tuple[str, bytes]]:
    for one in work.deliverables:
        for told in (told for version in one.versions for told in version.pictures):
            with suppress(NotFound):
                yield picture_part(told), store.pictures.get(work.campaign.id, one.id, told.sha256)[1]


def _names(work: Work) -> list[str]:
    named = [slot.creator for slot in work.campaign.slots] + [one.creator for one in work.deliverables]
    return list(dict.fromkeys(name for name in named if name))


def _creators(store: Store, names: Iterable[str]) -> Iterator[DossierCreator]:
    asked = list(names)
    known = store.creators.last_seen(asked)
    for name in asked:
        seen = known.get(name)
        visit = seen.visit if seen else None
        yield DossierCreator(
            username=name,
            full_name=seen.creator.full_name if seen else None,
            verdict=visit.verdict if visit else None,
            checked_at=visit.at if visit else None,
            model_version=visit.model_version if visit else None,
            audit_id=visit.audit_id if visit else None,
        )


def _as_audited(one: DossierCreator, audit: Any) -> DossierCreator:
    """With the verdict of the audit that is named beside it: a later model may have judged the check again since."""
    if audit is None:
        return one
    said = audit["analysis"]
    return replace(one, verdict=said["verdict"]["code"], model_version=said["model_version"])


def _audits(store: Store, creators: Iterable[DossierCreator]) -> Iterator[tuple[str, Any]]:
    """Those that are still kept; older ones have made room."""
    return store.audits.each(one.audit_id for one in creators if one.audit_id is not None)
