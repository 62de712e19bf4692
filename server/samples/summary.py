"""What a tally says to a person: shares with their intervals, and how many more rows would settle the band."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from server.samples.comments import CommentTally
from server.samples.followers import ENOUGH_ROWS, FollowerTally, bands_between
from server.samples.intervals import true_share
from server.samples.row_model import row_model

MOST_ROWS = 400
"""Nobody scrolls further: four minutes, and the error rates of the row model are the wider part by then."""
_STEP = 4
COMMENT_KINDS = ("generic", "emoji_only", "mention_only", "duplicate", "spam")


def follower_summary(tally: FollowerTally) -> dict[str, Any]:
    """The tally with ``more_rows``."""
    return asdict(tally) | {"more_rows": more_rows(tally)}


def more_rows(tally: FollowerTally) -> int | None:
    """Rows still to read until the interval lies in one band, if signs stay as frequent as so far.

    Never fewer than make a sample of ``ENOUGH_ROWS``: a band that few rows settle is still a small sample. 0: both
    hold already. None: no band within ``MOST_ROWS``, because one row tells too little about this share.
    """
    if tally.n == 0:
        return None
    if len(tally.bands) == 1:
        return max(0, ENOUGH_ROWS - tally.n)
    detector = row_model().detector
    for n in range(max(tally.n + _STEP, ENOUGH_ROWS), MOST_ROWS + 1, _STEP):
        share = true_share(round(n * tally.n_with_signs / tally.n), n, detector)
        if share is not None and len(bands_between(share.low, share.high)) == 1:
            return n - tally.n
    return None


def comment_summary(tally: CommentTally) -> dict[str, Any]:
    """The tally with ``shares``: each kind of comment as a share of ``n`` with its 95 % interval."""
    shares = {kind: tally.share(getattr(tally, f"n_{kind}")) for kind in COMMENT_KINDS}
    return asdict(tally) | {"shares": {kind: share and asdict(share) for kind, share in shares.items()}}


def counts_only(tally: FollowerTally | CommentTally) -> dict[str, Any]:
    """What a visit keeps of a sample: whole numbers, the position and the delay; what follows from them is left out."""
    return {
        name: value
        for name, value in asdict(tally).items()
        if isinstance(value, (int, float, str)) and name != "band"
    }
