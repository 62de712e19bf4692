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
        en="Far fewer likes than usual for this size: only {likes_rate:pct1} of the followers like a typical post.",
        vi="Lượt thích thấp hơn hẳn mức thường thấy: một bài điển hình chỉ được {likes_rate:pct1} người theo dõi bấm thích.",
    ),
    usual=Text(
        en="About {expected_rate:pct1} is usual for this size.",
        vi="Ở quy mô này thường khoảng {expected_rate:pct1}.",
    ),
    no_difference=Text(
        en="Likes are not unusually low for this size ({likes_rate:pct1}).",
        vi="Lượt thích không thấp bất thường ở quy mô này ({likes_rate:pct1}).",
    ),
    innocent=Text(
        en="An old account keeps followers who no longer look; reach also falls after a break or a change of topic.",
        vi="Tài khoản lâu năm có nhiều người theo dõi không còn xem nữa; lượt tiếp cận cũng giảm sau khi nghỉ đăng hoặc đổi chủ đề.",
    ),
)
