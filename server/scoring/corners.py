"""Creators in numbers as a batch: each as shown, and at each corner of what the rounding of the counts allows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from math import nan

import numpy as np
from msgspec import Struct

from server.metrics.arrays import FloatArray, IntArray
from server.metrics.columns import GIVEN, POSTS, Batch

CORNERS = 9
_SHOWN, _LOW, _HIGH = 0, 1, 2
_FOLLOWERS = np.array([_SHOWN, _LOW, _LOW, _LOW, _LOW, _HIGH, _HIGH, _HIGH, _HIGH])
_LIKES = np.array([_SHOWN, _LOW, _LOW, _HIGH, _HIGH, _LOW, _LOW, _HIGH, _HIGH])
_COMMENTS = np.array([_SHOWN, _LOW, _HIGH, _LOW, _HIGH, _LOW, _HIGH, _LOW, _HIGH])
_OPPOSITE = np.array([_SHOWN, _HIGH, _LOW])
"""Followers and following at opposite ends give the extremes of their ratio."""
CORNERS_OF: Mapping[str, IntArray] = {
    "following": _OPPOSITE[_FOLLOWERS],
    "post_count": _OPPOSITE[_FOLLOWERS],
    "likes": _LIKES,
    "comments": _COMMENTS,
    "plays": _OPPOSITE[_LIKES],
}
"""Which end (0 as shown, 1 low, 2 high) a column has at each corner, (CORNERS,); any other has that of the followers."""


def _corners(names: Iterable[str]) -> IntArray:
    """Of these columns, (columns, CORNERS); any that is not named above has the ends of the followers."""
    return np.array([CORNERS_OF.get(name, _FOLLOWERS) for name in names])


_OF_GIVEN, _OF_POSTS = _corners(GIVEN), _corners(POSTS)
_ALL_GIVEN, _ALL_POSTS = np.arange(len(GIVEN))[:, None], np.arange(len(POSTS))[:, None]
Bounds = tuple[float, float, float]
"""A number as shown, and the ends that its rounding leaves; NaN for what is not known."""
UNKNOWN: Bounds = (nan, nan, nan)


class Ends(Struct, frozen=True):
    """One creator in numbers."""

    given: Mapping[str, Bounds]
    """Any of ``server.metrics.columns.GIVEN``."""
    posts: Mapping[str, Sequence[Bounds]]
    """Any of ``POSTS``, newest first, all of one length."""

    @property
    def n_posts(self) -> int:
        return max(map(len, self.posts.values()), default=0)

    def posts_of(self, name: str) -> list[Bounds]:
        """One column, as long as the longest."""
        row = self.posts.get(name, ())
        return [*row, *[UNKNOWN] * (self.n_posts - len(row))]


def cornered(creators: Iterable[Ends], corners: int = CORNERS) -> Batch:
    """n creators as a batch of ``corners`` * n rows: all as shown, then all at the next corner, and so on."""
    given, posts = [], []
    for one in creators:
        given.append([one.given.get(name, UNKNOWN) for name in GIVEN])
        posts.append(np.array([one.posts_of(name) for name in POSTS], dtype=np.float64))
    ends = np.array(given, dtype=np.float64).reshape(-1, len(GIVEN), 3).transpose(1, 2, 0)
    rows = ends[_ALL_GIVEN, _OF_GIVEN[:, :corners]]
    of_posts = _side_by_side(posts)[_ALL_POSTS, _OF_POSTS[:, :corners]]
    n, width = corners * len(given), of_posts.shape[-1]
    return Batch(
        n,
        dict(zip(GIVEN, rows.reshape(len(GIVEN), n), strict=True)),
        dict(zip(POSTS, of_posts.reshape(len(POSTS), n, width), strict=True)),
    )


def _side_by_side(posts: Sequence[FloatArray]) -> FloatArray:
    """(columns, own number of posts, 3) of each of n creators -> (columns, 3, n, most posts), NaN where there are fewer."""
    width = max((rows.shape[1] for rows in posts), default=0)
    array = np.full((len(POSTS), 3, len(posts), width), np.nan)
    for place, rows in enumerate(posts):
        if rows.size:
            array[:, :, place, : rows.shape[1]] = rows.transpose(0, 2, 1)
    return array
