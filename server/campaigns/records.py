"""What a campaign is: frozen records, from the brand down to a decision about one version of a draft.

Nothing here decides; ``pipeline`` knows the states, ``budget`` the sums. ``None`` means not known, never zero.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Literal, get_args

from msgspec import Struct

from server.campaigns.brief import Category
from server.money import Price

DeliverableKind = Literal["image", "album", "reel", "video", "story", "package", "live"]
DELIVERABLE_KINDS: tuple[DeliverableKind, ...] = get_args(DeliverableKind)
DeliverableState = Literal[
    "planned", "drafting", "in_review", "changes", "approved", "posted", "verified", "paid", "dropped"
]
DELIVERABLE_STATES: tuple[DeliverableState, ...] = get_args(DeliverableState)
Ruled = Literal["approved", "changes", "rejected"]
RULED: tuple[Ruled, ...] = get_args(Ruled)
FoodKind = Literal["supplement_food", "medical_nutrition"]
Message = Literal["first", "reminder", "refusal"]
MESSAGES: tuple[Message, ...] = get_args(Message)
OutreachChannel = Literal["instagram", "zalo", "email", "phone", "other"]
CHANNELS: tuple[OutreachChannel, ...] = get_args(OutreachChannel)
PostedState = Literal["same", "changed", "label_missing", "gone", "not_read", "asked"]
POSTED_STATES: tuple[PostedState, ...] = get_args(PostedState)
MOST_OTHER_POSTS = 50


class AmountRange(Struct, frozen=True):
    """An amount, or the interval that it lies in."""

    low: float = 0.0
    high: float = 0.0


class Brand(Struct, frozen=True):
    """Who advertises, and the words that are looked for, avoided, and rivals."""

    name: str
    product: str = ""
    words: tuple[str, ...] = ()
    avoid: tuple[str, ...] = ()
    rivals: tuple[str, ...] = ()
    audience_words: tuple[str, ...] = ()
    language: str = "vi"


class KeyMessage(Struct, frozen=True):
    """What the post has to say, and what proves it."""

    text: str
    proof: str = ""


class BriefForm(Struct, frozen=True):
    """What creators are handed, in the trade's order; product and brand stand in ``Brand``, days in the deliverables."""

    angle: str = ""
    messages: tuple[KeyMessage, ...] = ()
    dos: tuple[str, ...] = ()
    donts: tuple[str, ...] = ()
    required: tuple[str, ...] = ()
    """Words that the text has to have, as written."""
    mentions: tuple[str, ...] = ()
    hashtags: tuple[str, ...] = ()
    code: str | None = None
    links: tuple[str, ...] = ()
    notifier: str | None = None
    kind: FoodKind | None = None
    age_months: int | None = None
    max_length: int | None = None
    edits: int | None = None
    """How often a draft may be sent back."""
    online_days: int | None = None
    """How long the post stays public."""
    rights: str = ""
    exclusivity: str = ""
    payment: str = ""


class BudgetFrame(Struct, frozen=True):
    """What may be spent, and whether the tax that is withheld is counted."""

    amount: float | None = None
    currency: str = "VND"
    withholding: bool = True


class Slot(Struct, frozen=True):
    """A place for one creator of a niche and a price, with who could take it instead."""

    id: str
    niche: str | None = None
    price_band: Price | None = None
    creator: str | None = None
    """User name; None is a gap."""
    backups: tuple[str, ...] = ()
    """User names, the first to be asked first."""


class Decision(Struct, frozen=True):
    """What somebody said of one version."""

    ruled: Ruled
    at: datetime
    by: str
    note: str = ""


class DraftPicture(Struct, frozen=True):
    """A picture that was handed in, without its bytes: the store keeps them apart (``store.pictures``)."""

    name: str
    """Of the file, as its sender called it."""
    sha256: str
    media: str
    bytes: int


class DraftVersion(Struct, frozen=True):
    """One text of a deliverable as it was handed in."""

    text: str
    """"" where there are pictures alone."""
    at: datetime
    by: str
    findings: int = 0
    """Of level must, when it was handed in."""
    decision: Decision | None = None
    pictures: tuple[DraftPicture, ...] = ()


class PostedEvidence(Struct, frozen=True):
    """What the public post said when its page was opened, and how that compares with the approved text."""

    code: str
    """Instagram's code in the post's address."""
    state: PostedState
    """``asked``: it may be this deliverable's post, and a person has to say so."""
    at: datetime
    """When it was seen so for the last time."""
    since: datetime
    """When it was first seen so."""
    text: str | None = None
    """The caption; None where the page did not show it, and of a post that is gone."""
    has_label: bool | None = None
    """Whether the post carries Instagram's label of a paid partnership; None where the page did not tell."""
    missing_mentions: tuple[str, ...] = ()
    engagements: AmountRange | None = None
    """Likes and comments as the page showed them; None where it hid one of them."""
    is_early: bool = False
    """Public before the text was approved."""


class SentMessage(Struct, frozen=True):
    """That somebody wrote to a creator. What was written is not kept."""

    creator: str
    """User name."""
    message: Message
    channel: OutreachChannel
    at: datetime
    by: str


class Tick(Struct, frozen=True):
    """That somebody ticked a line of a checklist off, or took that back."""

    rule: str
    is_done: bool
    at: datetime
    by: str


class Deliverable(Struct, frozen=True):
    """One post of one creator, from the plan to the payment."""

    id: str
    slot: str
    creator: str
    """User name; "" of a creator who was erased: what the post cost stays in the sums."""
    kind: DeliverableKind = "image"
    state: DeliverableState = "planned"
    price: Price | None = None
    due_draft: date | None = None
    due_post: date | None = None
    post_url: str | None = None
    paid_on: date | None = None
    versions: tuple[DraftVersion, ...] = ()
    """Oldest first; nothing is ever taken out or put between."""
    posted: PostedEvidence | None = None
    """The last look at the public post; None before the first."""
    other_posts: tuple[str, ...] = ()
    """Codes of posts that a person said are not this one."""
    ticks: tuple[Tick, ...] = ()
    """Oldest first; it only grows at its end."""


class Campaign(Struct, frozen=True):
    """One campaign of one brand."""

    id: str
    name: str
    brand: Brand
    category: Category = "general"
    search: str | None = None
    """Id of a saved search."""
    rival_days: int | None = None
    """How many days ago work with a rival no longer counts; None: as the saved search has it."""
    brief: BriefForm = BriefForm()
    budget: BudgetFrame = BudgetFrame()
    slots: tuple[Slot, ...] = ()
    members: tuple[str, ...] = ()
    outreach: tuple[SentMessage, ...] = ()
    """Oldest first; it only grows at its end, and no undo takes a line away."""
    ticks: tuple[Tick, ...] = ()
    """The same of its checklist."""
