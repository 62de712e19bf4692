"""Comments that repeat one another."""

from __future__ import annotations

from server.messages import Text
from server.signals import Signal, as_is

SIGNAL = Signal(
    id="duplicate_comments",
    group="comments",
    reads=("duplicate_share",),
    direction="rising",
    measure=as_is,
    evidence=("comment_rows",),
    reason=Text(
        en="{value:pct0} of the comments seen nearly repeat another one.",
        vi="{value:pct0} số bình luận đã xem gần như lặp lại một bình luận khác.",
    ),
    innocent=Text(
        en="A giveaway or a fan slogan makes many people write the same.",
        vi="Bài giveaway hoặc khẩu hiệu của cộng đồng người hâm mộ khiến nhiều người viết giống nhau.",
    ),
    usual=Text(
        en="Usually fewer than 5% do.",
        vi="Thường chưa đến 5% bình luận như vậy.",
    ),
)
