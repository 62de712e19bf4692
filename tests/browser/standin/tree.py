"""A page's elements as plain data: one description is drawn by the live site's script and written as a saved page."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256
from html import escape
from typing import Any

Tree = list[Any]
"""``[tag, {attribute: text}, [child, ...]]`` where a child is a Tree or a text."""
_VOID = frozenset(["img", "br", "hr", "input", "link", "meta"])


def el(tag: str, *children: Tree | str | None, css: str = "", **attributes: str | int | None) -> Tree:
    """One element. ``css`` names styles; trailing and inner underscores of attribute names become hyphens."""
    named: dict[str, str] = {}
    if css:
        named["class"] = " ".join(css_class(name) for name in css.split())
    for name, value in attributes.items():
        if value is not None:
            named[name.strip("_").replace("_", "-")] = str(value)
    return [tag, named, [child for child in children if child is not None and child != ""]]


def css_class(name: str) -> str:
    """A class name that tells nothing, as Instagram's do; ``html-span`` is the one that stays."""
    return name if name == "html-span" else "x" + sha256(name.encode()).hexdigest()[:7]


def lines(text: str) -> list[Tree | str]:
    """A text with its line breaks as <br>."""
    parts: list[Tree | str] = []
    for line in text.split("\n"):
        parts += [el("br"), line] if parts else [line]
    return parts


def to_html(tree: Tree | str) -> str:
    """The element as HTML."""
    return "".join(_write(tree))


def _write(tree: Tree | str) -> Iterator[str]:
    if isinstance(tree, str):
        yield escape(tree, quote=False)
        return
    tag, attributes, children = tree
    yield f"<{tag}" + "".join(f' {name}="{escape(value)}"' for name, value in attributes.items()) + ">"
    if tag in _VOID:
        return
    for child in children:
        yield from _write(child)
    yield f"</{tag}>"
