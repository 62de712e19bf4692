"""Another Soi's backup put together with this list: what is here stays, what is only there is added, the rest is told."""

from __future__ import annotations

from pathlib import Path
from typing import Any, cast

from server.services.import_rows import entry_values, onto_present
from server.store.list_records import (
    Actor,
)
from server.store.records import (
    Entry,
    EntryChanges,
    ImportRow,
)
from server.store.store import Store


def merge(store: Store, source: Path | str | bytes, *, dry_run: bool, by: Actor) -> dict[str, Any]:
    """The list of the backup ``source`` onto this one, all or nothing; see ``Store.restore`` for what is raised.

    The same rules as for a sheet: blanks are filled, tags, contacts and own fields joined, a note that differs is added
    below. Checks of the past stay with the backup: whose visit came when only one store can say.
    """
    entries = store.entries_of(source)
    onto = onto_present([_row(entry) for entry in entries], store)
    imported = store.entries.import_rows([row for row, _ in onto], dry_run=dry_run, by=by, what="merged")
    results = imported.rows
    changed = [saved for saved in results if saved.changed]
    return {
        "dry_run": dry_run,
        "entries": len(entries),
        "new": [saved.entry.username for saved in results if saved.created],
        "merged": [saved.entry.username for saved in changed if not saved.created],
        "same": len(results) - len(changed),
        "differing": [
            {"username": row.username} | each.to_json() for row, differing in onto for each in differing
        ],
        "activity": imported.activity,
        "saved": [] if dry_run else [_saved(one.entry) for one in changed],
    }


def _row(entry: Entry) -> ImportRow:
    changes = cast("EntryChanges", entry_values(entry))
    return ImportRow(entry.username, changes, entry.profile_id, entry.added_at)


def _saved(entry: Entry) -> dict[str, Any]:
    """What ``POST /shortlist/undo`` takes."""
    return {"username": entry.username, "version": entry.version}
