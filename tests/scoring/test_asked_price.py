"""The price limit of a search: the creator's own price stands before the expected one."""

from __future__ import annotations

from pathlib import Path

import pytest

from server.analysis import Analysis, judge
from server.audit import audit_of, read_audit, replay, write_audit
from server.messages import Text
from server.money import Price
from server.scoring.fit import FitCheck
from server.scoring.searches import PriceLimit, Search
from tests.creators import NOW, reading

LIMIT = Search("p", "P", price_limit=PriceLimit(5e6, "VND"))
NEVER = Search("p", "P", price_limit=PriceLimit(1.0, "VND"))
"""Nobody is expected to ask so little."""


def asked(low: float | None, high: float | None, currency: str = "VND") -> Price:
    return Price(low, high, currency, "")


def analysis(price: Price | None, search: Search | None = LIMIT) -> Analysis:
    return judge(reading(), now=NOW, capture_hash="c0ffee", search=search, price_asked=price)


def price_check(price: Price | None, search: Search = LIMIT) -> FitCheck:
    return next(check for check in analysis(price, search).fit.checks if check.id == "price")


@pytest.mark.parametrize(
    ("price", "ok", "said"),
    [
        (asked(3e6, 3e6), True, "3.000.000 ₫"),
        (asked(5e6, 5e6), True, "5.000.000 ₫"),
        (asked(6e6, 6e6), False, "6.000.000 ₫"),
        (asked(4e6, 7e6), True, "4.000.000 – 7.000.000 ₫"),
        (asked(6e6, 7e6), False, "6.000.000 – 7.000.000 ₫"),
        (asked(4e6, None), True, "từ 4.000.000 ₫"),
        (asked(None, 5e6), True, "tối đa 5.000.000 ₫"),
        (asked(None, 7e6), None, "tối đa 7.000.000 ₫"),
    ],
)
def test_the_low_end_of_the_asked_price_is_held_against_the_limit(
    price: Price, ok: bool | None, said: str
) -> None:
    """From the low end one may bargain; where it is open, only a high end within the limit tells."""
    found = price_check(price)
    assert (ok, f"Giá báo {said}; bạn đặt tối đa 5.000.000 ₫.") == (found.ok, found.text.vi)


def test_a_price_in_another_currency_is_not_compared() -> None:
    """No rate of exchange is known: both are said, and nothing fails."""
    assert price_check(asked(9_000, 9_000, "USD")) == FitCheck(
        "price",
        None,
        Text(
            "The creator asks $9,000; your limit of ₫5,000,000 is in another currency, so the two are not compared.",
            "Giá báo 9.000 US$; bạn đặt tối đa 5.000.000 ₫, khác loại tiền nên không so sánh.",
        ),
    )


@pytest.mark.parametrize("price", [None, Price(None, None, None, "barter")])
def test_without_an_amount_it_is_the_expected_price(price: Price | None) -> None:
    """Nothing was asked, or only words: the list of prices answers."""
    found = price_check(price, NEVER)
    assert (False, True) == (found.ok, found.text.en.startswith("A post is expected to cost"))


def test_a_creator_who_asks_too_much_is_no_fit() -> None:
    """The verdict follows the asked price, and names it first."""
    cheap, dear = analysis(asked(1.0, 1.0), NEVER), analysis(asked(6e6, 6e6))
    reason = "The creator asks ₫6,000,000; you set at most ₫5,000,000."
    assert (True, "not_a_fit", reason) == (
        cheap.fit.fits,
        dear.verdict.code,
        dear.verdict.reasons[0].en,
    )


def test_where_no_limit_is_set_nothing_is_said_of_a_price() -> None:
    """An asked price answers only a search that asks for one."""
    assert analysis(asked(3e6, 3e6), Search("p", "P")).fit == analysis(None, Search("p", "P")).fit


def test_an_audit_with_an_asked_price_is_replayed_with_it(tmp_path: Path) -> None:
    """Each price has its own audit, and each file gives its own answer again."""
    checks = [analysis(price) for price in (None, asked(3e6, 3e6), asked(6e6, 6e6), asked(6e6, 7e6))]
    assert len({check.audit_id for check in checks}) == 4
    for check in checks:
        found = replay(read_audit(write_audit(tmp_path, check)))
        assert (True, check.audit_id) == (found.same, found.analysis.audit_id)


def test_an_audit_from_before_asked_prices_is_replayed_as_it_was() -> None:
    """The part is new; a file without it was judged by the expected price."""
    audit = audit_of(analysis(None))
    assert audit.pop("price_asked") is None
    assert replay(audit).same
