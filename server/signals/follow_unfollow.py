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
        en="Between visits, following and unfollowing that cancelled out came to {value:pct0} of the accounts followed.",
        vi="Giữa các lần xem, số lượt theo dõi rồi bỏ theo dõi bù trừ nhau bằng {value:pct0} số tài khoản đang theo dõi.",
    ),
    innocent=Text(
        en="A tidy-up of old accounts followed by new interests looks alike.",
        vi="Dọn bớt tài khoản cũ rồi theo dõi chủ đề mới cũng cho kết quả tương tự.",
    ),
)
