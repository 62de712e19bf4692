"""Cuts a page into its markup and its scripts in one linear pass.

Nine tenths of a profile page are scripts. Everything that is shown stands in the markup, everything that is
embedded stands in the scripts, and a text in one is never mistaken for the other. Only ``str.find`` is used: page-wide
regular expressions and whole-document parsers were measured to run for seconds to minutes on malformed pages.
"""

from __future__ import annotations

import html
from collections.abc import Iterator
from dataclasses import dataclass

MAX_SCRIPTS = 2_000
MAX_TAG = 4_096
MAX_FRAGMENT = 64 * 1024
MAX_METAS = 120


@dataclass(frozen=True, slots=True)
class Script:
    """One script element."""

    is_json: bool
    body: str


@dataclass(frozen=True, slots=True)
class Document:
    """A page, cut up."""

    head: str
    """The first bytes: doctype, "saved from" comment, html tag."""
    markup: str
    """The page without scripts."""
    scripts: tuple[Script, ...]

    @classmethod
    def of(cls, page: str) -> Document:
        pieces: list[str] = []
        scripts: list[Script] = []
        position = 0
        while len(scripts) < MAX_SCRIPTS:
            start = page.find("<script", position)
            if start < 0:
                break
            pieces.append(page[position:start])
            body = page.find(">", start) + 1
            end = page.find("</script", body) if body else -1
            if end < 0:  # an unclosed script swallows the rest, as in a browser
                position = len(page)
                break
            scripts.append(Script("application/json" in page[start:body], page[body:end]))
            position = end
        pieces.append(page[position:])
        return cls(page[:MAX_TAG], "".join(pieces), tuple(scripts))

    def attribute_of_html(self, name: str) -> str | None:
        """An attribute of the ``html`` element, e.g. lang."""
        start = self.head.find("<html")
        return None if start < 0 else attribute(self.head[start : self.head.find(">", start) + 1], name)

    def saved_from(self) -> str | None:
        """The address that a browser writes into a page it saves."""
        start = self.head.find("<!-- saved from url=(")
        end = self.head.find("-->", start)
        if start < 0 or end < 0:
            return None
        return self.head[self.head.find(")", start) + 1 : end].strip()

    def title(self) -> str | None:
        fragment = next(elements(self.markup, "title", limit=1), None)
        return None if fragment is None else plain_text(fragment)

    def metas(self) -> dict[str, str]:
        """Content of the meta elements by property or name; the first of each wins."""
        found: dict[str, str] = {}
        for tag in tags(self.markup, "meta", MAX_METAS):
            name = attribute(tag, "property") or attribute(tag, "name")
            content = attribute(tag, "content")
            if name and content and name not in found:
                found[name] = content
        return found

    def canonical(self) -> str | None:
        for tag in tags(self.markup, "link", MAX_METAS * 4):
            if attribute(tag, "rel") == "canonical":
                return attribute(tag, "href")
        return None


def tags(markup: str, name: str, limit: int) -> Iterator[str]:
    """The opening tags of the elements called ``name``."""
    position, needle = 0, f"<{name}"
    for _ in range(limit):
        start = markup.find(needle, position)
        if start < 0:
            return
        end = markup.find(">", start, start + MAX_TAG)
        position = start + len(needle) if end < 0 else end
        follows = markup[start + len(needle) : start + len(needle) + 1]
        if end > 0 and (follows.isspace() or follows in ">/"):
            yield markup[start : _end_of_tag(markup, start) + 1]


def _end_of_tag(markup: str, start: int) -> int:
    """The ``>`` that closes the tag at ``start``; one inside a quoted value does not count."""
    position = start
    stop = start + MAX_TAG
    while True:
        end = markup.find(">", position, stop)
        if end < 0:
            return stop
        piece = markup[start:end]
        if piece.count('"') % 2 == 0:
            return end
        position = end + 1


def elements(markup: str, name: str, limit: int, cap: int = MAX_FRAGMENT) -> Iterator[str]:
    """Elements called ``name`` that do not nest (header, title, a), each cut at ``cap`` characters."""
    position, needle, closing = 0, f"<{name}", f"</{name}"
    for _ in range(limit):
        start = markup.find(needle, position)
        if start < 0:
            return
        follows = markup[start + len(needle) : start + len(needle) + 1]
        if not (follows.isspace() or follows in ("", ">")):
            position = start + len(needle)
            continue
        end = markup.find(closing, start, start + cap)
        stop = start + cap if end < 0 else end + len(closing) + 1
        yield markup[start:stop]
        position = stop if end >= 0 else start + len(needle)


def attribute(tag: str, name: str) -> str | None:
    """The value of an attribute in an opening tag, entities decoded; None where it is absent."""
    for quote in ('="', "='"):
        needle = f"{name}{quote}"
        start = tag.find(needle)
        while start > 0 and not tag[start - 1].isspace():
            start = tag.find(needle, start + 1)
        if start > 0:
            end = tag.find(quote[1], start + len(needle))
            return html.unescape(tag[start + len(needle) : end]) if end > 0 else None
    return None


def plain_text(fragment: str) -> str:
    """The text of a small fragment without tags, spaces folded."""
    pieces: list[str] = []
    position = 0
    while True:
        start = fragment.find("<", position)
        if start < 0:
            pieces.append(fragment[position:])
            break
        pieces.append(fragment[position:start])
        end = fragment.find(">", start)
        if end < 0:
            break
        position = end + 1
    return " ".join(html.unescape("".join(pieces)).split())
