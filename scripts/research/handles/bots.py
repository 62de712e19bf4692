"""Followers as machines make them, one function a kind. ``Kind`` says what of a row gives them away."""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from string import ascii_lowercase, digits

from scripts.research.handles.names import CULTURES, Half, entries
from scripts.research.handles.people import person
from server.facts import FollowerRow

_CONSONANTS = "bcdfghjklmnpqrstvwxz"


def letters_and_digits(random: Random, half: Half) -> FollowerRow:
    """ "qwxkzv8471", half of them with a photo."""
    handle = _some(random, ascii_lowercase, 5, 10) + _some(random, digits, 3, 6)
    return _row(random, handle, half, photo=0.5, name=0.4)


def letters_with_photo(random: Random, half: Half) -> FollowerRow:
    """ "kqzvwtmxb", all with a photo, half with somebody's name."""
    return _row(random, _some(random, ascii_lowercase, 8, 13), half, photo=1.0, name=0.5)


def consonants(random: Random, half: Half) -> FollowerRow:
    """ "xkrtvbn_qwl": letters of one row of a keyboard, with a mark in between."""
    handle = f"{_some(random, _CONSONANTS, 4, 7)}{random.choice('._')}{_some(random, ascii_lowercase, 3, 6)}"
    return _row(random, handle, half, photo=0.7, name=0.3)


def mixed(random: Random, half: Half) -> FollowerRow:
    """ "a8k3jx92f": letters and digits in any order."""
    return _row(random, _some(random, ascii_lowercase + digits, 9, 14), half, photo=0.5, name=0.3)


def name_and_number(random: Random, half: Half) -> FollowerRow:
    """ "maria48271934", a person's name with a long number."""
    culture = random.choice(CULTURES)
    handle = random.choice(entries(culture, "given", half)) + _some(random, digits, 5, 9)
    return _row(random, handle, half, photo=0.5, name=0.6)


def numbered(random: Random, half: Half) -> FollowerRow:
    """ "user7310422": one stem for all of them."""
    return _row(random, "user" + _some(random, digits, 4, 8), half, photo=0.3, name=0.1)


def one_shape(random: Random, half: Half) -> FollowerRow:
    """ "marix482": names cut to five letters, three digits, with a photo: only the list gives them away."""
    culture = random.choice(CULTURES)
    name = (random.choice(entries(culture, "given", half)) + random.choice(ascii_lowercase) * 5)[:5]
    return _row(random, name + _some(random, digits, 3, 3), half, photo=1.0, name=0.5)


def bare(random: Random, half: Half) -> FollowerRow:
    """An ordinary handle without photo and name: only as a block they are unusual."""
    row = person(random, random.choice(CULTURES), half)
    return FollowerRow(row.username, "", False, False)


def like_people(random: Random, half: Half) -> FollowerRow:
    """A name, a photo, an ordinary handle: nothing of a row shows it. Reported, and no part of any promise."""
    row = person(random, random.choice(CULTURES), half)
    return FollowerRow(row.username, row.full_name, True, False)


KINDS: dict[str, Callable[[Random, Half], FollowerRow]] = {
    "letters and digits": letters_and_digits,
    "random letters with photo": letters_with_photo,
    "consonants": consonants,
    "mixed letters and digits": mixed,
    "name and number": name_and_number,
    "numbered stem": numbered,
    "one shape": one_shape,
    "bare block": bare,
}
"""The kinds that a row or a list can show."""


def bot(random: Random, kind: str, half: Half) -> FollowerRow:
    """One of a kind."""
    return KINDS[kind](random, half)


def _some(random: Random, alphabet: str, least: int, most: int) -> str:
    return "".join(random.choices(alphabet, k=random.randint(least, most)))


def _row(random: Random, handle: str, half: Half, *, photo: float, name: float) -> FollowerRow:
    shown = person(random, random.choice(CULTURES), half).full_name if random.random() < name else ""
    return FollowerRow(handle, shown, random.random() < photo, False)
