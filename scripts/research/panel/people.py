"""Followers: Vietnamese people as they name themselves, and bought accounts of four makes."""

from __future__ import annotations

import string
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from random import Random
from typing import Literal

from scripts.research.panel import one, words

Make = Literal["cheap", "series", "dressed", "lettered"]
"""Bought accounts: bare ones with random names; a series of one stem; with photo, name and digits; with photo and letters."""
WITH_DIGITS = 0.31
"""Share of a Vietnamese audience whose handle ends in digits (a list of 2025)."""


@dataclass(frozen=True, slots=True)
class Person:
    """One row of a followers list."""

    username: str
    full_name: str
    has_photo: bool

    def to_json(self) -> dict[str, object]:
        return {
            "username": self.username,
            "full_name": self.full_name,
            "has_photo": self.has_photo,
            "is_verified": False,
        }


def plain(text: str) -> str:
    """Lower-case a-z and digits: how a Vietnamese name becomes a handle."""
    bare = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    return "".join(c for c in bare if c in string.ascii_lowercase + string.digits)


def person(random: Random, bare: float) -> Person:
    """Somebody real; ``bare``: share of this audience without a photo."""
    family, middle, given = (random.choice(words()[kind]) for kind in ("family", "middle", "given"))
    handle = _stem(random, family, middle, given)
    if random.random() < WITH_DIGITS:
        handle += random.choice(("", "", "", ".", "_")) + _digits(random)
    style = random.random()
    if style < 0.14:
        handle = f"_{handle}_" if style < 0.05 else f"{handle}_"
    return Person(handle[:30], _shown_name(random, family, middle, given), random.random() >= bare)


def _stem(random: Random, family: str, middle: str, given: str) -> str:
    f, m, g = plain(family), plain(middle), plain(given)
    between = random.choice(("", "", "", ".", "_"))
    shapes: tuple[Callable[[], str], ...] = (
        lambda: g + between + f,
        lambda: f + between + g,
        lambda: m + g,
        lambda: f[0] + m[0] + between + g,
        lambda: g + g[-1] * random.randint(1, 2),
        lambda: f"{m}{between}{g}{f[0]}",
        lambda: "x" + g + "x" if random.random() < 0.3 else f"{g}.{m}",
        lambda: random.choice(words()["nick"]) + between + g,
        lambda: random.choice(words()["english"]) + between + g,
        lambda: f"{f}{m}{g}",
        lambda: random.choice(words()["nick"]) + "." + random.choice(words()["english"]),
        lambda: "".join(c for c in f + m + g if c not in "aeiou") + g[-1],
    )
    return random.choice(shapes)()


def _digits(random: Random) -> str:
    year = random.randint(1985, 2009)
    day = f"{random.randint(1, 28):02}{random.randint(1, 12):02}"
    kinds = (
        (0.3, f"{year % 100:02}"),
        (0.22, str(year)),
        (0.16, day),
        (0.14, str(random.randint(1, 9))),
        (0.07, str(random.randint(100, 999))),
        (0.06, day + f"{year % 100:02}"),
        (0.05, str(random.randint(1_000, 99_999))),
    )
    return random.choices([text for _, text in kinds], [share for share, _ in kinds])[0]


def _shown_name(random: Random, family: str, middle: str, given: str) -> str:
    shapes = (
        (0.3, f"{family} {middle} {given}"),
        (0.2, f"{middle} {given}"),
        (0.14, given),
        (0.08, plain(given).title() + " " + plain(family).title()),
        (0.08, given + random.choice((" 🌷", " ✨", " 🐰", "."))),
        (0.08, random.choice(words()["nick"]).title()),
        (0.12, ""),
    )
    return random.choices([text for _, text in shapes], [share for share, _ in shapes])[0]


def bought(random: Random, make: Make, stem: str) -> Person:
    """A bought account; ``stem`` is that of the batch for a series."""
    first, last = random.choice(words()["foreign_first"]), random.choice(words()["foreign_last"])
    if make == "cheap":
        letters = "".join(random.choices(string.ascii_lowercase, k=random.randint(4, 9)))
        handle = random.choice((first, letters, first + last)) + str(random.randint(100, 9_999_999))
        name = random.choice(("", "", f"{first.title()} {last.title()}", letters))
        return Person(handle[:30], name, random.random() < 0.35)
    if make == "series":
        handle = f"{stem}{random.choice(('', '_', '.'))}{random.randint(10_000, 99_999)}"
        return Person(handle, random.choice(("", stem.title())), random.random() < 0.5)
    if make == "dressed":
        tail = (
            str(random.randint(100, 99_999))
            if random.random() < 0.6
            else random.choice(string.ascii_lowercase)
        )
        return Person(
            f"{first}{random.choice(('_', '.', ''))}{last}{tail}",
            f"{first.title()} {last.title()}",
            random.random() < 0.93,
        )
    family, given = random.choice(words()["family"]), one(random, "given")
    handle = (
        f"{plain(given)}{random.choice(('.', '_', ''))}{plain(family)}{random.choice(string.ascii_lowercase)}"
    )
    return Person(handle, f"{family} {given}", random.random() < 0.97)


def audience(random: Random, n: int, share: float, make: Make) -> list[Person]:
    """``n`` different followers, each bought with probability ``share``; a batch has a few stems."""
    bare = min(0.35, max(0.0, random.gauss(0.06, 0.03)))
    stems = [plain(one(random, "given")) + random.choice(("shop", "vn", "love", "x")) for _ in range(3)]
    found: dict[str, Person] = {}
    while len(found) < n:
        is_bought = random.random() < share
        row = bought(random, make, random.choice(stems)) if is_bought else person(random, bare)
        found.setdefault(row.username, row)
    return list(found.values())
