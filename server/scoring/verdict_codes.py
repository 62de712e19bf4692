"""The six words of a verdict. Loading them needs no numpy: the store and the schemas know them too."""

from __future__ import annotations

from typing import Literal

VerdictCode = Literal["contact", "promising", "look_closer", "risky", "not_a_fit", "not_enough_data"]
CODES: tuple[VerdictCode, ...] = (
    "contact",
    "promising",
    "look_closer",
    "risky",
    "not_a_fit",
    "not_enough_data",
)
RECOMMENDED: frozenset[VerdictCode] = frozenset({"contact", "promising"})
WARNED: frozenset[VerdictCode] = frozenset({"look_closer", "risky"})
