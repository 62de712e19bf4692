"""The words that name the kind of a supplement."""

from __future__ import annotations

from server.campaigns.exempt import SUPPLEMENT_NAME
from server.campaigns.rule import AdvertisingRule, Example
from server.campaigns.words import Spot
from server.messages import Text

RULE = AdvertisingRule(
    id="supplement_name_missing",
    categories=("supplement",),
    level="must",
    title=Text(
        en='The words "Thực phẩm bảo vệ sức khỏe" are not there', vi='Thiếu cụm "Thực phẩm bảo vệ sức khỏe"'
    ),
    text=Text(
        en='Add the words "Thực phẩm bảo vệ sức khỏe".',
        vi='Hãy thêm cụm "Thực phẩm bảo vệ sức khỏe".',
    ),
    source="Decree 342/2025/ND-CP",
    article="5",
    since="2026-02-15",
    checked_at="2026-11-29",
    confidence="A",
    find=lambda draft: [] if draft.says(SUPPLEMENT_NAME) else [Spot()],
    passing=(
        Example("Thực phẩm bảo vệ sức khỏe Rau Củ", {"category": "supplement"}),
        Example("THỰC PHẨM BẢO VỆ SỨC KHOẺ Rau Củ", {"category": "supplement"}),
    ),
    failing=(
        Example("Thực phẩm chức năng Rau Củ", {"category": "supplement"}),
        Example("A health supplement", {"category": "supplement"}),
    ),
)
