"""Sums of money and rates in a draft, with what they amount to."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from server.campaigns.draft import Draft
from server.campaigns.fold import FoldedText
from server.campaigns.phrases import keys_of

_UNITS = {
    "k": 1e3, "ca": 1e3, "nghin": 1e3, "ngan": 1e3, "nghìn": 1e3, "tr": 1e6, "trieu": 1e6, "cu": 1e6, "chai": 1e6, "ty": 1e9, "ti": 1e9, "toi": 1e9,
    "m": 1e6, "mil": 1e6, "million": 1e6, "thousand": 1e3, "grand": 1e3, "billion": 1e9, "bn": 1e9, "usd": 1.0, "dollar": 1.0, "dollars": 1.0, "bucks": 1.0,
    "do": 1.0, "dong": 1.0, "d": 1.0, "vnd": 1.0, "euro": 1.0, "euros": 1.0, "pounds": 1.0, "usdt": 1.0, "quid": 1.0, "xu": 1.0, "cay": 1e6, "cành": 1e5,
}  # fmt: skip
_WORDS = {
    "một": 1, "hai": 2, "ba": 3, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9, "mười": 10, "trăm": 100, "vài": 3, "chục": 10, "mấy": 3,
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "twenty": 20, "fifty": 50, "hundred": 100, "a": 1,
}  # fmt: skip
"""Said in words; "vài" and "mấy" are a few."""
_SAID = {keys_of(word)[0].marked: value for word, value in _WORDS.items()}
_BIG = frozenset(
    {
        "mil",
        "billion",
        "trieu",
        "ty",
        "ti",
        "cu",
        "nghin",
        "ngan",
        "million",
        "thousand",
        "grand",
        "dollars",
        "bucks",
        "percent",
        "phan",
        "chuc",
        "tram",
        "hundred",
    }
)
_COUNTED = frozenset(
    key.bare
    for key in keys_of(
        "ngày tháng tuần năm giờ phút lần người khách bước lệnh kèo mã tuổi kỳ days day weeks week months month years year hours hour minutes people members steps times trades clients of h p"
    )
)
"""What a number counts that is no money."""
_PLAIN = 10
_MAX_PARTS = 4


class StatedSum(Struct, frozen=True):
    first: int
    """Token it begins at."""
    value: float
    """Money as written (no currency is compared), or per cent."""
    end: int
    """Token behind it."""
    number: float
    """The same without its unit."""
    is_rate: bool = False
    is_plain: bool = False
    """A bare number that may be one of money."""


def amounts_of(draft: Draft) -> Iterator[StatedSum]:
    """Each sum of money ("500k", "20 triệu", "2tr5", "1.000.000 đồng", "$500") and rate ("8 %", "tám phần trăm")."""
    folded, token = draft.folded, 0
    while token < len(folded.places):
        found = _amount_at(folded, token)
        if found is None:
            token += 1
            continue
        amount, token = found
        yield amount


def _amount_at(folded: FoldedText, token: int) -> tuple[StatedSum, int] | None:
    """The amount that begins at a token, and the token behind it."""
    number = _number(folded, token)
    if number is None:
        return None
    value, unit, end = number
    if not unit and end < len(folded.places):
        bare = folded.readings[end][0].key.bare
        if bare in ("%", "percent") or (bare == "phan" and _bare(folded, end + 1) == "tram"):
            return StatedSum(token, value, end + (2 if bare == "phan" else 1), value, is_rate=True), end + (
                2 if bare == "phan" else 1
            )
        if bare in _UNITS:
            unit, end = bare, end + 1
    if unit not in _UNITS:
        is_money = folded.prefix(token) in ("$", "€", "£")
        if not is_money and (unit or value < _PLAIN or _bare(folded, end) in _COUNTED):
            return None
        return StatedSum(token, value, end, value, is_plain=not is_money), end
    scaled, half = value * _UNITS[unit], _bare(folded, end)
    if len(half) == 1 and half.isdigit() and _UNITS[unit] >= 1e6:  # "1 triệu 5"
        return StatedSum(token, scaled + int(half) * _UNITS[unit] / 10, end + 1, value), end + 1
    return StatedSum(token, scaled, end, value), end


def _number(folded: FoldedText, token: int) -> tuple[float, str, int] | None:
    """The number at a token, the unit that is written to it, the token behind it."""
    written, end = folded.readings[token][0].key.bare, token + 1
    if not written[:1].isdigit():
        return _said(folded, token)
    while (
        written.isdigit()
        and end < min(len(folded.places), token + _MAX_PARTS)
        and _bare(folded, end)[:1].isdigit()
    ):
        gap = folded.text[folded.places[end - 1][1] : folded.places[end][0]]
        if gap not in (".", ","):
            break
        piece = _bare(folded, end)
        digits = len(piece) - len(piece.lstrip("0123456789"))
        written += piece if digits == 3 else f".{piece}"
        end += 1
        if digits != 3:
            break
    size = len(written) - len(written.lstrip("0123456789."))
    value, unit = written[:size].strip("."), written[size:]
    if value.count(".") > 1:
        return None
    head = unit.rstrip("0123456789")
    more = unit[len(head) :]
    return float(f"{value}.{more}" if more and "." not in value else value), head, end


def _said(folded: FoldedText, token: int) -> tuple[float, str, int] | None:
    value, end = 0.0, token
    while end < min(len(folded.places), token + _MAX_PARTS):
        key = folded.readings[end][0].key
        if key.marked not in _SAID:
            break
        value, end = (
            (value or 1) * _SAID[key.marked] if _SAID[key.marked] >= 10 else value + _SAID[key.marked],
            end + 1,
        )
    if end == token or _bare(folded, end) not in _BIG:
        return None
    return value, "", end


def _bare(folded: FoldedText, token: int) -> str:
    return folded.readings[token][0].key.bare if token < len(folded.places) else ""
