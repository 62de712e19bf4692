"""Words that the brief forbids."""

from __future__ import annotations

from collections.abc import Iterator

from server.campaigns.draft import Draft
from server.campaigns.rule import AdvertisingRule, Example
from server.campaigns.words import Spot
from server.messages import Text


def find(draft: Draft) -> Iterator[Spot]:
    """Every place of a forbidden text, but not inside the brand's or the product's own name."""
    own = draft.own_names
    for word in draft.brief.forbidden:
        hits = (hit for hit in draft.hits((word,)) if not own.issuperset(range(hit.first, hit.end)))
        yield from (Spot(*draft.span(hit), told=word) for hit in hits)


RULE = AdvertisingRule(
    id="forbidden_word",
    level="must",
    title=Text(en="A word that the brief forbids", vi="Từ mà brief không cho dùng"),
    text=Text(
        en='The brief forbids "{told}". Leave it out.',
        vi='Brief không cho dùng "{told}". Hãy bỏ đi.',
    ),
    source="BRIEF.json",
    from_brief=True,
    applies=lambda draft: bool(draft.brief.forbidden),
    find=find,
    passing=(
        Example("Serum dịu nhẹ", {"forbidden": ["giá rẻ"]}),
        Example("Giá trẻ", {"forbidden": ["giá rẻ"]}),
        Example("Trà Giá Rẻ vị đào", {"forbidden": ["giá rẻ"], "product": "Trà Giá Rẻ"}),
    ),
    failing=(
        Example("Serum g.i.á rẻ", {"forbidden": ["giá rẻ"]}),
        Example("Serum GIÁ RẺẺẺ", {"forbidden": ["giá rẻ"]}),
        Example("serum gia re", {"forbidden": ["giá rẻ"]}),
        Example("Trà Giá Rẻ mà giá rẻ thiệt", {"forbidden": ["giá rẻ"], "product": "Trà Giá Rẻ"}),
    ),
)
