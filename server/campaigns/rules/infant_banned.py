"""Advertising milk substitutes for infants is banned."""

from __future__ import annotations

from server.campaigns.rule import AdvertisingRule, Example
from server.campaigns.words import Spot
from server.messages import Text

RULE = AdvertisingRule(
    id="infant_banned",
    categories=("infant",),
    level="must",
    title=Text(
        en="Milk substitutes under 24 months, complementary food under 6 months, bottles and teats: always",
        vi="Sữa thay thế sữa mẹ dưới 24 tháng, thức ăn bổ sung dưới 6 tháng, bình bú, vú ngậm: luôn báo",
    ),
    text=Text(
        en="Such an advertisement is banned, whatever its words. No wording passes.",
        vi="Loại quảng cáo này bị cấm, dù viết thế nào. Không có cách viết nào đạt.",
    ),
    source="Law on Advertising 16/2012/QH13, amended by 75/2025/QH15; Decree 100/2014/ND-CP; Decree 38/2021/ND-CP Art. 33.1",
    article="7.4",
    checked_at="2026-11-29",
    confidence="A",
    find=lambda _: [Spot()],
    passing=(
        Example("Một ngày bình thường", {"category": "general"}),
        Example("A normal day", {"category": "food"}),
    ),
    failing=(
        Example("Một ngày bình thường", {"category": "infant"}),
        Example("A normal day", {"category": "infant"}),
    ),
)
