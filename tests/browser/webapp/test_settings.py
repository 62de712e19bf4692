"""The settings page: thresholds with what they would change, own prices, backups, and erasing everything."""

from __future__ import annotations

import json
import re
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, Route, expect

from scripts.research.panel.captures import capture
from scripts.research.panel.drawing import panel
from tests.browser.harness.crowd import fill
from tests.browser.harness.soi import SoiServer
from tests.browser.webapp.conftest import CHECKED, ONLY_CHROMIUM, PAGES, go, lines, open_menu, speak
from tests.browser.webapp.test_pages import WIDTHS, violations

pytestmark = pytest.mark.browser
SLOW = 20_000
"""Milliseconds: a restore waits for the disk several times."""
SUSPICION = "Look closer, from this suspicion on"
SAVE_THRESHOLDS = "Use these thresholds"
CONTRADICTION = "Risky may not begin below Look closer."


@pytest.fixture
def page(tab: Page) -> Page:
    """Each test goes to its page by itself."""
    return tab


def api(soi: SoiServer, method: str, path: str, body: Any = None) -> Any:
    """The API as this machine's command line, which may do everything."""
    token = json.loads((soi.home / "running.json").read_text())["token"]
    headers = {"Authorization": f"Bearer {token}", "Content-Type": "application/json"}
    data = None if body is None else json.dumps(body).encode()
    asked = urllib.request.Request(f"{soi.url}/api/v1{path}", data, headers, method=method)  # noqa: S310 - our own server
    with urllib.request.urlopen(asked, timeout=10) as answer:  # noqa: S310 - as above
        return json.loads(answer.read())


def card(page: Page, title: str) -> Locator:
    return page.locator("section.card").filter(
        has=page.get_by_role("heading", name=title, exact=True, level=2)
    )


def put(field: Locator, value: str) -> None:
    """Type in place of what a number field holds: Firefox, driven from outside, would append to it."""
    field.fill("")
    if value:
        field.fill(value)


@pytest.fixture
def settings(page: Page, soi: SoiServer, checked: list[str]) -> Iterator[Page]:
    """The settings page of the shared server; afterwards its tables are the published ones again."""
    go(page, "settings")
    yield page
    for name in ("thresholds", "prices"):
        api(soi, "DELETE", f"/settings/{name}")


# --- thresholds -----------------------------------------------------------------------------------------------


def test_a_threshold_says_what_it_would_change_before_it_is_saved(
    settings: Page, soi: SoiServer, checked: list[str]
) -> None:
    """How many, from what to what, and who; nothing is changed until it is saved, by keyboard too."""
    field, own = settings.get_by_label(SUSPICION), card(settings, "Thresholds of the verdict")
    expect(own.get_by_text("nothing changes for the 3 creators")).to_be_visible()
    put(field, "2")
    expect(own.get_by_text("1 of 3 verdicts would change.")).to_be_visible()
    expect(own.get_by_text("Promising → Look closer: 1")).to_be_visible()
    own.get_by_text("Who (1)").click()
    expect(own.get_by_role("link", name=f"@{checked[1]}")).to_be_visible()
    expect(own.get_by_text("40 cannot be judged again")).to_be_visible()
    assert api(soi, "GET", "/settings/thresholds")["own"] is False
    assert soi.analysis(checked[1])["verdict"]["code"] == "promising"
    field.press("Enter")
    expect(settings.get_by_text("Thresholds saved.")).to_be_visible()
    assert soi.analysis(checked[1])["verdict"]["code"] == "look_closer"
    version = soi.analysis(checked[1])["model_version"]
    expect(own.get_by_text(version)).to_be_visible()


def test_a_search_says_what_it_would_change_before_it_is_saved(
    settings: Page, soi: SoiServer, checked: list[str]
) -> None:
    """The active one is opened and asks for another size: who would not fit any more, and nothing before it is saved."""
    own = card(settings, "What you look for")
    own.get_by_role("button", name="Edit: Micro").click()
    own.get_by_label("micro", exact=True).uncheck()
    own.get_by_label("mega", exact=True).check()
    expect(own.get_by_text("verdicts would change.")).to_be_visible()
    assert api(soi, "GET", "/searches")["own"] is False
    own.get_by_role("button", name="Use these searches").click()
    expect(settings.get_by_text("Searches saved.")).to_be_visible()
    assert api(soi, "GET", "/searches")["searches"][0]["tiers"] == ["mega"]
    api(soi, "DELETE", "/searches")


def partnered() -> dict[str, Any]:
    """A profile that cooks in every caption; two of its posts are paid, and the brand is named."""
    made = capture(panel(5)[-1], samples=False)
    timeline = made["responses"][1]["body"]["data"]
    nodes = [edge["node"] for found in timeline.values() for edge in found["edges"]]
    for node in nodes:
        node["caption"] = {"text": "Hôm nay mình nấu bún bò, công thức ở đây"}
    for node in (nodes[1], nodes[8]):
        node["sponsor_tags"] = [{"username": "hoasen.vn"}]
    return made


@ONLY_CHROMIUM
def test_niche_language_and_rivals_are_asked_and_shown(settings: Page, soi: SoiServer) -> None:
    """From the form of the search to the creator's page: topics with their words, brands with dates, the rival marked."""
    own = card(settings, "What you look for")
    own.get_by_role("button", name="Edit: Micro").click()
    own.get_by_text("Niche; none").click()
    own.get_by_label("Food", exact=True).check()
    own.get_by_text("Language of the captions").click()
    own.get_by_label("Vietnamese", exact=True).check()
    rivals = own.get_by_label("Rivals")
    put(rivals, "n" * 61)
    said = "field => field.validationMessage"
    assert "is too long: at most 60 characters" in rivals.evaluate(said)
    put(rivals, "Hoa Sen\n\nLá Xanh")
    put(own.get_by_label("Paid work for a rival"), "60")
    own.get_by_role("button", name="Use these searches").click()
    expect(settings.get_by_text("Searches saved.")).to_be_visible()
    expect(own).to_contain_text("Food · Vietnamese · no paid work for Hoa Sen, Lá Xanh in 60 days")
    (saved,) = api(soi, "GET", "/searches")["searches"]
    asked = {"niches": ["food"], "languages": ["vi"], "rivals": ["Hoa Sen", "Lá Xanh"], "rival_days": 60}
    assert asked == {name: saved[name] for name in asked}
    name = soi._call("POST", "/checks", partnered())["facts"]["username"]
    go(settings, f"creators/{name}")
    content = settings.get_by_role("region", name="Niche and partners")
    expect(content.get_by_role("listitem").first).to_contain_text(
        re.compile(r"Food \d+% by the words: bún bò")
    )
    expect(content).to_contain_text(re.compile(r"@hoasen\.vn rival 2 posts, \d\d/\d\d/2026 – \d\d/\d\d/2026"))
    expect(content).to_contain_text(re.compile(r"Paid: [\d.]+% \([\d. –]+\), 2 posts counted"))
    expect(content).to_contain_text("Too few to compare")
    soi.clear_creator(name)
    api(soi, "DELETE", "/searches")


@ONLY_CHROMIUM
def test_one_button_brings_the_published_thresholds_back(settings: Page, soi: SoiServer) -> None:
    """The button is there only while others are in force, and the fields show the published values again."""
    reset = settings.get_by_role("button", name="Back to the published thresholds")
    expect(reset).to_have_count(0)
    put(settings.get_by_label(SUSPICION), "40")
    settings.get_by_role("button", name=SAVE_THRESHOLDS).click()
    reset.click()
    expect(settings.get_by_text("The published thresholds are in force.")).to_be_visible()
    expect(settings.get_by_label(SUSPICION)).to_have_value("24")
    assert api(soi, "GET", "/settings/thresholds")["own"] is False


@ONLY_CHROMIUM
def test_values_that_contradict_each_other_are_said_and_stay(settings: Page) -> None:
    """In the preview at once, and at saving; what was typed is still there."""
    field = settings.get_by_label("Risky, from this suspicion on")
    put(field, "10")
    alerts = card(settings, "Thresholds of the verdict").get_by_role("alert")
    expect(alerts).to_have_text(CONTRADICTION)
    settings.get_by_role("button", name=SAVE_THRESHOLDS).click()
    expect(alerts.first).to_have_text(f"Not saved. {CONTRADICTION}")
    expect(field).to_have_value("10")
    put(field, "")
    expect(settings.get_by_text("Enter values within their limits")).to_be_visible()


@ONLY_CHROMIUM
def test_the_page_says_what_own_thresholds_cannot_promise(settings: Page) -> None:
    """The weights and measured figures are not theirs, and past visits keep their verdict."""
    text = card(settings, "Thresholds of the verdict").inner_text()
    assert "belong to the published thresholds only" in text
    assert "Earlier checks keep the verdict they were given" in text


@ONLY_CHROMIUM
def test_a_share_is_typed_in_percent(settings: Page, soi: SoiServer) -> None:
    """30 on the page is 0.3 of the table."""
    field = settings.get_by_label("share of followers with signs")
    expect(field).to_have_value("30")
    put(field, "45")
    settings.get_by_role("button", name=SAVE_THRESHOLDS).click()
    expect(settings.get_by_text("Thresholds saved.")).to_be_visible()
    saved = {t["name"]: t["value"] for t in api(soi, "GET", "/settings/thresholds")["thresholds"]}
    assert saved["suspicious_followers_from"] == 0.45


CARDS = {
    "General": ("/settings", "keep_visits", "Checks kept for each creator", "Save", "Settings saved."),
    "Thresholds of the verdict": (
        "/settings/thresholds",
        "risky_from",
        "Risky, from this suspicion on",
        SAVE_THRESHOLDS,
        "Thresholds saved.",
    ),
}
"""A card's route, one of its settings, the words of its field, of its button, and of what was saved."""


def saved_value(soi: SoiServer, title: str) -> float:
    """What is saved now of the setting that the card's tests change."""
    path, name, *_ = CARDS[title]
    answer = api(soi, "GET", path)
    values = answer.get("settings") or {each["name"]: each["value"] for each in answer["thresholds"]}
    return float(values[name])


def press_save(page: Page, title: str) -> None:
    card(page, title).get_by_role("button", name=CARDS[title][3], exact=True).click()


@pytest.fixture
def usual(settings: Page, soi: SoiServer) -> Iterator[Page]:
    """The settings page; afterwards the general settings are as before."""
    before = api(soi, "GET", "/settings")["settings"]
    yield settings
    api(soi, "PUT", "/settings", before)


@pytest.mark.parametrize("title", CARDS)
def test_another_tab_is_not_overwritten_unseen(usual: Page, soi: SoiServer, title: str) -> None:
    """What it saved is shown below what was typed, nothing is saved until the second press, also in a narrow window."""
    path, name, label, _, done = CARDS[title]
    api(soi, "PUT", path, {name: 70})
    field = usual.get_by_label(label)
    put(field, "50")
    press_save(usual, title)
    expect(card(usual, title).get_by_text("changed in another tab meanwhile")).to_be_visible()
    shown = usual.get_by_role("table", name="What the other tab saved")
    expect(shown.get_by_role("row")).to_have_count(2)  # with the titles: only what was changed
    expect(shown.get_by_role("row").last).to_contain_text(re.compile(rf"{label}.*70"))
    usual.set_viewport_size({"width": 400, "height": 900})
    assert usual.evaluate("document.documentElement.scrollWidth <= innerWidth") is True
    usual.set_viewport_size({"width": 1280, "height": 900})
    expect(field).to_have_value("50")
    assert saved_value(soi, title) == 70
    press_save(usual, title)
    expect(usual.get_by_text(done)).to_be_visible()
    assert saved_value(soi, title) == 50


@ONLY_CHROMIUM
@pytest.mark.parametrize("title", CARDS)
def test_a_conflict_in_one_card_does_not_open_the_way_for_the_other(
    usual: Page, soi: SoiServer, title: str
) -> None:
    """Both were changed elsewhere: the second card asks for itself, whatever the first one was told."""
    (other,) = set(CARDS) - {title}
    for path, name, *_ in CARDS.values():
        api(soi, "PUT", path, {name: 70})
    for each in (other, title):
        put(usual.get_by_label(CARDS[each][2]), "50")
    press_save(usual, other)
    press_save(usual, other)
    expect(usual.get_by_text(CARDS[other][4])).to_be_visible()
    press_save(usual, title)
    expect(card(usual, title).get_by_text("changed in another tab meanwhile")).to_be_visible()
    assert (saved_value(soi, other), saved_value(soi, title)) == (50, 70)


@ONLY_CHROMIUM
@pytest.mark.parametrize("title", CARDS)
def test_what_another_tab_saved_of_a_card_can_be_taken_over(usual: Page, soi: SoiServer, title: str) -> None:
    """The card is drawn from it, and what was typed there is given up."""
    path, name, label, *_ = CARDS[title]
    api(soi, "PUT", path, {name: 70})
    put(usual.get_by_label(label), "50")
    press_save(usual, title)
    usual.get_by_role("button", name="Take over what the other tab saved", exact=True).click()
    expect(usual.get_by_label(label)).to_have_value("70")
    expect(card(usual, title).get_by_role("alert")).to_have_count(0)
    assert saved_value(soi, title) == 70


@ONLY_CHROMIUM
def test_a_save_elsewhere_of_another_card_asks_nothing(usual: Page, soi: SoiServer) -> None:
    """All settings have one version; only a change of what the card shows is a reason to ask."""
    api(soi, "PUT", "/settings", {"keep_visits": 70})
    put(usual.get_by_label(SUSPICION), "30")
    usual.get_by_role("button", name=SAVE_THRESHOLDS).click()
    expect(usual.get_by_text("Thresholds saved.")).to_be_visible()
    assert saved_value(soi, "General") == 70


@ONLY_CHROMIUM
def test_a_full_disk_loses_nothing_that_was_typed(settings: Page) -> None:
    """The reason stands in the card, in words; another card is not drawn anew."""

    def full(route: Route) -> None:
        if route.request.method != "PUT":
            route.continue_()
            return
        error = {"error": {"code": "disk_full", "message": "x"}}
        route.fulfill(status=507, content_type="application/json", body=json.dumps(error))

    put(settings.get_by_label("Checks kept for each creator"), "77")
    settings.route("**/api/v1/settings/thresholds", full)
    put(settings.get_by_label(SUSPICION), "31")
    settings.get_by_role("button", name=SAVE_THRESHOLDS).click()
    alert = card(settings, "Thresholds of the verdict").get_by_role("alert")
    expect(alert).to_contain_text("The disk is full.")
    expect(settings.get_by_label(SUSPICION)).to_have_value("31")
    expect(settings.get_by_label("Checks kept for each creator")).to_have_value("77")


@ONLY_CHROMIUM
def test_a_long_list_shows_how_far_it_is(settings: Page) -> None:
    """While an answer says that some are left, a bar stands there and the page asks again."""
    asked: list[int] = []

    def slow(route: Route) -> None:
        asked.append(1)
        left = 3 - len(asked)
        body = {
            "total": 3000,
            "judged": 1000 * len(asked),
            "pending": 1000 * left,
            "changed": 0,
            "changes": [],
        }
        body |= {"creators": [], "not_judged": {"never_checked": 0, "no_audit": 0}, "model_version": "x"}
        settings.wait_for_timeout(700)
        route.fulfill(status=200, content_type="application/json", body=json.dumps(body))

    settings.route("**/api/v1/settings/thresholds/preview", slow)
    put(settings.get_by_label(SUSPICION), "32")
    expect(settings.get_by_role("progressbar", name="Judging again: 1,000 of 3,000")).to_be_visible()
    expect(
        card(settings, "Thresholds of the verdict").get_by_text("nothing changes for the 3,000 creators")
    ).to_be_visible()
    expect(settings.get_by_role("progressbar")).to_have_count(0)
    assert len(asked) == 3


# --- prices ---------------------------------------------------------------------------------------------------


def test_an_own_price_list_is_made_checked_and_named(
    settings: Page, soi: SoiServer, checked: list[str]
) -> None:
    """It begins with the published rows; a wrong row is named; saved, it stands wherever a price has its source."""
    settings.get_by_role("button", name="Make my own list in VND").click()
    low, high = settings.get_by_label("Row 2: Price from"), settings.get_by_label("Row 2: Price up to")
    expect(low).to_have_value("₫2,000,000")
    put(low, "90tr")
    save = settings.get_by_role("button", name="Save my list in VND")
    save.click()
    alert = card(settings, "Price lists").get_by_role("alert")
    expect(alert).to_have_text("Row 2: the higher price lies below the lower one.")
    expect(settings.get_by_label("Row 2: Followers from")).to_be_focused()
    put(low, "2,5")
    save.click()
    expect(alert).to_have_text("Row 2: say which price is meant.")
    card(settings, "Price lists").get_by_role("button", name="₫2,500,000").click()
    put(high, "3.500.000")
    expect(settings.get_by_text("₫2,500,000 – ₫3,500,000")).to_be_visible()
    save.click()
    expect(settings.get_by_text("Price list saved.")).to_be_visible()
    rows = api(soi, "GET", "/settings/prices")["own"][0]["ranges"]
    assert (rows[1]["low"], rows[1]["high"]) == (2_500_000, 3_500_000)
    go(settings, f"creators/{checked[1]}")
    expect(settings.get_by_text(re.compile(r"Your own list, 20\d\d")).first).to_be_visible()
    go(settings, f"report?names={checked[1]}")
    expect(settings.get_by_text(re.compile(r"Your own list, 20\d\d")).first).to_be_visible()


@pytest.mark.parametrize(
    ("cells", "message"),
    [
        ({"Row 2: Followers from": "9000"}, "Rows 1 and 2 hold the same number of followers."),
        ({"Row 1: up to": "1"}, "Row 1: the second number of followers has to be larger than the first."),
        ({"Row 3: Price up to": ""}, "Row 3 has an empty or a wrong number."),
        ({"Row 3: Price from": "-1"}, "Row 3 has an empty or a wrong number."),
    ],
)
@ONLY_CHROMIUM
def test_each_fault_of_a_price_list_is_said(
    settings: Page, soi: SoiServer, cells: dict[str, str], message: str
) -> None:
    """By row, and nothing is saved."""
    settings.get_by_role("button", name="Make my own list in VND").click()
    for name, value in cells.items():
        put(settings.get_by_label(name), value)
    settings.get_by_role("button", name="Save my list in VND").click()
    expect(card(settings, "Price lists").get_by_role("alert")).to_have_text(message)
    assert api(soi, "GET", "/settings/prices")["own"] is None


@ONLY_CHROMIUM
def test_rows_are_added_and_removed_and_the_published_list_comes_back(settings: Page, soi: SoiServer) -> None:
    """A new row goes on where the last one ends; the names of the rows follow; gaps are allowed."""
    settings.get_by_role("button", name="Make my own list in USD").click()
    settings.get_by_role("button", name="Add a row").click()
    expect(settings.get_by_label("Row 4: Followers from")).to_have_value("500,000")
    expect(settings.get_by_label("Row 4: up to")).to_be_focused()
    settings.get_by_role("button", name="Remove row 4").click()
    settings.get_by_role("button", name="Remove row 2").click()
    expect(settings.get_by_label("Row 2: Followers from")).to_have_value("50,000")
    settings.get_by_role("button", name="Save my list in USD").click()
    expect(settings.get_by_text("Price list saved.")).to_be_visible()
    assert [r["from"] for r in api(soi, "GET", "/settings/prices")["own"][0]["ranges"]] == [1_000, 50_000]
    settings.get_by_role("button", name="Back to the published lists in USD").click()
    expect(settings.get_by_role("table", name="World price survey, 2025")).to_be_visible()
    assert api(soi, "GET", "/settings/prices")["own"] is None


def test_prices_of_another_tab_are_shown_before_they_are_replaced(settings: Page, soi: SoiServer) -> None:
    """Its list stands below what was typed, nothing is saved until the second press, its other currency stays."""
    theirs = [{"from": 4_000, "to": 70_000, "low": 1_250_000, "high": 6_500_000}]
    dollars = {"currency": "USD", "ranges": [{"from": 1, "to": 2, "low": 3, "high": 4}]}
    settings.get_by_role("button", name="Make my own list in VND").click()
    put(settings.get_by_label("Row 2: Price from"), "2500000")
    api(soi, "PUT", "/settings/prices", {"lists": [{"currency": "VND", "ranges": theirs}, dollars]})
    save = settings.get_by_role("button", name="Save my list in VND")
    save.click()
    expect(settings.get_by_text("Your list in VND was changed in another tab meanwhile.")).to_be_visible()
    shown = settings.get_by_role("table", name="What the other tab saved in VND")
    expect(shown).to_contain_text("4,000")
    expect(shown).to_contain_text("1,250,000")
    settings.set_viewport_size({"width": 400, "height": 900})
    expect(settings.get_by_role("button", name="Take over what the other tab saved in VND")).to_be_visible()
    assert settings.evaluate("document.documentElement.scrollWidth <= innerWidth") is True
    settings.set_viewport_size({"width": 1280, "height": 900})
    expect(settings.get_by_label("Row 2: Price from")).to_have_value("2500000")
    assert api(soi, "GET", "/settings/prices")["own"][0]["ranges"] == theirs
    save.click()
    expect(settings.get_by_text("Price list saved.")).to_be_visible()
    saved = {one["currency"]: one for one in api(soi, "GET", "/settings/prices")["own"]}
    assert (saved["VND"]["ranges"][1]["low"], saved["USD"]) == (2_500_000, dollars)


@ONLY_CHROMIUM
def test_what_another_tab_saved_can_be_taken_over(settings: Page, soi: SoiServer) -> None:
    """Also where it took the own list away: then the published lists are said to hold."""
    theirs = [{"from": 4_000, "to": 70_000, "low": 1_250_000, "high": 6_500_000}]
    settings.get_by_role("button", name="Make my own list in VND").click()
    api(soi, "PUT", "/settings/prices", {"lists": [{"currency": "VND", "ranges": theirs}]})
    save = settings.get_by_role("button", name="Save my list in VND")
    save.click()
    settings.get_by_role("button", name="Take over what the other tab saved in VND").click()
    expect(settings.get_by_label("Row 1: Price from")).to_have_value(re.compile(r"₫1,250,000"))
    expect(card(settings, "Price lists").get_by_role("alert")).to_have_count(0)
    api(soi, "DELETE", "/settings/prices")
    save.click()
    expect(settings.get_by_text("the published lists hold again")).to_be_visible()
    assert api(soi, "GET", "/settings/prices")["own"] is None


@ONLY_CHROMIUM
def test_published_lists_have_vietnamese_names(settings: Page) -> None:
    """Names and notes, on the settings page and beside the prices of a creator."""
    settings.get_by_role("button", name="Tiếng Việt").click()
    expect(settings.get_by_role("table", name="Khảo sát giá thế giới, 2025")).to_be_visible()
    expect(settings.get_by_text("tổng hợp từ các bảng giá đã công bố")).to_be_visible()
    assert "survey" not in settings.locator("#page").inner_text()


# --- a server of its own --------------------------------------------------------------------------------------


@pytest.fixture
def own(browser: BrowserContext, tmp_path: Path) -> Iterator[tuple[SoiServer, Page]]:
    """A server with three entries, of whom two were checked, and its settings page in a signed-in tab."""
    home = tmp_path / "home"
    fill(home, 1)
    soi = SoiServer(home)
    for name in CHECKED[:2]:
        facts = soi._call("POST", "/checks", {"schema": 1, "html": (PAGES / name).read_text("utf-8")})[
            "facts"
        ]
        soi._call("PUT", f"/shortlist/{facts['username']}", {"note": "ghi chú kín"})
    tab = browser.new_page()
    tab.goto(soi.entrance())
    expect(tab.get_by_role("heading", name="Shortlist")).to_be_visible()
    go(tab, "settings")
    yield soi, tab
    tab.close()
    soi.stop()


def test_a_backup_is_made_and_restored_and_the_restore_taken_back(own: tuple[SoiServer, Page]) -> None:
    """Asked first; Cancel changes nothing; the list page loads anew each time."""
    soi, page = own
    page.get_by_role("button", name="Make a backup now").click()
    expect(page.get_by_text("Backup made.")).to_be_visible()
    page.get_by_role("button", name="Make a backup now").click()
    expect(page.get_by_text("The newest backup holds all of this already.")).to_be_visible()
    go(page, "list")
    expect(lines(page)).to_have_count(3)
    soi._call("PUT", "/shortlist/moi.them", {})
    go(page, "settings")
    restore = page.get_by_role("button", name="Restore the backup of").first
    restore.click()
    dialog = page.get_by_role("dialog")
    expect(dialog).to_contain_text("4 on the list")
    expect(dialog).to_contain_text("Afterwards 3 are on the list.")
    expect(dialog.get_by_role("button", name="Cancel")).to_be_focused()
    page.keyboard.press("Escape")
    expect(dialog).to_have_count(0)
    assert len(soi.shortlist()) == 4
    restore.click()
    dialog.get_by_role("button", name="Restore").click()
    expect(page.get_by_text("Restored: 3 on the list.")).to_be_visible(timeout=SLOW)
    assert "moi.them" not in soi.shortlist()
    go(page, "list")
    expect(lines(page)).to_have_count(3)
    go(page, "settings")
    page.get_by_role("button", name="Bring back what was there before").click()
    expect(page.get_by_text("Restored: 4 on the list.")).to_be_visible(timeout=SLOW)
    assert "moi.them" in soi.shortlist()
    go(page, "list")
    expect(page.get_by_role("link", name="@moi.them", exact=True)).to_be_visible()


@ONLY_CHROMIUM
def test_a_downloaded_backup_is_restored_from_its_file(own: tuple[SoiServer, Page], tmp_path: Path) -> None:
    """The same file that the browser saved; a file of another kind is refused in words."""
    soi, page = own
    page.get_by_role("button", name="Make a backup now").click()
    expect(page.get_by_text("Backup made.")).to_be_visible(timeout=SLOW)
    with page.expect_download() as started:
        page.get_by_role("button", name="Download the backup of").first.click()
    assert re.fullmatch(r"soi-backup-\d{12}-\d{8}T\d{6}Z\.json\.gz", started.value.suggested_filename)
    file = tmp_path / "mine.json.gz"
    started.value.save_as(file)
    soi.clear_shortlist()
    chooser = page.get_by_label("Restore from a file")
    for data in (b"not a backup", b"x" * (8 * 2**20 + 1)):
        (tmp_path / "other.json").write_bytes(data)
        chooser.set_input_files(tmp_path / "other.json")
        page.get_by_role("dialog").get_by_role("button", name="Restore").click()
        expect(card(page, "Your data and backups").get_by_role("alert")).to_contain_text("no backup of Soi")
    page.get_by_label("Merge another list from a file").set_input_files(file)
    expect(page.get_by_role("dialog")).to_contain_text("3 would be new")
    page.get_by_role("dialog").get_by_role("button", name="Cancel").click()
    assert soi.shortlist() == {}
    chooser.set_input_files(file)
    expect(page.get_by_role("dialog")).to_contain_text("A file may bring back creators who were erased")
    page.get_by_role("dialog").get_by_role("button", name="Restore").click()
    expect(page.get_by_text("Restored: 3 on the list.")).to_be_visible(timeout=SLOW)
    assert len(soi.shortlist()) == 3


@pytest.mark.parametrize(("language", "word"), [("English", "ERASE"), ("Tiếng Việt", "XÓA HẾT")])
def test_erasing_everything_needs_the_word_and_leaves_nothing(
    own: tuple[SoiServer, Page], language: str, word: str
) -> None:
    """In the language of the page; afterwards neither the data folder nor this browser knows a name."""
    soi, page = own
    names = list(soi.shortlist())
    vietnamese = language == "Tiếng Việt"
    speak(page, language)
    page.evaluate("names => localStorage.setItem('soi.queue', JSON.stringify(names))", names)
    typed = page.get_by_label("Gõ XÓA HẾT để xác nhận" if vietnamese else "Type ERASE to confirm")
    go_on = page.get_by_role(
        "button", name="Xóa tất cả vĩnh viễn" if vietnamese else "Erase everything for good"
    )
    typed.fill(word.lower())
    go_on.click()
    expect(
        card(page, "Xóa tất cả" if vietnamese else "Erase everything").get_by_role("alert")
    ).to_contain_text(word)
    expect(typed).to_be_focused()
    assert list(soi.shortlist()) == names
    typed.fill(word)
    typed.press("Enter")
    done = "Đã xóa tất cả: 3 mục" if vietnamese else "Everything is erased: 3 on the list"
    expect(page.get_by_text(done)).to_be_visible(timeout=SLOW)
    assert soi.shortlist() == {}
    held = [
        f"{name} in {file.name}"
        for file in soi.files()
        for name in names
        if name.encode() in file.read_bytes()
    ]
    assert held == []
    kept = page.evaluate("Object.keys(localStorage)")
    assert set(kept) <= {"soi.language", "soi.theme"}
    go(page, "list")
    expect(page.get_by_role("grid")).to_have_count(0)


@ONLY_CHROMIUM
@pytest.mark.parametrize("language", ["Tiếng Việt", "English"])
def test_axe_finds_nothing_in_open_forms_and_dialogs(own: tuple[SoiServer, Page], language: str) -> None:
    """An own list with a fault, a preview, the question of a restore: wide in light, narrow in dark."""
    _, page = own
    speak(page, language)
    for width, theme in zip(WIDTHS, ("light", "dark"), strict=True):
        page.set_viewport_size({"width": width, "height": 900})
        open_menu(page)
        page.locator(f"#theme [data-value={theme}]").click()
        go(page, "list")
        go(page, "settings")
        page.evaluate(
            "for (const each of document.querySelectorAll('.folded:not([open]) > summary')) each.click()"
        )
        page.get_by_role("button", name=re.compile("own list in VND|riêng bằng VND")).click()
        page.get_by_label(re.compile("^(Row|Dòng) 1: .*(up to|đến dưới)$")).first.fill("")
        page.get_by_role("button", name=re.compile("Save my list|Lưu bảng giá")).click()
        page.get_by_label(re.compile("^(Look closer, from this susp|Xem kỹ, từ mức)")).fill("2")
        expect(page.get_by_text(re.compile("verdicts would change|nhận định sẽ đổi"))).to_be_visible()
        page.get_by_role("button", name=re.compile("Make a backup now|Tạo bản sao lưu ngay")).click()
        expect(page.get_by_role("button", name=re.compile("^(Download|Tải)")).first).to_be_visible()
        assert violations(page) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        page.get_by_role("button", name=re.compile("^(Restore the|Khôi phục bản)")).first.click()
        expect(page.get_by_role("dialog")).to_be_visible()
        assert violations(page) == []
        page.keyboard.press("Escape")


@ONLY_CHROMIUM
def test_a_stopped_server_is_said_once_and_nothing_typed_is_lost(own: tuple[SoiServer, Page]) -> None:
    """In words, not as a key; a page that was opened meanwhile comes with the server, without a new code."""
    soi, page = own
    name = next(iter(soi.shortlist()))
    go(page, f"creators/{name}")
    form = page.locator("form[data-keep=entry]")
    form.get_by_label("Note").fill("chưa gửi")
    soi.stop()
    form.get_by_role("button", name="Save").click()
    expect(page.locator("#toasts")).to_contain_text("Soi is not running")
    alert = page.locator("#notice [role=alert]")
    expect(alert).to_contain_text("Soi is not running")
    expect(form.get_by_label("Note")).to_have_value("chưa gửi")
    alert.evaluate("node => { node.dataset.seen = 'yes'; }")
    page.wait_for_timeout(4_500)  # two rounds of the shell
    expect(alert).to_have_attribute("data-seen", "yes")
    page.evaluate("location.hash = '#/outcomes'")
    expect(page.locator("#page [role=alert]")).to_be_visible()
    soi.start()
    expect(page.locator("#page")).to_contain_text("No outcome")
    expect(page.get_by_role("alert")).to_have_count(0)


@ONLY_CHROMIUM
def test_stages_are_renamed_ordered_and_taken_away(page: Page, soi: SoiServer) -> None:
    """By keyboard; creators follow a new name, and those of a stage that goes away move where it is said."""
    for name, stage in (("doi.ten.vidu", "chốt"), ("bo.di.vidu", "huỷ")):
        soi._call("PUT", f"/shortlist/{name}", {"stage": stage})
    go(page, "settings")
    card = page.locator("#stages")
    card.get_by_label("Name of the stage").nth(6).fill("đã chốt giá")
    card.get_by_role("button", name="Move up: đã chốt giá").press("Enter")
    card.get_by_role("button", name="Remove: cancelled").press("Enter")
    card.get_by_label("Creators at this stage").select_option("declined")
    card.get_by_role("button", name="Use these stages").press("Enter")
    expect(page.get_by_text("Stages saved.")).to_be_visible()
    saved = [row["name"] for row in soi._call("GET", "/stages")["stages"]]
    moved = [soi.entry(name)["stage"] for name in ("doi.ten.vidu", "bo.di.vidu")]
    card.get_by_role("button", name="Back to the usual ones").click()
    expect(card.get_by_label("Name of the stage")).to_have_count(16)
    for name in ("doi.ten.vidu", "bo.di.vidu"):
        soi.clear_creator(name)
    assert (saved[5], "huỷ" in saved, moved) == ("đã chốt giá", False, ["đã chốt giá", "từ chối"])


@ONLY_CHROMIUM
def test_on_a_phone_a_member_keeps_room_for_the_name(page: Page) -> None:
    """Role, link and removal go below it. The team is handed to the page: the shared server stays one person's."""
    member = {
        "id": "m1",
        "name": "Chị Nguyễn Hoàng Phương Thảo",
        "role": "owner",
        "created_at": "2026-11-01T08:00:00Z",
    }
    team = {"members": [member | {"joined_at": None, "invited_until": None}], "me": "m1"}
    page.route("**/api/v1/members", lambda asked: asked.fulfill(json=team))
    page.set_viewport_size({"width": 400, "height": 800})
    go(page, "settings")
    page.locator("details.folded summary", has_text="Team").click()
    name = page.locator("#members .device-text")
    expect(name).to_be_visible()
    assert name.evaluate("text => text.clientWidth") > 150
