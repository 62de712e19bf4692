"""One of the warnings about alcohol."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from server.campaigns.draft import Draft
from server.campaigns.rule import AdvertisingRule, Example
from server.campaigns.words import Spot
from server.messages import Text

_DRINK = (
    "uống", "rượu", "bia", "nhậu", "nồng độ cồn", "say", "đồ uống có cồn", "drink", "drinking", "drank", "drunk", "alcohol",
    "beer", "wine",
)  # fmt: skip
_NO_DRIVING = (
    "không … lái xe", "không … cầm lái", "không lái", "không … điều khiển phương tiện", "không … điều khiển xe",
    "không … tham gia giao thông", "đừng … lái xe", "đừng lái", "đừng … cầm lái", "đừng … tham gia giao thông", "chớ lái xe",
    "cấm lái xe", "không … chạy xe", "đừng … chạy xe", "không … tay lái", "đừng … tay lái",
)  # fmt: skip
"""They warn in a sentence that speaks of drinking before them, or after "when"."""
_ACCIDENT = ("tai nạn", "tai nạn giao thông", "accident", "accidents", "crash", "crashes")
_AFTER = ("khi", "sau khi", "nếu", "đã", "vừa")
_WHOLE = (
    "don't … drink and drive", "do not drink and drive", "never drink and drive", "don't drink before driving",
    "never drink before driving", "do not drink before driving", "not drink and drive", "no drinking and driving",
    "drink don't drive", "don't drive after drinking", "do not drive after drinking", "never drive after drinking",
    "never drive drunk", "don't drive drunk", "don't drive if you drink", "don't drive if you have been drinking",
    "if you drink … don't drive", "if you drink … do not drive", "if you drink … leave the car", "if you drink … take a taxi",
    "if you drink … call a cab", "uống rồi … gọi xe", "uống xong … gọi xe", "uống rượu bia … gây tai nạn",
    "tham gia giao thông … tai nạn", "lái xe … tai nạn",
)  # fmt: skip
_PREGNANT = (
    "mang thai", "có thai", "thai nhi", "thai kỳ", "bà bầu", "mẹ bầu", "bầu bí", "mang bầu", "có bầu", "cho con bú", "pregnant",
    "pregnancy", "unborn", "unborn baby", "unborn child", "foetus", "fetus", "fetal",
)  # fmt: skip
_MINORS = (
    "dưới 18", "dưới mười tám", "chưa đủ 18", "chưa đủ mười tám", "đủ 18 tuổi", "chưa thành niên", "vị thành niên",
    "trẻ em", "under 18", "under eighteen", "below 18", "younger than 18", "underage", "minors", "18+", "18 and over",
    "over 18", "18 years",
)  # fmt: skip
_KEPT_AWAY = (
    "không được", "không nên", "không uống", "không dùng", "không sử dụng", "không dành", "không bán", "không phù hợp",
    "không phục vụ", "cấm", "nghiêm cấm", "đừng uống", "đừng dùng", "đừng nên", "đừng", "chớ", "khoan uống", "khoan", "tránh",
    "kiêng", "chỉ dành", "chỉ bán", "chỉ phục vụ", "chỉ dùng", "ảnh hưởng", "có hại", "gây hại", "hại", "nguy cơ",
    "nguy hiểm", "dị tật", "not for", "not to", "should not", "shouldn't", "must not", "do not", "don't", "never drink",
    "cannot", "can't", "not allowed", "not suitable", "no alcohol", "no one", "nobody", "no sale", "not sold", "prohibited",
    "forbidden", "avoid", "harm", "harms", "harmful", "risk", "damage", "only", "off limits", "strictly",
)  # fmt: skip
_NEAR = 10
"""Words between whom a warning is about and what it says."""
_MONEY = (
    "đô",
    "ngàn",
    "nghìn",
    "dollars",
    "bucks",
    "usd",
    "vnd",
    "đồng",
    "euros",
    "degrees",
    "độ",
    "minutes",
    "phút",
)


def find(draft: Draft) -> list[Spot]:
    """Nothing where one of the three warnings stands in a sentence of its own kind."""
    is_warned = any(draft.hits(_WHOLE)) or _warns_of_driving(draft) or _warns_of_whom(draft)
    return [] if is_warned else [Spot()]


def _warns_of_driving(draft: Draft) -> bool:
    """No driving, behind drinking in the same sentence or before "when" and drinking; or drinking and an accident."""
    sentence_of = draft.folded.sentence_of
    drinks = sorted({hit.first for hit in draft.hits(_DRINK)})
    first = {sentence_of(token): token for token in reversed(drinks)}
    last = {sentence_of(token): token for token in drinks}
    after = {sentence_of(token): token for token in sorted({hit.first for hit in draft.hits(_AFTER)})}
    if any(sentence_of(hit.first) in first for hit in draft.hits(_ACCIDENT)):
        return True
    return any(
        first[sentence] < hit.first or hit.end <= after.get(sentence, -1) < last[sentence]
        for hit in draft.hits(_NO_DRIVING)
        if (sentence := sentence_of(hit.first)) in first
    )


def _warns_of_whom(draft: Draft) -> bool:
    """Pregnant women or minors, and that they keep away from it, near each other in one sentence."""
    sentence_of = draft.folded.sentence_of
    kept_away = sorted({hit.first for hit in draft.hits(_KEPT_AWAY)})
    numbers = {hit.first for hit in draft.hits(_MONEY)}
    return any(
        sentence_of(hit.first) == sentence_of(away)
        for hit in (*draft.hits(_PREGNANT), *draft.hits(_MINORS))
        if hit.end not in numbers
        for away in kept_away[
            bisect_left(kept_away, hit.first - _NEAR) : bisect_right(kept_away, hit.first + _NEAR)
        ]
    )


RULE = AdvertisingRule(
    id="alcohol_warning",
    categories=("alcohol",),
    level="must",
    title=Text(
        en="None of the three warnings (traffic, pregnancy, under 18) is there",
        vi="Không có cảnh báo nào trong ba cảnh báo (lái xe, mang thai, dưới 18 tuổi)",
    ),
    text=Text(
        en='Add a warning, for example "Đã uống rượu, bia thì không lái xe", "Phụ nữ mang thai không uống rượu, bia" or "Người chưa đủ 18 tuổi không được uống rượu, bia" (read the exact words first).',
        vi='Hãy thêm một cảnh báo, ví dụ "Đã uống rượu, bia thì không lái xe", "Phụ nữ mang thai không uống rượu, bia" hoặc "Người chưa đủ 18 tuổi không được uống rượu, bia" (cần đọc lại nguyên văn).',
    ),
    source="Decree 24/2020/ND-CP",
    article="5.3.a",
    checked_at="2026-11-29",
    confidence="B",
    find=find,
    passing=(
        Example("Bia mát. Đã uống rượu bia thì không lái xe", {"category": "alcohol"}),
        Example("Cold beer. Don't drink and drive", {"category": "alcohol"}),
        Example("Rượu vang. Nguoi duoi 18 tuoi ko duoc uong", {"category": "alcohol"}),
        Example("Vang hồng. Rượu bia ảnh hưởng tới thai nhi", {"category": "alcohol"}),
        Example("Không lái xe khi đã uống bia nha", {"category": "alcohol"}),
        Example("For adults only, not for under 18", {"category": "alcohol"}),
    ),
    failing=(
        Example("Bia mát cuối tuần", {"category": "alcohol"}),
        Example("Cold beer on the weekend", {"category": "alcohol"}),
        Example("Bầu không khí vui, không nỡ về, thêm lon bia", {"category": "alcohol"}),
        Example("Không lái xe nổi vì kẹt đường, ghé làm ly bia", {"category": "alcohol"}),
        Example("Not bad for a beer under 18 dollars", {"category": "alcohol"}),
    ),
)
