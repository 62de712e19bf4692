"""Whether a profile calls itself a shop or a brand: a fact that a marketer who looks for creators has to know, no sign."""

from __future__ import annotations

import re

from server.messages import Text
from server.scoring.wording import say

_LONGEST = 60
"""Characters of a category that are shown: Instagram's own are shorter."""
_SHOP = re.compile(
    r"\b(stores?|shops?|shopping|retail|wholesale|boutique|brand|e-?commerce|product/service|local business|company"
    r"|cửa hàng|tiệm|mua sắm|bán lẻ|bán sỉ|thương hiệu|thương mại điện tử|sản phẩm/dịch vụ|công ty"
    r"|doanh nghiệp địa phương|toko|belanja|loja|compras|marca)\b|ร้าน|แบรนด์",
    re.IGNORECASE,
)
"""Words of Instagram's categories for who sells, in the languages that Soi reads comments in."""


def shop_remark(category: str | None) -> list[Text]:
    """One sentence where the ``category`` of the profile is that of a shop or brand; empty for any other."""
    if category is None or not _SHOP.search(category):
        return []
    shown = category[:_LONGEST]
    return [say("verdict.reason.shop", words={"category": Text(shown, shown)})]
