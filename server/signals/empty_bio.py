"""Nothing written about oneself."""

from __future__ import annotations

import numpy as np

from server.messages import Text
from server.metrics.arrays import FloatArray
from server.signals import Signal


def measure(bio_length: FloatArray) -> FloatArray:
    """1 for an empty biography, 0 for a written one."""
    return np.where(np.isfinite(bio_length), (bio_length == 0).astype(np.float64), np.nan)


SIGNAL = Signal(
    id="empty_bio",
    group="profile",
    reads=("bio_length",),
    direction="rising",
    measure=measure,
    is_yes_no=True,
    evidence=("biography",),
    reason=Text(
        en="The biography is empty.",
        vi="Phần tiểu sử để trống.",
    ),
    usual=Text(
        en="Most creators write a line or two about themselves.",
        vi="Đa số nhà sáng tạo viết một hai dòng về mình.",
    ),
    no_difference=Text(
        en="The biography is written ({bio_length:int} characters).",
        vi="Có viết tiểu sử ({bio_length:int} ký tự).",
    ),
    innocent=Text(
        en="Some creators keep the profile bare on purpose.",
        vi="Một số nhà sáng tạo cố ý để trang cá nhân tối giản.",
    ),
)
