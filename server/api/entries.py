"""The fields of a shortlist entry that a person sets, from JSON to the store's changes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, cast

from server.schemas.creator_fields import CheckedCount, ProfileId, Username
from server.schemas.fields import Amount, Field, Text
from server.store import values
from server.store.records import EntryChanges, Price
from server.store.values import MAX_PRICE, PRICE


class PriceAsked:
    """``{"amount", "currency"}``, a plain number in the currency of the settings, or null."""

    required = False
    _amount = Amount(MAX_PRICE)

    def read(self, name: str, value: Any) -> dict[str, Any] | float | None:
        if value is None:
            return None
        if isinstance(value, dict):
            return PRICE.read(value)
        return self._amount.read(name, value)

    def schema(self) -> dict[str, Any]:
        return {"oneOf": [PRICE.schema(), self._amount.schema(), {"type": "null"}]}


ENTRY_FIELDS: Mapping[str, Field] = {
    "username": Username(),
    "profile_id": ProfileId(),
    "full_name": Text(400, nullable=True),
    **values.ENTRY,
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
