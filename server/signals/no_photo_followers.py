"""Followers without a photo."""

from __future__ import annotations

from server.messages import Text
from server.signals import Signal, as_is

SIGNAL = Signal(
    id="no_photo_followers",
    group="followers",
    reads=("no_photo_share",),
    direction="rising",
    measure=as_is,
    evidence=("follower_rows",),
    reason=Text(
        en="{value:pct0} of the followers seen have no photo.",
        vi="{value:pct0} số người theo dõi đã xem không có ảnh đại diện.",
    ),
    innocent=Text(
        en="Older people and private accounts often have no photo; the top of the list shows fewer of them than the rest.",
        vi="Người lớn tuổi và tài khoản riêng tư thường không có ảnh; đầu danh sách ít tài khoản như vậy hơn phần còn lại.",
    ),
)
