"""The columns of a check in a few hundred bytes, and a batch made of many again: what a later model judges anew."""

from __future__ import annotations

import math
import zlib
from base64 import b64decode, b64encode
from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np

from server import own_json
from server.metrics.arrays import FloatArray
from server.metrics.columns import GIVEN, POSTS, Batch

_DIGITS = 6
"""Significant beyond the point: shares of a sample and times in days."""


def pack(batch: Batch) -> str:
    """The first creator of a batch as text: value, or value with its bounds over the rows, by column."""
    given = {name: _bounds(column) for name, column in batch.given.items() if not math.isnan(column[0])}
    posts = {name: [_number(v) for v in column[0].tolist()] for name, column in batch.posts.items()}
    body = {
        "given": given,
        "posts": {name: row for name, row in posts.items() if any(v is not None for v in row)},
    }
    return b64encode(zlib.compress(own_json.dumps(body), 9)).decode("ascii")


def unpack(packed: str) -> dict[str, Any]:
    """``{"given": {name: value | [value, low, high]}, "posts": {name: [value | None]}}``. Raises ValueError."""
    try:
        body: dict[str, Any] = own_json.loads(zlib.decompress(b64decode(packed)))
    except zlib.error as error:
        raise ValueError("columns that are damaged") from error
    return body


def batch_of(packed: Iterable[str]) -> Batch:
    """Many checks as one batch, as they were shown; a column that this version does not know is left out."""
    bodies = [unpack(one) for one in packed]
    given = {name: np.array([_shown(body["given"].get(name)) for body in bodies]) for name in GIVEN}
    width = max((len(row) for body in bodies for row in body["posts"].values()), default=0)
    posts = {name: _rows([body["posts"].get(name, ()) for body in bodies], width) for name in POSTS}
    return Batch(len(bodies), {k: v for k, v in given.items() if np.isfinite(v).any()}, posts)


def _bounds(column: FloatArray) -> Any:
    rows = column.tolist()  # nine numbers: numpy's own ends cost ten times as much
    known = [row for row in rows if not math.isnan(row)]
    value, low, high = _number(rows[0]), _number(min(known)), _number(max(known))
    return value if low == high else [value, low, high]


def _number(value: float) -> float | int | None:
    if math.isnan(value):
        return None
    return int(value) if value == int(value) else round(value, _DIGITS)


def _shown(value: Any) -> float:
    if value is None:
        return math.nan
    return float(value[0] if isinstance(value, list) else value)


def _rows(rows: Sequence[Sequence[float | None]], width: int) -> FloatArray:
    array = np.full((len(rows), width), np.nan)
    for index, row in enumerate(rows):
        array[index, : len(row)] = [math.nan if value is None else value for value in row]
    return array
