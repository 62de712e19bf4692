"""Browsers, site and server of the browser tests. One of each runs for the whole session.

A missing browser skips its tests visibly, and fails them where SOI_REQUIRE_BROWSERS=1 is set.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.browser.harness import chromium, firefox
from tests.browser.harness.chromium import ChromiumBrowser
from tests.browser.harness.driver import Browser
from tests.browser.harness.firefox import FirefoxBrowser
from tests.browser.standin.site import StandIn

BROWSERS = ("chromium", "firefox")


def require(name: str) -> None:
    """Skip, or fail where browsers are required, if the browser is not installed."""
    path = chromium.EXECUTABLE if name == "chromium" else firefox.EXECUTABLE
    if path.exists():
        return
    if os.environ.get("SOI_REQUIRE_BROWSERS") == "1":
        pytest.fail(f"{name} is required but not installed at {path}")
    pytest.skip(f"{name} is not installed at {path}")


def start(name: str, profile: Path, extension: Path | None, site: StandIn) -> Browser:
    """A browser of that name with the extension, on the stand-in."""
    profile.mkdir(parents=True, exist_ok=True)
    if name == "chromium":
        return ChromiumBrowser(profile, extension, site.port)
    return FirefoxBrowser(profile, extension, site.port)


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
