"""The exact name of the product."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher

from server.campaigns.draft import Draft
from server.campaigns.phrases import keys_of
from server.campaigns.rule import AdvertisingRule, Example
from server.campaigns.words import Spot
from server.messages import Text

MAX_PLACES = 500
"""Words from which a misspelled name is looked for; a caption of 2,200 characters has about as many."""
NEAR = 0.75
"""Likeness from which other words are taken for a misspelled name."""


def find(draft: Draft) -> Iterator[Spot]:
    """Nothing where the name is said; else the words that come nearest to it, or that it is missing."""
    name = draft.brief.product or ""
    if draft.says(name):
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
    passing=(Example("Mình dùng serum lá xanh glow", {"product": "Serum Lá Xanh Glow"}),),
    failing=(
        Example("Mình dùng Serum Lá Xanh Glo", {"product": "Serum Lá Xanh Glow"}),
        Example("Mình dùng kem", {"product": "Serum Lá Xanh Glow"}),
        Example("Mình dùng Sửa rửa mặt Lá Xanh nha", {"product": "Sữa rửa mặt Lá Xanh"}),
    ),
)
