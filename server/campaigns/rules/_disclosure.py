"""The words by which a draft says that it is advertising."""

from __future__ import annotations

from server.campaigns.draft import Draft, phrases_of
from server.campaigns.exempt import is_negated

_WORDS = (
    "quảng cáo", "quảngcáo", "qc", "quangcao", "tài trợ", "hợp tác", "hoptac", "taitro", "booking by", "booking bởi",
    "nhận booking từ", "đối tác trả phí", "quan hệ đối tác được trả phí", "trả phí quảng cáo", "sponsored",
    "sponsored by", "sponsor by", "paid partnership", "paid collaboration", "paid collab", "paid promotion",
    "paid ad", "paid post", "paidpartnership", "advertisement", "advertising", "in partnership with",
    "in collaboration with", "in paid partnership", "collab with", "partnered with", "brand partner",
    "brand partnership", "sponsor", "sponsoredpost",
)  # fmt: skip
_OTHER_MEANING = (
    "liên hệ hợp tác", "mời hợp tác", "nhận hợp tác", "inbox hợp tác", "mail hợp tác", "email hợp tác", "ib hợp tác",
    "dm hợp tác", "thông tin hợp tác", "hợp tác liên hệ", "hợp tác công việc", "hợp tác vui lòng", "hợp tác xã",
    "chặn quảng cáo", "xem quảng cáo", "tắt quảng cáo", "tin quảng cáo nhiều", "ngành quảng cáo", "học quảng cáo",
    "chạy quảng cáo", "for advertising", "advertising agency", "for sponsored", "looking for a sponsor",
    "looking for sponsors", "luật quảng cáo", "open for paid partnership", "nhà tài trợ học bổng",
)  # fmt: skip
_SHORT = ("ad", "ads")
"""Only as a tag, in brackets or before a bar: "ad ơi" calls the administrator of a page."""


def disclosures(draft: Draft) -> list[int]:
    """Where the draft says that it is advertising: code points, in order. A denial ("not an ad") does not."""
    meant = phrases_of(_OTHER_MEANING).find(draft.folded)
    covered = {token for hit in meant for token in range(hit.first, hit.end)}
    found = [hit for hit in draft.hits(_WORDS) if hit.first not in covered and hit.end - 1 not in covered]
    found += [hit for hit in draft.hits(_SHORT) if _is_label(draft, hit.first)]
    return sorted(draft.span(hit)[0] for hit in found if not is_negated(draft.folded, hit.first))


def _is_label(draft: Draft, token: int) -> bool:
    start, end = draft.folded.places[token]
    before, behind = draft.text[max(start - 2, 0) : start].strip(), draft.text[end : end + 2].strip()
    if before.endswith("#"):
        return True
    return (before == "" or before[-1:] in "[(|【") and behind[:1] in ("]", ")", "|", "】", ":", "-", "–")
