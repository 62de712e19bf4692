"""The columns of a check in a few hundred bytes, and a batch made of many again: what a later model judges anew."""

from __future__ import annotations

import math
import zlib
from base64 import b64decode, b64encode
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, TypedDict

import numpy as np

from server import own_json
from server.metrics.arrays import FloatArray
from server.metrics.columns import GIVEN, POSTS, Batch
from server.scoring.benchmarks import load_benchmarks
from server.scoring.creator import CORNERS, corners_of

_MOST_UNPACKED = 2**20
"""Bytes of one check's columns: a few thousand, unless they are no check's."""
_Kept = float | tuple[float, float, float]
_NOT_SEEN = "expected_rate"
"""What the benchmarks say of the followers: read anew by those of today."""


class _Columns(TypedDict):
    given: dict[str, _Kept]
    posts: dict[str, list[_Kept | None]]


def pack(batch: Batch) -> str:
    """The first creator of a batch as text: value, or value with its bounds over the rows, by column."""
    given = {
        name: _bounded(column.tolist()) for name, column in batch.given.items() if not math.isnan(column[0])
    }
    posts = {name: [_bounded(post) for post in column.T.tolist()] for name, column in batch.posts.items()}
    body = {
        "given": given,
        "posts": {name: row for name, row in posts.items() if any(v is not None for v in row)},
    }
    return b64encode(zlib.compress(own_json.dumps(body), 9)).decode("ascii")


def unpack(packed: str) -> dict[str, Any]:
    """``{"given": {name: value | [value, low, high]}, "posts": {name: [value | [value, low, high] | None]}}``.

    Before 0.2 posts had no bounds, and six digits beyond the point. Raises ValueError for columns that are damaged.
    """
    unpacker = zlib.decompressobj()
    try:
        unpacked = unpacker.decompress(b64decode(packed), _MOST_UNPACKED)
    except zlib.error as error:
        raise ValueError("columns that are damaged") from error
    if not unpacker.eof:
        raise ValueError("columns that are cut off, or far too large")
    return dict(own_json.record_of(own_json.loads(unpacked), _Columns))


def posts_in(body: Mapping[str, Any]) -> int:
    """How many posts unpacked columns have."""
    return max((len(row) for row in body["posts"].values()), default=0)


def batch_of(packed: Iterable[str]) -> Batch:
    """Many checks as one batch, as they were shown; a column that this version does not know is left out."""
    return _batch([unpack(one) for one in packed], corners=1)


def cornered_batch(bodies: Sequence[Mapping[str, Any]]) -> Batch:
    """Many unpacked checks as one batch of CORNERS rows each, as ``creator_batch`` makes of one: all creators as shown,
    then all at each corner."""
    batch = _batch(bodies, CORNERS)
    batch.given.pop(_NOT_SEEN, None)
    followers = batch.given.get("followers")
    if followers is not None:
        batch.given[_NOT_SEEN] = load_benchmarks().default.expected_rate(followers)
    return batch


def _batch(bodies: Sequence[Mapping[str, Any]], corners: int) -> Batch:
    n, width = len(bodies), max(map(posts_in, bodies), default=0)
    given = {name: _ends([body["given"].get(name) for body in bodies]) for name in GIVEN}
    posts = {name: _rows([body["posts"].get(name, ()) for body in bodies], width) for name in POSTS}
    return Batch(
        n * corners,
        {
            name: ends[corners_of(name)[:corners]].reshape(-1)
            for name, ends in given.items()
            if np.isfinite(ends).any()
        },
        {name: ends[corners_of(name)[:corners]].reshape(n * corners, width) for name, ends in posts.items()},
    )


def _bounded(rows: list[float]) -> Any:
    """A value with its bounds over the rows, one number where they are the same, None where it is unknown."""
    value = rows[0]
    if rows.count(value) == len(rows):  # most counts are exact
        return _number(value)
    if math.isnan(value):
        return None
    known = [row for row in rows if not math.isnan(row)]
    low, high = min(known), max(known)
    return [_number(value), _number(low), _number(high)]


def _number(value: float) -> float | int:
    return int(value) if value == int(value) else value


def _ends(values: Sequence[Any]) -> FloatArray:
    """Value, low and high, (3, n)."""
    unknown = (math.nan, math.nan, math.nan)
    rows = [unknown if v is None else tuple(v) if isinstance(v, list | tuple) else (v, v, v) for v in values]
    return np.array(rows, dtype=np.float64).reshape(-1, 3).T


def _rows(rows: Sequence[Sequence[Any]], width: int) -> FloatArray:
    """Value, low and high of each post, (3, n, width)."""
    array = np.full((3, len(rows), width), np.nan)
    for index, row in enumerate(rows):
        if row:
            array[:, index, : len(row)] = _ends(row)
    return array
