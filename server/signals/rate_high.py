"""Likes far above what followers of this size give."""

from __future__ import annotations

from server.messages import Text
from server.metrics.engagement import log_ratio
from server.signals import Signal

SIGNAL = Signal(
    id="rate_high",
    group="likes",
    reads=("likes_rate", "expected_rate"),
    direction="rising",
    measure=log_ratio,
    evidence=("followers", "likes"),
    reason=Text(
        en="The median post is liked by {likes_rate:pct1} of the followers; about {expected_rate:pct1} is usual for this size.",
        vi="Một bài viết điển hình (trung vị) được {likes_rate:pct1} số người theo dõi bấm thích; mức thường thấy ở quy mô này là khoảng {expected_rate:pct1}.",
    ),
    innocent=Text(
        en="A close community, a viral run or paid promotion of the posts also lifts likes.",
        vi="Cộng đồng gắn bó, một đợt lan truyền mạnh hoặc quảng cáo bài viết cũng làm lượt thích tăng.",
    ),
)
