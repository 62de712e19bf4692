"""Followers whose names are largely digits."""

from __future__ import annotations

from server.messages import Text
from server.signals import Signal, as_is

SIGNAL = Signal(
    id="digit_name_followers",
    group="followers",
    reads=("digit_name_share",),
    direction="rising",
    measure=as_is,
    evidence=("follower_rows",),
    reason=Text(
        en="{value:pct0} of the followers seen have a user name that is at least 30% digits.",
        vi="{value:pct0} số người theo dõi đã xem có tên tài khoản mà ít nhất 30% ký tự là chữ số.",
    ),
    innocent=Text(
        en="Many people put a birthday or phone number into their name.",
        vi="Nhiều người đưa ngày sinh hoặc số điện thoại vào tên tài khoản.",
    ),
)
