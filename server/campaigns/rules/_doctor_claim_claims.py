"""Medical people and places as a proof: what makes a sentence one.

It needs who (``WORDS`` of the rule, ``MORE``) and in the same sentence what they did for the product:

1. ``STRONG``: they recommend, prescribe, approve, stamp, test, hand it out, stand behind it: a proof whatever else the
   sentence tells.
2. ``WEAK``: they use, say, like or buy it: a proof where the sentence is not of everyday life (a film, a costume, kin and
   their shifts, a place that is passed by).

Advice to ask one, a denial ("no doctor paid") and other callings (a vet, a plant doctor) are none.
"""

from __future__ import annotations

from server.campaigns.words import family

MORE = (
    "giáo sư", "tiến sĩ dược", "tiến sĩ y", "tiến sĩ hóa sinh", "học y", "dân y", "người trong ngành y", "ngành y", "trạm xá", "khoa nhi", "khoa sản", "viện thẩm mỹ", "thẩm mỹ viện", "chuyên viên da liễu", "chuyên gia dinh dưỡng", "chuyên khoa", "da liễu", "hội đồng y khoa", "giới y khoa", "y khoa", "hội da liễu", "bộ y tế", "phòng mạch", "kỹ thuật viên y", "đi khám", "nhà thuốc bệnh viện", "khoa dinh dưỡng", "blouse", "blu trắng", "bs", "bs.", "dsĩ",
    "medical expert", "medical experts", "health expert", "health experts", "healthcare professionals", "medical professionals", "medical team", "medics", "medic", "gp", "gps", "derm", "derms", "consultant", "specialist", "specialists", "professor", "nutritionist", "dietitian", "dietician", "ob gyn", "obgyn", "pharmacy", "pharmacies", "doc", "docs", "lab coat", "lab coats", "stethoscope", "medical school", "paediatric", "pediatric", "physio", "physiotherapist", "dermatology", "dermatological", "trichologist", "health ministry",
)  # fmt: skip
"""Who proves only beside what they did: the words mean other things too."""
ABOUT = ("doctor", "doctors", "doc", "medical", "stethoscope", "stethoscopes", "ống nghe", "blouse trắng", "y khoa", "y tế", "bệnh nhân", "patients", "bsi", "ngành y", "hội đồng y khoa", "health centre", "health visitor")  # fmt: skip
"""Beside who proves: what tells that somebody of medicine is spoken of."""
STRONG = (
    "khuyên", "khuyên dùng", "khuyên xài", "khuyến nghị", "khuyến cáo dùng", "khuyến khích", "tin dùng", "tin chọn", "tin tưởng", "tin cậy", "giới thiệu", "kê", "kê cho", "kê đơn", "kê toa", "chỉ định", "bào chế", "điều chế", "nghiên cứu", "phát triển", "sáng chế", "kiểm chứng", "kiểm nghiệm", "kiểm định", "thử nghiệm", "chứng nhận", "chứng minh", "công nhận", "xác nhận", "khẳng định", "phê duyệt", "đóng dấu", "dấu đỏ", "bảo chứng", "bảo trợ", "đứng sau", "đứng tên", "cố vấn", "công thức", "đánh giá", "đánh giá cao", "gật đầu", "gật gù", "lên tiếng", "ủng hộ", "cam đoan", "duyệt", "ok", "thư cảm ơn", "thư", "giấy khen", "ký tên", "chữ ký", "hợp tác với", "kết hợp", "tư vấn cho mình", "chọn", "lựa chọn", "ưu tiên", "truyền lại", "bài thuốc", "trong danh sách", "thực đơn",
    "khen", "ca ngợi", "mách", "bảo mình", "kêu mình", "dặn mình", "chỉ mình", "chỉ cho", "bày cho", "bày mình", "cho mình dùng", "cho mình xài", "cho toa", "đưa mình", "đưa cho", "phát cho", "tặng mình", "nói tốt", "nói là tốt", "bảo tốt", "bảo mua", "kêu mua", "bảo dùng", "kêu dùng", "kêu bôi", "bảo bôi", "bảo uống", "kêu uống", "bảo xài", "kêu xài", "dặn bôi", "cho dùng", "cho uống", "cũng dùng", "cũng xài", "đều dùng", "đều xài", "toàn dùng", "toàn xài", "chỉ xài", "chỉ dùng", "nào cũng dùng", "nào cũng khen", "nào cũng", "tự dùng", "mê", "ghiền",
    "recommend", "recommends", "recommended", "recommendation", "recommending", "approve", "approved", "approves", "approval", "tested", "trust", "trusts", "trusted", "swear by", "swears by", "swear", "swears", "developed", "develops", "formulated", "formulates", "created by", "made by", "designed by", "invented", "endorsed", "endorses", "endorse", "endorsement", "prescribed", "prescribes", "prescribe", "proven", "certified", "certify", "certifies", "verified", "told me to", "tells me to", "told me this", "told me about", "told us", "said to", "says it", "says this", "said it", "said this", "says that", "chooses", "choose", "chose", "picked", "pick", "picks", "favourite", "favorite", "gave me", "gave us", "gave it", "gives it", "handed me", "hands out", "hands these", "hands them", "hand out", "signs off", "signed off", "stamp", "stamped", "seal", "backs", "backed", "backing", "vouches", "vouch", "vouched", "relies on", "rely on", "raving", "raves", "rave", "praise", "praised", "praises", "thumbs up", "suggested", "suggests", "suggest", "advised", "advises", "advise", "agree", "agrees", "agreed", "confirm", "confirms", "confirmed", "sent me home with", "put me on", "puts her", "puts his", "putting their", "on the shelf", "on their shelf", "uses it herself", "uses it himself", "uses this herself", "takes these", "takes it", "feeds her", "feeds his", "feeds", "will name", "letter", "obsessed", "named this", "name this", "name this one", "pointed me to", "pointed me", "steered me", "introduced me", "sold on", "loves this", "love this", "loves it", "love it", "grade", "stocks it", "stocked", "can't stop", "why i trust", "hospital grade", "strength", "keep it on", "keeps it on", "explains why", "explains how", "shows how", "used in clinics", "used by", "used in", "use on", "behind this", "behind it", "behind the formula",
)  # fmt: skip
WITH_PRODUCT = (
    *family(("phòng khám", "bệnh viện", "trạm xá", "nhà hộ sinh"), ("xài", "dùng", "sử dụng", "nhập", "phát", "tặng kèm", "cho mẹ", "cho bé")),
    *family(("clinic", "clinics", "hospital", "hospitals", "ward"), ("uses", "use", "stocks", "gives", "sends")),
    *family(("xài", "dùng", "bảo", "nói", "uống", "bôi", "thoa", "thích", "mua", "chọn"), ("em này", "ẻm", "loại này", "món này", "tuýp này", "hũ này", "chai này", "hộp này", "dòng này", "cái này", "nó", "hãng này")),
    *family(("uses", "use", "takes", "take", "drinks", "likes", "loves", "buys", "wears", "puts", "keeps", "said", "says"), ("it", "this", "them", "these", "the same")),
)  # fmt: skip
"""What is done to the product itself proves it even where the doctor is kin."""
WEAK = (
    "em này", "ẻm", "loại này", "món này", "tuýp này", "hũ này", "chai này", "hộp này", "kem này", "dòng này", "sản phẩm", "nhập", "ghi tên", "tem", "nguyên thùng", "chìa", "phục vụ", "trong tủ", "trong túi",
    "this", "it", "these", "them", "the box", "the bottle", "the label", "wear", "wears", "nodded", "nods", "served to", "as served", "smiled", "sends", "sent",
    "nói", "bảo", "kêu", "dặn", "nhắc", "dùng", "xài", "uống", "bôi", "thoa", "thích", "ưng", "mua", "gửi", "trưng", "cầm", "giải thích", "review", "livestream", "chia sẻ", "tiết lộ", "bật mí", "đồng hành", "phân tích", "soi", "thành phần", "yên tâm", "tin được", "uy tín", "chuẩn", "xịn", "tốt", "hướng dẫn", "mặc áo blouse", "trong hình", "bán", "có mặt", "có bán",
    "use", "uses", "used", "using", "say", "says", "said", "tells", "told", "love", "loves", "like", "likes", "buy", "buys", "explain", "explains", "showed me", "shows me", "wears", "puts", "put", "take", "takes", "keep", "keeps", "keep it", "keeps it", "ask any", "asks for", "talks about", "behind", "works on", "share", "shares", "in my white coat", "reviewed", "reviews", "reviewing", "read the label", "want", "wants", "serve", "serves", "drinks", "drink", "gives",
)  # fmt: skip
ADVICE = (
    "đi khám da liễu", "đi khám chuyên khoa",
    "nói bác sĩ biết", "báo bác sĩ", "cho bác sĩ biết", "tell your doctor", "tell your pharmacist", "let your doctor", "your own doctor", "inform your doctor",
    "hỏi bác sĩ", "hỏi ý kiến", "hỏi dược sĩ", "tham khảo", "tham vấn", "gặp bác sĩ", "đi gặp", "đến bác sĩ", "tới bác sĩ", "đến phòng khám", "tới phòng khám", "đến bệnh viện", "tới bệnh viện", "đến cơ sở y tế", "cần bác sĩ", "nên đi khám", "nhớ đi khám", "đi khám nha", "đi khám đi", "thì đi khám", "thay thế lời khuyên", "thay thế bác sĩ", "thay cho bác sĩ", "thay lời bác sĩ", "theo chỉ định của bác sĩ", "theo hướng dẫn của bác sĩ", "theo đơn", "trước khi dùng", "trước khi uống", "trước khi sử dụng", "nếu đang điều trị",
    "ask your", "ask a doctor", "ask a pharmacist", "consult", "see a doctor", "see your doctor", "see a dermatologist", "see your dermatologist", "talk to your", "talk to a", "speak to", "check with your", "book an appointment", "go to a doctor", "go to the doctor", "call your doctor", "call a doctor", "replace advice", "replace your doctor", "replace medical", "seek medical",
)  # fmt: skip
"""To ask one first is good advice, unless they answered for it."""
ANSWERED = (
    "bác sĩ nói", "bác sĩ bảo", "bác sĩ kêu", "dược sĩ nói", "dược sĩ bảo", "bảo tốt", "nói tốt", "nói loại này", "bảo loại này", "nói em này", "bảo em này", "gật đầu", "khuyên dùng", "recommended", "she said", "he said", "told me", "approved",
)  # fmt: skip
OTHERS = (
    "thú y", "bác sĩ cây", "bác sĩ máy tính", "bác sĩ xe", "bệnh viện máy tính", "bác sĩ điện thoại", "bác sĩ tâm hồn", "bác sĩ gỗ", "bác sĩ đồ chơi", "trò bác sĩ", "chơi bác sĩ", "đồ chơi bác sĩ", "vai bác sĩ", "phim", "drama", "hóa trang", "hoá trang", "cosplay", "halloween", "truyện",
    "vet", "vets", "veterinary", "veterinarian", "animal clinic", "plant doctor", "spin doctor", "computer doctor", "shoe doctor", "doctor who", "witch doctor", "dressed as", "dress up", "dressing up", "costume", "fancy dress", "movie", "drama", "series", "episode", "novel", "sitcom", "soap opera", "plays a doctor", "plays a nurse", "toy", "teddy", "actor", "actors", "actress", "the brand name", "name of the brand", "no doctor involved", "the band", "book club",
)  # fmt: skip
"""Callings and doctors that prove nothing whatever is said of them."""
DENIED = (
    "không bác sĩ nào", "chẳng bác sĩ nào", "không có bác sĩ", "không cần bác sĩ", "không nhờ bác sĩ", "không phải bác sĩ", "không phải dược sĩ", "không phải dân y", "không phải chuyên gia", "không dùng hình", "không dùng lời", "không lấy", "không mượn", "chưa có bác sĩ", "không là bác sĩ", "đâu phải bác sĩ", "tụi mình không thuê", "không mặc áo blouse",
    "no doctor", "no doctors", "no dermatologist", "no nurse", "no clinic", "no hospital", "no pharmacist", "not a doctor", "not a dermatologist", "not a nurse", "not a pharmacist", "not a derm", "isn't a doctor", "not doctors", "never seen a doctor", "not an expert", "not medical", "not a medical", "without a doctor", "we don't use doctors", "no white coat", "no white coats", "no lab coat", "no medical", "can't use doctors", "may not use doctors",
)  # fmt: skip
LIFE = (
    "khoa y", "vô viện", "vô bệnh viện", "vào viện", "wants to be", "want to be", "wants to become", "deserve", "is late", "running late",
    "trực", "ca đêm", "ca trực", "xuất viện", "nhập viện", "sinh nhật", "tốt nghiệp", "đậu trường y", "thi đậu", "tặng các bác sĩ", "tri ân", "cảm ơn các bác sĩ", "người nhà nuôi bệnh", "giao hàng", "ship tới", "ship tận", "ship đến", "cổng bệnh viện", "căn tin", "đối diện", "gần bệnh viện", "cạnh", "kế bên", "ghé", "tan ca", "tan làm", "nhổ răng", "niềng răng", "khám răng", "khám thai", "khám sức khỏe", "khám định kỳ", "khám tổng quát", "thăm bệnh", "thăm ông", "thăm bà", "chở mẹ", "đưa mẹ", "chở ba", "chờ khám", "ngồi chờ", "đói", "nấu", "đám cưới", "hẹn hò", "crush", "bạn trai", "bồ", "tặng", "ước mơ", "lớn lên", "mổ", "sinh em bé", "đi đẻ", "đi sinh", "hậu sản", "tình nguyện", "quyên góp", "từ thiện", "hiến máu", "chồng", "vợ", "hàng xóm", "con gái", "con trai",
    "shift", "night shift", "on call", "birthday", "graduated", "graduation", "exam", "waiting", "waiting room", "appointment", "parking", "across from", "opposite", "next to", "near", "around the corner", "husband", "wife", "boyfriend", "girlfriend", "son", "daughter", "neighbour", "neighbor", "broke", "surgery", "visited", "visiting", "visit", "volunteer", "donate", "donated", "donating", "fundraiser", "charity", "thank you to", "on us", "married", "wedding", "dated", "date", "grew up", "wanted to be", "tired", "born", "dropped", "flowers", "walk past", "closed", "bill", "queue", "canteen", "cafeteria", "porter", "toast", "cook", "cooks", "day off",
)  # fmt: skip
"""Somebody's day, work and kin: then it takes a strong proof."""
