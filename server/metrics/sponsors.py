"""Whom a creator worked for, and whether paid posts do as well as the others: by what was seen, with its numbers."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable, Sequence
from datetime import datetime, timedelta

import numpy as np
from msgspec import Struct, field
from msgspec.structs import replace

from server.facts import Count, Post
from server.metrics.arrays import FloatArray
from server.metrics.engagement import Counts, engagement_rate
from server.metrics.partnerships import Partnership, partnerships_of

_DAY = timedelta(days=1)
_SOUND = re.compile(r"[^a-z0-9]")
_ADDED = re.compile(
    r"(?:vn|vietnam|official|store|shop|brand|hn|sg|hanoi|saigon|hq|global|asia|us|uk|th|id|kr|jp|real|[0-9])*"
)
"""What a brand adds to its name where the plain one is taken; anything else makes another name of it."""


class Sponsor(Struct, frozen=True, kw_only=True):
    """One brand in the posts that were seen."""

    name: str
    """User name."""
    posts: int
    first: datetime | None
    last: datetime | None
    """UTC; None where no post of theirs is dated."""
    is_rival: bool = field(name="rival", default=False)


class RateOfPosts(Struct, frozen=True):
    """Median of (likes + comments) / followers in percent with its 95 % interval; None from no post."""

    n_posts: int
    value: float | None = None
    low: float | None = None
    high: float | None = None


class SponsorshipAnswer(Struct, frozen=True, kw_only=True):
    """Paid work as an analysis says it."""

    sponsors: tuple[Sponsor, ...]
    paid: RateOfPosts
    unpaid: RateOfPosts
    looked_back_days: int | None


class Sponsorship(Struct, frozen=True):
    """Paid work as far as it was seen."""

    sponsors: tuple[Sponsor, ...]
    """The latest first."""
    paid: RateOfPosts
    unpaid: RateOfPosts
    looked_back_days: float | None
    """How far back the posts go whose caption or label was seen; None where none was."""

    def answer(self, rivals: Iterable[str]) -> SponsorshipAnswer:
        """With the sponsors marked that are one of ``rivals``, whose names are given as people write them."""
        names = tuple(rivals)
        days = self.looked_back_days
        return SponsorshipAnswer(
            sponsors=tuple(replace(each, is_rival=is_one_of(each.name, names)) for each in self.sponsors),
            paid=self.paid,
            unpaid=self.unpaid,
            looked_back_days=None if days is None else int(days),
        )


def sponsorship_of(
    posts: Sequence[Post], eligible: Collection[Post], followers: Count | None, now: datetime | None
) -> Sponsorship:
    """Of the posts that were seen; rates from the ``eligible`` ones alone, as everywhere."""
    paid = partnerships_of(posts)
    codes = {found.shortcode for found in paid}
    told = [post for post in eligible if is_told(post)]
    return Sponsorship(
        _sponsors(paid),
        _rate([post for post in told if post.shortcode in codes], followers),
        _rate([post for post in told if post.shortcode not in codes], followers),
        _looked_back(posts, now),
    )


def is_one_of(username: str, names: Iterable[str]) -> bool:
    """Whether a user name is that of one of the brands: "Hoa Sen" is @hoasen and @hoasen.official.

    >>> is_one_of("hoa.sen_vn", ["Hoa Sen"]), is_one_of("hoasua", ["Hoa Sen"])
    (True, False)
    """
    handle = _letters(username)
    wanted = [_letters(name.lstrip("@")) for name in names]
    return any(
        name and handle.startswith(name) and _ADDED.fullmatch(handle[len(name) :]) is not None
        for name in wanted
    )


def is_told(post: Post) -> bool:
    """Whether the page told of a post if it is paid: by its caption, or by Instagram's own label."""
    return post.caption is not None or post.is_sponsored is not None


def _letters(name: str) -> str:
    apart = unicodedata.normalize("NFKD", name.casefold().replace("đ", "d"))
    return _SOUND.sub("", apart)


def _sponsors(paid: Iterable[Partnership]) -> tuple[Sponsor, ...]:
    dates: dict[str, list[datetime | None]] = {}
    for found in paid:
        for name in found.brands:
            dates.setdefault(name, []).append(found.taken_at)
    sponsors = [_sponsor(name, seen) for name, seen in dates.items()]
    return tuple(sorted(sponsors, key=lambda one: (-(one.last.timestamp() if one.last else 0.0), one.name)))


def _sponsor(name: str, dates: Sequence[datetime | None]) -> Sponsor:
    known = sorted(date for date in dates if date is not None)
    first, last = (known[0], known[-1]) if known else (None, None)
    return Sponsor(name=name, posts=len(dates), first=first, last=last)


def _rate(posts: Sequence[Post], followers: Count | None) -> RateOfPosts:
    counted = [post for post in posts if post.likes is not None and post.comments is not None]
    if not counted or followers is None or not followers.low:
        return RateOfPosts(len(counted))
    rate = engagement_rate(
        _counts([post.likes for post in counted]),
        _counts([post.comments for post in counted]),
        Counts(*(np.array([float(end)]) for end in (followers.value, followers.low, followers.high))),
    )
    ends = (round(100 * float(end[0]), 3) for end in (rate.value, rate.low, rate.high))
    return RateOfPosts(len(counted), *ends)


def _counts(counts: Sequence[Count | None]) -> Counts:
    known = [count for count in counts if count is not None]
    ends: list[FloatArray] = [
        np.array([[float(getattr(count, end)) for count in known]]) for end in ("value", "low", "high")
    ]
    return Counts(*ends)


def _looked_back(posts: Sequence[Post], now: datetime | None) -> float | None:
    """Days from ``now`` to the oldest post of an unbroken look: a pinned one may be older than what lies between."""
    regular = [post for post in posts if not post.is_pinned]
    dates = [post.taken_at for post in regular if post.taken_at is not None and is_told(post)]
    if now is None or not dates or not all(is_told(post) for post in regular):
        return None
    return max((now - min(dates)) / _DAY, 0.0)
