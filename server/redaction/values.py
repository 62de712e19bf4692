"""JSON without people: keys, numbers and switches stay, texts do not."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any, ClassVar

from server.capture import is_username
from server.redaction.pseudonyms import Pseudonyms

_CONFIGURATION = re.compile(r"Intl|NumberFormat|CLDR|DateFormat")
"""A module's list that begins so holds how a language writes numbers."""
_BUILT_IN = re.compile(
    r"(?:Polaris|Relay|Comet|XDT|XIG|Graph|xdt_|xig_|adp_|Intl|Scheduled|Require|Bootloader)\w{0,120}"
)
_KEPT_KEYS = frozenset(
    [
        "__typename",
        "__isNode",
        "product_type",
        "typename",
        "canonicalRouteName",
        "locale",
        "language",
        "media_overlay_info",
    ]
)
_IDENTIFIER = re.compile(r"(?:^|_)(?:pk|id|ids|fbid|uid|token|key|hash|nonce|cursor)(?:_|$)|I[Dd]$|max_id")
_NUMBERS = re.compile(r"\d{1,20}(?:_\d{1,20})*", re.ASCII)
_NAME_OF_PAGE = re.compile(r"[A-Za-z]{1,40}", re.ASCII)
_SHORT = 6
"""Figures of a text that may be a count."""
_ADDRESS = re.compile(r"(?:https?:)?//|/")


class RedactedJson:
    """JSON of one capture."""

    def __init__(self, names: Pseudonyms) -> None:
        self._names = names

    def meet(self, value: Any) -> None:
        """Note every user name, so that a text before it is redacted by it too."""
        waiting = [value]
        while waiting:
            one = waiting.pop()
            if isinstance(one, dict):
                name = one.get("username")
                if isinstance(name, str) and is_username(name.lower()):
                    self._names.handle(name)
                waiting.extend(one.values())
            elif isinstance(one, list):
                waiting.extend(one)

    def redacted(self, value: Any, key: str = "") -> Any:
        """The same shape. Raises RecursionError where it is nested deeper than Python goes."""
        if isinstance(value, dict):
            return {self._key(name): self.redacted(each, name) for name, each in value.items()}
        if isinstance(value, list):
            if value and isinstance(value[0], str) and _CONFIGURATION.match(value[0]):
                return value
            return [self.redacted(each, key) for each in value]
        if isinstance(value, str):
            return self._text(value, key)
        is_identifier = isinstance(value, int) and not isinstance(value, bool) and _IDENTIFIER.search(key)
        return self._names.number(value) if is_identifier else value

    def _key(self, name: str) -> str:
        """A key is a word of Instagram's code, or the number of somebody."""
        return self._numbers(name) if _NUMBERS.fullmatch(name) and len(name) > 4 else name

    def _text(self, value: str, key: str) -> str:
        names = self._names
        if not value or key in _KEPT_KEYS or _BUILT_IN.fullmatch(value):
            return value
        if (named := self._BY_KEY.get(key)) is not None:
            return named(self, value)
        is_identifier = _IDENTIFIER.search(key) is not None
        if _NUMBERS.fullmatch(value):
            return self._numbers(value) if is_identifier or len(value) > _SHORT else value
        if is_identifier and " " not in value:
            return names.token(value)
        return names.address(value) if _ADDRESS.match(value) else names.masked(value)

    def _handle(self, value: str) -> str:
        return self._names.handle(value)

    def _code(self, value: str) -> str:
        return self._names.code(value)

    def _page_id(self, value: str) -> str:
        """``postPage_4032129644346077499``: the kind of page stays."""
        parts = value.split("_")
        return "_".join(part if _NAME_OF_PAGE.fullmatch(part) else self._names.token(part) for part in parts)

    _BY_KEY: ClassVar[Mapping[str, Callable[[RedactedJson, str], str]]] = {
        **dict.fromkeys(("username", "owner_username"), _handle),
        **dict.fromkeys(("code", "shortcode", "media_code"), _code),
        "pageID": _page_id,
    }

    def _numbers(self, value: str) -> str:
        """``123`` or ``123_456``."""
        return "_".join(self._names.token(part) for part in value.split("_"))
