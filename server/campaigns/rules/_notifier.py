"""Whether a firm and its address are named, as people shorten them: "Công ty CP", "TP.HCM", "Q.1", in any order."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from server.campaigns.draft import Draft, phrases_of
from server.campaigns.fold import FoldedText, fold_text
from server.samples.text import fold

_LONG: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(short, re.IGNORECASE), long)
    for short, long in (
        (r"\bc\.?ty\b", "công ty"),
        (r"\bctcp\b", "công ty cổ phần"),
        (r"(?<=công ty )c\.?p\b\.?|(?<=cong ty )c\.?p\b\.?", "cổ phần"),
        (r"\btrách nhiệm hữu hạn\b|\btrach nhiem huu han\b", "TNHH"),
        (r"\bmột thành viên\b|\bmot thanh vien\b|\b1 thành viên\b", "MTV"),
        (r"\bco\b\.?,?\s*ltd\b\.?|\bcompany limited\b", "co ltd"),
        (r"\bjsc\b|\bj\.s\.c\b\.?", "joint stock company"),
        (r"\bt\.?p\.?\s*h\.?c\.?m\b\.?|\bhcmc\b|\bho chi minh city\b|\bhcm city\b", "thành phố Hồ Chí Minh"),
        (r"\bt\.?p\.?\s*h\.?n\b\.?", "thành phố Hà Nội"),
        (r"\bt\.p\.?\s*(?=\w)|\btp\b\.?\s*(?=\w)", "thành phố "),
        (r"\bq\.?\s*(?=\d)|\bq\.\s*(?=\w)", "quận "),
        (r"\bp\.?\s*(?=\d)|\bp\.\s*(?=\w)", "phường "),
        (r"\bđ\.\s*(?=\w)", "đường "),
        (r"\bh\.\s*(?=\w)", "huyện "),
        (r"\bx\.\s*(?=\w)", "xã "),
        (r"\bđường\b\s*|\bsố nhà\b\s*|\bsố\b\s*(?=\d+\S*\s+[^\W\d])", ""),
        (r"\bdist\b\.?\s*", "district "),
        (r"\bst\b\.", "street"),
    )
)
"""In this order: what one makes, a later one reads."""
_APART = re.compile(r"[,;()\n]|\s[-–—]\s")
_UNIT = re.compile(
    r"(?:địa chỉ|phường|quận|huyện|xã|thị trấn|thị xã|thành phố|tỉnh|ward|district)\s*:?\s+(?=[^\W\d])",
    re.IGNORECASE,
)
"""In front of a name people leave it out, never in front of a number."""


_IN_ENGLISH = {
    "quận": ("district",),
    "phường": ("ward",),
    "thôn": ("hamlet", "village"),
    "tầng": ("floor",),
    "lô": ("lot",),
}
_FIRM = {"cổ phần": "joint stock company", "tnhh": "co ltd"}
_NUMBERED = re.compile(rf"({'|'.join(_IN_ENGLISH)}) (\d+\w*)", re.IGNORECASE)
_OF_A_KIND = re.compile(rf"công ty ({'|'.join(_FIRM)}) (.+)", re.IGNORECASE)


def names_all(draft: Draft, notifier: str) -> bool:
    """Whether every part of the brief's line, between its commas, is said somewhere."""
    has_marks = not draft.folded.has_few_marks
    folded = fold_text(_in_full(draft.text, has_marks))
    parts = [_UNIT.sub("", part.strip(" .:"), count=1) for part in _APART.split(_in_full(notifier, True))]
    return all(_says(folded, part) for part in parts if any(map(str.isalnum, part)))


def _in_full(text: str, has_marks: bool) -> str:
    """The words that short forms stand for; without marks in a text that has none."""
    text = unicodedata.normalize("NFC", text)
    for short, long in _LONG:
        text = short.sub(long if has_marks else fold(long), text)
    return text


def _says(folded: FoldedText, part: str) -> bool:
    return any(True for _ in phrases_of((part, *_english(part))).find(folded, across=True))


def _english(part: str) -> Iterator[str]:
    """ "Ward 3", "Trà Mây Joint Stock Company"."""
    if numbered := _NUMBERED.fullmatch(part):
        yield from (f"{unit} {numbered[2]}" for unit in _IN_ENGLISH[numbered[1].lower()])
    if firm := _OF_A_KIND.fullmatch(part):
        yield f"{firm[2]} {_FIRM[firm[1].lower()]}"
