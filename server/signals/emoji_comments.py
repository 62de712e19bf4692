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
        en="{value:pct0} of the comments seen are nothing but emoji.",
        vi="{value:pct0} số bình luận đã xem chỉ có emoji.",
    ),
    innocent=Text(
        en="Instagram offers emoji with one tap, so real people send them too.",
        vi="Instagram cho gửi emoji chỉ bằng một chạm nên người thật cũng hay dùng.",
    ),
    usual=Text(
        en="Up to 30% is usual.",
        vi="Thường đến 30% bình luận như vậy.",
    ),
)
