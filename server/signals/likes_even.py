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
        en="Likes vary by {value:pct0} around their mean from post to post.",
        vi="Lượt thích giữa các bài dao động {value:pct0} quanh mức trung bình.",
    ),
    innocent=Text(
        en="Posts of one kind, always at the same hour, for a loyal audience can come out this even.",
        vi="Đăng cùng một kiểu bài, vào giờ cố định, cho nhóm người xem trung thành cũng có thể nhận lượt thích rất đều.",
    ),
)
