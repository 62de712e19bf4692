"""Many followers on few posts."""

from __future__ import annotations

import numpy as np

from server.messages import Text
from server.metrics.arrays import FloatArray
from server.metrics.engagement import log_ratio
from server.signals import Signal


def measure(followers: FloatArray, post_count: FloatArray) -> FloatArray:
    """ln of followers per post; an account without posts counts as having one."""
    return log_ratio(followers, np.maximum(post_count, 1.0))


SIGNAL = Signal(
    id="few_posts",
    group="profile",
    reads=("followers", "post_count"),
    direction="rising",
    measure=measure,
    evidence=("followers", "post_count"),
    reason=Text(
        en="{value:times} followers for each post ({post_count:int} posts).",
        vi="Tính ra mỗi bài viết ứng với {value:times} người theo dõi (có {post_count:int} bài viết).",
    ),
    innocent=Text(
        en="The creator may have archived old posts, or be known from television, TikTok or YouTube.",
        vi="Nhà sáng tạo có thể đã lưu trữ bài cũ, hoặc vốn nổi tiếng từ truyền hình, TikTok hay YouTube.",
    ),
)
