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
        en="A sudden rise between visits: {rise_by:int} more followers from {rise_from:date} to {rise_to:date}.",
        vi="Tăng vọt giữa hai lần xem: thêm {rise_by:int} người theo dõi, từ {rise_from:date} đến {rise_to:date}.",
    ),
    usual=Text(
        en="1.4 to 5.7% a month is usual below 100,000 followers.",
        vi="Dưới 100.000 người theo dõi, thường tăng 1,4 đến 5,7% mỗi tháng.",
    ),
    no_difference=Text(
        en="No sudden rise between the visits.",
        vi="Không có lần tăng đột ngột nào giữa các lần xem.",
    ),
    innocent=Text(
        en="Paid ads, a giveaway or a viral post bring followers in a jump.",
        vi="Quảng cáo trả tiền, giveaway hoặc một bài viết lan truyền mạnh cũng làm số người theo dõi tăng vọt.",
    ),
)
