"""The badge on a page, read as a screen reader reads it."""

from __future__ import annotations

from tests.browser.harness.driver import PATIENCE, Node, Tab, TimedOut, Tree, choose, fill, find, press, until
from tests.browser.harness.texts import Texts


class Badge:
    """What lies over one tab."""

    def __init__(self, tab: Tab, texts: Texts) -> None:
        self.tab = tab
        self.texts = texts

    def regions(self, tree: Tree | None = None) -> list[Node]:
        """Every badge on the page; there must never be two."""
        return list((tree or self.tab.tree()).all("complementary", self._label()))

    def text(self, tree: Tree | None = None) -> str:
        """All that stands in the badge, "" without one."""
        tree = tree or self.tab.tree()
        return " | ".join(tree.text(region) for region in self.regions(tree))

    def wait_for(self, *pieces: str, creator: str = "", patience: float = PATIENCE) -> str:
        """The text once it holds every piece (under the name of ``creator`` if given)."""

        def look() -> str:
            tree = self.tab.tree()
            named = not creator or tree.find("complementary", self._label(creator)) is not None
            text = self.text(tree)
            return text if named and text and all(piece in text for piece in pieces) else ""

        try:
            return until(look, f"badge of {creator or 'anybody'} with {pieces}", patience)
        except TimedOut as error:
            raise TimedOut(f"{error}; it says {self.text()!r}") from None

    def press(self, name: str, role: str = "button") -> None:
        press(self.tab, role, name, within=("complementary", self._label()))

    def fill(self, name: str, text: str) -> None:
        fill(self.tab, "textbox", name, text, within=("complementary", self._label()))

    def find(self, role: str, name: str) -> Node:
        return find(self.tab, role, name, within=("complementary", self._label()))

    def choose(self, name: str, option: str) -> None:
        choose(self.tab, name, option, within=("complementary", self._label()))

    def expand(self) -> None:
        """Open the details, if they are closed; once more if the badge moved away from under the mouse."""

        def opened() -> bool:
            tree = self.tab.tree()
            if tree.find("button", self.texts.exactly("less")):
                return True
            if tree.find("button", self.texts.exactly("details")):
                self.press(self.texts.exactly("details"))
            return False

        until(opened, "the open details")

    def save(self) -> None:
        self.press(self.texts.exactly("save"))

    def _label(self, creator: str = "") -> str:
        return self.texts.exactly("badge_label", **({"name": creator} if creator else {}))
