"""Near-duplicates among comments: the same words up to a few, whoever wrote them and under whichever post.

MinHash signatures in bands find the candidates (Broder 1997), exact Jaccard similarity decides; the work grows with
the number of comments, not with its square.
"""

from __future__ import annotations

import zlib
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from server.samples.reading import CommentReading, read

SIMILARITY = 0.7
"""Jaccard similarity of the sets of words and word pairs from which two comments count as the same."""
MIN_WORDS = 4
"""Shorter comments coincide without anybody copying."""
_BANDS, _ROWS = 20, 3
_HIGH_HALF = np.uint64(32)
"""Multiply-shift hashing (Dietzfelbinger et al. 1997): the upper half of a product modulo 2**64."""

Shingles = frozenset[int]


def duplicate_groups(texts: Sequence[str]) -> list[int]:
    """A group number for each text, in order; texts too short to tell are alone in theirs."""
    return groups_of([read(text) for text in texts])


def groups_of(readings: Sequence[CommentReading]) -> list[int]:
    """The same of comments that are read already."""
    sets = [shingles(reading.words) for reading in readings]
    places: dict[Shingles, list[int]] = defaultdict(list)
    for place, shingled in enumerate(sets):
        if shingled:
            places[shingled].append(place)
    parent = list(range(len(readings)))
    for same in places.values():
        for place in same[1:]:
            parent[place] = same[0]
    firsts = [same[0] for same in places.values()]
    for a, b in _similar_pairs([sets[first] for first in firsts]):
        parent[_root(parent, firsts[b])] = _root(parent, firsts[a])
    return [_root(parent, place) for place in range(len(readings))]


def shingles(found: Sequence[str]) -> Shingles:
    """Hashes of the words and pairs of neighbouring words; empty for fewer than four words."""
    if len(found) < MIN_WORDS:
        return frozenset()
    pairs = (f"{a} {b}" for a, b in pairwise(found))
    return frozenset(zlib.crc32(shingle.encode("utf-8", "surrogatepass")) for shingle in (*found, *pairs))


def _similar_pairs(sets: Sequence[Shingles]) -> Iterator[tuple[int, int]]:
    """Places of pairs above SIMILARITY; each member of a band's bucket is compared with the bucket's first."""
    if len(sets) < 2:
        return
    bands = _signatures(sets).reshape(len(sets), _BANDS, _ROWS)
    for band in range(_BANDS):
        first: dict[bytes, int] = {}
        for place, row in enumerate(bands[:, band]):
            other = first.setdefault(row.tobytes(), place)
            if other != place and _jaccard(sets[other], sets[place]) >= SIMILARITY:
                yield other, place


def _signatures(sets: Sequence[Shingles]) -> NDArray[np.uint64]:
    """Shape (n, bands * rows): the smallest of every hash function over each set."""
    values = np.fromiter((value for shingled in sets for value in shingled), np.uint64)
    starts = np.cumsum([0, *map(len, sets)])[:-1]
    slopes, shifts = _hash_functions()
    columns = [
        np.minimum.reduceat((values * a + b) >> _HIGH_HALF, starts)
        for a, b in zip(slopes, shifts, strict=True)
    ]
    return np.stack(columns, axis=1)


@cache
def _hash_functions() -> tuple[NDArray[np.uint64], NDArray[np.uint64]]:
    random = np.random.default_rng(5)
    slopes, shifts = random.integers(1, 1 << 63, (2, _BANDS * _ROWS), dtype=np.uint64)
    return slopes | np.uint64(1), shifts


def _jaccard(a: Shingles, b: Shingles) -> float:
    shared = len(a & b)
    return shared / (len(a) + len(b) - shared)


def _root(parent: list[int], place: int) -> int:
    while parent[place] != place:
        parent[place] = parent[parent[place]]
        place = parent[place]
    return place
