"""Following goes up and down between visits."""

from __future__ import annotations

from server.messages import Text
from server.signals import Signal, as_is

SIGNAL = Signal(
    id="follow_unfollow",
    group="automation",
    reads=("following_churn",),
    direction="rising",
    measure=as_is,
    evidence=("history",),
    reason=Text(
        en="Between visits the number of accounts followed rose and fell again; what cancelled out came to {value:pct0} of it.",
        vi="Giữa các lần xem, số tài khoản đang theo dõi tăng rồi lại giảm; phần bù trừ nhau bằng {value:pct0} con số đó.",
    ),
    innocent=Text(
        en="Clearing out old accounts and then following new interests looks the same.",
        vi="Bỏ theo dõi bớt tài khoản cũ rồi theo dõi chủ đề mới cũng cho kết quả như vậy.",
    ),
)
