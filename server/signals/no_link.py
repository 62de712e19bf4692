"""No link in the header."""

from __future__ import annotations

from server.messages import Text
from server.metrics.arrays import FloatArray
from server.signals import Signal


def measure(has_link: FloatArray) -> FloatArray:
    """1 without a link, 0 with one."""
    return 1.0 - has_link


SIGNAL = Signal(
    id="no_link",
    group="profile",
    reads=("has_link",),
    direction="rising",
    measure=measure,
    is_yes_no=True,
    evidence=("external_url",),
    reason=Text(
        en="The biography has no link.",
        vi="Tiểu sử chưa gắn liên kết.",
    ),
    usual=Text(
        en="Many creators link a shop, a channel or a contact page.",
        vi="Nhiều nhà sáng tạo gắn liên kết tới shop, kênh khác hoặc trang liên hệ.",
    ),
    no_difference=Text(
        en="The biography has a link.",
        vi="Tiểu sử có gắn liên kết.",
    ),
    innocent=Text(
        en="A link is a choice; many honest creators have none.",
        vi="Có gắn liên kết hay không là tùy mỗi người; nhiều nhà sáng tạo trung thực không gắn.",
    ),
)
