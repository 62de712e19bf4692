"""Invented names, numbers and texts in place of real ones: equal ones stay equal, wherever they stand."""

from __future__ import annotations

import re
from collections.abc import Collection

from server.instagram import DEFAULT_PICTURES, NOT_USERNAMES
from server.parsing.media import number_of_shortcode, shortcode_of

OWNER = "creator"
NOWHERE = "https://nowhere.invalid/"
_TIME_BITS = 23
"""Bits of a post's number below those that say when it was made."""
_LEAST_POST_NUMBER = 10**17
"""Posts have 19 digits; an account has fewer, or 17 with 1784 before them."""
_WORD = re.compile(r"[^\W\d_]+")
_HANDLE = re.compile(r"[A-Za-z0-9._]{1,30}", re.ASCII)
_FIGURES = re.compile(r"\+?\d+(?:[.,\s\u00a0\u202f-]\d+)*")
_CONTACT = re.compile(r"(?:https?://|www\.)\S{1,2000}|[^\s@]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}")
_ON_INSTAGRAM = re.compile(r"(?:https?://(?:www\.)?instagram\.com)?/")
_PATH_END = re.compile(r"[?#]")
_PLACES = NOT_USERNAMES | {"followers", "following", "tagged", "c", "v1", "v2", "media", "users", "query"}
_MOST_DIGITS, _MOST_UNGROUPED = 8, 6
"""Of a count as a page writes it; more is a number to ring, unless thousands are set apart by comma or dot."""
_THOUSANDS = re.compile(r"[1-9]\d{0,2}(?:([.,])\d{3}(?:\1\d{3}){0,3})")


class Pseudonyms:
    """The substitutions of one capture."""

    def __init__(self) -> None:
        self._people: dict[str, str] = {}
        self._numbers: dict[int, int] = {}
        self._other: dict[str, str] = {}

    def meet_owner(self, username: str) -> None:
        self._people[username.lower()] = OWNER

    def handle(self, username: str) -> str:
        return self._people.setdefault(username.lower(), f"person{len(self._people) + 1}")

    def number(self, number: int) -> int:
        """Of an account or a post; a post's keeps the bits that say when it was made."""
        if number <= 0:
            return number
        count = len(self._numbers) + 1
        invented = (number >> _TIME_BITS << _TIME_BITS) + count if number >= _LEAST_POST_NUMBER else count
        return self._numbers.setdefault(number, invented)

    def code(self, code: str) -> str:
        """A post's code: the same post as its number. What stands behind a private account's code goes."""
        number = number_of_shortcode(code) if code else None
        return shortcode_of(self.number(number)) if number else self.token(code) if code else code

    def token(self, text: str) -> str:
        """An identifier of no known kind; one of figures stays one."""
        if text.isascii() and text.isdigit():
            return str(self.number(int(text)))
        return self._other.setdefault(text, f"t{len(self._other) + 1}")

    def address(self, address: str) -> str:
        """Instagram's own keep their shape; of all others only whether it is the picture for no picture."""
        mark = next((mark for mark in DEFAULT_PICTURES if mark in address), None)
        if mark is not None:
            return f"{NOWHERE}{mark}.jpg"
        start = _ON_INSTAGRAM.match(address)
        if start is None or address.startswith("//"):
            return NOWHERE
        return start[0] + self.path(_PATH_END.split(address[start.end() :], maxsplit=1)[0])

    def path(self, path: str) -> str:
        parts = path.split("/")
        return "/".join(self._part(part, before) for before, part in zip(["", *parts], parts, strict=False))

    def _part(self, part: str, before: str) -> str:
        if not part or part in _PLACES or part.startswith("graphql"):
            return part
        if before in ("p", "reel", "reels", "tv"):
            return self.code(part)
        return self.handle(part) if _HANDLE.fullmatch(part) and not part.isdigit() else self.token(part)

    def masked(self, text: str, kept: Collection[str] = ()) -> str:
        """``text`` with x for every letter of every word but those ``kept`` (in lower case), and without contacts."""
        text = _CONTACT.sub(lambda found: "x" * len(found[0]), text)
        text = _HANDLE.sub(lambda found: self._people.get(found[0].lower().rstrip("."), found[0]), text)
        text = _FIGURES.sub(lambda found: _figures(found[0]), text)
        return _WORD.sub(lambda found: self._word(found[0], kept), text)

    def _word(self, word: str, kept: Collection[str]) -> str:
        if word.casefold() in kept or word in (OWNER, "person"):
            return word
        return "".join("X" if letter.isupper() else "x" for letter in word)


def _figures(shown: str) -> str:
    """A count stays; a number to ring becomes zeros."""
    digits = sum(letter.isdigit() for letter in shown)
    is_number = shown[0] in "+0" and digits > _MOST_UNGROUPED
    most = _MOST_UNGROUPED if digits == len(shown) else _MOST_DIGITS
    if _THOUSANDS.fullmatch(shown) or (digits <= most and not is_number):
        return shown
    return re.sub(r"\d", "0", shown)
