"""A browser to try Soi in: the extension, a connected server of its own and a stand-in for Instagram.

``python scripts/demo.py`` opens Chromium and stays until its window is closed; nothing is kept afterwards. Chrome and Edge
load no extension that a command line names: where there is no Chromium, the person's own browser shows the demo page of
the own Soi instead.
``python scripts/demo.py --headless --shots DIR`` leaves pictures of every screen instead, in Vietnamese and English,
light and dark; ``--only NAME`` keeps those named, e.g. ``badge-vi-light``. The pictures of the README were made by
``python scripts/demo.py --readme``; those of the stores, and their tile, are made by ``--store``.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Error, Page, ViewportSize

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))  # the stand-in is part of the tests, which are not installed

from tests.browser.harness.badge import Badge  # noqa: E402  (the path is set just above)
from tests.browser.harness.chromium import EXECUTABLE, ChromiumBrowser, ChromiumTab  # noqa: E402  (as above)
from tests.browser.harness.driver import find  # noqa: E402  (as above)
from tests.browser.harness.setup import connect, prefer  # noqa: E402  (as above)
from tests.browser.harness.soi import SoiServer  # noqa: E402  (as above)
from tests.browser.harness.texts import Texts  # noqa: E402  (as above)
from tests.browser.standin.site import HOME, StandIn  # noqa: E402  (as above)

EXTENSION = ROOT / "extension"
FIRST = "linhdan.vidu"
_LOCALES = {"vi": "vi-VN", "en": "en-GB"}
README_PICTURES = ("badge-vi-light", "badge-expanded-en-dark", "badge-saved-vi-light", "web-vi-light")
STORE_PICTURES = tuple(
    f"{name}-{language}-light"
    for language in ("vi", "en")
    for name in ("badge", "badge-expanded", "badge-saved", "web", "tile")
)
TILE: ViewportSize = {"width": 440, "height": 280}
"""What the Chrome Web Store asks for; its screenshots have the window's 1280 x 800."""
SAVED = ("cothao.vidu", "kimglow.vidu", "linhdan.vidu", "tuanxe.vidu", "maya.vidu")
OWN_PAGES = {
    "popup": "popup/popup.html",
    "options": "options/options.html",
    "welcome": "welcome/welcome.html",
}


@dataclass
class Demo:
    """Everything that runs during a demo."""

    site: StandIn
    soi: SoiServer
    browser: ChromiumBrowser

    def open(self, url: str) -> ChromiumTab:
        tab = ChromiumTab(self.browser.context.new_page())
        tab.goto(url)
        return tab


@contextmanager
def running(headless: bool, language: str) -> Iterator[Demo]:
    """Site, server and browser, connected; all of it is gone afterwards."""
    with ExitStack() as closing:
        folder = Path(
            closing.enter_context(TemporaryDirectory(prefix="soi-demo-", ignore_cleanup_errors=True))
        )
        site = StandIn()
        closing.callback(site.close)
        site.knobs.language = language
        soi = SoiServer(folder / "home")
        closing.callback(soi.stop)
        size = (
            {"viewport": {"width": 1280, "height": 800}}
            if headless
            else {"no_viewport": True, "viewport": None}
        )
        browser = ChromiumBrowser(
            folder / "profile", EXTENSION, site.port, headless=headless, locale=_LOCALES[language], **size
        )
        closing.callback(browser.close)
        prefer(browser, language=language)
        connect(browser, soi, Texts(language))
        yield Demo(site, soi, browser)


def show(demo: Demo) -> None:
    """Open the first profile and the Soi tab, and stay until the window is closed."""
    demo.open(demo.soi.entrance())
    demo.open(f"{HOME}/{FIRST}/").page.bring_to_front()
    print("Invented creators stand in the bar at the left. Close the window to end the demo.", flush=True)
    demo.browser.context.wait_for_event("close", timeout=0)


def take_pictures(folder: Path, languages: tuple[str, ...], only: tuple[str, ...] = ()) -> None:
    """Every screen in each language, light and dark, as PNG in ``folder``; ``only`` those named, if any are."""
    folder.mkdir(parents=True, exist_ok=True)
    taken: set[Path] = set()
    with TemporaryDirectory(prefix="soi-shots-") as made:
        for language in languages:
            with running(headless=True, language=language) as demo:
                for dark in (False, True):
                    _picture_all(demo, Path(made), language, dark)
        for path in sorted(Path(made).glob("*.png")):
            if not only or path.stem in only:
                taken.add(Path(shutil.copy(path, folder / path.name)))
    print(f"{len(taken)} pictures in {folder}")


def _picture_all(demo: Demo, folder: Path, language: str, dark: bool) -> None:
    demo.site.knobs.dark = dark
    name = f"{language}-{'dark' if dark else 'light'}"
    _picture_badge(demo, folder, language, name)
    _picture_saved(demo, folder, language, name)
    for page_name, path in OWN_PAGES.items():
        tab = _own(demo, demo.browser.extension_url(path), dark)
        if page_name == "popup":
            tab.page.set_viewport_size({"width": 380, "height": 560})
        find(tab, "heading", "")
        _shoot(tab.page, folder / f"{page_name}-{name}.png")
        tab.close()
    _picture_tile(demo, folder / f"tile-{name}.png", language, dark)
    demo.soi.restart()
    web = _own(demo, demo.soi.entrance(), dark)
    find(web, "main", "")
    web.page.wait_for_load_state("networkidle")
    _shoot(web.page, folder / f"web-{name}.png")
    web.close()


def _picture_tile(demo: Demo, path: Path, language: str, dark: bool) -> None:
    """The extension's icon over its name and one line."""
    tab = _own(demo, demo.browser.extension_url("icons/128.png"), dark)
    tab.page.set_viewport_size(TILE)
    words = Texts(language)
    tab.page.evaluate(
        """([name, line, dark]) => {
          const { body } = document;
          const title = document.createElement("h1");
          const text = document.createElement("p");
          [title.textContent, text.textContent] = [name, line];
          const [ink, paper] = dark ? ["#eef1f3", "#17191d"] : ["#14171a", "#ffffff"];
          body.style.cssText = `margin: 0; padding: 28px; box-sizing: border-box; height: 100vh; background: ${paper};
            color: ${ink}; font: 18px/1.4 system-ui, sans-serif; display: grid; align-content: center; gap: 10px`;
          title.style.cssText = "margin: 0; font-size: 34px";
          text.style.cssText = "margin: 0";
          body.querySelector("img").style.cssText = "position: static; margin: 0; width: 72px; height: 72px";
          body.append(title, text);
        }""",
        ["Soi", words("extension_description"), dark],
    )
    _shoot(tab.page, path)
    tab.close()


def _picture_badge(demo: Demo, folder: Path, language: str, name: str) -> None:
    texts = Texts(language)
    tab = demo.open(f"{HOME}/{FIRST}/")
    badge = Badge(tab, texts)
    badge.wait_for("%", creator=FIRST)
    tab.page.wait_for_load_state("networkidle")
    _shoot(tab.page, folder / f"badge-{name}.png")
    tab.goto(f"{HOME}/gymlab.vidu/")
    badge.wait_for("%", creator="gymlab.vidu")
    badge.expand()
    _to_its_top(tab.page)
    _shoot(tab.page, folder / f"badge-expanded-{name}.png")
    badge.press(texts.exactly("less"))
    badge.press(texts.exactly("collapse_badge"))
    badge.find("button", texts.exactly("expand_badge"))
    _shoot(tab.page, folder / f"badge-collapsed-{name}.png")
    badge.press(texts.exactly("expand_badge"))
    badge.wait_for("%", creator="gymlab.vidu")
    tab.close()


def _picture_saved(demo: Demo, folder: Path, language: str, name: str) -> None:
    """Saves creators one after the other; the last one is shown just saved, with undo, status and note."""
    texts = Texts(language)
    demo.soi.clear_shortlist()
    tab = demo.open(HOME)
    badge = Badge(tab, texts)
    for username in SAVED:
        tab.goto(f"{HOME}/{username}/")
        badge.wait_for("%", creator=username)
        badge.save()
        badge.wait_for(texts("status_found"), creator=username)
    badge.expand()
    _to_its_top(tab.page)
    _shoot(tab.page, folder / f"badge-saved-{name}.png")
    tab.close()


def _to_its_top(page: Page) -> None:
    """Opening the details has scrolled to them; a picture shows the card from its first line."""
    page.mouse.move(1100, 400)  # over the card, which stands at the right of the window
    page.mouse.wheel(0, -2000)
    page.wait_for_timeout(400)  # nothing tells when a wheel has come to rest


def _own(demo: Demo, url: str, dark: bool) -> ChromiumTab:
    tab = ChromiumTab(demo.browser.context.new_page())
    tab.page.emulate_media(color_scheme="dark" if dark else "light")
    tab.goto(url)
    return tab


def _shoot(page: Page, path: Path) -> None:
    page.mouse.move(0, 0)
    page.screenshot(path=path, animations="disabled")


def _own_browser(pictures: bool) -> int:
    """The demo page, which any browser shows; pictures need the one that they are made with."""
    if pictures:
        print(f"Pictures need Chromium at {EXECUTABLE} (Debian: apt install chromium).", file=sys.stderr)
        return 1
    print(f"No Chromium at {EXECUTABLE}: the demo page opens in your own browser.", flush=True)
    return subprocess.call([sys.executable, "-m", "server.cli", "open", "--demo"], cwd=ROOT)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--headless", action="store_true", help="no window; take pictures")
    parser.add_argument(
        "--shots", type=Path, metavar="DIR", default=ROOT / "artifacts" / "shots", help="where to"
    )
    parser.add_argument("--language", choices=("vi", "en"), help="of page and extension (vi; pictures: both)")
    parser.add_argument("--only", nargs="+", metavar="NAME", default=[], help="pictures to keep (all)")
    parser.add_argument(
        "--store", action="store_true", help="the stores' screenshots and tile, into dist/store"
    )
    parser.add_argument("--readme", action="store_true", help="the README's pictures, into docs/pictures")
    chosen = parser.parse_args()
    if not EXECUTABLE.exists():
        return _own_browser(pictures=chosen.readme or chosen.store or chosen.headless)
    if chosen.readme:
        take_pictures(ROOT / "docs" / "pictures", ("vi", "en"), README_PICTURES)
        return 0
    if chosen.store:
        take_pictures(ROOT / "dist" / "store", ("vi", "en"), STORE_PICTURES)
        return 0
    if chosen.headless:
        take_pictures(
            chosen.shots, (chosen.language,) if chosen.language else ("vi", "en"), tuple(chosen.only)
        )
        return 0
    with running(headless=False, language=chosen.language or "vi") as demo:
        try:
            show(demo)
        except (KeyboardInterrupt, Error):
            print("Demo ended.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
