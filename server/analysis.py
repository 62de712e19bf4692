"""From a capture to a verdict: the only module that knows the order.

No clock, no store, no network: the same capture, history and rulings always give the same Analysis.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from server.capture import Capture
from server.errors import NotAProfile, SoiError
from server.facts import Count, Facts, Reading
from server.metrics.arrays import FloatArray
from server.metrics.columns import Columns, measure
from server.metrics.eligibility import eligible_posts
from server.metrics.tiers import Tier, tier, tiers
from server.parsing import read_capture
from server.scoring.absent import Absence, absences
from server.scoring.advice import Verdict, advise
from server.scoring.benchmarks import load_benchmarks
from server.scoring.completeness import Completeness, completeness
from server.scoring.creator import CORNERS, Evidence, creator_batch
from server.scoring.engagement import Engagement, measure_engagement
from server.scoring.facts_json import facts_to_json
from server.scoring.guide import Guide, guide
from server.scoring.model import Model, load_model
from server.scoring.prices import PriceRange, Prices, load_prices
from server.scoring.records import Ruling, Visit, count_to_json, iso
from server.scoring.scorecard import Scores, score
from server.scoring.suspicion import Suspicion, explain, innocent_rulings
from server.scoring.tallies import Tallies, beside_the_capture, samples_to_json, sources, tallies_of
from server.scoring.thresholds import PUBLISHED, Thresholds
from server.scoring.verdict import decide, inputs, load_table

PROFILES = ("profile", "private_profile")
ANSWERED = (*PROFILES, "post")
"""Kinds of page that are answered with HTTP 200."""


@dataclass(frozen=True, slots=True)
class Inputs:
    """Everything a verdict depends on beside the model; an audit file keeps it."""

    reading: Reading
    tallies: Tallies
    now: datetime | None
    history: tuple[Visit, ...]
    rulings: tuple[Ruling, ...]
    capture_hash: str
    name: str
    prices: Prices | None = None
    """The user's own tables; None for the ones that ship."""
    thresholds: Thresholds = PUBLISHED
    """What the verdict table asks for."""


@dataclass(frozen=True, slots=True)
class Analysis:
    """The answer of a check, in the shape of the contract by ``to_json``."""

    inputs: Inputs
    ok: bool
    error: SoiError | None
    tier: Tier | None
    tiers: tuple[Tier, ...]
    """Every tier that the rounding of the followers allows."""
    engagement: Engagement
    suspicion: Suspicion
    verdict: Verdict
    completeness: Completeness
    guide: Guide
    price: tuple[PriceRange, ...]
    absent: tuple[Absence, ...]
    """What this page cannot show."""
    model_version: str
    audit_id: str
    asked: Mapping[str, float]
    """What the verdict table was asked about; NaN for what is not known. Not part of the JSON."""

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
        """Analysis of the contract; keys that it does not name are additions."""
        return {
            "input": self.inputs.name,
            "ok": self.ok,
            "error": None if self.error is None else self.error.to_json(),
            "page": self.page,
            "facts": facts_to_json(self.facts),
            "disagreements": [
                {"field": d.field, "values": [count_to_json(c) for c in d.values]}
                for d in self.inputs.reading.disagreements
            ],
            "tier": self.tier,
            "tiers": list(self.tiers),
            "engagement": self.engagement.to_json(),
            "suspicion": self.suspicion.to_json(),
            "verdict": self.verdict.to_json(),
            "absent": [absence.to_json() for absence in self.absent],
            "completeness": self.completeness.to_json(),
            "guide": self.guide.to_json(),
            "samples": samples_to_json(self.inputs.tallies),
            "price": [price.to_json() for price in self.price],
            "model_version": self.model_version,
            "audit_id": self.audit_id,
        }

    def to_audit(self) -> dict[str, Any]:
        """What a replay needs, see server.audit."""
        from server.audit import audit_of  # noqa: PLC0415 - the audit replays analyses, so it imports this module

        return audit_of(self)


def analyze(
    capture: Capture,
    model: Model | None = None,
    *,
    now: datetime | None = None,
    history: Sequence[Visit] = (),
    rulings: Iterable[Ruling] | None = None,
    name: str = "",
    prices: Prices | None = None,
    thresholds: Thresholds = PUBLISHED,
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
    )


def judge(
    reading: Reading,
    model: Model | None = None,
    *,
    now: datetime | None = None,
    history: Sequence[Visit] = (),
    rulings: Iterable[Ruling] | None = None,
    name: str = "",
    capture_hash: str = "",
    prices: Prices | None = None,
    tallies: Tallies | None = None,
    thresholds: Thresholds = PUBLISHED,
) -> Analysis:
    """Everything after parsing. ``tallies``: the samples, where they are more than the rows of ``reading``."""
    tallies = tallies or tallies_of(reading)
    kept = (tuple(history), tuple(rulings or ()))
    given = Inputs(reading, tallies, now, *kept, capture_hash, name, prices, thresholds)
    return conclude(given, model)


@dataclass(frozen=True, slots=True)
class Measured:
    """What stands before the words: everything that the verdict table is asked about."""

    evidence: Evidence
    columns: Columns
    scores: Scores
    engagement: Engagement
    absent: tuple[Absence, ...]

    def asked(self) -> dict[str, FloatArray]:
        """The inputs of the verdict table, (corners,) each; the first is the creator as seen."""
        return inputs(self.scores, self.columns, self.engagement.rates(), load_benchmarks().default)


def measured(given: Inputs, model: Model | None = None) -> Measured:
    """Columns, scores and engagement; the thresholds of the table change none of them."""
    facts = given.reading.facts
    total = None if facts.post_count is None else facts.post_count.high
    kept, left_out = eligible_posts(facts.posts, facts.username, given.now, total)
    tallies = given.tallies
    evidence = Evidence(
        facts,
        kept,
        tallies.followers,
        tallies.comments,
        given.history,
        given.now,
        tallies.pods,
        tallies.followers_from,
        tallies.comments_from,
        sources(tallies),
    )
    batch = creator_batch(evidence)
    columns = measure(batch)
    scores = score(columns, model or load_model(), CORNERS, innocent_rulings(_by_signal(given.rulings)))
    engagement = measure_engagement(batch, columns, left_out)
    return Measured(evidence, columns, scores, engagement, absences(facts, kept, left_out))


def conclude(given: Inputs, model: Model | None = None) -> Analysis:
    """From the samples' tallies on; a replay starts here."""
    model = model or load_model()
    facts, ok = given.reading.facts, given.reading.page in PROFILES
    found = measured(given, model)
    evidence, engagement = found.evidence, found.engagement
    suspicion = explain(found.scores, found.columns, evidence, model, _by_signal(given.rulings))
    sizes = () if facts.followers is None else tiers(facts.followers.low, facts.followers.high)
    seen = completeness(evidence, int(given.thresholds.values["least_posts"]))
    steps = guide(seen, evidence, found.scores, model)
    table = load_table(given.thresholds)
    asked = found.asked()
    row = table[int(decide(asked, table)[0])]
    version = model.version + given.thresholds.suffix
    return Analysis(
        inputs=given,
        ok=ok,
        error=None if ok else NotAProfile(),
        tier=None if facts.followers is None else tier(facts.followers.value),
        tiers=sizes,
        engagement=engagement,
        suspicion=suspicion,
        verdict=advise(
            row,
            sizes,
            engagement,
            suspicion,
            steps,
            evidence=evidence,
            lacks_history=seen.lacks("own_history"),
        ),
        completeness=seen,
        guide=steps,
        price=_price(facts.followers, engagement, given.prices or load_prices()),
        absent=found.absent,
        model_version=version,
        audit_id=_audit_id(given, version),
        asked={name: float(values[0]) for name, values in asked.items()},
    )


def _by_signal(rulings: Iterable[Ruling]) -> dict[str, Ruling]:
    return {ruling.signal: ruling for ruling in rulings}


def _price(size: Count | None, engagement: Engagement, prices: Prices) -> tuple[PriceRange, ...]:
    if size is None:
        return ()
    rate = engagement.rate.value
    return prices.expected(size.value, None if rate is None else rate / 100 * size.value)


def _audit_id(given: Inputs, version: str) -> str:
    """The same for the same inputs under the same model and the same own tables."""
    history = [visit.to_json() for visit in given.history]
    rulings = [ruling.to_json() for ruling in given.rulings]
    facts = facts_to_json(given.reading.facts) if not given.capture_hash else None
    parts = [given.capture_hash, facts, iso(given.now), history, rulings, version]
    parts += beside_the_capture(given.tallies)
    if given.prices is not None:
        parts.append({"prices": asdict(given.prices)})
    return hashlib.sha256(json.dumps(parts, sort_keys=True).encode()).hexdigest()[:16]
