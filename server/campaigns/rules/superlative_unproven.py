"""A superlative about the product without a named proof of the year."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import takewhile

from msgspec.structs import replace

from server.campaigns.asking import asking
from server.campaigns.draft import Draft, sentences_with, word_spots
from server.campaigns.exempt import is_negated
from server.campaigns.hearing import NEVER, Ear
from server.campaigns.rule import AdvertisingRule, Example
from server.campaigns.rules._superlative_unproven_claims import (
    CLAIMS,
    FELT,
    HEADS,
    LIKED,
    MOST_OF,
    NO_GRADE,
    OWN_LIFE,
    REJECTED,
    SCOPES,
    TITLES,
)
from server.campaigns.rules._superlative_unproven_words import FIRST, SECOND, WORDS
from server.campaigns.words import Spot, Words
from server.messages import Text

_YEAR = re.compile(r"(?<!\d)20[12]\d(?!\d)")
_SIGN = re.compile(r"#1(?!\w)")
"""Read apart: as words it is any 1."""
_TITLES = Words(must=TITLES)
_HEAD, _SCOPE = 4, 4
"""Words before and behind "nhất" among which it is said what is measured."""
_PROOFS = (
    "khảo sát", "giải thưởng", "bình chọn", "xếp hạng", "chứng nhận", "công bố", "nghiên cứu", "báo cáo", "giải",
    "survey", "award", "awards", "voted", "ranked", "ranking", "according to", "study", "report", "certified",
    "Nielsen", "Kantar", "Euromonitor",
)  # fmt: skip


_GRADED = re.compile(
    r"\b(?:the|world's|vietnam's|asia's|town's|our|market's|country's|city's|hands down)\s(?:[a-z]+est|most\s[a-z]+)\b"
    r"|\b[a-z]+est\s(?:[\w-]+\s){0,3}?(?:ever|on the market|in (?:the world|town|the city|vietnam|asia)|out there|on earth)\b",
    re.IGNORECASE,
)
"""The English superlative of any adjective."""
_NO_BETTER = re.compile(
    r"\bno(?:thing| one|body)?\s(?:[\w-]+\s){0,3}?(?:is|are|feels|tastes|looks|works|lasts|smells)\s(?:[a-z]+er|more\s[a-z]+)\sthan\b",
    re.IGNORECASE,
)
"""Nothing has more of any quality."""


def find(draft: Draft) -> list[Spot]:
    """Superlatives and other claims of the first place, unless the text names a survey or award with its year."""
    spots = [
        *_superlatives(draft),
        *CLAIMS.find(draft),
        *_of_ones_own(draft, [*_graded(draft), *word_spots(draft, _TITLES)]),
    ]
    if not spots or _is_proven(draft):
        return []
    aside = asking(draft) | sentences_with(draft, REJECTED)
    return [spot for spot in _apart(spots) if draft.folded.sentence_of(_token(draft, spot)) not in aside]


def _is_proven(draft: Draft) -> bool:
    """Whether a survey or award is named, and a year."""
    return bool(_YEAR.search(draft.text)) and any(True for _ in draft.hits(_PROOFS))


def _superlatives(draft: Draft) -> list[Spot]:
    """ "Nhất", "the best" and their like, but of what one measures or feels.

    What is newest or liked most may be something else, and "số 1" beside a "số 2" may count: both are asked about.
    """
    signs = [Spot(*found.span()) for found in _SIGN.finditer(draft.text)]
    spots = word_spots(draft, WORDS)
    if not spots:
        return signs
    is_counted = any(True for _ in draft.hits(SECOND))
    counted = {draft.span(hit)[0] for hit in draft.hits(FIRST)} if is_counted else set()
    spots = [replace(spot, level="ask") if spot.start in counted else spot for spot in spots]
    felt, liked = (
        {token for hit in draft.hits(words) for token in range(hit.first, hit.end)} for words in (FELT, LIKED)
    )
    heads, scopes = ({hit.first for hit in draft.hits(words)} for words in (HEADS, SCOPES))
    kept: list[Spot] = []
    for spot in spots:
        last = _token(draft, spot, last=True)
        if last in liked:
            kept.append(replace(spot, level="ask"))
        elif not _is_measured(draft, last, felt, heads, scopes):
            kept.append(spot)
    return _of_ones_own(draft, kept) + signs


def _is_measured(draft: Draft, last: int, felt: set[int], heads: set[int], scopes: set[int]) -> bool:
    """Whether the superlative that ends with a token is of a time, a step, a feeling or one's own things."""
    if last in felt:
        return True
    if draft.folded.readings[last][0].key.bare != "nhat":
        return False
    breaks = draft.folded.breaks
    before, behind = range(last - 1, max(last - _HEAD, 0) - 1, -1), range(last + 1, last + 1 + _SCOPE)
    return any(token in heads for token in takewhile(lambda token: token + 1 not in breaks, before)) or any(
        token in scopes for token in takewhile(lambda token: token not in breaks, behind)
    )


def _graded(draft: Draft) -> Iterator[Spot]:
    """ "The tastiest", "the most accurate"."""
    for found in _GRADED.finditer(draft.text) if draft.folded.has_few_marks else ():
        words = found[0].lower().split()
        grade = next((word for word in words if word.endswith("est")), words[-1])
        token = draft.token_from(found.start())
        is_denied = token in draft.exempt or is_negated(draft.folded, token, draft.own_names)
        if grade not in NO_GRADE and grade not in MOST_OF and not is_denied:
            yield Spot(*found.span())
    for found in _NO_BETTER.finditer(draft.text):
        token = draft.token_from(found.start())
        if token == 0 or token - 1 not in draft.exempt:
            yield Spot(*found.span())


def _of_ones_own(draft: Draft, spots: list[Spot]) -> list[Spot]:
    """Without those of which the sentence is about one's own kin or team."""
    own = sentences_with(draft, OWN_LIFE) if spots else set()
    return [spot for spot in spots if draft.folded.sentence_of(_token(draft, spot)) not in own]


def _apart(spots: list[Spot]) -> list[Spot]:
    """Without those that begin inside an earlier one."""
    kept: list[Spot] = []
    for spot in sorted(spots, key=lambda one: (one.start or 0, -(one.end or 0))):
        if not kept or (spot.start or 0) >= (kept[-1].end or 0):
            kept.append(spot)
    return kept


def _token(draft: Draft, spot: Spot, last: bool = False) -> int:
    """The token with which a spot begins or ends."""
    if last:
        return draft.token_from(spot.end or 0) - 1
    return max(bisect_right(draft.folded.places, (spot.start or 0, len(draft.text))) - 1, 0)


RULE = AdvertisingRule(
    id="superlative_unproven",
    level="must",
    words=WORDS,
    title=Text(
        en="A superlative about the product without a named survey or award and its year",
        vi="Từ so sánh nhất về sản phẩm mà không nêu khảo sát, giải thưởng và năm",
    ),
    text=Text(
        en="A superlative needs a proof: name the survey or award and its year in the text, or leave the word out.",
        vi="Từ so sánh nhất cần bằng chứng: ghi tên khảo sát hoặc giải thưởng kèm năm ngay trong bài, hoặc bỏ từ này.",
    ),
    source="Law on Advertising 16/2012/QH13, amended by 75/2025/QH15; Circular 10/2013/TT-BVHTTDL, Art. 2, amended by 35/2018",
    article="8.11",
    checked_at="2026-11-29",
    confidence="A",
    find=find,
    ear=Ear(heard_from=2.1, short_heard_from=2.1, denied_under=NEVER, is_deaf=_is_proven),
    passing=(
        Example("Không cái nào hơn cái nào, mỗi máy một kiểu", {"category": "general"}),
        Example(
            "Kem có giá trị, vị trí thứ nhất là ở nhất định một chỗ, thống nhất nhé", {"category": "general"}
        ),
        Example("Được bình chọn là kem tốt nhất 2026 theo khảo sát của Nielsen", {"category": "general"}),
        Example("Ngày 1 lần, 1 tuần là đủ, hộp 1 chai", {"category": "general"}),
        Example("Hôm nay là chủ nhật, sinh nhật mình", {"category": "general"}),
        Example("With my best friend at the beach", {"category": "general"}),
        Example("Không phải là kem tốt nhất đâu", {"category": "general"}),
        Example("Tiệm ở số 1 ngõ Hoa, còn size số 1", {"category": "general"}),
        Example("Meet us at No. 1 River Street, step no. 1 is tea", {"category": "general"}),
        Example("I'm not saying Lá Xanh is the best", {"category": "general", "brand": "Lá Xanh"}),
        Example("Nhà mình không dám tự nhận là hàng đầu", {"category": "general"}),
        Example("Khâu khó nhất là chờ kem khô", {"category": "general"}),
        Example("Bạn thấy mẫu nào đẹp nhất?", {"category": "general"}),
        Example("Ai cũng nói nệm này là số một, tụi mình không dám nhận", {"category": "general"}),
        Example("My grandma makes the best soup, this stock comes second", {"category": "food"}),
        Example("Turn it to the lowest setting first", {"category": "general"}),
        Example("Khách xếp hàng đầu hẻm chờ bánh", {"category": "general"}),
    ),
    failing=(
        Example("Sofa này êm hơn bất cứ chiếc nào bạn từng ngồi", {"category": "general"}),
        Example("No laptop is lighter than this", {"category": "general"}),
        Example("Trên đời này không có thỏi son nào qua nổi em này", {"category": "cosmetics"}),
        Example("Cà phê chỗ này không đâu ngon bằng", {"category": "food"}),
        Example("Chảo này ăn đứt tất cả các loại chảo", {"category": "general"}),
        Example("Hãng đầu tiên có công nghệ này tại Việt Nam", {"category": "general"}),
        Example("No other moisturizer on the market even comes close", {"category": "cosmetics"}),
        Example("It outperforms every phone out there", {"category": "general"}),
        Example("Hands down the tastiest ramen in the city", {"category": "food"}),
        Example("You won't find softer cashmere anywhere", {"category": "general"}),
        Example("The #1 serum", {"category": "general"}),
        Example("No. 1 in Vietnam", {"category": "general"}),
        Example("Đây là kem tốt nhất", {"category": "general"}),
        Example("Kem so 1 Viet Nam", {"category": "general"}),
        Example("Kem t.ố.t nhất", {"category": "general"}),
        Example("The best serum out there", {"category": "general"}),
        Example("Thương hiệu hàng đầu", {"category": "general"}),
        Example("Món mình thích nhất", {"category": "general"}),
        Example("Phiên bản mới nhất đã về", {"category": "general"}),
    ),
)
