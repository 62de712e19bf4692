"""What the values of an entry, an outcome and a ruling may be: the API reads bodies with these fields, and the check of
the whole store reads with the same ones what lies on the disk.
"""

from __future__ import annotations

from collections.abc import Mapping

from server.schemas.fields import (
    Body,
    ChoiceField,
    Field,
    FlagField,
    NullableField,
    TagsField,
    TextField,
    WholeField,
)
from server.store.records import STATUSES

ENTRY: Mapping[str, Field] = {
    "status": ChoiceField(STATUSES),
    "reject_reason": TextField(500, nullable=True),
    "tags": TagsField(),
    "note": TextField(10_000),
    "owner": TextField(100, nullable=True),
}
"""Without the price (schemas.prices.ASKED), which the API takes in more than one spelling."""
JOINED: Mapping[str, Field] = {"note": TextField(1_000_000), "tags": TagsField(most=5_000)}
"""What a note and tags may have become where records of one person were joined: nothing of either is cut."""
MOST_ADDED: Mapping[str, int] = {"note": 100_000, "tags": 500}
"""Up to here a list that is taken over again and again adds to a note and to tags."""
OUTCOME: Mapping[str, Field] = {
    "worth_it": NullableField(FlagField()),
    "clicks": NullableField(WholeField(10**9)),
    "codes": NullableField(WholeField(10**9)),
    "quality": NullableField(WholeField(5, minimum=1)),
    "note": TextField(2_000),
}
"""Without the sales, which are schemas.prices.EXACT."""
RULING = Body({"ruling": ChoiceField(("innocent", "confirmed"), required=True), "note": TextField(2_000)})
SIGNAL = TextField(100, minimum=1)
"""Which sign a ruling is on; one of another version may be known there."""
