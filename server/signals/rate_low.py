"""Likes far below what followers of this size give."""

from __future__ import annotations

from server.messages import Text
from server.metrics.engagement import log_ratio
from server.signals import Signal

SIGNAL = Signal(
    id="rate_low",
    group="likes",
    reads=("likes_rate", "expected_rate"),
    direction="falling",
    measure=log_ratio,
    evidence=("followers", "likes"),
    reason=Text(
        en="The median post is liked by {likes_rate:pct1} of the followers; about {expected_rate:pct1} is usual for this size.",
        vi="Một bài viết điển hình (trung vị) được {likes_rate:pct1} số người theo dõi bấm thích; mức thường thấy ở quy mô này là khoảng {expected_rate:pct1}.",
    ),
    innocent=Text(
        en="An old account keeps followers who no longer look; reach also falls after a break or a change of topic.",
        vi="Tài khoản lâu năm có nhiều người theo dõi không còn xem nữa; lượt tiếp cận cũng giảm sau khi nghỉ đăng hoặc đổi chủ đề.",
    ),
)
