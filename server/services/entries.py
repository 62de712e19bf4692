"""EntryRules of the shortlist as a person saves and changes them: what no single field can judge is judged here."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, cast

from server.errors import BadField, TooLong, TooMany
from server.fields.prices import price_given
from server.services.entry_fields import ENTRY_FIELDS
from server.store.list_records import (
    COMMAND_LINE,
    Actor,
    BulkChange,
    BulkRow,
    BulkSaved,
)
from server.store.records import (
    Entry,
    EntryChanges,
    Saved,
)
from server.store.stages import stage_named
from server.store.store import Store
from server.store.values import JOINED


class EntryRules:
    """The entries of one store. ``currency``: that of a bare number; ``by``: who changes them."""

    def __init__(self, store: Store, currency: str, by: Actor = COMMAND_LINE) -> None:
        self._store, self._currency, self._by = store, currency, by

    def save(self, username: str, body: Mapping[str, Any]) -> Saved:
        """Create the entry or merge a body into it. Raises BadField, TooLong, TooMany, and what a price raises."""
        fields = dict(body)
        profile_id = fields.pop("profile_id", None)
        self._check_reason(username, fields, profile_id)
        self._check_growth(username, fields, profile_id)
        return self._store.entries.save(username, self._changes(fields), profile_id=profile_id, by=self._by)

    def patch(self, username: str, body: Mapping[str, Any], version: int) -> Entry:
        """Change an entry that is still at ``version``. Raises Conflict, and what ``save`` raises."""
        self._check_reason(username, body)
        self._check_growth(username, body)
        return self._store.entries.patch(username, self._changes(body), version, self._by)

    def change(self, rows: Sequence[BulkRow], body: Mapping[str, Any]) -> BulkSaved:
        """``BULK`` for many entries, as one step. Raises BadField, BulkConflict, and what a price raises."""
        fields, remove = dict(body.get("set", {})), body.get("remove", False)
        add, drop = body.get("add_tags", ()), body.get("remove_tags", ())
        if remove == bool(fields or add or drop):
            raise BadField("Either remove, or something to set, or tags.")
        if fields.get("reject_reason") and fields.get("status") != "rejected":
            raise BadField("reject_reason: only a rejected entry has one.")
        change = BulkChange(self._changes(fields), add, drop, remove)
        return self._store.entries.change(rows, change, self._by)

    def _changes(self, body: Mapping[str, Any]) -> EntryChanges:
        """A body that was read by ``ENTRY_FIELDS`` as changes for the store. Raises UnclearPrice and the like."""
        changes = dict(body)
        if changes.get("stage") and "status" not in changes:
            stage = stage_named(self._store.stages.all(), changes["stage"])
            changes |= {"status": stage.status} if stage else {}
        if "price_asked" in changes:
            changes["price_asked"] = price_given(changes["price_asked"], self._currency)
        return cast("EntryChanges", changes)

    def _check_reason(self, username: str, body: Mapping[str, Any], profile_id: str | None = None) -> None:
        """A reason to reject belongs to a rejected entry; the store would drop any other. Raises BadField."""
        if not body.get("reject_reason"):
            return
        state = self._store.creators.find(username, profile_id)
        present = state.entry.status if state and state.entry else "found"
        if body.get("status", present) != "rejected":
            raise BadField("reject_reason: only a rejected entry has one.")

    def _check_growth(self, username: str, body: Mapping[str, Any], profile_id: str | None = None) -> None:
        """A note and tags over the limit are taken where they are no longer than what joined records have there already.

        Raises TooLong or TooMany.
        """
        for name in JOINED.keys() & body.keys():
            given = body[name]
            try:
                ENTRY_FIELDS[name].read(name, given if name == "note" else list(given))
            except (TooLong, TooMany):
                state = self._store.creators.find(username, profile_id)
                if state is None or state.entry is None or len(given) > len(getattr(state.entry, name)):
                    raise
