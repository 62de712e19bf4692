"""Telephone numbers and e-mails as cells hold them, also those that lost their leading zero as a number."""

from __future__ import annotations

import re

from server.sheet_import.words import fold, plain

_NUMBER = re.compile(r"(?<![0-9])\+?\(?[0-9](?:[\s.()\-]{0,2}[0-9]){7,14}(?![0-9])", re.ASCII)
_EMAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}")
_MOST = 20
_KINDS = frozenset(
    [
        "zalo",
        "sdt",
        "dt",
        "so",
        "dien",
        "thoai",
        "phone",
        "tel",
        "mobile",
        "mail",
        "email",
        "gmail",
        "hotline",
    ]
)
"""Folded: words that only say which kind of contact follows."""


def emails_of(cell: str) -> tuple[str, ...]:
    """All e-mails of a cell in lower case."""
    return tuple(dict.fromkeys(found.lower().rstrip(".") for found in _EMAIL.findall(cell[:2_000])))[:_MOST]


def phones_of(cell: str) -> tuple[str, ...]:
    """All numbers of a cell as digits: Vietnamese ones with their leading 0, others with +."""
    found = (_phone(raw) for raw in _NUMBER.findall(plain(cell[:500])))
    return tuple(dict.fromkeys(number for number in found if number))[:_MOST]


def says_more(cell: str) -> bool:
    """Whether a cell has words beside its numbers and e-mails: who answers there, or when."""
    rest = _NUMBER.sub(" ", _EMAIL.sub(" ", plain(cell[:2_000])))
    return any(word not in _KINDS for word in re.findall(r"[^\W\d_]{2,}", fold(rest)))


def _phone(raw: str) -> str | None:
    digits = re.sub(r"[^0-9]", "", raw)
    if raw.startswith("+") and not digits.startswith("84"):
        return f"+{digits}"
    if digits.startswith("00") and not digits.startswith("0084"):
        return f"+{digits[2:]}"
    digits = digits.removeprefix("00")
    if digits.startswith("84") and len(digits) in (11, 12):
        return "0" + digits[2:].removeprefix("0")
    if len(digits) == 9 and digits[0] in "235789":
        return f"0{digits}"
    return digits if digits.startswith("0") and len(digits) in (10, 11) else None
