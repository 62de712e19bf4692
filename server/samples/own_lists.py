"""What is usual in the follower lists that the user has read: better than a figure from Switzerland in 2017."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from statistics import median

from server.samples.followers import ENOUGH_ROWS, FollowerTally
from server.samples.row_model import VERSION

LEAST_LISTS = 5


@dataclass(frozen=True, slots=True)
class OwnLists:
    """The user's own lists, one a creator."""

    n: int
    share_with_signs: float
    """Median of the share of rows with signs, as counted."""


def own_lists(tallies: Iterable[FollowerTally]) -> OwnLists | None:
    """What is usual in ``tallies``, one for each creator; None for fewer than five full ones of this row model."""
    shares = [t.n_with_signs / t.n for t in tallies if t.n >= ENOUGH_ROWS and t.model == VERSION]
    return OwnLists(len(shares), median(shares)) if len(shares) >= LEAST_LISTS else None
