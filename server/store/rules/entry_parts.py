"""One entry in its creator's document: made, merged, put in place of another, and put back. A step can be undone once."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from server.errors import TooLong
from server.store.documents import CREATORS, LISTED, moves_of, time_of, time_text
from server.store.list_records import BIN_TIME, Actor
from server.store.records import UNDO_TIME, EntryChanges
from server.store.rules.creators import document_of
from server.store.values import MOST_ADDED
from server.store.work import Doc, UnitOfWork

_MOST_MOVES = 100
"""Changes of status or stage that an entry remembers; the first ones give way."""
_OF_ONE_STAY = ("order", "version")
"""An entry that is added again does not bring these along."""


def new_entry(added_at: datetime) -> Doc:
    """An entry that says nothing yet."""
    at = time_text(added_at)
    return {"status": "found", "status_at": at, "added_at": at}


def added(document: Doc, added_at: datetime, now: datetime) -> Doc:
    """The entry of a creator who is put on the list: with all that it held when it was taken off, if that is in the bin."""
    removed = document.get("removed")
    if removed is None or bin_is_over(removed, now):
        return new_entry(added_at)
    past = {name: value for name, value in removed["entry"].items() if name not in _OF_ONE_STAY}
    return past | {"added_at": time_text(added_at)}


def merged(old: Doc, changes: EntryChanges, now: datetime, by: Actor | None = None) -> Doc:
    """The entry with ``changes``; the member ``by`` who writes to somebody is in charge where nobody is. Raises TooLong."""
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
    _move(old, new, changes, now)
    if by and by.is_member and new["status"] == "contacted" != old["status"]:
        new["owner"] = new.get("owner") or by.name
    if new["status"] != "rejected":
        new["reject_reason"] = None
    return {name: value for name, value in new.items() if value not in (None, "", [], {})}


def _move(old: Doc, new: Doc, changes: EntryChanges, now: datetime) -> None:
    """Note the day of another status or stage. The word for a status that is over does not stand beside the new one."""
    if new["status"] != old["status"]:
        new["status_at"] = time_text(now)
        if "stage" not in changes:
            new["stage"] = None
    place = [new["status"], new.get("stage")]
    if place != [old["status"], old.get("stage")]:
        new["moves"] = [*moves_of(old), [time_text(now), *place]][-_MOST_MOVES:]


def _kept_as_json(changes: EntryChanges) -> Doc:
    """Those of the changes that lie in the store in another form."""
    kept: Doc = {name: dict(changes[name]) for name in ("extra", "dates") if name in changes}
    if "tags" in changes:
        kept["tags"] = list(changes["tags"])
    if "contacts" in changes:
        kept["contacts"] = {name: value for name, value in changes["contacts"].to_json().items() if value}
    return kept


def put(work: UnitOfWork, creator: int, new: Doc | None, now: datetime) -> int:
    """Set the entry, or take it off into the bin; gives the version. What was there is kept for undo."""
    document = document_of(work, creator)
    old, removed = document.get("entry"), document.pop("removed", None)
    document["undo"] = {"at": time_text(now), "entry": old} | ({"removed": removed} if removed else {})
    if new is None and old is not None:
        document["removed"] = {"at": time_text(now), "entry": old}
    return _set(work, creator, document, new)


def put_back(work: UnitOfWork, creator: int) -> int:
    """Undo the last step of a creator that has one to undo; gives the version."""
    document = document_of(work, creator)
    before = document.pop("undo")
    document.pop("removed", None)
    if before.get("removed"):
        document["removed"] = before["removed"]
    return _set(work, creator, document, before["entry"])


def _set(work: UnitOfWork, creator: int, document: Doc, new: Doc | None) -> int:
    old = document.pop("entry", None)
    document["entry_version"] = document.get("entry_version", 0) + 1
    if new is not None:
        order = _listed_at(work, creator, (old or new).get("order"))
        document["entry"] = new | {"order": order, "version": document["entry_version"]}
    elif old is not None:
        work.delete(LISTED, old["order"])
    work.put(CREATORS, creator, document)
    return int(document["entry_version"])


def _listed_at(work: UnitOfWork, creator: int, order: int | None) -> int:
    """The entry's place in the list: its own one, or a new one where it has none or another took it meanwhile."""
    holder = work.get(LISTED, order) if order is not None else None
    if order is None or (holder is not None and holder["creator"] != creator):
        return work.insert(LISTED, {"creator": creator})
    if holder is None:
        work.put(LISTED, order, {"creator": creator})
    return order


def can_undo(document: Doc, now: datetime) -> bool:
    """Whether the last step can still be taken back."""
    return document.get("undo") is not None and not undo_is_over(document["undo"], now)


def undo_is_over(undo: Doc, now: datetime) -> bool:
    return now - time_of(undo["at"]) > UNDO_TIME


def bin_is_over(removed: Doc, now: datetime) -> bool:
    return now - time_of(removed["at"]) > BIN_TIME


def difference(old: Doc | None, new: Doc) -> dict[str, Any]:
    """``{"fields", "values"}`` for the activity: which fields are new, and to what the short ones were set."""
    before = old or {}
    fields = [
        _SHOWN.get(name, name)
        for name in sorted({*before, *new} - _MADE)
        if before.get(name) != new.get(name)
    ]
    values = {name: [str(new[name])] for name in _SHORT if new.get(name) and new[name] != before.get(name)}
    if new.get("price") and new["price"] != before.get("price"):
        values["price_asked"] = [new["price"]["text"][:_LONGEST]]
    tags, earlier = new.get("tags", []), before.get("tags", [])
    values["tags_added"] = [tag for tag in tags if tag not in earlier][:_MOST_VALUES]
    values["tags_removed"] = [tag for tag in earlier if tag not in tags][:_MOST_VALUES]
    return {"fields": fields, "values": {name: texts for name, texts in values.items() if texts}}


_MADE = {"order", "version", "status_at", "added_at", "moves"}
_SHORT = ("status", "stage", "owner", "reject_reason")
_SHOWN = {"price": "price_asked"}
_MOST_VALUES, _LONGEST = 20, 200
