"""How much a caption sounds like what a rule looks for, beside the words that say it: a linear model over its words.

Claims are put in more ways than lists hold ("rashes packed their bags in two days"). The weights are fitted on the labelled
captions of ``tests/campaigns`` by ``scripts/research/fit_tones.py``; each rule's file holds words and pairs of them with a weight.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib import resources

import msgspec
from msgspec import Struct

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


class Piece(Struct, frozen=True):
    """What is weighed together, with its different words and pairs of words."""

    first: int
    """Token it begins at."""
    end: int
    """Token behind it."""
    words: tuple[str, ...]


@cache
def tone_model(rule: str) -> ToneModel:
    """The shipped weights of a rule; read once."""
    data = resources.files(__package__).joinpath("tones", f"{rule}.json").read_bytes()
    return msgspec.json.decode(data, type=ToneModel)


def pieces_of(folded: FoldedText, unheard: frozenset[int]) -> tuple[Piece, ...]:
    """The pieces of a text, each half over the one before; one of a caption of the usual length. The tokens of the
    sentences that the law asks for are ``unheard``: they say nothing of how the rest sounds."""
    size = len(folded.places)
    firsts = range(0, max(1, size - SPAN // 2), SPAN // 2) if size > SPAN else (0,)
    return tuple(
        Piece(first, end, tuple(dict.fromkeys(words_of(folded, first, end, unheard))))
        for first in firsts
        for end in [min(first + SPAN, size)]
    )


def score_of(words: Sequence[str], model: ToneModel) -> float:
    """Log odds that different words and pairs of them claim it."""
    known = [model.weights[word] for word in words if word in model.weights]
    return model.intercept + SCALE * sum(known) / math.sqrt(max(1, len(known)))


def words_of(folded: FoldedText, first: int, end: int, unheard: frozenset[int]) -> Iterator[str]:
    """Each word without marks and with its digits as 0, and each two in a row."""
    before = ""
    for token in range(first, end):
        if token in unheard:
            continue
        word = _word(folded, token)
        yield word
        if token > first and token in folded.breaks:
            yield f"{before} {_END}"
            before = _END
        if before:
            yield f"{before} {word}"
        before = word
    if "?" in folded.text[slice(*_span(folded, first, end))]:
        yield "?"


def strongest_words(folded: FoldedText, piece: Piece, weights: Mapping[str, float]) -> tuple[int, int]:
    """The words in a row, of one clause, that speak for a claim most, by the first token and the one behind the last."""
    best, found = -math.inf, (piece.first, piece.end)
    begin, total = piece.first, 0.0
    for token in range(piece.first, piece.end):
        word = _word(folded, token)
        if token in folded.breaks or total <= 0:
            begin, total = token, weights.get(word, 0.0)
        else:
            pair = f"{_word(folded, token - 1)} {word}"
            total += weights.get(word, 0.0) + weights.get(pair, 0.0)
        if total > best:
            best, found = total, (begin, token + 1)
    return found


def _word(folded: FoldedText, token: int) -> str:
    bare = folded.readings[token][0].key.bare
    return bare if bare.isalpha() else _DIGITS.sub("0", bare)


def _span(folded: FoldedText, first: int, end: int) -> tuple[int, int]:
    return (
        (folded.places[first][0], folded.places[end][0] if end < len(folded.places) else len(folded.text))
        if end > first
        else (0, 0)
    )
