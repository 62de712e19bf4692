"""A jump of followers against the creator's own history."""

from __future__ import annotations

from server.messages import Text
from server.signals import Signal, first

SIGNAL = Signal(
    id="growth_jump",
    group="growth",
    reads=("growth_rise", "rise_by", "rise_from", "rise_to"),
    direction="rising",
    measure=first,
    evidence=("history",),
    reason=Text(
        en="The fastest rise between visits: {rise_by:int} more followers from {rise_from:date} to {rise_to:date}.",
        vi="Lần tăng nhanh nhất giữa hai lần xem: thêm {rise_by:int} người theo dõi, từ {rise_from:date} đến {rise_to:date}.",
    ),
    innocent=Text(
        en="Paid ads, a giveaway or a viral post bring followers in a jump.",
        vi="Quảng cáo trả tiền, giveaway hoặc một bài viết lan truyền mạnh cũng làm số người theo dõi tăng vọt.",
    ),
)
