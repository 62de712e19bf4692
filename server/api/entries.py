"""The fields of a shortlist entry that a person sets, from JSON to the store's changes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, cast

from server.api.creator_fields import CheckedCount, ProfileId, Username
from server.api.fields import Amount, Body, Choice, Field, Tags, Text
from server.store.records import STATUSES, EntryChanges, Price

CURRENCIES = ("VND", "USD")
MAX_PRICE = 10**12


class PriceAsked:
    """``{"amount", "currency"}``, a plain number in the currency of the settings, or null."""

    required = False
    _amount = Amount(MAX_PRICE)
    _object = Body(
        {"amount": Amount(MAX_PRICE, required=True), "currency": Choice(CURRENCIES, required=True)}
    )

    def read(self, name: str, value: Any) -> dict[str, Any] | float | None:
        if value is None:
            return None
        if isinstance(value, dict):
            return self._object.read(value)
        return self._amount.read(name, value)

    def schema(self) -> dict[str, Any]:
        return {"oneOf": [self._object.schema(), self._amount.schema(), {"type": "null"}]}


ENTRY_FIELDS: Mapping[str, Field] = {
    "username": Username(),
    "profile_id": ProfileId(),
    "full_name": Text(400, nullable=True),
    "status": Choice(STATUSES),
    "reject_reason": Text(500, nullable=True),
    "tags": Tags(),
    "note": Text(10_000),
    "owner": Text(100, nullable=True),
    "price_asked": PriceAsked(),
    "followers": CheckedCount(),
    "following": CheckedCount(),
    "post_count": CheckedCount(),
}


def changes_of(body: Mapping[str, Any], currency: str) -> EntryChanges:
    """A body that was read by ``ENTRY_FIELDS`` as changes for the store; ``currency`` is that of a plain price."""
    changes = dict(body)
    price = changes.get("price_asked")
    if isinstance(price, dict):
        changes["price_asked"] = Price(**price)
    elif price is not None:
        changes["price_asked"] = Price(price, currency)
    return cast("EntryChanges", changes)
