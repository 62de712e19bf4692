"""What a campaign with live selling has ready."""

from __future__ import annotations

from server.campaigns.rule import AdvertisingRule
from server.messages import Text

RULE = AdvertisingRule(
    id="live_papers",
    level="ask",
    title=Text(
        en="Checklist of a campaign: papers for live selling",
        vi="Danh mục của chiến dịch: giấy tờ cho livestream bán hàng",
    ),
    text=Text(
        en="Seller, host and product papers for live selling are collected and checked.",
        vi="Đã thu và kiểm tra giấy tờ của bên bán, người livestream và sản phẩm.",
    ),
    source="E-commerce Law 122/2025/QH15",
    article="23-24",
    since="",
    checked_at="2026-11-29",
    confidence="A",
    is_checklist="campaign",
    find=lambda _: (),
    passing=(),
    failing=(),
)
