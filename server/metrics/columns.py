"""A batch of creators as columns: what signals read.

Every column has a row per creator, (n,) or (n, n_posts), and holds NaN where nothing is known.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache

import numpy as np
from msgspec import Struct, field

from server.metrics import spread
from server.metrics.arrays import FloatArray, count, divide, median
from server.metrics.engagement import comments_per_100_likes, likes_per_play

Columns = dict[str, FloatArray]

GIVEN: dict[str, str] = {
    "followers": "followers",
    "following": "accounts the creator follows",
    "post_count": "posts of the account",
    "expected_rate": "median engagement rate for this size, fraction, from the benchmarks",
    "bio_length": "characters of the biography",
    "has_link": "1 with a link in the header, 0 without",
    "first_post_days": "days since the first post; known only when every post was seen",
    "follower_rows": "rows of the follower list seen",
    "rows_with_signs": "of these, rows that look machine-made or bought",
    "suspicious_share": "least share of suspicious followers that the rows prove",
    "no_photo_share": "share of rows without a photo",
    "no_photo_rows": "rows without a photo",
    "photo_rows": "rows that told whether there is a photo",
    "comment_rows": "comments by others seen",
    "generic_share": "share of comments that would fit under any post",
    "emoji_share": "share of comments of emoji alone",
    "mention_share": "share of comments of mentions alone",
    "duplicate_share": "share of comments that repeat another one",
    "template_share": "share of comments whose twin stands under another post",
    "spam_share": "share of adverts and scams among the comments",
    "regulars_share": "accounts that commented on at least half of the opened posts / all commenters",
    "shared_share": "share of commenters who also comment at another creator of the store, above chance",
    "opened_posts": "posts whose comments were seen",
    "reply_delay": "median seconds until the creator's reply",
    "visits": "checks of this creator, this one included",
    "growth_rise": "largest rise between visits, robust z",
    "rise_by": "followers gained in that rise",
    "rise_from": "time of the visit before it, days since 1970",
    "rise_to": "time of the visit after it, days since 1970",
    "growth_fall": "largest fall between visits, robust z",
    "fall_by": "followers lost in that fall",
    "fall_from": "time of the visit before it, days since 1970",
    "fall_to": "time of the visit after it, days since 1970",
    "following_churn": "following and unfollowing that cancelled out / following",
}
"""Columns of one value a creator that come with the batch, and their meaning."""

POSTS: dict[str, str] = {
    "likes": "likes of the eligible posts",
    "comments": "comments of the eligible posts",
    "plays": "plays of the eligible reels",
    "days": "time of the eligible posts, days since 1970",
}
"""Columns of one value a post, (n, n_posts), newest first."""

Metric = Callable[[Mapping[str, FloatArray]], FloatArray]

FROM_LIKES: dict[str, Metric] = {
    "n_posts": lambda c: count(c["likes"]).astype(np.float64),
    "n_commented": lambda c: count(c["likes"] + c["comments"]).astype(np.float64),
    "n_played": lambda c: count(c["likes"] + c["plays"]).astype(np.float64),
    "likes_total": lambda c: _sum_where_known(c["likes"], c["comments"]),
    "comments_total": lambda c: _sum_where_known(c["comments"], c["likes"]),
    "flatness": lambda c: spread.flatness(c["likes"], c["comments"]),
    "engagement_rate": lambda c: divide(median(c["likes"] + c["comments"]), c["followers"]),
    "likes_rate": lambda c: divide(median(c["likes"]), c["followers"]),
    "comments_per_100_likes": lambda c: comments_per_100_likes(c["likes"], c["comments"]),
    "likes_per_play": lambda c: likes_per_play(c["likes"], c["plays"]),
    "likes_cv": lambda c: spread.dispersion(c["likes"]),
    "likes_gap": lambda c: spread.widest_gap(c["likes"]),
    "spike_excess": lambda c: spread.spike_excess(c["likes"], c["comments"]),
    "trend": lambda c: spread.trend(c["likes"], c["days"]),
}
"""Metrics that are unknown, or a count of 0, for a creator whose likes are."""

FROM_DATES: dict[str, Metric] = {
    "n_dated": lambda c: count(c["days"]).astype(np.float64),
    "gaps": lambda c: spread.posting_gaps(c["days"]),
    "rhythm": lambda c: spread.rhythm(c["gaps"]),
    "posts_per_week": lambda c: spread.cadence(c["gaps"]),
}

DERIVED: dict[str, Metric] = FROM_DATES | FROM_LIKES
"""Metrics computed from the other columns in this order, (n,); ``gaps`` is (n, n_posts - 1)."""


class Batch(Struct, frozen=True):
    """What is known about n creators, before any metric."""

    n: int
    given: Columns = field(default_factory=dict)
    """Any of GIVEN, (n,)."""
    posts: Columns = field(default_factory=dict)
    """Any of POSTS, all of one shape (n, n_posts)."""


def measure(batch: Batch) -> Columns:
    """Every column of GIVEN, POSTS and DERIVED; a missing one is all NaN."""
    unknown = np.full(batch.n, np.nan)
    shape = next((column.shape for column in batch.posts.values()), (batch.n, 0))
    no_posts = np.full(shape, np.nan)
    columns: Columns = {name: batch.given.get(name, unknown) for name in GIVEN}
    columns.update({name: batch.posts.get(name, no_posts) for name in POSTS})
    for name, metric in FROM_DATES.items():
        columns[name] = metric(columns)
    if np.isfinite(columns["likes"]).any():
        columns.update({name: metric(columns) for name, metric in FROM_LIKES.items()})
    else:
        columns.update(_without_likes(batch.n))
    return columns


@lru_cache(maxsize=8)
def _without_likes(n: int) -> Columns:
    """FROM_LIKES of n creators whose likes are unknown: most first paints of a page, so computed once."""
    unknown = {name: np.full(n, np.nan) for name in GIVEN} | {name: np.full((n, 1), np.nan) for name in POSTS}
    columns = {name: metric(unknown) for name, metric in FROM_LIKES.items()}
    for column in columns.values():
        column.flags.writeable = False
    return columns


def _sum_where_known(values: FloatArray, beside: FloatArray) -> FloatArray:
    """Sum over the posts where both are known, 0 where none is; (n, p), (n, p) -> (n,)."""
    both = np.isfinite(values) & np.isfinite(beside)
    summed: FloatArray = np.where(both, values, 0.0).sum(axis=-1)
    return summed
