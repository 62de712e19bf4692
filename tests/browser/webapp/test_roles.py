"""A member at the Soi page: whatever a page offers to a role, the server does for it. Everything on every page is pressed."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Page, Response

from tests.browser.conftest import require
from tests.browser.harness.crowd import fill, name_of
from tests.browser.harness.driver import until
from tests.browser.harness.pages import open_context
from tests.browser.harness.soi import Json, SoiServer
from tests.browser.webapp.conftest import CHECKED, COUNT_QUESTIONS, DRAWN, PAGES, go

pytestmark = [pytest.mark.browser, pytest.mark.long]
PRESS = """() => {
  window.print = window.open = () => {};
  for (const one of document.querySelectorAll("details")) one.open = true;
  const open = document.querySelector("dialog[open]");
  const inside = open ?? document.getElementById("main");
  const can = (one) => one.isConnected && !one.matches(":disabled") && one.checkVisibility();
  for (const field of inside.querySelectorAll("input:not([type=checkbox], [type=file]), textarea"))
    if (can(field) && !field.value) {
      field.value = field.type === "date" ? "2026-12-01" : field.type === "number" ? "7" : "abc.vidu";
      field.dispatchEvent(new Event("input", { bubbles: true }));
    }
  for (const select of inside.querySelectorAll("select"))
    if (can(select) && select.options.length > 1) {
      select.selectedIndex = (select.selectedIndex + 1) % select.options.length;
      select.dispatchEvent(new Event("change", { bubbles: true }));
    }
  let pressed = 0;
  for (const one of inside.querySelectorAll("button, input[type=checkbox], .cell-editable"))
    if (can(one)) { one.click(); pressed += 1; }
  return pressed;
}"""
"""What a person could press, choose and type is pressed, chosen and typed, behind whatever is folded."""
ROUNDS = 3
"""A press brings more to press."""


@pytest.fixture
def soi(tmp_path: Path) -> Iterator[SoiServer]:
    fill(tmp_path / "home", 12, visits=2)
    server = SoiServer(tmp_path / "home")
    yield server
    server.stop()


def prepare(soi: SoiServer) -> list[str]:
    """One of everything that somebody could change; gives the pages."""
    creators = []
    for name in CHECKED:
        html = (PAGES / name).read_text("utf-8")
        creators.append(str(soi._call("POST", "/checks", {"schema": 1, "html": html})["facts"]["username"]))
        soi._call("PUT", f"/shortlist/{creators[-1]}", {"status": "posted"})
    soi._call("PUT", f"/creators/{creators[0]}/outcome", {"worth_it": True, "note": "tốt"})
    soi._call("DELETE", f"/shortlist/{name_of(1)}")
    campaign = campaign_with(soi, creators[0])
    where = f"/campaigns/{campaign['campaign']['id']}"
    [slot] = campaign["campaign"]["slots"]
    posts = soi._call("POST", f"{where}/deliverables", {"slot": slot["id"], "kind": "reel"})["deliverables"]
    soi._call("POST", f"{where}/deliverables/{posts[0]['id']}/versions", {"text": "tốt nhất"})
    soi._call("POST", f"{where}/slots", {})
    soi._call("DELETE", f"/campaigns/{campaign_with(soi, None)['campaign']['id']}")
    ours = where.strip("/").replace("campaigns", "campaign")
    own = [f"creators/{creators[0]}", f"creators/{name_of(2)}", "creators/ai.do.vidu"]
    campaigns = ["campaigns", ours, f"{ours}?post={posts[0]['id']}", f"{ours}?view=edit", "campaign/new"]
    return ["list", "check", "today", *campaigns, "outcomes", "queue", "import", "activity", *own, "settings"]


def campaign_with(soi: SoiServer, creator: str | None) -> Json:
    made = soi._call("POST", "/campaigns", {"name": "Tết", "brand": {"name": "Lá"}, "category": "general"})
    if creator is None:
        return made
    return soi._call("POST", f"/campaigns/{made['campaign']['id']}/slots", {"creator": creator})


@contextmanager
def tab_of(soi: SoiServer, role: str, profile: Path) -> Iterator[tuple[Page, list[str]]]:
    """The Soi page of a member, and what the server refused them by their role."""
    refused: list[str] = []

    def hear(answer: Response) -> None:
        if answer.status == 403:
            refused.append(f"{answer.request.method} {answer.url.partition('/api/v1')[2]}")

    with open_context("chromium", profile) as context:
        context.add_init_script(COUNT_QUESTIONS)
        with closing(context.new_page()) as page:
            page.on("response", hear)
            page.on("dialog", lambda dialog: dialog.dismiss())
            page.goto(soi.invite(role.title(), role)[1])
            until(lambda: page.evaluate(DRAWN, "list"), "the list")
            yield page, refused


@pytest.mark.parametrize("role", ["viewer", "editor"])
def test_no_page_offers_a_role_what_the_server_refuses_it(soi: SoiServer, tmp_path: Path, role: str) -> None:
    require("chromium")
    pages = prepare(soi)
    soi.invite("Mai", "owner")
    pressed = []
    with tab_of(soi, role, tmp_path / "profile") as (page, refused):
        for route in pages:
            go(page, route)
            for _ in range(ROUNDS):
                pressed.append(page.evaluate(PRESS))
                until(lambda: not page.evaluate("window.questions"), "the answers")
    assert ([], True) == (refused, sum(pressed) > len(pages))


def test_a_link_that_was_used_says_so(soi: SoiServer, tmp_path: Path) -> None:
    """Also under this machine's name, where the form asks for the terminal's code."""
    require("chromium")
    soi.invite("Mai", "owner")
    link = soi.invite("An", "viewer")[1]
    said = []
    for profile in ("first", "second"):
        with open_context("chromium", tmp_path / profile) as context, closing(context.new_page()) as page:
            page.goto(link)
            page.get_by_role("heading", name="Shortlist").or_(
                page.get_by_role("heading", name="Open this page with a code")
            ).first.wait_for()
            said.append(page.get_by_role("alert").all_inner_texts())
    assert [[], True] == [said[0], "it was used already" in " ".join(said[1])]
