"""A sudden loss of followers against the creator's own history."""

from __future__ import annotations

from server.messages import Text
from server.signals import Signal, as_is

SIGNAL = Signal(
    id="growth_drop",
    group="growth",
    reads=("growth_fall",),
    direction="rising",
    measure=as_is,
    evidence=("history",),
    reason=Text(
        en="The largest fall between visits is {value:dec1} times the usual spread (robust z).",
        vi="Mức giảm lớn nhất giữa các lần xem bằng {value:dec1} lần độ dao động thường thấy (robust z).",
    ),
    innocent=Text(
        en="Instagram removes inactive accounts from everybody, and a quarrel costs followers too.",
        vi="Instagram xoá tài khoản không hoạt động của mọi người, và tranh cãi cũng làm mất người theo dõi.",
    ),
)
