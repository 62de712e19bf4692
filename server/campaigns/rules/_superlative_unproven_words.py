"""The "số 1" of superlative_unproven that only counts: a size, a step, an address."""

from __future__ import annotations

from server.campaigns.words import family

_NUMBERED = (
    "mẫu", "size", "cỡ", "tầng", "nhà", "phòng", "bàn", "màu", "kiểu", "loại", "ca", "đợt", "lô", "quầy", "cổng", "tuyến", "xe",
    "trang", "chương", "bước", "câu", "bài", "tập", "phần", "ngày", "tuần", "đường", "mục", "lý do", "lí do", "mẹo", "vòng",
    "lần", "chai", "hũ", "hộp", "combo", "ảnh", "hình", "ý", "điểm", "tip", "step", "shade", "color", "colour", "room", "table",
    "gate", "day", "chapter", "part", "episode", "question", "reason", "house", "floor", "item", "option", "look", "outfit",
    "rule", "lesson", "week", "round", "photo", "picture", "slide", "page", "platform", "bus", "line", "track", "tip",
)  # fmt: skip
"""Things that are counted: the first of them is no best one."""
FIRST = ("số 1", "số một", "no 1", "number 1", "number one", "no1")
ORDINALS = tuple(f"{thing} {first}" for thing in dict.fromkeys(_NUMBERED) for first in FIRST)
ADDRESSES = (
    *(f"{first} {way}" for first in ("số 1", "số một") for way in ("đường", "ngõ", "ngách", "hẻm", "kiệt", "đại lộ", "khu phố")),
    *(f"{at} {first}" for at in ("ở", "tại", "địa chỉ", "đ c", "đc") for first in ("số 1", "số một")),
    *family(("no 1", "number 1"), ("street", "road", "avenue", "lane", "square", "drive", "alley", "boulevard", "close")),
)  # fmt: skip
SECOND = ("số 2", "số hai", "no 2", "number 2", "number two", "no2")
