"""Who notified the cosmetic."""

from __future__ import annotations

import re
from collections.abc import Iterator

from server.campaigns.draft import Draft
from server.campaigns.rule import AdvertisingRule, Example
from server.campaigns.rules._notifier import names_all
from server.campaigns.words import Spot
from server.messages import Text

_RECEIPT = re.compile(r"\d+/\d+/CBMP[\w-]*", re.IGNORECASE)


def find(draft: Draft) -> Iterator[Spot]:
    """The notifier's name, and its receipt number where the brief has one."""
    notifier = draft.brief.notifier or ""
    receipts = _RECEIPT.findall(notifier)
    name = _RECEIPT.sub("", notifier).strip(" ,;-()")
    if name and not names_all(draft, name):
        yield Spot(told=name)
    yield from (Spot(told=receipt) for receipt in receipts if not draft.says(receipt))


RULE = AdvertisingRule(
    id="cosmetics_notifier_missing",
    categories=("cosmetics",),
    level="ask",
    title=Text(
        en="The company that notified the cosmetic, or its receipt number, is not there",
        vi="Thiếu tên đơn vị công bố mỹ phẩm hoặc số tiếp nhận",
    ),
    text=Text(
        en="Add who notified the cosmetic: {told}.",
        vi="Hãy ghi đơn vị công bố mỹ phẩm: {told}.",
    ),
    source="Decree 342/2025/ND-CP; Law on Advertising 16/2012/QH13, amended by 75/2025/QH15 Art. 20.4.b",
    article="4",
    since="2026-02-15",
    checked_at="2026-11-29",
    confidence="A",
    applies=lambda draft: draft.brief.notifier is not None,
    find=find,
    passing=(
        Example(
            "Kem của công ty Lá Xanh, số 123/26/CBMP-HN",
            {"category": "cosmetics", "notifier": "Công ty Lá Xanh 123/26/CBMP-HN"},
        ),
        Example("Kem A", {"category": "cosmetics"}),
        Example(
            "Đơn vị công bố: CTCP Sương Mai, 88/26/CBMP-HN",
            {"category": "cosmetics", "notifier": "Công ty Cổ phần Sương Mai 88/26/CBMP-HN"},
        ),
    ),
    failing=(
        Example("Kem dưỡng mới", {"category": "cosmetics", "notifier": "Công ty Lá Xanh 123/26/CBMP-HN"}),
        Example(
            "Kem của công ty Lá Xanh", {"category": "cosmetics", "notifier": "Công ty Lá Xanh 123/26/CBMP-HN"}
        ),
    ),
)
