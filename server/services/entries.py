"""The fields of a shortlist entry that a person sets, from JSON to the store's changes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, cast

from server.errors import BadField
from server.schemas.creator_fields import CheckedCount, ProfileId, Username
from server.schemas.fields import Field, TextField
from server.schemas.prices import PriceAsked, price_given
from server.store import values
from server.store.contacts import EntryContacts
from server.store.records import EntryChanges


@dataclass(frozen=True, slots=True)
class ContactsField:
    """How a creator is reached; what is left out of the object is empty."""

    required: bool = False

    def read(self, name: str, value: Any) -> EntryContacts:
        if not isinstance(value, dict):
            raise BadField(f"{name}: an object is needed.")
        return EntryContacts(**values.CONTACTS.read(value))

    def schema(self) -> dict[str, Any]:
        return values.CONTACTS.schema()


ENTRY_FIELDS: Mapping[str, Field] = {
    "username": Username(),
    "profile_id": ProfileId(),
    "full_name": TextField(400, nullable=True),
    **values.ENTRY,
    "contacts": ContactsField(),
    "price_asked": PriceAsked(),
    "followers": CheckedCount(),
    "following": CheckedCount(),
    "post_count": CheckedCount(),
}


def changes_of(body: Mapping[str, Any], currency: str) -> EntryChanges:
    """A body that was read by ``ENTRY_FIELDS`` as changes for the store; ``currency`` is that of a bare number.

    Raises UnclearPrice and what else ``price_given`` raises.
    """
    changes = dict(body)
    if "price_asked" in changes:
        changes["price_asked"] = price_given(changes["price_asked"], currency)
    return cast("EntryChanges", changes)
