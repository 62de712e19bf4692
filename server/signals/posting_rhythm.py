"""Posts at nearly equal intervals."""

from __future__ import annotations

from server.messages import Text
from server.signals import Signal, as_is

SIGNAL = Signal(
    id="posting_rhythm",
    group="automation",
    reads=("rhythm",),
    direction="falling",
    measure=as_is,
    evidence=("dates",),
    reason=Text(
        en="The time between posts varies by {value:pct0} around its mean.",
        vi="Khoảng thời gian giữa các bài dao động {value:pct0} quanh mức trung bình.",
    ),
    innocent=Text(
        en="Planned posting with a scheduling tool is good practice, not a fault.",
        vi="Lên lịch đăng bài bằng công cụ là thói quen tốt, không phải lỗi.",
    ),
)
