"""A sample that an earlier visit read, used again where this one reads none or a smaller one.

Of a sample only counts are left, so it cannot be joined with rows read now: nobody could tell who is in both. One of
the two is used as a whole, and an earlier one always with its date.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from typing import TypeVar

from msgspec import Struct

from server.facts import Count
from server.samples.comments import FULL_COMMENTS, CommentTally
from server.samples.followers import ENOUGH_ROWS, FollowerTally, stated, with_estimate
from server.samples.intervals import Estimate

MAX_AGE = timedelta(days=90)
"""An older sample is not used: who follows and who comments is another crowd by then."""
FRESH = timedelta(days=30)
"""Up to here a larger sample is used before a full one of now; then the new one is."""
MAX_CHANGED = 0.25
"""Share of a follower list that may have come or gone since; beyond that it is another list."""
_CLOCKS = timedelta(minutes=30)
"""A visit may lie so much ahead: two browsers, two clocks."""


class EarlierSamples(Struct, frozen=True):
    """The samples of one earlier visit."""

    at: datetime
    size: Count | None
    """Followers of the creator at that time."""
    followers: FollowerTally | None = None
    comments: CommentTally | None = None


class Origin(Struct, frozen=True):
    """Where a sample comes from that this check did not read itself."""

    at: datetime
    """When it was read."""
    n_now: int
    """Rows of its kind that this check read: fewer, and therefore left aside."""
    size: Count | None = None
    """How many followers the list had then; None for comments."""
    changed: float = 0.0
    """Share of the list that has come or gone since, at least; rounding is no change. 0 for comments."""


def read_at(origin: Origin | None) -> datetime | None:
    """When an earlier visit read a sample; None where this check did."""
    return None if origin is None else origin.at


Tally = TypeVar("Tally", FollowerTally, CommentTally)


def follower_sample(
    own: FollowerTally | None, kept: Iterable[EarlierSamples], now: datetime, size: Count | None
) -> tuple[FollowerTally | None, Origin | None]:
    """The sample to judge by, and where it comes from; None there: this check read it itself.

    ``size``: the followers of now. Without it, or without that of then, nobody knows how much of the list is the same.
    """
    usable = [
        (visit, visit.followers)
        for visit in _recent(kept, now)
        if visit.followers is not None and changed(visit.size, size) <= MAX_CHANGED
    ]
    found = _better(0 if own is None else own.n, usable, ENOUGH_ROWS, now)
    if found is None:
        return own, None
    visit, tally = found
    origin = Origin(visit.at, 0 if own is None else own.n, visit.size, changed(visit.size, size))
    return aged(tally, visit.size, size), origin


def comment_sample(
    own: CommentTally | None, kept: Iterable[EarlierSamples], now: datetime
) -> tuple[CommentTally | None, Origin | None]:
    """The same for comments, which do not depend on how many follow."""
    usable = [(visit, visit.comments) for visit in _recent(kept, now) if visit.comments is not None]
    found = _better(0 if own is None else own.n, usable, FULL_COMMENTS, now)
    if found is None:
        return own, None
    visit, tally = found
    return tally, Origin(visit.at, 0 if own is None else own.n)


def changed(then: Count | None, now: Count | None) -> float:
    """Share of the longer list that is not in the other one, at least, to four places; 1 where one is unknown."""
    if then is None or now is None:
        return 1.0
    difference = max(now.low - then.high, then.low - now.high, 0)
    return round(difference / max(now.low, then.low, 1), 4)


def aged(tally: FollowerTally, then: Count | None, now: Count | None) -> FollowerTally:
    """The tally with the interval that holds for the list of now.

    Who came since was not in the list that was sampled, and who went may have been any of it: between none and all of
    them may be suspicious (bounds without an assumption, Manski 1990). The value stays where one may still be said.
    """
    share, part = tally.suspicious, changed(then, now)
    if share is None or part == 0 or then is None or now is None:
        return tally
    low, high = _grown(share, part) if now.low > then.high else _shrunk(share, part)
    low, high = min(low, share.low), max(high, share.high)
    return with_estimate(tally, stated(low, high, share.value))


def _grown(share: Estimate, part: float) -> tuple[float, float]:
    return share.low * (1 - part), share.high * (1 - part) + part


def _shrunk(share: Estimate, part: float) -> tuple[float, float]:
    return max(0.0, (share.low - part) / (1 - part)), min(1.0, share.high / (1 - part))


def _recent(kept: Iterable[EarlierSamples], now: datetime) -> list[EarlierSamples]:
    """Newest first."""
    found = [visit for visit in kept if -_CLOCKS <= now - visit.at <= MAX_AGE]
    return sorted(found, key=lambda visit: visit.at, reverse=True)


def _better(
    n_own: int, usable: Sequence[tuple[EarlierSamples, Tally]], enough: int, now: datetime
) -> tuple[EarlierSamples, Tally] | None:
    """The largest sample that is FRESH if it is full, else the newest full one, else the largest; None where the own
    one is as good.

    A full sample of now stands beside a larger one that is FRESH: part of a page must not overrule the whole of it.
    """
    full = [pair for pair in usable if pair[1].n >= enough]
    fresh = [pair for pair in full if now - pair[0].at <= FRESH] or full[:1] or usable
    best = max(fresh, key=lambda pair: pair[1].n, default=None)
    if best is None or n_own >= best[1].n:
        return None
    is_old = now - best[0].at > FRESH
    return None if is_old and n_own >= enough else best
