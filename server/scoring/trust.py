"""How far what was looked at can be trusted: signs or none, the score with a word, and what was looked at."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from server.scoring.completeness import Completeness, PartName
from server.scoring.suspicion import Suspicion
from server.scoring.thresholds import Level, Thresholds, level

TrustCode = Literal["no_signs", "some_signs", "strong_signs", "unknown"]
TRUST_CODES: tuple[TrustCode, ...] = ("no_signs", "some_signs", "strong_signs", "unknown")


class Trust(Struct, frozen=True):
    code: TrustCode
    score: float | None
    """Points of suspicion, 0 to 100; None while there is nothing to judge."""
    word: Level | None
    seen: tuple[PartName, ...]
    missing: tuple[PartName, ...]
    """What was not looked at, or not enough of it."""
    weak_signs: bool
    """Whether signs are named although they come to none: then nobody says that there are none."""


def trust_of(code: TrustCode, suspicion: Suspicion, seen: Completeness, thresholds: Thresholds) -> Trust:
    """``code`` is what the verdict table says of the signs, whatever the search asks for."""
    judged, score = code != "unknown", suspicion.score
    enough = tuple(part.name for part in seen.parts if part.state == "enough")
    missing = tuple(part.name for part in seen.parts if part.state != "enough")
    return Trust(
        code,
        round(score, 1) if judged else None,
        level(score, thresholds) if judged else None,
        enough,
        missing,
        weak_signs=code == "no_signs" and bool(suspicion.strongest()),
    )
