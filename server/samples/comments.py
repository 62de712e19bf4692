"""What the comments of the opened posts look like, as counts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from server.facts import CommentRow
from server.samples.intervals import Share, wilson_share


@dataclass(frozen=True, slots=True)
class CommentTally:
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
    n_regulars: int | None
    """Accounts that commented on at least half of the opened posts; None with fewer than three posts."""
    n_owner_replies: int
    median_reply_delay_s: float | None
    """Seconds from a comment to the creator's reply; None where times were not shown."""
    n_posts: int
    """Posts the comments stand under."""

    @property
    def n_low_effort(self) -> int:
        """Generic, emoji-only and mention-only together; the three exclude each other."""
        return self.n_generic + self.n_emoji_only + self.n_mention_only

    def share(self, k: int) -> Share | None:
        """``k`` of ``n`` with Wilson's 95 % interval; None without comments."""
        return wilson_share(k, self.n)


def tally(rows: Sequence[CommentRow]) -> CommentTally:
    """Count ``rows``; the creator's own comments count only as replies."""
    others = [row for row in rows if not row.by_owner]
    return CommentTally(
        n=len(others),
        n_generic=0,
        n_emoji_only=0,
        n_mention_only=0,
        n_duplicate=0,
        n_duplicate_across_posts=0,
        n_spam=0,
        n_people=len({row.username for row in others}),
        n_regulars=None,
        n_owner_replies=sum(row.by_owner and row.is_reply for row in rows),
        median_reply_delay_s=None,
        n_posts=len({row.post for row in others}),
    )
