"""Contacts as people disguise them, spelled plainly: "lan (a còng) gmail chấm com", "o9o1.234.567", "0️⃣9️⃣0️⃣1️⃣…"."""

from __future__ import annotations

import re
import unicodedata

_UNSHOWN = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufe0e\ufe0f\u20e3\u00ad]")
_OPEN, _CLOSE = r"[(\[{<\u3010\u300c*_/\\|-]{1,2}", r"[)\]}>\u3011\u300d*_/\\|-]{1,2}"
_AT_WORD = r"(?:at|a[\s-]?c[\u00f2o]ng|@|arroba|acong)"
_DOT_WORD = r"(?:dot|ch[\u1ea5a]m|\.|d0t)"
_AT = re.compile(rf"\s*{_OPEN}\s*{_AT_WORD}\s*{_CLOSE}\s*", re.IGNORECASE)
_DOT = re.compile(rf"\s*{_OPEN}\s*{_DOT_WORD}\s*{_CLOSE}\s*", re.IGNORECASE)
_HOSTS = r"(?:g\s?mail|yahoo|ymail|hotmail|outlook|icloud|proton(?:mail)?|live|zoho|naver|qq|163)"
_DOT_SAID = r"(?:\s*\.\s*|\s+(?:dot|ch[\u1ea5a]m)\s+)"
_MAIL_SAID = re.compile(
    rf"([a-z0-9][a-z0-9._+-]{{0,63}})(?:\s*@\s*|\s+(?:at|a[\s-]?c[\u00f2o]ng|acong)\s+)({_HOSTS}){_DOT_SAID}"
    rf"(com|net|me|vn|co)(?:{_DOT_SAID}(vn|uk|id|kr))?(?![\w])",
    re.IGNORECASE,
)
_ALL_SAID = re.compile(
    r"([a-z0-9][a-z0-9._+-]{0,63})\s+(?:at|a[\s-]?c[\u00f2o]ng|acong)\s+([a-z0-9-]{2,63})\s+(?:dot|ch[\u1ea5a]m)\s+"
    r"(com|net|org|info|biz|edu|vn|io|co|me|shop|store|asia|studio|media|agency|uk|us|app|dev|blog)"
    r"(?:\s+(?:dot|ch[\u1ea5a]m)\s+([a-z]{2}))?(?![\w])",
    re.IGNORECASE,
)
_LOCAL_DOTS = re.compile(
    r"(?<![\w.])([a-z0-9]{1,30}(?:\s+(?:dot|ch[\u1ea5a]m)\s+[a-z0-9]{1,30}){1,3})(?=\s*@|\s+(?:at|a[\s-]?c[\u00f2o]ng|acong)\s)",
    re.IGNORECASE,
)
_LETTER_AT = re.compile(r"(?<=[a-z0-9])\s*[(\[]\s*a\s*[)\]]\s*(?=[a-z0-9-]{2,63}\.[a-z]{2,})", re.IGNORECASE)
_SPACED_AT = re.compile(r"(?<=[a-z0-9])\s@\s(?=[a-z0-9-]{2,63}\.[a-z]{2,})", re.IGNORECASE)
_ROUND = re.compile(
    r"(?<![^\W\d_])[oO](?=[\s.\-]?[0-9oO][\s.\-]?[0-9oO])|(?<=[0-9])[oO](?=[0-9oO\s.\-]|$)|(?<=[0-9][ .\-])[oO](?=[0-9])"
)
_APART = re.compile(
    r"(?<![\w.])((?:[a-z0-9._] ){2,40}@(?: [a-z0-9-]){2,40}(?: \.(?: [a-z]){2,6}){1,2})(?![\w])",
    re.IGNORECASE,
)
"""An address with a space behind each letter."""
_CAPITALS = re.compile(r"\b([a-z0-9._+-]{2,64})AT([a-z0-9-]{2,63})DOT(com|net|vn)\b")
_COMMA = re.compile(rf"(@{_HOSTS}),(com|net|vn)\b", re.IGNORECASE)
_GROUPED = re.compile(r"\b(0[0-9]{2,3}),([0-9]{3}),([0-9]{3,4})(?![0-9,])")
_ONES = re.compile(r"(?<=[0-9oO])[Il](?=[0-9]|[.\-][0-9])")
_WORDS = {
    "kh\u00f4ng": "0", "khong": "0", "zero": "0", "m\u1ed9t": "1", "mot": "1", "m\u1ed1t": "1", "hai": "2", "ba": "3",
    "b\u1ed1n": "4", "bon": "4", "t\u01b0": "4", "n\u0103m": "5", "nam": "5", "l\u0103m": "5", "s\u00e1u": "6", "sau": "6",
    "b\u1ea3y": "7", "b\u1ea9y": "7", "bay": "7", "t\u00e1m": "8", "tam": "8", "ch\u00edn": "9", "chin": "9",
}  # fmt: skip
_WORD = "|".join(sorted(_WORDS, key=len, reverse=True))
_SPOKEN = re.compile(
    rf"(?<!\w)(?:(?:{_WORD}|[0-9])[\s.,\-]{{1,2}}){{8,10}}(?:{_WORD}|[0-9])(?!\w)", re.IGNORECASE
)


def without_disguise(text: str) -> str:
    """The text with digits, "@" and dots in their plain form; other words stay as they are."""
    plain = _UNSHOWN.sub("", unicodedata.normalize("NFKC", text))
    plain = _APART.sub(lambda found: found[1].replace(" ", ""), plain)
    plain = _DOT.sub(".", _AT.sub("@", plain))
    plain = _LOCAL_DOTS.sub(lambda m: re.sub(r"\s+\S+\s+", ".", m[1]), plain)
    plain = _MAIL_SAID.sub(_as_mail, _ALL_SAID.sub(_as_mail, plain))
    plain = _CAPITALS.sub(_as_mail, _COMMA.sub(r"\1.\2", _SPACED_AT.sub("@", _LETTER_AT.sub("@", plain))))
    plain = _GROUPED.sub(r"\1.\2.\3", _rounded(_ONES.sub("1", plain)))
    return _SPOKEN.sub(_as_digits, plain)


def _as_mail(match: re.Match[str]) -> str:
    parts = [re.sub(r"\s", "", part) for part in match.groups() if part]
    return f"{parts[0]}@{'.'.join(parts[1:])}"


def _rounded(text: str) -> str:
    """An o between digits, or before them, is a nought."""
    before = ""
    while before != text:
        before, text = text, _ROUND.sub("0", text)
    return text


def _as_digits(match: re.Match[str]) -> str:
    words = re.findall(rf"{_WORD}|[0-9]", match.group(), re.IGNORECASE)
    return "".join(_WORDS.get(word.lower(), word) for word in words)
