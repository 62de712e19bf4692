"""How long ago a creator posted and how often: by its own posts, whatever is pinned or shared."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from msgspec import structs

from server.analysis import judge
from server.metrics.activity import activity_of
from tests.creators import NOW, count, post, reading

DAY = timedelta(days=1)
REGULAR = tuple(post(i, taken_at=NOW - (2 + 3 * i) * DAY) for i in range(12))
OLD_PIN = post(40, taken_at=NOW - 500 * DAY, is_pinned=True)


def told(posts, now: datetime | None = NOW, total: int | None = 300):
    found = activity_of(posts, "an.vi.o", now, total).answer()
    return found.newest_post_at, found.days_since_newest, found.posts_per_week


NEWEST = NOW - 2 * DAY


@pytest.mark.parametrize(
    ("posts", "expected"),
    [
        (REGULAR, (NEWEST, 2, 2.3)),
        (REGULAR[:2], (NEWEST, 2, None)),
        ((OLD_PIN, *REGULAR), (NEWEST, 2, 2.3)),
        ((OLD_PIN,), (None, None, None)),
        ((), (None, None, None)),
        ((structs.replace(REGULAR[0], taken_at=None), *REGULAR[1:]), (None, None, 2.3)),
        ((post(0, taken_at=NOW - DAY / 2, owner="brand", is_collaboration=True), *REGULAR), (NEWEST, 2, 2.3)),
        (
            (structs.replace(REGULAR[0], owner="an.vi.o", is_collaboration=True), *REGULAR[1:]),
            (NEWEST, 2, 2.3),
        ),
        (
            (structs.replace(OLD_PIN, taken_at=NOW - 3 * DAY), *REGULAR[2:]),
            (NOW - 3 * DAY, 3, 2.3),
        ),
    ],
)
def test_pinned_and_shared_posts_do_not_pass_for_the_newest_one(posts, expected):
    assert expected == told(posts)


def test_pinned_posts_count_where_they_are_all_there_is():
    assert (None, 500) != told((OLD_PIN,))[:2]
    assert 500 == told((OLD_PIN,), total=1)[1]


def test_a_page_without_a_date_tells_no_age():
    assert (NEWEST, None, 2.3) == told(REGULAR, now=None)


def test_posts_of_an_earlier_look_are_as_old_as_they_were_then():
    """Of a post since then nobody knows."""
    read = tuple(structs.replace(p, read_at=NOW - DAY) for p in REGULAR)
    assert 1 == told(read, now=NOW + 20 * DAY)[1]
    assert 22 == told((*read[1:], structs.replace(REGULAR[0], read_at=None)), now=NOW + 20 * DAY)[1]


def test_a_silent_creator_is_told_by_the_analysis():
    silent = tuple(structs.replace(p, taken_at=p.taken_at - 400 * DAY) for p in REGULAR)
    found = judge(reading(posts=silent, post_count=count(312)), now=NOW).to_json()
    assert (402, 2.3) == (found["activity"]["days_since_newest"], found["activity"]["posts_per_week"])
