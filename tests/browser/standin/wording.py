"""The words and the number grammar of the stand-in's two languages.

No Vietnamese page of Instagram was at hand when this was written: "12,3 N" follows CLDR, the words follow
Instagram's translations as far as they are known, and two forms of "following" occur, one in each header layout.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

NBSP = "\u00a0"


@dataclass(frozen=True, slots=True)
class Wording:
    """One language of the page. ``{}`` stands where the number goes."""

    code: str
    locale: str
    decimal: str
    thousands: str
    suffixes: tuple[str, str, str]
    """For 10^3, 10^6, 10^9, with the space that stands before them."""
    posts: str
    followers: str
    following: str
    following_alternative: str
    meta: str
    description: str
    title: str
    words: dict[str, str]

    def plain(self, number: int) -> str:
        """All digits, grouped: 33,604 or 33.604."""
        return f"{number:,}".replace(",", self.thousands)

    def compact(self, number: int) -> str:
        """As the header writes it: all digits below 10,000, then one decimal, rounded down."""
        if number < 10_000:
            return self.plain(number)
        power = (len(str(number)) - 1) // 3
        tenths = number * 10 // 1000**power
        whole, tenth = divmod(tenths, 10)
        shown = str(whole) if tenth == 0 or whole >= 100 else f"{whole}{self.decimal}{tenth}"
        return shown + self.suffixes[power - 1]

    def grammar(self) -> list[list[Any]]:
        """The page's own description of its numbers, as its script blocks define it."""
        group = {"primaryGroupSize": 3, "secondaryGroupSize": 3}
        number = {
            "decimalSeparator": self.decimal,
            "numberDelimiter": self.thousands,
            "minDigitsForThousandsSeparator": 4,
            "standardDecimalPatternInfo": group,
            "numberingSystemData": None,
        }
        return [
            ["IntlCurrentLocale", [], {"code": self.locale}, 5954],
            ["NumberFormatConfig", [], number, 54],
            ["IntlCompactDecimalNumberFormatConfig", [], {"short_patterns": self._patterns()}, 5955],
        ]

    def _patterns(self) -> dict[str, Any]:
        """Power of ten -> plural class ("24" is "other", "4" is "one") -> how the number is cut and suffixed."""
        classes = ("24",) if self.code == "vi" else ("4", "24")
        return {
            str(power): {
                plural: {
                    "min_fraction_digits": None,
                    "min_integer_digits": power % 3 + 1,
                    "positive_prefix_pattern": "",
                    "positive_suffix_pattern": self.suffixes[power // 3 - 1],
                    "negative_prefix_pattern": "-",
                    "negative_suffix_pattern": self.suffixes[power // 3 - 1],
                }
                for plural in classes
            }
            for power in range(3, 12)
        }


def og_number(number: int) -> str:
    """As og:description writes it in every language: Latin K and M, no decimals from 10,000 on, rounded."""
    if number < 10_000:
        return f"{number:,}"
    if number < 1_000_000:
        return f"{(number + 500) // 1000}K"
    return f"{(number + 500_000) // 1_000_000}M"


EN = Wording(
    code="en",
    locale="en_US",
    decimal=".",
    thousands=",",
    suffixes=("K", "M", "B"),
    posts="{} posts",
    followers="{} followers",
    following="{} following",
    following_alternative="{} following",
    meta="{followers} Followers, {following} Following, {posts} Posts - See Instagram photos and videos from {name} (@{user})",
    description='{followers} Followers, {following} Following, {posts} Posts - {name} (@{user}) on Instagram: "{bio}"',
    title="{name} (@{user}) • Instagram photos and videos",
    words={
        "follow": "Follow",
        "message": "Message",
        "options": "Options",
        "similar": "Similar accounts",
        "photo_of": "{}'s profile picture",
        "verified": "Verified",
        "posts_tab": "Posts",
        "reels_tab": "Reels",
        "tagged_tab": "Tagged",
        "suggested": "Suggested for you",
        "followers_title": "Followers",
        "following_title": "Following",
        "close": "Close",
        "more_posts": "More posts from {}",
        "like": "Like",
        "reply": "Reply",
        "private_title": "This account is private",
        "private_text": "Follow to see their photos and videos.",
        "no_posts": "No posts yet",
        "error_title": "Profile isn't available",
        "error_text": "The link may be broken, or the profile may have been removed.",
        "login": "Log in",
        "signup": "Sign up",
        "wall": "See photos, videos and more from {}.",
        "paid": "Paid partnership with {}",
        "pinned": "Pinned post icon",
        "carousel": "Carousel",
        "clip": "Clip",
        "home": "Home",
        "search": "Search",
        "mutual": "Followed by banbe.vidu + 11 more",
        "photo_by": "Photo by {} on {}.",
        "landing": "See everyday moments from your close friends.",
    },
)

VI = Wording(
    code="vi",
    locale="vi_VN",
    decimal=",",
    thousands=".",
    suffixes=(f"{NBSP}N", f"{NBSP}Tr", f"{NBSP}T"),
    posts="{} bài viết",
    followers="{} người theo dõi",
    following="{} đang theo dõi",
    following_alternative="Đang theo dõi {} người dùng",
    meta="{followers} người theo dõi, {following} đang theo dõi, {posts} bài viết - Xem ảnh và video trên Instagram từ {name} (@{user})",
    description='{followers} người theo dõi, {following} đang theo dõi, {posts} bài viết - {name} (@{user}) trên Instagram: "{bio}"',
    title="{name} (@{user}) • Ảnh và video trên Instagram",
    words={
        "follow": "Theo dõi",
        "message": "Nhắn tin",
        "options": "Tùy chọn",
        "similar": "Tài khoản tương tự",
        "photo_of": "Ảnh đại diện của {}",
        "verified": "Đã xác minh",
        "posts_tab": "Bài viết",
        "reels_tab": "Reels",
        "tagged_tab": "Được gắn thẻ",
        "suggested": "Gợi ý cho bạn",
        "followers_title": "Người theo dõi",
        "following_title": "Đang theo dõi",
        "close": "Đóng",
        "more_posts": "Bài viết khác của {}",
        "like": "Thích",
        "reply": "Trả lời",
        "private_title": "Đây là tài khoản riêng tư",
        "private_text": "Hãy theo dõi để xem ảnh và video của họ.",
        "no_posts": "Chưa có bài viết",
        "error_title": "Rất tiếc, trang này hiện không khả dụng.",
        "error_text": "Liên kết có thể bị hỏng hoặc trang có thể đã bị gỡ.",
        "login": "Đăng nhập",
        "signup": "Đăng ký",
        "wall": "Xem ảnh, video và nội dung khác của {}.",
        "paid": "Mối quan hệ hợp tác có trả phí với {}",
        "pinned": "Biểu tượng bài viết đã ghim",
        "carousel": "Xoay vòng",
        "clip": "Clip",
        "home": "Trang chủ",
        "search": "Tìm kiếm",
        "mutual": "Có banbe.vidu và 11 người khác theo dõi",
        "photo_by": "Ảnh của {} vào {}.",
        "landing": "Xem những khoảnh khắc thường ngày của bạn bè thân thiết.",
    },
)
WORDINGS = {"en": EN, "vi": VI}
