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
        en="Likes come to {value:pct1} of the plays of a reel.",
        vi="Với Reel, lượt thích bằng {value:pct1} lượt phát.",
    ),
    innocent=Text(
        en="A small, loyal audience likes nearly everything it watches.",
        vi="Nhóm người xem nhỏ và trung thành bấm thích gần như mọi thứ họ xem.",
    ),
)
