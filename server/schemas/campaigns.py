"""Campaigns, their deliverables and drafts, brands, and the day's tasks."""

from __future__ import annotations

from datetime import date, datetime
from typing import Literal

from msgspec import Struct

from server.campaigns.dossier import DossierCreator
from server.campaigns.engagement import EngagementCost
from server.campaigns.posted import ComparedPart
from server.campaigns.records import AmountRange, Brand, Campaign, Deliverable, Message, PostedState, Tick
from server.campaigns.ticking import Scope
from server.campaigns.today import TaskKind
from server.campaigns.words import RuleLevel
from server.messages import Language, Text
from server.scoring.fit import FitAnswer
from server.store.contacts import EntryContacts


class MonthSum(Struct, frozen=True, kw_only=True):
    """``month`` like 2026-11; null where no day is known."""

    month: str | None
    cost: AmountRange


class BudgetAnswer(Struct, frozen=True, kw_only=True):
    """The sums of a campaign's rows; withholding with how sure its rule is."""

    amount: float | None
    currency: str
    withholding: bool
    reserved: AmountRange
    agreed: AmountRange
    paid: AmountRange
    spent: AmountRange
    in_hand: AmountRange
    left: AmountRange | None
    by_month: tuple[MonthSum, ...]
    unpriced: int
    other_currency: int
    source: str
    confidence: str


class CurrencySum(Struct, frozen=True, kw_only=True):
    """What all campaigns in one currency cost."""

    currency: str
    spent: AmountRange
    paid: AmountRange
    by_month: tuple[MonthSum, ...]


class CampaignSummary(Struct, frozen=True, kw_only=True):
    id: str
    name: str
    brand: str
    product: str
    category: str
    version: int
    changed_at: datetime
    removed_at: datetime | None
    slots: int
    gaps: int
    states: dict[str, int]
    overdue: int
    next_due: date | None
    creators: tuple[str, ...]
    budget: BudgetAnswer


class CampaignsAnswer(Struct, frozen=True, kw_only=True):
    campaigns: tuple[CampaignSummary, ...]
    over_all: tuple[CurrencySum, ...]
    total: int


class PlannedPost(Struct, frozen=True, kw_only=True):
    """A deliverable in its campaign: without its texts, with what it costs."""

    id: str
    slot: str
    creator: str
    kind: str
    state: str
    price: PriceShown | None
    due_draft: date | None
    due_post: date | None
    post_url: str | None
    paid_on: date | None
    version: int
    versions: int
    cost: AmountRange | None
    in_hand: AmountRange | None
    overdue: date | None
    steps: tuple[str, ...]
    posted: PostedState | None
    ticked: tuple[str, ...]
    """Rules of its checklist that are ticked off."""


class PriceShown(Struct, frozen=True, kw_only=True):
    """A price with the words in which it is echoed."""

    low: float | None
    high: float | None
    currency: str | None
    text: str
    net: bool | None
    shown: Text


class ChecklistLine(Struct, frozen=True, kw_only=True):
    """What a person ticks off."""

    rule: str
    text: Text


class TickedLine(ChecklistLine, frozen=True, kw_only=True):
    """``done``: who ticked it off, and when; null of one that is open. A line of a post stands open here: it is ticked off
    on the post."""

    scope: Scope
    done: Tick | None


class PerEngagement(Struct, frozen=True, kw_only=True):
    """The cost of one like or comment, as intervals: what the creators' last checks lead to expect, and what the public
    posts have shown so far. Null where nothing tells."""

    expected: EngagementCost | None
    reached: EngagementCost | None


class CampaignAnswer(Struct, frozen=True, kw_only=True):
    """``elsewhere``: of each creator the colleagues and other campaigns to ask before writing."""

    campaign: Campaign
    version: int
    created_at: datetime
    changed_at: datetime
    deliverables: tuple[PlannedPost, ...]
    budget: BudgetAnswer
    per_engagement: PerEngagement
    elsewhere: dict[str, tuple[str, ...]]
    checklist: tuple[TickedLine, ...]
    niches: dict[str, Text]
    undo_until: datetime | None


class DossierAnswer(Struct, frozen=True, kw_only=True):
    """A campaign to read and print; ``log``: the hash of the last draft or decision, as ``soi replay`` says it."""

    made_at: datetime
    log: str
    campaign: Campaign
    budget: BudgetAnswer
    creators: tuple[DossierCreator, ...]
    deliverables: tuple[Deliverable, ...]
    checklist: tuple[TickedLine, ...]


class FoundInDraft(Struct, frozen=True, kw_only=True):
    """A finding; ``start`` and ``end`` count code points, null where something is missing."""

    rule: str
    level: RuleLevel
    start: int | None
    end: int | None
    quote: str
    text: Text
    source: str
    cited: Text
    """Source and article as people of each language cite them."""
    article: str
    since: str
    checked_at: str
    confidence: str


class DraftChecked(Struct, frozen=True, kw_only=True):
    ok: bool
    findings: tuple[FoundInDraft, ...]
    passed: tuple[str, ...]
    not_checked: tuple[Text, ...]
    checklist: tuple[ChecklistLine, ...]
    note: Text


class BesideApproved(Struct, frozen=True, kw_only=True):
    """The public post beside the approved text, as it was seen last; ``ask_until`` and ``contacts`` for a removal, only
    where something is to be mended."""

    word: Text
    url: str
    parts: tuple[ComparedPart, ...]
    ask_until: datetime | None
    contacts: EntryContacts | None


class DeliverableAnswer(Struct, frozen=True, kw_only=True):
    """``checks``: one a version, by today's rules and brief."""

    deliverable: Deliverable
    version: int
    campaign_id: str
    campaign_name: str
    steps: tuple[str, ...]
    checks: tuple[DraftChecked, ...]
    checklist: tuple[TickedLine, ...]
    posted: BesideApproved | None


class ProposedCreator(Struct, frozen=True, kw_only=True):
    """``left`` of the budget if they took the slot; null where a price is not known."""

    username: str
    is_backup: bool
    left: AmountRange | None
    price: PriceShown | None
    elsewhere: tuple[str, ...]
    fit: FitAnswer | None
    """By the last check against the campaign's search; null of who was never checked."""


class ProposalsAnswer(Struct, frozen=True, kw_only=True):
    proposals: tuple[ProposedCreator, ...]
    left: AmountRange | None


class OutreachAnswer(Struct, frozen=True, kw_only=True):
    """``text`` is null while a field is empty; ``elsewhere``: whom to ask first."""

    text: str | None
    missing: tuple[str, ...]
    fields: tuple[str, ...]
    elsewhere: tuple[str, ...]


class ShippedTemplate(Struct, frozen=True, kw_only=True):
    """What is written to a creator, with its fields in braces."""

    message: Message
    language: Language
    text: str
    fields: tuple[str, ...]


class OutreachTemplate(ShippedTemplate, frozen=True, kw_only=True):
    """A text of the user's own."""

    id: str
    name: str


class OutreachTemplatesAnswer(Struct, frozen=True, kw_only=True):
    templates: tuple[OutreachTemplate, ...]
    shipped: tuple[ShippedTemplate, ...]
    version: int


class BrandAnswer(Struct, frozen=True, kw_only=True):
    id: str
    brand: Brand
    version: int


class BrandsAnswer(Struct, frozen=True, kw_only=True):
    brands: tuple[BrandAnswer, ...]


class TaskAnswer(Struct, frozen=True, kw_only=True):
    kind: TaskKind
    day: date | None
    creator: str
    campaign: str
    campaign_name: str
    deliverable: str
    deliverable_kind: str | None
    what: Literal["draft", "post"] | None
    slot: str


class TodayAnswer(Struct, frozen=True, kw_only=True):
    today: date
    tasks: tuple[TaskAnswer, ...]
    total: int
