"""Cuts a page into its markup and its scripts in one linear pass.

Nine tenths of a profile page are scripts. Everything that is shown stands in the markup, everything that is
embedded stands in the scripts, and a text in one is never mistaken for the other. Only openings and closings are looked
for: page-wide regular expressions that match elements and whole-document parsers were measured to run for seconds to
minutes on malformed pages. A page stays bytes until a piece of it is read: one emoji would make the whole text four bytes
a character.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from msgspec import Struct

from server.parsing.markup import MAX_TAG, attribute, elements, plain_text, tags, text_of

MAX_SCRIPTS = 2_000
MAX_METAS = 120
_CONFIGURATION = b'"IntlCurrentLocale"'
MAX_ELEMENTS = 20_000
"""Of the kinds that are read; the fullest of real pages has 400."""
_READ = (b"meta", b"header", b"article", b"a")
"""Elements that are looked for in the whole markup of every page: one look finds them all."""
_SCRIPT = b"script"
_CLOSING = {name: b"</" + name for name in (_SCRIPT, b"style", b"template", b"noscript")} | {b"!--": b"-->"}
"""What is no markup or what a browser does not show, and how it ends; what stands inside it begins nothing."""
_CUT_OUT = re.compile(rb"<(%s)" % b"|".join(_CLOSING))
_OPENING = re.compile(rb"<(?:(%s)|(%s)(?=[\s>/]))" % (b"|".join(_CLOSING), b"|".join(_READ)))


class Script(Struct, frozen=True):
    """One script element: a stretch of the page, copied only when it is read."""

    page: bytes
    start: int
    end: int
    is_json: bool

    def find(self, needle: bytes) -> int:
        """Where ``needle`` stands in the page, or -1 where this script does not hold it."""
        return self.page.find(needle, self.start, self.end)

    def __len__(self) -> int:
        return self.end - self.start

    @property
    def body(self) -> bytes:
        return self.page[self.start : self.end]


class Document(Struct, frozen=True):
    """A page, cut up."""

    head: bytes
    """The first bytes: doctype, "saved from" comment, html tag."""
    markup: bytes
    """What is shown: the page without scripts, styles, comments, templates, the text for browsers without scripts."""
    scripts: tuple[Script, ...]
    configured: tuple[Script, ...]
    """The scripts of JSON, the one first that says how the page is set up (language, numbers, route), then those behind it:
    what stands together is found without reading the whole page again."""
    starts: Mapping[bytes, Sequence[int]]
    """Where in the markup the elements that are read begin, by their name."""

    @classmethod
    def of(cls, html_text: str | bytes) -> Document:
        page = html_text.encode("utf-8", "replace") if isinstance(html_text, str) else html_text
        pieces: list[bytes] = []
        scripts: list[Script] = []
        starts: dict[bytes, list[int]] = {name: [] for name in _READ}
        begun = position = cut = read = 0
        while (opening := (_OPENING if read < MAX_ELEMENTS else _CUT_OUT).search(page, position)) is not None:
            start, name, position = opening.start(), opening[1], opening.end()
            if name is None:
                starts[opening[2]].append(start - cut)
                read += 1
                continue
            pieces.append(page[begun:start])
            body = page.find(b">", start) + 1 if name == _SCRIPT else position
            end = _closed_at(page, body, _CLOSING[name]) if body else -1
            if name == _SCRIPT and body < end and len(scripts) < MAX_SCRIPTS:
                scripts.append(Script(page, body, end, page.find(b"application/json", start, body) > 0))
            begun = position = len(page) if end < 0 else end + len(_CLOSING[name])
            cut += position - start
        pieces.append(page[begun:])
        return cls(page[:MAX_TAG], b"".join(pieces), tuple(scripts), _configured(scripts), starts)

    def attribute_of_html(self, name: str) -> str | None:
        """An attribute of the ``html`` element, e.g. lang."""
        start = self.head.find(b"<html")
        return None if start < 0 else attribute(self.head[start : self.head.find(b">", start) + 1], name)

    def saved_from(self) -> str | None:
        """The address that a browser writes into a page it saves."""
        start = self.head.find(b"<!-- saved from url=(")
        end = self.head.find(b"-->", start)
        if start < 0 or end < 0:
            return None
        return text_of(self.head[self.head.find(b")", start) + 1 : end]).strip()

    def title(self) -> str | None:
        fragment = next(elements(self.markup, "title", 1), None)
        return None if fragment is None else plain_text(fragment)

    def metas(self, wanted: frozenset[str]) -> dict[str, str]:
        """Content of the meta elements by property or name, of those ``wanted``; the first of each wins."""
        found: dict[str, str] = {}
        for tag in tags(self.markup, "meta", MAX_METAS, self.starts[b"meta"]):
            name = attribute(tag, "property") or attribute(tag, "name")
            if name in wanted and name not in found and (content := attribute(tag, "content")):
                found[name] = content
        return found

    def canonical(self) -> str | None:
        for tag in tags(self.markup, "link", MAX_METAS * 4):
            if attribute(tag, "rel") == "canonical":
                return attribute(tag, "href")
        return None


def _closed_at(page: bytes, start: int, closing: bytes) -> int:
    """Where ``closing`` stands, or -1: what is not closed swallows the rest, as in a browser.

    It is nearly always the first "<" of a style or script, and one byte is found twenty times as fast as eight.
    """
    first = page.find(closing[:1], start)
    return first if page.startswith(closing, first) else page.find(closing, first)


def _configured(scripts: Sequence[Script]) -> tuple[Script, ...]:
    found = tuple(script for script in scripts if script.is_json)
    at = next((i for i, script in enumerate(found) if script.find(_CONFIGURATION) >= 0), 0)
    return found[at:] + found[:at]
