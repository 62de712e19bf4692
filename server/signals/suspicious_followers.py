"""Rows of the follower list that look bought."""

from __future__ import annotations

import numpy as np

from server.messages import Text
from server.metrics.arrays import FloatArray
from server.signals import Signal


def measure(suspicious_share: FloatArray, follower_rows: FloatArray) -> FloatArray:
    """The share itself, where rows were seen."""
    return np.where(follower_rows > 0, suspicious_share, np.nan)


SIGNAL = Signal(
    id="suspicious_followers",
    group="followers",
    reads=("suspicious_share", "follower_rows"),
    direction="rising",
    measure=measure,
    evidence=("follower_rows",),
    reason=Text(
        en="By the {follower_rows:int} rows read, about {value:pct0} of the followers carry signs of bought accounts.",
        vi="Theo {follower_rows:int} dòng đã đọc, khoảng {value:pct0} số người theo dõi có dấu hiệu của tài khoản mua.",
    ),
    innocent=Text(
        en="Every public account collects some such followers unasked, and bare new accounts can be real people.",
        vi="Tài khoản công khai nào cũng có một số tài khoản như vậy tự tìm đến; tài khoản mới, còn sơ sài vẫn có thể là của người thật.",
    ),
)
