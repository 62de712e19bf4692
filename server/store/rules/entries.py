"""The shortlist: its entries lie in their creators' documents, their order in a collection of places. Merge, versions, undo."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from typing import TypeVar

from msgspec import Struct
from msgspec.structs import replace

from server.errors import Conflict, Gone, NotFound
from server.store import judging
from server.store.changes import told
from server.store.collection import Collection, by_creator
from server.store.documents import CREATORS, LISTED, entry_of, standing_of
from server.store.list_records import (
    COMMAND_LINE,
    ActivityKind,
    Actor,
    BulkChange,
    BulkRow,
    BulkSaved,
    Deed,
    Imported,
    Standing,
)
from server.store.records import (
    Entry,
    EntryChanges,
    ImportRow,
    Saved,
)
from server.store.resource import Access, Resource
from server.store.rules import activity, removed
from server.store.rules.bulk import change_many
from server.store.rules.creators import (
    Who,
    claim,
    document_of,
    find,
    find_all,
    known,
    last_visit,
    last_visits,
    with_part,
)
from server.store.rules.entry_parts import added, can_undo, difference, merged, put, undo_is_over
from server.store.rules.places import in_place, mend_places
from server.store.work import Doc, Plan, Told, UnitOfWork, View, many

COLLECTIONS = (
    Collection(
        LISTED,
        judging.place,
        indexes={"creator": by_creator},
        references={"creator": CREATORS},
        mend=mend_places,
        holds=in_place,
    ),
)
T = TypeVar("T")
_BIN_LOOKS = timedelta(hours=1)
"""Between two looks of removals for what has been in the bin for its time."""


class Entries(Resource):
    """``store.entries``: the shortlist."""

    def __init__(self, access: Access) -> None:
        super().__init__(access)
        self._looked_in_bin: datetime | None = None
        """When a removal last dropped what had been in the bin for its time."""

    def all(self, limit: int | None = None, offset: int = 0) -> tuple[Entry, ...]:
        """All entries, newest first by the order in which they were added; or ``limit`` of them after ``offset``."""
        documents = self._read(lambda view: _documents(view, limit, offset))
        return tuple(entry_of(creator, last_check) for creator, last_check in documents)

    def standings(self, statuses: Container[str]) -> tuple[Standing, ...]:
        """Those with one of these statuses, newest first: a long list is counted without making its entries."""
        found = self._read(lambda view: _standing_documents(view, statuses))
        return tuple(standing_of(creator, last_check) for creator, last_check in found)

    def get(self, username: str) -> Entry:
        """One entry. Raises NotFound."""
        return self._read(lambda view: _entry(view, _listed(view, username)))

    def find(self, username: str, profile_id: str | None = None) -> Entry | None:
        """The entry of a creator, by id before handle; None where there is none. No history is read for it."""

        def look(view: View) -> Entry | None:
            creator = find(view, username, profile_id)
            return None if creator is None or not _has_entry(view, creator) else _entry(view, creator)

        return self._read(look)

    def find_many(self, who: Iterable[Who]) -> dict[Who, Entry]:
        """The same of many; nobody who is not on the list."""
        return self._read(lambda view: _entries(view, find_all(view, who)))

    def save(
        self,
        username: str,
        changes: EntryChanges,
        *,
        profile_id: str | None = None,
        by: Actor = COMMAND_LINE,
    ) -> Saved:
        """Create the entry, with what is in the bin of it, or merge ``changes`` into it. Saving what is already there
        keeps the version."""
        row = ImportRow(username, changes, profile_id)
        return self._write(_import_of((row,), self._now(), by, None), _imported).rows[0]

    def patch(
        self, username: str, changes: EntryChanges, expected_version: int, by: Actor = COMMAND_LINE
    ) -> Entry:
        """Change an entry that is still at ``expected_version``. Raises NotFound, Conflict."""
        deed = Deed("changed", by, self._now())
        return self._write(
            lambda work: _patch(work, username, changes, expected_version, deed),
            lambda entry: told("entry", entry.username),
        )

    def change(self, rows: Sequence[BulkRow], change: BulkChange, by: Actor = COMMAND_LINE) -> BulkSaved:
        """Change many entries, all or nothing, as one step that can be undone. Raises BulkConflict, TooMany."""
        now = self._now()

        def plan(work: UnitOfWork) -> BulkSaved:
            return change_many(work, rows, change, by, now)

        def tell(changed: BulkSaved) -> Iterable[Told]:
            return told("entry", *(row.username for row in changed.saved))

        return self._remove(plan, tell, now) if change.remove else self._write(plan, tell)

    def delete(self, username: str, expected_version: int | None = None, by: Actor = COMMAND_LINE) -> None:
        """Take the entry off the list, into the bin; the creator's history stays. Raises NotFound, Conflict."""
        now = self._now()
        self._remove(
            lambda work: _delete(work, username, expected_version, by, now),
            lambda _: told("entry", username),
            now,
        )

    def undo(self, username: str, by: Actor = COMMAND_LINE) -> Entry | None:
        """Put back what was there before the last PUT, PATCH or DELETE; None if there was no entry before.

        Works once, within UNDO_TIME. Raises NotFound for an unknown creator, Gone if there is nothing to take back.
        """
        now = self._now()
        return self._write(lambda work: _undo(work, username, by, now), lambda _: told("entry", username))

    def undo_all(self, saved: Mapping[str, int], by: Actor = COMMAND_LINE) -> tuple[str, ...]:
        """Put back, all at once, what was there before, of each entry that is still at the version that is given; gives
        whom. What was changed since, or too long ago, stays as it is."""
        now = self._now()
        return self._write(
            lambda work: activity.undo_named(work, _found(work, saved), by, now),
            lambda undone: told("entry", *undone),
        )

    def import_rows(
        self,
        rows: Sequence[ImportRow],
        *,
        dry_run: bool = False,
        by: Actor = COMMAND_LINE,
        what: ActivityKind = "imported",
    ) -> Imported:
        """Save all rows or none, one result a row; ``dry_run`` gives the same results and changes nothing."""
        plan = _import_of(tuple(rows), self._now(), by, what)
        if dry_run:
            return replace(self._access.database.try_out(plan), activity=None)
        return self._write(plan, _imported)

    def _remove(self, plan: Plan[T], tell: Callable[[T], Iterable[Told]], now: datetime) -> T:
        """``_write`` of a removal. It drops what is over too, at most once an hour: that goes through the whole bin."""
        is_due = self._looked_in_bin is None or abs(now - self._looked_in_bin) >= _BIN_LOOKS

        def forgetting(work: UnitOfWork) -> T:
            if is_due:
                removed.forget_old(work, now)
            return plan(work)

        result = self._write(forgetting, tell)
        if is_due:
            self._looked_in_bin = now
        return result

    def forget_old(self) -> bool:
        """Drop what can no longer be taken back or brought back, so that a deleted note leaves the disk in the end.
        True if there was any."""
        now = self._now()
        return self._write(lambda work: _forget_old(work, now))


def listed(view: View, limit: int | None = None, offset: int = 0) -> dict[int, Doc]:
    """The creators of the list, newest entry first, or ``limit`` of them after ``offset``."""
    places = many(view, LISTED, view.newest(LISTED, limit, offset))
    return view.get_many(CREATORS, [place["creator"] for place in places])


def _documents(view: View, limit: int | None, offset: int) -> list[tuple[Doc, Doc | None]]:
    """The documents of entries with their last visits; see ``entry_of``."""
    creators = listed(view, limit, offset)
    visits = last_visits(view, list(creators))
    return [(document, visits.get(creator)) for creator, document in creators.items()]


def _entries(view: View, who: Mapping[Who, int]) -> dict[Who, Entry]:
    documents = view.get_many(CREATORS, set(who.values()))
    listed = {creator: document for creator, document in documents.items() if document.get("entry")}
    visits = last_visits(view, list(listed))
    entries = {creator: entry_of(document, visits.get(creator)) for creator, document in listed.items()}
    return {one: entries[creator] for one, creator in who.items() if creator in entries}


def _standing_documents(view: View, statuses: Container[str]) -> list[tuple[Doc, Doc | None]]:
    creators = {
        creator: document
        for creator, document in listed(view).items()
        if document["entry"]["status"] in statuses
    }
    visits = last_visits(view, list(creators))
    return [(document, visits.get(creator)) for creator, document in creators.items()]


class _SavedRow(Struct, frozen=True):
    """A row that was saved: whose it is, the entry as it was, and the creator as they were left."""

    creator: int
    old: Doc | None
    document: Doc
    changed: bool

    @property
    def version(self) -> int:
        return int(self.document["entry"]["version"])


def _save(work: UnitOfWork, row: ImportRow, now: datetime, by: Actor | None) -> _SavedRow:
    creator = claim(work, row.username, row.profile_id, now)
    document = document_of(work, creator)
    if "full_name" in row.changes:
        document |= {"full_name": row.changes["full_name"]}
        work.put(CREATORS, creator, document)
    old = document.get("entry")
    new = merged(old or added(document, row.added_at or now, now), row.changes, now, by)
    if new != old:
        put(work, creator, new, now)
    return _SavedRow(creator, old, document_of(work, creator), new != old)


def _answers(view: View, rows: Sequence[_SavedRow]) -> tuple[Saved, ...]:
    """What was done of each row; two reads for the visits of all of them."""
    visits = last_visits(view, list({row.creator for row in rows}))
    return tuple(
        Saved(entry_of(row.document, visits.get(row.creator)), created=row.old is None, changed=row.changed)
        for row in rows
    )


def save_in(work: UnitOfWork, row: ImportRow, now: datetime, by: Actor) -> Saved:
    """An entry saved as a part of a larger change."""
    return _import_of((row,), now, by, None)(work).rows[0]


def _import_of(
    rows: tuple[ImportRow, ...], now: datetime, by: Actor, what: ActivityKind | None
) -> Plan[Imported]:
    """``what``: the activity of the whole; None for one row, which is a save or a change."""

    def plan(work: UnitOfWork) -> Imported:
        rows_saved = [_save(work, row, now, by if what is None else None) for row in rows]
        changed = {row.creator: row.version for row in rows_saved if row.changed}
        done = _answers(work, rows_saved)
        if not changed:
            return Imported(done, None)
        first = rows_saved[0]
        detail = difference(first.old, first.document["entry"]) if what is None else None
        deed = Deed(what or ("saved" if done[0].created else "changed"), by, now)
        return Imported(done, activity.note(work, deed, list(changed.items()), detail))

    return plan


def _imported(imported: Imported) -> tuple[Told, ...]:
    return told("entry", *(one.entry.username for one in imported.rows))


def _patch(work: UnitOfWork, username: str, changes: EntryChanges, version: int, deed: Deed) -> Entry:
    creator = _expected(work, username, version)
    old = document_of(work, creator)["entry"]
    new = merged(old, changes, deed.at, deed.by)
    if new != old:
        saved = [(creator, put(work, creator, new, deed.at))]
        activity.note(work, deed, saved, difference(old, new))
    return _entry(work, creator)


def _delete(work: UnitOfWork, username: str, version: int | None, by: Actor, now: datetime) -> None:
    creator = _expected(work, username, version)
    activity.note(work, Deed("removed", by, now), [(creator, put(work, creator, None, now))])


def _undo(work: UnitOfWork, username: str, by: Actor, now: datetime) -> Entry | None:
    creator = known(work, username)
    document = document_of(work, creator)
    if not can_undo(document, now):
        raise Gone("There is nothing left to undo for this creator.")
    activity.undo_named(work, {creator: document["entry_version"]}, by, now)
    return _entry(work, creator) if document["undo"]["entry"] else None


def _found(view: View, saved: Mapping[str, int]) -> dict[int, int]:
    """The same by creator; whoever is unknown is left out."""
    found = find_all(view, ((username, None) for username in saved))
    return {creator: saved[username] for (username, _), creator in found.items()}


def _forget_old(work: UnitOfWork, now: datetime) -> bool:
    over = {i: doc for i, doc in with_part(work, "undo").items() if undo_is_over(doc["undo"], now)}
    for creator, document in over.items():
        work.put(CREATORS, creator, {name: part for name, part in document.items() if name != "undo"})
    return any([bool(over), removed.forget_old(work, now), activity.forget_old(work, now)])


def _listed(view: View, username: str) -> int:
    creator = find(view, username)
    if creator is None or not _has_entry(view, creator):
        raise NotFound("This creator is not on the list.")
    return creator


def _has_entry(view: View, creator: int) -> bool:
    return document_of(view, creator).get("entry") is not None


def _expected(view: View, username: str, version: int | None) -> int:
    creator = _listed(view, username)
    if version is not None and document_of(view, creator)["entry"]["version"] != version:
        raise Conflict
    return creator


def _entry(view: View, creator: int) -> Entry:
    return entry_of(document_of(view, creator), last_visit(view, creator))
