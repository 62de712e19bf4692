"""Comments of mentions alone."""

from __future__ import annotations

from server.messages import Text
from server.signals import Signal, as_is

SIGNAL = Signal(
    id="mention_comments",
    group="comments",
    reads=("mention_share",),
    direction="rising",
    measure=as_is,
    evidence=("comment_rows",),
    reason=Text(
        en="{value:pct0} of the comments seen only tag other accounts.",
        vi="{value:pct0} số bình luận đã xem chỉ gắn thẻ tài khoản khác.",
    ),
    innocent=Text(
        en="Giveaways ask for tags, and friends show each other a post this way.",
        vi="Bài giveaway thường yêu cầu gắn thẻ, và bạn bè cũng rủ nhau xem bài bằng cách này.",
    ),
    usual=Text(
        en="Up to 20% is usual.",
        vi="Thường đến 20% bình luận như vậy.",
    ),
)
