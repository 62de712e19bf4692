"""The same people under every post, or at several creators."""

from __future__ import annotations

import numpy as np

from server.messages import Text
from server.metrics.arrays import FloatArray
from server.signals import Signal


def measure(regulars_share: FloatArray, opened_posts: FloatArray, shared_share: FloatArray) -> FloatArray:
    """The larger share; of regulars from three opened posts on: with fewer, half of them is one post.

    An overlap with other creators comes only above its chance level, and only when the user has switched it on.
    """
    return np.fmax(np.where(opened_posts >= 3, regulars_share, np.nan), shared_share)


SIGNAL = Signal(
    id="same_commenters",
    group="comments",
    reads=("regulars_share", "opened_posts", "shared_share"),
    direction="rising",
    measure=measure,
    evidence=("comment_rows",),
    reason=Text(
        en="{value:pct0} of the commenters turn up again: under at least half of the {opened_posts:int} opened posts, or at another creator you checked.",
        vi="{value:pct0} số người bình luận xuất hiện lặp lại: dưới ít nhất một nửa trong {opened_posts:int} bài đã mở, hoặc ở nhà sáng tạo khác mà bạn đã kiểm tra.",
    ),
    innocent=Text(
        en="A small community has its regulars, and friends or creators of one niche share their fans.",
        vi="Cộng đồng nhỏ nào cũng có nhóm người bình luận thường xuyên; bạn bè hay nhà sáng tạo cùng lĩnh vực thường chung người hâm mộ.",
    ),
    usual=Text(
        en="Up to 20% turn up again under most posts of a lively account.",
        vi="Ở tài khoản sôi nổi, thường đến 20% người bình luận quay lại dưới phần lớn bài.",
    ),
)
