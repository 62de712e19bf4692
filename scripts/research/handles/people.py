"""Ordinary followers of a naming culture: how people put names, initials, years and days into a handle."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from scripts.research.handles.names import Half, entries
from server.facts import FollowerRow

NO_PHOTO = 0.04
"""Share of ordinary followers without a photo: 1 % of SRF's rows, up to 12 % of a whole list."""
NO_NAME = 0.12
ODD_DIGITS = 0.07
"""Of the handles with digits, those that are neither a year, a day, a lucky number nor one or two digits."""
_MARKS = ("", "", "", ".", "_")


def person(random: Random, culture: str, half: Half, *, digits: float = 0.3) -> FollowerRow:
    """One ordinary follower; ``digits``: how many of them have digits in the handle."""
    handle, name = _handle(random, culture, half)
    if random.random() < digits:
        handle += random.choice(("", "", "_", ".")) + _number(random)
    if random.random() < 0.1:
        handle = random.choice(("_{}", "{}_", "x{}x", "_{}_", "z{}", "{}zz", "its{}", "{}.official")).format(
            handle
        )
    shown = "" if random.random() < NO_NAME else name.title()
    return FollowerRow(handle, shown, random.random() >= NO_PHOTO, False)


def _handle(random: Random, culture: str, half: Half) -> tuple[str, str]:
    """A handle without digits, and the full name behind it."""
    given, family = entries(culture, "given", half), entries(culture, "family", half)
    first, second = random.choice(given), random.choice(family or given)
    mark = random.choice(_MARKS)
    forms: tuple[Callable[[], str], ...] = (
        lambda: first + mark + second,
        lambda: second + mark + first,
        lambda: first + mark + random.choice(given),
        lambda: second[0] + random.choice(given)[0] + mark + first,
        lambda: first + mark + second[0],
        lambda: random.choice(entries(culture, "alias", half) or given) + mark + first,
        lambda: first + mark + random.choice(entries("words", "word", half)),
        lambda: (
            random.choice(entries("words", "word", half))
            + mark
            + random.choice(entries("words", "word", half))
        ),
        lambda: first + first[-1] * random.randint(1, 3),
        lambda: _without_vowels(second) + mark + first,
    )
    weights = (6, 4, 4, 3, 3, 2, 3, 3, 1, 1)
    return random.choices(forms, weights)[0](), f"{first} {second}"


def _without_vowels(name: str) -> str:
    """Young people shorten a name so: "trang" to "trng"."""
    return name[0] + "".join(letter for letter in name[1:] if letter not in "aeiou")


def _number(random: Random) -> str:
    """Digits as people choose them."""
    day, month, year = random.randint(1, 28), random.randint(1, 12), random.randint(1970, 2011)
    kinds: tuple[Callable[[], str], ...] = (
        lambda: str(year),
        lambda: f"{year % 100:02}",
        lambda: str(random.randint(0, 99)),
        lambda: f"{day:02}{month:02}",
        lambda: f"{day:02}{month:02}{year % 100:02}",
        lambda: random.choice(("123", "1234", "888", "6868", "111", "007", "999", "789")),
        lambda: "".join(random.choices("0123456789", k=random.choice((3, 3, 4)))),
    )
    return random.choices(kinds, (30, 25, 20, 8, 5, 5, 93 * ODD_DIGITS / (1 - ODD_DIGITS)))[0]()
