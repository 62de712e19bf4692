"""No word says that the draft is advertising."""

from __future__ import annotations

from server.campaigns.rule import AdvertisingRule, Example
from server.campaigns.rules._disclosure import disclosures
from server.campaigns.words import Spot
from server.messages import Text

RULE = AdvertisingRule(
    id="disclosure_missing",
    level="must",
    title=Text(
        en="A paid draft that no word marks as advertising",
        vi="Bài có trả phí mà không có từ nào cho biết là quảng cáo",
    ),
    text=Text(
        en='Nothing says that this is paid. Begin with "Quảng cáo", "#quangcao", "Hợp tác cùng ...", "#ad" or "Paid partnership".',
        vi='Chưa có từ nào cho biết đây là bài trả phí. Hãy mở đầu bằng "Quảng cáo", "#quangcao", "Hợp tác cùng ...", "#ad" hoặc "Paid partnership".',
    ),
    source="Law on Advertising 16/2012/QH13, amended by 75/2025/QH15",
    article="15a, 23",
    since="2026-01-01",
    checked_at="2026-11-29",
    confidence="A",
    applies=lambda draft: draft.brief.paid,
    find=lambda draft: [] if disclosures(draft) else [Spot()],
    passing=(
        Example("#quangcao Serum Lá Xanh mình dùng hai tuần rồi", {"brand": "Lá Xanh"}),
        Example("QC: serum mới nha", {"brand": "Lá Xanh"}),
        Example("#ad My new serum is here", {"brand": "Lá Xanh"}),
        Example("Hop tac cung La Xanh: serum moi", {"brand": "Lá Xanh"}),
    ),
    failing=(
        Example("Serum Lá Xanh mình dùng hai tuần rồi", {"brand": "Lá Xanh"}),
        Example("Không phải quảng cáo đâu, mình thích thật", {"brand": "Lá Xanh"}),
        Example("Not an ad, I just like it", {"brand": "Lá Xanh"}),
        Example("Ad ơi cho mình hỏi giá, liên hệ hợp tác: a@b.vn", {"brand": "Lá Xanh"}),
    ),
)
