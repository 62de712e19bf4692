"""The same commenters at different creators, found without keeping anybody: keyed b-bit MinHash sketches.

Each commenter's name goes through HMAC-SHA256 with a key that lies outside the store, and from there into 256 hash
values; a sketch keeps the lowest byte of the smallest value in each place (Broder 1997; b-bit: Li and König 2010).
A byte belongs to 1 in 256 of all people, so that even with the key a sketch names nobody, and without it nothing can
be tried out on it. Sketches made with different keys cannot be compared.
"""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Iterable, Sequence
from math import comb
from statistics import median

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from server.samples.intervals import wilson_share

PLACES = 256
MIN_PEOPLE = 15
"""Fewer commenters say nothing: a handful of friends is half of them."""
_COLLISION = 1 / 256
"""Chance that two different people leave the same byte."""
_FALSE_ALARM = 0.05
_OTHERS_FOR_USUAL = 5
_LARGEST = np.iinfo(np.uint64).max


class SharedTally(Struct, frozen=True):
    """The creator whose commenters overlap most with this one's, as counts only; nobody is named."""

    n_people: int
    """Commenters of this creator that went into its sketch."""
    compared: int
    """Other creators with a sketch under the same key."""
    share: float
    low: float
    high: float
    """Share of this creator's commenters who also comment there, with a 95 % interval."""
    chance: float
    """Share up to which an overlap is no wonder among so many creators."""

    @property
    def is_above_chance(self) -> bool:
        return self.low > self.chance


class Overlap(Struct, frozen=True):
    """What two sketches have in common, as shares of the first one's people."""

    share: float
    low: float
    high: float


def sketch(names: Iterable[str], key: bytes) -> bytes:
    """``PLACES`` bytes for a set of people; the order and repetitions do not matter."""
    smallest = np.full(PLACES, _LARGEST, dtype=np.uint64)
    for name in set(names):
        seed = hmac.digest(key, name.lower().encode("utf-8", "surrogatepass"), "sha256")
        values = np.frombuffer(hashlib.shake_256(seed).digest(8 * PLACES), dtype=">u8")
        smallest = np.minimum(smallest, values)
    return (smallest & np.uint64(0xFF)).astype(np.uint8).tobytes()


def compare(own: tuple[bytes, int], others: Sequence[tuple[bytes, int]]) -> tuple[list[Overlap], float]:
    """The overlap with each of the ``others``, and the share that chance explains; a sketch comes with its size."""
    if not others:
        return [], 0.0
    matches = _matches(own[0], [bytes_ for bytes_, _ in others])
    overlaps = [_overlap(k, own[1], n) for k, (_, n) in zip(matches, others, strict=True)]
    typical = median(n for _, n in others)
    by_accident = _shared(_match_limit(len(others)) / PLACES, own[1], typical)
    usual = median(o.share for o in overlaps) if len(overlaps) >= _OTHERS_FOR_USUAL else 0.0
    return overlaps, max(by_accident, usual)


class Link(Struct, frozen=True):
    """Two creators, by their places in a list, who share more people than luck explains."""

    first: int
    second: int
    overlap: Overlap
    """As a share of the smaller one's people."""


def links(sketches: Sequence[tuple[bytes, int]]) -> list[Link]:
    """Every pair above chance; the chance is that of all pairs together, so that many creators make no pod."""
    n_pairs = len(sketches) * (len(sketches) - 1) // 2
    if n_pairs == 0:
        return []
    limit, table = _match_limit(n_pairs), _table([bytes_ for bytes_, _ in sketches])
    found = []
    for first in range(len(sketches) - 1):
        matches = np.count_nonzero(table[first + 1 :] == table[first], axis=1)
        for offset in np.flatnonzero(matches > limit).tolist():
            second = first + 1 + offset
            small, large = sorted((sketches[first][1], sketches[second][1]))
            found.append(Link(first, second, _overlap(int(matches[offset]), small, large)))
    return found


def linked_groups(links: Sequence[Link]) -> list[set[int]]:
    """The places that hang together by links."""
    groups: list[set[int]] = []
    for link in links:
        ends = {link.first, link.second}
        joined = [group for group in groups if group & ends]
        groups = [group for group in groups if not group & ends]
        groups.append(ends.union(*joined))
    return groups


def _table(sketches: Sequence[bytes]) -> NDArray[np.uint8]:
    """A row of ``PLACES`` bytes for each."""
    return np.frombuffer(b"".join(sketches), dtype=np.uint8).reshape(-1, PLACES)


def _matches(own: bytes, others: Sequence[bytes]) -> list[int]:
    equal = _table(others) == np.frombuffer(own, dtype=np.uint8)
    return [int(k) for k in equal.sum(axis=1)]


def _overlap(matches: int, n: int, n_other: int) -> Overlap:
    interval = wilson_share(matches, PLACES)
    assert interval is not None  # noqa: S101 - there are always places
    return Overlap(*(_shared(p, n, n_other) for p in (interval.value, interval.low, interval.high)))


def _shared(match_rate: float, n: int, n_other: float) -> float:
    """Share of ``n`` people found among ``n_other``, from the share of equal bytes.

    Jaccard J = (m - C) / (1 - C); people in both = J / (1 + J) * (n + n_other).
    """
    jaccard = max(0.0, (match_rate - _COLLISION) / (1 - _COLLISION))
    return min(1.0, jaccard / (1 + jaccard) * (n + n_other) / n)


def _match_limit(creators: int) -> int:
    """Equal bytes that none of so many unrelated sketches passes in 95 % of all cases (binomial, Bonferroni)."""
    tail = 1.0
    for k in range(PLACES):
        tail -= comb(PLACES, k) * _COLLISION**k * (1 - _COLLISION) ** (PLACES - k)
        if tail <= _FALSE_ALARM / creators:
            return k
    return PLACES
