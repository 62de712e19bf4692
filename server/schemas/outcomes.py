"""How working with creators went, and who shares commenters with whom."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct, field

from server.messages import Text
from server.samples.intervals import Share
from server.store.records import Outcome


class OutcomesAnswer(Struct, frozen=True, kw_only=True):
    outcomes: tuple[Outcome, ...]


class HitRate(Struct, frozen=True, kw_only=True):
    """``rate``: Wilson, 95 %; null before enough outcomes are decided."""

    hits: int
    n: int
    rate: Share | None


class DueOutcomes(Struct, frozen=True, kw_only=True):
    n: int
    usernames: tuple[str, ...]


class RejectedCreators(Struct, frozen=True, kw_only=True):
    n: int
    by_verdict: dict[str, int]
    by_reason: dict[str, int]


class OutcomeSummary(Struct, frozen=True, kw_only=True):
    n: int
    needed: int
    recorded: int
    enough: bool
    everything: HitRate = field(name="all")
    verdicts: dict[Literal["contact", "promising", "look_closer", "risky"], HitRate]
    note: Text
    due: DueOutcomes
    rejected: RejectedCreators


class OverlapShown(Struct, frozen=True, kw_only=True):
    """Another creator, and the share of this one's commenters who also comment there."""

    username: str
    n_people: int
    share: float
    low: float
    high: float
    is_clear: bool


class CreatorOverlaps(Struct, frozen=True, kw_only=True):
    """One creator's commenters compared with those of every other one."""

    enabled: bool
    needed: int
    n_people: int | None
    compared: int
    chance: float | None
    overlaps: tuple[OverlapShown, ...]


class OverlapLink(Struct, frozen=True, kw_only=True):
    a: str
    b: str
    share: float
    low: float
    high: float


class OverlapGroup(Struct, frozen=True, kw_only=True):
    members: tuple[str, ...]
    links: tuple[OverlapLink, ...]


class OverlapGroups(Struct, frozen=True, kw_only=True):
    enabled: bool
    compared: int
    left_out: int
    groups: tuple[OverlapGroup, ...]
