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
        en="Far more likes than usual for this size: {likes_rate:pct1} of the followers like a typical post.",
        vi="Lượt thích cao hơn hẳn mức thường thấy: một bài điển hình được {likes_rate:pct1} người theo dõi bấm thích.",
    ),
    usual=Text(
        en="About {expected_rate:pct1} is usual for this size.",
        vi="Ở quy mô này thường khoảng {expected_rate:pct1}.",
    ),
    no_difference=Text(
        en="Likes are not unusually high for this size ({likes_rate:pct1}).",
        vi="Lượt thích không cao bất thường ở quy mô này ({likes_rate:pct1}).",
    ),
    innocent=Text(
        en="A close community, a viral run or paid promotion of the posts also lifts likes.",
        vi="Cộng đồng gắn bó, một đợt lan truyền mạnh hoặc quảng cáo bài viết cũng làm lượt thích tăng.",
    ),
)
