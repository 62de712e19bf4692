"""A team's server behind a proxy that ends TLS: its address typed, its permission asked for, and back to the own machine."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, closing
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.browser.conftest import BROWSERS, EXTENSION, require
from tests.browser.harness.badge import Badge
from tests.browser.harness.chromium import ChromiumBrowser
from tests.browser.harness.driver import Browser, Tab, fill, press, until
from tests.browser.harness.firefox import FirefoxBrowser
from tests.browser.harness.proxy import TlsProxy
from tests.browser.harness.setup import ALLOW, ask
from tests.browser.harness.soi import ROOT, SoiServer
from tests.browser.harness.texts import Texts
from tests.browser.standin.site import HOME, StandIn

pytestmark = [pytest.mark.browser, pytest.mark.long]
TEXTS = Texts()
NAME = "soi.vidu.example"
GRANT = """([id, host]) => new Promise((done) => chrome.developerPrivate.addHostPermission(id, host, () =>
  done(chrome.runtime.lastError?.message ?? "")))"""
"""What a person allows in the browser's own window, which no driver can press, is allowed on its page of extensions."""


@dataclass
class Team:
    browser: Browser
    soi: SoiServer
    proxy: TlsProxy
    link: str


@pytest.fixture(params=BROWSERS)
def team(
    request: pytest.FixtureRequest, site: StandIn, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Team]:
    """A server with one member, the proxy before it, and a browser that is connected with nothing."""
    require(request.param)
    home, profile = tmp_path / "home", tmp_path / "profile"
    profile.mkdir()
    with ExitStack() as until_end:
        proxy = until_end.enter_context(closing(TlsProxy(NAME)))
        for name, value in {"SOI_TRUSTED_PROXY": "127.0.0.1", "SOI_PUBLIC_URL": proxy.url}.items():
            monkeypatch.setenv(name, value)
        monkeypatch.setenv("SOI_HOME", str(home))
        added = [sys.executable, "-m", "server.cli", "member", "add", "Mai"]
        said = subprocess.run(added, cwd=ROOT, capture_output=True, text=True, check=True).stdout
        soi = SoiServer(home)
        until_end.callback(soi.stop)
        proxy.to = soi.port
        browser = until_end.enter_context(closing(opened(request.param, profile, site, proxy)))
        yield Team(browser, soi, proxy, said.splitlines()[-1])


def opened(kind: str, profile: Path, site: StandIn, proxy: TlsProxy) -> Browser:
    """The name leads to this machine. Firefox grants without its window; Chromium has granted on its own page."""
    if kind == "firefox":
        hosts = f"www.instagram.com,static.cdninstagram.com,scontent.cdninstagram.com,{NAME}"
        more = {"network.dns.localDomains": hosts, "extensions.webextOptionalPermissionPrompts": False}
        return FirefoxBrowser(profile, EXTENSION, site.port, more=more)
    mapped = (
        f"MAP www.instagram.com:443 127.0.0.1:{site.port},MAP *.cdninstagram.com:443 127.0.0.1:{site.port}"
    )
    args = [f"--host-resolver-rules={mapped},MAP {NAME} 127.0.0.1"]
    browser = ChromiumBrowser(profile, EXTENSION, site.port, args=args)
    page = browser.context.new_page()
    page.goto("chrome://extensions")
    assert page.evaluate(GRANT, [browser.extension_url("").split("/")[2], f"https://{NAME}/*"]) == ""
    page.close()
    return browser


def may_reach(own: Tab) -> bool:
    """Whether the extension has the permission for the team's name."""
    return bool(own.evaluate(f"chrome.permissions.contains({{origins: ['https://{NAME}/*']}})"))


def test_a_browser_connects_with_a_teams_server_saves_there_and_goes_back(team: Team) -> None:
    """By presses alone; the token goes to the typed address over TLS, and the permission is given back."""
    browser, soi = team.browser, team.soi
    options = browser.tab(browser.extension_url("options/options.html"))
    fill(options, "textbox", TEXTS("team_address"), team.proxy.url)
    press(options, "button", TEXTS.exactly("team_join"))
    until(lambda: ask(options, {"type": "prefs.get"})["team"] == team.proxy.url, "the team's address")
    granted = may_reach(options)
    web = browser.tab(team.link)
    press(options, "button", TEXTS.exactly("connect"))
    press(web, "button", ALLOW)
    until(lambda: ask(options, {"type": "pair.poll"})["state"] == "connected", "the connection")
    badge = Badge(browser.tab(f"{HOME}/linhdan.vidu/"), TEXTS)
    badge.wait_for("%", creator="linhdan.vidu")
    badge.save()
    badge.wait_for(TEXTS("status_found"))
    saved = soi.shortlist()
    press(options, "button", TEXTS.exactly("team_leave"))
    until(lambda: not ask(options, {"type": "prefs.get"})["team"], "the way back")
    until(lambda: not may_reach(options), "the permission given back")
    assert (True, {"linhdan.vidu": "found"}, []) == (granted, saved, soi._call("GET", "/devices")["devices"])
