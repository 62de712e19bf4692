"""The shortlist: its entries lie in their creators' documents, their order in a collection of places. Merge, versions, undo."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from server.errors import Conflict, Gone, NotFound, TooLong
from server.store import judging
from server.store.collection import Collection, by_creator
from server.store.documents import CREATORS, LISTED, entry_of, time_of, time_text
from server.store.records import UNDO_TIME, Entry, EntryChanges, ImportRow, Saved
from server.store.resource import Resource
from server.store.rules.creators import claim, document_of, find, known, last_visit, last_visits, with_part
from server.store.rules.places import in_place, mend_places
from server.store.values import MOST_ADDED
from server.store.work import Doc, Plan, UnitOfWork, View, many

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


class Entries(Resource):
    """``store.entries``: the shortlist."""

    def all(self, limit: int | None = None, offset: int = 0) -> tuple[Entry, ...]:
        """All entries, newest first by the order in which they were added; or ``limit`` of them after ``offset``."""
        documents = self._read(lambda view: _documents(view, limit, offset))
        return tuple(entry_of(creator, last_check) for creator, last_check in documents)

    def get(self, username: str) -> Entry:
        """One entry. Raises NotFound."""
        return self._read(lambda view: _entry(view, _listed(view, username)))

    def find(self, username: str, profile_id: str | None = None) -> Entry | None:
        """The entry of a creator, by id before handle; None where there is none. No history is read for it."""

        def look(view: View) -> Entry | None:
            creator = find(view, username, profile_id)
            return None if creator is None or not _has_entry(view, creator) else _entry(view, creator)

        return self._read(look)

    def save(self, username: str, changes: EntryChanges, *, profile_id: str | None = None) -> Saved:
        """Create the entry, or merge ``changes`` into it. Saving what is already there keeps the version."""
        now = self._now()
        saved = self._write(lambda work: _save(work, username, changes, now=now, profile_id=profile_id))
        self._note("entry", saved.entry.username)
        return saved

    def patch(self, username: str, changes: EntryChanges, expected_version: int) -> Entry:
        """Change an entry that is still at ``expected_version``. Raises NotFound, Conflict."""
        now = self._now()
        entry = self._write(lambda work: _patch(work, username, changes, expected_version, now))
        self._note("entry", entry.username)
        return entry

    def delete(self, username: str, expected_version: int | None = None) -> None:
        """Take the entry off the list; the creator's history stays. Raises NotFound, Conflict."""
        now = self._now()
        self._write(lambda work: _put(work, _expected(work, username, expected_version), None, now))
        self._note("entry", username)

    def undo(self, username: str) -> Entry | None:
        """Put back what was there before the last PUT, PATCH or DELETE; None if there was no entry before.

        UnitOfWorks once, within UNDO_TIME. Raises NotFound for an unknown creator, Gone if there is nothing to take back.
        """
        now = self._now()
        entry = self._write(lambda work: _undo(work, username, now))
        self._note("entry", username)
        return entry

    def undo_all(self, saved: Mapping[str, int]) -> tuple[str, ...]:
        """Put back, all at once, what was there before, of each entry that is still at the version that is given; gives
        whom. What was changed since, or too long ago, stays as it is."""
        now = self._now()
        undone = self._write(lambda work: _undo_all(work, saved, now))
        self._note("entry", *undone)
        return undone

    def import_rows(self, rows: Sequence[ImportRow], *, dry_run: bool = False) -> tuple[Saved, ...]:
        """Save all rows or none, one result a row; ``dry_run`` gives the same results and changes nothing."""
        plan = _import_of(tuple(rows), self._now())
        if dry_run:
            return self._access.database.try_out(plan)
        saved = self._write(plan)
        self._note("entry", *(one.entry.username for one in saved))
        return saved

    def forget_old_undo(self) -> bool:
        """Drop what can no longer be taken back, so that a deleted note leaves the disk in the end. True if any."""
        now = self._now()
        return self._write(lambda work: _forget_old_undo(work, now))


def listed(view: View, limit: int | None = None, offset: int = 0) -> dict[int, Doc]:
    """The creators of the list, newest entry first, or ``limit`` of them after ``offset``."""
    places = many(view, LISTED, view.newest(LISTED, limit, offset))
    return view.get_many(CREATORS, [place["creator"] for place in places])


def _documents(view: View, limit: int | None, offset: int) -> list[tuple[Doc, Doc | None]]:
    """The documents of entries with their last visits; see ``entry_of``."""
    creators = listed(view, limit, offset)
    visits = last_visits(view, list(creators))
    return [(document, visits.get(creator)) for creator, document in creators.items()]


def _save(
    work: UnitOfWork,
    username: str,
    changes: EntryChanges,
    *,
    now: datetime,
    profile_id: str | None = None,
    added_at: datetime | None = None,
) -> Saved:
    creator = claim(work, username, profile_id, now)
    if "full_name" in changes:
        work.put(CREATORS, creator, document_of(work, creator) | {"full_name": changes["full_name"]})
    old = document_of(work, creator).get("entry")
    new = _merged(old or _new_entry(added_at or now), changes, now)
    if new != old:
        _put(work, creator, new, now)
    return Saved(_entry(work, creator), created=old is None, changed=new != old)


def _import_of(rows: tuple[ImportRow, ...], now: datetime) -> Plan[tuple[Saved, ...]]:
    def plan(work: UnitOfWork) -> tuple[Saved, ...]:
        return tuple(
            _save(work, row.username, row.changes, now=now, profile_id=row.profile_id, added_at=row.added_at)
            for row in rows
        )

    return plan


def _patch(
    work: UnitOfWork, username: str, changes: EntryChanges, expected_version: int, now: datetime
) -> Entry:
    creator = _expected(work, username, expected_version)
    old = document_of(work, creator)["entry"]
    new = _merged(old, changes, now)
    if new != old:
        _put(work, creator, new, now)
    return _entry(work, creator)


def _undo(work: UnitOfWork, username: str, now: datetime) -> Entry | None:
    creator = known(work, username)
    undo_document = document_of(work, creator).get("undo")
    if undo_document is None or _is_over(undo_document, now):
        raise Gone("There is nothing left to undo for this creator.")
    previous = undo_document["entry"]
    _put(work, creator, previous, None)
    return _entry(work, creator) if previous else None


def _undo_all(work: UnitOfWork, saved: Mapping[str, int], now: datetime) -> tuple[str, ...]:
    undone = []
    for username, version in saved.items():
        creator = find(work, username)
        document = {} if creator is None else document_of(work, creator)
        entry, before = document.get("entry"), document.get("undo")
        is_as_saved = entry is not None and entry["version"] == version
        if creator is not None and is_as_saved and before is not None and not _is_over(before, now):
            _put(work, creator, before["entry"], None)
            undone.append(username)
    return tuple(undone)


def _forget_old_undo(work: UnitOfWork, now: datetime) -> bool:
    over = {i: doc for i, doc in with_part(work, "undo").items() if _is_over(doc["undo"], now)}
    for creator, document in over.items():
        work.put(CREATORS, creator, {name: part for name, part in document.items() if name != "undo"})
    return bool(over)


def _is_over(undo_document: Doc, now: datetime) -> bool:
    return now - time_of(undo_document["at"]) > UNDO_TIME


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


def _new_entry(added_at: datetime) -> Doc:
    at = time_text(added_at)
    return {"status": "found", "status_at": at, "added_at": at}


def _merged(old: Doc, changes: EntryChanges, now: datetime) -> Doc:
    new = dict(old)
    for name in ("status", "reject_reason", "note", "owner", "stage"):
        if name in changes:
            new[name] = changes[name]
    new |= _kept_as_json(changes)
    if "price_asked" in changes:
        price = changes["price_asked"]
        new["price"] = price.to_json() if price else None
    for name, most in MOST_ADDED.items():
        if len(new.get(name, ())) > max(most, len(old.get(name, ()))):
            raise TooLong(f"{name}: over {most} with what is there already.")
    if new["status"] != old["status"]:
        new["status_at"] = time_text(now)
    if new["status"] != "rejected":
        new["reject_reason"] = None
    return {name: value for name, value in new.items() if value not in (None, "", [], {})}


def _kept_as_json(changes: EntryChanges) -> Doc:
    """Those of the changes that lie in the store in another form."""
    kept: Doc = {name: dict(changes[name]) for name in ("extra", "dates") if name in changes}
    if "tags" in changes:
        kept["tags"] = list(changes["tags"])
    if "contacts" in changes:
        kept["contacts"] = {name: value for name, value in changes["contacts"].to_json().items() if value}
    return kept


def _put(work: UnitOfWork, creator: int, new: Doc | None, undo_at: datetime | None) -> None:
    """Set or remove the entry; ``undo_at`` keeps the old one for undo, None means that this is the undo."""
    document = document_of(work, creator)
    old = document.pop("entry", None)
    document.pop("undo", None)
    if undo_at is not None:
        document["undo"] = {"at": time_text(undo_at), "entry": old}
    document["entry_version"] = document.get("entry_version", 0) + 1
    if new is not None:
        order = _listed_at(work, creator, (old or new).get("order"))
        document["entry"] = new | {"order": order, "version": document["entry_version"]}
    elif old is not None:
        work.delete(LISTED, old["order"])
    work.put(CREATORS, creator, document)


def _listed_at(work: UnitOfWork, creator: int, order: int | None) -> int:
    """The entry's place in the list: its own one, or a new one where it has none or another took it meanwhile."""
    holder = work.get(LISTED, order) if order is not None else None
    if order is None or (holder is not None and holder["creator"] != creator):
        return work.insert(LISTED, {"creator": creator})
    if holder is None:
        work.put(LISTED, order, {"creator": creator})
    return order
