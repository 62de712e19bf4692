"""Checks: the analysis with what is known of the creator beside it."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from msgspec import UNSET, Struct, UnsetType, field

from server.analysis import AnalysisAnswer
from server.campaigns.records import PostedState
from server.errors import Failure
from server.messages import Text
from server.scoring.verdict_codes import VerdictCode
from server.store.records import Entry, Figure, FormerHandle, RecentCheck, Ruling, Status


class CheckAnswer(AnalysisAnswer, frozen=True, kw_only=True):
    """The answer of a check."""

    shortlist: Entry | None
    colleague: SeenColleague | None
    """Another member who is already writing to this creator."""
    history: History | None
    rulings: tuple[Ruling, ...]
    ledger: CheckLedger
    examples: tuple[CommentExample, ...]
    overlaps: tuple[NamedOverlap, ...]
    standing: OwnersVerdict | UnsetType | None = UNSET
    """Only of a post: the stored verdict of its owner."""
    campaigns: tuple[SeenCampaign, ...] | UnsetType = UNSET
    """Only where there are some: campaigns in which this creator has a slot."""
    may_change: Literal[False] | UnsetType = UNSET
    """Only for whose role changes nothing of the list."""
    posted: tuple[PostedSeen, ...] | UnsetType = UNSET
    """Of a page with posts that a campaign waits for: whether they are what was approved."""


class PostedSeen(Struct, frozen=True, kw_only=True):
    """One deliverable whose public post this page showed; ``word`` and ``lines`` say it."""

    campaign_id: str
    campaign_name: str
    deliverable_id: str
    kind: str
    code: str
    state: PostedState
    word: Text
    lines: tuple[Text, ...]


class SeenCampaign(Struct, frozen=True, kw_only=True):
    id: str
    name: str


class SeenColleague(Struct, frozen=True, kw_only=True):
    name: str
    status: Status
    since: datetime


class TakenPage(Struct, frozen=True, kw_only=True):
    """One saved page of many: its kind (null where it could not be read), whose it is, and what became of it."""

    name: str
    page: str | None
    username: str | None
    saved: bool
    new: bool
    error: Failure | None


class PagesAnswer(Struct, frozen=True, kw_only=True):
    """In the order of the request; what is ``saved`` is on the disk."""

    pages: tuple[TakenPage, ...]


class RescoredCreator(Struct, frozen=True, kw_only=True):
    username: str
    before: str | None = field(name="from")
    after: str = field(name="to")
    score_from: float | None
    score_to: float


class RescoredVerdicts(Struct, frozen=True, kw_only=True):
    before: str | None = field(name="from")
    after: str = field(name="to")
    n: int


class RescoreAnswer(Struct, frozen=True, kw_only=True):
    """What the present model says of everybody's last check; at most 200 are named.

    ``too_old``: left as they are, since an older version of Soi kept too little of them. ``kept``: written, 0 in a dry run.
    """

    model_version: str
    models_before: dict[str, int]
    judged: int
    too_old: int
    scores_changed: int
    verdicts_changed: int
    changes: tuple[RescoredVerdicts, ...]
    creators: tuple[RescoredCreator, ...]
    kept: int


class RescoreUndone(Struct, frozen=True, kw_only=True):
    """Of how many creators the scores of before the last rescoring came back."""

    restored: int


class CheckLedger(Struct, frozen=True, kw_only=True):
    """Which sources the capture held, and what of it was not believed."""

    sources: tuple[str, ...]
    discarded: tuple[str, ...]
    responses: int
    follower_rows: int
    comment_rows: int
    requests_made: int


class CommentExample(Struct, frozen=True, kw_only=True):
    """A comment as its place in the capture's ``samples.comments``."""

    kind: str
    post: str
    row: int


class NamedOverlap(Struct, frozen=True, kw_only=True):
    """A creator of this store whose commenters overlap with this one's above chance."""

    username: str
    share: float
    low: float
    high: float
    chance: float


class OwnersVerdict(Struct, frozen=True, kw_only=True):
    verdict: VerdictCode
    at: datetime
    model_version: str | None


class History(Struct, frozen=True, kw_only=True):
    """The visits of a creator, and what changed."""

    visits: int
    first_seen: datetime | None
    last_seen: datetime | None
    former: tuple[FormerHandle, ...]
    followers: tuple[FollowersSeen, ...]
    previous: PreviousVisit | None
    changes: tuple[HistoryChange, ...]
    summary: Text | None
    growth: Growth


class FollowersSeen(Struct, frozen=True, kw_only=True):
    at: datetime
    value: float
    low: float
    high: float


class PreviousVisit(Struct, frozen=True, kw_only=True):
    at: datetime
    days: float | None
    verdict: str | None


class HistoryChange(Struct, frozen=True, kw_only=True):
    """A count with its bounds, a verdict or a user name."""

    what: str = field(name="field")
    before: Figure | str = field(name="from")
    after: Figure | str = field(name="to")


class Growth(Struct, frozen=True, kw_only=True):
    visits: int
    needed: int
    steps: tuple[GrowthStep, ...]


class GrowthStep(Struct, frozen=True, kw_only=True):
    """Between two visits at least half a day apart; ``gained`` and ``per_day`` are bounds."""

    start: datetime = field(name="from")
    end: datetime = field(name="to")
    days: float
    is_gap: bool
    gained: Figure
    per_day: PerDay
    percent_per_day: float
    z: float | None
    is_jump: bool


class PerDay(Struct, frozen=True, kw_only=True):
    low: float
    high: float


class RecentChecks(Struct, frozen=True, kw_only=True):
    checks: tuple[RecentCheck, ...]


class DueLook(Struct, frozen=True, kw_only=True):
    """Somebody on the list who should be looked at again, and why."""

    username: str
    full_name: str | None
    at: datetime | None
    """Of the last check; null before the first one."""
    reason: Literal["old", "thin", "never"]
    """Longer ago than asked for; the last check saw too little to judge; not checked yet."""


class DueLooks(Struct, frozen=True, kw_only=True):
    """Old and thin ones first, the oldest before; then those not checked yet. At most 200 of ``total``."""

    days: int
    total: int
    due: tuple[DueLook, ...]


class DigestChange(Struct, frozen=True, kw_only=True):
    """Figures whose intervals do not overlap, verdicts that differ, the day of the last post of somebody gone silent, or
    signs in words that the evidence of both looks could show and only the later one does."""

    what: Literal["followers", "engagement_rate", "verdict", "silent", "signs", "model"] = field(name="field")
    before: Figure | str | None = field(name="from")
    after: Figure | str | None = field(name="to")
    signs: tuple[Text, ...]


class CreatorDigest(Struct, frozen=True, kw_only=True):
    """What the last look saw that the one before had not."""

    username: str
    full_name: str | None
    before: datetime
    last: datetime
    changes: tuple[DigestChange, ...]


class Digest(Struct, frozen=True, kw_only=True):
    """Latest look first; at most 200 of ``total``. ``compared``: creators on the list with two looks."""

    compared: int
    total: int
    creators: tuple[CreatorDigest, ...]
