"""What kind of comment a text is: emoji only, mention only, generic praise, spam, or none of these.

The first three are rules over word lists, because their meaning is a rule. Spam is a linear model over hashed
n-grams (``scripts/fit.py``); its file is 0.5 MB and needs only numpy.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib import resources
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from server.samples.features import features
from server.samples.lexicon import lexicon, phrases, praise_coverage
from server.samples.text import canonical, is_emoji_only, is_mention_only, words

Label = Literal["emoji", "mention", "generic", "spam", "genuine"]
SPAM_THRESHOLD = 0.3
"""Probability from which a comment counts as spam; chosen on held-out rows of the own list's training half."""
MAX_PRAISE_WORDS = 12


@dataclass(frozen=True, slots=True)
class SpamModel:
    weights: NDArray[np.float64]
    intercept: float
    card: dict[str, Any]
    """What it was fitted on, and the share of spam there (the prior of its probabilities)."""
    fitted_rows: NDArray[np.uint64]
    """:func:`row_hashes` of the comments it was fitted on, sorted: so that an evaluation can say it saw them."""


@cache
def spam_model() -> SpamModel:
    """The shipped model; read once."""
    with resources.files(__package__).joinpath("comment_model.npz").open("rb") as handle:
        arrays = np.load(handle, allow_pickle=False)
        weights = arrays["weights"].astype(np.float64)
        card = json.loads(arrays["card"].tobytes())
        fitted_rows = arrays["fitted_rows"]
    return SpamModel(weights, card["intercept"], card, fitted_rows)


def row_hashes(texts: Sequence[str]) -> NDArray[np.uint64]:
    """Shape (n,): eight bytes of SHA-256 of each text as the model sees it, canonical and in lower case."""
    digests = (sha256(canonical(text).encode("utf-8", "surrogatepass")).digest()[:8] for text in texts)
    return np.array([int.from_bytes(digest, "little") for digest in digests], np.uint64)


def was_fitted_on(texts: Sequence[str]) -> NDArray[np.bool_]:
    """Shape (n,): whether the shipped model was fitted on this very text."""
    return np.isin(row_hashes(texts), spam_model().fitted_rows)


def spam_probabilities(texts: Sequence[str]) -> NDArray[np.float64]:
    """Shape (n,): probability of spam at the prior of the model's card."""
    model = spam_model()
    logit = features(texts).dot(model.weights) + model.intercept
    return np.asarray(1 / (1 + np.exp(-np.clip(logit, -60, 60))))


def classify(texts: Sequence[str]) -> list[Label]:
    """One label a text, in order."""
    found: list[Label | None] = [_by_rule(text) for text in texts]
    open_places = [place for place, label in enumerate(found) if label is None]
    spam = spam_probabilities([texts[place] for place in open_places])
    for place, probability in zip(open_places, spam, strict=True):
        found[place] = "spam" if probability >= SPAM_THRESHOLD else "genuine"
    return [label for label in found if label is not None]


def _by_rule(text: str) -> Label | None:
    if not text.strip() or is_emoji_only(text):
        return "emoji"
    if is_mention_only(text):
        return "mention"
    return "generic" if is_generic(text) else None


def is_generic(text: str) -> bool:
    """Praise that would fit under any post: only words of approval, of address and of emphasis, and no question."""
    plain = canonical(text)
    found = words(plain)
    if not found or len(found) > MAX_PRAISE_WORDS or "?" in plain or "#" in plain:
        return False
    lists = lexicon()
    if found[-1] in lists.question_endings or not lists.question.isdisjoint(phrases(found)):
        return False
    praise, filler, unknown = praise_coverage(found)
    return praise > 0 and (unknown == 0 or (unknown == 1 and praise >= 2 and praise + filler >= 4))
