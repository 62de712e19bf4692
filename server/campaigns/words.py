"""What a rule looks for, and where it found it."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

RuleLevel = Literal["must", "ask"]


class Words(Struct, frozen=True):
    """Phrases as a person would print them; ``fold`` finds the other ways of writing them."""

    must: tuple[str, ...] = ()
    ask: tuple[str, ...] = ()
    """A person has to look."""
    unless: tuple[str, ...] = ()
    """What holds one of the phrases and means something else ("giá trị" holds "trị")."""


def family(firsts: tuple[str, ...], lasts: tuple[str, ...]) -> tuple[str, ...]:
    """Each of the first words with each of the last, a few words between them or none.

    >>> family(("chắc chắn",), ("lãi", "lời"))
    ('chắc chắn … lãi', 'chắc chắn … lời')
    """
    return tuple(f"{first} … {last}" for first in firsts for last in lasts)


class Spot(Struct, frozen=True):
    """One place where a rule is broken; start and end are code points of the text, None where something is missing."""

    start: int | None = None
    end: int | None = None
    level: RuleLevel | None = None
    """None: the rule's own."""
    told: str = ""
    """What of the brief is meant, for the place ``{told}`` of the rule's words."""


def listed(phrases: str) -> tuple[str, ...]:
    """Phrases that stand in one text, parted by commas.

    >>> listed("chắc chắn, cam kết")
    ('chắc chắn', 'cam kết')
    """
    return tuple(phrase for part in phrases.split(",") if (phrase := " ".join(part.split())))
