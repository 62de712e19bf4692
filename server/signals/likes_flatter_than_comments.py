"""Likes that stay level while comments rise and fall."""

from __future__ import annotations

from server.messages import Text
from server.signals import Signal, as_is

SIGNAL = Signal(
    id="likes_flatter_than_comments",
    group="likes",
    reads=("flatness",),
    direction="rising",
    measure=as_is,
    evidence=("likes", "comments"),
    reason=Text(
        en="From post to post, comments vary {value:times} times as much as likes; people who like also comment.",
        vi="Giữa các bài, bình luận dao động gấp {value:times} lần lượt thích; thường hai con số này lên xuống cùng nhau.",
    ),
    innocent=Text(
        en="A giveaway or a question brings many comments to one post and leaves the likes where they are.",
        vi="Một bài tặng quà hoặc đặt câu hỏi có thể nhận rất nhiều bình luận mà lượt thích vẫn như cũ.",
    ),
)
