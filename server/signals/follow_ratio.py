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
        en="Follows {following:int} accounts, many for {followers:int} followers.",
        vi="Đang theo dõi {following:int} tài khoản, khá nhiều so với {followers:int} người theo dõi.",
    ),
    usual=Text(
        en="Most creators follow under a third as many as follow them.",
        vi="Đa số nhà sáng tạo theo dõi chưa đến một phần ba số người theo dõi mình.",
    ),
    no_difference=Text(
        en="Follows {following:int} accounts, few for {followers:int} followers.",
        vi="Đang theo dõi {following:int} tài khoản, không nhiều so với {followers:int} người theo dõi.",
    ),
    innocent=Text(
        en="Shops and community accounts often follow their customers back.",
        vi="Các shop và tài khoản cộng đồng thường theo dõi lại khách hàng.",
    ),
)
