"""Somebody else's promise: told by who was deceived by it, warned of, or quoted to be rejected."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable

from server.campaigns.fold import FoldedText
from server.campaigns.phrases import Phrases

WARNED = Phrases(
    (
        "đừng tin", "đừng nghe", "đừng vội tin", "đừng ham", "chớ tin", "chớ nghe", "đừng bao giờ tin", "cảnh giác",
        "coi chừng bị lừa", "cẩn thận kẻo bị lừa", "lừa đảo", "lừa gạt", "bị lừa", "kẻ lừa", "chiêu trò", "là chiêu",
        "chiêu mời", "chiêu lừa", "chiêu dụ", "ai hứa", "ai cam kết", "ai đảm bảo", "ai dám nói", "ai nói với bạn",
        "đáng ngờ", "nghi ngờ", "chặn liền", "chặn luôn", "chặn ngay", "block liền", "block ngay", "tránh xa", "không tin mấy",
        "thấy ai hứa", "thấy ai nói", "ai mà hứa", "kẻ hứa", "người nào hứa", "né gấp", "né liền", "né ngay", "chạy ngay đi",
        "là bẫy", "cái bẫy", "là lừa", "đa cấp lừa", "dấu hiệu lừa", "cẩn thận với", "coi chừng", "tỉnh táo trước",
        "beware", "be wary", "watch out for", "scam", "scams", "scammer", "scammers", "red flag", "red flags", "don't believe",
        "do not believe", "don't trust", "do not trust", "never trust", "never believe", "anyone who promises",
        "anyone who claims", "anyone who says", "anyone who tells", "anyone promising", "anyone offering", "anyone claiming",
        "whoever promises", "if someone promises", "if anyone promises", "if somebody promises", "be careful with",
        "be careful when", "is lying", "are lying", "too good to be true", "run from", "run away from", "walk away from",
        "stay away from", "is a trap", "are a trap", "is a myth", "are a myth", "a lie",
    )
)  # fmt: skip
"""What is told to be distrusted: the whole sentence tells of somebody else's promise."""
_TOLD = Phrases(
    (
        "họ hứa", "họ nói", "họ bảo", "họ cam kết", "nó hứa", "nó bảo", "nó nói", "ổng hứa", "ông ấy hứa", "chị ấy hứa",
        "anh ấy hứa", "người ta hứa", "người ta nói", "người ta bảo", "nghe lời", "nghe bảo", "nghe nói", "nghe họ", "tin lời",
        "tin vào", "tin câu", "từng tin", "từng nghe", "vì tin", "lỡ tin", "hứa với mình", "hứa với tôi", "hứa cho", "được hứa",
        "bị dụ", "dụ mình", "dụ tôi", "rủ mình", "rủ tôi", "promised me", "promised us", "promised my", "promised him",
        "promised her", "promised them", "they promised", "he promised", "she promised", "they said", "he said", "she said",
        "they told", "told me", "told us", "told my", "swore", "sold me", "sold us", "believed", "was told", "were told",
        "was promised", "were promised", "the guy said",
    )
)  # fmt: skip
"""Who promised is somebody else: exempt where the bad end is told."""
_CALLED = Phrases(
    (
        "nghe câu", "nghe quảng cáo", "hay nói", "hay hứa", "hay ghi", "hay viết", "hay quảng cáo", "quảng cáo kiểu",
        "kiểu quảng cáo", "kiểu nói", "kiểu câu", "mấy lời", "mấy câu", "mấy chữ", "mấy kiểu", "cụm từ", "cái câu", "những câu",
        "những lời", "the ad said", "if it says", "that say", "that says", "that scream", "love to shout", "love to say",
        "like to say", "the phrase", "phrases like", "the line", "lines like", "the words", "words like", "the claim",
        "claims like", "ads like", "ads that", "captions like", "when i see", "when i hear", "whenever i see", "whenever i hear",
        "every time i see", "the slogan", "slogans like",
    )
)  # fmt: skip
"""It is called a phrase: exempt where the writer rejects it, or the bad end is told."""
_LOST = Phrases(
    (
        "mất trắng", "mất sạch", "mất hết", "mất tiền", "mất luôn", "mất toi", "mất cả", "biến mất", "bốc hơi", "ôm nợ", "trả nợ",
        "nợ nần", "mang nợ", "gánh nợ", "trắng tay", "cháy tài khoản", "cháy túi", "lỗ nặng", "lỗ sạch", "bay màu", "bay sạch",
        "hối hận", "sáng mắt", "tởn", "bài học", "nói dối", "vỡ lẽ", "chẳng thấy đâu", "không thấy đâu", "bỏ trốn", "ôm tiền",
        "mất № triệu", "mất № tr", "mất № nghìn", "mất № đồng", "mất gần № triệu", "mất hơn № triệu", "lost №",
        "về 0", "sập", "không rút được", "sau khi bị", "rồi im", "lặn mất tăm", "ai ngờ mất", "lost everything", "lost my",
        "lost his", "lost her", "lost their", "lost our", "lost it all", "lost half", "never saw", "never got", "disappeared",
        "vanished", "still paying", "wiped out", "in debt", "regret", "regretted", "the hard way", "lied", "fell for",
        "did nothing", "nothing happened", "went to zero", "gone with my", "money was gone", "is gone now", "my rash",
        "broke me out", "learned my lesson", "stopped answering", "blocked me",
    )
)  # fmt: skip
"""What came of believing it."""
_REJECTED = Phrases(
    (
        "lướt qua", "lướt luôn", "lướt liền", "thoát nhóm", "rời nhóm", "thoát luôn", "tắt luôn", "tắt liền", "bỏ qua luôn",
        "không thích", "không ưa", "ghét", "dị ứng với", "ngán", "sẽ không viết", "không viết", "không bao giờ viết",
        "không bao giờ nói", "sẽ không nói", "không dám viết", "không dám nói", "không dám hứa", "không dám cam kết", "không tin",
        "chẳng tin", "chả tin", "không tin nổi mấy", "không dùng chữ", "không xài chữ", "nghe là", "nghe xong là cười",
        "nghe buồn cười", "là nói quá", "nói quá", "là xạo", "xạo", "là sai", "không đúng", "đâu có thật", "không có thật",
        "chứ không phải", "chứ không hứa", "close the tab", "scroll past", "scroll on", "scroll away", "keep scrolling", "i skip",
        "i hate", "i dislike", "can't stand", "cannot stand", "not a fan of", "tired of", "sick of",
        "won't say", "will not say", "won't write", "will not write", "never write", "won't hear", "will not hear", "won't find",
        "will not find", "not here", "not my style", "not from me", "eye roll", "roll my eyes", "makes me laugh", "nonsense",
        "it doesn't", "they don't", "isn't true", "is not true", "not true", "i don't buy", "i do not buy", "i never believe",
        "means nothing", "meaningless", "makes me suspicious", "makes me walk away", "i unfollow", "i unfollowed", "i block",
        "i blocked", "run away", "no thanks", "fake page", "fake pages", "fake account", "fake accounts", "fake shop", "trang giả",
        "page giả", "shop giả", "giả mạo", "mạo danh", "never says that", "never said that", "does not say that", "report the page",
        "report the account", "không hề nói vậy", "không bao giờ nói vậy",
    )
)  # fmt: skip
"""What the writer thinks of such words."""
_BELIEVED_NOW = Phrases(
    (
        "mà thật", "nhưng thật", "là thật", "thật ra đúng", "ai dè", "hóa ra đúng", "giờ thì tin", "giờ mới tin", "giờ tin rồi",
        "mới tin", "phải tin", "không tin nổi", "không tin được", "tin không nổi", "cho tới khi", "đến khi dùng", "until i tried",
        "until i used", "until this", "turns out", "it is true", "it's true", "now i believe", "now i do", "but this one",
        "but it does", "but it really", "made me believe", "changed my mind", "nhưng em này", "mà em này", "trừ em này",
    )
)  # fmt: skip
"""Doubt that ends in praise exempts nothing."""
_QUOTED = re.compile(
    r"\"[^\"\n]{1,160}\"|“[^”\n]{1,160}”|«[^»\n]{1,160}»|‘[^’\n]{1,160}’|(?<!\w)'[^'\n]{1,160}'(?!\w)"
)
_LATER = 2
"""Sentences after a promise in which its end may be told."""


def reported_tokens(folded: FoldedText, is_negated: Callable[[FoldedText, int], bool]) -> set[int]:
    """Tokens of promises that are not the writer's own."""
    warned = {
        place
        for hit in WARNED.find(folded)
        for place in [_place(folded, hit.first)]
        if not is_negated(folded, hit.first)
    }
    return _tokens_of(folded, warned | _told(folded)) | _quoted(folded)


def _told(folded: FoldedText) -> set[int]:
    """Sentences of what others say, of which the writer tells the bad end or thinks nothing."""
    told, called = _places(folded, _TOLD), _places(folded, _CALLED)
    lost = _places(folded, _LOST) if told or called else set()
    rejected = _doubts(folded) if called else set()
    return {place for place in told | called if lost.intersection(range(place - 1, place + _LATER + 1))} | {
        place for place in called if rejected & {place, place + 1}
    }


def _quoted(folded: FoldedText) -> set[int]:
    """Words in quotation marks that the writer rejects in the same sentence or the next, or lost by."""
    spans = [found.span() for found in _QUOTED.finditer(folded.text)]
    judged = _doubts(folded) | _places(folded, _LOST) if spans else set()
    starts = [start for start, _ in folded.places]
    exempt: set[int] = set()
    for start, end in spans if judged else ():
        tokens = range(bisect_left(starts, start), bisect_left(starts, end))
        if tokens and judged & set(range(_place(folded, tokens[0]), _place(folded, tokens[-1]) + _LATER)):
            exempt.update(tokens)
    return exempt


def _doubts(folded: FoldedText) -> set[int]:
    """Sentences that reject, and that no praise follows."""
    praise = _places(folded, _BELIEVED_NOW)
    return {place for place in _places(folded, _REJECTED) if not praise & {place, place + 1}}


def _places(folded: FoldedText, phrases: Phrases) -> set[int]:
    """The sentences that say one of the phrases, by their number."""
    return {_place(folded, hit.first) for hit in phrases.find(folded)}


def _place(folded: FoldedText, token: int) -> int:
    """The number of a token's sentence."""
    return bisect_left(folded.sentences, folded.sentence_of(token))


def _tokens_of(folded: FoldedText, places: set[int]) -> set[int]:
    ends = (*folded.sentences[1:], len(folded.places))
    return {token for place in places for token in range(folded.sentences[place], ends[place])}
