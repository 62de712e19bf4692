"""The word that says advertising comes too late to be seen."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from server.campaigns.draft import Draft
from server.campaigns.rule import AdvertisingRule, Example
from server.campaigns.rules._disclosure import disclosures
from server.campaigns.words import Spot
from server.messages import Text

SHOWN = 125
"""Characters that are shown before "more"."""
MAX_TAGS = 10
_TAG = re.compile(r"#\w")


def find(draft: Draft) -> Iterator[Spot]:
    """The first word that says advertising, where it comes too late."""
    for start in disclosures(draft)[:1]:
        before = draft.text[:start].rstrip("#")
        characters = sum(not unicodedata.combining(c) for c in before)
        if characters >= SHOWN or len(_TAG.findall(before)) >= MAX_TAGS:
            end = next(end for begin, end in draft.folded.places if begin == start)
            yield Spot(start, end)


RULE = AdvertisingRule(
    id="disclosure_late",
    level="must",
    title=Text(
        en="The word that says advertising stands after the first 125 characters, or behind 10 hashtags",
        vi="Từ báo quảng cáo đứng sau 125 ký tự đầu, hoặc sau 10 hashtag",
    ),
    text=Text(
        en='This word is only seen after "more". Put it within the first 125 characters and before the hashtags (where exactly is our reading of "right before and during").',
        vi='Từ này chỉ thấy sau khi bấm "xem thêm". Hãy đưa lên trong 125 ký tự đầu và trước dãy hashtag (vị trí cụ thể là cách Soi hiểu "ngay trước và trong khi" quảng cáo).',
    ),
    source="Law on Advertising 16/2012/QH13, amended by 75/2025/QH15",
    article="15a",
    since="2026-01-01",
    checked_at="2026-11-29",
    confidence="B",
    applies=lambda draft: draft.brief.paid,
    find=find,
    passing=(
        Example(
            "Quảng cáo: serum Lá Xanh da mình khô lắm da mình khô lắm da mình khô lắm da mình khô lắm da mình khô lắm da mình khô lắm da mình khô lắm da mình khô lắm da mình khô lắm da mình khô lắm da mình khô lắm da mình khô lắm da mình khô lắm da mình khô lắm da mình khô lắm da mình khô lắm da mình khô lắm da mình khô lắm da mình khô lắm da mình khô lắm ",
            {"brand": "Lá Xanh"},
        ),
        Example("da mình khô lắm da mình khô lắm #ad", {"brand": "Lá Xanh"}),
        Example(
            "Không có từ nào ở đây Không có từ nào ở đây Không có từ nào ở đây Không có từ nào ở đây Không có từ nào ở đây Không có từ nào ở đây Không có từ nào ở đây Không có từ nào ở đây Không có từ nào ở đây ",
            {"brand": "Lá Xanh"},
        ),
    ),
    failing=(
        Example(
            "Da mình khô lắm nha mọi người ơi Da mình khô lắm nha mọi người ơi Da mình khô lắm nha mọi người ơi Da mình khô lắm nha mọi người ơi Da mình khô lắm nha mọi người ơi #quangcao",
            {"brand": "Lá Xanh"},
        ),
        Example(
            "My skin was so dry all winter long My skin was so dry all winter long My skin was so dry all winter long My skin was so dry all winter long My skin was so dry all winter long  #ad",
            {"brand": "Lá Xanh"},
        ),
        Example("#a #b #c #d #e #f #g #h #i #k #ad", {"brand": "Lá Xanh"}),
    ),
)
