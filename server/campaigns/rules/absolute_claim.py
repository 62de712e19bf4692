"""A promise about effect or safety without any limit."""

from __future__ import annotations

import re
from collections.abc import Iterator

from server.campaigns.asking import asking
from server.campaigns.draft import Draft, sentences_with, word_spots
from server.campaigns.hearing import NEVER, Ear
from server.campaigns.rule import AdvertisingRule, Example
from server.campaigns.rules._absolute_claim_claims import ALONE, CLAIMS, HEDGED
from server.campaigns.rules._absolute_claim_words import AMBIGUOUS, BODY, ELSE, WORDS
from server.campaigns.words import Spot, Words
from server.messages import Text

_HUNDRED = re.compile("\N{HUNDRED POINTS SYMBOL}\ufe0f?\\s?%")
"""An emoji is no word, and so is read apart."""
_OF_GOODS = re.compile(
    "cotton|chính hãng|hàng thật|authentic|tự nhiên|natural|organic|vegan|silk|lụa|cotton|real|original",
    re.IGNORECASE,
)
_NEAR = 25


_ALONE = Words(must=ALONE)


def find(draft: Draft) -> list[Spot]:
    """Every promise once, in fixed words or by its kind."""
    fixed = _fixed(draft)
    taken = {place for spot in fixed for place in range(spot.start or 0, spot.end or 0)}
    for spot in _told(draft):
        if taken.isdisjoint(places := range(spot.start or 0, spot.end or 0)):
            taken.update(places)
            fixed.append(spot)
    return fixed


def _fixed(draft: Draft) -> list[Spot]:
    """Every promise but those of which the sentence is about a seat, a memory, a shop, and about no body."""
    spots = [*word_spots(draft, WORDS), *_hundreds(draft)]
    if not spots:
        return []
    elsewhere = sentences_with(draft, ELSE) - sentences_with(draft, BODY)
    sentence_of = draft.folded.sentence_of
    ambiguous = {draft.span(hit)[0] for hit in draft.hits(AMBIGUOUS) if sentence_of(hit.first) in elsewhere}
    return [spot for spot in spots if spot.start not in ambiguous]


def _told(draft: Draft) -> list[Spot]:
    """Certainty and effect near each other, unless the sentence hedges or asks; of money finance_promise speaks."""
    if _is_of_money(draft):
        return []
    aside = asking(draft)
    hedged = aside | sentences_with(draft, HEDGED)
    told = [spot for spot in CLAIMS.find(draft) if draft.sentence_of(spot) not in aside]
    return told + [spot for spot in word_spots(draft, _ALONE) if draft.sentence_of(spot) not in hedged]


def _is_of_money(draft: Draft) -> bool:
    return draft.brief.category == "finance"


def _hundreds(draft: Draft) -> Iterator[Spot]:
    """ "💯%" of anything but the goods themselves."""
    for found in _HUNDRED.finditer(draft.text):
        if not _OF_GOODS.search(draft.text, max(found.start() - _NEAR, 0), found.end() + _NEAR):
            yield Spot(*found.span(), level="ask")


RULE = AdvertisingRule(
    id="absolute_claim",
    level="must",
    words=WORDS,
    title=Text(
        en="A promise about effect or safety that knows no limit",
        vi="Lời hứa tuyệt đối về công dụng hoặc độ an toàn",
    ),
    text=Text(
        en='A promise without limits misleads. Say what was seen and for whom ("da mình đỡ khô sau hai tuần"), or leave it out. Fine of 60-80 million VND: the amount is to be checked.',
        vi='Lời hứa tuyệt đối dễ gây hiểu nhầm. Hãy kể điều đã thấy và với ai ("da mình đỡ khô sau hai tuần"), hoặc bỏ đi. Mức phạt 60-80 triệu đồng: cần kiểm tra lại con số.',
    ),
    source="Decree 38/2021/ND-CP, amended by 129/2021/ND-CP",
    article="34.5",
    checked_at="2026-11-29",
    confidence="A",
    find=find,
    ear=Ear(heard_from=0.9, short_heard_from=1.5, denied_under=NEVER, is_deaf=_is_of_money),
    passing=(
        Example("Son có trôi nhẹ, dặm lại là xong", {"category": "cosmetics"}),
        Example("Tuyệt đối không để chai này gần lửa", {"category": "general"}),
        Example("Mình luôn luôn bỏ thỏi này trong túi", {"category": "cosmetics"}),
        Example("Bảo hành trọn đời phần khung, lỗi là đổi máy mới", {"category": "general"}),
        Example("Có hiệu quả không? Còn tuỳ da nha", {"category": "cosmetics"}),
        Example("I never leave home without this balm", {"category": "cosmetics"}),
        Example("It may not work for everyone, so patch test first", {"category": "cosmetics"}),
        Example("Kỷ niệm này giữ vĩnh viễn trong tim", {"category": "general"}),
        Example("Your seat is guaranteed", {"category": "general"}),
        Example('"Hiệu quả 100%" là câu mình nghe là lướt qua', {"category": "general"}),
        Example("Áo 100% cotton, cam kết 100% chính hãng", {"category": "general"}),
        Example("Không phải hiệu quả 100% đâu nha", {"category": "general"}),
        Example("100 % authentic, delivery guaranteed", {"category": "general"}),
        Example("Không ai dám hứa an toàn tuyệt đối", {"category": "general"}),
        Example("Chẳng có kem nào làm trắng da vĩnh viễn", {"category": "general"}),
        Example("There is no such thing as instant results", {"category": "general"}),
        Example("No serum is 100% safe for everyone", {"category": "general"}),
        Example("Đừng tin mấy lời hiệu quả tức thì", {"category": "general"}),
        Example(
            'Trang giả mạo đang chạy câu "hiệu quả 100%", mọi người báo cáo giúp shop',
            {"category": "general"},
        ),
        Example('A fake account writes "no side effects" under our name', {"category": "general"}),
    ),
    failing=(
        Example("Bé nào ăn bột này cũng lên ký đều đều", {"category": "food"}),
        Example("Không ai xài mà không trắng cả", {"category": "cosmetics"}),
        Example("It suits absolutely everyone, babies included", {"category": "cosmetics"}),
        Example("Stains come out every time, I swear on my dog", {"category": "general"}),
        Example("Serum này da nào cũng hợp hết", {"category": "cosmetics"}),
        Example("Áo này giặt kiểu gì cũng không bao giờ phai màu", {"category": "general"}),
        Example("Nồi này chống dính trọn đời", {"category": "general"}),
        Example("Camera này không thể bị hack", {"category": "general"}),
        Example("It never irritates anyone", {"category": "cosmetics"}),
        Example("Completely harmless, take as many as you like", {"category": "supplement"}),
        Example("These jeans will never fade", {"category": "general"}),
        Example("Bảo đảm tóc mọc lại sau hai tháng", {"category": "general"}),
        Example("Ai xài cũng trắng hết", {"category": "general"}),
        Example("I promise you will see clear skin", {"category": "general"}),
        Example("Spots that never come back", {"category": "general"}),
        Example("Hiệu quả 100 % luôn", {"category": "general"}),
        Example("Da sáng hiệu quả 💯%", {"category": "general"}),
        Example("Khỏi lo tác dụng phụ luôn nha", {"category": "general"}),
        Example("Ko tác dụng phụ nha", {"category": "general"}),
        Example("Trắng da vĩnhhh viễn", {"category": "general"}),
        Example("Guaranteed results, no side effects", {"category": "general"}),
        Example("an toan tuyet doi", {"category": "general"}),
        Example("Không ai ngờ là hiệu quả tức thì", {"category": "general"}),
        Example("Không có kem nào bằng, an toàn tuyệt đối", {"category": "general"}),
    ),
)
