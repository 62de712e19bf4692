"""What a tally says to a person: shares with their intervals, and how many more rows would settle the band."""

from __future__ import annotations

from typing import Any, Literal

from msgspec import Struct
from msgspec.structs import asdict

from server.samples.comments import CommentTally
from server.samples.earlier import Origin
from server.samples.followers import ENOUGH_ROWS, FollowerTally, bands_between, estimate
from server.samples.intervals import Share

MOST_ROWS = 400
"""Nobody scrolls further: four minutes, and the error rates of the row model are the wider part by then."""
_STEP = 10
NextRows = Literal["settled", "band", "full_sample", "nothing"]


class CommentShares(Struct, frozen=True):
    """By kind; None for one that an older tally did not count, or without comments."""

    intent: Share | None
    generic: Share | None
    emoji_only: Share | None
    mention_only: Share | None
    duplicate: Share | None
    spam: Share | None


COMMENT_KINDS = CommentShares.__struct_fields__


def more_rows(tally: FollowerTally, origin: Origin | None = None) -> int | None:
    """Rows still to read until the interval lies in one band, if signs stay as frequent as so far.

    Never fewer than make a sample of ``ENOUGH_ROWS``: a band that few rows settle is still a small sample. 0: both
    hold already. None: no band within ``MOST_ROWS``, because one row tells too little about this share. A sample of
    an earlier visit cannot be read on: what is still to read is a new one.
    """
    if tally.n == 0:
        return None
    if len(tally.bands) == 1 and tally.n >= ENOUGH_ROWS:
        return 0
    wanted = ENOUGH_ROWS if len(tally.bands) == 1 else _settling_size(tally, 0 if origin else tally.n + _STEP)
    return None if wanted is None else wanted - (tally.n if origin is None else origin.n_now)


def _settling_size(tally: FollowerTally, least: int) -> int | None:
    """Rows of a sample with as many signs that lies in one band."""
    for n in range(max(least, ENOUGH_ROWS), MOST_ROWS + 1, _STEP):
        scale = n / tally.n
        share = estimate(round(scale * tally.n_with_signs), round(scale * tally.n_bare), n)
        if share is not None and len(bands_between(share.low, share.high)) == 1:
            return n
    return None


def next_rows(tally: FollowerTally, origin: Origin | None = None) -> tuple[NextRows, int]:
    """What more rows would be good for, and how many; 0 where for nothing.

    Rows that only make up a full sample are told from those that settle the band: the first promise nothing.
    """
    more = more_rows(tally, origin)
    if more == 0:
        return "settled", 0
    if more is not None and len(tally.bands) > 1:
        return "band", more
    lacking = ENOUGH_ROWS - (tally.n if origin is None else origin.n_now)
    return ("full_sample", lacking) if lacking > 0 and tally.n < ENOUGH_ROWS else ("nothing", 0)


def comment_shares(tally: CommentTally) -> CommentShares:
    """Each kind of comment as a share of ``n`` with its 95 % interval."""
    return CommentShares(**{kind: tally.share(getattr(tally, f"n_{kind}")) for kind in COMMENT_KINDS})


def counts_only(tally: FollowerTally | CommentTally) -> dict[str, Any]:
    """What a visit keeps of a sample: whole numbers, the position and the delay; what follows from them is left out."""
    return {
        name: value
        for name, value in asdict(tally).items()
        if isinstance(value, (int, float, str)) and name != "band"
    }
