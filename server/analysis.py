"""From a capture to a verdict: the only module that knows the order.

No clock, no store, no network: the same capture, history and rulings always give the same Analysis.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from server import own_json
from server.capture import Capture
from server.errors import Failure, NotAProfile, SoiError
from server.facts import Disagreement, Facts, PageKind, Reading
from server.metrics.activity import Activity, ActivityAnswer
from server.metrics.partnerships import Partnership, partnerships_of
from server.metrics.sponsors import SponsorshipAnswer
from server.metrics.tiers import Tier, tier, tiers
from server.money import Price
from server.parsing import read_capture
from server.scoring.absent import Absence, AbsenceAnswer
from server.scoring.advice import Said, Verdict, advise
from server.scoring.columns_kept import pack
from server.scoring.completeness import Completeness, CompletenessAnswer
from server.scoring.corners import Ends
from server.scoring.engagement import Engagement, EngagementAnswer
from server.scoring.explained import Explained, explained
from server.scoring.fit import Content, Fit, FitAnswer
from server.scoring.guide import Guide, GuideAnswer, guides
from server.scoring.kept import KeptPart, kept_parts
from server.scoring.measured import Inputs
from server.scoring.model import Model, load_model
from server.scoring.own import UserTables
from server.scoring.prices import PriceAnswer, PriceRange, Prices
from server.scoring.records import EarlierVisit, Judgement
from server.scoring.searches import Search
from server.scoring.shown_facts import ShownFacts, shown
from server.scoring.suspicion import Suspicion, SuspicionAnswer
from server.scoring.tallies import SamplesAnswer, Tallies, beside_the_capture, samples_of, tallies_of
from server.scoring.thresholds import PUBLISHED, Thresholds
from server.scoring.trust import Trust
from server.topics.topics import Topic

PROFILES = ("profile", "private_profile")
ANSWERED = (*PROFILES, "post")
"""Kinds of page that are answered with HTTP 200."""


class Analysis(Struct, frozen=True):
    """What a check found; ``answer`` gives it in the shape of the contract."""

    inputs: Inputs
    ok: bool
    error: SoiError | None
    tier: Tier | None
    tiers: tuple[Tier, ...]
    """Every tier that the rounding of the followers allows."""
    engagement: Engagement
    fit: Fit
    trust: Trust
    suspicion: Suspicion
    verdict: Verdict
    completeness: Completeness
    guide: Guide
    price: tuple[PriceRange, ...]
    activity: Activity
    content: Content
    absent: tuple[Absence, ...]
    """What this page cannot show."""
    model_version: str
    audit_id: str
    ends: Ends
    """The numbers that were judged, for a later model. Not part of the JSON."""
    asked: Mapping[str, float]
    """What verdict table and search are asked about; NaN for what is not known. Not part of the JSON."""

    @property
    def packed(self) -> str:
        """``ends`` as a store keeps them; nobody else needs that, and it takes time."""
        return pack(self.ends)

    @property
    def page(self) -> str:
        return self.inputs.reading.page

    @property
    def facts(self) -> Facts:
        return self.inputs.reading.facts

    @property
    def http_status(self) -> int:
        """200 for a profile or a post; the error's status for any other page."""
        return 200 if self.page in ANSWERED or self.error is None else self.error.http_status

    def to_json(self) -> dict[str, Any]:
        """The answer as plain dicts, lists and texts."""
        body: dict[str, Any] = own_json.plain(self.answer())
        return body

    def answer(self) -> AnalysisAnswer:
        """Analysis of the contract; fields that it does not name are additions."""
        search = self.inputs.search
        return AnalysisAnswer(
            input=self.inputs.name,
            ok=self.ok,
            error=None if self.error is None else self.error.answer(),
            page=self.inputs.reading.page,
            facts=shown(self.facts),
            disagreements=self.inputs.reading.disagreements,
            tier=self.tier,
            tiers=self.tiers,
            engagement=self.engagement.answer(),
            fit=self.fit.answer(),
            trust=self.trust,
            suspicion=self.suspicion.answer(),
            verdict=self.verdict,
            activity=self.activity.answer(),
            topics=self.content.topics,
            sponsorship=self.content.sponsorship.answer(() if search is None else search.rivals),
            partnerships=partnerships_of(self.facts.posts),
            absent=tuple(absence.answer() for absence in self.absent),
            kept=kept_parts(self.inputs.reading),
            completeness=self.completeness.answer(),
            guide=self.guide.answer(),
            samples=samples_of(self.inputs.tallies),
            price=tuple(price.answer() for price in self.price),
            model_version=self.model_version,
            audit_id=self.audit_id,
        )


class AnalysisAnswer(Struct, frozen=True, kw_only=True):
    """The answer of a check in the shape of the contract: on the wire, in an audit, a line of ``soi check --json``."""

    input: str
    ok: bool
    error: Failure | None
    page: PageKind
    facts: ShownFacts
    disagreements: tuple[Disagreement, ...]
    tier: Tier | None
    tiers: tuple[Tier, ...]
    engagement: EngagementAnswer
    fit: FitAnswer
    trust: Trust
    suspicion: SuspicionAnswer
    verdict: Verdict
    activity: ActivityAnswer
    topics: tuple[Topic, ...]
    sponsorship: SponsorshipAnswer
    partnerships: tuple[Partnership, ...]
    absent: tuple[AbsenceAnswer, ...]
    kept: tuple[KeptPart, ...]
    completeness: CompletenessAnswer
    guide: GuideAnswer
    samples: SamplesAnswer
    price: tuple[PriceAnswer, ...]
    model_version: str
    audit_id: str | None


def analyze(
    capture: Capture,
    model: Model | None = None,
    *,
    now: datetime | None = None,
    history: Sequence[EarlierVisit] = (),
    rulings: Iterable[Judgement] | None = None,
    name: str = "",
    prices: Prices | None = None,
    thresholds: Thresholds = PUBLISHED,
    search: Search | None = None,
) -> Analysis:
    """Parse ``capture`` and judge what it shows.

    ``now`` decides which posts are too young to count; it defaults to the capture's own time. ``name`` is echoed as
    ``input``. ``history`` holds the visits before this one.
    """
    return judge(
        read_capture(capture),
        model,
        now=now or capture.captured_at,
        history=history,
        rulings=rulings,
        name=name,
        capture_hash=capture.digest(),
        prices=prices,
        thresholds=thresholds,
        search=search,
    )


def judge(
    reading: Reading,
    model: Model | None = None,
    *,
    now: datetime | None = None,
    history: Sequence[EarlierVisit] = (),
    rulings: Iterable[Judgement] | None = None,
    name: str = "",
    capture_hash: str = "",
    prices: Prices | None = None,
    tallies: Tallies | None = None,
    thresholds: Thresholds = PUBLISHED,
    search: Search | None = None,
    price_asked: Price | None = None,
) -> Analysis:
    """Everything after parsing. ``tallies``: the samples, where they are more than the rows of ``reading``;
    ``price_asked``: the creator's own price."""
    tallies = tallies or tallies_of(reading)
    kept = (tuple(history), tuple(rulings or ()))
    given = Inputs(reading, tallies, now, *kept, capture_hash, name, prices, thresholds, search, price_asked)
    return conclude(given, model)


def look_of(capture: Capture, name: str, own: UserTables) -> Inputs:
    """A capture read, of nobody who was seen before. The rows of its samples are counted and let go."""
    reading = read_capture(capture)
    return Inputs(
        replace(reading, follower_rows=(), comment_rows=()),
        tallies_of(reading),
        capture.captured_at,
        history=(),
        rulings=(),
        capture_hash=capture.digest(),
        name=name,
        prices=own.prices,
        thresholds=own.thresholds,
        search=own.search,
    )


def conclude(given: Inputs, model: Model | None = None) -> Analysis:
    """From the samples' tallies on; a replay starts here."""
    return conclude_all([given], model)[0]


def conclude_all(given: Sequence[Inputs], model: Model | None = None) -> list[Analysis]:
    """The same of many looks, in order: each comes out as if it were alone, what is counted is counted for all at once."""
    model = model or load_model()
    found = explained(given, model)
    steps = guides([(one.steps, one.decided) for one in found], model)
    return [_concluded(one, guide, model) for one, guide in zip(found, steps, strict=True)]


def _concluded(one: Explained, steps: Guide, model: Model) -> Analysis:
    given, found = one.given, one.found
    facts, ok = given.reading.facts, given.reading.page in PROFILES
    said = Said(found.engagement, one.fit, one.trust, one.suspicion, found.evidence, steps, found.absent)
    version = model.version + given.thresholds.suffix
    return Analysis(
        inputs=given,
        ok=ok,
        error=None if ok else NotAProfile(),
        tier=None if facts.followers is None else tier(facts.followers.value),
        tiers=() if facts.followers is None else tiers(facts.followers.low, facts.followers.high),
        engagement=found.engagement,
        fit=one.fit,
        trust=one.trust,
        suspicion=one.suspicion,
        verdict=advise(one.row, said),
        completeness=one.seen,
        guide=steps,
        price=found.price,
        activity=found.activity,
        content=found.content,
        absent=found.absent,
        ends=found.ends,
        model_version=version,
        audit_id=_audit_id(given, version),
        asked=found.numbers(),
    )


def _audit_id(given: Inputs, version: str) -> str:
    """The same for the same inputs under the same model and the same own tables."""
    reading = given.reading
    is_completed = bool(reading.kept) or any(post.read_at is not None for post in reading.facts.posts)
    facts = shown(reading.facts) if is_completed or not given.capture_hash else None
    parts: list[Any] = [given.capture_hash, facts, given.now, given.history, given.rulings, version]
    parts += beside_the_capture(given.tallies)
    if given.prices is not None:
        parts.append({"prices": given.prices})
    if given.search is not None:
        parts.append({"search": given.search})
    if given.price_asked is not None:
        parts.append({"price_asked": given.price_asked})
    return hashlib.sha256(own_json.dumps(parts)).hexdigest()[:16]
