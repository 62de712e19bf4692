"""A report of some creators; a part that was not chosen is not there."""

from __future__ import annotations

from typing import Literal

from msgspec import UNSET, Struct, UnsetType

from server.messages import Text
from server.schemas.shortlist import ShownPrice
from server.store.contacts import EntryContacts
from server.store.records import Figure, Status

ReportPart = Literal[
    "overview", "prices", "engagement", "verdict", "status", "contacts", "notes", "own_fields", "plots"
]


class ReportedCreator(Struct, frozen=True, kw_only=True):
    """One creator with the chosen parts."""

    username: str
    platform: str
    full_name: str | None
    page: str | None
    checked_at: str | None
    followers: Figure | None
    tier: str | None
    price_asked: ShownPrice | UnsetType | None = UNSET
    engagement_rate: Figure | UnsetType | None = UNSET
    posts_counted: int | UnsetType | None = UNSET
    verdict: str | UnsetType | None = UNSET
    trust_word: str | UnsetType | None = UNSET
    seen: tuple[str, ...] | UnsetType | None = UNSET
    status: Status | UnsetType = UNSET
    stage: str | UnsetType | None = UNSET
    status_at: str | UnsetType = UNSET
    contacts: EntryContacts | UnsetType = UNSET
    bio_contacts: dict[str, list[str]] | UnsetType | None = UNSET
    note: str | UnsetType = UNSET
    tags: tuple[str, ...] | UnsetType = UNSET
    owner: str | UnsetType | None = UNSET
    reject_reason: str | UnsetType | None = UNSET
    extra: dict[str, str] | UnsetType = UNSET
    dates: dict[str, str] | UnsetType = UNSET


class FollowersSum(Struct, frozen=True, kw_only=True):
    value: float
    low: float
    high: float
    of: int


class ReportOverview(Struct, frozen=True, kw_only=True):
    """How many, and what is known of how many."""

    creators: int
    followers: FollowersSum | None
    platforms: dict[str, int]
    tiers: dict[str, int]
    unchecked: int


class PriceSum(Struct, frozen=True, kw_only=True):
    """Asked prices of one currency and one kind; null is an open end."""

    currency: str
    net: bool | None
    of: int
    low: float
    high: float | None
    shown: Text


class ReportPrices(Struct, frozen=True, kw_only=True):
    sums: tuple[PriceSum, ...]
    without_amount: int


class ReportAnswer(Struct, frozen=True, kw_only=True):
    audience: Literal["client", "team"]
    parts: tuple[ReportPart, ...]
    made_at: str
    creators: tuple[ReportedCreator, ...]
    overview: ReportOverview | UnsetType = UNSET
    prices: ReportPrices | UnsetType = UNSET
    missing: tuple[str, ...]
