"""What is known of one creator, and erasing all of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Protocol

from server.errors import BadUsername
from server.fields.creators import shortlist_username
from server.messages import text
from server.services.history import history_of
from server.services.near_names import nobody
from server.store.list_records import Actor
from server.store.store import Store


class Remembering(Protocol):
    """A service that remembers something between requests."""

    def forget(self) -> None: ...


class CreatorRecords:
    """What one store knows of its creators."""

    def __init__(self, store: Store, remembering: Sequence[Remembering]) -> None:
        self._store, self._remembering = store, remembering

    def told(self, username: str) -> dict[str, Any]:
        """The creator with entry, kept visits and rulings. Raises NotFound, with near names."""
        state = self._store.creators.find(self._known_name(username))
        if state is None:
            raise nobody(username, self._store)
        return {
            "creator": state.creator,
            "shortlist": state.entry,
            "history": history_of(state),
            "visits": state.visits,
            "rulings": state.rulings,
            "outcome": state.outcome,
        }

    def erase(self, username: str, by: Actor) -> dict[str, Any]:
        """Erase a creator everywhere in the data folder; says what it cannot reach. Raises NotFound."""
        self._forget()  # a check that is under way is not kept
        erased = self._store.erase(self._known_name(username), by)
        self._forget()
        if not (erased.usernames or erased.backups):
            raise nobody(username, self._store, {"still_in": erased.still_in})
        return {"erased": erased, "note": text("api.erase_note").to_json()}

    def _forget(self) -> None:
        for service in self._remembering:
            service.forget()

    def _known_name(self, username: str) -> str:
        """The clean name; also one that no field takes any more, where an older Soi has kept it. Raises BadUsername."""
        try:
            return shortlist_username(username)
        except BadUsername:
            kept = username.removeprefix("@").lower()
            if self._store.creators.find(kept) is None:
                raise
            return kept
