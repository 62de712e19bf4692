"""Likes that stand in an answer and are none: what Instagram sends in their place where the creator hides them.

The switch beside them is missing in many answers since 2026. What is left is a like_count of 3, the faces that
"liked by" shows, beside comments or plays that no post with three likes has. A small account may really have three
likes, so a number alone proves nothing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from math import comb, exp, factorial
from statistics import median

from msgspec.structs import replace

from server.facts import Count, Post

_FACES = 3
"""Likes that Instagram sends for hidden ones (447 of 540 posts of a public report, 2026)."""
_TINY = 5
"""No more likes than this are taken for a stand-in."""
_MANY_COMMENTS, _MANY_PLAYS = 20, 5_000
"""Beside three likes: seven comments a like, over a thousand plays a like. Usual: 0.02 comments, 20 to 50 plays."""
_SOME_COMMENTS, _SOME_PLAYS, _OTHERWISE = 4, 500, 100
"""Enough where the creator's other posts have over thirty times as many likes."""
_SMALL = 1_000
"""Followers below which a handful of the same friends may like every post."""
_CHANCE = 5e-3
"""So seldom may as many equal numbers come up by themselves."""
_LEAST_POSTS = 4
_YOUNG = timedelta(hours=24)


def stand_ins(posts: Sequence[Post], followers: Count | None, at: datetime | None) -> frozenset[str]:
    """Shortcodes of the posts whose likes are not shown although a number stands there. ``at``: when it was read."""
    tiny = {post.shortcode: post.likes.value for post in posts if _is_tiny(post, at) and post.likes}
    if not tiny:
        return frozenset()
    usual = median([p.likes.value for p in posts if p.likes and p.shortcode not in tiny] or [0])
    told = frozenset(p.shortcode for p in posts if p.shortcode in tiny and _contradicted(p, usual))
    same = _same_on_most(posts, tiny, followers, usual)
    faces = [code for code, value in tiny.items() if value == _FACES]
    if 2 * len(told.intersection(faces)) >= len(faces) > 0:
        same |= frozenset(faces)  # the rest of a creator's threes are what most of them are
    return told | same


def without(posts: Iterable[Post], codes: frozenset[str]) -> tuple[Post, ...]:
    """The posts with the likes of ``codes`` not shown."""
    return tuple(
        replace(post, likes=None, likes_hidden=True) if post.shortcode in codes else post for post in posts
    )


def believed(likes: tuple[Count, ...]) -> tuple[Count, ...]:
    """The readings of one post's likes, best first; a stand-in beside a number that the page shows goes last."""
    first = likes[0] if likes else None
    if first is None or first.value > _FACES or not first.exact:
        return likes
    shown = [count for count in likes[1:] if count.low > 10 * max(first.value, 1)]
    return (*shown, *(count for count in likes if count not in shown)) if shown else likes


def _is_tiny(post: Post, at: datetime | None) -> bool:
    """True for a handful of likes in an answer, on a post that had a day to get more."""
    if post.likes is None or not post.likes.exact or post.likes.value > _TINY:
        return False
    return at is None or post.taken_at is None or at - post.taken_at >= _YOUNG


def _contradicted(post: Post, usual: float) -> bool:
    """True where comments, plays or the creator's other posts rule the few likes out.

    Plays can be bought without likes, which is a sign and no hiding: only the exact three is believed beside them.
    """
    likes, comments, plays = (0 if c is None else c.low for c in (post.likes, post.comments, post.plays))
    if likes > _FACES:
        return False
    if comments >= _MANY_COMMENTS or (likes == _FACES and plays >= _MANY_PLAYS):
        return True
    is_apart = likes == _FACES and usual >= _OTHERWISE
    return is_apart and (comments >= _SOME_COMMENTS or plays >= _SOME_PLAYS)


def _same_on_most(
    posts: Sequence[Post], tiny: Mapping[str, int], followers: Count | None, usual: float
) -> frozenset[str]:
    """The posts with one tiny number that most posts share, more often than numbers of people do."""
    counted = sum(post.likes is not None for post in posts)
    value, times = next(iter(Counter(v for v in tiny.values() if v).most_common(1)), (0, 0))
    if times < _LEAST_POSTS or 2 * times <= counted:
        return frozenset()
    codes = frozenset(code for code, v in tiny.items() if v == value)
    if usual >= _OTHERWISE or _more_said(posts, codes):
        return codes
    is_small = followers is None or followers.low < _SMALL
    return frozenset() if is_small or _by_chance(value, times, counted) > _CHANCE else codes


def _by_chance(value: int, times: int, of: int) -> float:
    """How often ``times`` of ``of`` counts are equal where their mean is ``value``, the likeliest for it (Poisson)."""
    p: float = exp(-value) * value**value / factorial(value)
    return sum(comb(of, k) * p**k * (1 - p) ** (of - k) for k in range(times, of + 1))


def _more_said(posts: Iterable[Post], codes: frozenset[str]) -> bool:
    """True where more people commented than liked on most of these posts: no small account is like that."""
    said = [
        p.comments.low > 2 * p.likes.value for p in posts if p.shortcode in codes and p.comments and p.likes
    ]
    return 2 * sum(said) > len(codes)
