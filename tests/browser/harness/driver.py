"""The protocol: a browser with tabs, a tab with its accessibility tree."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol, TypeVar

T = TypeVar("T")
PATIENCE = 40.0
"""Seconds that a condition may take. A busy machine needs them; a quiet one never waits for them."""


class StaleNode(Exception):
    """The node was drawn anew, or has gone, since the tree was read."""


class TimedOut(AssertionError):
    """A condition did not come true in time."""


def until(condition: Callable[[], T | None], what: str, patience: float = PATIENCE) -> T:
    """The first truthy answer of ``condition``; raises TimedOut naming ``what``."""
    end, pause = time.monotonic() + patience, 0.03
    while True:
        answer = condition()
        if answer:
            return answer
        if time.monotonic() > end:
            raise TimedOut(f"{what}: not within {patience:g} s")
        time.sleep(pause)  # between two looks at a condition, never instead of one
        pause = min(pause * 1.3, 0.15)  # each look takes the time of the browser that is looked at


def at_rest(middle: Callable[[], T]) -> T:
    """The middle of a node once two looks give the same: a press meant for one that moves hits its neighbour."""
    seen: list[T] = [middle()]

    def stands() -> bool:
        time.sleep(0.04)
        seen.append(middle())
        return seen[-1] == seen[-2]

    until(stands, "the node at rest")
    return seen[-1]


@dataclass(frozen=True, slots=True)
class Node:
    """One node of an accessibility tree. ``role`` is the ARIA role; ``handle`` belongs to the browser."""

    role: str
    name: str
    handle: Any
    parent: int
    """Position of the parent in the tree's list; -1 at the root."""
    states: frozenset[str] = frozenset()
    """Of "focused", "disabled", "expanded", "checked", "pressed", "selected"."""
    value: str = ""


@dataclass(frozen=True, slots=True)
class Tree:
    """A snapshot of a page's accessibility tree, in document order."""

    nodes: Sequence[Node] = field(default_factory=tuple)

    def find(self, role: str, name: str, within: Node | None = None) -> Node | None:
        """The first node whose whole role and whose name match the regular expressions."""
        return next(self.all(role, name, within), None)

    def all(self, role: str, name: str = "", within: Node | None = None) -> Iterator[Node]:
        pattern = re.compile(name)
        for node in self.nodes if within is None else self.below(within):
            if re.fullmatch(role, node.role) and pattern.search(node.name):
                yield node

    def below(self, top: Node) -> Iterator[Node]:
        """Every node under ``top``."""
        inside = {self.nodes.index(top)}
        for place, node in enumerate(self.nodes):
            if node.parent in inside:
                inside.add(place)
                yield node

    def text(self, top: Node) -> str:
        """What is read out under ``top``, piece by piece."""
        return " ".join(node.name for node in self.below(top) if node.role == "text" and node.name.strip())

    def outline(self) -> str:
        """For people: the tree with its roles and names."""
        depths: list[int] = []
        for node in self.nodes:
            depths.append(0 if node.parent < 0 else depths[node.parent] + 1)
        rows = zip(depths, self.nodes, strict=True)
        return "\n".join(f"{'  ' * depth}{node.role} {node.name!r}" for depth, node in rows)


class Tab(Protocol):
    """One tab."""

    def goto(self, url: str) -> None: ...
    def reload(self) -> None: ...
    def back(self) -> None: ...
    def close(self) -> None: ...
    def url(self) -> str: ...
    def evaluate(self, expression: str) -> Any:
        """The JSON value of a JavaScript expression in the page's own world; promises are awaited."""

    def tree(self) -> Tree: ...
    def click(self, node: Node) -> None:
        """Scroll to the node and press the mouse in its middle."""

    def focus(self, node: Node) -> None:
        """Give the node the focus, as Tab does."""

    def hover(self, selector: str) -> None:
        """Move the mouse over the first element that the page itself finds by ``selector``."""

    def type(self, text: str) -> None:
        """Type into whatever has the focus."""

    def press(self, key: str) -> None:
        """One key by its name: "Enter", "Tab", "Escape", or a chord such as "Control+a"."""

    def resize(self, width: int, height: int) -> None:
        """Give the page's part of the window this size."""

    def screenshot(self, path: Path) -> None: ...


class Browser(Protocol):
    """A running browser with the extension."""

    name: str

    def tab(self, url: str = "about:blank") -> Tab: ...
    def extension_url(self, path: str) -> str: ...
    def stop_background(self) -> None:
        """End the extension's background as the browser does when it is idle."""

    def addresses(self) -> list[str]:
        """Of every open tab, those that the extension has opened too."""

    def close_tabs_at(self, url: str) -> None:
        """Close the tabs whose address begins so."""

    def command(self, name: str, keys: str) -> None:
        """A keyboard command of the extension over the tab in front, from where the browser hands it on.

        No driver can press the keys themselves: what it sends reaches the page and never the browser.
        """

    def reload_extension(self) -> None:
        """Replace the extension under the open pages, as an update does."""

    def close(self) -> None: ...


def find(
    tab: Tab, role: str, name: str, within: tuple[str, str] | None = None, patience: float = PATIENCE
) -> Node:
    """Wait for the node of ``role`` and ``name``, inside the node of role and name ``within`` if given."""

    def look() -> Node | None:
        tree = tab.tree()
        top = tree.find(*within) if within else None
        return None if within and top is None else tree.find(role, name, top)

    try:
        return until(look, f"{role} {name!r}", patience)
    except TimedOut as error:
        raise TimedOut(f"{error}\n{tab.tree().outline()[-6000:]}") from None


def gone(tab: Tab, role: str, name: str, patience: float = PATIENCE) -> None:
    """Wait until no node of ``role`` has the ``name``."""
    until(lambda: tab.tree().find(role, name) is None, f"{role} {name!r} gone", patience)


def press(tab: Tab, role: str, name: str, within: tuple[str, str] | None = None) -> None:
    """Find and click."""
    _act(tab.click, tab, role, name, within)


def fill(tab: Tab, role: str, name: str, text: str, within: tuple[str, str] | None = None) -> None:
    """Click into a field, replace what it holds and leave it."""
    press(tab, role, name, within)
    tab.press("Control+a")
    tab.type(text)
    tab.press("Tab")


def choose(tab: Tab, name: str, option: str, within: tuple[str, str] | None = None) -> None:
    """Pick an option of a closed list by typing its first letters, as the keyboard allows."""
    _focus(tab, "combobox", name, within)

    def chosen() -> bool:
        return any(node.value == option for node in tab.tree().all("combobox"))

    if chosen():
        return
    for letter in option:
        tab.type(letter)
        with suppress(
            TimedOut
        ):  # the tree follows a moment later; a letter too many would choose something else
            until(chosen, option, patience=0.4)
            return
    try:
        until(chosen, f"{option!r} chosen")
    except TimedOut as error:
        shown = [(node.name, node.value, sorted(node.states)) for node in tab.tree().all("combobox")]
        raise TimedOut(f"{error}; the lists show {shown}") from None


def _focus(tab: Tab, role: str, name: str, within: tuple[str, str] | None) -> None:
    """Give it the focus until it has it: a node that is just being drawn anew lets the request pass unheard."""

    def has_it() -> bool:
        return "focused" in find(tab, role, name, within).states

    def attempt() -> bool:
        _act(tab.focus, tab, role, name, within)
        with suppress(TimedOut):
            return until(has_it, f"focus on {name!r}", patience=1)
        return False

    until(attempt, f"focus on {role} {name!r}")


def _act(
    action: Callable[[Node], None], tab: Tab, role: str, name: str, within: tuple[str, str] | None
) -> None:
    """Do it to the node; find it again if it was drawn anew between the look and the act."""

    def attempt() -> bool:
        try:
            action(find(tab, role, name, within))
        except StaleNode:
            return False
        return True

    until(attempt, f"acting on {role} {name!r}")
