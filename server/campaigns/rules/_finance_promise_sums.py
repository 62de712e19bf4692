"""A sum of money that somebody gets, right behind a word of certainty. What one pays is none."""

from __future__ import annotations

import re

from server.campaigns.draft import Draft
from server.campaigns.phrases import keys_of
from server.samples.word_keys import WordKey

_FAR = 8
"""Words between which the sum has to stand."""
_GROUPS = 6
"""Groups of digits that a sum has at most."""
_GOT = keys_of(
    "thành có được nhận thu về cầm lời kiếm rút túi make making made earn earning get have receive become becomes pocket cash"
)
_PAID = frozenset(
    key.bare
    for key in keys_of(
        "phí mất trả đóng nợ phạt thuế tốn chi nạp góp thiểu duy spare minimum fee fees pay paid cost costs lose lost spend tax bill"
    )
)
_UNITS = frozenset(
    key.bare for key in keys_of("k tr triệu nghìn ngàn tỷ tỉ củ đồng đ vnd vnđ usd dollars bucks đô")
)
_SUM = re.compile(r"\d+(?:k|tr|m|usd|d|vnd)")


def sum_behind(draft: Draft, first: int) -> int | None:
    """The last token of the sum that is got within the clause that goes on at ``first``; None where there is none."""
    folded, is_got = draft.folded, False
    for token in range(first, min(first + _FAR, len(folded.places))):
        key = folded.readings[token][0].key
        if (token > first and token in folded.breaks) or folded.ends_sentence(token) or key.bare in _PAID:
            return None
        if is_got and (last := sum_at(draft, token)) is not None:
            return last
        is_got = is_got or _is_got(key)
    return None


def _is_got(key: WordKey) -> bool:
    return any(key.marked == got.marked or (not key.has_marks and key.bare == got.bare) for got in _GOT)


def sum_at(draft: Draft, token: int) -> int | None:
    """The last token of "500k", "20 triệu", "1.000.000 đồng" or "$500", where it begins at ``token``."""
    readings, last = draft.folded.readings, token
    if _SUM.fullmatch(readings[token][0].key.bare):
        return token
    if not readings[token][0].key.bare.isdigit():
        return None
    while last + 1 < min(len(readings), token + _GROUPS) and readings[last + 1][0].key.bare.isdigit():
        last += 1
    if draft.folded.prefix(token) in tuple("$€"):
        return last
    is_unit = last + 1 < len(readings) and readings[last + 1][0].key.bare in _UNITS
    return last + 1 if is_unit else None
