"""Doctors, pharmacists, clinics or hospitals as a proof."""

from __future__ import annotations

from server.campaigns.draft import word_spots
from server.campaigns.rule import AdvertisingRule, Example
from server.campaigns.words import Words
from server.messages import Text

WORDS = Words(
    must=(
        "bác sĩ",
        "bác sỹ",
        "bs da liễu",
        "dược sĩ",
        "dược sỹ",
        "phòng khám",
        "bệnh viện",
        "y tá",
        "y bác sĩ",
        "lương y",
        "chuyên gia y tế",
        "chuyên gia da liễu",
        "nhân viên y tế",
        "viện da liễu",
        "doctor",
        "doctors",
        "dermatologist",
        "dermatologists",
        "pharmacist",
        "pharmacists",
        "clinic",
        "clinics",
        "hospital",
        "hospitals",
        "physician",
        "physicians",
        "dermatologist recommended",
        "doctor recommended",
        "dr recommended",
    ),
    ask=(
        "bs",
        "dr",
    ),
    unless=(
        "hỏi bác sĩ",
        "hỏi ý kiến bác sĩ",
        "tham khảo bác sĩ",
        "tham khảo ý kiến bác sĩ",
        "tham vấn bác sĩ",
        "đi khám bác sĩ",
        "đi bác sĩ",
        "gặp bác sĩ",
        "đi bệnh viện",
        "vào bệnh viện",
        "nằm bệnh viện",
        "gần bệnh viện",
        "cạnh bệnh viện",
        "đối diện bệnh viện",
        "hỏi dược sĩ",
        "ask your doctor",
        "consult your doctor",
        "consult a doctor",
        "see a doctor",
        "see your doctor",
        "talk to your doctor",
        "ask a doctor",
        "ask a pharmacist",
        "consult your physician",
        "consult a dermatologist",
        "see a dermatologist",
        "doctor who",
        "near the hospital",
        "next to the hospital",
    ),
)


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
    find=lambda draft: word_spots(draft, WORDS),
    passing=(
        Example("Da nhạy cảm thì hỏi ý kiến bác sĩ trước nha", {"category": "cosmetics"}),
        Example("Không phải bác sĩ nên mình chỉ kể cảm nhận", {"category": "cosmetics"}),
        Example("If in doubt, ask your doctor", {"category": "cosmetics"}),
    ),
    failing=(
        Example("Bác sĩ da liễu khuyên dùng", {"category": "cosmetics"}),
        Example("b.á.c sĩ khuyên dùng", {"category": "cosmetics"}),
        Example("bac si khuyen dung", {"category": "cosmetics"}),
        Example("Dermatologist recommended", {"category": "cosmetics"}),
        Example("Phòng khám nào cũng dùng", {"category": "cosmetics"}),
    ),
)
