"""What stands before the words: columns, scores, engagement and price of one creator, or of many at once.

No rule of the user's changes any of it: the thresholds of the table and the search are asked afterwards.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime

import numpy as np
from msgspec import Struct

from server.facts import Count, Reading
from server.metrics.activity import Activity, activity_of
from server.metrics.arrays import FloatArray
from server.metrics.columns import Columns, measure
from server.metrics.eligibility import LeftOut, eligible_posts
from server.metrics.sponsors import sponsorship_of
from server.money import Price
from server.scoring.absent import Absence, absences
from server.scoring.corners import CORNERS, Ends, cornered
from server.scoring.creator import Evidence, ends_of
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

_EIGHT = 8


class Inputs(Struct, frozen=True):
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


class Measured(Struct, frozen=True):
    """What stands before the words: everything that the verdict table and the search are asked about."""

    evidence: Evidence
    shown: Mapping[str, float]
    """Every column of one value, as shown; NaN for what is not known."""
    scores: Scores
    """Of this creator alone."""
    engagement: Engagement
    activity: Activity
    content: Content
    absent: tuple[Absence, ...]
    price: tuple[PriceRange, ...]
    asked: Mapping[str, float]
    """What the verdict table is asked about beside the search."""
    known: Mapping[str, float]
    """What the search is asked about."""
    ends: Ends
    """The creator in numbers, from which a later model judges it anew."""

    def numbers(self) -> dict[str, float]:
        """Both as plain numbers, for what is kept: all that a verdict under other rules needs."""
        return dict(self.asked) | dict(self.known)


class _Seen(Struct, frozen=True):
    """One creator before any number is worked out."""

    given: Inputs
    evidence: Evidence
    left_out: tuple[LeftOut, ...]
    posts_in_all: int | None

    @classmethod
    def of(cls, given: Inputs) -> _Seen:
        facts, tallies = given.reading.facts, given.tallies
        total = None if facts.post_count is None else facts.post_count.high
        kept, left_out = eligible_posts(facts.posts, facts.username, given.now, total)
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
        return cls(given, evidence, left_out, total)


def measured(given: Inputs, model: Model | None = None) -> Measured:
    """Columns, scores, engagement and price; neither the thresholds of the table nor the search change any of them."""
    return measured_all([given], model)[0]


def measured_all(given: Sequence[Inputs], model: Model | None = None) -> list[Measured]:
    """The same of many creators, in order, in few passes of numpy; each comes out as if it were alone."""
    found: dict[int, Measured] = {}
    seen = [_Seen.of(one) for one in given]
    for places in passes([len(one.evidence.posts) for one in seen]):
        found.update(
            zip(places, _pass([seen[place] for place in places], model or load_model()), strict=True)
        )
    return [found[place] for place in range(len(given))]


def passes(n_posts: Sequence[int]) -> Iterable[list[int]]:
    """Places of creators that are measured together, by their number of posts.

    A row that is filled up with unknown posts adds up to the same last bit only within the same eights: numpy adds by
    eights (of posts, and of the gaps between them, which are one fewer).
    """
    groups: dict[tuple[int, int], list[int]] = {}
    for place, n in enumerate(n_posts):
        groups.setdefault((n // _EIGHT, (n - 1) // _EIGHT), []).append(place)
    return groups.values()


def _pass(seen: Sequence[_Seen], model: Model) -> Iterator[Measured]:
    ends = ends_of([one.evidence for one in seen])
    columns = measure(cornered(ends))
    innocent = [innocent_rulings(by_signal(one.given.rulings)) for one in seen]
    scores = score(columns, model, CORNERS, innocent)
    engagements = measure_engagement(columns, [one.left_out for one in seen])
    asked = _by_creator(_asked(scores, columns, engagements))
    shown = _by_creator({name: column for name, column in columns.items() if column.ndim == 1}, len(seen))
    for place, one in enumerate(seen):
        numbers = _Numbers(shown[place], scores.of(place), engagements[place], asked[place], ends[place])
        yield _measured(one, numbers)


class _Numbers(Struct, frozen=True):
    """What numpy says of one creator."""

    shown: Mapping[str, float]
    scores: Scores
    engagement: Engagement
    asked: Mapping[str, float]
    ends: Ends


def _measured(seen: _Seen, found: _Numbers) -> Measured:
    given, facts, engagement = seen.given, seen.evidence.facts, found.engagement
    price = _price(facts.followers, engagement, given.prices or load_prices())
    activity = activity_of(facts.posts, facts.username, given.now, seen.posts_in_all)
    paid = sponsorship_of(facts.posts, seen.evidence.posts, facts.followers, given.now)
    content = Content(topics_of(facts), languages_of(facts), paid, given.now)
    return Measured(
        evidence=seen.evidence,
        shown=found.shown,
        scores=found.scores,
        engagement=engagement,
        activity=activity,
        content=content,
        absent=absences(facts, seen.evidence.posts, seen.left_out),
        price=price,
        asked=found.asked,
        known=known_for_fit(facts, engagement.band, price, activity, content),
        ends=found.ends,
    )


def _asked(scores: Scores, columns: Columns, engagements: Sequence[Engagement]) -> Mapping[str, FloatArray]:
    """What the verdict table is asked about n creators beside the search, (n,) each."""
    low = np.array([float(one.is_low) for one in engagements])
    hidden = [sum(left.reason == "likes_hidden" for left in one.left_out) for one in engagements]
    return inputs(scores, columns, low, np.array(hidden, dtype=np.float64))


def _by_creator(columns: Mapping[str, FloatArray], n: int | None = None) -> list[dict[str, float]]:
    """Columns of the first n creators, or of all, as a mapping each."""
    rows = zip(*(column[:n].tolist() for column in columns.values()), strict=True)
    return [dict(zip(columns, row, strict=True)) for row in rows]


def by_signal(rulings: Iterable[Judgement]) -> dict[str, Judgement]:
    return {ruling.signal: ruling for ruling in rulings}


def _price(size: Count | None, engagement: Engagement, prices: Prices) -> tuple[PriceRange, ...]:
    if size is None:
        return ()
    rate = engagement.rate.value
    return prices.expected(size.value, None if rate is None else rate / 100 * size.value)
