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
        en="Few comments for the likes: {value:dec1} per 100 likes.",
        vi="Ít bình luận so với lượt thích: {value:dec1} trên 100 lượt thích.",
    ),
    usual=Text(
        en="About 1 is usual for established creators, 2 to 5 for close communities.",
        vi="Nhà sáng tạo đã có tên tuổi thường có khoảng 1, cộng đồng gắn bó có 2 đến 5.",
    ),
    no_difference=Text(
        en="Comments are not few for the likes ({value:dec1} per 100).",
        vi="Bình luận không ít so với lượt thích ({value:dec1} trên 100).",
    ),
    innocent=Text(
        en="Comments may be limited or filtered, and posts that are only pictures invite fewer of them.",
        vi="Bình luận có thể bị giới hạn hoặc lọc bớt, và bài chỉ có ảnh thường ít bình luận hơn.",
    ),
)
