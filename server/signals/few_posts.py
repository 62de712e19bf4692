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
        en="Many followers for few posts: {post_count:int} posts, {value:times} followers for each.",
        vi="Nhiều người theo dõi mà ít bài: {post_count:int} bài, mỗi bài ứng với {value:times} người theo dõi.",
    ),
    usual=Text(
        en="Under 3,000 followers a post is usual.",
        vi="Thường dưới 3.000 người theo dõi mỗi bài.",
    ),
    no_difference=Text(
        en="{post_count:int} posts, {value:times} followers for each: nothing unusual.",
        vi="{post_count:int} bài, mỗi bài ứng với {value:times} người theo dõi: bình thường.",
    ),
    innocent=Text(
        en="The creator may have archived old posts, or be known from television, TikTok or YouTube.",
        vi="Nhà sáng tạo có thể đã lưu trữ bài cũ, hoặc vốn nổi tiếng từ truyền hình, TikTok hay YouTube.",
    ),
)
