"""The columns of a check in a few hundred bytes, and a batch made of many again: what a later model judges anew."""

from __future__ import annotations

import math
import zlib
from base64 import b64decode, b64encode
from collections.abc import Iterable, Mapping
from typing import Any, TypedDict

from server import own_json
from server.metrics.columns import Batch
from server.scoring.benchmarks import load_benchmarks
from server.scoring.corners import CORNERS, UNKNOWN, Bounds, Ends, cornered

_MOST_UNPACKED = 2**20
"""Bytes of one check's columns: a few thousand, unless they are no check's."""
_Kept = float | tuple[float, float, float]
_NOT_SEEN = "expected_rate"
"""What the benchmarks say of the followers: read anew by those of today."""


class _Columns(TypedDict):
    given: dict[str, _Kept]
    posts: dict[str, list[_Kept | None]]


def pack(creator: Ends) -> str:
    """A creator as text: value, or value with its bounds, by column."""
    given = {name: _bounded(ends) for name, ends in creator.given.items() if not math.isnan(ends[0])}
    posts = {name: [_bounded(post) for post in row] for name, row in creator.posts.items()}
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
    return cornered_batch(map(unpack, packed), corners=1)


def cornered_batch(bodies: Iterable[Mapping[str, Any]], corners: int = CORNERS) -> Batch:
    """Many unpacked checks as one batch of ``corners`` rows each, as ``server.scoring.corners`` makes it."""
    batch = cornered(map(_ends, bodies), corners)
    batch.given[_NOT_SEEN] = load_benchmarks().default.expected_rate(batch.given["followers"])
    return batch


def _ends(body: Mapping[str, Any]) -> Ends:
    given = {name: _bounds(value) for name, value in body["given"].items()}
    return Ends(given, {name: [_bounds(post) for post in row] for name, row in body["posts"].items()})


def _bounded(ends: Bounds) -> Any:
    """A value with its bounds, one number where they are the same, None where it is unknown."""
    value, low, high = ends
    if value == low == high:  # most counts are exact
        return _number(value)
    if math.isnan(value):
        return None
    known = [end for end in ends if not math.isnan(end)]
    return [_number(value), _number(min(known)), _number(max(known))]


def _number(value: float) -> float | int:
    return int(value) if value == int(value) else value


def _bounds(value: _Kept | None) -> Bounds:
    if value is None:
        return UNKNOWN
    return (value[0], value[1], value[2]) if isinstance(value, list | tuple) else (value, value, value)
