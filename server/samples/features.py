"""Comments as numbers: hashed character and word n-grams, and a few levels that say how a comment is built.

The hash is a polynomial over code points modulo 2**64, so it is the same in every process and on every platform,
and numpy takes all substrings of all comments at once.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from math import log2, sqrt
from typing import Any

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from server.samples.grammar import Purpose, offer_kinds, purpose
from server.samples.lexicon import concept_counts
from server.samples.reading import CommentReading, read
from server.samples.text import fold

BUCKET_BITS = 18
BUCKETS = 1 << BUCKET_BITS
LEVELS = 16
"""Every level of :func:`levels` is below this."""
CHARACTER_SIZES = (2, 3, 4, 5)
BLOCK_WEIGHTS = {"characters": 1.0, "words": 0.7, "levels": 0.9}
"""Length of each block's vector: blocks of different size then weigh as intended."""

_BASE = 0x9E3779B97F4A7C15
_BASE_INVERSE = pow(_BASE, -1, 1 << 64)
_MIX = np.uint64(0xD6E8FEB86659FD93)
_SPACE, _BREAK = 32, 10
_MONEY = re.compile(r"[$€£₫¥₹]|\b(?:usd|vnd|btc|eth|trieu|juta)\b")
_UNUSUAL = re.compile("[^\x00-\u024f\u0300-\u036f\u1e00-\u1eff\U0001f000-\U0001faff]")
"""Neither plain nor Vietnamese Latin, nor a mark, nor emoji: where look-alike letters live."""

Floats = NDArray[np.float64]
Hashes = NDArray[np.uint64]
Indices = NDArray[np.int64]


class Features(Struct, frozen=True):
    """Sparse rows: entry ``e`` says comment ``row[e]`` has ``value[e]`` in ``column[e]``."""

    n: int
    row: Indices
    column: Indices
    """Below BUCKETS: hashed n-grams; from there on ``feature * LEVELS + level``."""
    value: Floats

    def dot(self, weights: NDArray[Any]) -> Floats:
        """Shape (n,): each comment's sum of value times weight; ``weights`` has one entry a column."""
        return np.bincount(self.row, self.value * weights[self.column], self.n).astype(np.float64)


@cache
def width() -> int:
    """Number of columns."""
    nothing = read("")
    return BUCKETS + len(levels(nothing, purpose(nothing))) * LEVELS


def features(texts: Sequence[str]) -> Features:
    """All comments of ``texts`` at once."""
    readings = [read(text) for text in texts]
    return features_of(readings, [purpose(reading) for reading in readings])


def features_of(readings: Sequence[CommentReading], aims: Sequence[Purpose]) -> Features:
    """The same of comments that are read already, with what each is after; memory grows with their number."""
    characters, words = _hashed([reading.parts for reading in readings])
    blocks = [
        _block(len(readings), *characters, BLOCK_WEIGHTS["characters"]),
        _block(len(readings), *words, BLOCK_WEIGHTS["words"]),
        _level_block(readings, aims),
    ]
    row, column, value = (np.concatenate(parts) for parts in zip(*blocks, strict=True))
    return Features(len(readings), row, column, value)


def levels(reading: CommentReading, aim: Purpose) -> list[int]:
    """How a comment is built, as small whole numbers: length, tags, money, disguise, offers, concepts and their pairs."""
    plain, parts = reading.plain, reading.parts
    tags = [part for part in parts if part[0] in "@#" and len(part) > 1]
    length = len(plain)
    shape = [
        _log_level(length),
        min(3, sum(tag[0] == "@" for tag in tags)),
        min(3, sum(tag[0] == "#" for tag in tags)),
        min(4, plain.count("0")),
        min(3, len(_MONEY.findall(plain))),
        min(3, _disguised(reading.text)),
        min(3, sum(tag.count("_") for tag in tags)),
        min(2, sum(tag.count(".") for tag in tags)),
        _log_level(max(map(len, tags), default=0)),
        int(4 * sum(not (p[0].isalnum() or p[0] in "@#") for p in parts) / max(1, len(parts))),
        int("url" in parts),
        int(bool(tags) and parts[-1] == tags[-1]),
        2 * ("?" in plain) + ("!" in plain),
        min(3, sum("_" in part for part in parts)),
        min(3, reading.text.count("__")),
        min(3, len(aim.offers)),
        int(aim.asks),
        int(aim.wants),
        int(aim.tells),
        *(int(kind in aim.offers) for kind in offer_kinds()),
    ]
    counts = concept_counts([part for part in parts if part[0].isalnum()])
    present = [count > 0 for count in counts]
    pairs = [int(a and b) for i, a in enumerate(present) for b in present[i + 1 :]]
    return shape + [min(3, count) for count in counts] + pairs


def _log_level(length: int) -> int:
    return min(LEVELS - 1, int(1.5 * log2(length + 1)))


def _disguised(text: str) -> int:
    """Letters that only look Latin (mathematical, Cyrillic between Latin ones, small capitals)."""
    if text.isascii():
        return 0
    return sum(_is_disguised(character) for character in _UNUSUAL.findall(text))


def _is_disguised(character: str) -> bool:
    plain = fold(character)
    return plain.isascii() and plain.isalpha()


def _hashed(token_lists: Sequence[Sequence[str]]) -> tuple[tuple[Indices, Indices], tuple[Indices, Indices]]:
    """(row, bucket) of every character n-gram within a token, and of every word and pair of words."""
    stream = "\n".join(f" {' '.join(parts)} " for parts in token_lists) + "\n\n"
    codes = np.frombuffer(stream.encode("utf-32-le", "surrogatepass"), np.uint32).astype(np.uint64)
    row = np.cumsum(codes == _BREAK).astype(np.int64)
    prefix, inverse = _prefix_hashes(codes)
    return _characters(codes, row, prefix, inverse), _words(codes, row, prefix, inverse)


def _prefix_hashes(codes: Hashes) -> tuple[Hashes, Hashes]:
    """``(prefix[j] - prefix[i]) * inverse[i]`` is the hash of ``codes[i:j]`` wherever it stands."""
    size = len(codes) + 1
    powers = np.full(size, _BASE, np.uint64)
    inverse = np.full(size, _BASE_INVERSE, np.uint64)
    powers[0] = inverse[0] = 1
    np.multiply.accumulate(powers, out=powers)
    np.multiply.accumulate(inverse, out=inverse)
    prefix = np.zeros(size, np.uint64)
    np.cumsum(codes * powers[:-1], out=prefix[1:])
    return prefix, inverse


def _characters(codes: Hashes, row: Indices, prefix: Hashes, inverse: Hashes) -> tuple[Indices, Indices]:
    breaks = np.concatenate([[0], np.cumsum((codes == _SPACE) | (codes == _BREAK))])
    rows, hashes = [], []
    for size in CHARACTER_SIZES:
        start = np.arange(len(codes) - size + 1)
        inside = breaks[start + size - 1] == breaks[start + 1]
        ends = (codes[start] != _BREAK) & (codes[start + size - 1] != _BREAK)
        start = start[inside & ends]
        rows.append(row[start])
        hashes.append((prefix[start + size] - prefix[start]) * inverse[start] + np.uint64(size))
    return np.concatenate(rows), _buckets(np.concatenate(hashes))


def _words(codes: Hashes, row: Indices, prefix: Hashes, inverse: Hashes) -> tuple[Indices, Indices]:
    gap = (codes == _SPACE) | (codes == _BREAK)
    start = np.flatnonzero(gap[:-1] & ~gap[1:]) + 1
    end = np.flatnonzero(~gap[:-1] & gap[1:]) + 1
    word = (prefix[end] - prefix[start]) * inverse[start] + np.uint64(101)
    is_tag = (codes[start] == ord("@")) | (codes[start] == ord("#"))
    word = np.where(is_tag, codes[start], word)
    rows = row[start]
    same = rows[:-1] == rows[1:]
    pair = (word[:-1] * _MIX + word[1:])[same]
    return np.concatenate([rows, rows[:-1][same]]), _buckets(np.concatenate([word, pair]))


def _buckets(hashes: Hashes) -> Indices:
    mixed = (hashes ^ (hashes >> np.uint64(29))) * _MIX
    return (mixed >> np.uint64(64 - BUCKET_BITS)).astype(np.int64)


def _block(n: int, row: Indices, bucket: Indices, weight: float) -> tuple[Indices, Indices, Floats]:
    """Sub-linear counts, each comment's vector scaled to length ``weight``."""
    keys, counts = np.unique(row << BUCKET_BITS | bucket, return_counts=True)
    rows = keys >> BUCKET_BITS
    value = 1 + np.log(counts)
    norm = np.sqrt(np.bincount(rows, value * value, n))
    return rows, keys & (BUCKETS - 1), value * weight / norm[rows]


def _level_block(
    readings: Sequence[CommentReading], aims: Sequence[Purpose]
) -> tuple[Indices, Indices, Floats]:
    n, n_levels = len(readings), (width() - BUCKETS) // LEVELS
    rows = [levels(reading, aim) for reading, aim in zip(readings, aims, strict=True)]
    table = np.array(rows, np.int64).reshape(n, n_levels)
    column = BUCKETS + np.arange(n_levels) * LEVELS + table
    value = np.full(n * n_levels, BLOCK_WEIGHTS["levels"] / sqrt(n_levels))
    return np.repeat(np.arange(n), n_levels), column.ravel(), value
