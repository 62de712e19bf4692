"""The sentence that a supplement is no medicine."""

from __future__ import annotations

from server.campaigns.exempt import SUPPLEMENT_SENTENCE
from server.campaigns.rule import AdvertisingRule, Example
from server.campaigns.words import Spot
from server.messages import Text

RULE = AdvertisingRule(
    id="supplement_sentence_missing",
    categories=("supplement",),
    level="must",
    title=Text(
        en="The sentence that a supplement is no medicine is not there",
        vi="Thiếu câu thực phẩm này không phải là thuốc",
    ),
    text=Text(
        en='Add the sentence word for word: "Thực phẩm này không phải là thuốc và không có tác dụng thay thế thuốc chữa bệnh."',
        vi='Hãy thêm nguyên văn câu: "Thực phẩm này không phải là thuốc và không có tác dụng thay thế thuốc chữa bệnh."',
    ),
    source="Decree 342/2025/ND-CP",
    article="5",
    since="2026-02-15",
    checked_at="2026-11-29",
    confidence="A",
    find=lambda draft: [] if draft.says(SUPPLEMENT_SENTENCE) else [Spot()],
    passing=(
        Example(
            "Viên rau củ. Thực phẩm này không phải là thuốc và không có tác dụng thay thế thuốc chữa bệnh",
            {"category": "supplement"},
        ),
        Example(
            "Viên rau củ. THỰC PHẨM NÀY KHÔNG PHẢI LÀ THUỐC VÀ KHÔNG CÓ TÁC DỤNG THAY THẾ THUỐC CHỮA BỆNH.",
            {"category": "supplement"},
        ),
        Example(
            "THUC PHAM NAY KHONG PHAI LA THUOC VA KHONG CO TAC DUNG THAY THE THUOC CHUA BENH",
            {"category": "supplement"},
        ),
    ),
    failing=(
        Example("Viên rau củ mỗi ngày", {"category": "supplement"}),
        Example("Thực phẩm này không phải là thuốc.", {"category": "supplement"}),
    ),
)
