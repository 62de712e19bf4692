"""The badge on a page, read as a screen reader reads it.

Where the card would lie over something the badge is a pill. What is asked for and does not stand in it is looked for
in the card, which is then opened as a person opens it.
"""

from __future__ import annotations

import time
from contextlib import suppress

from tests.browser.harness.driver import (
    PATIENCE,
    Node,
    StaleNode,
    Tab,
    TimedOut,
    Tree,
    choose,
    fill,
    find,
    until,
)
from tests.browser.harness.texts import Texts

_STEADY = 0.35
"""Seconds after which a press counts where the badge has just come to stand."""
_PLACE = "Document.prototype.querySelector.call(document, ':root > [data-soi-badge]')?.style.cssText ?? ''"
"""Where it stands, by the page's own function whatever the page's elements are named."""
_PATIENCE_OF_PILL = 0.2
"""Seconds that a pill may say the same before the card is asked for the rest."""
_PATIENCE_OF_READING = 1.0
"""The same while it says that it reads: what is waited for may be on its way."""


class Badge:
    """What lies over one tab."""

    def __init__(self, tab: Tab, texts: Texts) -> None:
        self.tab = tab
        self.texts = texts
        self._place, self._since = "", 0.0

    def regions(self, tree: Tree | None = None) -> list[Node]:
        """Every badge on the page; there must never be two."""
        return list((tree or self.tab.tree()).all("complementary", self._label()))

    def text(self, tree: Tree | None = None) -> str:
        """All that stands in the badge, "" without one."""
        tree = tree or self.tab.tree()
        return " | ".join(tree.text(region) for region in self.regions(tree))

    def wait_for(self, *pieces: str, creator: str = "", patience: float = PATIENCE) -> str:
        """The text once it holds every piece (under the name of ``creator`` if given).

        What stands there while the page is read says nothing yet, unless that is what is waited for.
        """

        since: dict[str, float] = {}

        def look() -> str:
            tree = self.tab.tree()
            named = not creator or tree.find("complementary", self._label(creator)) is not None
            text = self.text(tree)
            said = text and (not self._is_reading(text) or self._is_reading(" ".join(pieces)))
            if named and said and all(piece in text for piece in pieces):
                self._standing()
                return text
            patient = _PATIENCE_OF_PILL if said else _PATIENCE_OF_READING
            if named and time.monotonic() - since.setdefault(text, time.monotonic()) > patient:
                self.open()
            return ""

        try:
            return until(look, f"badge of {creator or 'anybody'} with {pieces}", patience)
        except TimedOut as error:
            raise TimedOut(f"{error}; it says {self.text()!r}") from None

    def _is_reading(self, text: str) -> bool:
        return any(self.texts(key) in text for key in ("reading", "reading_posts"))

    def open(self) -> None:
        """Press the pill, if it is one."""
        pill = self.texts.exactly("expand_badge")
        for region in self.regions(tree := self.tab.tree()):
            if tree.find("button", pill, region):
                with suppress(TimedOut, StaleNode):  # it may have become a card, or have gone, meanwhile
                    found = find(self.tab, "button", pill, patience=1)
                    self._let_settle()
                    self.tab.click(found)
                    find(self.tab, "button", self.texts.exactly("collapse_badge"), patience=2)

    def _reach(self, role: str, name: str) -> None:
        """Open the card unless the node stands in the badge as it is."""
        tree = self.tab.tree()
        if name != self.texts.exactly("expand_badge") and not any(
            tree.find(role, name, region) for region in self.regions(tree)
        ):
            self.open()

    def press(self, name: str, role: str = "button") -> None:
        until(lambda: self._pressed(role, name), f"a press on {role} {name!r}")

    def _pressed(self, role: str, name: str) -> bool:
        """Once more if the card was shrunk, or drawn anew, between the look and the press."""
        self._reach(role, name)
        with suppress(TimedOut, StaleNode):
            node = find(self.tab, role, name, within=("complementary", self._label()), patience=3)
            self._let_settle()
            self.tab.click(node)
            return True
        return False

    def _let_settle(self) -> None:
        until(lambda: self._standing() > _STEADY, "a badge that stands still")

    def _standing(self) -> float:
        """Seconds for which the badge has been seen where it is now."""
        place, now = str(self.tab.evaluate(_PLACE)), time.monotonic()
        if place != self._place:
            self._place, self._since = place, now
        return now - self._since

    def fill(self, name: str, text: str) -> None:
        self._reach("textbox", name)
        fill(self.tab, "textbox", name, text, within=("complementary", self._label()))

    def find(self, role: str, name: str) -> Node:
        self._reach(role, name)
        return find(self.tab, role, name, within=("complementary", self._label()))

    def choose(self, name: str, option: str) -> None:
        self._reach("combobox", name)
        choose(self.tab, name, option, within=("complementary", self._label()))

    def expand(self) -> None:
        """Open the details, if they are closed; once more if the badge moved away from under the mouse."""

        def opened() -> bool:
            tree = self.tab.tree()
            if tree.find("button", self.texts.exactly("less")):
                return True
            # One try: a press that was slow to show has taken the button away, and is seen by the next look.
            self._pressed("button", self.texts.exactly("details"))
            return False

        until(opened, "the open details")

    def save(self) -> None:
        self.press(self.texts.exactly("save"))

    def _label(self, creator: str = "") -> str:
        return self.texts.exactly("badge_label", **({"name": creator} if creator else {}))
