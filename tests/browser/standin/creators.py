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
from tests.browser.standin.remarks import remarks

Kind = Literal["image", "carousel", "reel"]
_BASE64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
_ID_EPOCH_MS = 1_314_220_021_721
_POSTS = 24
_THREAD = 36
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
        """The part of the followers list that the dialog can load: at most 120 rows."""
        return crowd(Random(f"{self.username}:followers"), min(120, self.followers), self.bought_share)

    @cached_property
    def _remarks(self) -> list[str]:
        return remarks(Random(f"{self.username}:remarks"), self.language)

    def comments_on(self, post: Post) -> tuple[Comment, ...]:
        """The comments that the post's dialog can load: at most 36, and no remark of another post."""
        place = self.posts.index(post)
        texts = self._remarks[_THREAD * place :][: min(_THREAD, post.comments)]
        random = Random(f"{self.username}:{place}:comments")  # the shortcode has the time of day in it
        return thread(random, texts, self.language, self.generic_share, self.bought_share)

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
