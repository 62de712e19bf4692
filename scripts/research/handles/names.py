"""Given names, family names and everyday words of many languages, in two halves that share no entry.

The lists were written for this repository from common knowledge; no account stands in them. The tuning half makes the
letter table and chooses limits, the judging half makes the handles that figures are printed of.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Literal

LISTS = Path(__file__).parent / "lists"
CULTURES = ("vi", "id", "th", "en", "es", "pt", "ko", "other")
Half = Literal["tuning", "judging"]
Kind = Literal["given", "family", "alias", "word"]


@cache
def entries(stem: str, kind: Kind, half: Half) -> tuple[str, ...]:
    """Every second entry of one kind of one list; () where the list has none of that kind."""
    lines = (LISTS / f"{stem}.txt").read_text("utf-8").splitlines()
    found = {
        word for line in lines for word in line.removeprefix(f"{kind}:").split() if line.startswith(kind)
    }
    return tuple(sorted(found)[half == "judging" :: 2])


def words_of(stem: str, half: Half) -> tuple[str, ...]:
    """All entries of a list, whatever their kind."""
    kinds: tuple[Kind, ...] = ("given", "family", "alias", "word")
    return tuple(dict.fromkeys(word for kind in kinds for word in entries(stem, kind, half)))
