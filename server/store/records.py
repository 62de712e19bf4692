"""What the store holds, as frozen records. Times are UTC; ``None`` means not known, never zero.

A list makes and writes an entry and its parts by the ten thousand. ``gc=False``: they hold plain values, so no search for
cycles passes them.

``to_json`` gives the shapes of the HTTP API; how a record lies on disk is the business of one store.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any, Literal, TypedDict, get_args

from msgspec import Struct
from msgspec import field as struct_field

from server import own_json
from server.handles import INSTAGRAM
from server.money import Money, Price
from server.store.contacts import EntryContacts
from server.store.packed import unpack

Status = Literal["found", "contacted", "answered", "agreed", "posted", "paid", "rejected"]
STATUSES: tuple[Status, ...] = get_args(Status)
"""The pipeline of a shortlist entry, in its order; ``rejected`` can follow any of them."""

SAME_VISIT = timedelta(minutes=30)
"""Looks at one creator within this time of the first one are one visit."""

REVIEW_AFTER = timedelta(days=90)
"""A verdict is that of its date; from here on the creator should be looked at again."""

UNDO_TIME = timedelta(minutes=30)
"""How long the last PUT, PATCH or DELETE of an entry can be taken back."""

DeviceKind = Literal["browser", "script", "session"]


class Figure(Struct, frozen=True, gc=False):
    """A number with the interval it may lie in."""

    value: float
    low: float
    high: float

    def to_json(self) -> dict[str, float]:
        return {"value": self.value, "low": self.low, "high": self.high}


class Visit(Struct, frozen=True, gc=False):
    """The compact result of one check. Looks at one creator within half an hour are one visit."""

    at: datetime
    """When the page was captured, by the clock of the browser. Order comes from the store, not from this."""
    page: str = "profile"
    verdict: str | None = None
    tier: str | None = None
    followers: Figure | None = None
    following: Figure | None = None
    post_count: Figure | None = None
    engagement_rate: Figure | None = None
    """Percent of followers."""
    engagement_score: float | None = None
    n_posts: int | None = None
    suspicion: Figure | None = None
    """Score 0-100 with its range."""
    trust_word: str | None = None
    """The word of the score under the thresholds of that day: low, medium or high; None where there was nothing to
    judge. Of a visit of an older version, which kept none, it is read by the published thresholds."""
    seen: tuple[str, ...] | None = None
    """What had been looked at; None in a visit of an older version."""
    absent: tuple[str, ...] | None = None
    """What the page did not show, by code (server.scoring.absent)."""
    contacts: dict[str, list[str]] | None = None
    """E-mails, phones, zalo and links of the biography; None where none was seen."""
    newest_post_at: datetime | None = None
    posts_per_week: float | None = None
    model_version: str | None = None
    capture_digest: str | None = None
    audit_id: str | None = None
    follower_sample: dict[str, Any] | None = None
    comment_sample: dict[str, Any] | None = None
    """Samples as counts (server.samples.summary.counts_only): nobody is named."""
    since: datetime | None = None
    """When the visit began, where its last look was later."""
    is_past: bool | None = None
    """A look at an older page: it says nothing of the creator as of the last visit."""
    is_undated: bool | None = None
    """A saved page that does not say when it was served: ``at`` is when it was handed in."""

    @property
    def began(self) -> datetime:
        return self.since or self.at

    def goes_on(self, at: datetime) -> bool:
        """Whether a look at ``at`` belongs to this visit: all looks within half an hour of the first one."""
        return abs(at - self.began) < SAME_VISIT


def last_of(visits: Sequence[Visit]) -> Visit | None:
    """The visit whose verdict stands, of visits in the order of their arrival."""
    return next((v for v in reversed(visits) if not v.is_past), visits[-1] if visits else None)


class Sketch(Struct, frozen=True):
    """The commenters of one creator as a keyed MinHash sketch (server.samples.shared_commenters): no names, no hash of anybody."""

    key_id: str
    """Which key made it; only sketches of one key can be compared."""
    n: int
    """People in it."""
    places: bytes


class Check(Struct, frozen=True):
    """One check as handed to the store: whose it is, what was found, and the audit to keep."""

    username: str
    visit: Visit
    profile_id: str | None = None
    full_name: str | None = None
    category: str | None = None
    is_verified: bool | None = None
    is_private: bool | None = None
    audit: Any = None
    """Any record that is written as a JSON object; found again under ``visit.audit_id``."""
    sketch: Sketch | None = None
    verdict_inputs: dict[str, Any] | None = None
    """Any JSON object: what the verdict was given on. The last one of a creator is kept; see ``LatestAudit``."""
    columns: str | None = None
    """What the model was asked about, packed, so that a later one can judge the visit anew."""
    is_saved_page: bool = False
    """Served when the page says, not looked at now."""
    evidence: dict[str, Any] | None = None
    """Any JSON object: all that is known of the page from now on. None leaves what is kept."""


class Retention(Struct, frozen=True):
    """How much history is kept. The newest visit of a creator always stays."""

    visits_per_creator: int = 200
    days: int | None = None
    """Visits older than this against the newest one of the same creator are dropped; None keeps them."""
    audits_per_creator: int = 3
    audits: int = 2_000
    """Of all creators together: an audit takes 3 to 15 kB, a visit 0.4 kB."""


class FormerHandle(Struct, frozen=True, gc=False):
    """A user name that the creator had until ``until``."""

    username: str
    until: datetime


class Ruling(Struct, frozen=True):
    """What the marketer decided about one signal of one creator."""

    signal: str
    ruling: str
    """A word of the scoring's vocabulary; the store does not interpret it."""
    at: datetime
    note: str = ""


class Outcome(Struct, frozen=True):
    """How working with a creator went, and what Soi had said before."""

    username: str
    recorded_at: datetime
    """When it was first recorded."""
    updated_at: datetime
    worth_it: bool | None = None
    """Whether the marketer would work with the creator again; None while open."""
    clicks: int | None = None
    codes: int | None = None
    """Discount codes redeemed."""
    sales: Money | None = None
    quality: int | None = None
    """Of the content, 1 (poor) to 5 (very good)."""
    note: str = ""
    verdict: str | None = None
    suspicion: Figure | None = None
    trust_word: str | None = None
    engagement_score: float | None = None
    model_version: str | None = None
    """What the last check before the first recording said; later checks do not change it."""


class OutcomeChanges(TypedDict, total=False):
    """Fields to set, already checked; a missing one stays as it is."""

    worth_it: bool | None
    clicks: int | None
    codes: int | None
    sales: Money | None
    quality: int | None
    note: str


class Creator(Struct, frozen=True):
    """Somebody known by platform, by numeric id where it was seen, and by handle."""

    username: str
    """The current handle, "tiktok:NAME" on another platform than Instagram. Where another account has taken it over since: ``id.<profile_id>``, see ``former``."""
    platform: str = INSTAGRAM
    profile_id: str | None = None
    full_name: str | None = None
    category: str | None = None
    is_verified: bool | None = None
    is_private: bool | None = None
    former: tuple[FormerHandle, ...] = ()
    """Earlier handles, oldest first."""
    first_seen: datetime | None = None
    """First and last check; None before the first one."""
    last_seen: datetime | None = None
    visit_count: int = 0
    """All visits ever, also those that retention has dropped since."""


class Move(Struct, frozen=True, gc=False):
    """From ``at`` on an entry was in this status and, in the user's own word, at this stage."""

    at: datetime
    status: Status
    stage: str | None = None


class Entry(Struct, frozen=True, gc=False):
    """A shortlist entry, in the shape of the API."""

    username: str
    profile_id: str | None
    status: Status
    reject_reason: str | None
    """Only with status ``rejected``."""
    status_at: datetime
    """When the status was last changed."""
    tags: tuple[str, ...]
    note: str
    owner: str | None
    price_asked: Price | None
    added_at: datetime
    version: int
    """Starts at 1, rises with every change of the entry, and is never used twice for one creator."""
    full_name: str | None = None
    former: tuple[FormerHandle, ...] = ()
    last_check: Visit | None = None
    review_at: datetime | None = None
    """From when on the verdict is too old to go by; it stays as it was given."""
    platform: str = INSTAGRAM
    """Of another platform the user name is "tiktok:NAME"; Soi checks nobody there."""
    stage: str | None = None
    """The user's own word for the status."""
    contacts: EntryContacts = EntryContacts()
    extra: Mapping[str, str] = struct_field(default_factory=dict)
    """What a sheet had beside: heading to text."""
    dates: Mapping[str, str] = struct_field(default_factory=dict)
    """What happened when: heading to a day in ISO 8601."""
    history: tuple[Move, ...] = ()
    """Status and stage from when on, oldest first, the present ones last."""
    waiting_since: datetime | None = None
    """Written to, and no answer yet, since then."""
    topics: tuple[str, ...] | None = None
    """Ids of the main niches that the last check saw them post about, strongest first; () where that is unclear, None where
    no check has looked for any."""


class EntryChanges(TypedDict, total=False):
    """Fields to set, already checked; a missing one stays as it is."""

    status: Status
    reject_reason: str | None
    tags: tuple[str, ...]
    note: str
    owner: str | None
    price_asked: Price | None
    stage: str | None
    contacts: EntryContacts
    extra: Mapping[str, str]
    dates: Mapping[str, str]
    full_name: str | None
    """The creator's name as shown; the next check of the page overrules it. Not part of undo."""


class ImportRow(Struct, frozen=True):
    """One row of an import: merged into the creator with this id or handle."""

    username: str
    changes: EntryChanges
    profile_id: str | None = None
    added_at: datetime | None = None


class Saved(Struct, frozen=True):
    """What a PUT did."""

    entry: Entry
    created: bool
    changed: bool = True
    """False where all of it was there already: the entry and what can be undone of it are as before."""


class CreatorState(Struct, frozen=True):
    """All that one answer of a check needs."""

    creator: Creator
    entry: Entry | None
    visits: tuple[Visit, ...]
    """Kept visits, oldest first, in the order of their arrival."""
    rulings: tuple[Ruling, ...] = ()
    outcome: Outcome | None = None
    packed_evidence: str | None = None
    """``evidence`` as it is kept; the same text is the same evidence."""
    columns: tuple[str | None, ...] = ()
    """Of each visit, what its model was asked about; None for one of an older version."""

    @property
    def last(self) -> Visit | None:
        """The visit whose verdict stands: the last one, but no look at an older page."""
        return last_of(self.visits)

    @property
    def evidence(self) -> dict[str, Any] | None:
        """What the last check that brought any left for the next one; unpacked anew by each call."""
        return None if self.packed_evidence is None else own_json.loads(unpack(self.packed_evidence))


class RecentCheck(Struct, frozen=True):
    """A line of the list of recent checks."""

    username: str
    full_name: str | None
    visit: Visit


class Device(Struct, frozen=True):
    """A paired client. Holds no bearer token, only its SHA-256; backups leave devices out."""

    client_id: str
    name: str
    kind: DeviceKind
    token_sha256: str
    proof_key: str
    created_at: datetime
    origin: str | None = None
    """The exact Origin that may read answers, for a browser extension."""
    last_seen: datetime | None = None
    expires_at: datetime | None = None
    member: str | None = None
    """The id of the member whom it belongs to; None where one person works alone."""

    def __repr__(self) -> str:
        """Without the key: what is written somewhere for reading names nothing secret."""
        return f"Device({self.client_id!r}, {self.name!r}, {self.kind!r})"
