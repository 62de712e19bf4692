"""After damage: the page says what was left out, in both languages, and brings the last whole backup back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from server.store.records import Check, Visit
from server.store.store import utc_now
from server.store.tinydb import embedded_store
from tests.browser.harness.soi import SoiServer

pytestmark = pytest.mark.browser
NAMES = ("mai.an", "lan.anh", "thu.ha")


def damaged(home: Path) -> None:
    """Three entries and a whole backup of them; then one letter of a creator's row is another one."""
    file = home / "soi.json"
    store = embedded_store(file)
    for name in NAMES:
        store.checks.add(Check(name, Visit(utc_now())))
        store.entries.save(name, {"note": "x" * 40})
    store.keep_backup()
    store.compact()
    store.close()
    lines = file.read_bytes().splitlines(keepends=True)
    file.write_bytes(b"".join([lines[0], lines[1].replace(b"lan.anh", b"lan.ann"), *lines[2:]]))


@pytest.fixture
def page(browser: BrowserContext, tmp_path: Path) -> Iterator[Page]:
    home = tmp_path / "home"
    home.mkdir()
    damaged(home)
    server = SoiServer(home)
    tab = browser.new_page()
    tab.goto(server.entrance())
    yield tab
    tab.close()
    server.stop()


def test_the_page_says_what_was_set_aside_and_restores_the_last_whole_backup(page: Page) -> None:
    """One button, asked first; afterwards the list is as it was and the notice is gone."""
    notice = page.locator("#notice")
    expect(notice).to_contain_text("was set aside unchanged as soi.json.corrupt-")
    expect(notice).to_contain_text("could not be read or led nowhere and were left out")
    expect(notice).to_contain_text("The last whole backup is of")
    page.get_by_role("button", name="Tiếng Việt").click()
    expect(notice).to_contain_text("Khôi phục bản sao lưu nguyên vẹn mới nhất")
    page.get_by_role("button", name="English").click()
    notice.get_by_role("button", name="Restore the last whole backup").click()
    page.get_by_role("dialog").get_by_role("button", name="Restore", exact=True).click()
    expect(notice).to_be_empty()
    for name in NAMES:
        expect(page.get_by_role("link", name=name).first).to_be_visible()
