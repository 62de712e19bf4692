"""What rows of one list share: a stem with other numbers, one shape, a block without photo and name.

Each pattern is a matter of how many rows have it, never of their order, and asks for a share of the list, so that an
ordinary row more can only weaken it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Sequence

from server.facts import FollowerRow
from server.samples.handles import Shape
from server.samples.intervals import wilson_share
from server.samples.row_model import RowModel, is_bare, is_nameless

_LEAST_ROWS = 4
"""Fewer are no pattern, however short the list is."""
_LEAST_BLOCK = 5
_STEM_SHARE, _CLEAR_STEM_SHARE = 0.04, 0.08
"""Of the rows that have one stem: with odd numbers, and with any."""
_STEM_LETTERS = 4
_SHAPE_SHARE = 0.06
_BARE_FROM = 0.04
"""Rows without photo and name that lists of people have anyway: nobody counts as a block below it."""
_NO_PHOTO_FROM = 0.2
"""12 % of a whole list had no photo (SRF 2017); a fifth, for sure, is unusual."""


def pattern_points(rows: Sequence[FollowerRow], shapes: Sequence[Shape], model: RowModel) -> list[float]:
    """Log-odds that the list adds to each of its rows."""
    n, w = len(rows), model.weights
    odd = [shape.odd_digits > 0 for shape in shapes]
    stems = _grouped(
        [s.stem if s.numbers and len(s.stem) >= _STEM_LETTERS else None for s in shapes], n, _STEM_SHARE
    )
    clear = _grouped(
        [s.stem if len(s.numbers) > 1 and len(s.stem) >= _STEM_LETTERS else None for s in shapes],
        n,
        _CLEAR_STEM_SHARE,
    )
    alike = _grouped([_odd_pattern(shape) for shape in shapes], n, _SHAPE_SHARE)
    bare = [is_bare(row) for row in rows]
    is_block = _is_bare_block(rows, bare)
    no_photo = _is_photoless(rows)
    return [
        0.0
        if row.is_verified
        else w["stem"] * (stems[i] and odd[i])
        + model.threshold * (clear[i] and len(shapes[i].numbers) > 1)
        + w["same_shape"] * alike[i]
        + w["bare_block"] * (is_block and bare[i])
        + w["no_photo_block"] * (no_photo and row.has_photo is False)
        for i, row in enumerate(rows)
    ]


def _grouped(keys: Sequence[Hashable | None], n: int, share: float) -> list[bool]:
    """Which rows belong to a group of at least ``share`` of all; None belongs to none."""
    least = max(_LEAST_ROWS, share * n)
    sizes = Counter(key for key in keys if key is not None)
    return [key is not None and sizes[key] >= least for key in keys]


def _odd_pattern(shape: Shape) -> Hashable | None:
    """The pattern of a handle with unusual digits or letters; ordinary handles share theirs by chance."""
    return shape.pattern if shape.odd_digits > 0 or shape.odd_letters > 0 else None


def _is_bare_block(rows: Sequence[FollowerRow], bare: Sequence[bool]) -> bool:
    """More rows without both than chance, and than have a photo and no name: where names are missing throughout,
    their lack says nothing."""
    known = sum(row.has_photo is not None and row.full_name is not None for row in rows)
    share = wilson_share(sum(bare), known)
    named = sum(row.has_photo is True and is_nameless(row) for row in rows)
    return share is not None and sum(bare) >= _LEAST_BLOCK and share.low > _BARE_FROM and sum(bare) > named


def _is_photoless(rows: Sequence[FollowerRow]) -> bool:
    known = [row.has_photo for row in rows if row.has_photo is not None]
    share = wilson_share(known.count(False), len(known))
    return share is not None and known.count(False) >= _LEAST_BLOCK and share.low > _NO_PHOTO_FROM
