"""The brand is named nowhere."""

from __future__ import annotations

from collections.abc import Iterator

from server.campaigns.draft import Draft
from server.campaigns.rule import AdvertisingRule, Example
from server.campaigns.words import Spot
from server.messages import Text


def find(draft: Draft) -> Iterator[Spot]:
    """Whether the brand of the brief is called anywhere."""
    brand = draft.brief.brand or ""
    if not any(True for _ in draft.names(brand)):
        yield Spot(told=brand)


RULE = AdvertisingRule(
    id="sponsor_unnamed",
    level="ask",
    title=Text(
        en="The brand is named nowhere: text, mention or hashtag",
        vi="Không nhắc tên nhãn hàng ở đâu: lời, mention hay hashtag",
    ),
    text=Text(
        en="{told} is named nowhere. Name the brand in the text, a mention or a hashtag (the law binds the business to announce its sponsoring; that the caption names it is our reading).",
        vi="Chưa nhắc {told} ở đâu. Hãy ghi tên nhãn hàng trong lời, mention hoặc hashtag (luật buộc doanh nghiệp công bố việc tài trợ; ghi ngay trong caption là cách Soi hiểu).",
    ),
    source="Law on Protection of Consumers' Rights 19/2023/QH15",
    article="10.1.h",
    since="2024-07-01",
    checked_at="2026-11-29",
    confidence="B",
    applies=lambda draft: draft.brief.paid and draft.brief.brand is not None,
    find=find,
    passing=(
        Example("#ad Serum Lá Xanh", {"brand": "Lá Xanh"}),
        Example("#ad Serum mới @laxanh.vn", {"brand": "Lá Xanh"}),
        Example("QC serum mới #LaXanhVietnam", {"brand": "Lá Xanh"}),
    ),
    failing=(
        Example("#ad Serum mới nha", {"brand": "Lá Xanh"}),
        Example("#quangcao cây xanh mướt", {"brand": "Lá Xanh"}),
    ),
)
