"""A page's markup and scripts without people."""

from __future__ import annotations

import json
import re

from bs4 import BeautifulSoup
from bs4.element import Comment, NavigableString, Script, Tag

from server.capture import is_username, username_of_url
from server.parsing.grammar import words_of_screens
from server.redaction.pseudonyms import Pseudonyms
from server.redaction.values import RedactedJson

_STRUCTURE = frozenset(
    [
        "lang",
        "dir",
        "class",
        "role",
        "type",
        "property",
        "name",
        "rel",
        "datetime",
        "charset",
        "width",
        "height",
        "tabindex",
        "colspan",
        "aria-hidden",
        "data-sjs",
    ]
)
_SPOKEN = frozenset(["content", "title", "alt", "aria-label"])
_ADDRESSES = frozenset(["href", "src", "action"])
_ADDRESS = re.compile(r"(?:https?:/)?/")
_FORM = re.compile(r"loginForm")
_TITLES = frozenset(
    [
        "instagram",
        "login",
        "page",
        "not",
        "found",
        "photos",
        "and",
        "videos",
        "log",
        "in",
        "sign",
        "up",
        "on",
        "from",
        "see",
    ]
)
_NAME = re.compile(r'"username"\s{0,9}:\s{0,9}"([A-Za-z0-9._]{1,30})"')
_BEFORE_VALUE = re.compile(
    r"\s*(?:window\._sharedData\s*=|window\.__additionalDataLoaded\([^,{]{0,200},)?\s*"
)
_SERVED = re.compile(r'"__spin_t":\s{0,9}[0-9]{9,10}')


class Page:
    """One page; every name in it is met before anything is written."""

    def __init__(self, html: str, names: Pseudonyms) -> None:
        self._soup = BeautifulSoup(html, "lxml")
        self._names = names
        language = self._soup.html.get("lang") if self._soup.html else None
        self._kept = words_of_screens(str(language or "en")) | _TITLES
        self._meet()

    def _meet(self) -> None:
        for link in self._soup.find_all("a", href=True):
            address = str(link["href"])
            name = username_of_url(
                f"https://www.instagram.com{address}" if address.startswith("/") else address
            )
            if name is not None:
                self._names.handle(name)
        for script in self._soup.find_all("script"):
            for name in _NAME.findall(script.string or ""):
                if is_username(name.lower()):
                    self._names.handle(name)

    def redacted(self, values: RedactedJson) -> str:
        """The page as a browser would save it."""
        for text in self._soup.find_all(string=True):
            if isinstance(text, Comment):
                text.extract()
            elif type(text) is NavigableString:  # a doctype and a script's own text are other kinds
                text.replace_with(NavigableString(self._names.masked(str(text), self._kept)))
        for tag in self._soup.find_all(True):
            self._tag(tag, values)
        return str(self._soup)

    def _tag(self, tag: Tag, values: RedactedJson) -> None:
        if tag.name == "script":
            body = self._script(tag.string or "", values)
            tag.clear()
            tag.append(Script(body))
        elif tag.name in ("style", "noscript", "template"):
            tag.clear()
        for name, value in list(tag.attrs.items()):
            said = " ".join(value) if isinstance(value, list) else str(value)
            if name in _ADDRESSES or (name in _SPOKEN and _ADDRESS.match(said)):
                tag[name] = self._names.address(said)
            elif name in _SPOKEN:
                tag[name] = self._names.masked(said, self._kept)
            elif name not in _STRUCTURE and not (name == "id" and _FORM.fullmatch(said)):
                del tag[name]

    def _script(self, body: str, values: RedactedJson) -> str:
        """Its JSON, redacted; of any other script only when Instagram served it."""
        before = _BEFORE_VALUE.match(body)
        start = before.end() if before else 0
        try:
            value, end = json.JSONDecoder().raw_decode(body, start)
            text = json.dumps(values.redacted(value), ensure_ascii=False, separators=(",", ":"))
        except (ValueError, RecursionError):
            served = _SERVED.search(body)
            return f"{{{served[0]}}}" if served else ""
        return _opening(body[:start]) + text.replace("</", "<\\/") + body[end:][:2]


def _opening(before: str) -> str:
    """What stands before the JSON of an old page, without the address that a call names."""
    call, bracket, _ = before.partition("(")
    return f"{call}(0," if bracket else before
