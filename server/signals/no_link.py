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
    evidence=("external_url",),
    reason=Text(
        en="Links in the header: {has_link:int}.",
        vi="Số liên kết ở đầu trang: {has_link:int}.",
    ),
    innocent=Text(
        en="A link is a choice; many honest creators have none.",
        vi="Có gắn liên kết hay không là tùy mỗi người; nhiều nhà sáng tạo trung thực không gắn.",
    ),
)
