"""Money in the fields of the web app, typed by keyboard: read by the server, echoed, asked about, never another number."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.harness.soi import SoiServer
from tests.browser.webapp.conftest import cell, go, lines
from tests.browser.webapp.test_pages import violations

pytestmark = pytest.mark.browser
UNSEEN = "chua.mo.vidu"
"""On the list, never opened on Instagram."""


@pytest.fixture
def page(tab: Page) -> Page:
    """Each test goes to its page by itself."""
    return tab


@pytest.fixture
def asked(page: Page, soi: SoiServer) -> Iterator[Locator]:
    """The field for the asked price of a creator who was never checked."""
    soi._call("PUT", f"/shortlist/{UNSEEN}", {"price_asked": None})
    go(page, f"creators/{UNSEEN}")
    yield page.get_by_label("Asked price")
    soi.clear_creator(UNSEEN)


def kept(soi: SoiServer) -> tuple[object, object, object]:
    price = soi.entry(UNSEEN)["price_asked"]
    return (price["low"], price["high"], price["currency"])


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("2tr5", ("= ₫2,500,000", 2_500_000, 2_500_000, "VND")),
        ("500k", ("= ₫500,000", 500_000, 500_000, "VND")),
        ("3.000.000", ("= ₫3,000,000", 3_000_000, 3_000_000, "VND")),
        ("1-2tr", ("= ₫1,000,000 – 2,000,000", 1_000_000, 2_000_000, "VND")),
        ("$49.99", ("= $49.99", 49.99, 49.99, "USD")),
    ],
)
def test_a_typed_price_is_echoed_and_saved_as_it_was_echoed(
    page: Page, soi: SoiServer, asked: Locator, typed: str, read: tuple[object, ...]
) -> None:
    """The words below the field say the number in full before it is saved; that number is saved."""
    asked.press_sequentially(typed)
    expect(page.locator(".money-read")).to_have_text(str(read[0]))
    page.get_by_role("button", name="Keep as asked price").click()
    expect(page.get_by_text(f"Saved: {UNSEEN}.")).to_be_visible()
    assert kept(soi) == read[1:]


def test_a_price_typed_in_a_hurry_is_read_before_it_is_saved(
    page: Page, soi: SoiServer, asked: Locator
) -> None:
    """Enter straight after the last key: what is saved is what the server reads, not half of it."""
    asked.press_sequentially("3.000.000")
    asked.press("Enter")
    expect(page.get_by_text(f"Saved: {UNSEEN}.")).to_be_visible()
    assert kept(soi) == (3_000_000, 3_000_000, "VND")


def test_a_doubtful_price_is_asked_about_and_not_saved(page: Page, soi: SoiServer, asked: Locator) -> None:
    """2,5 is no price in đồng: the likely one is offered, nothing is saved before the choice, axe finds nothing."""
    asked.press_sequentially("2,5")
    asked.press("Enter")
    likely = page.get_by_role("button", name="₫2,500,000")
    expect(likely).to_be_focused()
    assert soi.entry(UNSEEN)["price_asked"] is None
    assert violations(page) == []
    likely.click()
    expect(page.locator(".money-read")).to_have_text("= ₫2,500,000")
    page.get_by_role("button", name="Keep as asked price").click()
    expect(page.get_by_text(f"Saved: {UNSEEN}.")).to_be_visible()
    assert (kept(soi), soi.entry(UNSEEN)["price_asked"]["text"]) == ((2_500_000, 2_500_000, "VND"), "2,5")


def test_words_are_kept_as_words(page: Page, soi: SoiServer, asked: Locator) -> None:
    """And the person is told that there is no amount in them."""
    asked.press_sequentially("barter")
    expect(page.get_by_text("Kept as words: no amount in it.")).to_be_visible()
    asked.press("Enter")
    expect(page.get_by_text(f"Saved: {UNSEEN}.")).to_be_visible()
    assert soi.entry(UNSEEN)["price_asked"]["text"] == "barter"


def test_a_stored_price_that_lost_its_zeros_is_shown_for_correction(page: Page, soi: SoiServer) -> None:
    """3 ₫ of an older Soi: the page offers 3,000,000; nothing was changed before the person chose."""
    soi._call("PUT", f"/shortlist/{UNSEEN}", {"price_asked": {"amount": 3, "currency": "VND"}})
    go(page, f"creators/{UNSEEN}")
    expect(page.locator(".money-read")).to_have_text("= ₫3")
    assert kept(soi) == (3, 3, "VND")
    page.get_by_role("button", name="₫3,000,000").click()
    page.get_by_role("button", name="Keep as asked price").click()
    expect(page.get_by_text(f"Saved: {UNSEEN}.")).to_be_visible()
    assert kept(soi) == (3_000_000, 3_000_000, "VND")
    soi.clear_creator(UNSEEN)


def test_a_price_is_seen_and_typed_in_the_list(page: Page, soi: SoiServer) -> None:
    """Also of somebody who was never opened; a doubtful one is asked about in words before it is saved."""
    soi._call("PUT", f"/shortlist/{UNSEEN}", {"price_asked": "2tr5"})
    go(page, "list")
    page.get_by_role("searchbox").fill(UNSEEN)
    price = cell(page, lines(page).first, "Asked price")
    expect(price).to_have_text("₫2.5m")
    price.click()
    field = price.get_by_role("textbox")
    field.fill("900")
    expect(price.get_by_role("status")).to_have_text("= ₫900,000 ?")
    field.press("Enter")
    page.get_by_role("dialog").get_by_role("button", name="₫900,000").click()
    expect(page.get_by_text(f"Saved: {UNSEEN}.")).to_be_visible()
    assert kept(soi) == (900_000, 900_000, "VND")
    soi.clear_creator(UNSEEN)


def test_sales_are_read_like_any_money(page: Page, soi: SoiServer, checked: list[str]) -> None:
    """12tr5 in the form of an outcome is 12.5 million; a range is no sum."""
    go(page, f"creators/{checked[1]}")
    page.locator("summary", has_text="Record the outcome").click()
    sales = page.get_by_label("Sales")
    sales.press_sequentially("1-2tr")
    form = page.locator("form[data-keep=outcome]")
    expect(form.locator(".money-read")).to_be_visible()
    record = form.get_by_role("button").first
    record.click()
    expect(page.get_by_text("One amount is needed here")).to_be_visible()
    sales.fill("12tr5")
    record.click()
    expect(page.get_by_text(re.compile("Outcome saved"))).to_be_visible()
    outcome = soi._call("GET", f"/creators/{checked[1]}/outcome")
    soi._call("DELETE", f"/creators/{checked[1]}/outcome")
    assert outcome["sales"] == {"amount": 12_500_000, "currency": "VND"}


def test_the_limit_of_a_search_is_read_like_any_money(page: Page, soi: SoiServer) -> None:
    """5tr is 5 million; until a doubtful one is chosen, nothing can be saved."""
    go(page, "settings")
    page.get_by_role("button", name="Add a search").click()
    field = page.get_by_label("Most for one post")
    field.press_sequentially("900")
    likely = page.get_by_role("button", name="₫900,000")
    expect(likely).to_be_visible()
    assert field.evaluate("field => field.form.checkValidity()") is False
    field.fill("5tr")
    expect(page.locator("#searches .money-read")).to_have_text("= ₫5,000,000")
    page.get_by_role("button", name="Use these searches").click()
    expect(page.get_by_text("Searches saved.")).to_be_visible()
    limits = [search["price_limit"] for search in soi._call("GET", "/searches")["searches"]]
    soi._call("DELETE", "/searches")
    assert limits[-1] == {"amount": 5_000_000, "currency": "VND"}


@pytest.mark.parametrize("route", ["creators/{0}", "settings", "list", "import"])
def test_no_field_for_money_is_one_for_numbers(page: Page, checked: list[str], route: str) -> None:
    """Such a field makes 3 of 3.000.000 and says nothing."""
    go(page, route.format(checked[1]))
    if route == "settings":
        page.get_by_role("button", name="Make my own list in VND").click()
    labels = page.locator("input[type=number]").evaluate_all(
        "fields => fields.map((field) => field.name || field.ariaLabel)"
    )
    assert [label for label in labels if re.search("price|amount|sales|asked", label, re.IGNORECASE)] == []
