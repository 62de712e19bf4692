"""The table of letter pairs: how much likelier a pair is at random than in names and words of many languages."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from math import log
from string import ascii_lowercase

from scripts.research.handles.names import CULTURES, words_of

SMOOTHING = 0.5
"""Added to each pair."""
INITIALS = 0.1
"""Share of pairs that are initials or short forms: any first letter may follow."""
JOINS = 0.5
"""Weight of the pair where one word meets the next, against one inside a word."""


def table() -> list[list[int]]:
    """Hundredths of log(P at random / P in names), row by first letter; from the tuning half of the lists only."""
    pairs, firsts = _counts()
    total = sum(firsts.values())
    found = []
    for a in ascii_lowercase:
        row = sum(pairs[a + b] for b in ascii_lowercase) + SMOOTHING * 26
        chance = {
            b: (1 - INITIALS) * (pairs[a + b] + SMOOTHING) / row + INITIALS * (firsts[b] + 1) / (total + 26)
            for b in ascii_lowercase
        }
        found.append([round(100 * log(1 / 26 / chance[b])) for b in ascii_lowercase])
    return found


def _counts() -> tuple[Counter[str], Counter[str]]:
    pairs: Counter[str] = Counter()
    firsts: Counter[str] = Counter()
    for culture in (*CULTURES, "words"):
        words = words_of(culture, "tuning")
        pairs.update(a + b for word in words for a, b in pairwise(word))
        starts, ends = Counter(word[0] for word in words), Counter(word[-1] for word in words)
        firsts.update(starts)
        for a, n in ends.items():
            for b, m in starts.items():
                pairs[a + b] += JOINS * n * m / len(words)  # type: ignore[assignment]  # a Counter holds fractions as well
    return pairs, firsts
