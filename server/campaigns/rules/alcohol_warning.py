"""One of the warnings about alcohol."""

from __future__ import annotations

from server.campaigns.draft import Draft
from server.campaigns.rule import AdvertisingRule, Example
from server.campaigns.words import Spot
from server.messages import Text

_ABOUT = (
    "lái xe", "tham gia giao thông", "điều khiển phương tiện", "mang thai", "có thai", "bầu", "dưới 18", "chưa đủ 18",
    "18 tuổi", "drive", "driving", "pregnant", "pregnancy", "under 18", "minors",
)  # fmt: skip
_DENIED = (
    "không",
    "cấm",
    "đừng",
    "not",
    "never",
    "don't",
    "no",
    "avoid",
    "harm",
    "ảnh hưởng",
    "có hại",
    "nguy cơ",
    "gây hại",
)


def find(draft: Draft) -> list[Spot]:
    """A warning names whom or what it is about, and denies, within the same twelve words."""
    denials = [hit.first for hit in draft.hits(_DENIED)]
    is_warned = any(abs(hit.first - denied) <= 12 for hit in draft.hits(_ABOUT) for denied in denials)
    return [] if is_warned else [Spot()]


RULE = AdvertisingRule(
    id="alcohol_warning",
    categories=("alcohol",),
    level="must",
    title=Text(
        en="None of the three warnings (traffic, pregnancy, under 18) is there",
        vi="Không có cảnh báo nào trong ba cảnh báo (lái xe, mang thai, dưới 18 tuổi)",
    ),
    text=Text(
        en='Add a warning, for example "Đã uống rượu, bia thì không lái xe", "Phụ nữ mang thai không uống rượu, bia" or "Người chưa đủ 18 tuổi không được uống rượu, bia" (read the exact words first).',
        vi='Hãy thêm một cảnh báo, ví dụ "Đã uống rượu, bia thì không lái xe", "Phụ nữ mang thai không uống rượu, bia" hoặc "Người chưa đủ 18 tuổi không được uống rượu, bia" (cần đọc lại nguyên văn).',
    ),
    source="Decree 24/2020/ND-CP",
    article="5.3.a",
    checked_at="2026-11-29",
    confidence="B",
    find=find,
    passing=(
        Example("Bia mát. Đã uống rượu bia thì không lái xe", {"category": "alcohol"}),
        Example("Cold beer. Don't drink and drive", {"category": "alcohol"}),
        Example("Rượu vang. Nguoi duoi 18 tuoi ko duoc uong", {"category": "alcohol"}),
    ),
    failing=(
        Example("Bia mát cuối tuần", {"category": "alcohol"}),
        Example("Cold beer on the weekend", {"category": "alcohol"}),
    ),
)
