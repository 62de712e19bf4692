"""From five own full lists on, their median says what is usual."""

from __future__ import annotations

from server.samples.followers import tally
from server.samples.own_lists import OwnLists, own_lists
from tests.creators import follower_rows


def test_five_full_lists_give_a_median_and_four_do_not() -> None:
    """Lists of fewer than fifty rows do not count, and a list of bought followers moves the median little."""
    full = [tally(follower_rows(100 - k, k)) for k in (0, 2, 4, 8)]
    small, bought = tally(follower_rows(0, 49)), tally(follower_rows(0, 100))
    found = [own_lists(some) for some in (full, [*full, small], [*full, bought])]
    assert found == [None, None, OwnLists(5, 0.04)]
