"""Two members at two servers on one PostgreSQL, in two browsers: what one saves the other sees, and a viewer only looks."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, closing
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.browser.conftest import EXTENSION, require, start
from tests.browser.harness.badge import Badge
from tests.browser.harness.driver import Browser, Tab, find
from tests.browser.harness.setup import connect
from tests.browser.harness.soi import SoiServer
from tests.browser.harness.texts import Texts
from tests.browser.standin.site import HOME, StandIn
from tests.store import postgres

pytestmark = [pytest.mark.browser, pytest.mark.long]
TEXTS = Texts()


@dataclass
class Colleague:
    """A member with a browser, at a server of their own."""

    browser: Browser
    soi: SoiServer
    id: str
    web: Tab
    """The Soi page, which the member's link has opened."""

    def visit(self, username: str) -> Badge:
        badge = Badge(self.browser.tab(f"{HOME}/{username}/"), TEXTS)
        badge.wait_for("%", creator=username)
        return badge


@pytest.fixture
def team(
    site: StandIn, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[tuple[Colleague, Colleague]]:
    """An owner in Chromium and an editor in Firefox."""
    with ExitStack() as until_end:
        database = until_end.enter_context(postgres.running(postgres.needed_programs()))
        monkeypatch.setenv("SOI_DATABASE", database.url(database.new_schema()))
        team = []
        for name, role, kind in (("Mai", "owner", "chromium"), ("Bình", "editor", "firefox")):
            require(kind)
            soi = SoiServer(tmp_path / kind / "home")
            until_end.callback(soi.stop)
            browser = until_end.enter_context(
                closing(start(kind, tmp_path / kind / "profile", EXTENSION, site))
            )
            member, link = soi.invite(name, role)
            web = browser.tab(link)
            connect(browser, soi, TEXTS, web)
            team.append(Colleague(browser, soi, member, web))
        yield team[0], team[1]


def test_what_one_member_saves_the_others_badge_and_list_show_and_a_viewer_changes_nothing(
    team: tuple[Colleague, Colleague],
) -> None:
    """By themselves, without a press or a reload; the one who is in touch is named."""
    mai, binh = team
    hers, his = mai.visit("linhdan.vidu"), binh.visit("linhdan.vidu")
    hers.save()
    hers.wait_for(TEXTS("status_found"))
    his.wait_for(TEXTS("status_found"))
    find(binh.web, "link", "@linhdan.vidu")
    hers.expand()
    hers.choose(TEXTS.exactly("status"), TEXTS("status_contacted"))
    his.wait_for(TEXTS("status_contacted"), "Mai")
    mai.soi.become(binh.id, "viewer")
    his.expand()
    his.choose(TEXTS.exactly("status"), TEXTS("status_answered"))  # was offered while he was an editor
    his.wait_for(TEXTS("save_failed_role"))
    binh.visit("maya.vidu").wait_for(TEXTS("only_looks"))
    assert {"linhdan.vidu": "contacted"} == binh.soi.shortlist() == mai.soi.shortlist()
