"""The same people under every post."""

from __future__ import annotations

import numpy as np

from server.messages import Text
from server.metrics.arrays import FloatArray
from server.signals import Signal


def measure(regulars_share: FloatArray, opened_posts: FloatArray) -> FloatArray:
    """The share itself, from three opened posts on: with fewer, half of them is one post."""
    return np.where(opened_posts >= 3, regulars_share, np.nan)


SIGNAL = Signal(
    id="same_commenters",
    group="comments",
    reads=("regulars_share", "opened_posts"),
    direction="rising",
    measure=measure,
    evidence=("comment_rows",),
    reason=Text(
        en="{value:pct0} of the commenters wrote under at least half of the opened posts ({opened_posts:int} posts).",
        vi="{value:pct0} người bình luận có mặt ở ít nhất một nửa số bài đã mở ({opened_posts:int} bài).",
    ),
    innocent=Text(
        en="A small community has its regulars: friends, family and loyal fans.",
        vi="Cộng đồng nhỏ nào cũng có người quen thường xuyên: bạn bè, gia đình, người hâm mộ trung thành.",
    ),
)
