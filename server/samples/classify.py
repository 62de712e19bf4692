"""What kind of comment a text is: emoji, mention, generic praise, a wish to buy (intent), spam, or none of these.

All but spam are rules over word lists and templates, because their meaning is a rule. Spam is a linear model over
hashed n-grams (``scripts/research/fit.py``; its file is 0.5 MB and needs only numpy), held against what the comment offers.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cache
from hashlib import sha256
from importlib import resources
from typing import Any, Literal

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from server.samples.features import features_of
from server.samples.grammar import Purpose, purpose, told_apart
from server.samples.lexicon import lexicon, negates_praise, phrases, praise_coverage, spaced
from server.samples.reading import BLOCK, CommentReading, read
from server.samples.text import is_emoji_only, is_mention_only

Label = Literal["emoji", "mention", "generic", "intent", "spam", "genuine"]
SPAM_FROM = {0: 0.8, 1: 0.3, 2: 0.05}
"""Probability from which a comment counts as spam, by how many kinds of offers its words hold (2: two and more).
Chosen on the training half of the own list; the model alone has seen too little of languages other than English."""
BUYER_SPAM_FROM = {0: 0.9, 1: 0.8, 2: 0.5}
"""The same where the comment tells of something bought."""
ENGLISH_FROM = 0.5
"""The same for English without an offer that is known: there the model was fitted."""
MAX_PRAISE_WORDS = 16
_NO_PRAISE = frozenset("?#$€£₫")
"""Whoever asks, tags a subject or names a sum of money does more than praise."""
_SHORT = 5
"""Words up to which "ib em" is a wish to be written to, not an offer with more around it."""


class SpamModel(Struct, frozen=True):
    weights: NDArray[np.float64]
    intercept: float
    card: dict[str, Any]
    """What it was fitted on, the share of spam there (the prior of its probabilities), and the probability from which
    rows of that kind are called spam."""
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
    digests = (sha256(read(text).plain.encode("utf-8", "surrogatepass")).digest()[:8] for text in texts)
    return np.array([int.from_bytes(digest, "little") for digest in digests], np.uint64)


def was_fitted_on(texts: Sequence[str]) -> NDArray[np.bool_]:
    """Shape (n,): whether the shipped model was fitted on this very text."""
    return np.isin(row_hashes(texts), spam_model().fitted_rows)


def spam_probabilities(texts: Sequence[str]) -> NDArray[np.float64]:
    """Shape (n,): probability of spam at the prior of the model's card."""
    readings = [read(text) for text in texts]
    return _probabilities(readings, [purpose(reading) for reading in readings])


def _probabilities(readings: Sequence[CommentReading], aims: Sequence[Purpose]) -> NDArray[np.float64]:
    model = spam_model()
    blocks = [
        features_of(readings[start : start + BLOCK], aims[start : start + BLOCK]).dot(model.weights)
        for start in range(0, len(readings), BLOCK)
    ]
    logit = np.concatenate([np.zeros(0), *blocks]) + model.intercept
    return np.asarray(1 / (1 + np.exp(-np.clip(logit, -60, 60))))


def classify(texts: Sequence[str]) -> list[Label]:
    """One label a text, in order, as comments of other people than the creator."""
    return labels([read(text) for text in texts])


def classify_comment(
    text: str,
    username: str | None = None,  # noqa: ARG001 - callers hand over a whole row; a name decides nothing
    by_owner: bool = False,
) -> Label:
    """The label of one comment. The creator's own words offer nothing and ask for nothing: their replies are talk.

    ``username``: who wrote it; names decide nothing.
    """
    label = classify([text])[0]
    return "genuine" if by_owner and label in ("spam", "intent") else label


def labels(readings: Sequence[CommentReading]) -> list[Label]:
    """One label a reading, in order; work is done in blocks, so memory does not grow with the sample."""
    found: list[Label] = []
    for start in range(0, len(readings), BLOCK):
        found += _block_labels(readings[start : start + BLOCK])
    return found


def _block_labels(readings: Sequence[CommentReading]) -> list[Label]:
    aims: dict[int, Purpose] = {}
    found: list[Label | None] = [None] * len(readings)
    for place, reading in enumerate(readings):
        found[place] = _by_build(reading)
        if found[place] is None:
            aims[place] = purpose(reading)
            found[place] = _by_purpose(reading, aims[place])
    open_places = [place for place, label in enumerate(found) if label is None]
    scores = _probabilities(
        [readings[place] for place in open_places], [aims[place] for place in open_places]
    )
    for place, score in zip(open_places, scores, strict=True):
        found[place] = "spam" if score >= _spam_from(readings[place], aims[place]) else "genuine"
    return [label for label in found if label is not None]


def _spam_from(reading: CommentReading, aim: Purpose) -> float:
    if not aim.offers and _is_english(reading):
        return ENGLISH_FROM
    return (BUYER_SPAM_FROM if aim.tells else SPAM_FROM)[min(2, len(aim.offers))]


def _is_english(reading: CommentReading) -> bool:
    words = reading.words
    return 3 * sum(word in lexicon().english for word in words) >= len(words)


def _by_build(reading: CommentReading) -> Label | None:
    if not reading.text.strip() or is_emoji_only(reading.text):
        return "emoji"
    if is_mention_only(reading.text):
        return "mention"
    tagged = any(part[0] == "@" and len(part) > 1 for part in reading.parts)
    return "mention" if tagged and lexicon().tag_words.issuperset(reading.words) else None


def _by_purpose(reading: CommentReading, aim: Purpose) -> Label | None:
    if aim.asks and len(aim.offers) <= 1:
        return "intent"
    wanted_only = not aim.offers or (aim.offers == {"advice"} and len(reading.words) <= _SHORT)
    if aim.wants and wanted_only:
        return "intent"
    return "generic" if not aim.offers and _is_praise(reading) else None


def is_generic(text: str) -> bool:
    """Whether it is praise, thanks or a wish that would fit under any post, and no question."""
    return _is_praise(read(text))


def _is_praise(reading: CommentReading) -> bool:
    """Only words of approval, of address and of emphasis; one unknown word among many of them is let through."""
    found = spaced(told_apart(reading, lexicon().marked))
    if not found or len(found) > MAX_PRAISE_WORDS or not _NO_PRAISE.isdisjoint(reading.plain):
        return False
    lists = lexicon()
    if found[-1] in lists.question_endings or _asked(found):
        return False
    praise, filler, unknown = praise_coverage(found)
    allowed = unknown == 0 or (unknown == 1 and praise >= 2 and 2 <= filler <= 2 * praise)
    allowed = allowed or (unknown <= 2 and len(found) <= _SHORT and _praises_strongly(found))
    allowed = allowed or unknown <= _polite_words(found)
    return praise > 0 and allowed and not negates_praise(found)


def _asked(found: Sequence[str]) -> bool:
    """Whether a word asks; behind thanks and wishes "nhiều may mắn" is much luck, not "nhiêu", "mấy", how much."""
    lists, seen = lexicon(), set(phrases(found))
    asked = lists.question & seen
    if not (lists.thanks | lists.wish).isdisjoint(phrases(found[:4])):
        asked -= {"nhieu", "may"}
    return bool(asked)


def _polite_words(found: Sequence[str]) -> int:
    """How many words of their own a wish or thanks may have and still fit under any post; 0 for other comments."""
    lists, opening = lexicon(), set(phrases(found[:4]))
    if not lists.but.isdisjoint(phrases(found)):
        return 0
    if not lists.wish.isdisjoint(opening):
        return 3
    return 0 if lists.thanks.isdisjoint(opening) else 1


def _praises_strongly(found: Sequence[str]) -> bool:
    lists, seen = lexicon(), set(phrases(found))
    return not lists.strong.isdisjoint(seen) and lists.but.isdisjoint(seen)
