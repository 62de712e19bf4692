"""The words of doctor_claim: who proves, and what makes a doctor part of a day."""

from __future__ import annotations

from server.campaigns.words import Words, family

WORDS = Words(
    must=(
        "bác sĩ", "bác sỹ", "bs da liễu", "dược sĩ", "dược sỹ", "phòng khám", "bệnh viện", "y tá", "y bác sĩ",
        "lương y", "chuyên gia y tế", "y sĩ", "y sỹ", "nha sĩ", "nha sỹ", "nha khoa", "điều dưỡng", "hộ sinh",
        "thầy thuốc", "thầy lang", "khoa da liễu", "bscki", "bsckii", "bs cki", "bs ck1", "bs ckii", "bs ck2",
        "ths bs", "sinh viên y", "sinh viên y khoa", "sinh viên trường y", "sinh viên dược", "áo blouse",
        "áo blu trắng", "áo bờ lu", "nurse", "nurses", "nursing student", "med student", "med students",
        "medical student", "medical students", "white coat", "white coats", "in scrubs", "pediatrician",
        "pediatricians", "paediatrician", "paediatricians", "surgeon", "surgeons", "dentist", "dentists", "midwife",
        "midwives", "gynecologist", "gynaecologist", "cardiologist", "my derm", "our derm", "derms", "my gp",
        "our gp", "chuyên gia da liễu", "nhân viên y tế", "viện da liễu", "viện dinh dưỡng", "viện y học", "viện pasteur", "trạm y tế", "trung tâm y tế", "institute of nutrition", "nutrition institute", "medical institute", "health institute", "doctor", "doctors", "dermatologist",
        "dermatologists", "pharmacist", "pharmacists", "clinic", "clinics", "hospital", "hospitals", "physician",
        "physicians", "dermatologist recommended", "doctor recommended", "dr recommended",
    ),
    ask=(
        "bs", "dr",
    ),
    unless=(
        *family(("keep", "keeps", "kept"), ("doctor away", "doctors away")),
        "apple a day", "hỏi bác sĩ", "hỏi ý kiến bác sĩ", "tham khảo bác sĩ", "tham khảo ý kiến bác sĩ",
        "tham vấn bác sĩ", "đi khám bác sĩ", "đi bác sĩ", "gặp bác sĩ", "đi bệnh viện", "vào bệnh viện",
        "nằm bệnh viện", "gần bệnh viện", "cạnh bệnh viện", "đối diện bệnh viện", "hỏi dược sĩ", "ask your doctor",
        "consult your doctor", "consult a doctor", "see a doctor", "see your doctor", "talk to your doctor",
        "ask a doctor", "ask a pharmacist", "consult your physician", "consult a dermatologist",
        "see a dermatologist", "hỏi bác sĩ hoặc dược sĩ", "bác sĩ hoặc dược sĩ của bạn", "hỏi … bác sĩ",
        "tham khảo … bác sĩ", "tham vấn … bác sĩ", "khám … bác sĩ", "gặp … bác sĩ", "hỏi … dược sĩ",
        "đi khám ở bệnh viện", "ask a doctor or pharmacist", "ask your pharmacist", "speak to your doctor",
        "speak to a doctor", "check with your doctor", "consult your dermatologist", "talk to a doctor",
        "see a physician", "advice of your doctor", "advice of your physician", "doctors without borders",
        "spin doctor", "love doctor", "plant doctor", "shoe doctor", "bác sĩ cây cảnh", "bác sĩ máy tính",
        "bác sĩ thú y", "phòng khám thú y", "bệnh viện thú y", "bệnh viện máy tính", "doctor who",
        "near the hospital", "next to the hospital",
    ),
)  # fmt: skip

PATIENTS = Words(
    must=family(
        ("bệnh nhân", "người bệnh", "patient", "patients"),
        (
            "cảm ơn",
            "cám ơn",
            "tri ân",
            "biết ơn",
            "thank",
            "thanks",
            "thanked",
            "thanking",
            "grateful",
            "thankful",
        ),
    )
)
"""Patients' thanks, which prove food as a doctor would (Decree 15/2018 Art. 27.2)."""
PROOF = (
    "khuyên", "tin dùng", "tin tưởng", "giới thiệu", "kê đơn", "bào chế", "điều chế", "nghiên cứu", "phát triển",
    "kiểm chứng", "kiểm nghiệm", "chứng nhận", "chứng minh", "công nhận", "xác nhận", "khẳng định", "đứng sau",
    "đứng tên", "bảo chứng", "cố vấn", "công thức", "cũng dùng", "cũng xài", "đều dùng", "đều xài", "cho dùng",
    "cho uống", "áo blouse", "người dùng thật", "recommend", "recommends", "recommended", "approved", "approves",
    "tested", "trust", "trusts", "trusted", "swears", "developed", "formulated", "endorsed", "endorses",
    "prescribed", "prescribes", "proven", "certified", "told me to", "uses it", "uses this", "use it", "chooses",
    "choose", "gật đầu", "đưa mình", "đưa cho", "chỉ mình", "chỉ cho", "bày mình", "bày cho", "mách", "dặn mình",
    "bảo mình", "kêu mình", "tặng mình", "giải thích", "phát cho", "nói tốt", "nói là tốt", "khen", "swears by",
    "hands out", "hands these", "hands them", "handed me", "gave me", "gave us", "gives it", "keeps it",
    "keep it on", "explains why", "explains how", "shows how", "says it", "says this", "said it", "said this",
    "told me about", "stocks it", "signs off", "signed off", "backs", "backed", "vouches", "relies on", "puts it",
    "put it on",
)  # fmt: skip
"""What makes a proof of a doctor in the same sentence, whatever else it tells."""
EVERYDAY = (
    "phim", "drama", "đóng vai", "vai bác sĩ", "hóa trang", "cosplay", "đồ chơi", "ước mơ", "làm bác sĩ", "làm y tá",
    "thành bác sĩ", "ngành y", "thi y", "đường bác sĩ", "nằm viện", "thăm", "cấp cứu", "ca trực", "trực đêm",
    "tan ca", "chồng", "vợ", "hàng xóm", "đi khám", "viện phí", "đùa", "movie", "tv show", "series", "costume",
    "halloween", "street", "visiting", "visited", "shift", "appointment", "waiting room", "husband", "wife",
    "neighbour", "neighbor", "emergency", "surgery", "kidding", "joke", "doctors without borders", "ca đêm",
    "tan làm", "trực về", "vừa trực", "sau ca", "hết ca", "giờ trực", "lịch trực", "đi trực", "ở khoa",
    "night shift", "on call", "ward", "rounds", "after work", "off duty", "clocked out", "day off", "anniversary",
    "graduated", "graduation", "exam", "exams", "grew up", "lớn lên muốn",
)  # fmt: skip
"""What makes a doctor part of somebody's day."""
_KIN = (
    "ba", "bố", "má", "mẹ", "chị", "anh", "ông", "bà", "cô", "chú", "dì", "cậu", "em gái", "em trai", "chị gái",
    "anh trai", "bạn trai", "bạn gái", "con gái", "con trai", "ông ngoại", "bà ngoại", "bạn cùng phòng", "bạn thân",
)  # fmt: skip
_KIN_EN = (
    "dad", "mum", "mom", "mother", "father", "sister", "brother", "boyfriend", "girlfriend", "cousin", "aunt",
    "uncle", "roommate", "flatmate", "grandma", "grandpa", "daughter", "son", "best friend", "partner", "fiancé",
    "fiancée",
)  # fmt: skip
_JOBS = ("bác sĩ", "y tá", "dược sĩ", "điều dưỡng", "nha sĩ", "bác sĩ thú y")
_JOBS_EN = (
    "doctor", "nurse", "pharmacist", "dentist", "surgeon", "midwife", "med student", "medical student",
    "pediatrician", "dermatologist",
)  # fmt: skip
FAMILY = (
    *(f"{kin} {is_a} {job}" for kin in _KIN for is_a in ("là", "làm", "mình là", "mình làm", "em là", "tui là", "tui làm") for job in _JOBS),
    *(f"{kin}{is_a} {job}" for kin in _KIN_EN for is_a in (" is a", "'s a", " was a", " works as a", " is training as a") for job in _JOBS_EN),
)  # fmt: skip
"""Somebody's profession, told as such."""
PLACES = ("bệnh viện", "phòng khám", "viện da liễu", "hospital", "hospitals", "clinic", "clinics")
WHERE = (
    "hẻm", "ngõ", "gần", "cạnh", "đối diện", "kế bên", "sau lưng", "trước cổng", "vào bệnh viện", "đi bệnh viện",
    "mùi", "xếp hàng", "near", "next to", "opposite", "across from", "behind", "outside", "smell", "smells",
)  # fmt: skip
"""What makes a clinic or a hospital a place like others; a pharmacist may live next door."""
