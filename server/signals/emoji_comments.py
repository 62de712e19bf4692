"""Comments of emoji alone."""

from __future__ import annotations

from server.messages import Text
from server.signals import Signal, as_is

SIGNAL = Signal(
    id="emoji_comments",
    group="comments",
    reads=("emoji_share",),
    direction="rising",
    measure=as_is,
    evidence=("comment_rows",),
    reason=Text(
        en="{value:pct0} of the comments seen are emoji alone.",
        vi="{value:pct0} bình luận đã xem chỉ có biểu tượng cảm xúc.",
    ),
    innocent=Text(
        en="Instagram offers emoji with one tap, so real people send them too.",
        vi="Instagram cho gửi biểu tượng chỉ bằng một chạm nên người thật cũng hay dùng.",
    ),
)
