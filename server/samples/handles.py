"""What of a user name is unusual: digits that people seldom choose, and letters that no name is made of.

Years, days, lucky numbers, phone numbers, one or two digits, dots, underscores, an x or z around a name and letters
outside a-z are what people put into handles; they weigh nothing.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from itertools import pairwise

from msgspec import Struct

MAX_HANDLE = 60
"""Instagram allows 30 characters; what is longer was not shown by it."""
LEAST_LETTERS = 6
"""Shorter pieces are initials and short forms: "ntmh", "trg" are people's."""
LEAST_NAME = 3
"""Letters of the shortest piece that can be a name: "lan"."""
_DIGITS = re.compile(r"[0-9]+")
_PIECE = re.compile(r"[a-z]+")
_DECORATION = re.compile(r"^[xz]{1,3}(?=[a-z]{3})|(?<=[a-z]{3})[xz]{1,3}$")
_DOUBLED = re.compile(r"(.)\1+")
_PAIRED = re.compile(r"(ng|nh|th|ch|ph|tr|kh|gh|sh|ck|st|rt|nd|nt|ts|ll|gi|qu|[bcdfghjklmnpqrstvwxz])")
_PHONE = re.compile(r"0[35-9][0-9]{8}|08[0-9]{9,10}|84[35-9][0-9]{8}")
_CONSONANTS = re.compile(r"[bcdfghjklmnpqrstvwxz]+")
_MOST_GROUPS = 2
"""Digits in more places than this are no year and no day any more: "a8k3j2"."""

Letters = Sequence[Sequence[float]]
"""Log of a pair of letters' chance at random over its chance in names, 26 by 26."""


class Shape(Struct, frozen=True):
    """One user name, measured."""

    length: int
    odd_digits: int
    """Digits that are no year, day, lucky or phone number, in groups of three or more."""
    odd_letters: float
    """Log-odds that the letters were drawn at random rather than from names; 0 for short pieces, can be negative."""
    consonants: int
    """The longest run of consonants in a piece of at least LEAST_LETTERS letters, "ng" or "th" counted as one."""
    stem: str
    """The letters alone."""
    numbers: str
    """The digits alone."""
    pattern: tuple[tuple[str, int], ...]
    """Kinds of characters with how many of them, in order: (("a", 5), ("0", 3))."""


def shape_of(username: str, full_name: str | None, letters: Letters) -> Shape:
    """Measure ``username``; letters that also stand in ``full_name`` are a name in some language."""
    handle = username.lower()[:MAX_HANDLE]
    named = [] if full_name is None else _name_letters(full_name)
    judged = [piece for piece in _judged_pieces(handle, letters) if not _is_named(piece, named, letters)]
    return Shape(
        length=len(handle),
        odd_digits=odd_digits(handle),
        odd_letters=sum(oddness(piece, letters) for piece in judged),
        consonants=max((_longest_run(piece) for piece in judged), default=0),
        stem="".join(_PIECE.findall(handle)),
        numbers="".join(_DIGITS.findall(handle)),
        pattern=_pattern(handle),
    )


def odd_digits(handle: str) -> int:
    """How many digits of ``handle`` are none that people choose.

    >>> odd_digits("lan.1998"), odd_digits("lan_2503"), odd_digits("lan99"), odd_digits("lan4817")
    (0, 0, 0, 4)
    """
    groups = _DIGITS.findall(handle)
    if len(groups) > _MOST_GROUPS:
        return sum(map(len, groups))
    return sum(len(group) for group in groups if len(group) > 2 and not is_chosen(group))


def is_chosen(digits: str) -> bool:
    """Whether people choose such digits: a year, a day, a lucky number, a telephone number."""
    return _is_year(digits) or _is_day(digits) or _is_lucky(digits) or _PHONE.fullmatch(digits) is not None


def oddness(piece: str, letters: Letters) -> float:
    """Log-odds of random letters against names, summed over the pairs of ``piece``; a letter held down counts once."""
    squeezed = [ord(character) - ord("a") for character in _DOUBLED.sub(r"\1", piece)]
    return sum(letters[a][b] for a, b in pairwise(squeezed))


def _judged_pieces(handle: str, letters: Letters) -> list[str]:
    """The letters between dots and underscores: all where none is a name, else only the long ones.

    Beside a name a short piece is its initials or another name without vowels.
    """
    plain = _DIGITS.sub("", handle)
    pieces = [_DECORATION.sub("", piece) for piece in _PIECE.findall(plain)]
    has_name = any(len(piece) >= LEAST_NAME and oddness(piece, letters) < 0 for piece in pieces)
    if not has_name and sum(map(len, pieces)) >= LEAST_LETTERS + 2:
        return pieces
    return [piece for piece in pieces if len(piece) >= LEAST_LETTERS]


def _is_year(digits: str) -> bool:
    """A year of birth or founding, also of the Buddhist era (Thailand: 543 years ahead)."""
    return len(digits) == 4 and (1940 <= int(digits) <= 2030 or 2483 <= int(digits) <= 2573)


def _is_day(digits: str) -> bool:
    """Day and month in either order, alone or with a year of two or four digits, before or after."""
    if len(digits) == 4:
        return _is_day_month(digits)
    if len(digits) == 6:
        forward, backward = (digits[:4], digits[4:]), (digits[2:], digits[:2])
        return any(_is_day_month(day) and _is_birth(int(year)) for day, year in (forward, backward))
    if len(digits) == 8:
        forward, backward = (digits[:4], digits[4:]), (digits[4:], digits[:4])
        return any(_is_day_month(day) and _is_year(year) for day, year in (forward, backward))
    return False


def _is_birth(year: int) -> bool:
    """Two digits of a year from 1940 to 2015."""
    return year >= 40 or year <= 15


def _is_day_month(digits: str) -> bool:
    first, second = int(digits[:2]), int(digits[2:])
    return (1 <= first <= 31 and 1 <= second <= 12) or (1 <= first <= 12 and 1 <= second <= 31)


def _is_lucky(digits: str) -> bool:
    """One digit repeated, digits that count up or down, a pair repeated (6868) or two pairs (7799)."""
    steps = {(int(b) - int(a)) % 10 for a, b in pairwise(digits)}
    if len(steps) == 1 and steps <= {0, 1, 9}:
        return True
    pairs = {digits[i : i + 2] for i in range(0, len(digits), 2)}
    is_even = len(digits) % 2 == 0
    return digits in _NUMBERS or (is_even and (len(pairs) == 1 or all(pair[0] == pair[1] for pair in pairs)))


_NUMBERS = frozenset(
    ("007", "1010", "1307", "143", "247", "365", "404", "420", "520", "1314", "786", "8386", "911")
)
"""Numbers with a meaning of their own: codes of love, days, luck and help."""


def _name_letters(full_name: str) -> list[str]:
    """The words of a displayed name in a-z; other scripts give none."""
    plain = unicodedata.normalize("NFKD", full_name.casefold()[:200]).replace("đ", "d")
    return _PIECE.findall("".join(c for c in plain if not unicodedata.combining(c)))


def _is_named(piece: str, named: Sequence[str], letters: Letters) -> bool:
    """Whether a word of the displayed name stands in ``piece`` or the other way round, unless it is random itself."""
    return any(
        min(len(word), len(piece)) >= 4 and (word in piece or piece in word) and oddness(word, letters) < 1
        for word in named
    )


def _longest_run(piece: str) -> int:
    return max((len(_PAIRED.findall(run)) for run in _CONSONANTS.findall(piece)), default=0)


def _pattern(handle: str) -> tuple[tuple[str, int], ...]:
    kinds = ["a" if "a" <= c <= "z" else "0" if "0" <= c <= "9" else c for c in handle]
    found: list[tuple[str, int]] = []
    for kind in kinds:
        if found and found[-1][0] == kind:
            found[-1] = (kind, found[-1][1] + 1)
        else:
            found.append((kind, 1))
    return tuple(found)
