"""No word says that the draft is advertising."""

from __future__ import annotations

from collections.abc import Iterator

from server.campaigns.draft import Draft
from server.campaigns.rule import AdvertisingRule, Example
from server.campaigns.rules._disclosure import disclosures, mentions_of_advertising
from server.campaigns.words import Spot
from server.messages import Text


def find(draft: Draft) -> Iterator[Spot]:
    """Nothing where the draft labels itself; a word that only speaks of advertising is asked about."""
    if disclosures(draft):
        return
    mentions = mentions_of_advertising(draft)
    yield Spot(*mentions[0], level="ask") if mentions else Spot()


RULE = AdvertisingRule(
    id="disclosure_missing",
    level="must",
    title=Text(
        en="A paid draft that no word marks as advertising",
        vi="Bài có trả phí mà không có từ nào cho biết là quảng cáo",
    ),
    text=Text(
        en='Nothing says clearly that this is paid. Begin with "Quảng cáo", "#quangcao", "Hợp tác cùng ...", "#ad" or "Paid partnership".',
        vi='Chưa có từ nào nói rõ đây là bài trả phí. Hãy mở đầu bằng "Quảng cáo", "#quangcao", "Hợp tác cùng ...", "#ad" hoặc "Paid partnership".',
    ),
    source="Law on Advertising 16/2012/QH13, amended by 75/2025/QH15",
    article="15a, 23",
    since="2026-01-01",
    checked_at="2026-11-29",
    confidence="A",
    applies=lambda draft: draft.brief.paid,
    find=find,
    passing=(
        Example("Huge thanks to Lá Xanh for sponsoring this video", {"brand": "Lá Xanh"}),
        Example("Chồng mình hợp tác với Lá Xanh trong clip này", {"brand": "Lá Xanh"}),
        Example("#quangcao Serum Lá Xanh mình dùng hai tuần rồi", {"brand": "Lá Xanh"}),
        Example("QC: serum mới nha", {"brand": "Lá Xanh"}),
        Example("#ad My new serum is here", {"brand": "Lá Xanh"}),
        Example("Hop tac cung La Xanh: serum moi", {"brand": "Lá Xanh"}),
        Example("Serum này do Lá Xanh tài trợ nha", {"brand": "Lá Xanh"}),
        Example("Mình dùng hai tuần rồi. Bài viết có quảng cáo", {"brand": "Lá Xanh"}),
        Example("AD — a serum that Lá Xanh paid me to show", {"brand": "Lá Xanh"}),
    ),
    failing=(
        Example(
            "Mình ngán mấy clip quảng cáo dài dòng, nồi Lá Xanh này dùng thích thật", {"brand": "Lá Xanh"}
        ),
        Example("Vợ mình đang hợp tác với một xưởng gốm, bận suốt, may có nồi Lá Xanh", {"brand": "Lá Xanh"}),
        Example("Serum Lá Xanh mình dùng hai tuần rồi", {"brand": "Lá Xanh"}),
        Example("Không phải quảng cáo đâu, mình thích thật", {"brand": "Lá Xanh"}),
        Example("Not an ad, I just like it", {"brand": "Lá Xanh"}),
        Example("Nobody paid me, not #ad, just love", {"brand": "Lá Xanh"}),
        Example("Giữa một rừng quảng cáo thì chai này vẫn ngồi yên trên kệ", {"brand": "Lá Xanh"}),
        Example("Ước gì được Lá Xanh tài trợ một tủ serum", {"brand": "Lá Xanh"}),
        Example("Mình chưa từng nhận quảng cáo cho hãng nào", {"brand": "Lá Xanh"}),
        Example("Ad ơi cho mình hỏi giá, liên hệ hợp tác: a@b.vn", {"brand": "Lá Xanh"}),
    ),
)
