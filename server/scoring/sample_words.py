"""What a sample of followers says in words: what was counted, and the one interval that follows from it."""

from __future__ import annotations

from server.messages import Text
from server.samples.followers import ENOUGH_ROWS, FollowerTally
from server.samples.own_lists import OwnLists
from server.scoring.wording import say

LEAST_SAID = 0.05
"""A least share below it is what lists of real people have."""
_MIDDLE_FROM = 0.15


def counted(tally: FollowerTally) -> Text:
    """ "8 of 120 rows read at the top of the list have no photo, 3 have a machine-made name"."""
    numbers = {
        "rows": float(tally.n),
        "photos": float(tally.n_photo_known),
        "no_photo": float(tally.n_no_photo),
        "made": float(tally.n_made_names),
    }
    words = {"where": say(f"samples.where_{tally.position or 'unknown'}")}
    if tally.n_photo_known == 0:
        return say("samples.followers_counted_names", numbers, words)
    part = "some" if tally.n_photo_known < tally.n else "all"
    return say(f"samples.followers_counted_{part}", numbers, words)


def share(tally: FollowerTally) -> Text:
    """The share of suspicious followers as far as the interval supports one.

    An interval that lies in one band, or above the lowest one, is said with both ends; one that begins above what
    lists of real people have, with its lower end; any other names no share.
    """
    found = tally.suspicious
    if found is None:
        return say("samples.share_other_model" if tally.n else "samples.share_few")
    numbers = {"low": found.low, "high": found.high}
    if len(tally.bands) == 1 or found.low >= _MIDDLE_FROM:
        return say("samples.share_between", numbers)
    if found.low >= LEAST_SAID:
        return say("samples.share_at_least", numbers)
    return say("samples.share_few" if tally.n < ENOUGH_ROWS else "samples.share_open")


def compared(tally: FollowerTally, own: OwnLists) -> Text:
    """ "9 of 120 rows show signs; 4% is usual in the 7 other lists that you have read". A count of another row model
    is not compared."""
    if tally.signs is None:
        return say("samples.share_other_model")
    numbers = {"signs": float(tally.n_with_signs), "rows": float(tally.n)}
    return say("samples.own_lists", numbers | own.numbers())
