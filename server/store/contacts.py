"""How a creator on the list is reached, as a person or a sheet says it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from msgspec import Struct


class EntryContacts(Struct, frozen=True, gc=False):
    """The contacts of an entry; empty where nothing is known."""

    emails: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    """Digits: Vietnamese numbers with their leading 0, others with +."""
    zalo: tuple[str, ...] = ()
    address: str | None = None

    def to_json(self) -> dict[str, Any]:
        lists = {"emails": list(self.emails), "phones": list(self.phones), "zalo": list(self.zalo)}
        return lists | {"address": self.address}


_NONE = EntryContacts()


def contacts_of(document: Mapping[str, Any] | None) -> EntryContacts:
    """The contacts in an entry's document; empty ones where there are none."""
    if not document:
        return _NONE
    lists = {name: tuple(document.get(name, ())) for name in ("emails", "phones", "zalo")}
    return EntryContacts(**lists, address=document.get("address"))
