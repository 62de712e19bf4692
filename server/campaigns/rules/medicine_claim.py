"""Words of treatment about what is no medicine."""

from __future__ import annotations

import re
from collections.abc import Iterator

from server.campaigns.asking import asking
from server.campaigns.draft import Draft, word_spots
from server.campaigns.hearing import Ear
from server.campaigns.rule import AdvertisingRule, Example
from server.campaigns.rules._medicine_claim_claims import CLAIMS, ILLS
from server.campaigns.rules._medicine_claim_words import (
    ANSWERED,
    GONE_ANSWERS,
    SWEET_BEFORE,
    SWEET_BEHIND,
    UNMARKED_CURE,
    WORDS,
)
from server.campaigns.words import Spot, Words
from server.messages import Text

_ILLS = Words(must=ILLS)
_ANSWER = re.compile(r"\s*\?\s*([^\W\d_]+)\b")


def find(draft: Draft) -> list[Spot]:
    """Every word of treatment but sweets, "not yet", and what time heals."""
    spots = [spot for spot in word_spots(draft, WORDS) if not _is_other_word(draft, spot)]
    spots += _answered(draft)
    starts = {spot.start for spot in spots}
    aside = asking(draft)
    return spots + [
        spot
        for spot in CLAIMS.find(draft)
        if spot.start not in starts and draft.sentence_of(spot) not in aside
    ]


def _is_of_no_ill(draft: Draft) -> bool:
    """Whether no ailment, wound or value of the body is there that could be treated, or each is denied."""
    return not word_spots(draft, _ILLS)


def _answered(draft: Draft) -> Iterator[Spot]:
    """ "Eczema? Gone.": the ailment is asked about, and the answer is that it went away."""
    for hit in draft.hits(ANSWERED):
        _, end = draft.span(hit)
        answer = _ANSWER.match(draft.text, end)
        if answer and answer[1].casefold() in GONE_ANSWERS and hit.first not in draft.exempt:
            yield Spot(draft.span(hit)[0], answer.end())


def _is_other_word(draft: Draft, spot: Spot) -> bool:
    """Whether its neighbours make another word of it."""
    word = draft.text[spot.start : spot.end].casefold()
    if word not in ("treats", "chua"):
        return False
    token = draft.token_from(spot.start or 0)
    before, behind = (_neighbour(draft, token, token + step) for step in (-1, 1))
    if word == "chua":
        return behind not in UNMARKED_CURE
    return not behind or before in SWEET_BEFORE or behind in SWEET_BEHIND


def _neighbour(draft: Draft, token: int, other: int) -> str:
    """The word beside a token in its clause, empty where there is none."""
    if not 0 <= other < len(draft.folded.places) or max(token, other) in draft.folded.breaks:
        return ""
    return draft.folded.readings[other][0].key.bare


RULE = AdvertisingRule(
    id="medicine_claim",
    categories=("cosmetics", "food", "supplement", "infant_food"),
    level="must",
    words=WORDS,
    title=Text(
        en="Words of treatment about a cosmetic or food", vi="Từ ngữ về điều trị cho mỹ phẩm hoặc thực phẩm"
    ),
    text=Text(
        en='Words of treatment belong to medicines. Say how skin looks or feels instead ("trông dịu hơn", "looks calmer").',
        vi='Từ ngữ điều trị chỉ dành cho thuốc. Hãy tả cảm nhận hoặc vẻ ngoài ("trông dịu hơn", "hỗ trợ chăm sóc da").',
    ),
    source="Decree 342/2025/ND-CP (cosmetics Art. 4, food Art. 5); Law on Advertising 16/2012/QH13, amended by 75/2025/QH15",
    article="20.4.b, 20.4.d",
    since="2026-02-15",
    checked_at="2026-11-29",
    confidence="A",
    find=find,
    ear=Ear(heard_from=0.6, short_heard_from=0.6, denied_under=-4.0, is_deaf=_is_of_no_ill),
    passing=(
        Example(
            "Someone asked if it treats dandruff. It doesn't, it only smells good", {"category": "cosmetics"}
        ),
        Example("Cure each coat for sixty seconds under the lamp", {"category": "cosmetics"}),
        Example("Ai bị viêm da thì đừng bôi lên vùng đang trầy xước", {"category": "cosmetics"}),
        Example("Da mụn cũng dùng được vì kết cấu mỏng", {"category": "cosmetics"}),
        Example("Hết hàng màu cam rồi, bay sạch trong buổi sáng", {"category": "cosmetics"}),
        Example("It won't clear acne, see a dermatologist for that", {"category": "cosmetics"}),
        Example("Picking a flavour gave me a headache", {"category": "food"}),
        Example("Đội chữa cháy ghé quán ăn bún", {"category": "food"}),
        Example("Headache? Ask somebody who knows, this is only tea", {"category": "food"}),
        Example("Uống thuốc rồi ngủ, sáng dậy thoa kem", {"category": "cosmetics"}),
        Example("may ban chua thu son nay", {"category": "cosmetics"}),
        Example("Time heals, and so does a walk", {"category": "cosmetics"}),
        Example("On prescription medicine? Ask first", {"category": "cosmetics"}),
        Example("Món quà giá trị, vị trí đẹp, tri ân khách, giải trí cuối tuần", {"category": "cosmetics"}),
        Example("Không phải là thuốc, không chữa bệnh", {"category": "cosmetics"}),
        Example("This is not a cure", {"category": "cosmetics"}),
        Example("Kem thuộc dòng dưỡng ẩm, mình chưa thử", {"category": "cosmetics"}),
        Example("Luật cấm nói trị mụn với mỹ phẩm", {"category": "cosmetics"}),
        Example("Mua ở nhà thuốc gần nhà", {"category": "cosmetics"}),
        Example("A sweet treat for my dog", {"category": "cosmetics"}),
        Example("Nhiều bạn hỏi có trị mụn không thì dạ không, chỉ cấp ẩm thôi ạ", {"category": "cosmetics"}),
        Example("Kem trị nám hả chị? Không em, kem chống nắng", {"category": "cosmetics"}),
        Example("People ask if it cures acne. No, it is a cream", {"category": "cosmetics"}),
        Example("chuong trinh giai tri, gia tri that", {"category": "cosmetics"}),
    ),
    failing=(
        Example("It keeps the flu at bay all winter", {"category": "supplement"}),
        Example("Đầu gối mẹ hết sưng, đi chợ bon bon", {"category": "supplement"}),
        Example("Bôi ba hôm là mụn viêm xẹp lép", {"category": "cosmetics"}),
        Example("Gout hành mình 5 năm, giờ tạm biệt nó rồi nha", {"category": "supplement"}),
        Example("uong lieu nay het viem xoang luon", {"category": "supplement"}),
        Example("Huyết áp của ngoại tuột từ 160 về 120", {"category": "supplement"}),
        Example("Kiss your cystic acne goodbye", {"category": "cosmetics"}),
        Example("Two cups a day brought my blood sugar back to normal", {"category": "food"}),
        Example("My rosacea packed its bags after two weeks", {"category": "cosmetics"}),
        Example("Lọ này chữa cháy nắng ngay trong đêm", {"category": "cosmetics"}),
        Example("Dad's gout? Gone. He drinks it every morning", {"category": "supplement"}),
        Example("Uống vào khỏi đau khớp", {"category": "food"}),
        Example("Goodbye migraines", {"category": "food"}),
        Example("Vết thương lành hẳn", {"category": "cosmetics"}),
        Example("It lowers blood pressure", {"category": "food"}),
        Example("Kem trị mụn thần tốc", {"category": "cosmetics"}),
        Example("Kem t.r.ị mụn", {"category": "cosmetics"}),
        Example("Kem TRỊIII mụn", {"category": "cosmetics"}),
        Example("Kem tr💊ị mụn", {"category": "cosmetics"}),
        Example("Kem tri mun nhanh", {"category": "cosmetics"}),
        Example("Kem trj mụn", {"category": "cosmetics"}),
        Example("Đặc trị nám", {"category": "cosmetics"}),
        Example("This serum cures acne", {"category": "cosmetics"}),
        Example("Heals eczema overnight", {"category": "cosmetics"}),
        Example("Treat yourself today", {"category": "cosmetics"}),
        Example("Hỏi có trị mụn không? Không chỉ trị mà còn ngừa mụn", {"category": "cosmetics"}),
        Example("kem nay tri tot lam", {"category": "cosmetics"}),
    ),
)
