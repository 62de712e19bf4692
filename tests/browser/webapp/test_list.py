"""The web app in Chromium: the shortlist found, changed, taken back and kept live, by role and name."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.harness.chromium import ChromiumBrowser
from tests.browser.harness.crowd import name_of
from tests.browser.harness.soi import SoiServer
from tests.browser.webapp.conftest import SIZE

pytestmark = pytest.mark.browser
HOSTILE = '<img src=x onerror="document.title=1"><b>đậm</b>'


def rows(page: Page) -> list[str]:
    """The names in view."""
    return page.locator(".list-grid .tabulator-row a").all_inner_texts()


def test_search_ignores_marks(page: Page) -> None:
    """ "da lat" without marks finds the tag "Đà Lạt"."""
    page.get_by_role("searchbox").fill("da lat")
    expect(page.get_by_role("status").filter(has_text="creators")).to_contain_text(f"of {SIZE}")
    tags = page.locator(".list-grid .tabulator-row .cell-tags").all_inner_texts()
    assert tags
    assert all("Đà Lạt" in text for text in tags)


def test_a_status_is_changed_in_the_cell_and_taken_back(page: Page, soi: SoiServer) -> None:
    """Inline edit saves with the entry's version; Undo in the message puts the old status back."""
    name = rows(page)[0].removeprefix("@")
    before = soi.entry(name)["status"]
    wanted = "agreed" if before != "agreed" else "paid"
    page.locator(".list-grid .tabulator-row").first.locator(".cell-status_rank").click()
    page.get_by_role("combobox", name=f"Status of {name}").select_option(wanted)
    expect(page.get_by_text(f"Saved: {name}.")).to_be_visible()
    assert soi.entry(name)["status"] == wanted
    page.get_by_role("button", name="Undo").click()
    expect(page.get_by_text(f"Saved: {name}.")).to_be_hidden()
    expect(page.locator(".toast")).to_have_count(0)
    page.wait_for_timeout(300)  # the answer to the undo
    assert soi.entry(name)["status"] == before


def test_who_was_quicker_is_said(page: Page, soi: SoiServer) -> None:
    """A change made elsewhere since is neither overwritten nor lost: the table shows it and says so."""
    name = rows(page)[0].removeprefix("@")
    cell = page.locator(".list-grid .tabulator-row").first.locator(".cell-owner")
    cell.click()
    soi._call("PUT", f"/shortlist/{name}", {"owner": "Somebody Else"})
    page.get_by_role("textbox", name=f"Owner of {name}").fill("Me")
    page.keyboard.press("Enter")
    expect(page.get_by_text(f"{name} was changed elsewhere meanwhile.")).to_be_visible()
    expect(cell).to_have_text("Somebody Else")


def test_the_keyboard_alone_selects_and_tags(page: Page, soi: SoiServer) -> None:
    """Arrows, Space and the bar above; the tags go to every chosen creator and come back off by Undo."""
    page.locator(".tabulator-tableholder").focus()
    for key in ("Space", "ArrowDown", "Space"):
        page.keyboard.press(key)
    bar = page.get_by_role("group", name="Selected creators")
    expect(bar).to_contain_text("2 selected")
    names = [name.removeprefix("@") for name in rows(page)[:2]]
    bar.get_by_role("textbox", name="Tag to add").fill("Tết 2027")
    page.keyboard.press("Enter")
    expect(page.get_by_text("2 changed.")).to_be_visible()
    assert all("Tết 2027" in soi.entry(name)["tags"] for name in names)
    page.get_by_role("button", name="Undo").click()
    page.wait_for_timeout(500)  # the answers to two undos
    assert not any("Tết 2027" in soi.entry(name)["tags"] for name in names)


def test_a_save_elsewhere_appears_by_itself(page: Page, soi: SoiServer) -> None:
    """The extension saves; the open table has the creator within a few seconds, and loses one that is erased."""
    soi._call("PUT", "/shortlist/moi.luu.vidu", {"note": HOSTILE, "tags": [HOSTILE[:50]]})
    page.get_by_role("searchbox").fill("moi.luu")
    expect(page.locator(".list-grid .tabulator-row")).to_have_count(1, timeout=8_000)
    expect(page.locator(".list-grid .tabulator-row .cell-note")).to_contain_text("<img src=x")
    assert page.locator(".list-grid img, .list-grid b").count() == 0
    soi._call("DELETE", "/creators/moi.luu.vidu")
    expect(page.locator(".list-grid .tabulator-row")).to_have_count(0, timeout=8_000)


def test_erasing_can_be_called_off_and_then_happens(page: Page, soi: SoiServer) -> None:
    """Asked first, then ten seconds to call it off; without that the creator is gone everywhere."""
    soi._call("PUT", "/shortlist/xoa.toi.vidu", {})
    page.get_by_role("searchbox").fill("xoa.toi")
    row = page.locator(".list-grid .tabulator-row")
    expect(row).to_have_count(1, timeout=8_000)
    for last in (False, True):
        row.get_by_role("checkbox").check()
        page.get_by_role("button", name="Erase everywhere").click()
        page.get_by_role("dialog").get_by_role("button", name="Erase everywhere").click()
        expect(row).to_have_count(0)
        if not last:
            page.get_by_role("button", name="Undo").click()
            expect(row).to_have_count(1)
    expect(page.get_by_text("1 erased from the list")).to_be_visible(timeout=14_000)
    assert "xoa.toi.vidu" not in soi.shortlist()


def test_a_view_is_kept(page: Page) -> None:
    """Filters under a name survive a reload of the page."""
    page.get_by_label("Verdict", exact=True).select_option("risky")
    page.get_by_text("Save view").click()
    page.get_by_role("textbox", name="Name of the view").fill("Cần xem lại")
    page.keyboard.press("Enter")
    page.reload()
    page.get_by_label("Saved views").select_option("Cần xem lại")
    expect(page.get_by_label("Verdict", exact=True)).to_have_value("risky")
    verdicts = page.locator(".list-grid .tabulator-row .cell-verdict_rank").all_inner_texts()
    assert set(verdicts) == {"Risky"}


def test_an_empty_list_leads_to_the_first_save(chromium: ChromiumBrowser, tmp_path: Path) -> None:
    """A new user reads three steps, and finds the ways to bring a list along."""
    server = SoiServer(tmp_path / "home")
    try:
        tab = chromium.context.new_page()
        tab.add_init_script("localStorage.setItem('soi.language', 'vi')")
        tab.goto(server.entrance())
        expect(tab.get_by_role("heading", name="Danh sách chưa có ai")).to_be_visible()
        expect(tab.get_by_role("listitem").filter(has_text="Bấm Lưu trên huy hiệu")).to_be_visible()
        expect(tab.get_by_role("main").get_by_role("link", name="Nhập danh sách")).to_be_visible()
        server._call("PUT", f"/shortlist/{name_of(1)}", {})
        expect(tab.get_by_role("grid", name="Danh sách")).to_be_visible(timeout=8_000)
        tab.evaluate("localStorage.clear()")
        tab.close()
    finally:
        server.stop()
