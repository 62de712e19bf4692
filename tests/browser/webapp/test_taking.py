"""The queue of handles, and pages that name creators of whom nothing is known."""

from __future__ import annotations

import quopri
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.harness.soi import SoiServer
from tests.browser.webapp.conftest import ONLY_CHROMIUM, PAGES, go

pytestmark = pytest.mark.browser


@ONLY_CHROMIUM
def test_the_queue_drops_nothing_without_a_word(page: Page, checked: list[str]) -> None:
    """What is no handle stays in the box, and what is taken out comes back by Undo, in its place."""
    page.evaluate("location.hash = '#/queue'")
    box = page.get_by_role("textbox", name="Handles or links")
    box.fill(f"https://www.instagram.com/p/abc/ {checked[0]}, @khac.vidu không-phải")
    page.get_by_role("button", name="Add to what is to be looked at").click()
    expect(box).to_have_value("https://www.instagram.com/p/abc/\nkhông-phải")
    expect(page.get_by_text("2 left in the box")).to_be_visible()
    items = page.get_by_role("main").get_by_role("listitem")
    expect(items).to_have_count(2)
    expect(page.get_by_text("1 of 2 looked at")).to_be_visible()
    page.get_by_role("button", name="Empty the queue").click()
    expect(items).to_have_count(0)
    page.get_by_role("button", name="Undo").click()
    expect(items).to_have_count(2)
    expect(items.first).to_contain_text(checked[0])
    expect(page.get_by_text("1 of 2 looked at")).to_be_visible()


@ONLY_CHROMIUM
def test_one_who_is_gone_does_not_take_the_others_along(page: Page, checked: list[str]) -> None:
    """The report and the comparison leave out who is not known, and name them."""
    for route in ("compare", "report"):
        page.evaluate(
            "route => { location.hash = route; }", f"#/{route}?names={checked[0]},da.xoa.vidu,{checked[1]}"
        )
        expect(page.get_by_text("Soi knows nothing of them: da.xoa.vidu")).to_be_visible()
        expect(page.get_by_role("main").get_by_text(f"@{checked[1]}").first).to_be_visible()


PAGE = (PAGES / "profile_vi_div.html").read_bytes()
ARCHIVE = b"\r\n".join(
    [
        b"Snapshot-Content-Location: https://www.instagram.com/linhdan.vidu/",
        b'Content-Type: multipart/related; boundary="vidu"',
        b"",
        b"--vidu",
        b"Content-Type: text/html",
        b"Content-Transfer-Encoding: quoted-printable",
        b"",
        quopri.encodestring(PAGE),
        b"--vidu--",
        b"",
    ]
)


@ONLY_CHROMIUM
@pytest.mark.parametrize(
    ("name", "file"),
    [("trang.html", PAGE), ("trang.mhtml", ARCHIVE), ("trang.html", PAGE.decode().encode("utf-16"))],
    ids=["html", "mhtml", "utf-16"],
)
def test_a_saved_page_is_read_however_it_was_saved(page: Page, name: str, file: bytes) -> None:
    """Chosen or dropped: its verdict stands below with the creator's name."""
    page.evaluate("location.hash = '#/check'")
    with page.expect_file_chooser() as chooser:
        page.get_by_text("Choose files").click()
    chooser.value.set_files({"name": name, "mimeType": "text/html", "buffer": file})
    verdict = page.get_by_role("article")
    expect(verdict).to_contain_text("@linhdan.vidu")
    expect(verdict).to_contain_text("33,604")


@ONLY_CHROMIUM
def test_a_folder_of_saved_pages_goes_on_the_list(page: Page, soi: SoiServer, tmp_path: Path) -> None:
    """Folders in it too; pictures are passed over, and what is no profile is named with its reason."""
    (tmp_path / "trong").mkdir()
    (tmp_path / "a.html").write_bytes(PAGE)
    (tmp_path / "trong" / "tin.html").write_text("<html><body>Tin</body></html>")
    (tmp_path / "trong" / "anh.jpg").write_text("x")
    go(page, "check")
    page.locator("#folder").set_input_files(tmp_path)
    expect(page.get_by_text("1 on the list, with the pages' own dates")).to_be_visible()
    expect(page.get_by_text("2 of 2 pages")).to_be_visible()
    page.get_by_text("1 left out").click()
    expect(page.get_by_text("tin.html")).to_contain_text("tin.html")
    expect(page.get_by_text("This page is not an Instagram profile.")).to_be_visible()
    assert "linhdan.vidu" in soi.shortlist()
    soi.clear_creator("linhdan.vidu")
