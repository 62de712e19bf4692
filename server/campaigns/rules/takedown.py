"""What a campaign has ready when an authority asks for a removal."""

from __future__ import annotations

from server.campaigns.rule import AdvertisingRule
from server.messages import Text

RULE = AdvertisingRule(
    id="takedown",
    level="ask",
    title=Text(
        en="Checklist of a campaign: contacts for a removal within 24 hours",
        vi="Danh mục của chiến dịch: đầu mối gỡ bài trong 24 giờ",
    ),
    text=Text(
        en="Contacts are written down so that a post can be removed within 24 hours of a request.",
        vi="Đã ghi đầu mối liên hệ để gỡ bài trong 24 giờ kể từ khi có yêu cầu.",
    ),
    source="Decree 342/2025/ND-CP",
    article="18",
    since="2026-02-15",
    checked_at="2026-11-29",
    confidence="A",
    is_checklist="campaign",
    find=lambda _: (),
    passing=(),
    failing=(),
)
