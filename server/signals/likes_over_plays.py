"""More likes than the plays of a reel explain."""

from __future__ import annotations

from server.messages import Text
from server.signals import Signal, as_is

SIGNAL = Signal(
    id="likes_over_plays",
    group="likes",
    reads=("likes_per_play",),
    direction="rising",
    measure=as_is,
    evidence=("likes", "plays"),
    reason=Text(
        en="Many likes for the plays: {value:pct0} of those who play a reel like it.",
        vi="Lượt thích quá nhiều so với lượt phát: {value:pct0} lượt phát Reel có bấm thích.",
    ),
    usual=Text(
        en="Under a quarter is usual.",
        vi="Thường dưới một phần tư.",
    ),
    no_difference=Text(
        en="Likes are no more than the plays of the reels explain ({value:pct1}).",
        vi="Lượt thích không nhiều hơn mức mà lượt phát Reel giải thích được ({value:pct1}).",
    ),
    innocent=Text(
        en="A small, loyal audience likes nearly everything it watches.",
        vi="Nhóm người xem nhỏ và trung thành bấm thích gần như mọi thứ họ xem.",
    ),
)
