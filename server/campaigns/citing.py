"""Where a rule stands, as people of each language cite it: "Nghị định 342/2025/NĐ-CP, Điều 4.4"."""

from __future__ import annotations

import re

from server.campaigns.rule import AdvertisingRule
from server.messages import Text, text

_VIETNAMESE = (
    ("Law on Protection of Consumers' Rights", "Luật Bảo vệ quyền lợi người tiêu dùng"),
    ("Law on Advertising", "Luật Quảng cáo"),
    ("E-commerce Law", "Luật Thương mại điện tử"),
    ("Decree", "Nghị định"),
    ("Circular", "Thông tư"),
    (", amended by", ", sửa đổi bởi"),
    ("ND-CP", "NĐ-CP"),
    ("Art. ", "Điều "),
    ("cosmetics", "mỹ phẩm"),
    ("a later food decree was not read", "chưa đọc nghị định mới hơn về thực phẩm"),
    ("food", "thực phẩm"),
)
_ARTICLE = re.compile(r"\d")


def cited(rule: AdvertisingRule) -> Text:
    """Source and article in words of both languages; the brief for what the brief asks for."""
    if rule.from_brief:
        return text("draft.from_brief")
    parts = rule.source.split("; ")
    if _ARTICLE.match(rule.article):  # of the first source that names none itself
        place = next((place for place, part in enumerate(parts) if "Art." not in part), 0)
        parts[place] = f"{parts[place]}, Art. {rule.article}"
    told = "; ".join(parts)
    return Text(told, _in_vietnamese(told))


def _in_vietnamese(told: str) -> str:
    for english, vietnamese in _VIETNAMESE:
        told = told.replace(english, vietnamese)
    return told
