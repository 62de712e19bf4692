"""What the rows of an open followers dialog look like, as counts and an interval; never who."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from server.facts import FollowerRow
from server.samples.intervals import Estimate, Share, true_share, wilson_share
from server.samples.row_model import VERSION, is_bare, row_model
from server.samples.row_scores import Scored, score_rows

SignsBand = Literal["<15", "15-30", ">30"]
"""Percent of followers that look suspicious; finer steps would promise more than rows can tell."""

ENOUGH_ROWS = 50
"""Rows from which a sample is one: what the guide asks for. Where the interval is too wide then, it asks for more."""
BANDS: tuple[SignsBand, ...] = ("<15", "15-30", ">30")


class FollowerTally(Struct, frozen=True):
    """Counts over the rows of one follower list, and the share of suspicious followers they point to."""

    n: int
    """Rows seen, each account once."""
    n_with_signs: int
    """Rows that look more like a machine's than like people's: photo, handle and name, and what rows share."""
    n_no_photo: int
    n_photo_known: int
    """Rows that told whether there is a photo: the denominator of ``n_no_photo``."""
    n_made_names: int
    """Handles that look machine-made by themselves."""
    n_bare: int
    """Rows without photo and name that show no signs: a few are in every list, and nobody can tell what they are."""
    model: str
    """Version of the row model that counted."""
    position: str | None
    """Which part of the list was read: "top", "middle" or None where unknown."""
    signs: Share | None
    """``n_with_signs`` of ``n``, Wilson's 95 % interval: what was counted. None of another version's counts."""
    suspicious: Estimate | None
    """Share of suspicious followers where the list was read (see :func:`estimate`)."""
    band: SignsBand | None
    """The one band that the interval lies in, if there is one."""
    bands: tuple[SignsBand, ...]
    """Every band that the interval of ``suspicious`` touches, lowest first."""


def tally(rows: Sequence[FollowerRow], position: str | None = None) -> FollowerTally:
    """Count ``rows``, each account once."""
    unique = list({row.username: row for row in rows}.values())
    photo_known = [row for row in unique if row.has_photo is not None]
    scored = score_rows(unique)
    return of_counts(
        n=len(unique),
        n_with_signs=sum(one.has_signs for one in scored),
        n_no_photo=sum(not row.has_photo for row in photo_known),
        n_photo_known=len(photo_known),
        n_made_names=sum(one.is_made for one in scored),
        n_bare=sum(is_bare(row) and not one.has_signs for row, one in zip(unique, scored, strict=True)),
        model=VERSION,
        position=position,
    )


def scored_rows(rows: Sequence[FollowerRow]) -> list[Scored]:
    """Every row judged as one of this list, in its order; an account listed twice counts once."""
    unique = {row.username: row for row in rows}
    found = dict(zip(unique, score_rows(list(unique.values())), strict=True))
    return [found[row.username] for row in rows]


def of_counts(
    *, n: int, n_with_signs: int, n_bare: int, model: str, position: str | None = None, **counts: int
) -> FollowerTally:
    """The tally with these counts, as a visit keeps them; what follows from them is reckoned.

    Raises TypeError where a count is missing or unknown: the record of another version.
    """
    is_comparable = model == VERSION
    suspicious = estimate(n_with_signs, n_bare, n) if is_comparable else None
    return FollowerTally(
        n=n,
        n_with_signs=n_with_signs,
        n_bare=n_bare,
        model=model,
        position=position,
        signs=wilson_share(n_with_signs, n) if is_comparable else None,
        suspicious=suspicious,
        band=_band(suspicious),
        bands=_bands(suspicious),
        **counts,
    )


def estimate(n_with_signs: int, n_bare: int, n: int) -> Estimate | None:
    """Share of suspicious followers among whom ``n`` rows were read; None without rows.

    The rows with signs, corrected for those that the model misses and wrongly picks, with a 95 % interval that includes
    how much these two rates differ between lists. The upper end counts the bare rows as well.
    """
    detector = row_model().detector
    least, most = true_share(n_with_signs, n, detector), true_share(n_with_signs + n_bare, n, detector)
    return None if least is None or most is None else stated(least.low, most.high, least.value)


def stated(low: float, high: float, value: float | None) -> Estimate:
    """The interval, with ``value`` only where one is known and all of the interval lies in one band."""
    return Estimate(low, high, value if len(bands_between(low, high)) == 1 else None)


def with_estimate(tally: FollowerTally, suspicious: Estimate) -> FollowerTally:
    """``tally`` with another interval, and the bands that follow from it."""
    return replace(tally, suspicious=suspicious, band=_band(suspicious), bands=_bands(suspicious))


def _bands(suspicious: Estimate | None) -> tuple[SignsBand, ...]:
    return () if suspicious is None else bands_between(suspicious.low, suspicious.high)


def _band(suspicious: Estimate | None) -> SignsBand | None:
    bands = _bands(suspicious)
    return bands[0] if len(bands) == 1 else None


def bands_between(low: float, high: float) -> tuple[SignsBand, ...]:
    """Every band that an interval touches, lowest first."""
    first, last = BANDS.index(band_of(low)), BANDS.index(band_of(high))
    return BANDS[first : last + 1]


def band_of(share: float) -> SignsBand:
    """The band of a share between 0 and 1; 15 % and 30 % belong to the middle one."""
    if share < 0.15:
        return "<15"
    return "15-30" if share <= 0.30 else ">30"
