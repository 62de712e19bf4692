"""What came of it, and the evidence beyond the counts: recorded, summed up, compared, explained in words and pictures."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.harness.crowd import name_of
from tests.browser.harness.soi import SoiServer
from tests.browser.webapp.conftest import ONLY_CHROMIUM, PAGES, go, open_menu, speak
from tests.browser.webapp.test_pages import violations
from tests.http.looks import capture

pytestmark = pytest.mark.browser
TEXTS = ("xinh quá", "🔥🔥", "shop ở đâu vậy ạ?", "@ban.cua.toi", "mình thử rồi, hơi mặn")
POSTS = ("Cabcdefghi1", "Cabcdefghi2", "Cabcdefghi3")


@pytest.fixture
def page(tab: Page) -> Page:
    """Each test goes to its page by itself."""
    return tab


def comments(first: int, n: int) -> list[dict[str, Any]]:
    """One comment each by ``n`` invented people, and an answer of the creator to every fifth."""
    found: list[dict[str, Any]] = []
    for i in range(n):
        post, minute = POSTS[i % 3], f"2026-11-20T08:{i % 60:02d}:00Z"
        person = f"nguoi.xem.{first + i}"
        found.append({"post": post, "username": person, "text": TEXTS[i % 5], "created_at": minute})
        if i % 5 == 0:
            answer = {"text": f"@{person} cảm ơn bạn", "created_at": "2026-11-20T10:00:00Z"}
            found.append({"post": post, "username": "chu.nha", "is_reply": True, "by_owner": True} | answer)
    return found


def followers(n: int) -> dict[str, Any]:
    names = [
        f"khach.{'abcdefghij'[i % 10]}.{'klmnopqrst'[i // 10]}" if i % 5 else f"u{73_310_000 + i}"
        for i in range(n)
    ]
    return {"position": "top", "rows": [{"username": name, "has_photo": "." in name} for name in names]}


FIRST, SECOND = "profile_vi_decoy_number_in_bio.html", "profile_vi_hidden_likes.html"
"""These two share commenters."""
STRANGER, SAMPLED = "profile_vi_list.html", "profile_vi_div.html"
"""Nobody but these tests checks any of the four, so that no sample stands in the reports of others."""


def check(soi: SoiServer, page: str, at: str, **samples: Any) -> str:
    """A check of one of the invented pages with samples; gives the handle."""
    html = (PAGES / page).read_text("utf-8")
    sent = {"schema": 1, "html": html, "captured_at": at, "samples": samples}
    return str(soi._call("POST", "/checks", sent)["facts"]["username"])


@pytest.fixture
def outcomes(soi: SoiServer) -> Iterator[None]:
    """No outcome before and none after."""

    def clear() -> None:
        for outcome in soi._call("GET", "/outcomes")["outcomes"]:
            soi._call("DELETE", f"/creators/{outcome['username']}/outcome")

    clear()
    yield
    clear()


@pytest.fixture
def decided(soi: SoiServer, outcomes: None) -> None:
    """Every creator of the invented list with an outcome, worth it in two of three."""
    for number in range(30):
        sales = {"amount": 1_500_000 + number, "currency": "VND" if number % 4 else "USD"}
        body = {"worth_it": number % 3 > 0, "clicks": 100 + number, "sales": sales, "quality": 1 + number % 5}
        soi._call("PUT", f"/creators/{name_of(number)}/outcome", body)


# --- outcomes ---------------------------------------------------------------------------------------------------


def test_an_outcome_is_recorded_changed_and_taken_back(
    page: Page, soi: SoiServer, checked: list[str], outcomes: None
) -> None:
    """Offered openly once the post is out; beside it stands what Soi had said; taking back asks first."""
    name = checked[0]
    soi._call("PUT", f"/shortlist/{name}", {"status": "posted"})
    go(page, f"creators/{name}")
    card = page.get_by_role("region", name="What came of it")
    expect(card.get_by_text("The post is out.")).to_be_visible()
    card.get_by_label("Would you work together again?").select_option("Yes, worth it")
    card.get_by_label("Clicks").fill("310")
    card.get_by_label("Sales").fill("12500000")
    card.get_by_label("Content quality").select_option("4")
    card.get_by_role("button", name="Record the outcome").click()
    expect(card.get_by_text("Soi said then:")).to_be_visible()
    recorded = soi._call("GET", f"/creators/{name}/outcome")
    assert (recorded["worth_it"], recorded["clicks"], recorded["codes"], recorded["quality"]) == (
        True,
        310,
        None,
        4,
    )
    assert recorded["sales"] == {"amount": 12_500_000, "currency": "VND"}
    card.get_by_label("Clicks").fill("")
    card.get_by_role("button", name="Save").click()
    expect(page.get_by_text(f"Outcome saved: {name}.").nth(1)).to_be_visible()
    assert soi._call("GET", f"/creators/{name}/outcome")["clicks"] is None
    card.get_by_role("button", name="Take back").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_role("button", name="Cancel").click()
    expect(dialog).to_have_count(0)
    card.get_by_role("button", name="Take back").click()
    page.get_by_role("dialog").get_by_role("button", name="Take back").click()
    expect(card.get_by_text("The post is out.")).to_be_visible()
    assert soi._call("GET", "/outcomes")["outcomes"] == []
    soi._call("PUT", f"/shortlist/{name}", {"status": "contacted"})


@ONLY_CHROMIUM
def test_before_the_post_it_is_offered_folded(page: Page, checked: list[str], outcomes: None) -> None:
    """Nobody is urged to record what has not happened."""
    go(page, f"creators/{checked[1]}")
    card = page.get_by_role("region", name="What came of it")
    expect(card.get_by_label("Clicks")).to_be_hidden()
    card.get_by_text("Record the outcome").first.click()
    expect(card.get_by_label("Clicks")).to_be_visible()


@ONLY_CHROMIUM
def test_a_number_that_the_server_refuses_is_said_and_what_was_typed_stays(
    page: Page, checked: list[str], outcomes: None
) -> None:
    """The browser's own limits are taken away first, as a script or another browser might."""
    go(page, f"creators/{checked[1]}")
    card = page.get_by_role("region", name="What came of it")
    card.get_by_text("Record the outcome").first.click()
    page.evaluate("for (const form of document.forms) form.noValidate = true")
    card.get_by_label("Clicks").fill("-3")
    with page.expect_response(lambda answer: answer.request.method == "PUT") as refused:
        card.get_by_role("button", name="Record the outcome").click()
    assert refused.value.status == 422
    expect(page.get_by_text("A number is out of range")).to_be_visible()
    expect(card.get_by_label("Clicks")).to_have_value("-3")


@ONLY_CHROMIUM
def test_under_twenty_there_is_progress_and_no_rate(page: Page, soi: SoiServer, outcomes: None) -> None:
    """ "2 of 20": a share of two would say anything."""
    with_verdict = [name for name, verdict in verdicts(soi).items() if verdict != "not_enough_data"][:2]
    for name in with_verdict:
        soi._call("PUT", f"/creators/{name}/outcome", {"worth_it": True})
    go(page, "outcomes")
    card = page.get_by_role("region", name="How Soi's verdicts did for you")
    expect(card.get_by_role("progressbar", name="2 of 20 decided outcomes")).to_be_visible()
    expect(card.get_by_role("img")).to_have_count(0)
    assert "%" not in card.inner_text()
    links = page.get_by_role("region", name="Recorded outcomes (2)").get_by_role("link")
    assert {link.inner_text() for link in links.all()} == {f"@{name}" for name in with_verdict}


def verdicts(soi: SoiServer) -> dict[str, str]:
    """What the last check of each creator on the list said."""
    entries = soi._call("GET", "/shortlist")["entries"]
    return {entry["username"]: entry["last_check"]["verdict"] for entry in entries if entry["last_check"]}


@ONLY_CHROMIUM
def test_from_twenty_on_there_are_rates_with_intervals(page: Page, soi: SoiServer, decided: None) -> None:
    """A picture whose text says the same, a table with it, and sums by currency."""
    summary = soi._call("GET", "/outcomes/summary")
    assert summary["enough"]
    go(page, "outcomes")
    card = page.get_by_role("region", name="How Soi's verdicts did for you")
    everything = summary["all"]
    said = f"All verdicts: {everything['hits']} of {everything['n']} right"
    expect(card.get_by_role("img")).to_have_attribute("aria-label", re.compile(re.escape(said)))
    row = card.get_by_role("row").filter(has=page.get_by_role("rowheader", name="Contact", exact=True))
    contact = summary["verdicts"]["contact"]
    expect(row).to_contain_text(f"{contact['hits']} of {contact['n']} right")
    table = page.get_by_role("region", name="Recorded outcomes (30)")
    expect(table.get_by_role("row")).to_have_count(32)
    total = table.get_by_role("row").last
    expect(total).to_contain_text("₫")
    expect(total).to_contain_text("US$")
    assert page.locator("#page style, #page [style]").count() == 0


@ONLY_CHROMIUM
def test_a_post_that_is_out_is_asked_about(
    page: Page, soi: SoiServer, checked: list[str], outcomes: None
) -> None:
    """With the way to the creator, until something is recorded."""
    soi._call("PUT", f"/shortlist/{checked[0]}", {"status": "posted"})
    go(page, "outcomes")
    page.get_by_text("nothing is recorded yet").get_by_role("link", name=f"@{checked[0]}").click()
    expect(page.get_by_text("The post is out.")).to_be_visible()
    soi._call("PUT", f"/creators/{checked[0]}/outcome", {"clicks": 3})
    go(page, "outcomes")
    expect(
        page.get_by_text("nothing is recorded yet").get_by_role("link", name=f"@{checked[0]}")
    ).to_have_count(0)
    soi._call("PUT", f"/shortlist/{checked[0]}", {"status": "contacted"})


@ONLY_CHROMIUM
def test_rejected_creators_are_counted_by_reason(page: Page, soi: SoiServer, outcomes: None) -> None:
    """Apart from the outcomes; those without a reason are counted too."""
    soi._call(
        "PUT", f"/shortlist/{name_of(1)}", {"status": "rejected", "reject_reason": "Giá <b>quá</b> cao"}
    )
    n = soi._call("GET", "/outcomes/summary")["rejected"]["n"]
    go(page, "outcomes")
    card = page.get_by_role("region", name="Rejected creators")
    expect(card.get_by_text("Giá <b>quá</b> cao")).to_be_visible()
    expect(card.get_by_role("listitem").filter(has_text="No reason noted")).to_contain_text(str(n - 1))


@ONLY_CHROMIUM
def test_without_any_outcome_the_page_leads_to_the_list(browser: BrowserContext, tmp_path: Path) -> None:
    """An empty store: what outcomes are for, and the way to the first one."""
    soi = SoiServer(tmp_path / "home")
    tab = browser.new_page()
    try:
        tab.goto(soi.entrance())
        expect(tab.get_by_role("heading", level=1)).to_be_visible()
        tab.get_by_role("link", name="Outcomes").click()
        expect(tab.get_by_role("heading", name="No outcome is recorded yet")).to_be_visible()
        tab.get_by_role("link", name="Go to the shortlist").click()
        expect(tab.get_by_role("heading", name="Nobody is on the list yet")).to_be_visible()
    finally:
        tab.close()
        soi.stop()


# --- samples and rulings ----------------------------------------------------------------------------------------


@ONLY_CHROMIUM
def test_samples_stand_on_the_page_with_intervals_answers_and_their_date(page: Page, soi: SoiServer) -> None:
    """Read on one day, used by the check of another: both pictures say in words what they show, and of when it is."""
    soi.clear_creator(check(soi, SAMPLED, "2026-11-12T08:00:00Z"))
    check(soi, SAMPLED, "2026-11-12T08:00:00Z", followers=followers(96), comments=comments(0, 60))
    name = check(soi, SAMPLED, "2026-11-22T08:00:00Z")
    go(page, f"creators/{name}")
    labels = [plot.get_attribute("aria-label") or "" for plot in page.get_by_role("img").all()]
    sample = next(label for label in labels if label.startswith("Sample of the follower list"))
    assert "20 of 96 rows read at the top of the list have no photo" in sample
    assert "Follower sample of 12 Nov 2026: 96 rows" in sample
    texts = next(label for label in labels if label.startswith("Comments of the opened posts"))
    assert "60 comments by 60 people under 3 posts." in texts
    assert re.search(r"only emoji 20% \(\d+ – \d+%\)", texts)
    assert re.search(r"Answers by the creator: 12, usually after about 2 h\.", texts)
    assert "Comments as read on 12 Nov 2026" in texts
    assert any("seen" in label and label.startswith("Followers at your own visits") for label in labels)


@ONLY_CHROMIUM
def test_growth_shows_gaps_and_jumps_in_picture_words_and_table(page: Page, soi: SoiServer) -> None:
    """Even steps, five weeks without a look, and then a jump: each is said, with its figures."""
    for day, count in ((0, 12_000), (3, 12_030), (6, 12_062), (9, 12_090), (44, 12_400), (47, 15_000)):
        soi._call("POST", "/checks", capture("tang.vidu", count, "777", day, {}))
    go(page, "creators/tang.vidu")
    growth = page.get_by_role("img", name=re.compile("^Followers at your own visits"))
    expect(growth).to_have_attribute("aria-label", re.compile("seen 6 times. Dashed: 1 long gap in"))
    expect(growth).to_have_attribute("aria-label", re.compile(r"Jump from 14/04/2025 to 17/04/2025: \+2,600"))
    page.get_by_text("Steps between visits (5)").click()
    steps = page.get_by_role("region", name="Plots").get_by_role("row")
    expect(steps.nth(1)).to_contain_text(re.compile(r"14/04/2025 – 17/04/2025.*\+2,600.*jump \(robust z"))
    expect(steps.nth(2)).to_contain_text(re.compile(r"10/03/2025 – 14/04/2025.*\+310.*long gap"))


@ONLY_CHROMIUM
def test_growth_outlives_the_audit_of_the_last_check(page: Page) -> None:
    """Visits that came from a backup without audits: the verdict of the last one with its day, and their line."""
    go(page, f"creators/{name_of(3)}")
    expect(page.get_by_role("article").get_by_text("as of 20/11/2026")).to_be_visible()
    expect(page.get_by_role("img", name=re.compile("seen 4 times"))).to_be_visible()


@ONLY_CHROMIUM
def test_a_creator_without_samples_says_how_to_get_them(page: Page, checked: list[str]) -> None:
    """Not read is not clean, and not nothing either."""
    go(page, f"creators/{checked[2]}")
    expect(page.get_by_text("No row of the follower list was read.")).to_be_visible()
    expect(page.get_by_text("No comments were read.")).to_be_visible()


def test_a_ruling_has_a_note_and_can_be_taken_back_and_put_again(
    page: Page, soi: SoiServer, checked: list[str]
) -> None:
    """The sign stays open and the keyboard in place; the note stays with the ruling, and comes back with it."""
    go(page, f"creators/{checked[0]}")
    first = page.locator(".verdict details[data-sign]").first
    sign = page.locator(f".verdict [data-sign={first.get_attribute('data-sign')}]")
    sign.locator("summary").click()
    sign.get_by_label("Note to your ruling").fill("đã hỏi: <i>chạy quảng cáo</i>")
    sign.get_by_role("button", name="Confirmed").click()
    expect(sign.get_by_text("“đã hỏi: <i>chạy quảng cáo</i>”")).to_be_visible()
    (ruling,) = soi.creator(checked[0])["rulings"]
    assert (ruling["ruling"], ruling["note"]) == ("confirmed", "đã hỏi: <i>chạy quảng cáo</i>")
    sign.get_by_label("Note to your ruling").fill("xong")
    sign.get_by_role("button", name="Save note").click()
    expect(sign.get_by_text("“xong”")).to_be_visible()
    sign.get_by_role("button", name="Take back").click()
    expect(sign.get_by_text("“xong”")).to_have_count(0)
    assert soi.creator(checked[0])["rulings"] == []
    page.get_by_role("button", name="Undo").click()
    expect(sign.get_by_text("“xong”")).to_be_visible()
    sign.get_by_role("button", name="Take back").click()
    expect(sign.get_by_text("“xong”")).to_have_count(0)


def test_what_is_typed_and_not_saved_survives_a_ruling(
    page: Page, soi: SoiServer, checked: list[str], outcomes: None
) -> None:
    """The page is drawn anew by it; the form that was saved shows what was saved, the other one what was typed."""
    go(page, f"creators/{checked[0]}")
    outcome = page.get_by_role("region", name="What came of it")
    outcome.get_by_text("Record the outcome").first.click()
    outcome.get_by_label("Clicks").fill("77")
    page.get_by_label("Owner").fill("Yến")
    sign = page.locator(".verdict details[data-sign]").first
    sign.locator("summary").click()
    sign.get_by_role("button", name="Confirmed").click()
    expect(page.locator(".verdict [aria-pressed=true]")).to_have_count(1)
    expect(outcome.get_by_label("Clicks")).to_have_value("77")
    outcome.get_by_role("button", name="Record the outcome").click()
    expect(page.get_by_text(f"Outcome saved: {checked[0]}.")).to_be_visible()
    expect(page.get_by_label("Owner")).to_have_value("Yến")
    page.get_by_role("button", name="Save", exact=True).first.click()
    expect(page.get_by_text(f"Saved: {checked[0]}.", exact=True)).to_be_visible()
    assert (
        soi.entry(checked[0])["owner"],
        soi._call("GET", f"/creators/{checked[0]}/outcome")["clicks"],
    ) == ("Yến", 77)
    sign.get_by_role("button", name="Take back").click()
    expect(page.locator(".verdict [aria-pressed=true]")).to_have_count(0)


# --- shared commenters ------------------------------------------------------------------------------------------


@contextmanager
def pods(soi: SoiServer) -> Iterator[None]:
    """Switched on meanwhile, as the settings page does, which has its own tests."""
    soi._call("PUT", "/settings", {"pods": True})
    try:
        yield
    finally:
        soi._call("PUT", "/settings", {"pods": False})


@ONLY_CHROMIUM
def test_switched_off_it_says_what_it_is_and_where_to_switch_it_on(page: Page, checked: list[str]) -> None:
    """The user decides: nothing is compared before."""
    go(page, f"creators/{checked[0]}")
    card = page.get_by_role("region", name="Shared commenters")
    expect(card.get_by_text("The comparison is switched off.")).to_be_visible()
    card.get_by_role("link", name="Switch it on in the settings").click()
    expect(page.get_by_role("heading", name="Settings", level=1)).to_be_visible()


@ONLY_CHROMIUM
def test_creators_with_the_same_commenters_are_shown_with_what_luck_explains(
    page: Page, soi: SoiServer
) -> None:
    """In words with interval and chance, as a picture, and as a group; nobody who comments is named."""
    with pods(soi):
        first = check(soi, FIRST, "2026-11-21T08:00:00Z", comments=comments(0, 60))
        name = check(soi, SECOND, "2026-11-22T09:00:00Z", comments=comments(5, 60))
        check(soi, STRANGER, "2026-11-22T09:00:00Z", comments=comments(9_000, 60))
        go(page, f"creators/{name}")
        card = page.get_by_role("region", name="Shared commenters")
        expect(
            card.get_by_text("60 commenters compared with those of 2 other creators.").first
        ).to_be_visible()
        line = card.get_by_role("listitem")
        expect(line).to_have_count(1)
        expect(line).to_contain_text(f"@{first}")
        expect(line).to_contain_text(
            re.compile(r"about \d+% of these commenters too \(95% interval \d+ – \d+%; luck")
        )
        expect(card.get_by_role("img")).to_have_attribute(
            "aria-label", re.compile("1 of the 2 shown are clear of it")
        )
        assert "nguoi.xem" not in page.locator("body").inner_text()
        card.get_by_role("link", name="Groups across all creators").click()
        group = page.get_by_role("region", name="A group of 2")
        expect(group.get_by_role("row")).to_have_count(2)


# --- everybody can read it --------------------------------------------------------------------------------------


@ONLY_CHROMIUM
@pytest.mark.parametrize("language", ["vi", "en"])
def test_axe_finds_nothing(page: Page, soi: SoiServer, decided: None, language: str) -> None:
    """Outcomes, overlaps and a creator with everything there is; light and dark, wide and narrow."""
    with pods(soi):
        check(soi, FIRST, "2026-11-21T08:00:00Z", comments=comments(0, 60))
        name = check(soi, SECOND, "2026-11-22T08:00:00Z", followers=followers(96), comments=comments(5, 60))
        soi._call("PUT", f"/creators/{name}/outcome", {"worth_it": True, "note": "giao đúng hẹn"})
        go(page, "outcomes")
        speak(page, "Tiếng Việt" if language == "vi" else "English")
        for width, dark in ((1280, False), (400, True)):
            page.set_viewport_size({"width": width, "height": 800})
            open_menu(page)
            page.locator(f"#theme [data-value={'dark' if dark else 'light'}]").click()
            for route in ("outcomes", "overlaps", f"creators/{name}"):
                go(page, route)
                page.evaluate("for (const each of document.querySelectorAll('details')) each.open = true")
                assert violations(page) == []
                assert page.evaluate("document.documentElement.scrollWidth") <= width
