"""The counts that a visit keeps of a follower sample are ones that the store believes, and come back as they were."""

from __future__ import annotations

import json

from server.samples import followers
from server.samples.summary import counts_only
from server.store.judging import VISIT
from tests.creators import follower_rows


def test_kept_counts_are_believed_and_read_back() -> None:
    """Through JSON, as on disk: the store's own judge takes them, and the tally of them is the tally."""
    tally = followers.tally(follower_rows(90, 30), "top")
    kept = json.loads(json.dumps(counts_only(tally)))
    VISIT["follower_sample"](kept)
    assert followers.of_counts(**kept) == tally
