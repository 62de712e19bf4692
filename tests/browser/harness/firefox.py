"""Firefox over WebDriver BiDi; its accessibility tree is read in the browser's own process."""

from __future__ import annotations

import base64
import json
from pathlib import Path
from typing import Any

from tests.browser.harness.bidi import Bidi, BidiError
from tests.browser.harness.driver import Node, StaleNode, Tab, Tree, at_rest, until
from tests.browser.harness.firefox_process import EXECUTABLE, UUID, address, preferences, start

__all__ = ["EXECUTABLE", "FirefoxBrowser", "FirefoxTab"]

_KEYS = {
    "Enter": "\ue007",
    "Tab": "\ue004",
    "Escape": "\ue00c",
    "Control": "\ue009",
    "Alt": "\ue00a",
    "Shift": "\ue008",
}
_KEYS |= {"ArrowDown": "\ue015", "ArrowUp": "\ue013", "Space": " "}
_TREE = (Path(__file__).parent / "accessibility_tree.js").read_text("utf-8").rstrip().removesuffix(";")


class FirefoxTab:
    """One browsing context."""

    def __init__(self, browser: FirefoxBrowser, context: str) -> None:
        self._browser = browser
        self._bidi = browser.bidi
        self.context = context

    def goto(self, url: str) -> None:
        self._bidi.send("browsingContext.navigate", context=self.context, url=url, wait="interactive")

    def reload(self) -> None:
        self._bidi.send("browsingContext.reload", context=self.context, wait="interactive")

    def back(self) -> None:
        self._bidi.send("browsingContext.traverseHistory", context=self.context, delta=-1)

    def close(self) -> None:
        self._bidi.send("browsingContext.close", context=self.context)

    def url(self) -> str:
        contexts = self._bidi.send("browsingContext.getTree", root=self.context)["contexts"]
        return str(contexts[0]["url"])

    def evaluate(self, expression: str) -> Any:
        return self._bidi.evaluate(self.context, expression)

    def tree(self) -> Tree:
        self._activate()
        rows = self._browser.privileged(f"({_TREE})()")
        return Tree(tuple(Node(r[0], r[1], r[2], r[3], frozenset(r[4]), r[5]) for r in rows))

    def click(self, node: Node) -> None:
        x, y = at_rest(lambda: self._on(node, "Middle"))
        move = {"type": "pointerMove", "x": round(x), "y": round(y)}
        press = [{"type": "pointerDown", "button": 0}, {"type": "pointerUp", "button": 0}]
        try:
            self._point([move, *press])
        except BidiError as error:  # out of bounds: it was scrolled away between the look and the press
            raise StaleNode(str(error)) from error

    def focus(self, node: Node) -> None:
        self._activate()
        self._on(node, "Focus")

    def _on(self, node: Node, helper: str) -> Any:
        try:
            return self._browser.privileged(f"window.__soi{helper}({node.handle})")
        except BidiError as error:
            raise StaleNode(str(error)) from error

    def hover(self, selector: str) -> None:
        box = f"document.querySelector({json.dumps(selector)})"
        center = f"(({box}).scrollIntoView({{block: 'center'}}), ({box}).getBoundingClientRect().toJSON())"
        found = self.evaluate(center)
        x, y = found["x"] + found["width"] / 2, found["y"] + found["height"] / 2
        self._point([{"type": "pointerMove", "x": round(x), "y": round(y)}])

    def type(self, text: str) -> None:
        self._keys([step for letter in text for step in (_down(letter), _up(letter))])

    def press(self, key: str) -> None:
        names = [_KEYS.get(name, name) for name in key.split("+")]
        self._keys([*map(_down, names), *map(_up, reversed(names))])

    def resize(self, width: int, height: int) -> None:
        size = {"width": width, "height": height}
        self._bidi.send("browsingContext.setViewport", context=self.context, viewport=size)

    def screenshot(self, path: Path) -> None:
        picture = self._bidi.send("browsingContext.captureScreenshot", context=self.context)["data"]
        path.write_bytes(base64.b64decode(picture))

    def _activate(self) -> None:
        self._bidi.send("browsingContext.activate", context=self.context)

    def _point(self, actions: list[dict[str, Any]]) -> None:
        self._act(
            {"type": "pointer", "id": "mouse", "parameters": {"pointerType": "mouse"}, "actions": actions}
        )

    def _keys(self, actions: list[dict[str, Any]]) -> None:
        self._act({"type": "key", "id": "keyboard", "actions": actions})

    def _act(self, source: dict[str, Any]) -> None:
        self._activate()
        self._bidi.send("input.performActions", context=self.context, actions=[source])


class FirefoxBrowser:
    """A Firefox process with a throw-away profile."""

    name = "firefox"

    def __init__(
        self,
        profile: Path,
        extension: Path | None,
        site_port: int,
        language: str = "en-US",
        env: dict[str, str] | None = None,
        *,
        more: dict[str, Any] | None = None,
    ) -> None:
        """``more``: preferences of one test."""
        self._id = _gecko_id(extension) if extension else "none"
        self._extension = extension
        written = (preferences(site_port, self._id, language) | (more or {})).items()
        lines = (f"user_pref({json.dumps(name)}, {json.dumps(value)});\n" for name, value in written)
        (profile / "user.js").write_text("".join(lines), "utf-8")
        self._process = start(profile, env)
        self.bidi = Bidi(address(self._process))
        self.bidi.send("session.new", capabilities={"alwaysMatch": {"acceptInsecureCerts": True}})
        tree = self.bidi.send("browsingContext.getTree", **{"moz:scope": "chrome"})
        self._chrome = tree["contexts"][0]["context"]
        if extension:
            self._install(extension)

    def _install(self, extension: Path) -> None:
        self.bidi.send("webExtension.install", extensionData={"type": "path", "path": str(extension)})

    def tab(self, url: str = "about:blank") -> Tab:
        context = self.bidi.send("browsingContext.create", type="tab")["context"]
        tab = FirefoxTab(self, context)
        tab.resize(1280, 800)
        if url != "about:blank":
            tab.goto(url)
        return tab

    def extension_url(self, path: str) -> str:
        return f"moz-extension://{UUID}/{path}"

    def privileged(self, expression: str) -> Any:
        """Evaluate in the browser's own window."""
        return self.bidi.evaluate(self._chrome, expression)

    def stop_background(self) -> None:
        options = "{ignoreDevToolsAttached: true, disableResetIdleForTest: true}"
        policy = f"WebExtensionPolicy.getByID({json.dumps(self._id)})"
        self.privileged(f"{policy}.extension.terminateBackground({options}).then(() => true)")

    def addresses(self) -> list[str]:
        return [tab["url"] for tab in self._tabs()]

    def close_tabs_at(self, url: str) -> None:
        for tab in self._tabs():
            if tab["url"].startswith(url):
                self.bidi.send("browsingContext.close", context=tab["context"])

    def _tabs(self) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = self.bidi.send("browsingContext.getTree", maxDepth=0)["contexts"]
        return found

    def command(self, name: str, keys: str) -> None:
        """Keys that WebDriver sends stop at the page: the browser's own record of these keys is set off instead."""
        del name
        *modifiers, key = keys.split("+")
        wanted = {"key": key, "modifiers": ",".join(modifiers).lower()}
        tests = "".join(f"[{attribute}={json.dumps(value)}]" for attribute, value in wanted.items())
        self.privileged(f"document.querySelector({json.dumps('key' + tests)}).doCommand() ?? null")

    def reload_extension(self) -> None:
        imported = "ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs').AddonManager"
        self.privileged(
            f"{imported}.getAddonByID({json.dumps(self._id)}).then((a) => a.reload()).then(() => true)"
        )
        active = f"WebExtensionPolicy.getByID({json.dumps(self._id)})?.active ?? false"
        until(lambda: self.privileged(active), "the reloaded extension")

    def close(self) -> None:
        try:
            self.bidi.send("browser.close")
        except (BidiError, OSError):
            self._process.kill()
        self.bidi.close()
        self._process.wait(20)
        if self._process.stderr:
            self._process.stderr.close()


def _gecko_id(extension: Path) -> str:
    manifest = json.loads((extension / "manifest.json").read_text("utf-8"))
    return str(manifest["browser_specific_settings"]["gecko"]["id"])


def _down(key: str) -> dict[str, str]:
    return {"type": "keyDown", "value": key}


def _up(key: str) -> dict[str, str]:
    return {"type": "keyUp", "value": key}
