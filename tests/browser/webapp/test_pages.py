"""Each page of the web app: what it shows, that axe finds nothing, and that a stranger's markup stays text."""

from __future__ import annotations

import base64
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from scripts.research.panel.captures import capture
from scripts.research.panel.drawing import panel
from tests.browser.harness.crowd import name_of
from tests.browser.harness.driver import until
from tests.browser.harness.soi import ROOT, SoiServer
from tests.browser.webapp.conftest import CHECKED, NEW_TAB, ONLY_CHROMIUM, PAGES, go, names, speak

pytestmark = pytest.mark.browser
WORDS = "Words of another version"
SAID_WHILE_ON = "Everything stays on this machine."
SAID_WHILE_OFF = "Start it as the first time"
AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
KEPT = """caches.keys()
  .then((names) => Promise.all(names.map((name) => caches.open(name))))
  .then((all) => Promise.all(all.map((each) => each.keys())))
  .then((all) => all.flat().map((request) => new URL(request.url).pathname))"""
"""Addresses of everything that the service worker has stored."""


@pytest.fixture
def page(tab: Page) -> Page:
    """Each test goes to its page by itself."""
    return tab


def violations(page: Page) -> list[str]:
    """Each violation as "rule: element". Asked in Chromium alone: the rules read the document, which is the same.

    Firefox 153 ends the process of the page with signal 11 in most runs of axe over nine pages, and in none without axe.
    """
    if not AXE.exists():
        pytest.skip("axe-core is not installed: npm ci")
    if not is_chromium(page):
        return []
    page.evaluate(f"() => {{ {AXE.read_text('utf-8')}; }}")
    found = page.evaluate(
        "axe.run(document, { resultTypes: ['violations'] }).then((result) => result.violations)"
    )
    return [f"{rule['id']}: {node['html'][:120]}" for rule in found for node in rule["nodes"]]


WIDTHS = (1280, 400)
LOOKS = (
    ("Tiếng Việt", 1280, "light"),
    ("English", 400, "dark"),
    ("English", 1280, "dark"),
    ("Tiếng Việt", 400, "light"),
)
"""Language, width and theme; Firefox shows the first two, in which each of them occurs."""
HEADINGS = {
    "list": ("Danh sách", "Shortlist"),
    "check": ("Kiểm tra một trang đã lưu", "Check a saved page"),
    "creators": ("@{0}", "@{0}"),
    "compare": ("So sánh", "Compare"),
    "report": ("Báo cáo", "Report"),
    "import": ("Nhập danh sách", "Import"),
    "queue": ("Chờ xem", "To look at"),
    "today": ("Hôm nay", "Today"),
    "campaigns": ("chiến dịch", "Campaign"),
    "outcomes": ("Kết quả", "Outcomes"),
    "settings": ("Thiết lập", "Settings"),
}
"""What each page is called in Vietnamese and in English."""


def is_chromium(page: Page) -> bool:
    browser = page.context.browser
    return browser is None or browser.browser_type.name == "chromium"


def address_of(route: str, names: list[str]) -> str:
    """The fragment of a page, with the creators that it is about."""
    about = {
        "creators": f"creators/{names[0]}",
        "compare": f"compare?names={','.join(names)}",
        "report": f"report?names={names[0]}",
    }
    return about.get(route, route)


@pytest.mark.parametrize("route", HEADINGS)
def test_each_page_has_its_name_and_axe_finds_nothing(page: Page, checked: list[str], route: str) -> None:
    """Both languages, light and dark, wide and narrow; nothing is wider than the window."""
    go(page, address_of(route, checked))
    for language, width, theme in LOOKS if is_chromium(page) else LOOKS[:2]:
        page.set_viewport_size({"width": width, "height": 800})
        speak(page, language)
        page.locator(f"#theme [data-value={theme}]").click()
        go(page, address_of(route, checked))
        name = HEADINGS[route][language == "English"].format(checked[0])
        expect(page.get_by_role("heading", name=name).first).to_be_visible()
        assert violations(page) == [], (language, width, theme)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, (language, width, theme)


def test_a_creator_shows_figures_plots_and_signs(page: Page, checked: list[str]) -> None:
    """Each plot is a picture with a sentence that stands for it."""
    go(page, f"creators/{checked[1]}")
    expect(page.get_by_role("heading", name=f"@{checked[1]}")).to_be_visible()
    plots = page.get_by_role("img")
    expect(plots.filter(has=page.locator(".amount"))).to_have_count(1)
    names = [plot.get_attribute("aria-label") or "" for plot in plots.all()]
    assert any("Median of" in name and "between" in name for name in names)
    assert any("of 100 creators of this size" in name for name in names)
    assert page.locator("#page style, #page [style]").count() == 0


def test_a_ruling_stays_and_counts(page: Page, soi: SoiServer, checked: list[str]) -> None:
    """ "Harmless" under the heaviest sign lowers the score at once; pressing it again takes it back."""
    go(page, f"creators/{checked[0]}")
    before = score(soi, checked[0])
    sign = page.locator(".verdict details.signal").first
    sign.locator("summary").click()
    sign.get_by_role("button", name="Harmless").click()
    pressed = page.locator(".verdict [aria-pressed=true]")
    expect(pressed).to_have_count(1)
    until(lambda: score(soi, checked[0]) < before, "the lower score")
    page.evaluate("document.querySelector('.verdict [aria-pressed=true]').click()")
    expect(pressed).to_have_count(0)
    until(lambda: score(soi, checked[0]) == before, "the score of before")


def score(soi: SoiServer, name: str) -> float:
    return float(soi._call("GET", f"/creators/{name}/analysis")["analysis"]["suspicion"]["score"])


@ONLY_CHROMIUM
def test_the_price_calculator_judges_an_asked_price(page: Page, soi: SoiServer, checked: list[str]) -> None:
    """Above the usual range is said in words, with the cost of one engagement; the price is kept."""
    go(page, f"creators/{checked[1]}")
    page.get_by_label("Asked price").fill("90000000")
    expect(page.get_by_text("Above the usual range.")).to_be_visible()
    page.get_by_role("button", name="Keep as asked price").click()
    expect(page.get_by_text(f"Saved: {checked[1]}.")).to_be_visible()
    assert soi.entry(checked[1])["price_asked"]["low"] == 90_000_000


def test_markup_of_a_stranger_stays_text(page: Page, checked: list[str]) -> None:
    """A bio full of markup is read as it was written, on the page and in the report."""
    for route in (f"creators/{checked[2]}", f"report?names={checked[2]}"):
        go(page, route)
        expect(page.get_by_text(f"@{checked[2]}").first).to_be_visible()
        assert page.locator("#page :is(script, iframe, img, b, form[action])").count() == 0
    go(page, f"creators/{checked[2]}")
    assert "<" in page.locator(".biography").inner_text()


@ONLY_CHROMIUM
def test_a_ruling_changes_no_headline_and_is_said_beside_it(page: Page, soi: SoiServer) -> None:
    """The page says what was said on the day of the look; what would be said now stands beside it."""
    checked = soi._call("POST", "/checks", capture(panel(5)[-1], samples=True))
    name, told = checked["facts"]["username"], checked["trust"]
    sign = checked["suspicion"]["signals"][0]["id"]
    soi._call("PUT", f"/creators/{name}/rulings/{sign}", {"ruling": "innocent", "note": ""})
    now = soi.analysis(name)["trust"]
    go(page, f"creators/{name}")
    figure = page.locator(".verdict .figure").filter(has_text="Suspicion")
    expect(figure.locator("dd").first).to_have_text(f"{told['word']} {told['score']:.0f}/100")
    expect(page.locator(".verdict-now")).to_contain_text(f"{now['word']} {now['score']:.0f}/100")
    soi.clear_creator(name)


@ONLY_CHROMIUM
def test_an_audit_is_handed_to_the_downloads(page: Page, checked: list[str]) -> None:
    """The file that `soi replay` takes."""
    go(page, f"creators/{checked[0]}")
    with page.expect_download() as started:
        page.get_by_role("button", name="Download audit").click()
    assert started.value.suggested_filename.startswith(checked[0])
    assert '"capture_hash"' in Path(started.value.path()).read_text("utf-8")


@ONLY_CHROMIUM
@pytest.mark.parametrize(("kind", "magic"), [("CSV", b"\xef\xbb\xbf"), ("XLSX", b"PK")])
def test_the_list_is_exported(page: Page, kind: str, magic: bytes) -> None:
    """Excel needs the byte-order mark to read Vietnamese in a CSV."""
    go(page, "list")
    with page.expect_download() as started:
        page.get_by_role("button", name=kind).click()
    assert Path(started.value.path()).read_bytes().startswith(magic)


def test_an_import_is_seen_before_it_happens(page: Page, soi: SoiServer) -> None:
    """The dry run lists new names and the rows that are left out; only the button changes the list."""
    sheet = "username,note,price\nnhap.mot.vidu,=1+1,\nnhap.hai.vidu,xin chào,1.500.000\nkhông hợp lệ!,,\n"
    for name in ("nhap.mot.vidu", "nhap.hai.vidu"):  # the other browser has taken them over
        soi.clear_creator(name)
    go(page, "import")
    page.locator("#import-file").set_input_files(
        {"name": "danh sách.csv", "mimeType": "text/csv", "buffer": sheet.encode()}
    )
    expect(page.get_by_text("New: 2")).to_be_visible()
    expect(page.get_by_text("Row 4, column A: “không hợp lệ!”")).to_be_visible()
    assert "nhap.mot.vidu" not in soi.shortlist()
    page.get_by_role("button", name="Take over 2").click()
    expect(page.get_by_text("2 new, 0 merged")).to_be_visible()
    assert soi.entry("nhap.mot.vidu")["note"] == "=1+1"


@ONLY_CHROMIUM
def test_an_import_is_put_right_before_it_happens_and_taken_back_after(page: Page, soi: SoiServer) -> None:
    """What a column means and a bad cell are said on the page; these creators are shown alone; all of it is undone."""
    before = soi.shortlist()
    sheet = "username\tLạ\nnhap.ba.vidu\tThủ Đức\nkhông hợp lệ!\tQuận 3\n"
    go(page, "import")
    page.get_by_role("textbox", name="Or paste cells").fill(sheet)
    page.get_by_role("button", name="Read these cells").click()
    page.get_by_label("What “Lạ” is taken as").select_option("address")
    page.locator("summary", has_text="Put right").click()
    page.get_by_role("textbox", name="Row 3, column A").fill("@nhap.bon.vidu")
    page.locator(".put-right").get_by_role("button", name="Use this").click()
    page.get_by_role("button", name="Take over 2").click()
    page.get_by_role("link", name="Show these").click()
    expect(page.get_by_text("2 of")).to_be_visible()
    assert sorted(names(page)) == ["nhap.ba.vidu", "nhap.bon.vidu"]
    assert soi.entry("nhap.ba.vidu")["contacts"]["address"] == "Thủ Đức"
    go(page, "import")
    page.get_by_role("button", name="Undo the whole import").click()
    expect(page.get_by_text("The import is undone")).to_be_visible()
    assert soi.shortlist() == before


def test_the_queue_opens_nothing_by_itself(page: Page, checked: list[str]) -> None:
    """Handles become plain links that the marketer opens; what was checked counts as looked at."""
    go(page, "queue")
    field = page.get_by_role("textbox", name="Handles or links")
    field.fill(f"@{checked[0]}, https://www.instagram.com/moi.vidu/?hl=vi moi.vidu javascript:alert(1)")
    page.get_by_role("button", name="Add to what is to be looked at").click()
    expect(page.get_by_text("1 of 2 looked at")).to_be_visible()
    link = page.get_by_role("link", name="Open the next one: @moi.vidu")
    expect(link).to_have_attribute("href", "https://www.instagram.com/moi.vidu/")
    expect(link).to_have_attribute("rel", "noopener noreferrer")
    expect(link).to_have_attribute("target", "_blank")


@ONLY_CHROMIUM
def test_creators_are_compared_on_common_scales(page: Page, soi: SoiServer) -> None:
    """Each row marks its best by a word, and the table goes out as a file without formulas."""
    entries = soi._call("GET", "/shortlist")["entries"]
    judged = [e["username"] for e in entries if e["last_check"] and e["last_check"]["trust_word"]][:3]
    go(page, f"compare?names={','.join(judged)}")
    row = page.get_by_role("row").filter(has=page.get_by_role("rowheader", name="Suspicion"))
    expect(row.get_by_text("best")).to_have_count(1)
    with page.expect_download() as started:
        page.get_by_role("button", name="Table as CSV").click()
    lines = Path(started.value.path()).read_text("utf-8-sig").splitlines()
    assert lines[0].split(",")[1:] == [f'"{name}"' for name in judged]


PIXEL = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="


def text_of(file: Path) -> list[str]:
    """The text of each page of a PDF."""
    command = ["pdftotext", "-layout", str(file), "-"]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.split("\f")


@ONLY_CHROMIUM
def test_a_report_prints_on_a4(page: Page, checked: list[str], tmp_path: Path) -> None:
    """Three creators as PDF: an overview, then each on a page of its own with sources and model at the foot."""
    if not shutil.which("pdftotext"):
        pytest.skip("pdftotext is not installed: apt-get install poppler-utils")
    go(page, f"report?names={','.join(checked)}")
    file = tmp_path / "report.pdf"
    page.pdf(path=file, prefer_css_page_size=True)
    listed = subprocess.run(["pdfinfo", str(file)], capture_output=True, text=True, check=True).stdout
    assert "595.92 x 842.88" in listed or "594.96 x 841.92" in listed
    pages = text_of(file)
    written = [text for text in pages if text.strip()]
    assert [name for text, name in zip(written[1:], checked, strict=True) if f"@{name}" not in text] == []
    assert all("Model" in text and "Read from" in text for text in written)


@ONLY_CHROMIUM
def test_a_report_for_a_client_shows_nothing_internal(
    page: Page, soi: SoiServer, checked: list[str], tmp_path: Path
) -> None:
    """Notes, contacts and own columns go with the choice, and come back with the team's; title, logo and sums are printed.

    Of one on another platform, whom nobody looks at, the list's own words are there. On a phone the longest words of a choice stay inside the card, and the long name of a column leaves room for its value.
    """
    names = [*checked[:2], "tiktok:bep.vidu"]
    for name in names:
        extra = {"Mã nội bộ": "KOL-07", "Ghi chú riêng của nhóm truyền thông phía Nam": "Giao tận nơi"}
        own = {"extra": extra, "dates": {"Ngày gửi": "2026-12-05"}}
        soi._call("PUT", f"/shortlist/{name}", {"note": "chỉ nội bộ", "price_asked": {"text": "2tr5"}, **own})
    go(page, f"report?names={','.join(names)}")
    notes = page.locator(".sheet").get_by_text("chỉ nội bộ")
    own_columns = page.locator(".sheet").get_by_text("KOL-07")
    expect(notes).to_have_count(3)
    expect(own_columns).to_have_count(3)
    expect(page.locator(".sheet").first).to_contain_text("7,500,000")
    page.locator("#page section.no-print select").select_option("client")
    page.get_by_label("Title").fill("Tết 2027")
    picture = tmp_path / "logo.png"
    picture.write_bytes(base64.b64decode(PIXEL))
    page.get_by_label("Logo").set_input_files(picture)
    expect(page.locator(".sheet .report-logo")).to_have_count(4)
    expect(page.locator(".sheet").first.get_by_role("heading", name="Tết 2027")).to_be_visible()
    expect(page.get_by_label("Notes")).to_be_disabled()
    expect(notes).to_have_count(0)
    expect(own_columns).to_have_count(0)
    page.locator("#page section.no-print select").select_option("team")
    expect(notes).to_have_count(3)
    speak(page, "Tiếng Việt")
    page.set_viewport_size({"width": 360, "height": 740})
    card = page.locator("#page section.no-print", has_text="Dành cho")
    assert card.evaluate("card => card.scrollWidth <= card.clientWidth") is True
    values = page.locator(".report-facts dd").evaluate_all("all => all.map((dd) => dd.clientWidth)")
    assert min(values) > 150
    soi._call("DELETE", "/shortlist/tiktok:bep.vidu")


@ONLY_CHROMIUM
def test_a_long_report_has_head_and_foot_on_each_page(
    page: Page, soi: SoiServer, checked: list[str], tmp_path: Path
) -> None:
    """A creator with much to say takes a second page that names the creator and the sources again."""
    if not shutil.which("pdftotext"):
        pytest.skip("pdftotext is not installed: apt-get install poppler-utils")
    soi._call("PUT", f"/shortlist/{checked[1]}", {"note": "Đã hỏi giá ba bài và một reel. " * 200})
    go(page, f"report?names={checked[1]}")
    file = tmp_path / "report.pdf"
    page.pdf(path=file, prefer_css_page_size=True)
    written = [text for text in text_of(file) if text.strip()]
    assert len(written) == 2
    assert all(f"@{checked[1]}" in text and "Model" in text for text in written)


def test_settings_are_saved(page: Page, soi: SoiServer) -> None:
    """The currency of the table follows; when less history is kept is said."""
    go(page, "settings")
    expect(page.get_by_text("at the next check of each creator")).to_have_count(2)
    page.get_by_label("Currency of new prices").select_option("USD")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_text("Settings saved.")).to_be_visible()
    assert soi._call("GET", "/settings")["settings"]["currency"] == "USD"
    page.get_by_label("Currency of new prices").select_option("VND")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_text("Settings saved.")).to_have_count(2)


def updated(folder: Path) -> Path:
    """A copy of the program whose page has other words."""
    shutil.copytree(ROOT / "server", folder / "server", ignore=shutil.ignore_patterns("__pycache__"))
    words = folder / "server" / "messages" / "en.json"
    text = words.read_text("utf-8")
    for said in (SAID_WHILE_ON, SAID_WHILE_OFF):
        assert said in text
        text = text.replace(said, WORDS)
    words.write_text(text, "utf-8")
    return folder


def test_the_shell_opens_while_the_server_is_off_and_follows_an_update(
    browser: BrowserContext, tmp_path: Path
) -> None:
    """The words come from the browser's own copy, that of the newest server; nothing about a creator is in it."""
    soi = SoiServer(tmp_path / "home")
    tab = browser.new_page()
    tab.add_init_script("if (location.protocol === 'http:') caches.open('soi-shell-1')")  # of an older Soi
    try:
        tab.goto(soi.entrance())
        expect(tab.get_by_role("heading", level=1)).to_be_visible()
        tab.evaluate("navigator.serviceWorker.ready.then(() => true)")
        until(lambda: "soi-shell-1" not in tab.evaluate("caches.keys()"), "the old copy gone")
        kept = [re.sub(r"(?<=^/static/)[0-9a-f]{16}/", "", path) for path in tab.evaluate(KEPT)]
        assert {"/", "/static/modules/pages/settings/page.js", "/static/messages/vi.json"} <= set(kept)
        assert [path for path in kept if path.startswith("/api/")] == []
        (before,) = tab.evaluate("caches.keys()")
        tab.goto(
            NEW_TAB
        )  # an open page would follow the update by itself, into the middle of this one's reload
        soi.stop()
        soi.code_at = updated(tmp_path)
        soi.start()
        tab.goto(soi.page_url)
        expect(tab.get_by_text(WORDS)).to_be_visible()
        tab.goto(soi.entrance())
        expect(tab.get_by_role("heading", level=1)).to_be_visible()
        until(lambda: before not in tab.evaluate("caches.keys()"), "the copy of before gone")
        soi.stop()
        tab.reload()
        expect(tab.get_by_text(WORDS)).to_be_visible()
        expect(tab.get_by_text("Soi is not running").first).to_be_visible()
    finally:
        tab.close()
        soi.stop()


@ONLY_CHROMIUM
def test_a_full_disk_keeps_nothing_and_says_nothing(page: Page) -> None:
    """The page works as ever; once there is room again, the next visit keeps the shell."""
    go(page, "list")
    page.evaluate("""async () => {
      for (const worker of await navigator.serviceWorker.getRegistrations()) await worker.unregister();
      for (const name of await caches.keys()) await caches.delete(name);
    }""")
    browser = page.context.new_cdp_session(page)
    origin = page.evaluate("location.origin")
    browser.send("Storage.overrideQuotaForOrigin", {"origin": origin, "quotaSize": 1_000})
    page.reload()
    expect(page.get_by_role("heading", name="Shortlist")).to_be_visible()
    page.evaluate("navigator.serviceWorker.ready.then(() => true)")
    assert page.evaluate(KEPT) == []
    browser.send("Storage.overrideQuotaForOrigin", {"origin": origin})
    page.reload()
    until(lambda: page.evaluate("caches.match('/').then(Boolean)"), "the shell kept")


@pytest.fixture
def updating(browser: BrowserContext, tmp_path: Path) -> Iterator[tuple[SoiServer, Page]]:
    """A server of its own with two entries, and an open tab of it in which nothing was done yet."""
    soi = SoiServer(tmp_path / "home")
    for name in ("mot.vidu", "hai.vidu"):
        soi._call("PUT", f"/shortlist/{name}", {})
    tab = browser.new_page()
    tab.goto(soi.entrance())
    expect(tab.get_by_role("grid")).to_be_visible()
    yield soi, tab
    tab.close()
    soi.stop()


def update(soi: SoiServer, folder: Path) -> None:
    """Other files under the same version number; the tab stays signed in, as it does over each start of the server."""
    soi.stop()
    soi.code_at = updated(folder)
    soi.start()


def test_an_open_tab_follows_an_update_by_itself_where_nothing_was_done(
    updating: tuple[SoiServer, Page], tmp_path: Path
) -> None:
    """The new files are loaded, once, and no message stands there afterwards."""
    soi, tab = updating
    update(soi, tmp_path)
    expect(tab.get_by_text(WORDS)).to_be_visible()
    tab.evaluate("document.documentElement.dataset.loaded = ''")
    tab.wait_for_timeout(2_500)  # longer than one round of the shell
    expect(tab.locator("html[data-loaded]")).to_have_count(1)
    expect(tab.get_by_role("button", name="Reload")).to_have_count(0)


def test_an_update_loses_nothing_that_was_typed_chosen_or_looked_for(
    updating: tuple[SoiServer, Page], tmp_path: Path
) -> None:
    """Without the focus in any field too; a message offers to reload, and its button does."""
    soi, tab = updating
    tab.get_by_role("searchbox").fill("mot")
    tab.get_by_role("checkbox", name="mot.vidu").check()
    tab.get_by_role("searchbox").blur()
    update(soi, tmp_path)
    expect(tab.get_by_text("Soi was updated.")).to_be_visible()
    tab.wait_for_timeout(2_500)  # longer than one round of the shell
    expect(tab.get_by_role("searchbox")).to_have_value("mot")
    expect(tab.get_by_role("checkbox", name="mot.vidu")).to_be_checked()
    expect(tab.get_by_text(WORDS)).to_have_count(0)
    tab.get_by_role("button", name="Reload").click()
    expect(tab.get_by_text(WORDS)).to_be_visible()
    expect(tab.get_by_text("Soi was updated.")).to_have_count(0)


def test_the_names_of_figures_stay_in_view_while_creators_go_by(page: Page, checked: list[str]) -> None:
    """On a phone the frame of the comparison scrolls sideways; its first column does not, and hides what passes."""
    page.set_viewport_size({"width": 400, "height": 900})
    go(page, f"compare?names={','.join([*checked, name_of(1), name_of(2)])}")
    frame = page.get_by_role("group", name="Table")
    name = page.get_by_role("rowheader", name="Followers")
    before = name.bounding_box()
    assert before is not None
    scrolled = frame.evaluate("frame => { frame.scrollLeft = 200; return frame.scrollLeft; }")
    assert scrolled == 200
    assert name.bounding_box() == before
    assert before["width"] < 400 / 3
    top = "({ x, y }) => document.elementFromPoint(x, y).closest('td, th').textContent"
    assert page.evaluate(top, {"x": before["x"] + 20, "y": before["y"] + 10}) == "Followers"
    head = page.locator(".compare thead").bounding_box()
    assert head is not None
    assert page.evaluate(top, {"x": before["x"] + 20, "y": head["y"] + 10}) == ""


@ONLY_CHROMIUM
def test_one_is_said_as_one(updating: tuple[SoiServer, Page]) -> None:
    """Above the list, and in the preview of the thresholds."""
    soi, page = updating
    soi.clear_shortlist()
    html = (PAGES / CHECKED[1]).read_text("utf-8")
    name = soi._call("POST", "/checks", {"schema": 1, "html": html})["facts"]["username"]
    soi._call("PUT", f"/shortlist/{name}", {})
    page.reload()
    expect(page.get_by_text("1 creator", exact=True)).to_be_visible()
    go(page, "settings")
    previews = page.get_by_text("nothing changes for the 1 creator who can be judged again")
    expect(previews).to_have_count(2)  # of the searches and of the thresholds


@ONLY_CHROMIUM
def test_the_skip_link_moves_the_focus_and_stays_on_the_page(page: Page, checked: list[str]) -> None:
    """The address keeps naming the page, and so does any other fragment that is no route."""
    go(page, f"creators/{checked[1]}")
    page.get_by_role("link", name="Skip").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("main")).to_be_focused()
    assert page.evaluate("location.hash") == f"#/creators/{checked[1]}"
    page.evaluate("location.hash = '#main'")
    page.wait_for_timeout(2_500)  # longer than one round of the shell
    expect(page.get_by_role("heading", name=f"@{checked[1]}")).to_be_visible()


def submit_entry(page: Page) -> None:
    page.locator("form[data-keep=entry]").get_by_role("button", name="Save").click()


@ONLY_CHROMIUM
@pytest.mark.long
def test_what_was_typed_survives_a_closed_tab(
    page: Page, soi: SoiServer, session: str, checked: list[str]
) -> None:
    """Put back and said in another tab; dropped it is gone, and so is what was saved."""
    name = checked[0]
    before = soi.entry(name)["note"]
    go(page, f"creators/{name}")
    note = "form[data-keep=entry] [name=note]"
    page.locator(note).fill("gọi lại sau Tết")
    page.locator("form[data-keep=price] input[type=text]").fill("2tr5")
    tab = page.context.new_page()
    tab.add_init_script(
        f"if (location.protocol === 'http:') sessionStorage.setItem('soi.session', '{session}')"
    )
    page.goto("about:blank")  # as closed
    tab.goto(f"{soi.url}/#/creators/{name}")
    expect(tab.locator(note)).to_have_value("gọi lại sau Tết")
    expect(tab.locator("form[data-keep=price] input[type=text]")).to_have_value("2tr5")
    said = tab.get_by_role("group").filter(has_text="did not save")
    expect(said).to_have_count(2)
    said.first.get_by_role("button", name="Undo").click()
    said.first.get_by_role("button", name="Undo").click()
    expect(tab.locator(note)).to_have_value(before)
    tab.locator(note).fill("đã gọi")
    submit_entry(tab)
    expect(tab.get_by_text(f"Saved: {name}.")).to_be_visible()
    until(
        lambda: tab.evaluate("Object.keys(localStorage).filter((key) => key.startsWith('soi.draft'))") == [],
        "drafts that are no more",
    )
    assert soi.entry(name)["note"] == "đã gọi"
    tab.close()
    page.goto(soi.url)


@ONLY_CHROMIUM
def test_saving_a_creator_keeps_what_others_changed(page: Page, soi: SoiServer, checked: list[str]) -> None:
    """Only the fields that differ are sent, with the version that was seen; a refusal loses nothing typed."""
    name = checked[1]
    soi._call("PUT", f"/shortlist/{name}", {"note": "trước", "owner": None})
    go(page, f"creators/{name}")
    note = page.locator("form[data-keep=entry]").get_by_label("Note")
    page.route("**/changes?*", lambda _: None)  # never answered: the page has not heard of it yet
    note.fill("của tôi")
    soi._call("PUT", f"/shortlist/{name}", {"owner": "Lan"})
    submit_entry(page)
    expect(page.get_by_text("What you typed is still here")).to_be_visible()
    expect(page.get_by_label("Owner")).to_have_value("Lan")
    expect(note).to_have_value("của tôi")
    assert soi.entry(name)["note"] == "trước"
    submit_entry(page)
    expect(page.get_by_text(f"Saved: {name}.")).to_be_visible()
    expect(page.locator("form[data-keep=entry]").get_by_role("button", name="Save")).to_be_focused()
    assert (soi.entry(name)["note"], soi.entry(name)["owner"]) == ("của tôi", "Lan")


@ONLY_CHROMIUM
def test_vietnamese_figures_are_written_in_one_way(page: Page, soi: SoiServer, checked: list[str]) -> None:
    """Days as 20/11/2026 on every page, in backups and on axes too; counts with their points wherever words hold them."""
    soi._call("PUT", f"/shortlist/{checked[1]}", {"price_asked": {"amount": 2_500_000, "currency": "VND"}})
    go(page, "list")
    page.get_by_role("button", name="Tiếng Việt").click()
    expect(page.get_by_role("grid", name="Danh sách")).to_contain_text("2,5 Tr ₫")
    for route, dated in (
        ("check", r"\d\d/11/2026"),
        (f"creators/{name_of(0)}", r"\d\d:\d\d \d\d/\d\d/2026"),
    ):
        go(page, route)
        main = page.get_by_role("main")
        expect(main).to_contain_text(re.compile(dated))
        expect(main).not_to_contain_text(re.compile(r"\bthg\b|tháng \d|\b\d\d-\d\d\b"))
    own = "document.querySelector('script[type=module]').src.replace('shell/main', 'words/texts')"
    words = f"import({own})" + ".then(({ t }) => t('web.bulk_changed', { n: 12345 }))"
    assert page.evaluate(words) == "Đã thay đổi 12.345 mục."


@ONLY_CHROMIUM
def test_a_new_price_begins_in_the_chosen_currency(page: Page, soi: SoiServer, checked: list[str]) -> None:
    """The asked price, the sales of an outcome and the comparison, where no other currency was recorded."""
    soi._call("PUT", f"/shortlist/{checked[0]}", {"price_asked": None})
    for currency in ("USD", "VND"):
        go(page, "settings")
        page.get_by_label("Currency of new prices").select_option(currency)
        with page.expect_response(
            lambda answer: answer.request.method == "PUT" and answer.url.endswith("/settings")
        ):
            page.locator("form[data-keep=general]").get_by_role("button", name="Save").click()
        go(page, f"creators/{checked[0]}")
        expect(page.locator("form[data-keep=price] [name=currency]")).to_have_value(currency)
        expect(page.locator("form[data-keep=outcome] [name=currency]")).to_have_value(currency)
        go(page, f"compare?names={checked[0]},{checked[2]}")
        row = page.get_by_role("row").filter(has=page.get_by_role("rowheader", name="Price a post"))
        expect(row.get_by_role("cell").first).to_contain_text("$" if currency == "USD" else "₫")


@ONLY_CHROMIUM
def test_a_creator_of_whom_nothing_is_known_is_put_on_the_list(page: Page, soi: SoiServer) -> None:
    """Their page names them and offers it; pressed, it is the page of an entry."""
    go(page, "creators/chua.biet.vidu")
    expect(page.get_by_role("heading", level=1)).to_have_text("@chua.biet.vidu")
    expect(page.get_by_text("Soi knows nothing of this creator yet")).to_be_visible()
    page.get_by_role("button", name="Save to the list", exact=True).click()
    expect(page.get_by_label("Owner")).to_be_visible()
    saved = "chua.biet.vidu" in soi.shortlist()
    soi.clear_creator("chua.biet.vidu")
    assert saved
