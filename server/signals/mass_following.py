"""Follows far more accounts than a person reads."""

from __future__ import annotations

from server.messages import Text
from server.signals import Signal, as_is

SIGNAL = Signal(
    id="mass_following",
    group="automation",
    reads=("following",),
    direction="rising",
    measure=as_is,
    evidence=("following",),
    reason=Text(
        en="Follows {value:int} accounts, more than most people do.",
        vi="Đang theo dõi {value:int} tài khoản, nhiều hơn đa số mọi người.",
    ),
    usual=Text(
        en="Most follow under 1,500; Instagram allows 7,500.",
        vi="Đa số theo dõi dưới 1.500; Instagram cho phép 7.500.",
    ),
    no_difference=Text(
        en="Follows {value:int} accounts, no more than many people do.",
        vi="Đang theo dõi {value:int} tài khoản, không nhiều hơn mức thường thấy.",
    ),
    innocent=Text(
        en="27% of ordinary people follow over 1,500 accounts; shops follow their customers.",
        vi="27% người dùng bình thường theo dõi hơn 1.500 tài khoản; các shop theo dõi khách hàng của mình.",
    ),
)
