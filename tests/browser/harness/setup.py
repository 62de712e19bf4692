"""What every scenario starts from: preferences as wanted, and a browser connected with a server."""

from __future__ import annotations

import json
from typing import Any

from tests.browser.harness.driver import Browser, Tab, find, press, until
from tests.browser.harness.soi import SoiServer
from tests.browser.harness.texts import Texts

ALLOW = "^(Allow|Cho phép)$"


def ask(own: Tab, message: dict[str, Any]) -> Any:
    """The background's result, asked from one of the extension's own pages; fails on a refusal."""
    reply = own.evaluate(f"chrome.runtime.sendMessage({json.dumps(message)})")
    assert reply["ok"], reply
    return reply["result"]


def prefer(browser: Browser, **changes: Any) -> None:
    """Change preferences as the options page does."""
    own = browser.tab(browser.extension_url("options/options.html"))
    ask(own, {"type": "prefs.set", "changes": changes})
    own.close()


def cancel_waiting(browser: Browser) -> None:
    """Take back what still waits to be saved, so that the next test finds an empty list."""
    own = browser.tab(browser.extension_url("options/options.html"))
    for creator in ask(own, {"type": "popup.status"})["saves"]:
        ask(own, {"type": "shortlist.cancel", "creator": creator})
    own.close()


def connect(browser: Browser, soi: SoiServer, texts: Texts, member: Tab | None = None) -> None:
    """Two clicks: Connect on the welcome page, Allow in the Soi tab: one for this, or a ``member``'s, which stays."""
    prefer(browser, port=soi.port)
    web = member or browser.tab(soi.entrance())
    welcome = browser.tab(browser.extension_url("welcome/welcome.html"))
    press(welcome, "button", texts.exactly("connect"))
    press(web, "button", ALLOW)
    until(lambda: ask(welcome, {"type": "pair.poll"})["state"] == "connected", "the connection")
    find(welcome, "main", "")
    welcome.close()
    if web is not member:
        web.close()
