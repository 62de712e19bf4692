"""What the creator confirms before the post is public."""

from __future__ import annotations

from server.campaigns.rule import AdvertisingRule
from server.messages import Text

RULE = AdvertisingRule(
    id="used_it",
    level="ask",
    title=Text(
        en="Checklist of a deliverable: has used it, has seen the papers, the advertiser is verified",
        vi="Danh mục kiểm tra mỗi đầu việc: đã dùng, đã xem giấy tờ, đã xác minh bên quảng cáo",
    ),
    text=Text(
        en="The creator has used the product and understands it, has seen its papers, and has verified who advertises.",
        vi="Nhà sáng tạo đã dùng và hiểu sản phẩm, đã xem giấy tờ của sản phẩm và đã xác minh bên quảng cáo.",
    ),
    source="Law on Advertising 16/2012/QH13, amended by 75/2025/QH15",
    article="15a",
    since="2026-01-01",
    checked_at="2026-11-29",
    confidence="A",
    is_checklist="deliverable",
    find=lambda _: (),
    passing=(),
    failing=(),
)
