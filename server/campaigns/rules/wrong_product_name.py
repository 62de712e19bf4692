"""The exact name of the product."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from server.campaigns.draft import Draft, phrases_of
from server.campaigns.phrases import keys_of
from server.campaigns.rule import AdvertisingRule, Example
from server.campaigns.words import Spot
from server.messages import Text

MAX_PLACES = 500
"""Words from which a misspelled name is looked for; a caption of 2,200 characters has about as many."""
NEAR = 0.75
"""Likeness from which other words are taken for a misspelled name."""


_MODEL = re.compile(r" (?:Max|MAX|Plus|PLUS|Ultra|ULTRA|Mini|MINI|Lite|LITE|Pro|PRO|SE|Premium|Deluxe)\b")
"""Right behind a name it is another product's; in small letters it is a word like others ("plus a gift")."""


def find(draft: Draft) -> Iterator[Spot]:
    """Nothing where the name is said; else the words that come nearest to it, or that it is missing."""
    name = draft.brief.product or ""
    said = [draft.span(hit) for hit in phrases_of((name,)).find(draft.folded, across=True)]
    models = [_MODEL.match(draft.text, end) for _, end in said]
    if said and models[0] and all(models):  # only as the beginning of another model's
        yield Spot(said[0][0], models[0].end(), told=name)
    if said:
        return
    wanted = [key.marked for key in keys_of(name)]
    places = draft.folded.places
    words = [readings[0].key.marked for readings in draft.folded.readings]
    size = len(wanted)
    beginnings = range(min(len(words) - size + 1, MAX_PLACES))
    likeness = [(_likeness(wanted, words[first : first + size]), first) for first in beginnings]
    best, first = max(likeness, default=(0.0, 0))
    yield Spot(places[first][0], places[first + size - 1][1], told=name) if best >= NEAR else Spot(told=name)


def _likeness(wanted: list[str], given: list[str]) -> float:
    """From 0 to 1; 0 where it is quick to see that it is not near: without a common word where there are several, or by
    how long the two are and which letters they have."""
    if len(wanted) > 1 and not set(wanted) & set(given):
        return 0.0
    matcher = SequenceMatcher(None, " ".join(wanted), " ".join(given))
    if matcher.real_quick_ratio() < NEAR or matcher.quick_ratio() < NEAR:
        return 0.0
    return matcher.ratio()


RULE = AdvertisingRule(
    id="wrong_product_name",
    level="must",
    title=Text(en="The exact name of the product is not there", vi="Không có đúng tên sản phẩm"),
    text=Text(
        en='The exact name is "{told}". Write it so.',
        vi='Tên đúng là "{told}". Hãy ghi đúng như vậy.',
    ),
    source="BRIEF.json",
    from_brief=True,
    applies=lambda draft: draft.brief.product is not None,
    find=find,
    passing=(
        Example("Mình dùng serum lá xanh glow", {"product": "Serum Lá Xanh Glow"}),
        Example("Nồi Gốm N3 plus a free lid", {"product": "Nồi Gốm N3"}),
        Example("Mình đổi Nồi Gốm N3 Plus lấy Nồi Gốm N3", {"product": "Nồi Gốm N3"}),
    ),
    failing=(
        Example("Nhà mình có Nồi Gốm N3 Plus rồi", {"product": "Nồi Gốm N3"}),
        Example("Mình dùng Serum Lá Xanh Glo", {"product": "Serum Lá Xanh Glow"}),
        Example("Mình dùng kem", {"product": "Serum Lá Xanh Glow"}),
        Example("Mình dùng Sửa rửa mặt Lá Xanh nha", {"product": "Sữa rửa mặt Lá Xanh"}),
    ),
)
