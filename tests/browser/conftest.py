"""Browsers, site and server of the browser tests. One of each runs for the whole session.

A missing browser skips its tests visibly; where SOI_REQUIRE_BROWSERS=1 is set that is a failure.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.browser.harness import chromium, firefox
from tests.browser.harness.badge import Badge
from tests.browser.harness.chromium import ChromiumBrowser
from tests.browser.harness.driver import Browser, Tab
from tests.browser.harness.firefox import FirefoxBrowser
from tests.browser.harness.fonts import Family, environment, is_there
from tests.browser.harness.setup import cancel_waiting, connect
from tests.browser.harness.soi import SoiServer
from tests.browser.harness.texts import Texts
from tests.browser.standin.site import HOME, StandIn
from tests.lanes import BROWSERS

EXTENSION = Path(__file__).resolve().parents[2] / "extension"
BOTH_FONTS = pytest.mark.parametrize("family", ["wide", "narrow"])
"""For a test that looks at layout."""
ONLY_CHROMIUM = pytest.mark.parametrize("browser_name", ["chromium"], indirect=True, scope="session")
"""For what Firefox gives no means for; the test says which."""


def require(name: str) -> None:
    """Skip visibly if the browser is not installed; the root conftest makes that a failure in CI."""
    path = chromium.EXECUTABLE if name == "chromium" else firefox.EXECUTABLE
    if not path.exists():
        pytest.skip(f"{name} is not installed at {path}")


def start(
    name: str, profile: Path, extension: Path | None, site: StandIn, family: Family = "wide"
) -> Browser:
    """A browser of that name with the extension, on the stand-in."""
    profile.mkdir(parents=True, exist_ok=True)
    env = environment(family, profile) if is_there(family) else None
    if name == "chromium":
        return ChromiumBrowser(profile, extension, site.port, env=env)
    return FirefoxBrowser(profile, extension, site.port, env=env)


@pytest.fixture(scope="session")
def site_server() -> Iterator[StandIn]:
    """The stand-in, running."""
    site = StandIn()
    yield site
    site.close()


@pytest.fixture
def site(site_server: StandIn) -> StandIn:
    """The stand-in with its knobs as at the start and an empty log."""
    site_server.reset()
    return site_server


@dataclass
class Running:
    """What runs for the whole session: one browser of a kind, connected with one server."""

    browser: Browser
    soi: SoiServer


@dataclass
class World:
    """One test's view: a fresh tab in a browser that is connected with a running server."""

    browser: Browser
    soi: SoiServer
    site: StandIn
    tab: Tab
    texts: Texts

    @property
    def badge(self) -> Badge:
        return Badge(self.tab, self.texts)

    def visit(self, username: str) -> Badge:
        """Load the profile in the test's tab."""
        self.tab.goto(f"{HOME}/{username}/")
        return self.badge


@pytest.fixture(scope="session", params=BROWSERS)
def browser_name(request: pytest.FixtureRequest) -> str:
    """Which browser the test drives."""
    require(request.param)
    return str(request.param)


@pytest.fixture
def family() -> Family:
    """The fonts of a bare machine; a test that looks at layout is parametrised over both families."""
    return "wide"


@pytest.fixture(scope="session")
def world_server(
    browser_name: str, site_server: StandIn, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Running]:
    """A browser with the extension, connected by the two clicks that a person makes."""
    with _connected(browser_name, "wide", site_server, tmp_path_factory) as running:
        yield running


@pytest.fixture(scope="session")
def narrow_server(
    browser_name: str, site_server: StandIn, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Running]:
    """The same browser where text takes less room; skipped visibly where those fonts are not installed."""
    if not is_there("narrow"):
        pytest.skip("the narrow fonts (fonts-liberation2) are not installed")
    with _connected(browser_name, "narrow", site_server, tmp_path_factory) as running:
        yield running


@contextmanager
def _connected(
    name: str, family: Family, site: StandIn, folders: pytest.TempPathFactory
) -> Iterator[Running]:
    folder = folders.mktemp(f"soi-{name}-{family}")
    soi = SoiServer(folder / "home")
    browser = start(name, folder / "profile", EXTENSION, site, family)
    try:
        connect(browser, soi, Texts())
        yield Running(browser, soi)
    finally:
        browser.close()
        soi.stop()


@pytest.fixture
def world(
    request: pytest.FixtureRequest, browser_name: str, family: Family, site: StandIn
) -> Iterator[World]:
    """The server on, preferences as at the start, one fresh tab, and no save that a failed test left waiting."""
    del browser_name  # it orders the tests: all of one browser, then all of the next
    running: Running = request.getfixturevalue("narrow_server" if family == "narrow" else "world_server")
    running.soi.start_if_stopped()
    failed = request.session.testsfailed
    tab = running.browser.tab()
    yield World(running.browser, running.soi, site, tab, Texts())
    tab.close()
    if request.session.testsfailed > failed:
        running.soi.start_if_stopped()
        cancel_waiting(running.browser)
