"""The words of superlative_unproven, and the "số 1" that only counts: a size, a step, an address."""

from __future__ import annotations

from server.campaigns.words import Words, family

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

WORDS = Words(
    must=(
        "tốt nhất", "tốt nhứt", "đẹp nhất", "rẻ nhất", "hiệu quả nhất", "an toàn nhất", "chất lượng nhất",
        "uy tín nhất", "mạnh nhất", "nhanh nhất", "cao cấp nhất", "xịn nhất", "xịn xò nhất", "ngon nhất", "bền nhất",
        "lành tính nhất", "dịu nhẹ nhất", "đỉnh nhất", "bậc nhất", "tiên tiến nhất", "hiện đại nhất", "tự nhiên nhất",
        "sạch nhất", "thấp nhất thị trường", "cao nhất thị trường", "hoàn hảo nhất", "ưu việt nhất",
        "sang trọng nhất", "lớn nhất", "nhẹ nhất", "mịn nhất", "thơm nhất", "mượt nhất", "nhất thị trường",
        "nhất Việt Nam", "nhất thế giới", "nhất hiện nay", "bán chạy nhất", "số một", "số 1", "top 1", "top one",
        "no 1", "no1", "number one", "number 1", "hàng đầu", "duy nhất", "the best", "best in", "best ever",
        "world's best", "the only", "the most effective", "the safest", "the most powerful", "the strongest",
        "the fastest", "the most trusted", "the finest", "the cheapest", "the most advanced", "the purest",
        "the gentlest", "the world's leading", "best selling", "đứng đầu thị trường", "đứng đầu về", "dẫn đầu về",
        "world's finest", "finest in", "dẫn đầu thị trường", "market leading", "the number one", "leading brand",
    ),
    ask=(
        "đứng đầu", "cách duy nhất", "lý do duy nhất", "điều duy nhất", "thứ duy nhất", "người duy nhất",
        "con duy nhất", "duy nhất hôm nay", "duy nhất trong hôm nay", "the only … I", "the only time",
        "the only reason", "the only way", "the only person", "nhất", "mới nhất", "thích nhất", "yêu nhất",
        "ưng nhất", "gần nhất", "the only thing", "the only one", "the best thing", "the best way", "the best part",
        "the best time", "the latest", "số một trong lòng",
    ),
    unless=(
        "thứ nhất", "nhất định", "nhất là", "thống nhất", "đồng nhất", "hợp nhất", "nhất quán", "nhất trí", "ít nhất",
        "nhất thiết", "nhất thời", "duy nhất một lần", "giải nhất", "năm nhất", "lớp nhất", "hạng nhất", "nhất nhì",
        "nhất thể", "nhất loạt", "nhất tâm", "sinh nhật", "chủ nhật", "nhất mực", "nhất quyết", "đệ nhất",
        "muộn nhất", "sớm nhất", "chậm nhất", "tối thiểu nhất", "ngày duy nhất", "lần duy nhất", "the best man",
        "the best friend", "best friend", "best friends", "best friend ever", "all the best", "the best of luck",
        "best regards", "best wishes", "best before", "best man", "best mans", "the best mans", "my best in", "my best", "our best", "her best", "his best",
        "their best", "try my best", "do my best", "did my best", "the only child", "the only way home",
        "best day ever", "best mom ever", "the best mom", "the best day", "the best day ever",
        "the best day of my life", "the best mom in the world", "the best husband", "nhất … nhì", "hàng đầu tiên",
        "hàng đầu ngõ", "hàng đầu hẻm", "hàng đầu đường", "xếp hàng đầu", "đứng hàng đầu", "ngồi hàng đầu",
        "ghế hàng đầu",
        *ORDINALS, *ADDRESSES,
    ),
)  # fmt: skip
