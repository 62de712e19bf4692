"""Fields of a body that name a creator, or would count something of one."""

from __future__ import annotations

import re
from typing import Any

from msgspec import Struct

from server.errors import BadField, BadUsername
from server.facts import MAX_COUNT
from server.fields.kinds import AmountField
from server.handles import clean_handle

_DEVICE_NAMES = frozenset(
    ["CON", "PRN", "AUX", "NUL"] + [f"{port}{number}" for port in ("COM", "LPT") for number in range(1, 10)]
)
"""Written like this they are Windows' devices. @con and @aux are people, whom every route takes: no file is called by
a user name alone."""


class Username(Struct, frozen=True):
    """A user name, ``@name`` or a profile's address; read as the clean name."""

    required: bool = False

    def read(self, name: str, value: Any) -> str:
        if not isinstance(value, str):
            raise BadField(f"{name}: a text is needed.")
        return shortlist_username(value)

    def schema(self) -> dict[str, Any]:
        return {"type": "string"}


def shortlist_username(text: str) -> str:
    """The clean user name, "tiktok:NAME" on another platform. Raises BadUsername."""
    if text.partition(".")[0] in _DEVICE_NAMES:
        raise BadUsername
    return clean_handle(text)


class ProfileId(Struct, frozen=True):
    """Instagram's numeric id of a profile, as a string of digits."""

    required: bool = False

    def read(self, name: str, value: Any) -> str | None:
        if value is None:
            return None
        if not isinstance(value, str) or not re.fullmatch(r"[0-9]{1,20}", value):
            raise BadField(f"{name}: a text of 1 to 20 digits is needed.")
        return value

    def schema(self) -> dict[str, Any]:
        return {"type": ["string", "null"], "pattern": "^[0-9]{1,20}$"}


class CheckedCount(Struct, frozen=True):
    """A count that only a check may set. Refused, with the reason that fits the value."""

    required: bool = False

    def read(self, name: str, value: Any) -> None:
        AmountField(MAX_COUNT).read(name, value)
        raise BadField(f"{name}: counts come only from a check of the page.")

    def schema(self) -> dict[str, Any]:
        return {"not": {}, "description": "Refused: counts come only from a check of the page."}
