"""Nearly the same number of likes on every post."""

from __future__ import annotations

from server.messages import Text
from server.signals import Signal, as_is

SIGNAL = Signal(
    id="likes_even",
    group="likes",
    reads=("likes_cv",),
    direction="falling",
    measure=as_is,
    evidence=("likes",),
    reason=Text(
        en="Nearly the same number of likes on every post (they differ by only {value:pct0}).",
        vi="Bài nào cũng gần như cùng một số lượt thích (chênh chỉ {value:pct0}).",
    ),
    usual=Text(
        en="30-60% is usual.",
        vi="Thường chênh 30-60%.",
    ),
    no_difference=Text(
        en="Likes rise and fall from post to post ({value:pct0}), as usual.",
        vi="Lượt thích lên xuống tự nhiên giữa các bài (chênh {value:pct0}).",
    ),
    innocent=Text(
        en="Posts of one kind, always at the same hour, for a loyal audience can come out this even.",
        vi="Đăng cùng một kiểu bài, vào giờ cố định, cho nhóm người xem trung thành cũng có thể nhận lượt thích rất đều.",
    ),
)
