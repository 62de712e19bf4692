"""What one engagement costs: expected from the last checks, and reached by the public posts. Intervals, never more sure
than what they are made from."""

from __future__ import annotations

from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from server.campaigns.budget import budget_of
from server.campaigns.engagement import EngagementCost, expected_cost, reached_cost
from server.campaigns.records import AmountRange, BudgetFrame, Deliverable, PostedEvidence
from server.money import Price, exactly

AT = datetime(2026, 11, 30, tzinfo=UTC)
FRAME = BudgetFrame(100_000_000, "VND", withholding=False)


def post(number: int, amount: float | None, **more: object) -> Deliverable:
    price = None if amount is None else exactly(amount, "VND")
    return replace(Deliverable(str(number), "s", f"c{number}", price=price), **more)


def seen(low: float, high: float) -> PostedEvidence:
    return PostedEvidence("CODE1", "same", AT, AT, "x", True, engagements=AmountRange(low, high))


def costs(*posts: Deliverable, **usual: AmountRange) -> tuple[EngagementCost | None, EngagementCost | None]:
    rows = {row.deliverable: row for row in budget_of(FRAME, posts).rows}
    return expected_cost(rows, posts, usual), reached_cost(rows, posts)


def test_the_expected_cost_is_an_interval_over_the_posts_that_are_known() -> None:
    """Two posts of 3 and 1 million for 800 to 1,000 and 200 to 250 engagements; a third without a check, a fourth without
    a price, and a story are told as not in it, or are none that could be."""
    posts = (
        post(1, 3_000_000),
        post(2, 1_000_000),
        post(3, 500_000),
        post(4, None),
        post(5, 900_000, kind="story"),
        post(6, 900_000, state="dropped"),
    )
    known = {f"c{n}": AmountRange(200.0, 250.0) for n in (2, 4, 5, 6)}
    expected, reached = costs(*posts, c1=AmountRange(800.0, 1_000.0), **known)
    assert (
        EngagementCost(
            AmountRange(4_000_000, 4_000_000), AmountRange(1_000, 1_250), 3_200.0, 4_000.0, posts=2, of=4
        ),
        None,
    ) == (expected, reached)


def test_what_was_reached_counts_public_posts_alone() -> None:
    """One public post of 2 million with 500 to 549 engagements; another one's likes are hidden."""
    public = {"state": "verified", "post_url": "https://www.instagram.com/p/CODE1/"}
    hidden = replace(seen(1, 1), engagements=None)
    posts = (
        post(1, 2_000_000, posted=seen(500, 549), **public),
        post(2, 2_000_000, posted=hidden, **public),
        post(3, 2_000_000),
    )
    _, reached = costs(*posts)
    assert reached is not None
    assert (4_000.0, 1, 2) == (reached.high, reached.posts, reached.of)


def test_no_engagement_at_all_leaves_the_upper_end_open() -> None:
    """A post that may have had no like costs anything from its lower end on."""
    _, reached = costs(post(1, 2_000_000, state="posted", posted=seen(0, 4)))
    assert reached is not None
    assert (500_000.0, None) == (reached.low, reached.high)


AMOUNTS = st.tuples(st.integers(1, 10**8), st.integers(0, 10**7))


@given(st.lists(st.tuples(AMOUNTS, AMOUNTS), min_size=1, max_size=8), st.data())
def test_the_true_cost_lies_in_the_interval(
    rows: list[tuple[tuple[int, int], tuple[int, int]]], data: st.DataObject
) -> None:
    """Whatever price and engagements within their intervals turn out true."""
    posts, usual, paid, got = [], {}, 0.0, 0.0
    for number, ((low, more), (least, rest)) in enumerate(rows):
        price = Price(float(low), float(low + more), "VND", "x", net=False)
        posts.append(Deliverable(str(number), "s", f"c{number}", price=price))
        usual[f"c{number}"] = AmountRange(float(least), float(least + rest))
        paid += data.draw(st.integers(low, low + more))
        got += data.draw(st.integers(least, least + rest))
    expected, _ = costs(*posts, **usual)
    assert expected is not None
    assert expected.high is not None
    assert expected.low * 0.999_999 <= paid / got <= expected.high * 1.000_001
