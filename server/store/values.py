"""What the values of an entry, an outcome and a ruling may be: the API reads bodies with these fields, and the check of
the whole store reads with the same ones what lies on the disk.
"""

from __future__ import annotations

from collections.abc import Mapping

from server.fields.kinds import (
    Body,
    ChoiceField,
    DaysField,
    Field,
    FlagField,
    NamedField,
    NullableField,
    TagsField,
    TextField,
    WholeField,
)
from server.store.records import STATUSES

MOST_NAMED: Mapping[str, int] = {"extra": 100, "dates": 50}
"""Own fields and days of one entry."""
ENTRY: Mapping[str, Field] = {
    "status": ChoiceField(STATUSES),
    "reject_reason": TextField(500, nullable=True),
    "tags": TagsField(),
    "note": TextField(10_000),
    "owner": TextField(100, nullable=True),
    "stage": TextField(100, nullable=True),
    "extra": NamedField(most=MOST_NAMED["extra"], heading=100, longest=2_000),
    "dates": DaysField(most=MOST_NAMED["dates"], heading=100),
}
"""Without the price (schemas.prices.ASKED), which the API takes in more than one spelling."""
JOINED: Mapping[str, Field] = {"note": TextField(1_000_000), "tags": TagsField(most=5_000)}
"""What a note and tags may have become where records of one person were joined: nothing of either is cut."""
MOST_ADDED: Mapping[str, int] = {"note": 100_000, "tags": 500}
"""Up to here a list that is taken over again and again adds to a note and to tags."""
CONTACTS = Body(
    {
        "emails": TagsField(most=20, longest=200),
        "phones": TagsField(most=20, longest=40),
        "zalo": TagsField(most=20, longest=100),
        "address": TextField(500, nullable=True),
    }
)
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
