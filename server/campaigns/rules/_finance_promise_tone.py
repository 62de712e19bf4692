"""How much a caption sounds like a promise of return, beside the words that say one: a linear model over its words.

Promises are put in more ways than lists hold ("come back in a year to 6,000"). The weights are fitted on the labelled
captions of ``tests/campaigns`` by ``scripts/research/fit_promises.py``; the file holds each pair of words with its weight.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from itertools import pairwise

import msgspec

from server.campaigns.fold import FoldedText

_DIGITS = re.compile(r"\d+")
_END = "|"
"""Stands between two clauses."""
SPAN = 80
"""Tokens that are weighed together: a caption. A longer text is weighed piece by piece."""
SCALE = 3.0
"""Length of the vector of a piece; keeps long and short ones comparable."""


class ToneModel(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    intercept: float
    weights: dict[str, float]
    fitted_on: int
    """Captions."""


@dataclass(frozen=True, slots=True)
class Tone:
    """A piece of the text, and how much it sounds like a promise (log odds)."""

    first: int
    """Token it begins at."""
    end: int
    """Token behind it."""
    score: float


@cache
def tone_model() -> ToneModel:
    """The shipped weights; read once."""
    data = resources.files(__package__).joinpath("_finance_promise_tone.json").read_bytes()
    return msgspec.json.decode(data, type=ToneModel)


def tones_of(folded: FoldedText, model: ToneModel) -> list[Tone]:
    """The pieces of a text, each half over the one before; one of a caption of the usual length."""
    size = len(folded.places)
    firsts = range(0, max(1, size - SPAN // 2), SPAN // 2) if size > SPAN else (0,)
    return [
        Tone(first, end, score_of(folded, first, end, model))
        for first in firsts
        for end in [min(first + SPAN, size)]
    ]


def score_of(folded: FoldedText, first: int, end: int, model: ToneModel) -> float:
    """Log odds that the tokens from ``first`` to ``end`` promise."""
    known = [
        model.weights[word] for word in dict.fromkeys(words_of(folded, first, end)) if word in model.weights
    ]
    return model.intercept + scaled(known)


def scaled(weights: Sequence[float]) -> float:
    return SCALE * sum(weights) / math.sqrt(max(1, len(weights)))


def words_of(folded: FoldedText, first: int, end: int) -> Iterator[str]:
    """Each word without marks and with its digits as 0, and each two in a row."""
    before = ""
    for token in range(first, end):
        bare = folded.readings[token][0].key.bare
        word = bare if bare.isalpha() else _DIGITS.sub("0", bare)
        yield word
        if token > first and token in folded.breaks:
            yield f"{before} {_END}"
            before = _END
        if before:
            yield f"{before} {word}"
        before = word
    if "?" in folded.text[slice(*_span(folded, first, end))]:
        yield "?"


def heaviest_clause(folded: FoldedText, tone: Tone, weights: Mapping[str, float]) -> tuple[int, int]:
    """The clause of a piece that speaks for a promise most, by its first token and the one behind."""
    edges = sorted({tone.first, tone.end, *(edge for edge in folded.breaks if tone.first < edge < tone.end)})
    return max(
        pairwise(edges), key=lambda clause: sum(weights.get(word, 0.0) for word in words_of(folded, *clause))
    )


def _span(folded: FoldedText, first: int, end: int) -> tuple[int, int]:
    return (
        (folded.places[first][0], folded.places[end][0] if end < len(folded.places) else len(folded.text))
        if end > first
        else (0, 0)
    )
