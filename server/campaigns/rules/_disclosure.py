"""The words by which a draft says that it is advertising."""

from __future__ import annotations

from collections.abc import Iterator

from server.campaigns.draft import Draft, phrases_of, sentences_with
from server.campaigns.exempt import is_negated
from server.campaigns.phrases import Hit, keys_of
from server.campaigns.words import family

_WORDS = (
    "quảng cáo", "quảngcáo", "qc", "quangcao", "tài trợ", "hợp tác", "hoptac", "taitro", "booking by", "booking bởi",
    "nhận booking từ", "đối tác trả phí", "quan hệ đối tác được trả phí", "trả phí quảng cáo", "sponsored",
    "sponsored by", "sponsor by", "paid partnership", "paid collaboration", "paid collab", "paid promotion",
    "paid ad", "paid post", "paidpartnership", "advertisement", "advertising", "in partnership with",
    "in collaboration with", "in paid partnership", "collab with", "partnered with", "brand partner",
    "brand partnership", "sponsor", "sponsoredpost",
    "sponsoring this", "sponsoring today", "sponsoring today's", "sponsoring my", "sponsoring our",
)  # fmt: skip
_OTHER_MEANING = (
    "liên hệ hợp tác", "mời hợp tác", "nhận hợp tác", "inbox hợp tác", "mail hợp tác", "email hợp tác", "ib hợp tác",
    "dm hợp tác", "thông tin hợp tác", "hợp tác liên hệ", "hợp tác công việc", "hợp tác vui lòng", "hợp tác xã",
    "chặn quảng cáo", "xem quảng cáo", "tắt quảng cáo", "tin quảng cáo nhiều", "ngành quảng cáo", "học quảng cáo",
    "chạy quảng cáo", "for advertising", "advertising agency", "for sponsored", "looking for a sponsor",
    "looking for sponsors", "luật quảng cáo", "open for paid partnership", "nhà tài trợ học bổng",
)  # fmt: skip
_OTHERS = (
    *family(
        ("ghét", "ngán", "chán", "sợ", "dị ứng", "né", "lướt qua", "mấy bài", "mấy clip", "mấy cái", "những bài", "các bài", "bao nhiêu bài", "hate", "skip", "those", "tired of"),
        ("quảng cáo", "tài trợ", "sponsored", "paid partnership", "advertising"),
    ),
    *family(
        ("chồng", "vợ", "ba", "bố", "mẹ", "anh hai", "chị hai", "anh trai", "chị gái", "em trai", "em gái", "sếp", "bạn trai", "bạn gái", "husband", "wife", "boyfriend", "girlfriend", "boss", "sister", "brother"),
        ("hợp tác với", "hợp tác cùng", "in partnership with", "in collaboration with", "partnered with"),
    ),
)  # fmt: skip
"""Advertising of others, or somebody else's partner: no label but where the brand's own name stands right behind."""
_TOPIC = frozenset(("quảng cáo", "quảngcáo", "tài trợ", "hợp tác", "advertising", "advertisement", "sponsor"))
"""Words that also speak of somebody else's advertising: alone they disclose only where they label the post."""
_WITH = frozenset(
    key.bare for key in keys_of("cùng với bởi by with cho của from for partner post này content in")
)
_OF_THE_POST = frozenset(
    key.bare
    for key in keys_of(
        "bài video clip reel story post viết dung có là được nhận ảnh content livestream vlog has is an paid brand kênh phí phối"
    )
)
_LABELLED = (
    *family(("do", "bởi", "đơn vị", "nhãn hàng", "thương hiệu"), ("tài trợ",)),
    *family(("cảm ơn", "cám ơn", "thank", "thanks"), ("tài trợ", "sponsor", "hợp tác")),
    *family(("bài", "video", "clip", "nội dung"), ("quảng cáo", "tài trợ", "hợp tác")),
    "đơn vị hợp tác", "sponsor of this", "our sponsor", "my sponsor", "today's sponsor",
)  # fmt: skip
_WISHED = (
    "mơ", "ước", "mong", "hy vọng", "hi vọng", "giá mà", "phải chi", "ai hợp tác", "ai muốn hợp tác", "bạn nào hợp tác",
    "should sponsor", "should totally sponsor", "please sponsor", "wish", "hope", "dream of", "one day",
)  # fmt: skip
"""Who wishes for it does not have it."""
_SHORT = ("ad", "ads")
"""Only as a tag, in brackets or before a bar: "ad ơi" calls the administrator of a page."""
_NOT_BEFORE_TAG = frozenset(key.marked for key in keys_of("not không chẳng hổng hông isn't never"))


def disclosures(draft: Draft) -> list[int]:
    """Where the draft says that it is advertising: code points, in order. A denial ("not an ad") does not."""
    return sorted(draft.span(hit)[0] for hit, is_label in _said(draft) if is_label)


def mentions_of_advertising(draft: Draft) -> list[tuple[int, int]]:
    """Where it speaks of advertising without labelling itself ("toàn quảng cáo"): start and end, code points."""
    return sorted(draft.span(hit) for hit, is_label in _said(draft) if not is_label)


def _said(draft: Draft) -> Iterator[tuple[Hit, bool]]:
    """Each word that is not denied, and whether it labels the draft."""
    meant = phrases_of(_OTHER_MEANING).find(draft.folded)
    covered = {token for hit in meant for token in range(hit.first, hit.end)}
    covered |= _of_others(draft)
    labelled = {hit.end for hit in draft.hits(_LABELLED)}
    wished = sentences_with(draft, _WISHED)
    for hit in draft.hits(_WORDS):
        if hit.first in covered or hit.end - 1 in covered or is_negated(draft.folded, hit.first):
            continue
        is_wish = draft.folded.sentence_of(hit.first) in wished and not _is_tag(draft, hit.first)
        yield hit, not is_wish and (hit.end in labelled or _labels(draft, hit))
    for hit in draft.hits(_SHORT):
        if _is_short_label(draft, hit.first) and not is_negated(draft.folded, hit.first):
            yield hit, True


def _of_others(draft: Draft) -> set[int]:
    """Words of what others advertise, and of whom others work with; a tag is always the post's own."""
    hits = [hit for hit in draft.hits(_OTHERS) if draft.own_names.isdisjoint(range(hit.end, hit.end + 3))]
    return {token for hit in hits for token in range(hit.first, hit.end) if not _is_tag(draft, token)}


def _labels(draft: Draft, hit: Hit) -> bool:
    """Whether a word is said of the post itself: as a tag, at the beginning, or by its neighbours."""
    if _is_tag(draft, hit.first):
        return not _is_denied_tag(draft, hit.first)
    if hit.phrase not in _TOPIC or hit.first == 0 or draft.folded.ends_sentence(hit.first):
        return True
    if draft.folded.prefix(hit.first) in "[(|【":
        return True
    if hit.first - 1 in draft.own_names:
        return True
    behind = draft.folded.readings[hit.end][0].key.bare if hit.end < len(draft.folded.places) else ""
    return behind in _WITH or draft.folded.readings[hit.first - 1][0].key.bare in _OF_THE_POST


def _is_tag(draft: Draft, token: int) -> bool:
    return token in draft.folded.tags and draft.folded.prefix(token) == "#"


def _is_denied_tag(draft: Draft, token: int) -> bool:
    """ "not #ad": the sign before a tag ends no sentence here."""
    start = draft.folded.places[token][0]
    has_space_only = token > 0 and draft.text[draft.folded.places[token - 1][1] : start].strip() == "#"
    is_alone = has_space_only and token - 1 not in draft.folded.tags
    return is_alone and draft.folded.readings[token - 1][0].key.marked in _NOT_BEFORE_TAG


def _is_short_label(draft: Draft, token: int) -> bool:
    start, end = draft.folded.places[token]
    before, behind = draft.text[max(start - 2, 0) : start].strip(), draft.text[end : end + 2].strip()
    if before.endswith("#"):
        return not _is_denied_tag(draft, token)
    return (before == "" or before[-1:] in "[(|【") and behind[:1] in (
        "]",
        ")",
        "|",
        "】",
        ":",
        "-",
        "–",
        "—",
    )
