"""One of the warnings about alcohol."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from server.campaigns.draft import Draft
from server.campaigns.phrases import Hit
from server.campaigns.rule import AdvertisingRule, Example
from server.campaigns.words import Spot
from server.messages import Text

_DRINK = (
    "uống", "rượu", "bia", "nhậu", "nồng độ cồn", "say", "đồ uống có cồn", "drink", "drinking", "drank", "drunk", "alcohol",
    "beer", "wine", "men", "hơi men", "nhậu nhẹt", "quá chén", "cạn ly", "lên ly", "tipsy", "had one", "had a few", "had a glass", "had a drink", "a glass",
    "one too many", "sip", "sips", "sipping", "cocktail", "pint", "pints", "toast", "cheers", "booze",
)  # fmt: skip
_NO_DRIVING = (
    "không … lái xe", "không … cầm lái", "không lái", "không … điều khiển phương tiện", "không … điều khiển xe",
    "không … tham gia giao thông", "đừng … lái xe", "đừng lái", "đừng … cầm lái", "đừng … tham gia giao thông", "chớ lái xe",
    "cấm lái xe", "không … chạy xe", "đừng … chạy xe", "không … tay lái", "đừng … tay lái", "để xe ở nhà",
    "để xe lại", "bỏ xe lại", "gửi xe lại", "xe ở lại", "gọi xe", "gọi taxi", "gọi grab", "bắt xe", "bắt grab", "bắt taxi", "đặt xe", "đặt grab", "đi grab về", "đi taxi về",
    "nhờ … chở", "nhờ … đưa về", "có người chở", "có người đón", "chở về", "giao chìa khóa", "đưa chìa khóa", "cất chìa khóa", "người tỉnh", "người tỉnh táo lái", "lái hộ",
    "lái thay", "thuê tài xế", "thuê người lái", "đừng chạm vô lăng", "đừng đụng vô lăng", "không đụng vô lăng", "không chạm vô lăng", "đừng leo lên xe", "không … cầm vô lăng", "đừng … cầm vô lăng",
    "leave the keys", "leave your keys", "hand over the keys", "hand over your keys", "give up the keys", "keys stay", "keys at home", "leave the car", "leave your car", "car stays",
    "car at home", "take a cab", "take a taxi", "take an uber", "take a ride", "take the bus", "take the train", "call a cab", "call a taxi", "call a ride", "call an uber", "get a ride",
    "get a lift", "get a cab", "get a taxi", "grab a ride", "grab a cab", "book a ride", "ride home", "lift home", "cab home", "taxi home", "sober friend", "sober driver",
    "stay off the road", "stay off the roads", "behind the wheel", "don't drive", "do not drive", "never drive", "not drive", "no driving", "driving can wait", "let someone else drive",
    "let somebody else drive", "someone sober", "somebody sober",
)  # fmt: skip
"""They warn in a sentence that speaks of drinking before them, or after "when"."""
_ACCIDENT = ("tai nạn", "tai nạn giao thông", "accident", "accidents", "crash", "crashes")
_AFTER = ("khi", "sau khi", "nếu", "đã", "vừa", "if", "after", "when", "once", "lỡ", "lúc")
_WHOLE = (
    "designated driver", "drive sober", "drink driving", "drunk driving", "có cồn thì không lái", "có cồn không lái", "lái xe thì không uống", "lái xe thì đừng uống",
    "cầm lái thì không uống", "cầm lái thì đừng uống", "ai lái xe thì", "ai chạy xe thì", "ai cầm lái thì", "tay lái thì đừng", "driving tonight", "driving home tonight",
    "if you are driving", "if you're driving", "whoever drives", "drivers stick to", "drivers get", "must be 18", "must be over 18", "must be 21", "must be over 21",
    "18 or older", "18 or over", "18 and over", "18 years or older", "18 years and older", "21 or older", "21 and over", "legal drinking age", "legal age", "of drinking age",
    "adults only", "for adults", "for grown ups of", "từ 18 tuổi", "từ đủ 18 tuổi", "18 tuổi trở lên", "đủ 18 tuổi trở lên", "trên 18 tuổi", "từ 18 trở lên", "18 trở lên",
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
    "pregnancy", "expecting", "expectant", "baby on the way", "having a baby", "moms to be", "mom to be", "mums to be", "mum to be", "mother to be", "mothers to be", "nursing", "breastfeeding",
    "breast feeding", "baby bump", "đang bầu", "bụng bầu", "em bầu", "chị bầu", "thai phụ", "sản phụ", "cho bé bú", "bé bú", "bú mẹ", "em bé trong bụng", "bé trong bụng", "ốm nghén", "unborn", "unborn baby", "unborn child", "foetus", "fetus", "fetal",
)  # fmt: skip
_MINORS = (
    "dưới 18", "dưới 18t", "chưa đủ 18t", "đủ 18t", "chưa 18t", "18t trở lên", "dưới mười tám", "chưa đủ 18", "chưa đủ mười tám", "đủ 18 tuổi", "chưa thành niên", "vị thành niên",
    "trẻ em", "chưa 18", "chưa tới 18", "chưa đến 18", "chưa tròn 18", "chưa đủ tuổi", "đủ tuổi", "chưa lớn", "con nít", "trẻ con", "trẻ nhỏ", "mấy nhóc", "nhóc", "học sinh", "mười tám", "under 18",
    "under 21", "not 18", "18 yet", "turn 18", "turned 18", "under age", "kids", "kid", "children", "teens", "teenagers", "minor", "eighteen", "under eighteen", "below 18", "younger than 18", "underage", "minors",
    "over 18", "18 years",
)  # fmt: skip
_KEPT_AWAY = (
    "chưa được", "mới được", "mới nên", "mới uống", "nước ép", "nước ngọt", "nước lọc", "nước suối", "nước cam", "uống sữa", "nhường", "để dành", "đợi", "chờ", "bỏ qua", "né", "thôi nha", "thôi nhé",
    "xin đừng", "miễn", "tạm dừng", "ngưng", "ngừng", "nói không", "skip", "wait", "not yours", "not yet", "stay away", "sit this one out", "sit it out", "pass on", "juice", "soda",
    "soft drink", "soft drinks", "mocktail", "mocktails", "lemonade", "hold off", "say no", "none for", "no drinks", "isn't for", "not your", "put it down", "leave it", "keep it away", "out of reach", "come back when",
    "không được", "không nên", "không uống", "không dùng", "không sử dụng", "không dành", "không bán", "không phù hợp",
    "không phục vụ", "cấm", "nghiêm cấm", "đừng uống", "đừng dùng", "đừng nên", "đừng", "chớ", "khoan uống", "khoan", "tránh",
    "kiêng", "chỉ dành", "chỉ bán", "chỉ phục vụ", "chỉ dùng", "ảnh hưởng", "có hại", "gây hại", "hại", "nguy cơ",
    "nguy hiểm", "dị tật", "not for", "not to", "should not", "shouldn't", "must not", "do not", "don't", "never drink",
    "cannot", "can't", "not allowed", "not suitable", "no alcohol", "no one", "nobody", "no sale", "not sold", "prohibited",
    "forbidden", "avoid", "harm", "harms", "harmful", "risk", "damage", "only", "off limits", "strictly",
)  # fmt: skip
_FULL_STOP = re.compile(r"[.!\n#]")
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


_AGE_PLUS = re.compile(r"(?<!\d)(?:18|21)\s?\+")


def find(draft: Draft) -> list[Spot]:
    """Nothing where one of the three warnings stands, in whatever words, in a sentence of its own kind."""
    is_warned = any(draft.hits(_WHOLE)) or _warns_of_driving(draft) or _warns_of_whom(draft)
    return [] if is_warned else [Spot()]


def _warns_of_driving(draft: Draft) -> bool:
    """No driving, behind drinking in the same thought or before "when" and drinking; or drinking and an accident."""
    drinks = sorted({hit.first for hit in draft.hits(_DRINK)})
    sentences = {draft.folded.sentence_of(token) for token in drinks}
    if any(draft.folded.sentence_of(hit.first) in sentences for hit in draft.hits(_ACCIDENT)):
        return True
    after = sorted({hit.first for hit in draft.hits(_AFTER)})
    return any(_has_drunk(draft, hit, drinks, after) for hit in draft.hits(_NO_DRIVING))


def _has_drunk(draft: Draft, hit: Hit, drinks: list[int], after: list[int]) -> bool:
    """Whether drinking is told before a hit, or behind it after "when"."""
    last = bisect_left(drinks, hit.first)
    if last and _is_one_thought(draft, drinks[last - 1], hit.first):
        return True
    when = bisect_left(after, hit.end)
    drink = bisect_right(drinks, after[when]) if when < len(after) else len(drinks)
    return drink < len(drinks) and draft.folded.sentence_of(drinks[drink]) == draft.folded.sentence_of(
        hit.first
    )


def _warns_of_whom(draft: Draft) -> bool:
    """Pregnant women or minors, and that they keep away from it, near each other in one sentence or after a question."""
    kept_away = sorted({hit.first for hit in draft.hits(_KEPT_AWAY)})
    numbers = {hit.first for hit in draft.hits(_MONEY)}
    ends = [hit for hit in (*draft.hits(_PREGNANT), *draft.hits(_MINORS)) if hit.end not in numbers]
    return any(
        _is_one_thought(draft, *sorted((token, away)))
        for token in {*(hit.first for hit in ends), *_aged(draft)}
        for away in kept_away[bisect_left(kept_away, token - _NEAR) : bisect_right(kept_away, token + _NEAR)]
    )


def _aged(draft: Draft) -> Iterator[int]:
    """The tokens of "18+", whose sign is no part of a word."""
    for found in _AGE_PLUS.finditer(draft.text):
        yield draft.token_from(found.start())


def _is_one_thought(draft: Draft, before: int, behind: int) -> bool:
    """Whether two tokens stand in one sentence, or a question and its answer."""
    start, end = draft.folded.places[before][0], draft.folded.places[behind][0]
    between = draft.text[start:end]
    return draft.folded.sentence_of(before) == draft.folded.sentence_of(behind) or (
        "?" in between and not _FULL_STOP.search(between)
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
        Example("Bia lạnh. Mấy đứa dưới 18t ko dc uống nha", {"category": "alcohol"}),
        Example("Có hơi men thì để xe ở nhà, gọi grab về", {"category": "alcohol"}),
        Example("Expecting? Skip this one", {"category": "alcohol"}),
        Example("Had a glass? Leave the keys at home", {"category": "alcohol"}),
        Example("Chưa 18 thì chưa được đụng vào ly này", {"category": "alcohol"}),
        Example("Bia mát. Đã uống rượu bia thì không lái xe", {"category": "alcohol"}),
        Example("Cold beer. Don't drink and drive", {"category": "alcohol"}),
        Example("Rượu vang. Nguoi duoi 18 tuoi ko duoc uong", {"category": "alcohol"}),
        Example("Vang hồng. Rượu bia ảnh hưởng tới thai nhi", {"category": "alcohol"}),
        Example("Không lái xe khi đã uống bia nha", {"category": "alcohol"}),
        Example("For adults only, not for under 18", {"category": "alcohol"}),
    ),
    failing=(
        Example("Call a cab to our beer garden", {"category": "alcohol"}),
        Example("18 craft beers on tap, come thirsty", {"category": "alcohol"}),
        Example("Bia mát cuối tuần", {"category": "alcohol"}),
        Example("Cold beer on the weekend", {"category": "alcohol"}),
        Example("Bầu không khí vui, không nỡ về, thêm lon bia", {"category": "alcohol"}),
        Example("Không lái xe nổi vì kẹt đường, ghé làm ly bia", {"category": "alcohol"}),
        Example("Not bad for a beer under 18 dollars", {"category": "alcohol"}),
    ),
)
