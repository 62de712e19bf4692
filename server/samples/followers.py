"""What the rows of an open followers dialog look like, as counts and an interval; never who."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from server.facts import FollowerRow
from server.samples.intervals import Share, true_share, wilson_share
from server.samples.row_model import row_model, shows_signs

Band = Literal["<15", "15-30", ">30"]
"""Percent of followers that look suspicious; finer steps would promise more than rows can tell."""

ENOUGH_ROWS = 100
"""Rows from which the sampled share weighs fully: what the guide asks for."""
BANDS: tuple[Band, ...] = ("<15", "15-30", ">30")


@dataclass(frozen=True, slots=True)
class FollowerTally:
    """Counts over the rows of one follower list, and the share of suspicious followers they point to."""

    n: int
    """Rows seen, each account once."""
    n_with_signs: int
    """Rows whose photo and name look more like those of bought followers than of people."""
    n_no_photo: int
    n_photo_known: int
    """Rows that told whether there is a photo: the denominator of ``n_no_photo``."""
    n_digit_names: int
    """User names with at least 30 % digits."""
    n_no_full_name: int
    n_full_name_known: int
    position: str | None
    """Which part of the list was read: "top", "middle" or None where unknown."""
    signs: Share | None
    """``n_with_signs`` of ``n``, Wilson's 95 % interval: what was counted."""
    suspicious: Share | None
    """Share of suspicious followers: ``signs`` corrected for the rows the model misses and wrongly picks,
    with a 95 % interval that includes how uncertain these two rates are."""
    band: Band | None
    """Band of ``suspicious.value``."""
    bands: tuple[Band, ...]
    """Every band that the interval of ``suspicious`` touches, lowest first."""


def tally(rows: Sequence[FollowerRow], position: str | None = None) -> FollowerTally:
    """Count ``rows``, each account once."""
    model = row_model()
    unique = list({row.username: row for row in rows}.values())
    photo_known = [row for row in unique if row.has_photo is not None]
    name_known = [row for row in unique if row.full_name is not None]
    return of_counts(
        n=len(unique),
        n_with_signs=sum(shows_signs(row, model) for row in unique),
        n_no_photo=sum(not row.has_photo for row in photo_known),
        n_photo_known=len(photo_known),
        n_digit_names=sum(_is_digit_name(row.username) for row in unique),
        n_no_full_name=sum(not (row.full_name or "").strip() for row in name_known),
        n_full_name_known=len(name_known),
        position=position,
    )


def of_counts(*, n: int, n_with_signs: int, position: str | None = None, **counts: int) -> FollowerTally:
    """The tally with these counts, as a visit keeps them; what follows from them is reckoned.

    Raises TypeError where a count is missing or unknown: the record of another version.
    """
    suspicious = true_share(n_with_signs, n, row_model().detector)
    return FollowerTally(
        n=n,
        n_with_signs=n_with_signs,
        position=position,
        signs=wilson_share(n_with_signs, n),
        suspicious=suspicious,
        band=None if suspicious is None else band_of(suspicious.value),
        bands=() if suspicious is None else bands_between(suspicious.low, suspicious.high),
        **counts,
    )


def bands_between(low: float, high: float) -> tuple[Band, ...]:
    """Every band that an interval touches, lowest first."""
    first, last = BANDS.index(band_of(low)), BANDS.index(band_of(high))
    return BANDS[first : last + 1]


def band_of(share: float) -> Band:
    """The band of a share between 0 and 1; 15 % and 30 % belong to the middle one."""
    if share < 0.15:
        return "<15"
    return "15-30" if share <= 0.30 else ">30"


def _is_digit_name(username: str) -> bool:
    return sum("0" <= c <= "9" for c in username) >= 0.3 * max(1, len(username))
