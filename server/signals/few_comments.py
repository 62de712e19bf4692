"""Few comments for the likes."""

from __future__ import annotations

from server.messages import Text
from server.signals import Signal, as_is

SIGNAL = Signal(
    id="few_comments",
    group="comments",
    reads=("comments_per_100_likes",),
    direction="falling",
    measure=as_is,
    evidence=("likes", "comments"),
    reason=Text(
        en="{value:dec1} comments per 100 likes; established creators have about 1, and 2 to 5 is called healthy.",
        vi="{value:dec1} bình luận trên 100 lượt thích; nhà sáng tạo đã có tên tuổi thường có khoảng 1, còn 2 đến 5 được coi là tốt.",
    ),
    innocent=Text(
        en="Comments may be limited or filtered, and posts that are only pictures invite fewer of them.",
        vi="Bình luận có thể bị giới hạn hoặc lọc bớt, và bài chỉ có ảnh thường ít bình luận hơn.",
    ),
)
