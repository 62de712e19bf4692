"""What is known about a creator beside the page: the marketer's rulings and the visits before this one."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from msgspec import Struct

from server.facts import Count

RulingWord = Literal["innocent", "confirmed"]


class Judgement(Struct, frozen=True, rename={"ruling": "verdict"}):
    """The marketer's own judgement of one sign. "innocent" takes its contribution away."""

    signal: str
    ruling: RulingWord
    """``verdict`` in answers and audits, as the first audits called it."""
    note: str = ""
    at: datetime | None = None


class EarlierVisit(Struct, frozen=True):
    """The counts of one earlier check."""

    at: datetime
    followers: Count | None = None
    following: int | None = None
    post_count: int | None = None
    engagement: float | None = None
    """Engagement rate in percent."""
