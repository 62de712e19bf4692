"""Every page of a campaign in both languages, light and dark, wide and narrow; and own texts for outreach.

Long: with ``SOI_LOOKS`` set to a folder it leaves pictures and prints for the eye.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.harness.soi import SoiServer
from tests.browser.webapp.conftest import ONLY_CHROMIUM, go, speak
from tests.browser.webapp.test_campaigns import BAD, GOOD, LOOKS
from tests.browser.webapp.test_pages import LOOKS as EACH_LOOK
from tests.browser.webapp.test_pages import violations

pytestmark = [pytest.mark.browser, pytest.mark.long]
PLAN = """Link IG,Lĩnh vực,Hạng mục,Giá booking (VNĐ),Ngày duyệt,Ngày air
@them.vidu,Làm đẹp,1 reel,5tr,05/01/2027,10/01/2027
@la.vidu,Làm đẹp,story,900,tuần sau,31/02/2027
"""
CAMPAIGN = {
    "name": "Tết Mây Xanh 2027, đợt đầu tháng một",
    "brand": {
        "name": "Mây Xanh",
        "product": "Serum Mây Xanh",
        "words": ["da ẩm", "dịu nhẹ"],
        "avoid": ["rẻ tiền"],
        "rivals": ["Hoa Sen"],
        "audience_words": ["sinh viên"],
        "language": "vi",
    },
    "category": "cosmetics",
    "rival_days": 60,
    "brief": {
        "angle": "Một ngày của sinh viên: da vẫn ẩm sau tám giờ trên giảng đường.",
        "messages": [
            {"text": "Dịu da", "proof": "Thử 28 ngày trên 40 người"},
            {"text": "Không cồn", "proof": ""},
        ],
        "dos": ["Quay ánh sáng tự nhiên", "Cầm sản phẩm ở 3 giây đầu"],
        "donts": ["Không so với hãng khác"],
        "hashtags": ["#mayxanh"],
        "mentions": ["@mayxanh.vidu"],
        "code": "MAY10",
        "links": ["https://mayxanh.example/tet"],
        "edits": 2,
        "online_days": 90,
        "rights": "Dùng lại trên fanpage 3 tháng",
        "exclusivity": "Không nhận hãng cùng ngành 30 ngày",
        "payment": "50 % sau khi duyệt, 50 % sau khi lên bài",
    },
    "budget": {"amount": 30_000_000, "currency": "VND", "withholding": True},
}


@pytest.fixture
def page(tab: Page) -> Page:
    """Each test goes to its page by itself."""
    return tab


@pytest.fixture
def at(soi: SoiServer) -> str:
    """A campaign with a post in review, one that is public and one that is overdue, a backup, and a gap."""
    soi._call("PUT", "/shortlist/du.phong.vidu", {"price_asked": "8tr net", "tags": ["làm đẹp"]})
    made = soi._call("POST", "/campaigns", CAMPAIGN)
    at = f"/campaigns/{made['campaign']['id']}"
    slots = (
        {"niche": "beauty", "price_band": "5tr-10tr", "creator": "an.vi.o", "backups": ["du.phong.vidu"]},
        {"niche": "food", "creator": "bep.cua.mot.nguoi.rat.dai"},
        {"niche": "beauty", "backups": ["du.phong.vidu"]},
    )
    for slot in slots:
        made = soi._call("POST", f"{at}/slots", slot)
    ids = [slot["id"] for slot in made["campaign"]["slots"]]
    first = {
        "slot": ids[0],
        "kind": "reel",
        "price": "9tr net",
        "due_draft": "2027-01-05",
        "due_post": "2027-01-10",
    }
    soi._call("POST", f"{at}/deliverables", first)
    made = soi._call("POST", f"{at}/deliverables", {"slot": ids[0], "kind": "story", "price": "500k"})
    posts = [post["id"] for post in made["deliverables"]]
    late = {
        "slot": ids[1],
        "kind": "album",
        "price": "2-4tr",
        "due_draft": "2026-01-05",
        "due_post": "2026-01-10",
    }
    soi._call("POST", f"{at}/deliverables", late)
    decide(soi, f"{at}/deliverables/{posts[1]}", GOOD, "approved")
    decide(soi, f"{at}/deliverables/{posts[0]}", BAD, "changes")
    soi._call("POST", f"{at}/deliverables/{posts[0]}/versions", {"text": f"{BAD} {GOOD}", "by": "Lan"})
    soi._call(
        "POST",
        f"{at}/outreach/sent",
        {"creator": "an.vi.o", "message": "first", "channel": "zalo", "me": "Lan"},
    )
    return at


def decide(soi: SoiServer, one: str, text: str, ruled: str) -> Any:
    seen = soi._call("POST", f"{one}/versions", {"text": text, "by": "Lan"})
    note = {"ruled": ruled, "note": "Xem lại giúp mình câu đầu", "by": "Tú"}
    return soi._call("POST", f"{one}/decisions", note, version=seen["version"])


def views(soi: SoiServer, at: str) -> dict[str, str]:
    """The address of each page by the name of its picture."""
    route, post = (
        at.strip("/").replace("campaigns", "campaign"),
        soi._call("GET", at)["deliverables"][0]["id"],
    )
    return {
        "board": route,
        "edit": f"{route}?view=edit",
        "brief": f"{route}?view=brief",
        "dossier": f"{route}?view=dossier",
        "post": f"{route}?post={post}",
        "list": "campaigns",
        "today": "today",
        "new": "campaign/new",
    }


@ONLY_CHROMIUM
def test_axe_finds_nothing_on_any_page_of_a_campaign(page: Page, soi: SoiServer, at: str) -> None:
    """The dossier and an open plan sheet among them; nothing is wider than the window."""
    found = views(soi, at)
    go(page, "campaigns")
    for language, width, theme in EACH_LOOK:
        page.set_viewport_size({"width": width, "height": 900})
        speak(page, language)
        page.locator(f"#theme [data-value={theme}]").click()
        for name, route in found.items():
            go(page, route)
            if name == "board":
                unfold(page)
            assert violations(page) == [], (name, language, width, theme)
            assert page.evaluate("document.documentElement.scrollWidth") <= width, (name, language, width)
            if name == "dossier":
                assert torn(page) == ["auto", "avoid"]
            if LOOKS:
                looked = f"{name}-{language[:2]}-{theme}-{width}"
                page.screenshot(path=Path(LOOKS) / f"{looked}.png", full_page=True)
                page.pdf(path=Path(LOOKS) / f"{looked}.pdf", format="A4")


def torn(page: Page) -> list[str]:
    """What a page of paper does with the list of creators, which may be as long as itself, and with the first post."""
    page.emulate_media(media="print")
    ways = page.locator(".dossier section").evaluate_all(
        "all => [all.find((one) => one.querySelector('table')), all[2]].map((one) => getComputedStyle(one).breakInside)"
    )
    page.emulate_media(media="screen")
    return [str(way) for way in ways]


def unfold(page: Page) -> None:
    """The message of the first creator, and what a plan sheet would plan."""
    page.locator("details.signal").filter(has=page.locator("input[type=file]")).locator("summary").click()
    sheet = {"name": "plan.csv", "mimeType": "text/csv", "buffer": PLAN.encode()}
    page.locator("details.signal input[type=file]").set_input_files(sheet)
    expect(page.locator("details.signal table")).to_be_visible()
    expect(page.locator("details.signal .points li")).to_have_count(3)
    page.get_by_text("Message to copy").or_(page.get_by_text("Tin nhắn để chép")).first.click()
    expect(page.locator(".outreach")).to_be_visible()


@ONLY_CHROMIUM
def test_an_own_text_is_saved_changed_deleted_and_brought_back(page: Page, soi: SoiServer, at: str) -> None:
    """Its own field has to be filled before anything is copied."""
    go(page, views(soi, at)["board"])
    page.get_by_text("Message to copy").first.click()
    card = page.get_by_role("region", name="@an.vi.o")
    card.get_by_role("button", name="Write a text of your own").click()
    card.get_by_label("Name of the text").fill("Quà Tết")
    card.locator("textarea[name=text]").fill("Chào {name")
    card.get_by_role("button", name="Save the text").click()
    expect(card.get_by_text("A brace of the text is not closed")).to_be_visible()
    card.locator("textarea[name=text]").fill("Chào {name}, tặng bạn {voucher}")
    card.get_by_role("button", name="Save the text").click()
    copied = card.locator(".outreach").get_by_role("button", name="Copy", exact=True)
    expect(copied).to_be_disabled()
    card.get_by_label("Name", exact=True).fill("An")
    card.get_by_label("voucher").fill("50k")
    expect(copied).to_be_enabled()
    expect(card.locator(".outreach .draft-text")).to_have_text("Chào An, tặng bạn 50k")
    card.get_by_role("button", name="Edit").click()
    card.locator("textarea[name=text]").fill("Chào {name}!")
    card.get_by_role("button", name="Save the text").click()
    expect(card.locator(".outreach .draft-text")).to_have_text("Chào An!")
    card.get_by_role("button", name="Delete").click()
    expect(card.get_by_label("voucher")).to_have_count(0)
    expect(card.get_by_role("combobox", name="Text")).to_have_value("")
    page.get_by_role("button", name="Undo").last.click()
    expect(card.locator(".outreach .draft-text")).to_have_text("Chào An!")
