"""A signed-in tab of the web app on a server with an invented list and three creators who were really checked.

Every test runs in Chromium and in Firefox, except those that ask for one of them by ``ONLY_CHROMIUM``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from tests.browser.conftest import BROWSERS, require
from tests.browser.harness.crowd import fill
from tests.browser.harness.driver import PATIENCE, until
from tests.browser.harness.pages import open_context
from tests.browser.harness.soi import SoiServer

SIZE = 40
PAGES = Path(__file__).resolve().parents[2] / "fixtures" / "pages"
CHECKED = ("profile_en_list.html", "profile_en_div.html", "profile_en_markup_in_bio.html")
EXPECTED = re.compile(r"status of (404|412|422|507)")
"""The browser's own line on a conflict, on a refused value, on a full disk, and on a creator who has just been erased."""
ONLY_CHROMIUM = pytest.mark.parametrize("browser", ["chromium"], indirect=True)
"""For what is slow or is the same in every browser: files, PDF, long waits."""
COUNT_QUESTIONS = """
  window.questions = 0;
  const ask = window.fetch;
  window.fetch = async (...of) => {
    window.questions += 1;
    try {
      const answer = await ask(...of);
      await answer.clone().arrayBuffer();
      return answer;
    } finally {
      setTimeout(() => { window.questions -= 1; });
    }
  };
"""
"""How many questions of the page are under way; one that follows from an answer has begun before that one's end."""
NEW_TAB = "about:blank"
DRAWN = "route => document.getElementById('page')?.dataset.drawn === route && !window.questions"
expect.set_options(timeout=PATIENCE * 1_000)


@pytest.fixture(scope="package")
def soi(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SoiServer]:
    home = tmp_path_factory.mktemp("webapp") / "home"
    fill(home, SIZE, visits=4)
    server = SoiServer(home)
    yield server
    server.stop()


@pytest.fixture(scope="package", params=BROWSERS)
def browser(
    request: pytest.FixtureRequest, soi: SoiServer, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[BrowserContext]:
    """One browser of a kind for all tests, without the extension. An address without a host is one of Soi's."""
    require(request.param)
    profile = tmp_path_factory.mktemp(f"webapp-{request.param}")
    with open_context(request.param, profile, soi.page_url) as context:
        context.add_init_script(COUNT_QUESTIONS)
        yield context


@pytest.fixture(scope="package")
def session(soi: SoiServer, browser: BrowserContext) -> str:
    """The token of a tab that was opened with the terminal's code."""
    soi.restart()  # a code is good once, and each browser needs one
    tab = browser.new_page()
    tab.goto(soi.entrance())
    expect(tab.get_by_role("heading", name="Shortlist")).to_be_visible()
    token = tab.evaluate("sessionStorage.getItem('soi.session')")
    tab.close()
    return str(token)


@pytest.fixture
def tab(browser: BrowserContext, session: str) -> Iterator[Page]:
    """A fresh tab that is signed in as soon as it goes to Soi; any error in its console fails the test."""
    tab = browser.new_page()
    troubles: list[str] = []
    tab.on("console", lambda said: troubles.append(said.text) if said.type == "error" else None)
    tab.on("pageerror", lambda error: troubles.append(str(error)))
    # A new tab's own page has no storage to put it in.
    tab.add_init_script(
        f"if (location.protocol === 'http:') sessionStorage.setItem('soi.session', '{session}')"
    )
    yield tab
    if tab.url != NEW_TAB:
        tab.evaluate("localStorage.clear()")
    tab.close()
    assert [text for text in troubles if not EXPECTED.search(text)] == []


@pytest.fixture
def page(tab: Page) -> Page:
    """The tab in English on the list. Where all tests of a file go elsewhere first, it has the tab alone for its page."""
    tab.goto("/")
    until(lambda: tab.evaluate(DRAWN, "list"), "the list")
    expect(tab.get_by_role("heading", name="Shortlist")).to_be_visible()
    return tab


@pytest.fixture(scope="package")
def checked(soi: SoiServer) -> list[str]:
    """Handles of creators with a check and an entry: one with signs, one to contact, one whose bio is markup."""
    names = []
    for name in CHECKED:
        html = (PAGES / name).read_text("utf-8")
        facts = soi._call("POST", "/checks", {"schema": 1, "html": html})["facts"]
        soi._call("PUT", f"/shortlist/{facts['username']}", {"status": "contacted"})
        names.append(facts["username"])
    return names


def go(page: Page, route: str) -> None:
    """Follow a route of the shell until its page is drawn and has asked for nothing that is not there."""
    if page.url == NEW_TAB:
        page.goto(f"/#/{route}")
    else:
        page.evaluate("route => { location.hash = route; }", f"#/{route}")
    until(lambda: page.evaluate(DRAWN, f"#/{route}"), f"the page of {route}")
    expect(page.get_by_role("heading", level=1).first).to_be_visible()


def open_menu(page: Page) -> None:
    """On a phone pages, language and theme are behind one button; a wide bar has none."""
    menu = page.get_by_role("button", name="Menu", exact=True)
    if menu.is_visible() and menu.get_attribute("aria-expanded") == "false":
        menu.click()


def speak(page: Page, language: str) -> None:
    """Press the button of the language, and wait until the page speaks it."""
    open_menu(page)
    page.get_by_role("button", name=language).click()
    expect(page.locator("html")).to_have_attribute("lang", "vi" if language == "Tiếng Việt" else "en")


def lines(page: Page) -> Locator:
    """The rows of the list that are drawn, without the titles."""
    return page.get_by_role("grid").get_by_role("row").filter(has=page.get_by_role("gridcell"))


def names(page: Page) -> list[str]:
    """The creators in view, in the order of the document."""
    return [
        text.removeprefix("@") for text in lines(page).locator("a[href^='#/creators/']").all_inner_texts()
    ]


def cell(page: Page, line: Locator, title: str) -> Locator:
    """The cell of a row under the title of a column."""
    titles = page.get_by_role("columnheader").all_inner_texts()
    place = next(place for place, text in enumerate(titles) if text.startswith(title))
    return line.get_by_role("gridcell").nth(place)
