"""The words of headings, as patterns over folded text (no marks, letters and digits only), the first match counts."""

from __future__ import annotations

import re


def _any(*words: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(words)})\b")


NAME = _any(
    "^ho$|^ho lot$|^ho (?:va ten )?dem$|who|human|ban nao|ten|ho ten|ho va ten|name|full ?name|nghe danh|biet danh|nguoi nhan|recipient|receiver|surname|family name"
)
NAMES_A_PAGE = _any("user|tai khoan|dang nhap|kenh|account|nick")
HANDLE = _any(
    "link|url|profile|kenh|channel|insta|instagram|ig|user ?name|user|nick|nickname|handles?|account|acc|tai khoan",
    "kols?|kocs?|influencers?|creators?|ambassadors?|talents?|trang ca nhan|social|page|nha sang tao|trang",
    "hosts?|mc|reviewers?|bloggers?|vloggers?|youtubers?|tiktokers?|streamers?|guests?|khach moi|nghe si|artists?",
)
PRICE = _any(
    "gia|bao gia|price|cost|rate|rate card|ratecard|fee|cat xe|catxe|chi phi|phi|booking|booking fee|quote|budget",
    "ngan sach|don gia|thu lao|tien|cast|amount|ask|asks|asking|net|gross",
)
NO_PRICE = _any(
    "danh gia|quoc gia|tham gia|chuyen gia|gia tri|gia dinh|engagement rate|conversion rate|gia han|rating|er|khung gia|nguoi book(?:ing)?"
)
ROW_NUMBER = re.compile(
    r"^(?:stt|no|tt|so tt|so thu tu|thu tu|id|index|row|ma|ma so|ma (?:kol|koc)|code|uuid|order|nr|num|number|numeric id)$"
)
OTHER_ID = re.compile(
    r"^(?:(?:comment|post|media|order|booking|campaign|brief|bai|don|record|deal|contact|lead|task) id$|(?:ma|id) (?:bai|don|post|comment))"
)
OTHER_LINK = _any(
    "link (?:bai|air|post|video|san pham|sp|demo|brief|drive|hop dong|anh|bai dang|content|clip)",
    "(?:bai|air|post|video|demo|brief|content|product|contract|drive|clip|report) (?:link|url)|url (?:bai|post|video)",
    "stk|so tai khoan|mst|ma so thue|cccd|cmnd|ngan hang|bank|tax",
)
EMAIL = _any("e ?mail|g ?mail|mail|thu dien tu|hom thu")
ADDED = _any("ngay (?:them|tao|nhap)|date added|added|added on|created(?: at)?|date created|create date")
DATE = _any(
    "ngay|date|deadline|thoi gian|thoi diem|lich|(?<!status )updated?|han chot|due|time|go live|when|since|(?:last|first) (?:touch|contact(?:ed)?)"
)
A_DAY = re.compile(r"^ngay\b|\bdate\b")
"""Of a heading that is of a day, whatever was sent on it."""
PAYMENT = _any("thanh toan|payment|invoice|hoa don|hop dong|contract")
MEASURE = _any(
    "cp[acemv]|ctr|gmv|(?<!dau )ro(?:i|as)|eng",
    "foll?ow(?:ers?|ing)?|how (?:big|many)|fl|fler|flw|theo doi|subs?|subscribers?|fans?|audience|er|engagement|tuong tac|views?|luot xem|likes?|luot thich",
    "comments? (?:avg|tb)|avg|trung binh|reach|impressions?|tier|^hang$|(?:xep|phan) hang|hang (?:muc|kols?|kocs?)|gioi tinh|gender|tuoi|age|size|chieu cao|can nang",
)
REASON = re.compile(
    r"^(?:ly do|reasons?)$|\b(?:ly do|reasons?) (?:for )?(?:tu choi|loai|huy|khong|rejec\w*|declin\w*|refus\w*)|\b(?:rejec\w*|declin\w*) reason"
)
"""Of a rejection: the reason why somebody is proposed is another one."""
PHONE = _any(
    "sdt|s d t|so dien thoai|dien thoai|phone|mobile|tel|telephone|hotline|so dt|dt|whatsapp|so lien he",
    "contact (?:number|no)|dd",
)
ZALO = _any("zalo")
ADDRESS = _any("dia chi|d c|dchi|address|noi nhan|ship to")
STATUS = _any(
    "tinh trang|trang thai|status|stage|giai doan|tien do|progress|state|phan hoi|tra loi|feedback|outcome|pipeline",
    "(?:den|toi) dau|where (?:we are|(?:it|this|things?) (?:is|stands?)|are we)|how far",
)
CURRENCY = _any("tien te|don vi tien|currency|loai tien")
PLATFORM = re.compile(
    r"^(?:nen tang|platforms?|mang xa hoi|mxh|social network|social media|channel type|loai kenh|kenh mxh|network)$"
)
OWNER = _any(
    "pic|phu trach|nhan su|owner|assigned|in charge|account manager|nhan vien|nguoi (?:lien he|book(?:ing)?|deal|lam viec)|handled by|am",
    "responsible|(?:account|campaign|project) lead|^(?:team )?lead(?:er)?$",
    "^ai (?:lo|lam|giu|nhan|quan ly|phu trach|nhan tin|deal|book)|^who (?:talks?|handles?|owns?|deals?|manages?|writes?)",
)
TAGS = _any(
    "^nhan$|^nhan dan$|^mang(?: noi dung)?$|^gu$|phong cach|styles?|tags?|labels?|linh vuc|nganh|nganh hang|nhom|niche|categor(?:y|ies)|chu de|topics?|the loai",
    "phan loai|field|segment|group|industry|vertical",
)
CONTACT = _any("lien he|lien lac|contacts?|contact info(?:rmation)?")
NOTE = _any(
    "ghi chu|notes?|comments?|nhan xet|remarks?|luu y|mo ta|danh gia|y kien|description|lat vat|linh tinh|misc(?:ellaneous)?|nhan nhu"
)
