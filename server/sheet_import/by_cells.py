"""What the cells of a column say it is, where its heading is silent or cannot be right."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from server.sheet_import.cell_kinds import Kinds
from server.sheet_import.headings import CONTACT, DATE, EXTRA, HANDLE, PLATFORM, ROW_NUMBER


def _profile_id(kinds: Kinds) -> str:
    """Only numbers that do not count rows can be Instagram's."""
    if kinds["digits"] >= 0.5 and not (kinds["counting"] and kinds.n > 1):
        return "profile_id"
    return HANDLE if kinds["name_like"] + kinds["named"] > 0.5 else _row_number(kinds)


def _handle(kinds: Kinds) -> str:
    return PLATFORM if kinds["platform"] > 0.6 and not kinds["linked"] else HANDLE


def _platform(kinds: Kinds) -> str:
    if kinds["platform"] >= 0.3:
        return PLATFORM
    return HANDLE if max(kinds["page"], kinds["named"], kinds["linked"]) > 0.4 else EXTRA


def _tags(kinds: Kinds) -> str:
    """ "Mảng" is a field, "Mạng" a network: without marks they are one word."""
    return PLATFORM if kinds["platform"] > 0.6 and kinds["tick"] < 0.6 else "tags"


def _status(kinds: Kinds) -> str:
    if kinds["phone"] + kinds["email"] <= 0.6:
        return "status"
    return "phone" if kinds["phone"] >= kinds["email"] else "email"


def _full_name(kinds: Kinds) -> str:
    return HANDLE if max(kinds["page"], kinds["linked"], kinds["named"]) > 0.6 else "full_name"


def _date(kinds: Kinds) -> str:
    """ "Đơn 30 ngày" counts something; five digits are a spreadsheet's day."""
    return EXTRA if kinds["whole"] > 0.8 and max(kinds["id"], kinds["date"]) < 0.2 else DATE


def _address(kinds: Kinds) -> str:
    if kinds["email"] > 0.5:
        return "email"
    return HANDLE if kinds["page"] > 0.5 else "address"


def _contact(kinds: Kinds) -> str:
    """Under "Liên hệ" stand ways to reach somebody, the day or how far things are."""
    if max(kinds["page"], kinds["linked"]) > 0.5:
        return HANDLE
    return next((kind for kind in ("email", "phone", "date", "status") if kinds[kind] > 0.7), CONTACT)


def _row_number(kinds: Kinds) -> str:
    if max(kinds["page"], kinds["named"], kinds["linked"]) > 0.5 or kinds["signed"] > 0.5:
        return HANDLE
    if kinds["counting"] or (kinds["whole"] > 0.8 and kinds["id"] < 0.5):
        return ROW_NUMBER
    return "status" if kinds["status"] > 0.6 else EXTRA  # "TT" is the number of a row, or "tình trạng"


CORRECTED: Mapping[str, Callable[[Kinds], str]] = {
    "profile_id": _profile_id,
    HANDLE: _handle,
    ROW_NUMBER: _row_number,
    PLATFORM: _platform,
    "status": _status,
    "tags": _tags,
    "full_name": _full_name,
    "address": _address,
    DATE: _date,
    CONTACT: _contact,
}
"""What the cells may make of a heading's meaning."""


_BY_KIND: Mapping[str | None, str] = {"price": "price_asked", "tick": EXTRA}
"""Kinds of cells that no meaning is called after; an "x" is a cross before it is a platform, and ticks.py reads it."""


def unheaded(kinds: Kinds, *, has_heading: bool) -> str:
    """What a column is whose heading says nothing."""
    if max(kinds["page"], kinds["linked"]) > 0.5 or kinds["named"] > 0.6:
        return HANDLE
    shares = (
        ("tick", 0.6),
        ("email", 0.6),
        ("phone", 0.6),
        (PLATFORM, 0.7),
        ("date", 0.6),
        ("price", 0.6),
        ("status", 0.7),
    )
    found = next((kind for kind, least in shares if kinds[kind] >= least), None)
    if found in _BY_KIND:
        return _BY_KIND[found]
    if found is None and kinds["counting"] and kinds["whole"] >= 0.9 and kinds.n > 1:
        return ROW_NUMBER
    if found or has_heading:
        return found or EXTRA
    if max(kinds["capital"], kinds["begins"] - 0.2) > 0.6 and kinds["name_like"] < 0.5:
        return "full_name"
    return "note" if kinds["worded"] > 0.5 else EXTRA
