"""What one engagement costs: expected from the creators' last checks, and reached by the posts that were seen public.

Both are intervals. Only posts whose price and engagements are both known are in a sum, and it is said how many they are.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from msgspec import Struct

from server.campaigns.budget import PARTS, BudgetRow, added
from server.campaigns.records import AmountRange, Deliverable

IN_THE_FEED = frozenset({"image", "album", "reel", "video"})
"""Kinds that collect likes and comments in public; of a story, a live or a package nobody outside sees them."""


class EngagementCost(Struct, frozen=True):
    """The cost of one engagement over some posts."""

    cost: AmountRange
    engagements: AmountRange
    low: float
    high: float | None
    """None where there may have been no engagement at all."""
    posts: int
    """How many posts are in it."""
    of: int
    """Of how many that could be: public in the feed and not dropped."""


def expected_cost(
    rows: Mapping[str, BudgetRow], deliverables: Iterable[Deliverable], usual: Mapping[str, AmountRange]
) -> EngagementCost | None:
    """What one engagement will cost if each post collects what its creator's posts do. ``rows``: of the budget by
    deliverable; ``usual``: likes and comments of one post by user name."""
    posts = _in_the_feed(deliverables)
    return _over([(rows[one.id], usual.get(one.creator)) for one in posts])


def reached_cost(rows: Mapping[str, BudgetRow], deliverables: Iterable[Deliverable]) -> EngagementCost | None:
    """What one engagement has cost so far, by the likes and comments that each public post showed when it was last seen."""
    public = [one for one in _in_the_feed(deliverables) if one.state in ("posted", "verified", "paid")]
    return _over([(rows[one.id], one.posted.engagements if one.posted else None) for one in public])


def _in_the_feed(deliverables: Iterable[Deliverable]) -> list[Deliverable]:
    return [one for one in deliverables if one.kind in IN_THE_FEED and one.state != "dropped"]


def _over(found: list[tuple[BudgetRow, AmountRange | None]]) -> EngagementCost | None:
    """None where no post has both a price and engagements."""
    known = [
        (row.cost, each) for row, each in found if each is not None and each.high > 0 and row.part in PARTS
    ]
    if not known:
        return None
    cost, engagements = added(cost for cost, _ in known), added(each for _, each in known)
    return EngagementCost(
        cost=cost,
        engagements=engagements,
        low=cost.low / engagements.high,
        high=cost.high / engagements.low if engagements.low > 0 else None,
        posts=len(known),
        of=len(found),
    )
