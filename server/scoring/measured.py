"""What stands before the words: columns, scores, engagement and price of one creator.

No rule of the user's changes any of it: the thresholds of the table and the search are asked afterwards.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

import numpy as np

from server.facts import Count, Reading
from server.metrics.activity import Activity, activity_of
from server.metrics.arrays import FloatArray
from server.metrics.columns import Columns, measure
from server.metrics.eligibility import eligible_posts
from server.metrics.sponsors import sponsorship_of
from server.money import Price
from server.scoring.absent import Absence, absences
from server.scoring.columns_kept import pack
from server.scoring.creator import CORNERS, Evidence, creator_batch
from server.scoring.engagement import Engagement, measure_engagement
from server.scoring.fit import Content, known_for_fit
from server.scoring.model import Model, load_model
from server.scoring.prices import PriceRange, Prices, load_prices
from server.scoring.records import EarlierVisit, Judgement
from server.scoring.scorecard import Scores, score
from server.scoring.searches import Search
from server.scoring.suspicion import innocent_rulings
from server.scoring.tallies import Tallies, sources
from server.scoring.thresholds import PUBLISHED, Thresholds
from server.scoring.verdict import inputs
from server.topics.language import languages_of
from server.topics.topics import topics_of


@dataclass(frozen=True, slots=True)
class Inputs:
    """Everything a verdict depends on beside the model; an audit file keeps it."""

    reading: Reading
    tallies: Tallies
    now: datetime | None
    history: tuple[EarlierVisit, ...]
    rulings: tuple[Judgement, ...]
    capture_hash: str
    name: str
    prices: Prices | None = None
    """The user's own tables; None for the ones that ship."""
    thresholds: Thresholds = PUBLISHED
    """What the verdict table asks for."""
    search: Search | None = None
    """What the marketer looks for; None while the search is off."""
    price_asked: Price | None = None
    """The amount that the creator asked, without words; None where there is none, or no limit to hold it against."""


@dataclass(frozen=True, slots=True)
class Measured:
    """What stands before the words: everything that the verdict table and the search are asked about."""

    evidence: Evidence
    columns: Columns
    scores: Scores
    engagement: Engagement
    activity: Activity
    content: Content
    absent: tuple[Absence, ...]
    price: tuple[PriceRange, ...]
    known: Mapping[str, float]
    """What the search is asked about."""
    packed: str
    """The columns of the creator, for a later model."""

    def numbers(self) -> dict[str, float]:
        """Both as plain numbers, for what is kept: all that a verdict under other rules needs."""
        return numbers(self.table_inputs(), self.known)

    def table_inputs(self) -> dict[str, FloatArray]:
        """What the verdict table is asked about beside the search, (1,) each."""
        hidden = sum(left.reason == "likes_hidden" for left in self.engagement.left_out)
        low = np.array([float(self.engagement.is_low)])
        return inputs(self.scores, self.columns, low, np.array([float(hidden)]))


def measured(given: Inputs, model: Model | None = None) -> Measured:
    """Columns, scores, engagement and price; neither the thresholds of the table nor the search change any of them."""
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
        tallies.usual,
    )
    batch = creator_batch(evidence)
    columns = measure(batch)
    scores = score(columns, model or load_model(), CORNERS, [innocent_rulings(by_signal(given.rulings))])
    engagement = measure_engagement(batch, columns, left_out)
    price = _price(facts.followers, engagement, given.prices or load_prices())
    activity = activity_of(facts.posts, facts.username, given.now, total)
    paid = sponsorship_of(facts.posts, kept, facts.followers, given.now)
    content = Content(topics_of(facts), languages_of(facts), paid, given.now)
    known = known_for_fit(facts, engagement.band, price, activity, content)
    absent = absences(facts, kept, left_out)
    return Measured(
        evidence, columns, scores, engagement, activity, content, absent, price, known, pack(batch)
    )


def numbers(table: Mapping[str, FloatArray], known: Mapping[str, float]) -> dict[str, float]:
    """What verdict table and search are asked about one creator, as plain numbers."""
    return {name: values.item(0) for name, values in table.items()} | dict(known)


def by_signal(rulings: Iterable[Judgement]) -> dict[str, Judgement]:
    return {ruling.signal: ruling for ruling in rulings}


def _price(size: Count | None, engagement: Engagement, prices: Prices) -> tuple[PriceRange, ...]:
    if size is None:
        return ()
    rate = engagement.rate.value
    return prices.expected(size.value, None if rate is None else rate / 100 * size.value)
