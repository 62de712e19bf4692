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
        en="{followers:int} followers {first_post_days:int} days after the first post: {value:int} a day.",
        vi="{followers:int} người theo dõi sau {first_post_days:int} ngày kể từ bài đầu tiên: {value:int} người mỗi ngày.",
    ),
    innocent=Text(
        en="Old posts may have been deleted, or the creator moved here with fans from another platform.",
        vi="Bài cũ có thể đã bị xóa, hoặc nhà sáng tạo chuyển sang đây cùng người hâm mộ từ nền tảng khác.",
    ),
)
