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
        en="Between visits many accounts were followed and left again ({value:pct0} of all that are followed).",
        vi="Giữa các lần xem có nhiều lượt theo dõi rồi bỏ theo dõi (bằng {value:pct0} số đang theo dõi).",
    ),
    usual=Text(
        en="A few percent are usual.",
        vi="Thường chỉ vài phần trăm.",
    ),
    no_difference=Text(
        en="Between visits hardly anybody was followed and left again.",
        vi="Giữa các lần xem hầu như không có lượt theo dõi rồi bỏ theo dõi.",
    ),
    innocent=Text(
        en="Clearing out old accounts and then following new interests looks the same.",
        vi="Bỏ theo dõi bớt tài khoản cũ rồi theo dõi chủ đề mới cũng cho kết quả như vậy.",
    ),
)
