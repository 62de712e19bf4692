"""Doctors, pharmacists, clinics or hospitals as a proof."""

from __future__ import annotations

from collections.abc import Iterator

from server.campaigns.draft import Draft, sentences_with, word_spots
from server.campaigns.hearing import Ear
from server.campaigns.rule import AdvertisingRule, Example
from server.campaigns.rules._doctor_claim_claims import (
    ABOUT,
    ADVICE,
    ANSWERED,
    DENIED,
    LIFE,
    MORE,
    OTHERS,
    STRONG,
    WEAK,
    WITH_PRODUCT,
)
from server.campaigns.rules._doctor_claim_words import EVERYDAY, FAMILY, PATIENTS, PROOF, WHERE, WORDS
from server.campaigns.words import Spot, Words
from server.messages import Text

_PEOPLE = Words(must=(*WORDS.must, *MORE), ask=WORDS.ask, unless=WORDS.unless)
_NAMED = Words(must=(*_PEOPLE.must, *_PEOPLE.ask, *ABOUT), unless=WORDS.unless)
_STRONG, _WEAK = (*PROOF, *STRONG, *WITH_PRODUCT), WEAK
_LIFE, _ASIDE = (*EVERYDAY, *FAMILY, *WHERE, *LIFE), (*OTHERS, *DENIED)


def find(draft: Draft) -> Iterator[Spot]:
    """Whoever of medicine proves the product in a sentence, and patients' thanks for food."""
    if draft.brief.category != "cosmetics":
        yield from word_spots(draft, PATIENTS)
    spots = word_spots(draft, _PEOPLE)
    if not spots:
        return
    strong, weak, life, aside, advice, answered = (
        sentences_with(draft, words) for words in (_STRONG, _WEAK, _LIFE, _ASIDE, ADVICE, ANSWERED)
    )
    aside |= advice - answered
    proved = (strong | (weak - life)) - aside
    for spot in spots:
        if not proved.isdisjoint(_sentences_of(draft, spot)):
            yield spot


def _is_of_none(draft: Draft) -> bool:
    """Whether nobody of medicine is there who could prove anything, or only to be asked, or denied."""
    return not word_spots(draft, _NAMED)


def _sentences_of(draft: Draft, spot: Spot) -> set[int]:
    """The sentences of its first and last word, and of the name behind "Dr.": dots inside a name or a word end none."""
    folded = draft.folded
    first = draft.token_from(spot.start or 0)
    end = draft.token_from(spot.end or 0)
    last = end if draft.text[spot.end : (spot.end or 0) + 1] == "." and end - first == 1 else end - 1
    return {folded.sentence_of(token) for token in (first, min(last, len(folded.places) - 1))}


RULE = AdvertisingRule(
    id="doctor_claim",
    categories=("cosmetics", "food", "supplement", "infant_food"),
    level="must",
    words=WORDS,
    title=Text(
        en="Doctors, pharmacists, clinics or hospitals as a proof",
        vi="Lấy bác sĩ, dược sĩ, phòng khám, bệnh viện làm bằng chứng",
    ),
    text=Text(
        en="Leave doctors, pharmacists, clinics and hospitals out: neither image nor name nor words of theirs may prove the product.",
        vi="Hãy bỏ bác sĩ, dược sĩ, phòng khám, bệnh viện: không dùng hình ảnh, tên hay lời của họ để chứng minh cho sản phẩm.",
    ),
    source="Decree 342/2025/ND-CP (cosmetics); Decree 15/2018/ND-CP Art. 27.2 (food; a later food decree was not read: C)",
    article="4.4",
    since="2026-02-15",
    checked_at="2026-11-29",
    confidence="A",
    find=find,
    ear=Ear(heard_from=1.5, short_heard_from=1.5, denied_under=-3.0, is_deaf=_is_of_none),
    passing=(
        Example("Uống gì cũng nên nói bác sĩ biết nếu đang mang thai", {"category": "supplement"}),
        Example("An apple a day keeps the doctor away", {"category": "cosmetics"}),
        Example("Hôm qua đi nha sĩ nhổ răng nên hôm nay chưa tô son được", {"category": "cosmetics"}),
        Example("Tặng 50 phần ăn cho các bác sĩ trực Tết", {"category": "food"}),
        Example("Không bác sĩ nào nhận tiền để khen kem này đâu", {"category": "cosmetics"}),
        Example("Dressed as a surgeon for the party, lipstick on", {"category": "cosmetics"}),
        Example("Mẹ là y tá nên nhà gọn gàng", {"category": "cosmetics"}),
        Example('I hate the phrase "doctor recommended"', {"category": "cosmetics"}),
        Example("Da nhạy cảm thì hỏi ý kiến bác sĩ trước nha", {"category": "cosmetics"}),
        Example("Không phải bác sĩ nên mình chỉ kể cảm nhận", {"category": "cosmetics"}),
        Example("If in doubt, ask your doctor", {"category": "cosmetics"}),
        Example("Coi phim bác sĩ vừa đắp mặt nạ", {"category": "cosmetics"}),
        Example("Đây không phải lời khuyên của bác sĩ", {"category": "cosmetics"}),
        Example("Luật không cho lấy lời bác sĩ làm chứng", {"category": "cosmetics"}),
        Example("The café near the clinic sells this tea", {"category": "food"}),
        Example("Bệnh nhân cảm ơn chị y tá khoa nhi, mình đi thăm thấy vui lây", {"category": "cosmetics"}),
    ),
    failing=(
        Example("Phòng khám gần nhà xài sữa tắm này cho mấy bé", {"category": "cosmetics"}),
        Example("Two dermatologists I know wear it every day", {"category": "cosmetics"}),
        Example("Mẹ mình hỏi bác sĩ, bác sĩ nói loại này uống tốt", {"category": "supplement"}),
        Example("BS. Hoa khuyên da dầu nên chọn em này", {"category": "cosmetics"}),
        Example("Chị gái làm bác sĩ da liễu xài em này 3 năm rồi", {"category": "cosmetics"}),
        Example("Our paediatrician gave it the thumbs up", {"category": "food"}),
        Example("Medical experts agree this is the one", {"category": "cosmetics"}),
        Example("My sister, a med student in a white coat, swears by it", {"category": "cosmetics"}),
        Example("A nurse in scrubs shows how she layers it", {"category": "cosmetics"}),
        Example("bác sỹ nào cũng gật đầu", {"category": "cosmetics"}),
        Example("Bác sĩ da liễu khuyên dùng", {"category": "cosmetics"}),
        Example("b.á.c sĩ khuyên dùng", {"category": "cosmetics"}),
        Example("bac si khuyen dung", {"category": "cosmetics"}),
        Example("Dermatologist recommended", {"category": "cosmetics"}),
        Example("Phòng khám nào cũng dùng", {"category": "cosmetics"}),
        Example("Có bệnh nhân nhắn tin cảm ơn vì uống trà này", {"category": "food"}),
        Example("Patients keep thanking us, one even wrote a thank you card", {"category": "supplement"}),
        Example("Trung tâm y tế huyện mình có giấy xác nhận món này", {"category": "food"}),
        Example("Chồng mình là bác sĩ, ảnh khuyên dùng em này", {"category": "cosmetics"}),
    ),
)
