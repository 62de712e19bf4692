"""A jump of followers against the creator's own history."""

from __future__ import annotations

from server.messages import Text
from server.signals import Signal, as_is

SIGNAL = Signal(
    id="growth_jump",
    group="growth",
    reads=("growth_rise",),
    direction="rising",
    measure=as_is,
    evidence=("history",),
    reason=Text(
        en="The largest rise between visits is {value:dec1} times the usual spread (robust z).",
        vi="Mức tăng lớn nhất giữa các lần xem bằng {value:dec1} lần độ dao động thường thấy (robust z).",
    ),
    innocent=Text(
        en="Paid ads, a giveaway or a viral post bring followers in a jump.",
        vi="Quảng cáo trả tiền, chương trình tặng quà hoặc bài viết lan truyền cũng làm lượng theo dõi tăng vọt.",
    ),
)
