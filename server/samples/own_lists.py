"""What is usual in the follower lists that the user has read: better than a figure from Switzerland in 2017."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from statistics import median
from typing import Any

from msgspec import Struct

from server.samples.followers import ENOUGH_ROWS
from server.samples.row_model import VERSION

LEAST_LISTS = 5


class OwnLists(Struct, frozen=True):
    """The user's own lists, one a creator."""

    n: int
    share_with_signs: float
    """Median of the share of rows with signs, as counted."""
    share_no_photo: float | None = None
    """Median of the share without a photo; None where fewer than five lists showed it."""

    def numbers(self) -> dict[str, float]:
        """The figures under the names that sentences give them; what is not known is left out."""
        known = {"own_lists": float(self.n), "own_signs": self.share_with_signs}
        return known if self.share_no_photo is None else known | {"own_no_photo": self.share_no_photo}


def own_lists(kept: Iterable[Mapping[str, Any]]) -> OwnLists | None:
    """What is usual in the samples whose counts are ``kept`` (server.samples.summary.counts_only), one for each
    creator; None for fewer than five full ones of this row model."""
    full = [counts for counts in kept if counts.get("model") == VERSION and counts.get("n", 0) >= ENOUGH_ROWS]
    signs = [counts["n_with_signs"] / counts["n"] for counts in full if "n_with_signs" in counts]
    if len(signs) < LEAST_LISTS:
        return None
    photos = [
        counts["n_no_photo"] / counts["n_photo_known"]
        for counts in full
        if "n_no_photo" in counts and counts.get("n_photo_known", 0) >= ENOUGH_ROWS
    ]
    return OwnLists(len(signs), median(signs), median(photos) if len(photos) >= LEAST_LISTS else None)
