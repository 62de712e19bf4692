"""What a tally says: how many more rows settle the band, and shares with intervals."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import asdict

from server.samples import comments, followers
from server.samples.earlier import Origin
from server.samples.followers import ENOUGH_ROWS
from server.samples.summary import MOST_ROWS, comment_shares, counts_only, more_rows, next_rows
from server.scoring.tallies import Tallies, samples_of
from tests.creators import NOW, comment_rows, follower_rows


@given(clean=st.integers(0, 150), suspicious=st.integers(0, 150))
def test_reading_as_many_more_rows_settles_the_band(clean: int, suspicious: int) -> None:
    """If signs stay as frequent as they were, the band is one after that many rows, and no sample under ENOUGH_ROWS is done."""
    tally = followers.tally(follower_rows(clean, suspicious), "top")
    more = more_rows(tally)
    if more is None:
        assert len(tally.bands) != 1
    elif more == 0:
        assert (len(tally.bands), tally.n >= ENOUGH_ROWS) == (1, True)
    else:
        n = tally.n + more
        k = round(n * tally.n_with_signs / tally.n)
        there = followers.tally(follower_rows(n - k, k), "top")
        assert ENOUGH_ROWS <= there.n <= MOST_ROWS
        assert (len(tally.bands) > 1 or there.n == ENOUGH_ROWS, len(there.bands)) == (True, 1)


@pytest.mark.parametrize(
    ("clean", "suspicious", "settled"), [(0, 0, None), (200, 0, 0), (75, 25, None), (0, 20, 30)]
)
def test_a_share_in_the_middle_is_never_promised(clean: int, suspicious: int, settled: int | None) -> None:
    """Without rows nothing is said; few signs settle it; at a quarter one row tells too little for one band; twenty rows of twenty are still a small sample."""
    assert more_rows(followers.tally(follower_rows(clean, suspicious), "top")) == settled


@pytest.mark.parametrize(
    ("clean", "suspicious", "expected"),
    [
        (200, 0, ("settled", 0)),
        (75, 25, ("nothing", 0)),
        (15, 5, ("full_sample", 30)),
        (0, 20, ("full_sample", 30)),
        (0, 0, ("full_sample", 50)),
    ],
)
def test_rows_that_settle_are_told_from_rows_that_fill_up(
    clean: int, suspicious: int, expected: tuple[str, int]
) -> None:
    """Twenty rows in one band, and twenty that no number of rows brings into one: both want a full sample, nothing more is promised."""
    assert next_rows(followers.tally(follower_rows(clean, suspicious), "top")) == expected


@given(clean=st.integers(0, 150), suspicious=st.integers(0, 150), n_now=st.integers(0, 60))
def test_rows_are_promised_only_where_they_settle(clean: int, suspicious: int, n_now: int) -> None:
    """ "band" exactly where the interval lies in several and comes down to one; of an earlier sample a new one is to be read."""
    tally = followers.tally(follower_rows(clean, suspicious), "top")
    purpose, n = next_rows(tally)
    assert (purpose == "band") is (len(tally.bands) > 1 and more_rows(tally) is not None)
    assert (n > 0) is (purpose in ("band", "full_sample"))
    if tally.n > n_now:
        later, m = next_rows(tally, Origin(NOW, n_now))
        unsettled = "full_sample" if tally.n < ENOUGH_ROWS else "nothing"  # rounding settles at other sizes
        assert later == purpose or {later, purpose} == {"band", unsettled}
        assert m == 0 or n_now + m >= ENOUGH_ROWS


def test_comment_shares_come_with_wilson_intervals() -> None:
    """3 of 12 emoji comments: 25 %, 9 to 53."""
    tally = comments.tally(
        comment_rows(["🔥🔥", "shop ở đâu vậy ạ?", "mình thử rồi, hơi mặn", "bao giờ có lại?"] * 3)
    )
    share = comment_shares(tally).emoji_only
    assert share is not None
    assert {name: round(value, 2) for name, value in asdict(share).items()} == {
        "value": 0.25,
        "low": 0.09,
        "high": 0.53,
    }


def test_what_a_visit_keeps_is_counts() -> None:
    """Whole numbers, the position and a delay; small, and without a name."""
    rows = follower_rows(60, 40)
    kept = counts_only(followers.tally(rows, "top")) | counts_only(
        comments.tally(comment_rows(["đẹp quá"] * 40))
    )
    assert all(isinstance(value, (int, float, str)) for value in kept.values())
    assert kept["position"] == "top"
    assert len(json.dumps(kept)) < 500
    assert not any(row.username in json.dumps(kept) for row in rows)


def test_a_tally_of_an_older_version_opens_and_says_nothing_about_intent() -> None:
    """Kept counts without the kind that was not there yet: unknown, not none of 40."""
    kept = counts_only(comments.tally(comment_rows(["giá bao nhiêu ạ"] * 40)))
    assert kept.pop("n_intent") == 40
    tally = comments.CommentTally(**kept)
    assert (tally.n_intent, comment_shares(tally).intent) == (None, None)


@pytest.mark.parametrize(
    ("asking", "expected"),
    [
        (11, ("11 of 60 comments ask to buy", "11 trong 60 bình luận hỏi mua")),
        (1, ("1 of 60 comments asks to buy", "1 trong 60 bình luận hỏi mua")),
    ],
)
def test_who_asks_to_buy_is_said_as_good_news(asking: int, expected: tuple[str, str]) -> None:
    """The answer carries the counts and the sentence that badge and page show."""
    rows = comment_rows(["còn size M không ạ"] * asking + ["hôm qua mình cũng ghé chỗ đó"] * (60 - asking))
    sample = samples_of(Tallies(comments=comments.tally(rows))).comments
    assert sample is not None
    told = sample.intent
    assert told is not None
    assert (told.n, told.of, (told.text.en, told.text.vi)) == (asking, 60, expected)


def test_where_nobody_asks_nothing_is_said() -> None:
    """None of 20: no sentence, because that is no news."""
    told = samples_of(Tallies(comments=comments.tally(comment_rows(["đẹp quá"] * 20)))).comments
    assert told is not None
    assert (told.n_intent, told.intent) == (0, None)
