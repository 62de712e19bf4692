"""Replies within seconds."""

from __future__ import annotations

from server.messages import Text
from server.signals import Signal, as_is

SIGNAL = Signal(
    id="instant_replies",
    group="automation",
    reads=("reply_delay",),
    direction="falling",
    measure=as_is,
    evidence=("comment_rows",),
    reason=Text(
        en="The creator answers comments within {value:int} seconds, as if by itself.",
        vi="Nhà sáng tạo trả lời bình luận chỉ sau {value:int} giây, như thể tự động.",
    ),
    no_difference=Text(
        en="The creator answers comments in a person's time.",
        vi="Nhà sáng tạo trả lời bình luận với tốc độ của người thật.",
    ),
    innocent=Text(
        en="In the first minutes after posting, many creators sit and answer.",
        vi="Trong vài phút đầu sau khi đăng, nhiều nhà sáng tạo ngồi trả lời bình luận ngay.",
    ),
    usual=Text(
        en="People usually take minutes or hours to answer.",
        vi="Người thật thường mất vài phút đến vài giờ để trả lời.",
    ),
)
