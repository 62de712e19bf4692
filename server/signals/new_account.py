"""A young account that already has many followers."""

from __future__ import annotations

import numpy as np

from server.messages import Text
from server.metrics.arrays import FloatArray, divide
from server.signals import Signal


def measure(followers: FloatArray, first_post_days: FloatArray) -> FloatArray:
    """Followers gained a day since the first post, which is known only when every post was seen."""
    return divide(followers, np.maximum(first_post_days, 1.0))


SIGNAL = Signal(
    id="new_account",
    group="profile",
    reads=("followers", "first_post_days"),
    direction="rising",
    measure=measure,
    evidence=("followers", "post_count", "dates"),
    reason=Text(
        en="Fast growth for a young account: {value:int} followers a day since the first post {first_post_days:int} days ago.",
        vi="Tài khoản mới mà tăng nhanh: mỗi ngày thêm {value:int} người theo dõi kể từ bài đầu tiên cách đây {first_post_days:int} ngày.",
    ),
    usual=Text(
        en="Below 100,000 followers, under 50 a day is usual.",
        vi="Dưới 100.000 người theo dõi, thường thêm dưới 50 người mỗi ngày.",
    ),
    no_difference=Text(
        en="{value:int} followers a day since the first post {first_post_days:int} days ago: nothing unusual.",
        vi="Mỗi ngày thêm {value:int} người theo dõi kể từ bài đầu tiên cách đây {first_post_days:int} ngày: bình thường.",
    ),
    innocent=Text(
        en="Old posts may have been deleted, or the creator moved here with fans from another platform.",
        vi="Bài cũ có thể đã bị xóa, hoặc nhà sáng tạo chuyển sang đây cùng người hâm mộ từ nền tảng khác.",
    ),
)
