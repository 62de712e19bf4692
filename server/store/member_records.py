"""Who works with a store: a person with a role. Where there is none, one person works alone and may do everything."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from msgspec import Struct

Role = Literal["viewer", "editor", "owner"]
ROLES: tuple[Role, ...] = ("viewer", "editor", "owner")
"""Each may do what those before it may: look, change the list and campaigns, decide on people, settings and the whole store."""


class Member(Struct, frozen=True):
    """One person. What opens a link that was not used yet is kept as its SHA-256 alone."""

    id: str
    name: str
    role: Role
    created_at: datetime
    joined_at: datetime | None = None
    """When an invitation was first used; None: never."""
    invited_until: datetime | None = None
    """There is a link that was not used yet, and until then it may be."""

    def may(self, role: Role) -> bool:
        """Whether this is at least ``role``."""
        return ROLES.index(self.role) >= ROLES.index(role)
