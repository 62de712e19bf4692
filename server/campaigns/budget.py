"""The money of a campaign: every sum is the sum of its rows, and what is not known is an interval or said.

Amounts are whole hundredths of the currency while they are added, so that no sum depends on its order.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Literal

from msgspec import Struct

from server.campaigns.records import AmountRange, BudgetFrame, Deliverable
from server.money import Price

WITHHELD_FROM = 2_000_000
WITHHELD_SHARE = 0.10
WITHHOLDING_SOURCE = "Circular 111/2013/TT-BTC Art. 25.1.i"
WITHHOLDING_CONFIDENCE = "C"
"""A for 2013-25; for 2026 it is to be checked before it is relied on."""
BudgetPart = Literal["reserved", "agreed", "paid", "dropped", "unpriced", "other_currency"]
PARTS: tuple[BudgetPart, ...] = ("reserved", "agreed", "paid")
"""What is added up; the others are shown beside it and cost nothing, or nobody knows what."""
_HUNDREDTHS = 100


class BudgetRow(Struct, frozen=True):
    """What one deliverable costs the brand, tax included."""

    deliverable: str
    creator: str
    month: str | None
    """Of the day it is paid, else due: 2026-11; None where no day is known."""
    part: BudgetPart
    cost: AmountRange
    in_hand: AmountRange
    """What the creator gets."""

    @property
    def withheld(self) -> AmountRange:
        return AmountRange(self.cost.low - self.in_hand.low, self.cost.high - self.in_hand.high)


class BudgetSums(Struct, frozen=True):
    """The rows, added up."""

    rows: tuple[BudgetRow, ...]
    parts: Mapping[BudgetPart, AmountRange]
    spent: AmountRange
    """Reserved, agreed and paid together."""
    left: AmountRange | None
    """None where no budget was set; below 0 where it is overdrawn."""
    by_month: Mapping[str | None, AmountRange]


def budget_of(frame: BudgetFrame, deliverables: Iterable[Deliverable]) -> BudgetSums:
    """All sums of a campaign. A price in another currency than the budget's is never converted, but named."""
    rows = tuple(_row(frame, deliverable) for deliverable in deliverables)
    counted = [row for row in rows if row.part in PARTS]
    spent = added(row.cost for row in counted)
    months = sorted({row.month for row in counted}, key=lambda month: month or "")
    left = None if frame.amount is None else _less(frame.amount, spent)
    return BudgetSums(
        rows=rows,
        parts={part: added(row.cost for row in counted if row.part == part) for part in PARTS},
        spent=spent,
        left=left,
        by_month={month: added(row.cost for row in counted if row.month == month) for month in months},
    )


def _row(frame: BudgetFrame, deliverable: Deliverable) -> BudgetRow:
    part = _part(frame, deliverable)
    cost, in_hand = _both(frame, deliverable.price) if part in PARTS else (AmountRange(), AmountRange())
    day = deliverable.paid_on or deliverable.due_post
    month = None if day is None else f"{day:%Y-%m}"
    return BudgetRow(deliverable.id, deliverable.creator, month, part, cost, in_hand)


def _part(frame: BudgetFrame, deliverable: Deliverable) -> BudgetPart:
    if deliverable.state == "dropped":
        return "dropped"
    if deliverable.price is None or not deliverable.price.has_amount:
        return "unpriced"
    if deliverable.price.currency != frame.currency:
        return "other_currency"
    if deliverable.state == "paid":
        return "paid"
    return "reserved" if deliverable.state == "planned" else "agreed"


def _both(frame: BudgetFrame, price: Price | None) -> tuple[AmountRange, AmountRange]:
    """What the brand pays and what the creator gets. Where net or gross was not said, both are possible."""
    if price is None:
        return AmountRange(), AmountRange()
    ends = [end for end in (price.low, price.high) if end is not None]
    low, high = min(ends, default=0.0), max(ends, default=0.0)
    if not (frame.withholding and price.currency == "VND"):
        return AmountRange(low, high), AmountRange(low, high)
    cost = AmountRange(
        low if price.net is not True else gross_of(low), high if price.net is False else gross_of(high)
    )
    hands = (low if price.net is True else net_of(low), high if price.net is not False else net_of(high))
    in_hand = AmountRange(min(hands), max(hands))  # at the tax's limit more before it is less in hand
    return cost, in_hand


def gross_of(net: float) -> float:
    """What is paid so that ``net`` đồng are left in hand.

    >>> gross_of(9_000_000), gross_of(1_500_000)
    (10000000.0, 1500000)
    """
    return net if net < WITHHELD_FROM else float(round(net / (1 - WITHHELD_SHARE)))


def net_of(gross: float) -> float:
    """What is left in hand of ``gross`` đồng.

    >>> net_of(10_000_000), net_of(1_999_999)
    (9000000.0, 1999999)
    """
    return gross if gross < WITHHELD_FROM else float(round(gross * (1 - WITHHELD_SHARE)))


def added(sums: Iterable[AmountRange]) -> AmountRange:
    """The sum; it does not depend on the order."""
    kept = tuple(sums)
    return AmountRange(_total(kept, lambda one: one.low), _total(kept, lambda one: one.high))


def _total(sums: Sequence[AmountRange], end: Callable[[AmountRange], float]) -> float:
    return sum(round(end(one) * _HUNDREDTHS) for one in sums) / _HUNDREDTHS


def _less(amount: float, spent: AmountRange) -> AmountRange:
    whole = round(amount * _HUNDREDTHS)
    low, high = (whole - round(end * _HUNDREDTHS) for end in (spent.high, spent.low))
    return AmountRange(low / _HUNDREDTHS, high / _HUNDREDTHS)
