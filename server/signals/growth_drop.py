"""A sudden loss of followers against the creator's own history."""

from __future__ import annotations

from server.messages import Text
from server.signals import Signal, first

SIGNAL = Signal(
    id="growth_drop",
    group="growth",
    reads=("growth_fall", "fall_by", "fall_from", "fall_to"),
    direction="rising",
    measure=first,
    evidence=("history",),
    reason=Text(
        en="A sudden fall between visits: {fall_by:int} fewer followers from {fall_from:date} to {fall_to:date}.",
        vi="Sụt mạnh giữa hai lần xem: mất {fall_by:int} người theo dõi, từ {fall_from:date} đến {fall_to:date}.",
    ),
    usual=Text(
        en="Followers usually change little from one visit to the next.",
        vi="Thường số người theo dõi ít thay đổi giữa hai lần xem.",
    ),
    no_difference=Text(
        en="No sudden fall between the visits.",
        vi="Không có lần sụt đột ngột nào giữa các lần xem.",
    ),
    innocent=Text(
        en="Instagram removes inactive accounts from everybody's followers, and a controversy costs followers too.",
        vi="Khi Instagram xóa tài khoản không hoạt động, ai cũng mất một ít người theo dõi; vướng tranh cãi cũng làm mất người theo dõi.",
    ),
)
