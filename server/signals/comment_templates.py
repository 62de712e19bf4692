"""The same sentences under different posts."""

from __future__ import annotations

from server.messages import Text
from server.signals import Signal, as_is

SIGNAL = Signal(
    id="comment_templates",
    group="automation",
    reads=("template_share",),
    direction="rising",
    measure=as_is,
    evidence=("comment_rows",),
    reason=Text(
        en="{value:pct0} of the comments seen have a near twin under another post.",
        vi="{value:pct0} số bình luận đã xem gần giống hệt một bình luận dưới bài khác.",
    ),
    innocent=Text(
        en="Loyal fans may greet every post in the same words.",
        vi="Người hâm mộ trung thành có thể để lại cùng một câu dưới mọi bài.",
    ),
    usual=Text(
        en="Usually fewer than 5% do.",
        vi="Thường chưa đến 5% bình luận như vậy.",
    ),
)
