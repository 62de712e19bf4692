"""Doctors, pharmacists, clinics or hospitals as a proof."""

from __future__ import annotations

from collections.abc import Iterator

from server.campaigns.draft import Draft, word_spots
from server.campaigns.rule import AdvertisingRule, Example
from server.campaigns.words import Spot, Words
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
        "hỏi bác sĩ hoặc dược sĩ",
        "bác sĩ hoặc dược sĩ của bạn",
        "hỏi … bác sĩ",
        "tham khảo … bác sĩ",
        "tham vấn … bác sĩ",
        "khám … bác sĩ",
        "gặp … bác sĩ",
        "hỏi … dược sĩ",
        "đi khám ở bệnh viện",
        "ask a doctor or pharmacist",
        "ask your pharmacist",
        "speak to your doctor",
        "speak to a doctor",
        "check with your doctor",
        "consult your dermatologist",
        "talk to a doctor",
        "see a physician",
        "advice of your doctor",
        "advice of your physician",
        "doctors without borders",
        "spin doctor",
        "love doctor",
        "plant doctor",
        "shoe doctor",
        "bác sĩ cây cảnh",
        "bác sĩ máy tính",
        "bác sĩ thú y",
        "phòng khám thú y",
        "bệnh viện thú y",
        "bệnh viện máy tính",
        "doctor who",
        "near the hospital",
        "next to the hospital",
    ),
)

_PROOF = (
    "khuyên", "tin dùng", "tin tưởng", "giới thiệu", "kê đơn", "bào chế", "điều chế", "nghiên cứu", "phát triển", "kiểm chứng",
    "kiểm nghiệm", "chứng nhận", "chứng minh", "công nhận", "xác nhận", "khẳng định", "đứng sau", "đứng tên", "bảo chứng",
    "cố vấn", "công thức", "cũng dùng", "cũng xài", "đều dùng", "đều xài", "cho dùng", "cho uống", "áo blouse", "người dùng thật",
    "recommend", "recommends", "recommended", "approved", "approves", "tested", "trust", "trusts", "trusted", "swears",
    "developed", "formulated", "endorsed", "endorses", "prescribed", "prescribes", "proven", "certified", "told me to",
    "uses it", "uses this", "use it", "chooses", "choose",
)  # fmt: skip
"""What makes a proof of a doctor in the same sentence, whatever else it tells."""
_EVERYDAY = (
    "phim", "drama", "đóng vai", "vai bác sĩ", "hóa trang", "cosplay", "đồ chơi", "ước mơ", "làm bác sĩ", "làm y tá",
    "thành bác sĩ", "ngành y", "thi y", "đường bác sĩ", "nằm viện", "thăm", "cấp cứu", "ca trực", "trực đêm", "tan ca", "chồng",
    "vợ", "hàng xóm", "đi khám", "viện phí", "đùa", "movie", "tv show", "series", "costume", "halloween", "street", "visiting",
    "visited", "shift", "appointment", "waiting room", "husband", "wife", "neighbour", "neighbor", "emergency", "surgery",
    "kidding", "joke", "doctors without borders",
)  # fmt: skip
"""What makes a doctor part of somebody's day."""
_PLACES = ("bệnh viện", "phòng khám", "viện da liễu", "hospital", "hospitals", "clinic", "clinics")
_WHERE = (
    "hẻm", "ngõ", "gần", "cạnh", "đối diện", "kế bên", "sau lưng", "trước cổng", "vào bệnh viện", "đi bệnh viện", "mùi", "xếp hàng",
    "near", "next to", "opposite", "across from", "behind", "outside", "smell", "smells",
)  # fmt: skip
"""What makes a clinic or a hospital a place like others; a pharmacist may live next door."""


def find(draft: Draft) -> Iterator[Spot]:
    """Every doctor but those of everyday life, of whom nothing is proved."""
    proofs, everyday, where = (_sentences(draft, words) for words in (_PROOF, _EVERYDAY, _WHERE))
    places = {hit.first for hit in draft.hits(_PLACES)}
    tokens = {start: token for token, (start, _) in enumerate(draft.folded.places)}
    for spot in word_spots(draft, WORDS):
        token = tokens[spot.start or 0]
        sentence = draft.folded.sentence_of(token)
        is_everyday = sentence in everyday or (token in places and sentence in where)
        if not is_everyday or sentence in proofs:
            yield spot


def _sentences(draft: Draft, words: tuple[str, ...]) -> set[int]:
    """The sentences that say one of the words, by their first token."""
    return {draft.folded.sentence_of(hit.first) for hit in draft.hits(words)}


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
        Example("Da nhạy cảm thì hỏi ý kiến bác sĩ trước nha", {"category": "cosmetics"}),
        Example("Không phải bác sĩ nên mình chỉ kể cảm nhận", {"category": "cosmetics"}),
        Example("If in doubt, ask your doctor", {"category": "cosmetics"}),
        Example("Coi phim bác sĩ vừa đắp mặt nạ", {"category": "cosmetics"}),
        Example("Đây không phải lời khuyên của bác sĩ", {"category": "cosmetics"}),
        Example("Luật không cho lấy lời bác sĩ làm chứng", {"category": "cosmetics"}),
        Example("The café near the clinic sells this tea", {"category": "food"}),
    ),
    failing=(
        Example("Bác sĩ da liễu khuyên dùng", {"category": "cosmetics"}),
        Example("b.á.c sĩ khuyên dùng", {"category": "cosmetics"}),
        Example("bac si khuyen dung", {"category": "cosmetics"}),
        Example("Dermatologist recommended", {"category": "cosmetics"}),
        Example("Phòng khám nào cũng dùng", {"category": "cosmetics"}),
        Example("Chồng mình là bác sĩ, ảnh khuyên dùng em này", {"category": "cosmetics"}),
    ),
)
