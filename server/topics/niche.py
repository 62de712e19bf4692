"""What a niche is: its id, its name, and the words that speak for it."""

from __future__ import annotations

from msgspec import Struct

from server.messages import Text


class Niche(Struct, frozen=True):
    id: str
    """The name of its file."""
    name: Text
    words: tuple[str, ...]
    """As a person would print them; other ways of writing them are found too."""
    weak: tuple[str, ...]
    """What is said in other niches too: it counts only beside something else."""
    categories: tuple[str, ...]
    """Words of Instagram's categories, read in the category alone."""
    emoji: str
    """Each counts like a weak word."""
    only_marked: tuple[str, ...] = ()
    """Vietnamese words without marks ("da", "son"): believed only in a text that carries marks."""


def phrases(listed: str) -> tuple[str, ...]:
    """The phrases of a list with commas.

    >>> phrases("bún bò, phở,\\n  cơm tấm")
    ('bún bò', 'phở', 'cơm tấm')
    """
    return tuple(" ".join(phrase.split()) for phrase in listed.split(",") if phrase.strip())
