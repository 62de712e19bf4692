"""Advertising these goods is banned."""

from __future__ import annotations

from server.campaigns.rule import AdvertisingRule, Example
from server.campaigns.words import Spot
from server.messages import Text

RULE = AdvertisingRule(
    id="banned_goods",
    categories=("banned",),
    level="must",
    title=Text(
        en="Tobacco, e-cigarettes, spirits from 15 %, prescription drugs, betting: always",
        vi="Thuốc lá, thuốc lá điện tử, rượu từ 15 độ, thuốc kê đơn, cá cược: luôn báo",
    ),
    text=Text(
        en="Advertising these goods is banned, whatever its words. No wording passes.",
        vi="Quảng cáo loại hàng này bị cấm, dù viết thế nào. Không có cách viết nào đạt.",
    ),
    source="Law on Advertising 16/2012/QH13, amended by 75/2025/QH15; Decree 38/2021/ND-CP Art. 33.1",
    article="7",
    checked_at="2026-11-29",
    confidence="A",
    find=lambda _: [Spot()],
    passing=(
        Example("Một ngày bình thường", {"category": "general"}),
        Example("A normal day", {"category": "food"}),
    ),
    failing=(
        Example("Một ngày bình thường", {"category": "banned"}),
        Example("A normal day", {"category": "banned"}),
    ),
)
