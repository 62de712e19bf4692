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
        en="Likes stay rather level while comments come now many, now few.",
        vi="Lượt thích khá đều còn bình luận lúc nhiều lúc ít.",
    ),
    usual=Text(
        en="The two usually rise and fall together.",
        vi="Bình thường hai số này tăng giảm cùng nhau.",
    ),
    no_difference=Text(
        en="Likes and comments rise and fall together.",
        vi="Lượt thích và bình luận tăng giảm cùng nhau.",
    ),
    innocent=Text(
        en="A giveaway or a question brings many comments to one post and leaves the likes where they are.",
        vi="Một bài giveaway hoặc bài đặt câu hỏi có thể nhận rất nhiều bình luận mà lượt thích vẫn như cũ.",
    ),
)
