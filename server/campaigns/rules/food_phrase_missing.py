"""The words that name the kind of a food."""

from __future__ import annotations

from collections.abc import Iterator

from server.campaigns.draft import Draft
from server.campaigns.exempt import SUPERVISED
from server.campaigns.rule import AdvertisingRule, Example
from server.campaigns.words import Spot
from server.messages import Text

_PHRASES = {
    "supplement_food": ("Thực phẩm bổ sung",),
    "medical_nutrition": ("Thực phẩm dinh dưỡng y học", SUPERVISED),
}


def find(draft: Draft) -> Iterator[Spot]:
    """Each phrase of the brief's kind that is not there."""
    return (Spot(told=phrase) for phrase in _PHRASES[draft.brief.kind or ""] if not draft.says(phrase))


RULE = AdvertisingRule(
    id="food_phrase_missing",
    categories=("food",),
    level="must",
    title=Text(
        en="The words that name the kind of food are not there", vi="Thiếu cụm từ gọi tên loại thực phẩm"
    ),
    text=Text(
        en='Add the words "{told}".',
        vi='Hãy thêm cụm "{told}".',
    ),
    source="Decree 342/2025/ND-CP",
    article="5",
    since="2026-02-15",
    checked_at="2026-11-29",
    confidence="A",
    applies=lambda draft: draft.brief.kind is not None,
    find=find,
    passing=(
        Example("Thực phẩm bổ sung Ngũ Cốc", {"category": "food", "kind": "supplement_food"}),
        Example(
            "Thực phẩm dinh dưỡng y học Sữa A. Sử dụng cho người bệnh với sự giám sát của nhân viên y tế",
            {"category": "food", "kind": "medical_nutrition"},
        ),
    ),
    failing=(
        Example("Ngũ cốc mỗi sáng", {"category": "food", "kind": "supplement_food"}),
        Example("Thực phẩm dinh dưỡng y học Sữa A", {"category": "food", "kind": "medical_nutrition"}),
    ),
)
