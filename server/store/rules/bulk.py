"""Many entries changed as one step: all or nothing, and one undo takes all of it back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from server.errors import BulkConflict, TooMany
from server.store.documents import CREATORS, address_of
from server.store.list_records import (
    Actor,
    BulkChange,
    BulkRow,
    BulkSaved,
    Deed,
    SavedRow,
)
from server.store.rules import activity
from server.store.rules.creators import find_all
from server.store.rules.entry_parts import difference, merged, put
from server.store.values import MOST_ADDED
from server.store.work import Doc, UnitOfWork


def change_many(
    work: UnitOfWork, rows: Sequence[BulkRow], change: BulkChange, by: Actor, now: datetime
) -> BulkSaved:
    """See ``Entries.change``."""
    documents = _expected(work, rows)
    told: Mapping[str, Any] | None = None
    saved = []
    for creator, document in documents.items():
        old = document["entry"]
        new = None if change.remove else merged(old, _changes_of(old, change), now, by)
        if new == old:
            continue
        saved.append((creator, put(work, creator, new, now)))
        told = told or (difference(old, new) if new is not None else None)
    if not saved:
        return BulkSaved(None, 0, len(documents), ())
    noted = activity.note(work, Deed("removed" if change.remove else "bulk", by, now), saved, told)
    named = tuple(SavedRow(address_of(documents[creator]), version) for creator, version in saved)
    return BulkSaved(noted, len(saved), len(documents) - len(saved), named)


def _expected(work: UnitOfWork, rows: Sequence[BulkRow]) -> dict[int, Doc]:
    """The creators' documents, each once. Raises BulkConflict where an entry is gone or at another version."""
    ids = {name: found for (name, _), found in find_all(work, ((row.username, None) for row in rows)).items()}
    documents = work.get_many(CREATORS, ids.values())
    conflicts: dict[str, int | None] = {}
    for row in rows:
        document = documents.get(ids.get(row.username, 0), {})
        present = (document.get("entry") or {}).get("version")
        if present is None or row.version not in (None, present):
            conflicts[row.username] = present
    if conflicts:
        raise BulkConflict(conflicts)
    return documents


def _changes_of(old: Doc, change: BulkChange) -> Any:
    """What is set, and the tags that follow from those that are there. Raises TooMany."""
    if not change.add_tags and not change.remove_tags:
        return change.changes
    present = old.get("tags", [])
    kept = [tag for tag in present if tag not in change.remove_tags]
    tags = list(dict.fromkeys([*kept, *change.add_tags]))
    if len(tags) > max(MOST_ADDED["tags"], len(present)):
        raise TooMany(f"tags: over {MOST_ADDED['tags']} with what is there already.")
    return {**change.changes, "tags": tuple(tags)}
