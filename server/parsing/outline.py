"""A small piece of a page as a flat list of its elements and texts in the order they are written."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

from lxml import etree

Element: TypeAlias = etree._Element  # noqa: SLF001 - lxml's class of elements has no public name


@dataclass(frozen=True, slots=True)
class TextRun:
    """One run of text and the element it stands in."""

    text: str
    parent: Element


Node: TypeAlias = Element | TextRun


def outline(fragment: str, limit: int) -> list[Node]:
    """The first ``limit`` nodes of a fragment; broken markup is mended as a browser would."""
    if not fragment.strip():
        return []
    root = etree.fromstring(fragment, parser=etree.HTMLParser(remove_comments=True, remove_pis=True))
    if root is None:
        return []
    return [node for node, _ in zip(_walk(root), range(limit), strict=False)]


def _walk(root: Element) -> Iterator[Node]:
    for event, element in etree.iterwalk(root, events=("start", "end")):
        if event == "start":
            yield element
            if element.text:
                yield TextRun(element.text, element)
        else:
            parent = element.getparent()
            if element.tail and parent is not None:
                yield TextRun(element.tail, parent)


def texts_of(element: Element) -> Iterator[str]:
    """The runs of text inside an element, stripped, without empty ones."""
    return (stripped for text in element.itertext() if (stripped := str(text).strip()))


def shown(element: Element) -> str:
    """All text of an element in one line."""
    return " ".join(texts_of(element))
