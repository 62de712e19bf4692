"""How long each part of `.ci/run` took, kept for the list at its end. Standard library only."""

from __future__ import annotations

import os
from pathlib import Path

KEPT_IN = "SOI_GATE_TIMES"
"""The file that .ci/run names; without it nothing is kept."""


def keep(name: str, seconds: float) -> None:
    """One line of the file: the seconds, a tab, the part."""
    kept = os.environ.get(KEPT_IN)
    if kept:
        with Path(kept).open("a", encoding="utf-8") as file:
            file.write(f"{seconds:.1f}\t{name}\n")
