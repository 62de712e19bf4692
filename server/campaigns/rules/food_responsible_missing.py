"""Who is responsible for the food."""

from __future__ import annotations

from collections.abc import Iterator

from server.campaigns.draft import Draft
from server.campaigns.rule import AdvertisingRule, Example
from server.campaigns.words import Spot
from server.messages import Text

_RESPONSIBLE = ("chịu trách nhiệm", "công ty", "responsible for this product", "company", "co ltd")


def find(draft: Draft) -> Iterator[Spot]:
    """The brief's notifier, or without one any company, is named."""
    notifier = draft.brief.notifier
    is_named = any(True for _ in draft.hits(_RESPONSIBLE)) if notifier is None else draft.says(notifier)
    if not is_named:
        yield Spot(told=notifier or "?")


RULE = AdvertisingRule(
    id="food_responsible_missing",
    categories=("food", "supplement", "infant_food"),
    level="ask",
    title=Text(
        en="Name and address of who is responsible for the food are not there",
        vi="Thiếu tên và địa chỉ của bên chịu trách nhiệm về thực phẩm",
    ),
    text=Text(
        en="Name who is responsible for the product, with the address ({told}).",
        vi="Hãy ghi tên và địa chỉ của bên chịu trách nhiệm về sản phẩm ({told}).",
    ),
    source="Decree 342/2025/ND-CP",
    article="5",
    since="2026-02-15",
    checked_at="2026-11-29",
    confidence="A",
    find=find,
    passing=(
        Example("Sản phẩm của Công ty Lá Xanh, Quận 1", {"category": "food", "notifier": "Công ty Lá Xanh"}),
        Example("Chịu trách nhiệm: công ty An An", {"category": "food"}),
    ),
    failing=(
        Example("Ngon lắm nha", {"category": "food", "notifier": "Công ty Lá Xanh"}),
        Example("So tasty", {"category": "food"}),
    ),
)
