"""How the creators of a campaign fit what it looks for."""

from __future__ import annotations

from msgspec import Struct

from server.scoring.fit import FitAnswer
from server.topics.persona import PersonaMatch


class CreatorFit(Struct, frozen=True, kw_only=True):
    """One creator against one slot; ``persona``: the brand's words in the texts of the last check, null without words or
    texts."""

    username: str
    slot: str
    is_backup: bool
    fit: FitAnswer
    persona: PersonaMatch | None


class CampaignFitAnswer(Struct, frozen=True, kw_only=True):
    """``search``: the saved search that the campaign extends; null where it has none."""

    search: str | None
    creators: tuple[CreatorFit, ...]
