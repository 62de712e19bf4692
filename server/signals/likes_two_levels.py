"""Likes stand on two levels with nothing between."""

from __future__ import annotations

import numpy as np

from server.messages import Text
from server.metrics.arrays import FloatArray
from server.signals import Signal


def measure(likes_gap: FloatArray, spike_excess: FloatArray) -> FloatArray:
    """ln of the step in likes; where comments were seen, only as much of it as the comments do not explain."""
    return np.where(np.isfinite(spike_excess), np.minimum(likes_gap, spike_excess), likes_gap)


SIGNAL = Signal(
    id="likes_two_levels",
    group="likes",
    reads=("likes_gap", "spike_excess"),
    direction="rising",
    measure=measure,
    evidence=("likes",),
    reason=Text(
        en="Between one group of posts and the next, likes step up {value:times} times.",
        vi="Giữa nhóm bài này và nhóm bài kế tiếp, lượt thích chênh nhau {value:times} lần.",
    ),
    innocent=Text(
        en="Reels and photos, giveaways or promoted posts reach different numbers of people.",
        vi="Reels và ảnh, bài tặng quà hoặc bài chạy quảng cáo vốn tiếp cận số người khác nhau.",
    ),
)
