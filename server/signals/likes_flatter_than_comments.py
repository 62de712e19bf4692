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
        vi="Giữa các bài, mức dao động của bình luận bằng {value:times} lần của lượt thích; thường hai con số này lên xuống cùng nhau.",
    ),
    no_difference=Text(
        en="From post to post, comments vary about as much as likes; people who like also comment.",
        vi="Giữa các bài, bình luận dao động ngang với lượt thích; thường hai con số này lên xuống cùng nhau.",
    ),
    innocent=Text(
        en="A giveaway or a question brings many comments to one post and leaves the likes where they are.",
        vi="Một bài giveaway hoặc bài đặt câu hỏi có thể nhận rất nhiều bình luận mà lượt thích vẫn như cũ.",
    ),
)
