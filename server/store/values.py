"""What the values of an entry, an outcome and a ruling may be: the API reads bodies with these fields, and the check of
the whole store reads with the same ones what lies on the disk.
"""

from __future__ import annotations

from collections.abc import Mapping

from server.schemas.fields import Body, Choice, Field, Flag, Nullable, Tags, Text, Whole
from server.store.records import STATUSES

ENTRY: Mapping[str, Field] = {
    "status": Choice(STATUSES),
    "reject_reason": Text(500, nullable=True),
    "tags": Tags(),
    "note": Text(10_000),
    "owner": Text(100, nullable=True),
}
"""Without the price (schemas.prices.ASKED), which the API takes in more than one spelling."""
OUTCOME: Mapping[str, Field] = {
    "worth_it": Nullable(Flag()),
    "clicks": Nullable(Whole(10**9)),
    "codes": Nullable(Whole(10**9)),
    "quality": Nullable(Whole(5, minimum=1)),
    "note": Text(2_000),
}
"""Without the sales, which are schemas.prices.EXACT."""
RULING = Body({"ruling": Choice(("innocent", "confirmed"), required=True), "note": Text(2_000)})
SIGNAL = Text(100, minimum=1)
"""Which sign a ruling is on; one of another version may be known there."""
