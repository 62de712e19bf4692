"""Plays of reels that bring almost no likes."""

from __future__ import annotations

from server.messages import Text
from server.signals import Signal, as_is

SIGNAL = Signal(
    id="plays_over_likes",
    group="likes",
    reads=("likes_per_play",),
    direction="falling",
    measure=as_is,
    evidence=("likes", "plays"),
    reason=Text(
        en="Many plays bring almost no likes: {value:pct1} of the plays of a reel.",
        vi="Nhiều lượt phát mà gần như không có lượt thích: chỉ {value:pct1} lượt phát Reel.",
    ),
    usual=Text(
        en="1-10% is usual.",
        vi="Thường là 1-10%.",
    ),
    no_difference=Text(
        en="The plays of the reels bring likes ({value:pct1}).",
        vi="Lượt phát Reel có kèm lượt thích ({value:pct1}).",
    ),
    innocent=Text(
        en="A reel shown far beyond the followers, or promoted, is watched by people who do not like it.",
        vi="Reel lan xa ngoài nhóm người theo dõi, hoặc được chạy quảng cáo, sẽ có nhiều người xem mà không bấm thích.",
    ),
)
