"""What takes a while says so, and what fails says why: pages on their way, and files that are prepared."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.webapp.conftest import ONLY_CHROMIUM

pytestmark = pytest.mark.browser
NOTICED_MS = 200
"""What takes less is not said: server/web/modules/shell/loading.js."""
HOLD = """(ms) => {
  const [begin, end, waiting] = [window.setTimeout, window.clearTimeout, new Map()];
  let last = 0;
  window.setTimeout = (then, after, ...rest) =>
    after === ms ? (waiting.set(--last, then), last) : begin(then, after, ...rest);
  window.clearTimeout = (id) => (waiting.delete(id) ? undefined : end(id));
  window.pass = () => { for (const [id, then] of waiting) { waiting.delete(id); then(); } };
}"""
"""What is noticed passes when the test says so: a busy machine makes no page slow, a quiet one none quick."""
WATCH = """() => {
  window.said = [];
  const note = () => window.said.push(document.getElementById("loading").textContent);
  new MutationObserver(note).observe(document.getElementById("loading"), { childList: true });
}"""
"""Notes whatever is said of loading, however short it stands."""


@ONLY_CHROMIUM
def test_a_page_on_its_way_is_said_and_a_quick_one_does_not_flash(page: Page) -> None:
    """Said while the answer is awaited, gone with the page; also where the page is left before it came."""
    held: list[Route] = []
    page.route("**/api/v1/outcomes/summary", lambda route: held.append(route))  # noqa: PLW0108  (it marks the handler, which a method of a list does not allow)
    said = page.get_by_role("status").filter(has_text="Loading…")
    page.evaluate("location.hash = '#/queue'")  # its code is there from now on
    expect(page.get_by_role("heading", name="To look at")).to_be_visible()
    page.evaluate(HOLD, NOTICED_MS)
    _open_held(page, held)
    expect(said).to_have_count(0)
    page.evaluate("window.pass()")
    expect(said).to_be_visible()
    held.pop().continue_()
    expect(page.get_by_role("heading", level=1, name="Outcomes")).to_be_visible()
    expect(said).to_have_count(0)
    page.evaluate("location.hash = '#/queue'")
    expect(page.get_by_role("heading", name="To look at")).to_be_visible()
    _open_held(page, held)
    page.evaluate("window.pass()")
    expect(said).to_be_visible()
    page.evaluate(WATCH)
    page.evaluate("location.hash = '#/queue'")
    expect(page.get_by_role("heading", name="To look at")).to_be_visible()
    page.evaluate("window.pass()")
    assert page.evaluate("window.said") == [""]


def _open_held(page: Page, held: list[Route]) -> None:
    """Turn to a page whose answer is held back, and wait until it has been asked for."""
    with page.expect_request("**/api/v1/outcomes/summary"):
        page.evaluate("location.hash = '#/outcomes'")
    while not held:
        page.evaluate("0")  # any question: what was routed meanwhile is handed over with its answer


@ONLY_CHROMIUM
def test_a_file_is_prepared_once_and_a_failure_is_said(page: Page) -> None:
    """The button is out of use meanwhile, and it is said; afterwards it has the focus again."""
    held: list[Route] = []
    page.route("**/api/v1/shortlist.xlsx*", lambda route: held.append(route))  # noqa: PLW0108  (as above)
    export = page.get_by_role("group", name="Export").get_by_role("button", name="XLSX")
    export.click()
    expect(export).to_be_disabled()
    preparing = page.get_by_role("status").filter(has_text="The file is being prepared…")
    expect(preparing).to_be_visible()
    full = {"error": {"code": "disk_full", "message": ""}}
    held.pop().fulfill(status=507, content_type="application/json", body=json.dumps(full))
    expect(page.get_by_text("The file could not be made. The disk is full.")).to_be_visible()
    expect(preparing).to_have_count(0)
    expect(export).to_be_enabled()
    expect(export).to_be_focused()
    page.unroute_all(behavior="ignoreErrors")
    with page.expect_download():
        export.click()
    expect(export).to_be_enabled()
