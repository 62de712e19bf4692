"""A small piece of a page as a flat list of its elements and texts in the order they are written.

lxml mends and parses; its tree is walked once and let go. A header is asked some hundred times what stands in, around
and behind an element, and each of lxml's answers costs more than a look into a list. An element knows what is around it
by reference and what is inside it by value: rings of references would wait for the collector.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

from lxml import etree
from msgspec import Struct


class Tag(Struct, eq=False):
    """The opening of an element."""

    tag: str
    attributes: dict[str, str]

    def get(self, name: str) -> str:
        """An attribute, "" where it is absent."""
        return self.attributes.get(name, "")


class Element(Tag, eq=False):
    """One element and where it stands."""

    parent: Element | None
    written: list[str | Tag]
    """All texts and openings of the fragment."""
    first: int
    last: int = 0
    """What stands inside is ``written[first:last]``."""

    def texts(self) -> list[str]:
        """The runs of text inside, stripped, without empty ones."""
        runs = [piece.strip() for piece in self.written[self.first : self.last] if isinstance(piece, str)]
        return [run for run in runs if run]

    def inside(self) -> list[Tag]:
        """The openings inside."""
        return [piece for piece in self.written[self.first : self.last] if not isinstance(piece, str)]

    def pieces(self) -> list[str | Tag]:
        """Texts and openings inside."""
        return self.written[self.first : self.last]

    def ancestors(self) -> Iterator[Element]:
        """The elements around it, the nearest first."""
        above = self.parent
        while above is not None:
            yield above
            above = above.parent

    def holds(self, other: Element) -> bool:
        """True where ``other`` stands inside."""
        return self.first < other.first <= self.last


class TextRun(Struct, eq=False):
    """One run of text and the element it stands in."""

    text: str
    parent: Element


OutlineNode: TypeAlias = Element | TextRun


def outline(fragment: str, limit: int) -> list[OutlineNode]:
    """The first ``limit`` nodes of a fragment; broken markup is mended as a browser would."""
    if not fragment.strip():
        return []
    # One emoji would make lxml read four bytes a character; UTF-8 is read as it is.
    parser = etree.HTMLParser(remove_comments=True, remove_pis=True, encoding="utf-8")
    root = etree.fromstring(fragment.encode(), parser=parser)
    return [] if root is None else _walked(root, limit)


def _walked(root: etree._Element, limit: int) -> list[OutlineNode]:
    nodes: list[OutlineNode] = []
    written: list[str | Tag] = []
    around: Element | None = None
    for event, node in etree.iterwalk(root, events=("start", "end")):
        if event == "start":
            if len(nodes) >= limit:
                break
            tag = Tag(node.tag, dict(node.items()))
            written.append(tag)
            around = Element(tag.tag, tag.attributes, around, written, len(written))
            nodes.append(around)
            text = node.text
        elif around is not None:
            around.last = len(written)
            around, text = around.parent, node.tail
        if text and around is not None:
            written.append(text)
            nodes.append(TextRun(text, around))
    while around is not None:
        around.last, around = len(written), around.parent
    return nodes[:limit]


def shown(element: Element) -> str:
    """All text of an element in one line."""
    return " ".join(element.texts())
