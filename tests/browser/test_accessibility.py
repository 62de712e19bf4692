"""axe finds nothing on the extension's pages and on the badge, in both languages, light and dark."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.browser.conftest import EXTENSION, World, require, start
from tests.browser.harness.badge import Badge
from tests.browser.harness.chromium import ChromiumTab
from tests.browser.harness.driver import Tab, find
from tests.browser.harness.setup import connect, prefer
from tests.browser.harness.soi import SoiServer
from tests.browser.harness.texts import Texts
from tests.browser.standin.site import HOME, StandIn

pytestmark = pytest.mark.browser
AXE = Path(__file__).resolve().parents[2] / "node_modules" / "axe-core" / "axe.min.js"
OWN_PAGES = ("popup/popup.html", "options/options.html", "welcome/welcome.html")


def _violations(tab: Tab, scope: str = "document") -> list[str]:
    """Each violation as "rule: element", over everything in ``scope`` (JavaScript for axe's context)."""
    if not AXE.exists():
        pytest.skip("axe-core is not installed: npm ci")
    tab.evaluate(f"(() => {{ {AXE.read_text('utf-8')}; return 1; }})()")
    found = tab.evaluate(
        f"axe.run({scope}, {{ resultTypes: ['violations'] }}).then((result) => result.violations)"
    )
    return [
        f"{rule['id']}: {json.dumps(node['target'])} {node['html'][:160]}"
        for rule in found
        for node in rule["nodes"]
    ]


@pytest.mark.parametrize("language", ["en", "vi"])
@pytest.mark.parametrize("path", OWN_PAGES)
def test_own_pages_have_no_violation(world: World, path: str, language: str) -> None:
    """Popup, options and welcome page."""
    prefer(world.browser, language=language)
    tab = world.browser.tab(world.browser.extension_url(path))
    try:
        find(tab, "heading", "")
        assert _violations(tab) == []
        if isinstance(tab, ChromiumTab):
            tab.page.emulate_media(color_scheme="dark")
            assert _violations(tab) == []
    finally:
        tab.close()
        prefer(world.browser, language="auto")


@pytest.fixture(scope="module")
def open_badge(site_server: StandIn, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Tab]:
    """A tab of a Chromium whose copy of the extension opens the badge's shadow root: axe runs in the page's world."""
    require("chromium")
    folder = tmp_path_factory.mktemp("open-badge")
    copy = folder / "extension"
    shutil.copytree(EXTENSION, copy)
    source = copy / "content" / "badge.js"
    closed = source.read_text("utf-8")
    assert 'mode: "closed"' in closed
    source.write_text(closed.replace('mode: "closed"', 'mode: "open"'), "utf-8")
    soi = SoiServer(folder / "home")
    browser = start("chromium", folder / "profile", copy, site_server)
    try:
        connect(browser, soi, Texts())
        yield browser.tab()
    finally:
        browser.close()
        soi.stop()


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_the_badge_has_no_violation(open_badge: Tab, site: StandIn, dark: bool) -> None:
    """Closed details, open details, and after a save."""
    site.knobs.dark = dark
    open_badge.goto(f"{HOME}/gymlab.vidu/")
    badge = Badge(open_badge, Texts())
    badge.wait_for("%", creator="gymlab.vidu")
    scope = "{ include: [['[data-soi-badge]']] }"
    assert _violations(open_badge, scope) == []
    badge.expand()
    assert _violations(open_badge, scope) == []
