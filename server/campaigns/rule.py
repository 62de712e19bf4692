"""What an advertising rule is: where it applies, its words, its finder, its source, its examples."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, Literal

from msgspec import Struct

from server.campaigns.brief import CATEGORIES, Category
from server.campaigns.draft import Draft
from server.campaigns.hearing import Ear, with_tone
from server.campaigns.tone import ToneModel, tone_model
from server.campaigns.words import RuleLevel, Spot, Words
from server.messages import Text

Confidence = Literal["A", "B", "C"]


NO_WORDS = Words()


class Example(Struct, frozen=True):
    """A text and the brief that it is held against (keys as in BRIEF.json)."""

    text: str
    brief: dict[str, Any]


class AdvertisingRule(Struct, frozen=True):
    id: str
    """The name of its file."""
    level: RuleLevel
    title: Text
    """When there is a finding, for the list of rules."""
    text: Text
    """What is wrong and what would pass; ``{told}`` is the part of the brief that is meant."""
    source: str
    passing: tuple[Example, ...]
    failing: tuple[Example, ...]
    find: Callable[[Draft], Iterable[Spot]]
    applies: Callable[[Draft], bool] = lambda _: True
    """Within its categories: whether the brief gives it something to look for."""
    categories: tuple[Category, ...] = CATEGORIES
    words: Words = NO_WORDS
    article: str = ""
    since: str = ""
    checked_at: str = ""
    confidence: Confidence = "A"
    from_brief: bool = False
    """Asked for by the brief, not by the law: needs no language."""
    ear: Ear | None = None
    """Where it also listens to how the text sounds, which only ever asks."""
    is_checklist: Literal["", "deliverable", "campaign"] = ""
    """Something for a person to tick off, never a finding of the text."""

    def spots(self, draft: Draft, model: ToneModel | None = None) -> Iterable[Spot]:
        """Where the draft breaks it: by its finder, and by its ear with ``model`` or the shipped weights."""
        said = self.find(draft)
        if self.ear is None:
            return said
        return with_tone(draft, list(said), self.ear, model or tone_model(self.id))
