"""Chromium through playwright and the DevTools protocol."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from playwright.sync_api import BrowserContext, CDPSession, Error, Page, Playwright, sync_playwright

from tests.browser.harness.chromium_tree import read_nodes
from tests.browser.harness.driver import Node, StaleNode, Tab, Tree, at_rest, until

EXECUTABLE = Path("/usr/bin/chromium")
_FLAGS = (
    "--ignore-certificate-errors",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
_RELOAD = """(id) => new Promise((done) => {
  chrome.developerPrivate.updateProfileConfiguration({ inDeveloperMode: true }, () =>
    chrome.developerPrivate.reload(id, { failQuietly: true }, () => done(true)));
})"""
_UNPACKED = """() => new Promise((done) => chrome.developerPrivate.getExtensionsInfo({}, (all) =>
  done(all.filter((one) => one.location === "UNPACKED").map((one) => one.id))))"""


def flags(extension: Path | None, site_port: int) -> list[str]:
    """The command line: the site answers for Instagram, and counts as public so that local network access is tested."""
    hosts = ("www.instagram.com", "static.cdninstagram.com", "scontent.cdninstagram.com")
    mapped = ",".join(f"MAP {host}:443 127.0.0.1:{site_port}" for host in hosts)
    made = [
        *_FLAGS,
        f"--host-resolver-rules={mapped}",
        f"--ip-address-space-overrides=127.0.0.1:{site_port}=public",
    ]
    if extension:
        made += [f"--disable-extensions-except={extension}", f"--load-extension={extension}"]
    return made


class SharedPlaywright:
    """One playwright for all browsers of a process: a second one in the same thread is refused."""

    _running: Playwright | None = None
    _users = 0

    @classmethod
    def take(cls) -> Playwright:
        cls._running = cls._running or sync_playwright().start()
        cls._users += 1
        return cls._running

    @classmethod
    def give_back(cls) -> None:
        cls._users -= 1
        if cls._users == 0 and cls._running is not None:
            cls._running.stop()
            cls._running = None


class ChromiumTab:
    """A page and a DevTools session on it."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self._cdp: CDPSession = page.context.new_cdp_session(page)

    def goto(self, url: str) -> None:
        self.page.goto(url, wait_until="domcontentloaded")

    def reload(self) -> None:
        self.page.reload(wait_until="domcontentloaded")

    def back(self) -> None:
        self.page.evaluate("() => history.back()")

    def close(self) -> None:
        self.page.close()

    def url(self) -> str:
        return str(
            self.page.evaluate("() => location.href")
        )  # page.url lags behind pushState until events are read

    def evaluate(self, expression: str) -> Any:
        return self.page.evaluate(f"() => ({expression})")

    def tree(self) -> Tree:
        self.page.bring_to_front()
        nodes = self._cdp.send("Accessibility.getFullAXTree")["nodes"]
        return Tree(tuple(read_nodes(nodes)))

    def click(self, node: Node) -> None:
        self._on(node, "DOM.scrollIntoViewIfNeeded")
        self.page.mouse.click(*at_rest(lambda: self._middle(node)))

    def focus(self, node: Node) -> None:
        self._on(node, "DOM.focus")

    def hover(self, selector: str) -> None:
        self.page.hover(selector)

    def type(self, text: str) -> None:
        self.page.keyboard.type(text)

    def press(self, key: str) -> None:
        self.page.keyboard.press(key)

    def resize(self, width: int, height: int) -> None:
        self.page.set_viewport_size({"width": width, "height": height})

    def screenshot(self, path: Path) -> None:
        self.page.screenshot(path=path)

    def _on(self, node: Node, command: str) -> Any:
        try:
            return self._cdp.send(command, {"backendNodeId": node.handle})
        except Error as error:
            raise StaleNode(str(error)) from error

    def _middle(self, node: Node) -> tuple[float, float]:
        quads = self._on(node, "DOM.getContentQuads")["quads"]
        if not quads:  # drawn, but not laid out yet
            raise StaleNode(node.name)
        xs, ys = quads[0][0::2], quads[0][1::2]
        return sum(xs) / 4, sum(ys) / 4


class ChromiumBrowser:
    """A persistent context with a throw-away profile."""

    name = "chromium"

    def __init__(self, profile: Path, extension: Path | None, site_port: int, **options: Any) -> None:
        self._playwright = SharedPlaywright.take()
        given: dict[str, Any] = {
            "headless": True,
            "locale": "en-US",
            "viewport": {"width": 1280, "height": 800},
        }
        given |= options
        self.context: BrowserContext = self._playwright.chromium.launch_persistent_context(
            str(profile),
            executable_path=str(EXECUTABLE),
            args=[*flags(extension, site_port), *given.pop("args", [])],
            ignore_default_args=["--disable-extensions"],
            ignore_https_errors=True,
            **given,
        )
        self._extension_id = self._find_extension() if extension else ""

    def _find_extension(self) -> str:
        """The id under which the browser lists the one unpacked extension."""
        page = self.context.new_page()
        try:
            page.goto("chrome://extensions")
            ids = until(
                lambda: page.evaluate(_UNPACKED), "the extension (does its manifest name a missing file?)"
            )
            return str(ids[0])
        finally:
            page.close()

    def tab(self, url: str = "about:blank") -> Tab:
        tab = ChromiumTab(self.context.new_page())
        if url != "about:blank":
            tab.goto(url)
        return tab

    def extension_url(self, path: str) -> str:
        return f"chrome-extension://{self._extension_id}/{path}"

    def stop_background(self) -> None:
        """Stop the service worker through the page that lists all workers of its origin."""
        page = self.context.new_page()
        try:
            page.goto(self.extension_url("manifest.json"))
            cdp = self.context.new_cdp_session(page)
            cdp.send("ServiceWorker.enable")
            cdp.send("ServiceWorker.stopAllWorkers")
        finally:
            page.close()

    def addresses(self) -> list[str]:
        self.context.cookies()  # any question: tabs that were opened meanwhile are told with its answer
        return [page.url for page in self.context.pages]

    def close_tabs_at(self, url: str) -> None:
        for page in self.context.pages:
            if page.url.startswith(url):
                page.close()

    def command(self, name: str, keys: str) -> None:
        del keys
        until(lambda: self._dispatched(name), f"the worker for {name!r}")

    def _dispatched(self, command: str) -> bool:
        """The newest worker of the extension: one that has ended may still be on the driver's list."""
        own = [
            worker for worker in self.context.service_workers if worker.url.startswith(self.extension_url(""))
        ]
        dispatch = (
            "(name) => globalThis.chrome?.commands ? (chrome.commands.onCommand.dispatch(name), true) : false"
        )
        try:
            return bool(own and own[-1].evaluate(dispatch, command))
        except Error:
            return False

    def reload_extension(self) -> None:
        """As the button on chrome://extensions does, which keeps an unpacked extension only in developer mode."""
        page = self.context.new_page()
        try:
            page.goto("chrome://extensions")
            page.evaluate(_RELOAD, self._extension_id)
        finally:
            page.close()
        until(self._answers_again, "the reloaded extension")

    def _answers_again(self) -> bool:
        page = self.context.new_page()
        try:
            page.goto(self.extension_url("manifest.json"))
        except Error:
            return False
        else:
            return True
        finally:
            page.close()

    def close(self) -> None:
        self.context.close()
        SharedPlaywright.give_back()
