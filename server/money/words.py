"""The words beside an amount: units, what is counted, open ends, net and gross. All in lower case, NFC."""

from __future__ import annotations

import re
import unicodedata

_SPELLINGS = {
    100: "trăm tram",
    10**3: "k ka n ng nghìn nghin ngàn ngan ngìn thousand",
    10**6: "tr triệu trieu trịu củ cu m mil mio million",
    10**9: "tỷ tỉ ty ti bn billion",
}


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


def _phrases(words: str) -> frozenset[str]:
    return frozenset(words.split("|"))


UNITS = {word: value for value, words in _SPELLINGS.items() for word in words.split()}
NEUTRAL_UNITS = _set("k m mil mio million thousand bn billion")
"""Said in any language; the others mean đồng where no currency is written."""
HALVES = _set("rưỡi ruoi rưởi rưỡ")
DIGITS = {
    "một": 1,
    "mốt": 1,
    "hai": 2,
    "ba": 3,
    "bốn": 4,
    "tư": 4,
    "năm": 5,
    "lăm": 5,
    "sáu": 6,
    "bảy": 7,
} | {
    "tám": 8,
    "chín": 9,
}
"""As they are said behind a unit: "1 triệu hai" is 1,200,000."""

COUNTED = _set(
    "post posts bài bai video videos vid clip clips reel reels story stories sto ảnh hình hinh album photo photos "
    "pic pics tuần tuan tháng thang ngày giờ gio h buổi buoi lần phút phut sp set combo kênh kenh live livestream "
    "slot job bộ demo người nguoi nền ig fb tiktok tik content hashtag link s giây giay sec p ph"
)
"""A bare number before one of these counts things."""
DATES = _set("ngày ngay tháng thang năm nam")
"""A short bare number behind one of these is a date."""
METRICS = _set(
    "follow follows follower followers fl flw folower view views like likes tim tym sub subs lượt luot comment "
    "comments cmt share"
)
"""An amount before one of these is no money."""
FILLERS = _set(
    "giá gia price booking book cast cát cat xê xe báo bao chi phí phi cost fee rate net nett gross khoảng khoang tầm "
    "tam cỡ co chừng chung about around approx approximately circa ca từ tu from trên tren dưới duoi tối toi đa thiểu "
    "thieu min max ít it nhất nhat hơn hon over under trở tro lên len xuống xuong up to là la vat thuế thue chưa chua "
    "đã da gồm gom cả mỗi moi một mot per a each one the thực thuc nhận nhan"
)
"""Words that say nothing against a bare number being the price."""

BETWEEN = _set("- ~ → đến den tới toi to ->")
FROM_BEFORE = _phrases(
    "từ|tu|from|trên|tren|min|minimum|over|>|>=|≥|hơn|hon|tối thiểu|toi thieu|ít nhất|it nhat|at least"
)
FROM_BEHIND = _phrases("trở lên|tro len|up|trở đi|tro di|or more")
UP_TO_BEFORE = _phrases(
    "dưới|duoi|tối đa|toi da|max|maximum|under|<|<=|≤|up to|upto|không quá|khong qua|đến|den|tới"
)
UP_TO_BEHIND = _phrases("trở xuống|tro xuong|or less|đổ lại|do lai")

NOTHING = re.compile(r"[-–—?.…\s]*|n/?a\.?|null|none|nil", re.IGNORECASE)
"""A cell in which nobody has written a price."""
FREE = frozenset(
    ["free", "miễn phí", "mien phi", "0 đồng", "không phí", "không tính phí", "foc", "free of charge"]
)

_NET = re.compile(r"\bnett?\b|\bthuc (?:nhan|linh)\b|\bchua (?:bao )?(?:gom )?thue\b|\bsau thue\b")
_GROSS = re.compile(r"\bgross\b|\b(?<!chua )(?:da )?(?:bao )?gom (?:ca )?thue\b")


def net_of(text: str) -> bool | None:
    """Whether a price is said to be in hand (net) or before tax (gross); VAT is another tax and says neither."""
    bare = folded(text).replace("chua bao gom", "chua gom").replace("da bao gom", "da gom")
    net, gross = bool(_NET.search(bare)), bool(_GROSS.search(bare))
    return net if net != gross else None


def folded(text: str) -> str:
    """Lower case without Vietnamese marks."""
    if text.isascii():
        return text.lower()
    apart = unicodedata.normalize("NFD", text.casefold().replace("đ", "d"))
    return apart if apart.isascii() else "".join(c for c in apart if not unicodedata.combining(c))
