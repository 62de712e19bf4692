"""Where a creator stands among those of the same tier that the user has checked: the user's own market."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from server.messages import Text
from server.metrics.tiers import Tier
from server.scoring.wording import say

ENOUGH = 30
"""Creators of a tier from which on a percentile of them is said."""


class OwnPercentileAnswer(Struct, frozen=True, kw_only=True):
    """OwnPercentile as an analysis says it."""

    percentile: int
    n: int
    tier: Tier
    text: Text


class OwnPercentile(Struct, frozen=True):
    """Percent of the user's own checked creators of this tier with a lower rate; ties count half."""

    value: float
    n: int
    tier: Tier

    @property
    def text(self) -> Text:
        numbers = {"percentile": self.value, "n": float(self.n)}
        return say("engagement.own_percentile", numbers, {"tier": say(f"tier.{self.tier}")})

    def answer(self) -> OwnPercentileAnswer:
        return OwnPercentileAnswer(percentile=round(self.value), n=self.n, tier=self.tier, text=self.text)


def own_percentile(rate: float | None, tier: Tier | None, others: Sequence[float]) -> OwnPercentile | None:
    """``others``: the engagement rates of the tier's other creators, in the unit of ``rate``; None for too few."""
    if rate is None or tier is None or len(others) < ENOUGH:
        return None
    lower = sum(other < rate for other in others)
    equal = sum(other == rate for other in others)
    return OwnPercentile(100.0 * (lower + equal / 2) / len(others), len(others), tier)
