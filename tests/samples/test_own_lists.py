"""From five own full lists on, their median says what is usual."""

from __future__ import annotations

from msgspec.structs import replace

from server.samples.followers import FollowerTally, tally
from server.samples.own_lists import OwnLists, own_lists
from server.samples.summary import counts_only
from tests.creators import follower_rows


def found(lists: list[FollowerTally]) -> OwnLists | None:
    return own_lists(counts_only(one) for one in lists)


FULL = [tally(follower_rows(100 - k, k)) for k in (0, 2, 4, 8)]
BOUGHT = tally(follower_rows(0, 100))


def test_five_full_lists_give_a_median_and_four_do_not() -> None:
    """Lists of fewer than fifty rows do not count, and a list of bought followers moves the median little."""
    small = tally(follower_rows(0, 49))
    assert [None, None, OwnLists(5, 0.04, 0.04)] == [
        found(FULL),
        found([*FULL, small]),
        found([*FULL, BOUGHT]),
    ]


def test_lists_that_another_model_counted_are_no_lists() -> None:
    """Their signs meant something else."""
    assert found([*FULL, replace(BOUGHT, model="2026.11")]) is None


def test_photos_that_were_not_shown_have_no_median() -> None:
    """Unknown is not none."""
    blind = [replace(one, n_no_photo=0, n_photo_known=0) for one in [*FULL, BOUGHT]]
    assert OwnLists(5, 0.04, None) == found(blind)
