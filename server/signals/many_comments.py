"""More comments than the likes explain."""

from __future__ import annotations

from server.messages import Text
from server.signals import Signal, as_is

SIGNAL = Signal(
    id="many_comments",
    group="comments",
    reads=("comments_per_100_likes",),
    direction="rising",
    measure=as_is,
    evidence=("likes", "comments"),
    reason=Text(
        en="More comments than the likes explain: {value:dec1} per 100 likes.",
        vi="Bình luận nhiều hơn mức lượt thích giải thích được: {value:dec1} trên 100 lượt thích.",
    ),
    usual=Text(
        en="2 to 5 is usual for close communities.",
        vi="Cộng đồng gắn bó thường có 2 đến 5.",
    ),
    no_difference=Text(
        en="Comments are not unusually many for the likes ({value:dec1} per 100).",
        vi="Bình luận không nhiều bất thường so với lượt thích ({value:dec1} trên 100).",
    ),
    innocent=Text(
        en="Giveaways and questions to the audience bring many comments.",
        vi="Bài giveaway và bài đặt câu hỏi thường có rất nhiều bình luận.",
    ),
)
