"""Fields of a campaign: the API reads bodies with them, and the check of the whole what lies on the disk."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from msgspec import Struct

from server.campaigns.brief import CATEGORIES, KINDS
from server.campaigns.pictures import MOST_BYTES, MOST_OF_VERSION
from server.campaigns.records import CHANNELS, DELIVERABLE_KINDS, DELIVERABLE_STATES, MESSAGES, RULED
from server.errors import BadField
from server.fields.kinds import (
    AmountField,
    Body,
    ChoiceField,
    Field,
    FlagField,
    NullableField,
    ObjectField,
    RowsField,
    TagsField,
    TextField,
    WholeField,
)
from server.money import CURRENCIES, MOST

MOST_SLOTS = 500
MOST_BACKUPS = 50
MOST_VERSIONS = 50
"""Of one deliverable."""
MOST_DRAFT = 20_000
"""Code points, as the draft check reads them (server.campaigns.check)."""
NAME = TextField(120, minimum=1, required=True)
_LINE, _TEXT, _URL = TextField(500), TextField(2_000), TextField(500)
_WORDS = TagsField(most=50, longest=200)
_OPTIONAL = NullableField(TextField(500, minimum=1))


class DayField(Struct, frozen=True):
    """A day in ISO 8601, read as a date."""

    required: bool = False

    def read(self, name: str, value: Any) -> date:
        try:
            if isinstance(value, str) and len(value) == len("2026-11-23"):
                return date.fromisoformat(value)
        except ValueError:
            pass
        raise BadField(f"{name}: a day like 2026-11-23 is needed.")

    def schema(self) -> dict[str, Any]:
        return {"type": "string", "format": "date"}


BRAND = Body(
    {
        "name": NAME,
        "product": TextField(200),
        "words": _WORDS,
        "avoid": _WORDS,
        "rivals": _WORDS,
        "audience_words": _WORDS,
        "language": TextField(10, minimum=2),
    }
)
_MESSAGE = Body({"text": TextField(500, minimum=1, required=True), "proof": _LINE})
BRIEF = Body(
    {
        "angle": _TEXT,
        "messages": RowsField(_MESSAGE, most=3, least=0),
        "dos": TagsField(most=7, longest=300),
        "donts": TagsField(most=7, longest=300),
        "required": _WORDS,
        "mentions": _WORDS,
        "hashtags": _WORDS,
        "code": _OPTIONAL,
        "links": TagsField(most=20, longest=500),
        "notifier": _OPTIONAL,
        "kind": NullableField(ChoiceField(KINDS)),
        "age_months": NullableField(WholeField(1_200)),
        "max_length": NullableField(WholeField(100_000)),
        "edits": NullableField(WholeField(100)),
        "online_days": NullableField(WholeField(36_500)),
        "rights": _TEXT,
        "exclusivity": _TEXT,
        "payment": _TEXT,
    }
)
BUDGET = Body(
    {
        "amount": NullableField(AmountField(MOST)),
        "currency": ChoiceField(tuple(CURRENCIES)),
        "withholding": FlagField(),
    }
)
CAMPAIGN: Mapping[str, Field] = {
    "name": NAME,
    "brand": ObjectField(BRAND),
    "category": ChoiceField(CATEGORIES),
    "search": NullableField(TextField(40, minimum=1)),
    "rival_days": NullableField(WholeField(3_650)),
    "brief": ObjectField(BRIEF),
    "budget": ObjectField(BUDGET),
    "members": TagsField(most=50, longest=100),
}
NICHE = NullableField(TextField(40, minimum=1))
DELIVERABLE: Mapping[str, Field] = {
    "kind": ChoiceField(DELIVERABLE_KINDS),
    "state": ChoiceField(DELIVERABLE_STATES),
    "due_draft": NullableField(DayField()),
    "due_post": NullableField(DayField()),
    "paid_on": NullableField(DayField()),
    "post_url": NullableField(_URL),
}
"""Without the price, which the API takes in more than one spelling."""
BY = TextField(100)
MOST_OUTREACH = 5_000
"""Messages that are noted of one campaign."""
SENT: Mapping[str, Field] = {
    "message": ChoiceField(MESSAGES, required=True),
    "channel": ChoiceField(CHANNELS, required=True),
    "by": BY,
}
MOST_TICKS = 500
"""In the log of one checklist."""
TICK: Mapping[str, Field] = {
    "rule": TextField(40, minimum=1, required=True),
    "is_done": FlagField(required=True),
    "by": BY,
}
DRAFT = TextField(MOST_DRAFT, minimum=1, required=True)
CAPTION = TextField(MOST_DRAFT, required=True)
"""Of a draft with pictures, which may have no text."""
PICTURE_NAME = TextField(200, minimum=1, required=True)
PICTURES = RowsField(
    Body({"name": PICTURE_NAME, "data": TextField((MOST_BYTES + 2) // 3 * 4, minimum=1, required=True)}),
    most=MOST_OF_VERSION,
    least=0,
)
"""``data``: the bytes in base64."""
NOTE = TextField(2_000)
DECISION: Mapping[str, Field] = {"ruled": ChoiceField(RULED, required=True), "note": NOTE, "by": BY}
