"""Many looks judged at once come out as each of them judged alone, to the last bit."""

from __future__ import annotations

import math
import random
from datetime import timedelta

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from server import own_json
from server.analysis import Analysis, conclude, conclude_all
from server.facts import Count
from server.scoring.measured import Inputs
from server.scoring.records import EarlierVisit, Judgement
from server.scoring.searches import SHIPPED
from server.scoring.tallies import tallies_of
from server.scoring.thresholds import PUBLISHED, own_thresholds
from tests.creators import NOW, comment_rows, compact, count, follower_rows, post, reading

STRICT = own_thresholds({"look_closer_from": 15, "risky_from": 40, "least_posts": 9})


def shown(dice: random.Random) -> Count | None:
    """A count as a page shows it: not at all, exact, or rounded."""
    n = int(math.exp(dice.uniform(3, 14)))
    return dice.choice([None, count(n), count(n), compact(n * 100, n * 100 - 50, n * 100 + 99, f"{n / 10}K")])


def look(dice: random.Random) -> Inputs:
    """A creator of whom more or less was seen, with visits, rulings, rules and a search of its own."""
    seen = reading(
        page=dice.choice(["profile", "profile", "private_profile", "other"]),
        posts=tuple(
            replace(post(number), likes=shown(dice), comments=shown(dice), plays=shown(dice))
            for number in range(dice.randint(0, 16))
        ),
        followers=shown(dice),
        following=shown(dice),
        post_count=shown(dice),
        follower_rows=follower_rows(dice.choice([0, 8, 60]), dice.choice([0, 5, 30])),
        comment_rows=comment_rows(["xinh quá", "🔥🔥", "shop ở đâu vậy ạ?"] * dice.randint(0, 8)),
    )
    visits = dice.choice([0, 0, 5])
    return Inputs(
        seen,
        tallies_of(seen),
        NOW,
        tuple(EarlierVisit(NOW - timedelta(days=9 - day), shown(dice), 500) for day in range(visits)),
        tuple(Judgement(name, "innocent", "", NOW) for name in dice.sample(["rate_high", "likes_even"], 1)),
        "c0ffee",
        f"{dice.random()}",
        thresholds=dice.choice([PUBLISHED, STRICT]),
        search=dice.choice([None, SHIPPED.chosen]),
    )


def said(found: Analysis) -> tuple[bytes, str, list[tuple[str, str]], str]:
    """The answer, and every number behind it unrounded."""
    numbers = {**found.asked, **found.engagement.others, "unseen": found.suspicion.unseen}
    signs = [(sign.value.hex(), sign.contribution.hex()) for sign in found.suspicion.signs]
    return own_json.dumps(found.answer()), repr(numbers), signs, found.packed


@given(st.integers(0, 2**32), st.integers(1, 40))
@settings(max_examples=12)
def test_who_is_judged_beside_them_changes_nothing(seed, n):
    dice = random.Random(seed)  # noqa: S311 - repeatable invention wants a seeded generator, not a secret one
    looks = [look(dice) for _ in range(n)]
    alone = [said(conclude(one)) for one in looks]
    assert alone == [said(one) for one in conclude_all(looks)]


def test_nobody_is_judged_to_nothing():
    assert [] == conclude_all([])
