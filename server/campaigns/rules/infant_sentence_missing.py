"""The sentences about mother's milk."""

from __future__ import annotations

from collections.abc import Iterator

from server.campaigns.draft import Draft, phrases_of
from server.campaigns.exempt import BESIDE_MILK, MOTHERS_MILK
from server.campaigns.rule import AdvertisingRule, Example
from server.campaigns.words import Spot
from server.messages import Text

BESIDE_MILK_UNDER = 24
"""Months."""


def find(draft: Draft) -> Iterator[Spot]:
    """The first sentence at the beginning; the second, with the age behind it, for the smallest."""
    opening = phrases_of((MOTHERS_MILK,)).find(draft.folded, across=True)
    if not any(hit.first == 0 for hit in opening):
        yield Spot(told=MOTHERS_MILK)
    age = draft.brief.age_months
    if age is not None and age < BESIDE_MILK_UNDER and not _says_age(draft, age):
        yield Spot(told=f"{BESIDE_MILK} ({age} tháng tuổi)")


def _says_age(draft: Draft, age: int) -> bool:
    return draft.says(BESIDE_MILK) and any(draft.says(f"{age} {months}") for months in ("tháng", "months"))


RULE = AdvertisingRule(
    id="infant_sentence_missing",
    categories=("infant_food",),
    level="must",
    title=Text(
        en="Does not begin with the sentence about mother's milk; under 24 months also without the second sentence and its age",
        vi="Không mở đầu bằng câu về sữa mẹ; dưới 24 tháng còn thiếu câu thứ hai kèm độ tuổi",
    ),
    text=Text(
        en='Add word for word: "{told}" (the first sentence opens the text; check the exact words of the second).',
        vi='Hãy thêm nguyên văn: "{told}" (câu thứ nhất phải mở đầu bài; cần kiểm tra lại nguyên văn câu thứ hai).',
    ),
    source="Decree 100/2014/ND-CP; Decree 342/2025/ND-CP",
    article="not looked up",
    checked_at="2026-11-29",
    confidence="A",
    find=find,
    passing=(
        Example(
            "Sữa mẹ là thức ăn tốt nhất cho sức khỏe và sự phát triển toàn diện của trẻ nhỏ. Bánh ăn dặm",
            {"category": "infant_food", "age_months": 36},
        ),
        Example(
            "SỮA MẸ LÀ THỨC ĂN TỐT NHẤT CHO SỨC KHỎE VÀ SỰ PHÁT TRIỂN TOÀN DIỆN CỦA TRẺ NHỎ. Sản phẩm này là thức ăn bổ sung và được ăn thêm cùng với sữa mẹ cho trẻ từ 12 tháng tuổi",
            {"category": "infant_food", "age_months": 12},
        ),
    ),
    failing=(
        Example(
            "Bánh ăn dặm. Sữa mẹ là thức ăn tốt nhất cho sức khỏe và sự phát triển toàn diện của trẻ nhỏ",
            {"category": "infant_food", "age_months": 36},
        ),
        Example(
            "Sữa mẹ là thức ăn tốt nhất cho sức khỏe và sự phát triển toàn diện của trẻ nhỏ. Bánh ăn dặm",
            {"category": "infant_food", "age_months": 12},
        ),
        Example("Baby snacks", {"category": "infant_food", "age_months": 36}),
    ),
)
