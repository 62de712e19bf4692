"""Paid partnerships of the past, and with whom: by Instagram's label, or by the word of the caption."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from datetime import datetime
from typing import Literal

from msgspec import Struct, field

from server.facts import Post

MAX_TEXT = 2_200
_PAID = re.compile(
    r"#(?:ad|ads|advert|advertisement|sponsored|sponsoredpost|paidpartnership|paidad|quangcao|quảngcáo|qc|hoptac|hợptác"
    r"|duoctaitro|đượctàitrợ|taitro|tàitrợ)(?!\w)"
    r"|^\W*(?:qc|quảng cáo|quang cao|ad|advertisement|sponsored)\s?[\])|:/\-–—•]"
    r"|(?:được |duoc )?(?:tài trợ|tai tro) (?:bởi|boi)\b"
    r"|(?:hợp tác|hop tac) (?:cùng|cung|với|voi) (?:nhãn hàng|nhan hang|@)"
    r"|\b(?:paid|in) partnership with @?\w|\bsponsored by @?\w|\bbooking by @?\w",
    re.IGNORECASE,
)
"""What says that a post is paid. A word that may stand for something else ("hợp tác: mail") counts only with whom."""
_MENTION = re.compile(r"(?<![\w@.])@([A-Za-z0-9._]{1,30})", re.ASCII)


class Partnership(Struct, frozen=True, kw_only=True):
    """One paid post."""

    shortcode: str
    taken_at: datetime | None
    brands: tuple[str, ...] = field(name="with")
    """User names; those of a caption are whom it mentions. Empty where nobody is named."""
    label: Literal["instagram", "caption"]


def partnerships_of(posts: Iterable[Post]) -> tuple[Partnership, ...]:
    """The paid posts in the order of ``posts``."""
    return tuple(found for post in posts if (found := _partnership(post)) is not None)


def _partnership(post: Post) -> Partnership | None:
    if post.is_sponsored or post.sponsors:
        brands = post.sponsors or _mentioned(post)
        return Partnership(shortcode=post.shortcode, taken_at=post.taken_at, brands=brands, label="instagram")
    if post.caption and _PAID.search(unicodedata.normalize("NFC", post.caption[:MAX_TEXT])):
        return Partnership(
            shortcode=post.shortcode, taken_at=post.taken_at, brands=_mentioned(post), label="caption"
        )
    return None


def _mentioned(post: Post) -> tuple[str, ...]:
    names = (name.rstrip(".").lower() for name in _MENTION.findall((post.caption or "")[:MAX_TEXT]))
    return tuple(dict.fromkeys(name for name in names if name and name != post.owner))[:5]
