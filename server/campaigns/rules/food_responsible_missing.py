"""Who is responsible for the food."""

from __future__ import annotations

from collections.abc import Iterator

from server.campaigns.draft import Draft
from server.campaigns.rule import AdvertisingRule, Example
from server.campaigns.rules._notifier import names_all
from server.campaigns.words import Spot
from server.messages import Text

_RESPONSIBLE = ("chịu trách nhiệm", "công ty", "responsible for this product", "company", "co ltd")


def find(draft: Draft) -> Iterator[Spot]:
    """The brief's notifier, or without one any company, is named."""
    notifier = draft.brief.notifier
    is_named = any(True for _ in draft.hits(_RESPONSIBLE)) if notifier is None else names_all(draft, notifier)
    if not is_named:
        yield Spot(told=notifier or "?")


RULE = AdvertisingRule(
    id="food_responsible_missing",
    categories=("food", "supplement", "infant_food"),
    level="ask",
    title=Text(
        en="Name and address of who is responsible for the food are not there",
        vi="Thiếu tên và địa chỉ của bên chịu trách nhiệm về thực phẩm",
    ),
    text=Text(
        en="Name who is responsible for the product, with the address ({told}).",
        vi="Hãy ghi tên và địa chỉ của bên chịu trách nhiệm về sản phẩm ({told}).",
    ),
    source="Decree 342/2025/ND-CP",
    article="5",
    since="2026-02-15",
    checked_at="2026-11-29",
    confidence="A",
    find=find,
    passing=(
        Example("Sản phẩm của Công ty Lá Xanh, Quận 1", {"category": "food", "notifier": "Công ty Lá Xanh"}),
        Example("Chịu trách nhiệm: công ty An An", {"category": "food"}),
        Example(
            "Cty CP Mật Ong Rừng Thông. Địa chỉ: 7 Lê Lai, P.3, Q. Tân Bình - TP HCM",
            {
                "category": "food",
                "notifier": "Công ty Cổ phần Mật Ong Rừng Thông, 7 Lê Lai, phường 3, quận Tân Bình, TP. Hồ Chí Minh",
            },
        ),
        Example(
            "san xuat boi cong ty cp mat ong rung thong, 7 le lai, phuong 3, quan tan binh, tphcm",
            {
                "category": "food",
                "notifier": "Công ty Cổ phần Mật Ong Rừng Thông, 7 Lê Lai, phường 3, quận Tân Bình, TP. Hồ Chí Minh",
            },
        ),
        Example(
            "Made by Trà Mây JSC, Hamlet 2, Tan Phu commune, Ha Giang province",
            {"category": "food", "notifier": "Công ty Cổ phần Trà Mây, thôn 2, xã Tân Phú, tỉnh Hà Giang"},
        ),
        Example(
            "Công ty TNHH Bếp Xưa: số 12 đường Hàng Lược, Hà Nội",
            {"category": "food", "notifier": "Công ty TNHH Bếp Xưa, 12 Hàng Lược, Hà Nội"},
        ),
    ),
    failing=(
        Example("Ngon lắm nha", {"category": "food", "notifier": "Công ty Lá Xanh"}),
        Example("So tasty", {"category": "food"}),
        Example(
            "Công ty CP Mật Ong Rừng Thông",
            {"category": "food", "notifier": "Công ty Cổ phần Mật Ong Rừng Thông, 7 Lê Lai, Huế"},
        ),
        Example(
            "Công ty CP Mật Ong Rừng Thông, 9 Lê Lai, Huế",
            {"category": "food", "notifier": "Công ty Cổ phần Mật Ong Rừng Thông, 7 Lê Lai, Huế"},
        ),
        Example(
            "Công ty TNHH Mật Ong Rừng Thông, 7 Lê Lai, Huế",
            {"category": "food", "notifier": "Công ty Cổ phần Mật Ong Rừng Thông, 7 Lê Lai, Huế"},
        ),
    ),
)
