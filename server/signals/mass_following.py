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
        en="Follows {value:int} accounts, close to the most that Instagram allows.",
        vi="Đang theo dõi {value:int} tài khoản, gần mức tối đa Instagram cho phép.",
    ),
    usual=Text(
        en="Most people follow under 1,500; 7,500 is the limit.",
        vi="Đa số theo dõi dưới 1.500; tối đa là 7.500.",
    ),
    no_difference=Text(
        en="Follows {value:int} accounts, far from Instagram's limit.",
        vi="Đang theo dõi {value:int} tài khoản, còn xa mức tối đa.",
    ),
    innocent=Text(
        en="27% of ordinary people follow over 1,500 accounts; shops follow their customers.",
        vi="27% người dùng bình thường theo dõi hơn 1.500 tài khoản; các shop theo dõi khách hàng của mình.",
    ),
)
