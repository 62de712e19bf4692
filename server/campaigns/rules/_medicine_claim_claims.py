"""A treatment that is told, not named: an ailment, and that it goes, in one sentence.

1. An ailment (a disease, a pain, a symptom of skin, hair or belly) near a word of going away, being stopped or kept off,
   in either order: "mụn … xẹp", "tạm biệt … gout", "kiss … acne goodbye" (``GOES``, ``GOES_EN``).
2. A value that the body has (sugar, pressure, cholesterol, uric acid) near a word of falling or being normal again.
3. A wound or burn that closes.

What a cosmetic may say is none of them: it cleans, moistens, evens the tone, covers. Advice ("hỏi bác sĩ"), "who suffers
from … should not", a denial, a question and what is gone from the shop ("hết hàng") are none either.
"""

from __future__ import annotations

from server.campaigns.pairing import WordPairing, WordPairings

_SKIN = (
    "mụn", "mụn viêm", "mụn ẩn", "mụn bọc", "mụn mủ", "mụn cóc", "nám", "tàn nhang", "sẹo", "sẹo rỗ", "sẹo lồi", "sẹo thâm", "thâm mụn", "thâm nám", "chàm", "chàm sữa", "rôm sảy", "rôm", "hăm", "hăm tã", "lác", "lác đồng tiền", "lang ben", "hắc lào", "nấm", "nấm da",
    "nấm móng", "nấm da đầu", "gàu", "rụng tóc", "tóc rụng", "hói", "rụng", "zona", "giời leo", "vảy nến", "vẩy nến", "eczema", "rosacea", "viêm da", "viêm da cơ địa", "viêm nang lông", "mề đay", "mẩn ngứa", "ngứa", "mẩn đỏ", "dị ứng", "nhiệt miệng", "hôi nách", "nứt gót", "giãn tĩnh mạch", "nhiễm trùng", "herpes", "thuỷ đậu", "tổ đỉa", "á sừng",
)  # fmt: skip
_BODY = (
    "sưng", "sưng tấy", "phù nề", "đốm nâu", "mất ngủ", "bệnh mất ngủ",
    "đau", "đau khớp", "đau lưng", "đau đầu", "đau nửa đầu", "đau dạ dày", "đau bao tử", "đau nhức", "đau mỏi", "đau gối", "đau vai", "đau vai gáy", "đau bụng", "cơn đau", "nhức", "nhức mỏi", "nhức đầu", "tê", "tê tay", "tê bì", "dạ dày", "bao tử", "viêm", "viêm xoang", "xoang", "viêm họng", "viêm mũi", "viêm khớp", "viêm gan",
    "ho", "cơn ho", "ho đờm", "ho khan", "đờm", "sổ mũi", "nghẹt mũi", "cảm cúm", "cảm lạnh", "cúm", "sốt", "hen", "hen suyễn", "trào ngược", "ợ chua", "ợ nóng", "táo bón", "tiêu chảy", "đầy bụng", "khó tiêu", "đại tràng", "mất ngủ", "trầm cảm", "lo âu", "stress", "tiểu đường", "huyết áp", "cao huyết áp", "mỡ máu", "máu nhiễm mỡ", "gan nhiễm mỡ",
    "gút", "gout", "ung thư", "u xơ", "u nang", "khối u", "thoái hóa", "thoát vị", "đột quỵ", "tim mạch", "sỏi thận", "suy thận", "thận yếu", "yếu sinh lý", "chóng mặt", "tiền đình", "rối loạn tiền đình", "trĩ", "búi trĩ", "thiếu máu", "loãng xương", "xương khớp", "khớp", "bệnh", "bệnh tim", "virus", "viêm lợi", "sâu răng", "sún răng", "chảy máu chân răng", "biếng ăn", "còi xương", "suy dinh dưỡng", "rối loạn tiêu hóa", "tăng động", "giun", "phong thấp", "thấp khớp", "run tay", "chuột rút", "buồn nôn", "kinh nguyệt không đều", "đau bụng kinh", "bốc hỏa", "mãn kinh", "tuyến giáp", "polyp", "buồng trứng",
)  # fmt: skip
_VALUES = ("đường huyết", "huyết áp", "mỡ máu", "cholesterol", "axit uric", "acid uric", "men gan", "chỉ số đường", "đường trong máu", "tiểu đường", "gan nhiễm mỡ")  # fmt: skip
_GOES = (
    "chào thua", "đầu hàng", "rủ nhau đi", "đi hết", "là yên", "thoát kiếp", "thoát cảnh", "hết khổ vì", "khỏi khổ vì", "vơi hẳn", "dịu hẳn", "sạch mụn", "hết bị", "không còn bị",
    "hết", "khỏi", "khỏi hẳn", "bay", "bay biến", "bay màu", "bay sạch", "đánh bay", "dứt", "dứt điểm", "dứt hẳn", "tan", "tan biến", "đánh tan", "lành", "lành lặn", "lặn", "xẹp", "xẹp lép", "biến mất", "biến", "mất tiêu", "mất hẳn", "mất tích", "mất hút", "mất dạng", "mất luôn", "tiêu tan", "tiêu biến",
    "cút", "rút lui", "rút", "lui", "im ru", "tèo", "ra đi", "đi đời", "đội nón", "ra chuồng gà", "dĩ vãng", "quá khứ", "không còn", "hổng còn", "chẳng còn", "ko còn", "hết còn", "không ghé", "không tái", "dập", "dập tắt", "dập tan", "xử", "xử lý", "xử gọn", "xử đẹp", "dọn", "dọn sạch", "quét sạch", "càn quét", "sạch bóng", "đá bay", "đá văng", "hất cẳng", "tiễn",
    "đẩy lùi", "tạm biệt", "bái bai", "bye bye", "bye", "goodbye", "giã từ", "từ giã", "chia tay", "nói lời tạm biệt", "vĩnh biệt", "chấm dứt", "thoát khỏi", "cắt", "cắt cơn", "xóa sổ", "xóa sạch", "xóa tan", "triệt", "triệt tiêu", "tiêu diệt", "diệt", "tận gốc", "tống khứ", "ngưng", "ngừng", "co", "co lại", "se lại", "cồi", "rụng cồi", "cứu tinh", "khắc tinh", "cứu cánh",
    "ngừa", "ngăn ngừa", "phòng ngừa", "phòng chống", "phòng", "phòng bệnh", "ngăn chặn", "chống", "giải cứu", "chữa", "trị", "kiểm soát", "cải thiện hẳn", "không bị lại", "khỏi mổ", "không phải mổ", "nhẹ hẳn", "đỡ hẳn", "đỡ hẳn luôn", "êm hẳn", "êm ru", "khỏe re", "ngủ yên", "lặn mất", "lặn tăm", "lặn hẳn", "bong hết", "khô cồi", "phục hồi hoàn toàn", "tái tạo", "liền lại", "đầy lên", "lấp đầy", "làm đầy", "mọc lại",
)  # fmt: skip
_FALLS = ("hạ", "giảm", "giảm hẳn", "ổn định", "ổn", "tuột", "tụt", "về ngưỡng", "về mức", "trở về", "về lại", "bình thường", "xuống", "kéo xuống", "điều hòa", "cân bằng", "đẹp", "về", "kiểm soát", "đẹp lại")  # fmt: skip
_WOUNDS = ("vết thương", "vết bỏng", "bỏng", "vết rạch", "vết mổ", "vết loét", "vết cắt", "vết trầy", "vết đứt tay", "lở loét", "chỗ bỏng", "vết cắn", "vết khâu")  # fmt: skip
_CLOSES = ("lành", "liền", "kín miệng", "khô miệng", "lên da non", "kéo da non", "khép miệng", "liền da", "se miệng", "khép lại", "mau khô", "phục hồi")  # fmt: skip
_AILMENTS = (
    "aching", "ache", "aches", "joints", "sore joints", "patches", "runny nose", "snoring", "swelling", "sciatica",
    "acne", "pimples", "breakouts", "cystic acne", "zits", "melasma", "eczema", "psoriasis", "rosacea", "dermatitis", "dandruff", "hair loss", "hair fall", "baldness", "fungus", "ringworm", "warts", "wart", "cold sores", "cold sore", "rash", "rashes", "hives", "diaper rash", "nappy rash", "itch", "itching", "scars", "acne scars", "burns", "infection", "infections",
    "anxiety", "depression", "migraine", "migraines", "headache", "headaches", "insomnia", "sleepless nights", "arthritis", "joint pain", "back pain", "knee pain", "knees", "pain", "pains", "cramps", "period pain", "cancer", "diabetes", "reflux", "acid reflux", "heartburn", "ulcers", "ulcer", "gastritis", "bloating", "constipation", "diarrhea", "allergies", "allergy", "asthma", "colds", "cold", "flu", "the flu",
    "cough", "coughs", "sore throat", "fever", "sinusitis", "sinus", "inflammation", "hemorrhoids", "haemorrhoids", "ibs", "gout", "stroke", "strokes", "heart disease", "nausea", "disease", "diseases", "illness", "adhd", "vertigo", "virus", "viruses", "fatty liver", "anemia", "anaemia", "tumor", "tumour", "hangover", "varicose veins", "hot flashes", "pcos", "osteoporosis", "symptoms", "colic", "worms", "stomach ache", "tummy ache", "blood pressure", "blood sugar", "cholesterol",
)  # fmt: skip
_GOES_EN = (
    "quit", "quits", "was over", "is over", "are over", "is no more", "are no more", "at bay", "gave up", "say goodbye", "stay away", "stays away", "let go of", "like it never happened", "did the trick", "does the trick", "melted away", "settled", "settles",
    "clears", "cleared", "clear up", "cleared up", "clearing", "clear", "gone", "goodbye", "bye", "bye bye", "farewell", "vanish", "vanished", "vanishes", "disappear", "disappeared", "disappears", "history", "thing of the past", "rid of", "stop", "stops", "stopped", "end", "ends", "ended", "heal", "heals", "healed", "cure", "cures", "cured", "fix", "fixes", "fixed", "knocks out", "knock out", "knocked out", "knocks",
    "wipes out", "wiped out", "wipe out", "kills", "kill", "killed", "kicks", "kicked", "beat", "beats", "banish", "banishes", "banished", "erase", "erases", "erased", "melts away", "packed its bags", "packed up", "packed their bags", "no longer", "never bothers", "never came back", "hasn't come back", "haven't come back", "haven't had", "hasn't had", "back to normal", "shuts down", "shut down", "repairs", "reverses", "reversed", "reverse", "relief", "relieves", "relieve", "relieved",
    "went away", "go away", "goes away", "subsided", "dried up", "zapped", "zaps", "nipped", "tames", "tamed", "conquered", "conquers", "defeats", "defeated", "eliminates", "eliminate", "eliminated", "dissolves", "free of", "free from", "prevent", "prevents", "wards off", "ward off", "fights", "fight", "fights off", "fight off", "protects against", "keeps away", "keeps off", "treat", "treats", "treated", "treating", "remedy", "remedies", "took care of", "takes care of", "sorted out", "sorted", "calmed down", "shrank", "shrunk", "faded away", "eased", "eases", "left me", "lifted", "destroys", "crushes", "combats", "no more", "saved me from", "rescued", "soothes away", "moved out", "said its farewell", "a memory",
)  # fmt: skip
_VALUES_EN = ("blood sugar", "blood pressure", "cholesterol", "uric acid", "glucose", "sugar levels", "a1c", "triglycerides", "liver enzymes")  # fmt: skip
_FALLS_EN = ("down", "lower", "lowers", "lowered", "lowering", "dropped", "drops", "drop", "normal", "reduce", "reduces", "reduced", "under control", "stable", "stabilises", "stabilizes", "balances", "controls", "fell", "regulates", "in check", "healthy range", "in range")  # fmt: skip
_WOUNDS_EN = ("cut", "wound", "wounds", "burn", "burns", "scar", "scars", "scab", "blister", "blisters", "stitches", "incision", "ulcer")  # fmt: skip
_CLOSES_EN = ("healed", "heals", "closed", "closes", "healing", "mended", "repaired", "sealed")
_ADVICE = (
    "hỏi bác sĩ", "hỏi ý kiến", "đi khám", "gặp bác sĩ", "đi bác sĩ", "không dùng cho", "không bôi", "đừng bôi", "đừng dùng", "ngưng dùng", "ngưng sử dụng", "ngừng dùng", "ngừng sử dụng", "nếu bị", "nếu ngứa", "nếu rát", "nếu thấy", "nếu có", "thì ngưng", "thì dừng", "thì ngừng",
    "che", "che khuyết điểm", "che phủ", "khám da liễu", "cố định", "giảm giá",
    "see a doctor", "see a dermatologist", "ask your doctor", "talk to your doctor", "your doctor", "if you have", "if you get", "if a rash", "stop using", "stop use", "not suitable", "cover", "covers", "covered", "conceal", "conceals", "sold out", "gave me a headache",
)  # fmt: skip
"""Advice and warnings, or what covers: the sentence claims no treatment."""
_OTHER = (
    "da mụn", "da dễ mụn", "da dầu mụn", "da nhạy cảm mụn", "da bị mụn", "dễ lên mụn", "miếng dán mụn", "nốt mụn nào", "hết hàng", "hết mã", "hết slot", "hết hồn", "hết ga", "hết mình", "hết sức", "trước hết", "khỏi lo", "khỏi cần", "khỏi phải", "khỏi bàn", "khỏi nói", "khỏi chê", "hết cách", "hết tiền", "hết lời", "hết ý", "hết nước", "hết phần", "hết hạn",
    "biến tấu", "biến thể", "kháng nước", "chống nước", "chống nắng", "chống thấm", "phòng khách", "phòng tắm", "phòng ngủ", "phòng gym", "phòng khám", "phòng trọ", "phòng họp", "văn phòng", "cả phòng", "trong phòng", "dừng chân", "dừng lại", "không ngừng", "xử lý đơn", "giao thoa", "nhức nách", "đẹp nhức", "đau ví", "đau tim vì", "đau đầu chọn", "đau đầu vì", "đau đầu với", "hết đau ví", "nấm hương", "nấm đùi gà", "nấm kim châm", "lẩu nấm", "xào nấm", "canh nấm", "ngồi ho", "bệnh lười", "bệnh nghiện", "bệnh mua", "bệnh viện", "bệnh nhân", "giặt", "ho ra bạc", "cảm lạnh lùng", "bỏng ngô", "rụng tim", "rụng rời", "nhớp",
    "cold brew", "cold drink", "cold drinks", "cold water", "ice cold", "cold day", "cold days", "cold weather", "cold season", "cold morning", "served cold", "cold press", "cold pressed", "stop by", "stopped by", "stop at", "stop scrolling", "weekend", "end of", "clear skin", "crystal clear", "clear bottle", "clear gel", "a clear", "sun burns", "fix my makeup", "bus stop", "can't stop", "couldn't stop", "won't stop", "acne prone", "calories", "clear plastic", "kick off", "beat the heat", "pain au chocolat", "painless", "pain in the", "treat yourself", "down to",
)  # fmt: skip
"""They hold such a word and name a kind of skin, a dish, a room, or say that goods are sold out."""
_ILL = (*_SKIN, *_BODY)
_ILLS_MORE = (
    "bệnh", "viêm", "dị ứng", "kháng sinh", "thuốc tây", "uống thuốc", "toa thuốc", "xét nghiệm", "siêu âm", "nội soi", "gan", "thận", "khớp", "dạ dày", "bao tử", "xoang", "trĩ", "sỏi", "u xơ", "hen", "kinh nguyệt", "nhiễm khuẩn", "mẩn ngứa", "ngứa", "lở", "loét",
    "rash", "rashes", "itch", "itching", "infection", "infections", "virus", "flu", "wound", "sores", "tumour", "tumor", "diabetes", "insulin", "inhaler", "asthma", "antibiotics", "prescription", "scan", "reflux", "stones", "thyroid", "pcos", "allergy", "allergies", "hay fever", "gut", "liver", "symptoms", "flare up", "flare ups", "shingles", "colic", "diarrhoea", "parasites",
)  # fmt: skip
"""What also tells of an ailment, and is too often something else to be paired with what goes away."""

CLAIMS = WordPairings(
    (
        WordPairing((_ILL, _GOES), near=6, in_any_order=True, unless=_ADVICE, other=_OTHER),
        WordPairing((_VALUES, _FALLS), near=4, in_any_order=True, unless=_ADVICE, other=_OTHER),
        WordPairing((_WOUNDS, _CLOSES), near=5, unless=_ADVICE, other=_OTHER),
        WordPairing((_AILMENTS, _GOES_EN), near=5, in_any_order=True, unless=_ADVICE, other=_OTHER),
        WordPairing((_VALUES_EN, _FALLS_EN), near=5, in_any_order=True, unless=_ADVICE, other=_OTHER),
        WordPairing((_WOUNDS_EN, _CLOSES_EN), near=4, unless=_ADVICE, other=_OTHER),
    )
)

ILLS = (*_ILL, *_ILLS_MORE, *_VALUES, *_VALUES_EN, *_WOUNDS, *_WOUNDS_EN, *_AILMENTS)
