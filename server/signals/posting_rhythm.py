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
        en="Posts come at nearly the same interval each time (it differs by only {value:pct0}).",
        vi="Các bài đăng cách nhau gần như đúng một khoảng (chênh chỉ {value:pct0}).",
    ),
    usual=Text(
        en="50-100% is usual.",
        vi="Thường chênh 50-100%.",
    ),
    no_difference=Text(
        en="Posts come at uneven intervals, as people post.",
        vi="Các bài đăng cách nhau không đều, như người thật đăng.",
    ),
    innocent=Text(
        en="Planned posting with a scheduling tool is good practice, not a fault.",
        vi="Lên lịch đăng bài bằng công cụ là thói quen tốt, không phải lỗi.",
    ),
)
