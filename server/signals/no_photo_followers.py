"""Followers without a photo."""

from __future__ import annotations

from server.messages import Text
from server.signals import Signal, first

SIGNAL = Signal(
    id="no_photo_followers",
    group="followers",
    reads=("no_photo_share", "no_photo_rows", "photo_rows"),
    direction="rising",
    measure=first,
    evidence=("follower_rows",),
    reason=Text(
        en="{no_photo_rows:int} of {photo_rows:int} follower rows read have no photo.",
        vi="{no_photo_rows:int} trong {photo_rows:int} dòng người theo dõi đã đọc chưa có ảnh đại diện.",
    ),
    usual=Text(
        en="About 12% of a whole list is usual, fewer among its latest rows.",
        vi="Thường khoảng 12% trên cả danh sách, ít hơn ở các dòng mới nhất.",
    ),
    usual_own=Text(
        en="{own_no_photo:pct0} is usual in the {own_lists:int} other follower lists that you have read (median).",
        vi="Ở {own_lists:int} danh sách người theo dõi khác bạn đã đọc, thường khoảng {own_no_photo:pct0} chưa có ảnh (trung vị).",
    ),
    own_figure="own_no_photo",
    innocent=Text(
        en="Older people and private accounts often have no photo; the top of the list shows fewer of them than the rest.",
        vi="Người lớn tuổi và tài khoản riêng tư thường không có ảnh; đầu danh sách ít tài khoản như vậy hơn phần còn lại.",
    ),
)
