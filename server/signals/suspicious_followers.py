"""Rows of the follower list that look machine-made or bought."""

from __future__ import annotations

from server.messages import Text
from server.signals import Signal, first

SIGNAL = Signal(
    id="suspicious_followers",
    group="followers",
    reads=("suspicious_share", "follower_rows", "rows_with_signs"),
    direction="rising",
    measure=first,
    evidence=("follower_rows",),
    reason=Text(
        en="{rows_with_signs:int} of {follower_rows:int} follower rows read look machine-made or bought: at least {value:pct0} of the part of the list that was read.",
        vi="{rows_with_signs:int} trong {follower_rows:int} dòng người theo dõi đã đọc có dấu hiệu của tài khoản mua hoặc do máy tạo: ít nhất {value:pct0} ở phần danh sách đã đọc.",
    ),
    usual=Text(
        en="Lists of real people have hardly any such rows.",
        vi="Danh sách người thật thường có rất ít dòng như vậy.",
    ),
    usual_own=Text(
        en="{own_signs:pct0} of rows is usual in the {own_lists:int} other follower lists that you have read (median).",
        vi="Ở {own_lists:int} danh sách người theo dõi khác bạn đã đọc, thường khoảng {own_signs:pct0} số dòng như vậy (trung vị).",
    ),
    own_figure="own_signs",
    innocent=Text(
        en="Every public account collects some such followers unasked, and bare new accounts can be real people.",
        vi="Tài khoản công khai nào cũng có một số tài khoản như vậy tự tìm đến; tài khoản mới, còn sơ sài vẫn có thể là của người thật.",
    ),
    no_difference=Text(
        en="The follower rows read show no more signs of machine-made or bought accounts than lists of real people do.",
        vi="Các dòng người theo dõi đã đọc không có nhiều dấu hiệu của tài khoản mua hay do máy tạo hơn danh sách người thật thông thường.",
    ),
)
