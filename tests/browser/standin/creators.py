"""The invented creators: what a marketer would meet, from a healthy micro-influencer to one with bought followers."""

# ruff: noqa: S311  (repeatable invention wants a seeded generator, not a secret one)

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from functools import cached_property
from random import Random
from typing import Literal

from tests.browser.standin.people import Comment, Person, crowd, thread

Kind = Literal["image", "carousel", "reel"]
_BASE64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
_ID_EPOCH_MS = 1_314_220_021_721
_POSTS = 24
VIEWER = ("98765432101", "nguoi.xem.vidu", "Người Xem")
"""pk, handle and name of the account that looks at the pages: a decoy in every page's JSON."""


@dataclass(frozen=True, slots=True)
class Post:
    """One post of a creator's grid."""

    pk: str
    shortcode: str
    kind: Kind
    taken_at: datetime
    likes: int
    comments: int
    plays: int | None
    caption: str
    likes_hidden: bool = False
    is_pinned: bool = False
    is_sponsored: bool = False
    led_by: tuple[str, str] | None = None
    """pk and handle of another account that leads a collaboration."""


@dataclass(frozen=True)
class Creator:
    """One profile. Rates are shares, not per cent; ``engagement`` is the median of (likes + comments) / followers."""

    username: str
    profile_id: str
    full_name: str
    biography: str
    followers: int
    following: int
    post_count: int
    language: Literal["vi", "en"] = "vi"
    category: str | None = None
    external_url: str | None = None
    is_private: bool = False
    is_verified: bool = False
    engagement: float = 0.035
    spread: float = 0.5
    """Standard deviation of ln(likes) over the posts."""
    comment_share: float = 0.017
    """Comments per like."""
    cadence_days: float = 2.5
    reels_share: float = 0.4
    hides_likes: bool = False
    bought_share: float = 0.04
    generic_share: float = 0.15
    captions: tuple[str, ...] = ("Một ngày bình thường",)
    hue: int = 200
    now: datetime = datetime(2026, 11, 20, 3, 0, tzinfo=UTC)

    @cached_property
    def posts(self) -> tuple[Post, ...]:
        """Newest first as the grid shows them: a pinned older post stands at the front."""
        if self.is_private or not self.post_count:
            return ()
        random = Random(f"{self.username}:posts")
        made = [self._post(random, place) for place in range(min(_POSTS, self.post_count))]
        if len(made) > 15:
            made.insert(0, replace(made.pop(14), is_pinned=True))
        return tuple(made)

    @cached_property
    def reels(self) -> tuple[Post, ...]:
        return tuple(post for post in self.posts if post.plays is not None)

    @cached_property
    def follower_rows(self) -> tuple[Person, ...]:
        """The part of the followers list that the dialog can load: at most 96 rows."""
        return crowd(Random(f"{self.username}:followers"), min(96, self.followers), self.bought_share)

    def comments_on(self, post: Post) -> tuple[Comment, ...]:
        """The comments that the post's dialog can load: at most 36."""
        size = min(36, post.comments)
        return thread(Random(f"{post.shortcode}:comments"), size, self.language, self.generic_share)

    def post(self, shortcode: str) -> Post | None:
        return next((post for post in self.posts if post.shortcode == shortcode), None)

    def _post(self, random: Random, place: int) -> Post:
        age = timedelta(days=0.3 + place * self.cadence_days * random.uniform(0.85, 1.15))
        taken_at = (self.now - age).replace(microsecond=0)
        pk = int(taken_at.timestamp() * 1000 - _ID_EPOCH_MS) << 23 | random.getrandbits(23)
        kind: Kind = "reel" if random.random() < self.reels_share else random.choice(("image", "carousel"))
        middle = max(1.0, self.followers * self.engagement / (1 + self.comment_share))
        likes = round(math.exp(random.gauss(math.log(middle), self.spread)))
        comments = round(likes * self.comment_share * math.exp(random.gauss(0, 0.5)))
        plays = round(likes * random.uniform(12, 30)) if kind == "reel" else None
        return Post(
            pk=str(pk),
            shortcode=shortcode_of(pk),
            kind=kind,
            taken_at=taken_at,
            likes=likes,
            comments=comments,
            plays=plays,
            caption=random.choice(self.captions),
            likes_hidden=self.hides_likes and place % 2 == 1,
            is_sponsored=place == 5,
            led_by=("55512340007", "banbe.vidu") if place == 8 else None,
        )


def shortcode_of(pk: int) -> str:
    """Instagram's shortcode: the media id written in base 64, most significant digit first."""
    digits = ""
    while pk:
        pk, digit = divmod(pk, 64)
        digits = _BASE64[digit] + digits
    return digits


def cast(now: datetime) -> dict[str, Creator]:
    """Every invented creator by handle, with posts dated back from ``now``."""
    return {creator.username: replace(creator, now=now) for creator in _CREATORS}


_CREATORS = (
    Creator(
        username="linhdan.vidu",
        profile_id="51840200311",
        full_name="Linh Đan | Bếp nhỏ",
        biography="Nấu món nhà cho người bận rộn 🍲\nCông thức mỗi thứ Ba và thứ Sáu\nHợp tác: linhdan@vidu.example",
        external_url="https://vidu.example/linhdan",
        category="Blogger",
        followers=33_604,
        following=512,
        post_count=224,
        engagement=0.041,
        captions=(
            "Canh chua cá lóc nấu trong 20 phút #bepnho #monngon",
            "Ba món cơm hộp cho cả tuần, lưu lại nhé #comhop",
            "Chợ sáng thứ Bảy: rau gì đang vào mùa? #choque",
        ),
        hue=18,
    ),
    Creator(
        username="maya.vidu",
        profile_id="40217730925",
        full_name="Maya Fields",
        biography="Linen, slow mornings & a very old sewing machine\nNew patterns every month",
        external_url="https://maya.example",
        category="Designer",
        language="en",
        followers=78_940,
        following=803,
        post_count=641,
        engagement=0.022,
        reels_share=0.6,
        captions=(
            "The third attempt at this collar finally sits flat. #sewing #linen",
            "Paid partnership or not, I would buy this thread again. #slowfashion",
            "Washing linen: what five years taught me #howto",
        ),
        hue=96,
    ),
    Creator(
        username="tuanxe.vidu",
        profile_id="60933410048",
        full_name="Tuấn Mê Xe",
        biography="Xe số, xe cổ và những cung đường 🏍️ 690K+ km đã đi\nMê phượt · Sài Gòn",
        category="Video creator",
        followers=12_345,
        following=1_204,
        post_count=96,
        engagement=0.058,
        reels_share=0.7,
        captions=("Đèo Prenn lúc 5 giờ sáng #phuot", "Thay nhông sên dĩa tại nhà, chi phí 350k #xemay"),
        hue=214,
    ),
    Creator(
        username="gymlab.vidu",
        profile_id="71050022816",
        full_name="GYM LAB — Form chuẩn",
        biography="Coach online 💪 Tăng cơ giảm mỡ 90 ngày\nInbox để nhận giáo án",
        category="Fitness Trainer",
        followers=61_220,
        following=6_904,
        post_count=58,
        engagement=0.0021,
        spread=0.06,
        comment_share=0.11,
        cadence_days=6,
        reels_share=0.2,
        bought_share=0.55,
        generic_share=0.8,
        captions=("Không đau không lớn 🔥", "Inbox nhận giáo án miễn phí", "Trước và sau 90 ngày"),
        hue=350,
    ),
    Creator(
        username="nhacuaan.vidu",
        profile_id="33408811700",
        full_name="Nhà của An",
        biography="Góc riêng của cả nhà",
        followers=8_412,
        following=611,
        post_count=187,
        is_private=True,
        hue=48,
    ),
    Creator(
        username="cothao.vidu",
        profile_id="58011340962",
        full_name="Cô Thảo dạy chữ",
        biography="Giáo viên tiểu học. Luyện chữ đẹp mỗi ngày ✍️",
        followers=2_860,
        following=340,
        post_count=73,
        engagement=0.074,
        captions=("Nét khuyết trên, luyện 10 phút mỗi tối", "Bé nhà mình viết tiến bộ hẳn sau một tháng"),
        hue=265,
    ),
    Creator(
        username="kimglow.vidu",
        profile_id="62290155734",
        full_name="Kim | Da khoẻ",
        biography="Chăm da tối giản cho da nhạy cảm",
        category="Health/beauty",
        followers=27_130,
        following=955,
        post_count=312,
        engagement=0.03,
        hides_likes=True,
        captions=("Chỉ ba bước buổi tối thôi #chamda", "Kem chống nắng nào cho da dầu? #review"),
        hue=320,
    ),
    Creator(
        username="saolon.vidu",
        profile_id="10022003300",
        full_name="Sao Lớn Official",
        biography="Ca sĩ · Lịch diễn trong link",
        external_url="https://saolon.example",
        category="Musician/band",
        is_verified=True,
        followers=1_240_518,
        following=88,
        post_count=1_905,
        engagement=0.012,
        captions=("Hẹn mọi người ở Hà Nội tối nay!",),
        hue=280,
    ),
    Creator(
        username="moitao.vidu",
        profile_id="90077000120",
        full_name="Mới Tạo",
        biography="",
        followers=0,
        following=3,
        post_count=0,
        hue=0,
    ),
    Creator(
        username="quatang.vidu",
        profile_id="80040050061",
        full_name='<img src=x onerror="window.__pwned=1">',
        biography="</span><script>window.__pwned=1</script><img src=x onerror=window.__pwned=1>\nTặng 1.000.000 người theo dõi",
        language="en",
        followers=15_700,
        following=77,
        post_count=40,
        engagement=0.03,
        captions=('"><svg onload="window.__pwned=1"> free gift',),
        hue=130,
    ),
)
