"""How a creator on the list is reached, as a person or a sheet says it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class EntryContacts:
    """The contacts of an entry; empty where nothing is known."""

    emails: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    """Digits: Vietnamese numbers with their leading 0, others with +."""
    zalo: tuple[str, ...] = ()
    address: str | None = None

    def to_json(self) -> dict[str, Any]:
        lists = {"emails": list(self.emails), "phones": list(self.phones), "zalo": list(self.zalo)}
        return lists | {"address": self.address}


def contacts_of(document: Mapping[str, Any] | None) -> EntryContacts:
    """The contacts in an entry's document; empty ones where there are none."""
    kept = document or {}
    lists = {name: tuple(kept.get(name, ())) for name in ("emails", "phones", "zalo")}
    return EntryContacts(**lists, address=kept.get("address"))
