"""What is looked at before any rule: mandatory sentences, negations, quotations of the rule, the product's own name."""

from __future__ import annotations

from server.campaigns.answered import denied_questions
from server.campaigns.fold import FoldedText
from server.campaigns.phrases import Phrases, keys_of
from server.campaigns.reported import reported_tokens

SUPPLEMENT_SENTENCE = "Thực phẩm này không phải là thuốc và không có tác dụng thay thế thuốc chữa bệnh"
SUPPLEMENT_NAME = "Thực phẩm bảo vệ sức khỏe"
SUPERVISED = "Sử dụng cho người bệnh với sự giám sát của nhân viên y tế"
MOTHERS_MILK = "Sữa mẹ là thức ăn tốt nhất cho sức khỏe và sự phát triển toàn diện của trẻ nhỏ"
BESIDE_MILK = "Sản phẩm này là thức ăn bổ sung và được ăn thêm cùng với sữa mẹ"
MANDATORY = Phrases(
    (
        SUPPLEMENT_SENTENCE,
        SUPPLEMENT_NAME,
        SUPERVISED,
        MOTHERS_MILK,
        BESIDE_MILK,
        "Breast milk is the best food",
        "Breast milk is the best nutrition",
        "Breast milk is best",
        "This product is not a medicine and does not replace medicine",
        "not intended to diagnose, treat, cure or prevent any disease",
        "not intended to diagnose, treat, cure, or prevent any disease",
    )
)
_RULE_QUOTED = Phrases(
    (
        "không được nói", "không được dùng từ", "không được dùng chữ", "không được ghi", "không được viết",
        "không được quảng cáo", "không được phép nói", "không được phép dùng", "không được phép quảng cáo",
        "cấm dùng từ", "cấm nói", "cấm ghi", "cấm quảng cáo", "cấm từ", "luật quảng cáo", "theo luật", "theo nghị định",
        "không dùng từ", "không dùng các từ", "tránh từ", "tránh dùng từ", "luật cấm", "quy định cấm",
        "not allowed to say", "not allowed to claim", "not allowed to call", "can't say", "can't claim", "cannot say",
        "cannot claim", "must not say", "must not claim", "may not say", "may not claim", "the law bans",
        "the law forbids", "the rule bans", "the rules ban", "advertising law", "ad law", "banned words",
        "luật không cho", "luật không cho phép", "không được lấy", "the law does not allow", "the law doesn't allow",
        "avoid the word", "avoid words like", "avoid saying", "don't say", "do not say", "never say",
    )
)  # fmt: skip

_NOBODY = Phrases(
    (
        "không ai", "chẳng ai", "chả ai", "chưa ai", "không có … nào", "chẳng có … nào", "chả có … nào", "chưa có … nào",
        "không có ai", "không phải … nào cũng", "không phải ai cũng", "làm gì có", "đâu có … nào", "không thứ gì",
        "không gì là", "không có chuyện", "chẳng có chuyện", "đâu có chuyện", "không … nào", "nobody", "no one", "none of", "nothing is", "nothing can", "nothing will", "no such thing",
        "no such things", "no … is", "no … are", "no … can", "no … will", "no … cures", "no … treats", "no … heals", "no … works", "not every", "not everyone", "not everybody",
    )
)  # fmt: skip
"""Who denies for everybody, and so for the product too: to the end of the clause."""
_STILL_PROMISED = Phrases(
    (
        "chưa ai lỗ", "không ai lỗ", "chẳng ai lỗ", "chưa ai thua", "không ai thua", "chẳng ai thua", "chưa ai bị lỗ", "không ai bị lỗ",
        "chưa ai mất tiền", "không ai mất tiền", "nobody loses", "no one loses", "nobody lost", "no one lost", "nobody has lost",
        "no one has lost", "nobody has ever lost", "no one has ever lost", "nobody ever", "no one ever",
        "không ai ngờ", "không có tác dụng phụ", "không hề có tác dụng phụ", "không gây tác dụng phụ", "không thể nào", "không ai nghĩ", "không ai biết", "không ai tin", "không có gì", "không … nào cũng", "nobody knew", "nobody expected",
        "no one knew", "no one expected", "no one believed", "nobody believed", "no other", "không … khác", "chẳng … khác",
        "không … bằng", "không … hơn", "no one else", "nobody else", "nothing is better", "no … better", "no … like",
    )
)  # fmt: skip
"""Beginnings of the same kind that lead to praise."""


def _bare(words: str) -> frozenset[str]:
    return frozenset(key.bare for key in keys_of(words))


_NOT = frozenset(
    key.marked
    for key in keys_of(
        "không hông hổng chưa chẳng chả chớ đừng not never nothing nobody none isn't doesn't don't won't can't cannot aren't wasn't didn't wouldn't no without"
    )
)
_NOT_BARE = frozenset(["khong", "chang"])
_BETWEEN = _bare(
    "phải fải là nào đây này có tác dụng công dụng dùng để được nhằm thay thế cho cần hề thể sản phẩm dám nói khẳng định hứa hẹn một loại "
    "gọi như mỹ phẩm kem hay hoặc và bất kỳ bất cứ gì chữa trị điều thuốc bệnh bị giúp khả năng chức "
    "a an the to intended meant designed claim claims claiming claimed used replace replacement any it can will going "
    "bao giờ từng nhận tự xưng booking hay be as for diagnose prevent treat cure heal or and medical medicine medicines promise promising say saying been is "
    "have has does do offer offering mean need ai một lời khuyên của tư vấn ý kiến thay cho hình ảnh bệnh viện phòng khám bác sĩ dược sĩ y tá image doctor doctors hospital clinic advice opinion of your such thing"
)
_ONLY = _bare("chỉ những only just")
_MAX_BETWEEN = 7


def mandatory_tokens(folded: FoldedText) -> frozenset[int]:
    """The tokens of the sentences that the law asks for."""
    return frozenset(
        token for hit in MANDATORY.find(folded, across=True) for token in range(hit.first, hit.end)
    )


def exempt_tokens(folded: FoldedText, names: Phrases, mandatory: frozenset[int]) -> frozenset[int]:
    """Tokens that no rule of forbidden words may hit, negations apart."""
    inside = mandatory | {token for hit in names.find(folded) for token in range(hit.first, hit.end)}
    told = reported_tokens(folded, is_negated) | denied_questions(folded)
    return frozenset(inside | _quoted(folded) | _denied_for_all(folded) | told)


def _denied_for_all(folded: FoldedText) -> set[int]:
    """The rest of a clause whose beginning denies for everybody."""
    praised = {hit.first for hit in _STILL_PROMISED.find(folded)}
    exempt: set[int] = set()
    for first in sorted({hit.first for hit in _NOBODY.find(folded)} - praised):
        token = first
        while token < len(folded.places) and token not in exempt:  # the rest is exempt already
            if token > first and (token in folded.breaks or folded.ends_sentence(token)):
                break
            exempt.add(token)
            token += 1
    return exempt


def holds_denial(folded: FoldedText, first: int, end: int) -> bool:
    """Whether a "not" stands among the tokens behind the first one, where the words of a phrase lie apart. The letter "k"
    of a word that is spelled out is none."""
    said = (token for token in range(first + 1, end) if token not in folded.spelled_tokens)
    keys = [folded.readings[token][0].key for token in said]
    return any(key.marked in _NOT or (folded.has_few_marks and key.bare in _NOT_BARE) for key in keys)


def _quoted(folded: FoldedText) -> set[int]:
    """The rest of a sentence that tells what the rule forbids."""
    exempt: set[int] = set()
    for hit in _RULE_QUOTED.find(folded):
        token = hit.end
        while token < len(folded.places) and not folded.ends_sentence(token):
            exempt.add(token)
            token += 1
    return exempt


def is_negated(folded: FoldedText, first: int, names: frozenset[int] = frozenset()) -> bool:
    """Whether the word at token ``first`` is denied: a "not" before it, with nothing but helping words and ``names`` (the
    product's own) between."""
    for token in range(first - 1, max(first - _MAX_BETWEEN, 0) - 1, -1):
        if folded.ends_sentence(token + 1):
            return False
        key = folded.readings[token][0].key
        if key.marked in _NOT or (folded.has_few_marks and key.bare in _NOT_BARE):
            return folded.readings[token + 1][0].key.bare not in _ONLY
        if key.bare not in _BETWEEN and token not in names:
            return False
    return False
