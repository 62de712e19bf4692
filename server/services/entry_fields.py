"""The fields of a shortlist entry that a person sets."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from msgspec import Struct

from server.errors import BadField
from server.fields.creators import CheckedCount, ProfileId, Username
from server.fields.kinds import Field, TextField
from server.fields.prices import PriceAsked
from server.store import values
from server.store.contacts import EntryContacts


class ContactsField(Struct, frozen=True):
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
