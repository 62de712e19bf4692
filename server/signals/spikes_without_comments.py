"""Posts whose likes rise and whose comments do not."""

from __future__ import annotations

from server.messages import Text
from server.signals import Signal, as_is

SIGNAL = Signal(
    id="spikes_without_comments",
    group="likes",
    reads=("spike_excess",),
    direction="rising",
    measure=as_is,
    evidence=("likes", "comments"),
    reason=Text(
        en="On the posts with the most likes, comments per like are {value:times} times rarer than on the others.",
        vi="Ở những bài nhiều lượt thích nhất, tỷ lệ bình luận trên lượt thích thấp hơn {value:times} lần so với các bài khác.",
    ),
    usual=Text(
        en="Comments usually rise with likes.",
        vi="Thường bình luận tăng theo lượt thích.",
    ),
    no_difference=Text(
        en="On the posts with the most likes, comments per like are no rarer than on the others.",
        vi="Ở những bài nhiều lượt thích nhất, tỷ lệ bình luận trên lượt thích không thấp hơn các bài khác.",
    ),
    innocent=Text(
        en="Paid promotion brings likes and few comments; some subjects are liked rather than discussed.",
        vi="Quảng cáo trả tiền mang lại nhiều lượt thích mà ít bình luận; có những chủ đề người xem chỉ bấm thích chứ ít bàn luận.",
    ),
)
