"""Follows many accounts for the followers it has."""

from __future__ import annotations

from server.messages import Text
from server.metrics.engagement import log_ratio
from server.signals import Signal

SIGNAL = Signal(
    id="follow_ratio",
    group="followers",
    reads=("following", "followers"),
    direction="rising",
    measure=log_ratio,
    evidence=("following", "followers"),
    reason=Text(
        en="Follows {following:int} accounts and has {followers:int} followers.",
        vi="Đang theo dõi {following:int} tài khoản và có {followers:int} người theo dõi.",
    ),
    innocent=Text(
        en="Shops and community accounts often follow their customers back.",
        vi="Các shop và tài khoản cộng đồng thường theo dõi lại khách hàng.",
    ),
)
