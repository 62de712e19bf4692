"""What the comments of the opened posts look like, as counts."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from statistics import median

from msgspec import Struct

from server.facts import CommentRow
from server.samples.classify import labels
from server.samples.duplicates import groups_of
from server.samples.intervals import Share, wilson_share
from server.samples.reading import read

MIN_POSTS_FOR_REGULARS = 3
FULL_COMMENTS = 60
"""Comments from which the shares weigh fully (``full`` of the model's comment signals)."""
_FIRST_TAG = re.compile(r"\s*@([A-Za-z0-9._]{1,30})")


class CommentTally(Struct, frozen=True):
    """Counts over the comments that were on screen. Shares are of ``n``, the comments of other people."""

    n: int
    """Comments by anybody but the creator."""
    n_generic: int
    """Praise that would fit under any post ("xinh quá", "nice pic")."""
    n_emoji_only: int
    n_mention_only: int
    """Nothing but tagged accounts."""
    n_duplicate: int
    """Nearly the same words as another comment of the sample; short praise does not count."""
    n_duplicate_across_posts: int
    """Those of ``n_duplicate`` whose twin stands under another post."""
    n_spam: int
    """Adverts, scams and follow-for-follow."""
    n_people: int
    """Different accounts among the ``n``."""
    n_owner_replies: int
    n_posts: int
    """Posts the comments stand under."""
    n_intent: int | None = None
    """Who asks for price, stock, size, shipping or the way to buy; None in a tally of before 2026.12, which counted
    them elsewhere."""
    n_regulars: int | None = None
    """Accounts that commented on at least half of the opened posts; None with fewer than three posts."""
    median_reply_delay_s: float | None = None
    """Seconds from a comment to the creator's reply; None where times were not shown."""

    @property
    def n_low_effort(self) -> int:
        """Generic, emoji-only and mention-only together; the three exclude each other."""
        return self.n_generic + self.n_emoji_only + self.n_mention_only

    def share(self, k: int | None) -> Share | None:
        """``k`` of ``n`` with Wilson's 95 % interval; None without comments, or where nobody counted."""
        return None if k is None else wilson_share(k, self.n)


def tally(rows: Sequence[CommentRow]) -> CommentTally:
    """Count ``rows``; the creator's own comments count only as replies."""
    others = [row for row in rows if not row.by_owner]
    readings = [read(row.text) for row in others]
    kinds = Counter(labels(readings))
    repeated, across = _duplicates(others, groups_of(readings))
    return CommentTally(
        n=len(others),
        n_generic=kinds["generic"],
        n_emoji_only=kinds["emoji"],
        n_mention_only=kinds["mention"],
        n_duplicate=repeated,
        n_duplicate_across_posts=across,
        n_spam=kinds["spam"],
        n_intent=kinds["intent"],
        n_people=len({row.username for row in others}),
        n_regulars=_regulars(others),
        n_owner_replies=sum(row.by_owner and row.is_reply for row in rows),
        median_reply_delay_s=_median_reply_delay(rows),
        n_posts=len({row.post for row in others}),
    )


def _duplicates(rows: Sequence[CommentRow], groups: Sequence[int]) -> tuple[int, int]:
    """Comments with a twin, and those of them whose twin stands under another post."""
    sizes = Counter(groups)
    posts: dict[int, set[str]] = defaultdict(set)
    for row, group in zip(rows, groups, strict=True):
        posts[group].add(row.post)
    repeated = [group for group in groups if sizes[group] > 1]
    return len(repeated), sum(len(posts[group]) > 1 for group in repeated)


def _regulars(rows: Sequence[CommentRow]) -> int | None:
    posts: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        posts[row.username].add(row.post)
    n_posts = len({row.post for row in rows})
    if n_posts < MIN_POSTS_FOR_REGULARS:
        return None
    return sum(2 * len(seen) >= n_posts for seen in posts.values())


def _median_reply_delay(rows: Sequence[CommentRow]) -> float | None:
    """A reply answers the comment of the account it tags, else the comment just above it under the same post."""
    delays = []
    asked: dict[str, list[CommentRow]] = defaultdict(list)
    for row in rows:
        if not row.by_owner:
            asked[row.post].append(row)
        elif row.is_reply and (comment := _answered(row, asked[row.post])) is not None:
            delays.append(_delay_s(comment, row))
    known = [delay for delay in delays if delay is not None and delay >= 0]
    return median(known) if known else None


def _answered(reply: CommentRow, asked: Sequence[CommentRow]) -> CommentRow | None:
    tagged = _FIRST_TAG.match(reply.text)
    for comment in reversed(asked):
        if tagged is None or comment.username == tagged[1].lower():
            return comment
    return None


def _delay_s(comment: CommentRow, reply: CommentRow) -> float | None:
    if comment.created_at is None or reply.created_at is None:
        return None
    return (reply.created_at - comment.created_at).total_seconds()
