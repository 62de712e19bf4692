"""All that was seen of a creator, and the numbers in it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

import numpy as np
from msgspec import Struct

from server.facts import Count, Facts, Post
from server.messages import Text
from server.metrics.arrays import FloatArray
from server.metrics.growth import churn, daily_growth, jumps
from server.samples.comments import CommentTally
from server.samples.earlier import Origin
from server.samples.followers import FollowerTally
from server.samples.own_lists import OwnLists
from server.samples.shared_commenters import SharedTally
from server.scoring.benchmarks import load_benchmarks
from server.scoring.corners import UNKNOWN, Bounds, Ends
from server.scoring.records import EarlierVisit

DAY = 86_400.0
_NEXT_VISIT = 0.5
"""Days after a visit before another one tells something about growth."""


class Evidence(Struct, frozen=True):
    """All that was seen of one creator."""

    facts: Facts
    posts: tuple[Post, ...]
    """The eligible ones, newest first."""
    followers: FollowerTally | None = None
    comments: CommentTally | None = None
    history: tuple[EarlierVisit, ...] = ()
    now: datetime | None = None
    pods: SharedTally | None = None
    followers_from: Origin | None = None
    """The earlier visit that read the sample of followers; None where this check did."""
    comments_from: Origin | None = None
    sources: tuple[Text, ...] = ()
    """The dates of such samples in words."""
    usual: OwnLists | None = None
    """What is usual in the user's other follower lists."""


def ends_of(creators: Sequence[Evidence]) -> list[Ends]:
    """Each creator in numbers, with what the benchmarks say of the size."""
    followers = np.array([_bounds(one.facts.followers) for one in creators], dtype=np.float64)
    usual = load_benchmarks().default.expected_rate(followers.reshape(-1)).reshape(-1, 3).tolist()
    return [_ends(one, (rate[0], rate[1], rate[2])) for one, rate in zip(creators, usual, strict=True)]


def _ends(evidence: Evidence, usual: Bounds) -> Ends:
    facts, posts = evidence.facts, evidence.posts
    given = {
        "followers": _bounds(facts.followers),
        "following": _bounds(facts.following),
        "post_count": _bounds(facts.post_count),
        "expected_rate": usual,
        **_profile(evidence),
        **_follower_shares(evidence),
        **_comment_shares(evidence),
        **_growth(evidence),
    }
    of_posts = {
        "likes": [_bounds(post.likes) for post in posts],
        "comments": [_bounds(post.comments) for post in posts],
        "plays": [_bounds(post.plays) for post in posts],
        "days": [_same(_days(post.taken_at)) for post in posts],
    }
    return Ends(given, of_posts)


def _bounds(count: Count | None) -> Bounds:
    return UNKNOWN if count is None else (count.value, count.low, count.high)


def _days(at: datetime | None) -> float:
    return np.nan if at is None else at.timestamp() / DAY


Bounded = dict[str, Bounds]


def _same(value: float) -> Bounds:
    return value, value, value


def _profile(evidence: Evidence) -> Bounded:
    facts = evidence.facts
    known: Bounded = {}
    if facts.biography is not None:
        known["bio_length"] = _same(len(facts.biography))
    if (
        facts.links is not None
    ):  # a biography may also come without the header, and links are drawn as a button there
        known["has_link"] = _same(float(bool(facts.links)))
    if facts.external_url:
        known["has_link"] = _same(1.0)
    first = _first_post_days(evidence)
    return known if first is None else known | {"first_post_days": _same(first)}


def _first_post_days(evidence: Evidence) -> float | None:
    """Age of the first post in days, if the page showed every post with its date."""
    facts = evidence.facts
    dates = [post.taken_at for post in facts.posts if post.taken_at is not None]
    if evidence.now is None or facts.post_count is None or not dates:
        return None
    if len(dates) < facts.post_count.high or len(dates) < len(facts.posts):
        return None
    return max((evidence.now - min(dates)).total_seconds() / DAY, 0.0)


def _follower_shares(evidence: Evidence) -> Bounded:
    tally = evidence.followers
    if tally is None or tally.n == 0:
        return {}
    shares: Bounded = {"follower_rows": _same(tally.n)}
    if tally.suspicious is not None:
        low = tally.suspicious.low  # what is proven counts; how much more it may be only widens the range
        shares["suspicious_share"] = (low, low, tally.suspicious.high)
        shares["rows_with_signs"] = _same(tally.n_with_signs)
    if tally.n_photo_known:
        shares["no_photo_share"] = _same(tally.n_no_photo / tally.n_photo_known)
        shares["no_photo_rows"] = _same(tally.n_no_photo)
        shares["photo_rows"] = _same(tally.n_photo_known)
    return shares


def _comment_shares(evidence: Evidence) -> Bounded:
    tally = evidence.comments
    if tally is None or tally.n == 0:
        return {}
    counts = {
        "generic_share": tally.n_generic,
        "emoji_share": tally.n_emoji_only,
        "mention_share": tally.n_mention_only,
        "duplicate_share": tally.n_duplicate,
        "spam_share": tally.n_spam,
    }
    if tally.n_posts > 1:
        counts["template_share"] = tally.n_duplicate_across_posts
    shares = {name: _same(k / tally.n) for name, k in counts.items()}
    shares |= {"comment_rows": _same(tally.n), "opened_posts": _same(tally.n_posts)}
    if tally.n_regulars is not None and tally.n_people:
        shares["regulars_share"] = _same(tally.n_regulars / tally.n_people)
    if tally.median_reply_delay_s is not None:
        shares["reply_delay"] = _same(tally.median_reply_delay_s)
    pods = evidence.pods
    if pods is not None and pods.is_above_chance:
        shares["shared_share"] = (pods.share, pods.low, pods.high)
    return shares


def _growth(evidence: Evidence) -> Bounded:
    """Jumps and churn over the visits at least half a day apart, this one included."""
    visits = spaced_visits(evidence)
    known = [visit for visit in visits if visit.followers is not None]
    columns = {"visits": float(len(visits))}
    if len(known) > 1:
        shown, low, high = np.array([_bounds(visit.followers) for visit in known], dtype=np.float64).T
        days = np.array([_days(visit.at) for visit in known])
        growth = daily_growth(low[None], high[None], days[None])
        rise, fall = jumps(growth)
        columns |= {"growth_rise": float(rise[0]), "growth_fall": float(fall[0])}
        columns |= _step("rise", int(np.argmax(growth[0])), shown, days)
        columns |= _step("fall", int(np.argmin(growth[0])), -shown, days)
    following = [float(visit.following) for visit in visits if visit.following is not None]
    if len(following) > 1:
        columns["following_churn"] = float(churn(np.array([following]))[0])
    return {name: _same(value) for name, value in columns.items()}


def _step(name: str, place: int, followers: FloatArray, days: FloatArray) -> dict[str, float]:
    """The step from visit ``place`` to the next one: by how much, from when, to when."""
    by = max(0.0, float(followers[place + 1] - followers[place]))
    return {f"{name}_by": by, f"{name}_from": float(days[place]), f"{name}_to": float(days[place + 1])}


def spaced_visits(evidence: Evidence) -> list[EarlierVisit]:
    """Earlier visits and this one, oldest first, none within half a day of the one before it."""
    facts, now = evidence.facts, evidence.now
    visits = sorted((v for v in evidence.history if now is None or v.at < now), key=lambda visit: visit.at)
    if now is not None:
        following = None if facts.following is None else facts.following.value
        visits.append(EarlierVisit(now, facts.followers, following))
    kept: list[EarlierVisit] = []
    for visit in visits:
        if not kept or _days(visit.at) - _days(kept[-1].at) >= _NEXT_VISIT:
            kept.append(visit)
    return kept
