"""A batch of creators as columns: what signals read.

Every column has a row per creator, (n,) or (n, n_posts), and holds NaN where nothing is known.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

import numpy as np

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
    "suspicious_share": "share of suspicious followers that the rows point to",
    "no_photo_share": "share of rows without a photo",
    "digit_name_share": "share of rows whose user name is at least 30 % digits",
    "comment_rows": "comments by others seen",
    "generic_share": "share of comments that would fit under any post",
    "emoji_share": "share of comments of emoji alone",
    "mention_share": "share of comments of mentions alone",
    "duplicate_share": "share of comments that repeat another one",
    "template_share": "share of comments whose twin stands under another post",
    "spam_share": "share of adverts and scams among the comments",
    "regulars_share": "accounts that commented on at least half of the opened posts / all commenters",
    "opened_posts": "posts whose comments were seen",
    "reply_delay": "median seconds until the creator's reply",
    "visits": "checks of this creator, this one included",
    "growth_rise": "largest rise between visits, robust z",
    "growth_fall": "largest fall between visits, robust z",
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

DERIVED: dict[str, Callable[[Mapping[str, FloatArray]], FloatArray]] = {
    "n_posts": lambda c: count(c["likes"]).astype(np.float64),
    "n_commented": lambda c: count(c["likes"] + c["comments"]).astype(np.float64),
    "n_played": lambda c: count(c["likes"] + c["plays"]).astype(np.float64),
    "n_dated": lambda c: count(c["days"]).astype(np.float64),
    "likes_total": lambda c: np.nansum(np.where(np.isfinite(c["comments"]), c["likes"], np.nan), axis=-1),
    "comments_total": lambda c: np.nansum(np.where(np.isfinite(c["likes"]), c["comments"], np.nan), axis=-1),
    "flatness": lambda c: spread.flatness(c["likes"], c["comments"]),
    "engagement_rate": lambda c: divide(median(c["likes"] + c["comments"]), c["followers"]),
    "likes_rate": lambda c: divide(median(c["likes"]), c["followers"]),
    "comments_per_100_likes": lambda c: comments_per_100_likes(c["likes"], c["comments"]),
    "likes_per_play": lambda c: likes_per_play(c["likes"], c["plays"]),
    "likes_cv": lambda c: spread.dispersion(c["likes"]),
    "likes_gap": lambda c: spread.widest_gap(c["likes"]),
    "spike_excess": lambda c: spread.spike_excess(c["likes"], c["comments"]),
    "rhythm": lambda c: spread.rhythm(c["days"]),
    "posts_per_week": lambda c: spread.cadence(c["days"]),
    "trend": lambda c: spread.trend(c["likes"], c["days"]),
}
"""Metrics computed from the others, in this order."""


@dataclass(frozen=True, slots=True)
class Batch:
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
    for name, metric in DERIVED.items():
        columns[name] = metric(columns)
    return columns
