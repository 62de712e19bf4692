"""The budget is the sum of its rows whatever is edited; tax, other currencies and backups change it as they should."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import chain, count

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from server.campaigns.backups import Candidate, drop, filled, gaps, proposals, vacated
from server.campaigns.budget import PARTS, budget_of
from server.campaigns.copying import copied, later
from server.campaigns.records import (
    DELIVERABLE_STATES,
    AmountRange,
    Brand,
    BudgetFrame,
    Campaign,
    Deliverable,
    Slot,
)
from server.money import Price

FRAME = BudgetFrame(100_000_000, "VND", withholding=False)


def vnd(low: float, high: float | None = None, net: bool | None = None) -> Price:
    return Price(low, low if high is None else high, "VND", "", net)


def deliverable(
    name: str = "d", state="planned", price: Price | None = None, slot="s1", who="an"
) -> Deliverable:
    return Deliverable(name, slot, who, "reel", state, price, due_post=date(2026, 12, 10))


PRICES = st.none() | st.builds(
    lambda low, more, net, currency: Price(low, low + more, currency, "", net),
    st.integers(0, 10**9),
    st.integers(0, 10**8),
    st.sampled_from([True, False, None]),
    st.sampled_from(["VND", "USD"]),
)
ROWS = st.lists(
    st.builds(
        lambda n, state, price, month: replace(
            deliverable(f"d{n}", state, price), due_post=date(2026, month, 1)
        ),
        st.integers(0, 99),
        st.sampled_from(DELIVERABLE_STATES),
        PRICES,
        st.integers(1, 12),
    ),
    max_size=15,
)


def total(sums) -> tuple[float, float]:
    kept = list(sums)
    return sum(one.low for one in kept), sum(one.high for one in kept)


@settings(max_examples=200, deadline=None)
@given(ROWS, st.booleans(), st.integers(0, 10**10))
def test_every_sum_is_the_sum_of_its_rows(rows, withholding, amount):
    """Parts, months and what is left, in whole đồng; a dropped or unpriced row costs nothing."""
    found = budget_of(BudgetFrame(amount, "VND", withholding), rows)
    counted = total(row.cost for row in found.rows if row.part in PARTS)
    expected = [counted, counted, counted, (amount - counted[1], amount - counted[0])]
    left = (found.left.low, found.left.high)
    assert [
        (found.spent.low, found.spent.high),
        total(found.parts.values()),
        total(found.by_month.values()),
        left,
    ] == expected
    assert [row.cost for row in found.rows if row.part not in PARTS] == [AmountRange()] * sum(
        row.part not in PARTS for row in found.rows
    )


@settings(max_examples=100, deadline=None)
@given(ROWS)
def test_the_order_of_rows_changes_no_sum(rows):
    there, back = budget_of(FRAME, rows), budget_of(FRAME, rows[::-1])
    assert (there.spent, there.parts, there.by_month) == (back.spent, back.parts, back.by_month)


@pytest.mark.parametrize(
    ("price", "cost", "withheld"),
    [
        (vnd(9_000_000, net=True), AmountRange(10_000_000, 10_000_000), AmountRange(1_000_000, 1_000_000)),
        (vnd(10_000_000, net=False), AmountRange(10_000_000, 10_000_000), AmountRange(1_000_000, 1_000_000)),
        (vnd(9_000_000), AmountRange(9_000_000, 10_000_000), None),
        (vnd(1_500_000, net=True), AmountRange(1_500_000, 1_500_000), AmountRange(0, 0)),
    ],
)
def test_the_tax_that_is_withheld(price, cost, withheld):
    """10 % from 2,000,000 đồng on; where net or gross was not said, both are possible."""
    [row] = budget_of(replace(FRAME, withholding=True), [deliverable(price=price)]).rows
    assert (row.cost, row.withheld if withheld else None) == (cost, withheld)


@settings(max_examples=200, deadline=None)
@given(
    PRICES, st.integers(1_900_000, 2_300_000), st.integers(0, 200_000), st.sampled_from([True, False, None])
)
def test_nobody_gets_more_than_is_paid(price, low, more, net):
    """Both are intervals the right way round, near the tax's limit too."""
    rows = [deliverable(price=one) for one in (price, vnd(low, low + more, net))]
    for row in budget_of(replace(FRAME, withholding=True), rows).rows:
        ordered = (row.in_hand.low <= row.in_hand.high, row.cost.low <= row.cost.high)
        assert (*ordered, row.in_hand.low <= row.cost.low, row.in_hand.high <= row.cost.high) == (True,) * 4


def test_another_currency_is_named_and_not_added():
    found = budget_of(FRAME, [deliverable(price=Price(100, 100, "USD", "")), deliverable(price=vnd(5))])
    assert ([row.part for row in found.rows], found.spent) == (
        ["other_currency", "reserved"],
        AmountRange(5, 5),
    )


def test_without_a_budget_nothing_is_left_or_lacking():
    assert budget_of(BudgetFrame(), [deliverable(price=vnd(5))]).left is None


SLOT = Slot("s1", "food", vnd(0, 6_000_000), "an", ("binh", "chi"))
CAMPAIGN = Campaign(
    "c1", "Tết", Brand("Lá Xanh"), budget=FRAME, slots=(SLOT, Slot("s2", "food", None, "dung"))
)
WORK = (
    deliverable("d1", "drafting", vnd(5_000_000)),
    deliverable("d2", "paid", vnd(4_000_000)),
    deliverable("d3", "planned", vnd(3_000_000), slot="s2", who="dung"),
)
KNOWN = {
    "binh": Candidate("binh", ("food",), vnd(6_000_000)),
    "em": Candidate("em", ("food", "travel"), vnd(2_000_000)),
    "phuc": Candidate("phuc", ("food",), vnd(9_000_000)),
    "giang": Candidate("giang", ("beauty",), vnd(1_000_000)),
    "dung": Candidate("dung", ("food",), vnd(1_000_000)),
}


def test_dropping_a_creator_frees_what_is_not_public_and_loses_nothing():
    dropped = drop(WORK, SLOT)
    freed = budget_of(FRAME, dropped).left.low - budget_of(FRAME, WORK).left.low
    assert ([one.state for one in dropped], freed) == (["dropped", "paid", "planned"], 5_000_000)


def test_backups_are_proposed_with_what_they_leave():
    """The slot's own first, then those of its niche and price; nobody who has a slot, nobody too dear."""
    found = proposals(CAMPAIGN, SLOT, "an", drop(WORK, SLOT), KNOWN)
    told = [(one.username, one.is_backup, None if one.left is None else one.left.low) for one in found]
    assert told == [("binh", True, 87_000_000), ("chi", True, None), ("em", False, 91_000_000)]


def test_a_backup_who_has_another_slot_or_dropped_out_is_not_proposed():
    slot = replace(SLOT, backups=("dung", "an", "chi"))
    assert [one.username for one in proposals(CAMPAIGN, slot, "an", WORK, {})] == ["chi"]


def test_a_vacated_slot_is_a_gap_until_somebody_takes_it():
    empty = vacated(CAMPAIGN, "s1")
    taken = filled(empty, "s1", "binh")
    assert ([slot.id for slot in gaps(empty)], gaps(taken), taken.slots[0].backups) == (["s1"], (), ("chi",))


@settings(max_examples=100, deadline=None)
@given(
    st.lists(
        st.tuples(st.sampled_from(["s1", "s2"]), st.sampled_from(["binh", "chi", "em", None])), max_size=12
    )
)
def test_no_creator_ever_has_two_slots(moves):
    """Whatever is filled and vacated."""
    campaign = CAMPAIGN
    for slot, name in moves:
        if name is None:
            campaign = vacated(campaign, slot)
        elif all(each.creator != name for each in campaign.slots):
            campaign = filled(campaign, slot, name)
    held = [slot.creator for slot in campaign.slots if slot.creator]
    named = list(chain.from_iterable(slot.backups for slot in campaign.slots if slot.creator in slot.backups))
    assert (len(held), named) == (len(set(held)), [])


MONTHS = st.integers(-24, 24)


@settings(max_examples=150, deadline=None)
@given(st.dates(date(2000, 1, 1), date(2099, 12, 31)), MONTHS)
def test_a_day_some_months_later_is_that_month(day, months):
    """At most the same day of it, and the last one where there is none."""
    found = later(day, months)
    whole = (found.year * 12 + found.month) - (day.year * 12 + day.month)
    is_last = (found + timedelta(days=1)).day == 1
    assert (whole, found.day == day.day or (found.day < day.day and is_last)) == (months, True)


def test_a_campaign_is_copied_for_the_next_month_and_nothing_is_carried_over():
    """People, kinds and prices are; states, drafts, addresses and what was dropped are not, and every id is new."""
    numbers = (f"n{n}" for n in count())
    work = (
        replace(WORK[0], due_draft=date(2026, 12, 31), post_url="https://example.com/p/1"),
        *WORK[1:],
        deliverable("d4", "dropped", vnd(1)),
    )
    campaign, again = copied(CAMPAIGN, work, 2, "Tháng 2", lambda: next(numbers))
    told = [(one.creator, one.state, one.price, one.due_draft, one.post_url, one.versions) for one in again]
    expected = [
        (one.creator, "planned", one.price, date(2027, 2, 28) if one.due_draft else None, None, ())
        for one in work[:3]
    ]
    ids = [campaign.id, *(slot.id for slot in campaign.slots), *(one.id for one in again)]
    assert (told, len(set(ids)), {one.slot for one in again} <= {slot.id for slot in campaign.slots}) == (
        expected,
        len(ids),
        True,
    )
