"""Likes stand on two levels with nothing between."""

from __future__ import annotations

import numpy as np

from server.messages import Text
from server.metrics.arrays import FloatArray
from server.signals import Signal

SMALL, APART = 0.25, 0.43
"""ln of a step that assures, and of one that weighs nothing (the first two points of the weight)."""


def measure(likes_gap: FloatArray, spike_excess: FloatArray) -> FloatArray:
    """ln of the step in likes; where comments were seen, only as much of it as the comments do not explain.

    A step is explained away only down to what weighs nothing, in full from twice ``APART - SMALL`` above ``SMALL`` on:
    posts that stand apart assure nobody.
    """
    neutral = np.clip(likes_gap - (APART - SMALL), 0.0, APART)
    explained = np.maximum(np.minimum(likes_gap, spike_excess), neutral)
    return np.where(np.isfinite(spike_excess), explained, likes_gap)


SIGNAL = Signal(
    id="likes_two_levels",
    group="likes",
    reads=("likes_gap", "spike_excess"),
    direction="rising",
    measure=measure,
    evidence=("likes",),
    reason=Text(
        en="Likes fall into two separate levels, as if some posts had been pushed.",
        vi="Lượt thích chia thành hai mức tách biệt, như thể một số bài được đẩy thêm.",
    ),
    usual=Text(
        en="Usually they spread without a gap.",
        vi="Thường lượt thích trải đều, không có khoảng trống.",
    ),
    no_difference=Text(
        en="No two groups of posts stand apart by their likes, beyond what the comments explain.",
        vi="Không có hai nhóm bài nào tách hẳn nhau về lượt thích, ngoài mức mà bình luận giải thích được.",
    ),
    innocent=Text(
        en="Reels and photos, giveaways or promoted posts reach different numbers of people.",
        vi="Reel và ảnh, bài giveaway hoặc bài chạy quảng cáo vốn tiếp cận số người khác nhau.",
    ),
)
