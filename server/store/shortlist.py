"""The rules of the shortlist: merge, versions, undo."""

from __future__ import annotations

from datetime import datetime

from server.errors import Conflict, Gone, NotFound, TooLong
from server.store.creators import claim, document_of, find
from server.store.documents import CREATORS, LISTED, entry_of, last_visit, time_of, time_text
from server.store.records import Entry, EntryChanges, ImportRow, Saved
from server.store.repository import UNDO_TIME
from server.store.values import MOST_ADDED
from server.store.work import Doc, View, Work


def entries(view: View, limit: int | None = None, offset: int = 0) -> list[tuple[Doc, Doc | None]]:
    """The documents of all (or some) entries with their last visits, newest first; see ``entry_of``."""
    creators = [row["creator"] for row in listed(view, limit, offset)]
    return [(view.get(CREATORS, creator) or {}, last_visit(view, creator)) for creator in creators]


def listed(view: View, limit: int | None = None, offset: int = 0) -> list[Doc]:
    """The places of the list, newest first, or ``limit`` of them after ``offset``; each names its creator."""
    end = None if limit is None else offset + limit
    rows = (view.get(LISTED, order) for order in sorted(view.ids(LISTED), reverse=True)[offset:end])
    return [row for row in rows if row]


def entry(view: View, username: str) -> Entry:
    """One entry. Raises NotFound."""
    return _entry(view, _listed(view, username))


def find_entry(view: View, username: str, profile_id: str | None) -> Entry | None:
    """The entry of whom id or handle mean; None where there is none."""
    creator = find(view, username, profile_id)
    return None if creator is None or not _has_entry(view, creator) else _entry(view, creator)


def save(
    work: Work,
    username: str,
    changes: EntryChanges,
    *,
    now: datetime,
    profile_id: str | None = None,
    added_at: datetime | None = None,
) -> Saved:
    """Create the entry or merge into it."""
    creator = claim(work, username, profile_id, now)
    if "full_name" in changes:
        work.put(CREATORS, creator, document_of(work, creator) | {"full_name": changes["full_name"]})
    old = document_of(work, creator).get("entry")
    new = _merged(old or _new_entry(added_at or now), changes, now)
    if new != old:
        _put(work, creator, new, now)
    return Saved(_entry(work, creator), created=old is None)


def save_rows(work: Work, rows: tuple[ImportRow, ...], now: datetime) -> tuple[Saved, ...]:
    """Save every row of an import."""
    return tuple(
        save(work, row.username, row.changes, now=now, profile_id=row.profile_id, added_at=row.added_at)
        for row in rows
    )


def patch(work: Work, username: str, changes: EntryChanges, expected_version: int, now: datetime) -> Entry:
    """Change an entry. Raises NotFound, Conflict."""
    creator = _expected(work, username, expected_version)
    old = document_of(work, creator)["entry"]
    new = _merged(old, changes, now)
    if new != old:
        _put(work, creator, new, now)
    return _entry(work, creator)


def delete(work: Work, username: str, expected_version: int | None, now: datetime) -> None:
    """Take an entry off the list. Raises NotFound, Conflict."""
    _put(work, _expected(work, username, expected_version), None, now)


def undo(work: Work, username: str, now: datetime) -> Entry | None:
    """Put the previous entry back. Raises NotFound, Gone."""
    creator = find(work, username)
    if creator is None:
        raise NotFound
    undo_document = document_of(work, creator).get("undo")
    if undo_document is None or _is_over(undo_document, now):
        raise Gone("There is nothing left to undo for this creator.")
    previous = undo_document["entry"]
    _put(work, creator, previous, None)
    return _entry(work, creator) if previous else None


def forget_old_undo(work: Work, now: datetime) -> bool:
    """Drop what can no longer be taken back, so that a deleted note leaves the disk in the end. True if any."""
    documents = {creator: document_of(work, creator) for creator in work.ids(CREATORS)}
    over = {i: doc for i, doc in documents.items() if doc.get("undo") and _is_over(doc["undo"], now)}
    for creator, document in over.items():
        del document["undo"]
        work.put(CREATORS, creator, document)
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


def _put(work: Work, creator: int, new: Doc | None, undo_at: datetime | None) -> None:
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


def _listed_at(work: Work, creator: int, order: int | None) -> int:
    """The entry's place in the list: its own one, or a new one where it has none or another took it meanwhile."""
    holder = work.get(LISTED, order) if order is not None else None
    if order is None or (holder is not None and holder["creator"] != creator):
        return work.insert(LISTED, {"creator": creator})
    if holder is None:
        work.put(LISTED, order, {"creator": creator})
    return order
