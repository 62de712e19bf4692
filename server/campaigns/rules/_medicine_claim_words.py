"""The words of medicine_claim: illnesses that go, and medicine in one's day."""

from __future__ import annotations

from server.campaigns.words import Words, family

_PAINS = (
    "đau khớp", "đau lưng", "đau đầu", "đau nửa đầu", "đau dạ dày", "đau bao tử", "đau nhức", "đau mỏi", "đau gối",
    "đau vai gáy", "đau bụng kinh", "viêm", "viêm xoang", "viêm họng", "viêm da", "viêm khớp", "vảy nến", "vẩy nến",
    "chàm", "hắc lào", "nấm da", "ghẻ", "zona", "mề đay", "dị ứng", "hen suyễn", "trào ngược", "mất ngủ", "trầm cảm",
    "lo âu", "tiểu đường", "huyết áp", "cao huyết áp", "mỡ máu", "gan nhiễm mỡ", "đường huyết", "gút", "gout",
    "ung thư", "u xơ", "u nang", "táo bón", "tiêu chảy", "thoái hóa", "thoát vị", "tê bì", "đột quỵ", "tim mạch",
    "sỏi thận", "suy thận", "yếu sinh lý", "cảm cúm", "cảm lạnh", "ho", "ho gà", "sổ mũi", "nhiễm trùng",
    "vết thương", "bệnh", "chóng mặt", "rối loạn tiền đình", "trĩ", "viêm gan", "eczema", "bệnh tật",
)  # fmt: skip
_RID = (
    "khỏi", "khỏi hẳn", "khỏi luôn", "khỏi bệnh", "hết", "hết hẳn", "hết sạch", "hết luôn", "dứt", "đẩy lùi",
    "tạm biệt", "xóa sổ", "đánh bay", "đánh tan", "chấm dứt", "thoát khỏi", "ngừa", "ngăn ngừa", "phòng ngừa",
    "phòng chống", "phòng bệnh", "ngăn chặn", "chống lại", "bái bai", "bye bye", "bye", "goodbye", "không còn", "hạ",
    "ổn định", "cắt cơn",
)  # fmt: skip
_LESS = (
    "mỡ máu", "huyết áp", "đường huyết", "cholesterol", "đau khớp", "đau lưng", "đau đầu", "đau nhức", "viêm",
    "viêm khớp", "lo âu", "trầm cảm", "cơn đau",
)  # fmt: skip
_GONE = (
    "khỏi hẳn", "khỏi luôn", "khỏi liền", "hết hẳn", "hết luôn", "hết liền", "biến mất", "bay biến", "tan biến",
    "dứt hẳn", "đỡ hẳn", "lành",
)  # fmt: skip
_AILMENTS = (
    "anxiety", "depression", "migraine", "migraines", "headache", "headaches", "insomnia", "eczema", "psoriasis",
    "rosacea", "dermatitis", "arthritis", "joint pain", "back pain", "knee pain", "chronic pain", "period pain",
    "cramps", "cancer", "diabetes", "blood pressure", "blood sugar", "cholesterol", "reflux", "heartburn", "ulcers",
    "allergies", "asthma", "colds", "the flu", "flu", "infection", "infections", "inflammation", "fungus",
    "hemorrhoids", "ibs", "gout", "stroke", "strokes", "heart disease", "nausea", "disease", "diseases", "illness",
    "adhd", "constipation", "sinusitis", "bronchitis", "sore throat", "fever", "rash", "rashes", "hives", "vertigo",
)  # fmt: skip
_RID_EN = (
    "treat", "treats", "treated", "treating", "prevent", "prevents", "preventing", "fight", "fights", "fighting",
    "lower", "lowers", "lowering", "reduce", "reduces", "relieve", "relieves", "relief from", "eliminate",
    "eliminates", "goodbye", "goodbye to", "bye", "bye bye", "no more", "end", "ends", "ended", "stop", "stops",
    "stopped", "rid of", "beat", "beats", "reverse", "reverses", "reversed", "cured", "heals", "protects against",
    "protect against", "ward off", "wards off", "soothes away", "free of", "free from", "controls", "keeps away",
)  # fmt: skip
_FAMILIES = (
    *(f"{rid} {pain}" for rid in _RID for pain in _PAINS),
    *family(("khỏi hẳn", "khỏi luôn", "hết hẳn", "phòng ngừa", "ngăn ngừa", "đẩy lùi", "tạm biệt", "giúp ngừa"), _PAINS),
    *(f"{less} {pain}" for less in ("giảm", "giảm hẳn", "làm giảm") for pain in _LESS),
    *family(_PAINS, _GONE),
    *(f"{rid} {ailment}" for rid in _RID_EN for ailment in _AILMENTS),
    *(f"{rid} {whose} {ailment}" for rid in _RID_EN for whose in ("my", "your", "the", "high", "her", "his", "chronic", "bad", "those", "all", "any") for ailment in _AILMENTS),
    *(f"{ailment} {gone}" for ailment in _AILMENTS for gone in ("is gone", "are gone", "gone", "went away", "disappeared", "vanished", "cleared up", "has healed", "healed")),
    *family(("vết thương", "vết bỏng", "vết rạch", "vết mổ", "vết loét", "sẹo"), ("lành", "liền", "lành hẳn", "kín miệng")),
    *(f"{cut} {heals}" for cut in ("cut", "wound", "wounds", "burn", "burns", "scar", "scars", "scab", "blister", "skin") for heals in ("healed", "has healed", "heals", "is healing", "closed up")),
)  # fmt: skip
"""A pain or an illness that goes, is kept away or gets less."""
_OWN_DAY = (
    "uống thuốc", "uống viên thuốc", "uống mấy viên thuốc", "mua thuốc", "quên thuốc", "lấy thuốc",
    "đang dùng thuốc", "đang uống thuốc", "dùng thuốc theo", "thuốc theo toa", "thuốc theo đơn", "thuốc kê đơn",
    "thuốc kê toa", "toa thuốc", "đơn thuốc", "tủ thuốc", "hộp thuốc", "vỉ thuốc", "thuốc huyết áp",
    "thuốc bác sĩ kê", "thuốc của mẹ", "thuốc của ba", "thuốc của bà", "nhắc … thuốc", "prescription medicine",
    "prescription medicines", "prescription medication", "on medicine", "took my medicine", "take my medicine",
    "taking medicine", "takes her medicine", "takes his medicine", "take her medicine", "take his medicine",
    "taking any medicine", "take any medicine", "take medicine", "your medicine", "other medicine", "his medicine",
    "her medicine", "my medicine", "cold medicine", "studying medicine", "studies medicine", "study medicine",
    "medicine ball", "dose of medicine", "grandma's medicine", "cho mèo uống thuốc", "xịt thuốc muỗi", "thuốc muỗi",
    "thuốc tẩy", "thuốc trừ sâu", "thuốc tây của", "thuốc say xe",
)  # fmt: skip
"""Medicine in somebody's day, or of who has a prescription: no word about the product."""

ANSWERED = (*_AILMENTS, *_PAINS)
"""Before a question mark, where the answer is that they are gone."""
GONE_ANSWERS = frozenset(
    {"treated", "cured", "healed", "gone", "fixed", "vanished", "khỏi", "hết", "sạch", "dứt", "biến"}
)
WORDS = Words(
    must=(
        *_FAMILIES,
        "không cần uống thuốc", "khỏi uống thuốc", "khỏi cần thuốc", "thay thuốc", "thay thế thuốc", "như thuốc",
        "hơn … thuốc", "đỡ … uống thuốc", "bớt … uống thuốc", "ngưng … thuốc", "bỏ … thuốc tây",
        "better than … medicine", "instead of … medicine", "no need for … medicine", "works like medicine",
        "mau lành", "nhanh lành", "lành hẳn", "lành liền", "lành sẹo", "làm lành", "lành vết thương", "liền sẹo",
        "tái tạo vết thương", "healed over", "healed up", "healed in", "has healed", "have healed", "healed it",
        "trị", "trị mụn", "trị nám", "trị thâm", "trị sẹo", "trị tàn nhang", "trị rụng tóc", "trị gàu", "trị nứt",
        "trị bệnh", "trị liệu", "trị dứt điểm", "chuyên trị", "điều trị", "đặc trị", "đặc trị mụn", "chữa", "chữa cháy nắng", "chữa cháy da", "trị cháy nắng",
        "chữa bệnh", "chữa mụn", "chữa nám", "chữa khỏi", "chữa trị", "chữa lành da", "chữa viêm", "khỏi bệnh",
        "khỏi mụn", "khỏi hẳn", "hết bệnh", "dứt điểm", "thuốc", "thần dược", "thuốc tiên", "kháng viêm",
        "chống viêm", "kháng khuẩn điều trị", "diệt vi khuẩn gây bệnh", "treats", "treats acne", "treat acne",
        "treating acne", "treat eczema", "treats eczema", "treat dark spots", "treat melasma", "treat hair loss",
        "treats hair loss", "treat diabetes", "treat insomnia", "treatment for", "acne treatment", "cures", "cure",
        "cured my", "cure for", "heals", "heal", "healed my", "heals acne", "anti inflammatory", "antiinflammatory",
        "medicine", "medicinal", "clinically treats", "remedy for",
    ),
    ask=(
        "chữa lành", "treat yourself", "treat your skin", "treat your", "healing", "treatment",
    ),
    unless=(
        *_OWN_DAY,
        *(
            f"{what} {heals}"
            for what in ("time", "love", "music", "laughter", "travel")
            for heals in ("heals", "will heal", "can heal")
        ),
        *(
            f"{heals} {heart}"
            for heals in ("heal", "heals", "healed", "healing")
            for heart in (
                "a broken heart", "my heart", "your heart", "hearts", "my soul", "your soul", "the soul",
                "from heartbreak", "my inner child", "from the breakup",
            )
        ),
        "thầy thuốc", "làm lành với", "làm lành nhau", "hết ho hen gì", "headaches about", "headache about",
        "trick or treats", "trick or treating", "giá trị", "trị giá", "vô giá trị", "chính trị", "quản trị",
        "cai trị", "thống trị", "trị vì", "trị an", "trị số", "trừng trị", "tự trị", "tri ân", "tri thức",
        "giải trí", "vị trí", "trí tuệ", "trang trí", "trí nhớ", "bố trí", "lý trí", "trí tưởng tượng", "tri kỷ",
        "tri giác", "đồng trị giá", "bình trị thiên", "quảng trị", "nội trị", "sửa chữa", "chữa cháy", "chữa bài",
        "chữa đề", "chữa thẹn", "chữa ngượng", "chữa lỗi", "chữa lành tâm hồn", "đi chữa lành", "bệnh chữa lành",
        "nhà thuốc", "hiệu thuốc", "tiệm thuốc", "quầy thuốc", "cửa hàng thuốc", "thuốc nhuộm", "thuốc uốn",
        "thuốc duỗi", "thuốc lá", "thuốc tẩy tóc", "thuốc thử", "thuốc màu", "thuốc súng", "uống thuốc của bác sĩ",
        "bao thuốc", "hút thuốc", "bác sĩ điều trị", "thuộc về", "thuộc", "chưa", "vừa chưa", "a treat",
        "sweet treat", "little treat", "treats for my dog", "dog treats", "cat treats", "trick or treat",
        "treats you", "treats me", "treats me like", "treats us", "treats customers", "medicine student",
        "medicine school", "medicine cabinet", "salon treatment", "special treatment", "vip treatment",
        "spa treatment", "royal treatment", "healing trip", "the cure band", "the best medicine",
        "laughter is the best medicine", "khỏi lo", "khỏi nói", "heal the world", "cure … lamp", "cure … seconds", "cure … minutes", "cures … lamp", "cured … lamp", "cure each coat", "cure under", "cures under", "cured ham", "cured meat", "cured salmon", "dry cured", "salt cured",
    ),
)  # fmt: skip

SWEET_BEFORE = frozenset(
    {
        "trick", "or", "baked", "sweet", "some", "few", "little", "dog", "cat", "holiday", "birthday", "these", "those", "my", "our", "her", "his", "the", "more", "of", "office", "homemade", "yummy", "healthy", "school", "tasty", "for", "with"
    }
)  # fmt: skip
SWEET_BEHIND = frozenset({"for", "and", "at", "from", "in", "on", "with", "to", "are", "were", "while", "after", "before"})  # fmt: skip
"""Beside "treats" they make sweets of it, and so does the end of a clause."""
UNMARKED_CURE = frozenset(
    {
        "benh", "mun", "nam", "khoi", "lanh", "viem", "tri", "dau", "ho", "mat", "seo", "gau", "rung", "het", "dut",
        "tham", "nut", "ngua",
    }
)  # fmt: skip
"""Behind an unmarked "chua" they make "chữa" of it; elsewhere it is "chưa"."""
