"""A signed-in tab of the web app on a server with an invented list and three creators who were really checked."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import require
from tests.browser.harness.chromium import ChromiumBrowser
from tests.browser.harness.crowd import fill
from tests.browser.harness.soi import SoiServer

SIZE = 40
PAGES = Path(__file__).resolve().parents[2] / "fixtures" / "pages"
CHECKED = ("profile_en_list.html", "profile_en_div.html", "profile_en_markup_in_bio.html")
EXPECTED = re.compile(r"status of (404|412)")
"""The browser's own line on a conflict, and on a creator who has just been erased."""


@pytest.fixture(scope="package")
def soi(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SoiServer]:
    require("chromium")
    home = tmp_path_factory.mktemp("webapp") / "home"
    fill(home, SIZE, visits=4)
    server = SoiServer(home)
    yield server
    server.stop()


@pytest.fixture(scope="package")
def chromium(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ChromiumBrowser]:
    require("chromium")
    browser = ChromiumBrowser(tmp_path_factory.mktemp("webapp-profile"), None, 1, locale="en-GB")
    yield browser
    browser.close()


@pytest.fixture(scope="package")
def session(soi: SoiServer, chromium: ChromiumBrowser) -> str:
    """The token of a tab that was opened with the terminal's code."""
    tab = chromium.context.new_page()
    tab.goto(soi.entrance())
    expect(tab.get_by_role("heading", name="Shortlist")).to_be_visible()
    token = tab.evaluate("sessionStorage.getItem('soi.session')")
    tab.close()
    return str(token)


@pytest.fixture
def page(soi: SoiServer, chromium: ChromiumBrowser, session: str) -> Iterator[Page]:
    """A fresh signed-in tab in English on the list; any error in its console fails the test."""
    tab = chromium.context.new_page()
    tab.emulate_media(reduced_motion="reduce")  # a colour that is still changing has any contrast
    troubles: list[str] = []
    tab.on("console", lambda said: troubles.append(said.text) if said.type == "error" else None)
    tab.on("pageerror", lambda error: troubles.append(str(error)))
    tab.add_init_script(f"sessionStorage.setItem('soi.session', '{session}')")
    tab.goto(soi.url)
    expect(tab.get_by_role("heading", name="Shortlist")).to_be_visible()
    yield tab
    tab.evaluate("localStorage.clear()")
    tab.close()
    assert [text for text in troubles if not EXPECTED.search(text)] == []


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
