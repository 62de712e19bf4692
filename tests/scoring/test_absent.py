"""What a page cannot show is said, each kind as its own state."""

from __future__ import annotations

from datetime import timedelta

import pytest
from msgspec import structs

from server.analysis import judge
from tests.creators import NOW, count, post, posts, reading

HIDDEN = tuple(structs.replace(p, likes=None, likes_hidden=True) for p in posts())
UNREAD = tuple(structs.replace(p, likes=None) for p in posts()[3:])
YOUNG = tuple(post(i, 40, 2, taken_at=NOW - timedelta(hours=2 + i)) for i in range(3))


@pytest.mark.parametrize(
    ("changes", "codes"),
    [
        ({}, []),
        ({"posts": HIDDEN}, ["likes_hidden"]),
        ({"posts": (*HIDDEN[:4], *posts()[4:])}, ["some_likes_hidden"]),
        ({"posts": YOUNG}, ["posts_too_young"]),
        ({"posts": (*YOUNG, *posts()[3:])}, []),
        ({"posts": (*YOUNG, *UNREAD)}, []),
        ({"posts": (), "post_count": count(0)}, ["no_posts"]),
        ({"posts": ()}, []),
        ({"posts": (), "is_private": True, "page": "private_profile"}, ["private"]),
        ({"is_own": True}, ["own_account"]),
        ({"posts": (), "is_gated": True, "followers": None, "post_count": None}, ["age_gate"]),
    ],
)
def test_each_kind_of_absence_has_its_own_state(changes, codes):
    found = judge(reading(**changes), now=NOW).to_json()["absent"]
    assert codes == [absence["code"] for absence in found]
    assert all(absence["text"]["en"] and absence["text"]["vi"] for absence in found)


def test_young_posts_say_from_when_on_they_count():
    (absence,) = judge(reading(posts=YOUNG), now=NOW).to_json()["absent"]
    assert (3, "2026-11-21T04:00:00Z") == (absence["n"], absence["until"])
