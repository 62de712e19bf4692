"""What the cells of a column look like, whatever stands above them."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterable, Mapping, Sequence

from msgspec import Struct

from server.sheet_import import dates, handles, platforms, statuses
from server.sheet_import.words import fold, is_blank, plain

SAMPLE = 200
"""Cells of a column that are looked at."""
_LEAST_COUNTED = 0.3
"""Share of a column's cells that are numbers where it counts rows; a heading has to say so below nine in ten."""
TICKED = frozenset(("x", "v", "✓", "✔", "✔️", "☑", "✅", "true", "yes", "y", "1", "có", "rồi", "ok", "done"))
UNTICKED = frozenset(("false", "no", "n", "0", "không", "chưa", "ko", "✗", "✘", "❌", "☐"))
_EMAIL = re.compile(r"[^\s@]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}")
_PHONE = re.compile(r"(?:\+?84|0084|0)?[1-9][0-9]{8}|\+[1-9][0-9]{7,13}", re.ASCII)
_PRICE = re.compile(
    r"(?:[~$€₫]|vnd|tu |khoang )?\s?[0-9][0-9.,]*(?:\s?[-\u2013]\s?[0-9][0-9.,]*)?\s?(?:k|tr|trieu|cu|m|nghin|ngan|ty|d|₫|vnd|usd|\$|€)(?![a-z]{3,}).{0,30}"
)
_MONEY = re.compile(
    r"[$€₫]|[0-9]\s?(?:tr(?:ieu)?|cu|d|dong|vnd|usd|nghin|ngan|ty)(?![a-z])|[0-9]tr[0-9]|[0-9](?:[.,]000){2}"
)
"""A number that is an amount and no count."""
_WHOLE = re.compile(r"[0-9]{1,6}", re.ASCII)
_UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", re.IGNORECASE)
_ID = re.compile(r"[0-9]{5,20}", re.ASCII)
_TITLE = re.compile(r"[^\W\d_][^\W\d_.'\u2019]*(?:\s+[^\W\d_][^\W\d_.'\u2019]*){0,6}")
_BRACKETED = re.compile(r"\s*\([^()]*\)\s*$")


class Kinds(Struct, frozen=True):
    """Which share of a column's cells is of each kind."""

    n: int
    """Cells that are not blank."""
    shares: Mapping[str, float]
    samples: tuple[str, ...]

    def __getitem__(self, kind: str) -> float:
        return self.shares.get(kind, 0.0)


def digits_of(text: str) -> str:
    return re.sub(r"[\s.()\-_'`]", "", plain(text[:60]))


def first_words(text: str) -> str:
    """The first line without what stands in brackets behind it: "Gym cùng Huy (52k follow)"."""
    return plain(_BRACKETED.sub("", text.strip().partition("\n")[0]))


def _is_page(text: str) -> bool:
    return any(
        (page := platforms.page_of(address)) and page[1] for address in platforms.addresses(text[:600])
    )


def _is_named(text: str) -> bool:
    found = handles.read(text)
    return found.sure and bool(found.handles)


_KINDS: Mapping[str, Callable[[str], object]] = {
    "page": _is_page,
    "named": _is_named,
    "name_like": handles.looks_like_name,
    "signed": lambda text: handles.looks_like_name(text) and any(sign in text for sign in "._"),
    "tick": lambda text: text.strip().casefold() in TICKED | UNTICKED,
    "email": lambda text: _EMAIL.fullmatch(plain(text[:200])),
    "phone": lambda text: _PHONE.fullmatch(digits_of(text)),
    "platform": platforms.named,
    "status": lambda text: statuses.status_of(text) and not statuses.is_bare_yes(text),
    "price": lambda text: _PRICE.fullmatch(fold(text[:80])),
    "money": lambda text: _MONEY.search(fold(text[:80])),
    "date": lambda text: not _ID.fullmatch(text.strip()) and dates.read(text, "day"),
    "whole": lambda text: _WHOLE.fullmatch(text.strip()),
    "uuid": lambda text: _UUID.fullmatch(text.strip()),
    "digits": lambda text: re.fullmatch(r"[0-9]{1,20}", text.strip(), re.ASCII),
    "id": lambda text: _ID.fullmatch(text.strip()),
    "worded": lambda text: len(text.split()) > 1 and any(c.isalpha() for c in text),
    "title": lambda text: len(text) < 60 and _TITLE.fullmatch(first_words(text)),
    "begins": lambda text: (
        len(text) < 60
        and text[:1].isupper()
        and len(text.split()) > 1
        and _TITLE.fullmatch(first_words(text))
    ),
    "capital": lambda text: (
        len(text) < 60 and _TITLE.fullmatch(plain(text)) and all(w[:1].isupper() for w in text.split())
    ),
}


def kinds_of(cells: Iterable[str], linked: int = 0) -> Kinds:
    """The kinds of a column; ``linked`` is how many of its cells lead to somebody's page."""
    looked_at = list(itertools.islice((cell for cell in cells if not is_blank(cell)), SAMPLE))
    n = len(looked_at)
    shares = (
        {kind: sum(1 for cell in looked_at if holds(cell)) / n for kind, holds in _KINDS.items()} if n else {}
    )
    if n:
        shares["linked"] = min(linked / n, 1.0)
        shares["counting"] = float(_counts(looked_at))
    return Kinds(n, shares, tuple(looked_at[:3]))


def _counts(cells: Sequence[str]) -> bool:
    """Whether the numbers among the cells count rows: they rise by one, from wherever (each sheet or group may restart).

    Titles of groups, totals and signatures stand between them.
    """
    numbers = [int(cell) for cell in map(str.strip, cells) if _WHOLE.fullmatch(cell)]
    if len(numbers) < len(cells) * _LEAST_COUNTED:
        return False
    steps = sum(1 for a, b in itertools.pairwise(numbers) if b in (a + 1, 1))
    return steps >= (len(numbers) - 1) * 0.8
