"""Adverts and scams among the comments."""

from __future__ import annotations

from server.messages import Text
from server.signals import Signal, as_is

SIGNAL = Signal(
    id="spam_comments",
    group="comments",
    reads=("spam_share",),
    direction="rising",
    measure=as_is,
    evidence=("comment_rows",),
    reason=Text(
        en="{value:pct0} of the comments seen are adverts, scams or follow-for-follow.",
        vi="{value:pct0} số bình luận đã xem là quảng cáo, lừa đảo hoặc rủ theo dõi chéo.",
    ),
    innocent=Text(
        en="Spam comes unasked to every popular account; a creator may simply not have deleted it.",
        vi="Tài khoản nổi tiếng nào cũng bị spam; có thể nhà sáng tạo chỉ chưa kịp xóa.",
    ),
    usual=Text(
        en="Up to 10% is usual, and strangers send it.",
        vi="Thường đến 10%, và do người lạ gửi.",
    ),
)
