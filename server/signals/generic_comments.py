"""Praise that would fit under any post."""

from __future__ import annotations

from server.messages import Text
from server.signals import Signal, as_is

SIGNAL = Signal(
    id="generic_comments",
    group="comments",
    reads=("generic_share",),
    direction="rising",
    measure=as_is,
    evidence=("comment_rows",),
    reason=Text(
        en="{value:pct0} of the comments seen would fit under any post.",
        vi="{value:pct0} số bình luận đã xem là bình luận chung chung, đặt dưới bài nào cũng được.",
    ),
    innocent=Text(
        en="Friends and fans often write short praise.",
        vi="Bạn bè và người hâm mộ vốn hay khen ngắn gọn.",
    ),
    usual=Text(
        en="Up to 15% is usual.",
        vi="Thường đến 15% bình luận như vậy.",
    ),
)
