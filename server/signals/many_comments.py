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
        en="{value:dec1} comments per 100 likes; 2 to 5 is called healthy.",
        vi="{value:dec1} bình luận trên 100 lượt thích; mức 2 đến 5 được coi là tốt.",
    ),
    innocent=Text(
        en="Giveaways and questions to the audience bring many comments.",
        vi="Bài giveaway và bài đặt câu hỏi thường có rất nhiều bình luận.",
    ),
)
