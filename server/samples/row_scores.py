"""Rows of one list, judged together: each by itself, and by what it shares with the others."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from server.facts import FollowerRow
from server.samples.row_model import name_points, row_model, row_points, row_shape
from server.samples.row_patterns import pattern_points


class Scored(Struct, frozen=True):
    """One row."""

    points: float
    """Log-odds above an ordinary row's; higher is more like a bought account."""
    has_signs: bool
    is_made: bool
    """The handle alone looks machine-made."""


def score_rows(rows: Sequence[FollowerRow]) -> list[Scored]:
    """Judge ``rows`` as one list, each account once; linear in their number, whatever their order."""
    model = row_model()
    shapes = [row_shape(row, model) for row in rows]
    shared = pattern_points(rows, shapes, model)
    found = []
    for row, shape, more in zip(rows, shapes, shared, strict=True):
        points = row_points(row, shape, model) + more
        is_made = not row.is_verified and name_points(shape, model) >= model.threshold
        found.append(Scored(points, points >= model.threshold, is_made))
    return found
