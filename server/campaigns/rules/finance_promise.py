"""A promised or certain return."""

from __future__ import annotations

from server.campaigns.draft import word_spots
from server.campaigns.rule import AdvertisingRule, Example
from server.campaigns.words import Words
from server.messages import Text

WORDS = Words(
    must=(
        "lãi chắc chắn",
        "chắc chắn lãi",
        "chắc chắn có lãi",
        "cam kết lợi nhuận",
        "cam kết lãi",
        "cam kết lãi suất",
        "đảm bảo lợi nhuận",
        "bảo đảm lợi nhuận",
        "đảm bảo lãi",
        "lợi nhuận đảm bảo",
        "lợi nhuận chắc chắn",
        "lãi đảm bảo",
        "x2 tài khoản",
        "x3 tài khoản",
        "x5 tài khoản",
        "x10 tài khoản",
        "nhân đôi tài khoản",
        "nhân đôi tiền",
        "không rủi ro",
        "không lo lỗ",
        "không bao giờ lỗ",
        "không thể lỗ",
        "chắc thắng",
        "bao lãi",
        "bao lời",
        "lời chắc",
        "lãi 100%",
        "thắng 100%",
        "100% có lãi",
        "làm giàu nhanh",
        "giàu nhanh",
        "guaranteed return",
        "guaranteed returns",
        "guaranteed profit",
        "guaranteed profits",
        "guaranteed income",
        "risk free",
        "risk free profit",
        "no risk",
        "zero risk",
        "double your money",
        "double your account",
        "triple your money",
        "can't lose",
        "cannot lose",
        "sure profit",
        "certain return",
        "certain profit",
        "get rich quick",
        "never lose",
    ),
    unless=(
        "there is no risk free",
        "no risk no",
        "không rủi ro không",
    ),
)


RULE = AdvertisingRule(
    id="finance_promise",
    categories=("finance",),
    level="must",
    words=WORDS,
    title=Text(en="A promised or certain return", vi="Hứa hẹn lợi nhuận hoặc lãi chắc chắn"),
    text=Text(
        en="A promised or certain return misleads. Say the risk, and leave the promise out.",
        vi="Hứa lợi nhuận chắc chắn dễ gây hiểu nhầm. Hãy nêu rủi ro và bỏ lời hứa.",
    ),
    source="Decree 38/2021/ND-CP, amended by 129/2021/ND-CP",
    article="34.5",
    since="2021-06-01",
    checked_at="2026-11-29",
    confidence="C",
    find=lambda draft: word_spots(draft, WORDS),
    passing=(
        Example("Đầu tư có rủi ro, không cam kết lợi nhuận", {"category": "finance"}),
        Example("Returns are not guaranteed", {"category": "finance"}),
    ),
    failing=(
        Example("Cam kết lợi nhuận 20%", {"category": "finance"}),
        Example("x2 tài khoản sau một tháng", {"category": "finance"}),
        Example("c.a.m kết lợi nhuận", {"category": "finance"}),
        Example("A guaranteed return of 10%", {"category": "finance"}),
    ),
)
