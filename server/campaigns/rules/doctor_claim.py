"""Doctors, pharmacists, clinics or hospitals as a proof."""

from __future__ import annotations

from collections.abc import Iterator

from server.campaigns.draft import Draft, sentences_with, word_spots
from server.campaigns.rule import AdvertisingRule, Example
from server.campaigns.rules._doctor_claim_words import EVERYDAY, FAMILY, PATIENTS, PLACES, PROOF, WHERE, WORDS
from server.campaigns.words import Spot
from server.messages import Text


def find(draft: Draft) -> Iterator[Spot]:
    """Every doctor but those of everyday life, of whom nothing is proved."""
    if draft.brief.category != "cosmetics":
        yield from word_spots(draft, PATIENTS)
    spots = word_spots(draft, WORDS)
    if not spots:
        return
    proofs, everyday, where = (sentences_with(draft, words) for words in (PROOF, (*EVERYDAY, *FAMILY), WHERE))
    places = {hit.first for hit in draft.hits(PLACES)}
    tokens = {start: token for token, (start, _) in enumerate(draft.folded.places)}
    for spot in spots:
        token = tokens[spot.start or 0]
        sentence = draft.folded.sentence_of(token)
        is_everyday = sentence in everyday or (token in places and sentence in where)
        if not is_everyday or sentence in proofs:
            yield spot


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
    passing=(
        Example("An apple a day keeps the doctor away", {"category": "cosmetics"}),
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
