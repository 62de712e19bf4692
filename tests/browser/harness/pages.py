"""A browser for plain pages, through playwright: Chromium over DevTools, Debian's Firefox over WebDriver BiDi.

The extension's tests drive Firefox by the harness of their own, which reads closed shadow roots. A page of the web app
needs none of that, and one interface for both browsers lets a test be written once.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import BrowserContext, Playwright, ViewportSize

from tests.browser.harness import chromium, firefox_process, firefox_relay
from tests.browser.harness.chromium import SharedPlaywright

_NO_SITE = 9  # the discard port: these pages are not Instagram's
_VIEWPORT = ViewportSize(width=1280, height=800)


@contextmanager
def open_context(name: str, profile: Path, base_url: str | None = None) -> Iterator[BrowserContext]:
    """A browser in British English that asks for reduced motion: a colour on its way has any contrast.

    ``base_url``: what an address without a host is taken for.
    """
    playwright = SharedPlaywright.take()
    try:
        context = (_chromium if name == "chromium" else _firefox)(playwright, profile, base_url)
        yield context
        context.close()
    finally:
        SharedPlaywright.give_back()


def _chromium(playwright: Playwright, profile: Path, base_url: str | None) -> BrowserContext:
    return playwright.chromium.launch_persistent_context(
        str(profile),
        executable_path=str(chromium.EXECUTABLE),
        args=["--no-sandbox", "--disable-gpu"],
        locale="en-GB",
        reduced_motion="reduce",
        viewport=_VIEWPORT,
        base_url=base_url,
    )


def _firefox(playwright: Playwright, profile: Path, base_url: str | None) -> BrowserContext:
    return playwright.firefox.launch_persistent_context(
        str(profile / "profile"),
        channel="moz-firefox",  # as released, not playwright's own build
        executable_path=str(firefox_relay.command(profile)),
        firefox_user_prefs=firefox_process.preferences(_NO_SITE, "none", "en-GB"),
        viewport=_VIEWPORT,
        base_url=base_url,
    )
