"""Sponsors with their dates, and paid posts against the others: only of what was seen."""

from __future__ import annotations

from datetime import timedelta

import pytest
from msgspec import structs

from server.analysis import judge
from server.metrics.sponsors import is_one_of
from server.scoring.searches import Search
from tests.creators import NOW, posts, reading

PLAIN = tuple(structs.replace(post, caption="Một ngày bình thường") for post in posts())


def paid(n: int, brand: str = "tra.sua.vidu") -> tuple:
    """The first ``n`` posts paid by ``brand``, the others not."""
    return tuple(
        structs.replace(post, is_sponsored=True, sponsors=(brand,)) if place < n else post
        for place, post in enumerate(PLAIN)
    )


def told(given, search: Search | None = None) -> dict:
    return judge(reading(posts=given), now=NOW, search=search).to_json()["sponsorship"]


def test_a_sponsor_is_told_with_first_and_last_day():
    [found] = told(paid(2))["sponsors"]
    days = sorted(post.taken_at for post in PLAIN[:2])
    expected = ("tra.sua.vidu", 2, *(day.isoformat().replace("+00:00", "Z") for day in days), False)
    assert expected == (found["name"], found["posts"], found["first"], found["last"], found["rival"])


def test_paid_posts_are_held_against_the_others_with_how_many_there_are():
    """Twice the likes on paid posts is twice the rate; a rate of nothing is none."""
    given = tuple(
        structs.replace(
            post,
            likes=structs.replace(post.likes, value=2000, low=2000, high=2000),
            comments=structs.replace(post.comments, value=0, low=0, high=0),
        )
        if place < 3
        else structs.replace(
            post,
            likes=structs.replace(post.likes, value=1000, low=1000, high=1000),
            comments=structs.replace(post.comments, value=0, low=0, high=0),
        )
        for place, post in enumerate(paid(3))
    )
    found = told(given)
    numbers = (
        found["paid"]["n_posts"],
        found["unpaid"]["n_posts"],
        found["paid"]["value"] / found["unpaid"]["value"],
    )
    assert (3, len(PLAIN) - 3, pytest.approx(2, rel=1e-3)) == numbers
    assert {"n_posts": 0, "value": None, "low": None, "high": None} == told(PLAIN)["paid"]


def test_a_post_without_caption_and_label_is_neither_paid_nor_unpaid():
    """Unknown is never clean."""
    unknown = tuple(structs.replace(post, caption=None) for post in PLAIN)
    found = told(unknown)
    assert (0, 0, None) == (found["paid"]["n_posts"], found["unpaid"]["n_posts"], found["looked_back_days"])


def test_the_look_goes_back_to_the_oldest_post_that_is_not_pinned():
    oldest = min(post.taken_at for post in PLAIN)
    pinned = structs.replace(
        PLAIN[0], shortcode="pinned", is_pinned=True, taken_at=oldest - timedelta(days=900)
    )
    assert int((NOW - oldest) / timedelta(days=1)) == told((pinned, *PLAIN))["looked_back_days"]


def test_a_rival_of_the_active_search_is_marked():
    search = Search("s", "S", rivals=("Trà Sữa Ví Dụ",))
    assert [True] == [sponsor["rival"] for sponsor in told(paid(1), search)["sponsors"]]


@pytest.mark.parametrize(
    ("username", "name", "expected"),
    [
        ("hoasen", "Hoa Sen", True),
        ("hoa.sen_official", "Hoa Sen", True),
        ("hoasen.vn", "@hoasen", True),
        ("hoasua", "Hoa Sen", False),
        ("maybelle", "Mây", False),
        ("may", "Mây", True),
        ("hoasen", "", False),
    ],
)
def test_a_brand_is_known_by_its_name(username, name, expected):
    """With what brands add to a name that is taken, and nothing else."""
    assert expected == is_one_of(username, [name])
