"""What a heading says about its column: the words that sheets use in Vietnamese and English, whatever their marks."""

from __future__ import annotations

import re
from functools import lru_cache

from msgspec import Struct

from server.exports.columns import headings as own_headings
from server.sheet_import import heading_words, platforms
from server.sheet_import.words import fold, words_of

MAX_HEADING = 100
HANDLE, PLATFORM, EXTRA, ROW_NUMBER, DATE, MEASURED, CONTACT = (
    "username",
    "platform",
    "extra",
    "row_number",
    "date",
    "measured",
    "contact",
)
CONTACTS = ("email", "phone", "zalo", "address")
TEXTS = ("full_name", "note", "owner", "reject_reason")
MEASURES = frozenset(
    (
        "followers",
        "followers_low",
        "followers_high",
        "tier",
        "engagement_rate",
        "engagement_low",
        "engagement_high",
        "posts_counted",
        "newest_post_at",
        *(
            "suspicion",
            "suspicion_word",
            "seen",
            "absent",
            "main_topics",
            "bio_emails",
            "bio_phones",
            "bio_zalo",
            "bio_links",
        ),
        "posts_per_week",
        "suspicion_low",
        "suspicion_high",
        "verdict",
        "checked_at",
    )
)
"""Keys of an export's columns that only a check fills."""


class Heading(Struct, frozen=True):
    """What a heading means."""

    meaning: str
    """A key of an export's column, or one of the words above."""
    platform: str | None = None
    """Of a column of handles or links on one platform."""
    exact: bool = False
    """Whether an export of Soi has this heading, or people mean nothing else by it."""


_RULES: tuple[tuple[str, re.Pattern[str]], ...] = (
    (ROW_NUMBER, heading_words.ROW_NUMBER),
    (EXTRA, heading_words.OTHER_LINK),
    (EXTRA, heading_words.OTHER_ID),
    ("email", heading_words.EMAIL),
    ("added_at", heading_words.ADDED),
    (DATE, heading_words.DATE),
    (EXTRA, heading_words.PAYMENT),
    (EXTRA, heading_words.MEASURE),
    ("reject_reason", heading_words.REASON),
    ("phone", heading_words.PHONE),
    ("zalo", heading_words.ZALO),
    ("address", heading_words.ADDRESS),
    ("status", heading_words.STATUS),
    ("currency", heading_words.CURRENCY),
    ("price_asked", heading_words.PRICE),
    (PLATFORM, heading_words.PLATFORM),
    ("owner", heading_words.OWNER),
    ("tags", heading_words.TAGS),
    ("note", heading_words.NOTE),
    (CONTACT, heading_words.CONTACT),
)
"""The first that holds counts: "Ngày báo giá" is a day, "Follower IG" a count."""
_UNITS = (
    (re.compile(r"\b(?:trieu|tr|million|mil|1 ?000 ?000 ?(?:d|dong|vnd))\b"), "triệu"),
    (
        re.compile(
            r"\b(?:nghin|ngan(?! (?:sach|hang))|thousand|k|1 ?000 ?(?:d|dong|vnd)|x ?1 ?000)\b|(?:^|[^\d ] )000 ?(?:d|dong|vnd)\b"
        ),
        "nghìn",
    ),
)
_MONEY = re.compile(r"\b(vnd|vn d|usd|eur|sgd|thb|dong)\b")


@lru_cache(8_192)
def meaning_of(heading: str) -> Heading | None:
    """What a heading means; None for one that says nothing known."""
    if len(heading) > MAX_HEADING or not heading.strip():
        return None
    text = words_of(heading)
    if not text:
        return (
            Heading(HANDLE, exact=True)
            if heading.strip() == "@"
            else Heading(ROW_NUMBER)
            if heading.strip() == "#"
            else None
        )
    key = own_headings().get(text)
    if key is not None and not (key == "username" and text in ("link", "url", "profile", "account")):
        return Heading(
            MEASURED if key in MEASURES else key,
            exact=True,
            platform=platforms.mentioned(text) if key == "username" else None,
        )
    return _ruled(text)


def _ruled(text: str) -> Heading | None:
    platform = platforms.mentioned(text)
    for meaning, pattern in _RULES:
        if pattern.search(text) and not _means_else(meaning, text, platform):
            return Heading(meaning)
    if heading_words.NAME.search(text) and platform is None and not heading_words.NAMES_A_PAGE.search(text):
        return Heading("full_name")
    return Heading(HANDLE, platform=platform) if heading_words.HANDLE.search(text) or platform else None


def _means_else(meaning: str, text: str, platform: str | None) -> bool:
    """Whether a rule's word is there in another sense: a rate of engagement, "Contact: Instagram Handle", "Ngày gửi mail"."""
    if meaning == CONTACT:
        return platform is not None and heading_words.HANDLE.search(text) is not None
    if meaning == "email":
        return heading_words.A_DAY.search(text) is not None
    return meaning == "price_asked" and heading_words.NO_PRICE.search(text) is not None


def unit_of(heading: str) -> str | None:
    """The unit that a heading of prices says: "Giá (nghìn đồng)"."""
    text = words_of(heading)
    return next((unit for pattern, unit in _UNITS if pattern.search(text)), None)


def currency_of(heading: str) -> str | None:
    """The currency that a heading of prices says: "Giá (USD)"."""
    found = _MONEY.search(words_of(heading))
    if found:
        return {"dong": "VND", "vn d": "VND"}.get(found[1], found[1].upper())
    signs = {"$": "USD", "€": "EUR", "₫": "VND", "đ)": "VND"}
    return next((code for sign, code in signs.items() if sign in heading), None)


def net_of(heading: str) -> bool | None:
    """Whether a heading says that its prices are in hand or before tax."""
    text = fold(heading)
    is_net, is_gross = re.search(r"\bnet\b", text) is not None, re.search(r"\bgross\b", text) is not None
    return None if is_net == is_gross else is_net
