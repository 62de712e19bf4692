"""How a moment is written wherever Soi answers."""

from __future__ import annotations

from datetime import UTC, datetime


def iso(at: datetime) -> str:
    """ISO 8601 in UTC with a Z, as in a capture: "2026-11-30T08:00:00Z"."""
    return at.astimezone(UTC).isoformat().replace("+00:00", "Z")
