"""A question about the product that the writer answers with no: "Trị mụn được không? Không, chỉ dưỡng ẩm thôi"."""

from __future__ import annotations

from itertools import pairwise

from server.campaigns.fold import FoldedText
from server.campaigns.phrases import Phrases, keys_of

_ASKED = Phrases(
    (
        "hỏi", "hả", "phải không", "đúng không", "được không", "có không",
        "ask if", "asks if", "asked if", "asking if", "ask whether", "asks whether", "asked whether", "asked me if",
        "ask me if", "asking me if", "asking whether", "does it", "can it", "will it", "is it a",
    )
)  # fmt: skip
_SAID_NO = Phrases(
    (
        "thì không", "thì dạ không", "mình nói không", "mình bảo không", "em nói không", "nói là không", "bảo là không",
        "trả lời là không", "trả lời không", "là không nha", "là không nhé", "nói không được", "bảo không được",
        "the answer is no", "i say no", "i said no", "i tell them no", "i told her no", "i told him no", "i told them no",
        "no it doesn't", "no it does not", "no it can't", "no it won't", "it does not", "it doesn't", "trả lời … không", "trả lời … là không có",
    )
)  # fmt: skip
"""The answer within the sentence of the question, behind it."""
_NO = frozenset(key.marked for word in ("không", "hông", "nope", "no", "never") for key in keys_of(word))
_DENIED = frozenset(
    tuple(key.marked for key in keys_of(words))
    for words in ("it doesn't", "it can't", "it won't", "it isn't", "not really", "not at all")
)
"""The answer in two words."""
_POLITE = frozenset(key.marked for word in ("dạ", "vâng", "well", "oh", "and") for key in keys_of(word))
_PRAISED = frozenset(
    key.marked
    for key in keys_of(
        "thể chỉ những ai gì ngờ cần phải chê thất lo sợ có doubt wonder other better one words"
    )
)
"""What turns "no" at the beginning of a sentence into praise, or into nothing that answers."""


def denied_questions(folded: FoldedText) -> set[int]:
    """The tokens of each sentence that asks, where that sentence or the next says no."""
    asked: dict[int, int] = {}
    for hit in _ASKED.find(folded):
        first = folded.sentence_of(hit.first)
        asked[first] = min(hit.end, asked.get(first, hit.end))
    said_no: dict[int, int] = {}
    for hit in _SAID_NO.find(folded) if asked else ():
        first = folded.sentence_of(hit.first)
        said_no[first] = max(hit.first, said_no.get(first, hit.first))
    ends = dict(pairwise((*folded.sentences, len(folded.places))))
    return {
        token
        for first, behind in asked.items()
        if said_no.get(first, -1) >= behind or _opens_with_no(folded, ends[first])
        for token in range(first, ends[first])
    }


def _opens_with_no(folded: FoldedText, token: int) -> bool:
    words = [readings[0].key.marked for readings in folded.readings[token : token + 3]]
    if words and words[0] in _POLITE:
        words = words[1:]
    if tuple(words[:2]) in _DENIED:
        return True
    return bool(words) and words[0] in _NO and not (len(words) > 1 and words[1] in _PRAISED)
