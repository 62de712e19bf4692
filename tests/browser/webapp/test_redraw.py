"""A redraw loses nothing: what is typed, what has the focus and what is open, in every form that preact draws."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.harness.soi import SoiServer
from tests.browser.webapp.conftest import ONLY_CHROMIUM, go
from tests.browser.webapp.test_pages import address_of

pytestmark = pytest.mark.browser

OPEN_ALL = "() => { for (const each of document.querySelectorAll('#page details')) each.open = true; }"
TYPE_ALL = """() => {
  for (const control of document.querySelectorAll("form :is(input, select, textarea)")) {
    if (control.disabled || control.type === "file" || control.type === "hidden") continue;
    if (control.type === "radio") continue;
    if (control.type === "checkbox") control.click();
    else if (control instanceof HTMLSelectElement) control.selectedIndex = control.options.length - 1;
    else control.value = control.type === "number" ? control.max || "7" : `${control.value}7`;
    for (const type of ["input", "change"]) control.dispatchEvent(new Event(type, { bubbles: true }));
  }
}"""
HELD = """() => ({
  forms: [...document.querySelectorAll("form")].map((form) =>
    [...form.elements].filter((each) => each.matches("input, select, textarea") && each.type !== "hidden")
      .map((each) => [each.name, each.type === "checkbox" ? each.checked : each.value])),
  open: [...document.querySelectorAll("#page details")].map((each) => each.open),
  focus: [...document.querySelectorAll("input, select, textarea, button, summary, a")].indexOf(document.activeElement),
})"""
FOCUS = """(at) => {
  const form = [...document.querySelectorAll("form")].filter((each) => each.checkVisibility())[at];
  [...form.elements].findLast((each) => each.matches("input:not([type=hidden]), select, textarea")).focus();
}"""
COUNT = "() => [...document.querySelectorAll('form')].filter((each) => each.checkVisibility()).length"
LANGUAGE = "(language) => document.querySelector(`#language [data-value=${language}]`).click()"
"""Pressed without taking the focus away."""


@pytest.fixture
def page(tab: Page) -> Page:
    """Each test goes to its page by itself."""
    return tab


def held(page: Page) -> dict[str, Any]:
    found: dict[str, Any] = page.evaluate(HELD)
    return found


def in_other_words(page: Page, language: str) -> None:
    page.evaluate(LANGUAGE, language)
    expect(page.locator("html")).to_have_attribute("lang", language)


@ONLY_CHROMIUM
@pytest.mark.parametrize("route", ["creators", "settings", "queue"])
def test_another_language_keeps_typed_text_focus_and_open_details(
    page: Page, checked: list[str], route: str
) -> None:
    """Each form in turn has the focus while the whole page gets other words."""
    go(page, address_of(route, checked))
    expect(page.locator("#page form").first).to_be_visible()
    if route == "settings":  # forms that are there once they are asked for
        page.get_by_role("button", name="Edit").first.click()
        page.get_by_role("button", name="Make my own list in VND").click()
    assert_nothing_is_lost(page)


@ONLY_CHROMIUM
@pytest.mark.parametrize("view", ["new", "board", "edit", "post"])
def test_another_language_keeps_what_is_typed_on_a_campaigns_pages(
    page: Page, soi: SoiServer, view: str
) -> None:
    """Brief, slots, posts, messages and drafts, as any form."""
    brand = {"name": "Mây Xanh", "product": "Serum Mây Xanh"}
    made = soi._call("POST", "/campaigns", {"name": f"Vẽ lại {view}", "brand": brand})
    route = f"campaigns/{made['campaign']['id']}"
    made = soi._call("POST", f"/{route}/slots", {"creator": "an.vi.o"})
    post = {"slot": made["campaign"]["slots"][0]["id"], "kind": "reel"}
    made = soi._call("POST", f"/{route}/deliverables", post)
    board = route.replace("campaigns", "campaign")
    views = {"new": "campaign/new", "board": board, "edit": f"{board}?view=edit"}
    go(page, views.get(view, f"{board}?post={made['deliverables'][0]['id']}"))
    expect(page.locator("#page form").first).to_be_attached()
    assert_nothing_is_lost(page)


def assert_nothing_is_lost(page: Page) -> None:
    """All is opened and filled in; then each form in turn has the focus while the page gets other words and back."""
    page.evaluate(OPEN_ALL)
    page.wait_for_load_state("networkidle")  # what is drawn when it is opened first
    page.evaluate(TYPE_ALL)
    page.wait_for_timeout(500)  # longer than what waits for the last key
    forms = page.evaluate(COUNT)
    assert forms > 0
    for at in range(forms):
        page.evaluate(FOCUS, at)
        before = held(page)
        in_other_words(page, "vi")
        assert held(page) == before, at
        in_other_words(page, "en")
        assert held(page) == before, at


@ONLY_CHROMIUM
def test_a_change_made_elsewhere_keeps_typed_text_focus_and_open_details(
    page: Page, soi: SoiServer, checked: list[str]
) -> None:
    """The creator's page follows it at once, with somebody at the keyboard."""
    name = checked[0]
    go(page, f"creators/{name}")
    expect(page.get_by_label("Owner")).to_be_visible()
    page.evaluate(OPEN_ALL)
    page.evaluate(TYPE_ALL)
    page.evaluate(FOCUS, 0)
    page.wait_for_timeout(500)  # longer than what waits for the last key
    before = held(page)
    with page.expect_response(lambda answer: answer.url.endswith(f"/creators/{name}/analysis")):
        soi._call("PUT", f"/shortlist/{name}", {"note": "elsewhere"})
    page.wait_for_timeout(200)
    assert held(page) == before


@ONLY_CHROMIUM
def test_a_code_half_typed_outlives_the_rounds_of_the_shell(soi: SoiServer, browser: BrowserContext) -> None:
    """The form to sign in is drawn again with every round."""
    page = browser.new_page()
    page.goto(soi.url)
    code = page.locator("#code")
    code.fill("AB-12")
    page.wait_for_timeout(2_500)  # longer than one round of the shell
    in_other_words(page, "vi")
    expect(code).to_have_value("AB-12")
    expect(code).to_be_focused()
    page.evaluate("localStorage.clear()")
    page.close()
