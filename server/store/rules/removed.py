"""The bin: entries that were taken off the list, for thirty days. They lie in their creators' documents."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from server.errors import NotFound
from server.store.changes import told
from server.store.documents import CREATORS, address_of, entry_of, time_of
from server.store.list_records import (
    BIN_TIME,
    Actor,
    BinRestored,
    Deed,
    RemovedEntry,
    SavedRow,
)
from server.store.resource import Resource
from server.store.rules import activity
from server.store.rules.creators import find, last_visits, with_part
from server.store.rules.entry_parts import bin_is_over, put
from server.store.work import Doc, UnitOfWork, View


class Bin(Resource):
    """``store.bin``."""

    def all(self, limit: int | None = None, offset: int = 0) -> tuple[RemovedEntry, ...]:
        """What can be brought back, last removed first; or ``limit`` after ``offset``."""
        now = self._now()
        return self._read(lambda view: _page(view, now, limit, offset))

    def total(self) -> int:
        """How many lie in it."""
        now = self._now()
        return self._read(lambda view: len(_removed(view, now)))

    def restore(self, usernames: Sequence[str], by: Actor) -> BinRestored:
        """Put entries back in their places of the list, all at once; whoever is not in the bin is told."""
        now = self._now()
        return self._write(
            lambda work: _restore(work, usernames, by, now),
            lambda restored: told("entry", *(row.username for row in restored.saved)),
        )

    def drop(self, username: str, by: Actor) -> None:
        """Give up one removed entry for good. Raises NotFound."""
        now = self._now()
        self._write(lambda work: _drop_one(work, username, by, now))
        self._access.database.compact()

    def empty(self, by: Actor) -> int:
        """Give up all of them; gives how many."""
        now = self._now()
        emptied = self._write(lambda work: _drop(work, _removed(work, now), by, now))
        if emptied:
            self._access.database.compact()
        return emptied


def forget_old(work: UnitOfWork, now: datetime) -> bool:
    """Drop what has been in the bin for its time. True if there was any."""
    over = {i: doc for i, doc in with_part(work, "removed").items() if bin_is_over(doc["removed"], now)}
    for creator, document in over.items():
        work.put(CREATORS, creator, _without(document))
    return bool(over)


def _removed(view: View, now: datetime) -> dict[int, Doc]:
    """Creators whose entry is in the bin and on no list."""
    found = with_part(view, "removed")
    return {
        i: doc for i, doc in found.items() if not doc.get("entry") and not bin_is_over(doc["removed"], now)
    }


def _page(view: View, now: datetime, limit: int | None, offset: int) -> tuple[RemovedEntry, ...]:
    found = sorted(
        _removed(view, now).items(), key=lambda row: (row[1]["removed"]["at"], row[0]), reverse=True
    )
    shown = dict(found[offset:] if limit is None else found[offset : offset + limit])
    visits = last_visits(view, list(shown))
    return tuple(_shown(document, visits.get(creator)) for creator, document in shown.items())


def _shown(document: Doc, visit: Doc | None) -> RemovedEntry:
    removed = document["removed"]
    at = time_of(removed["at"])
    return RemovedEntry(entry_of(document | {"entry": removed["entry"]}, visit), at, at + BIN_TIME)


def _restore(work: UnitOfWork, usernames: Iterable[str], by: Actor, now: datetime) -> BinRestored:
    removed = _removed(work, now)
    saved: dict[int, int] = {}
    missing = []
    for username in dict.fromkeys(usernames):
        creator = find(work, username)
        if creator is None or creator not in removed or creator in saved:
            missing.append(username)
        else:
            saved[creator] = put(work, creator, removed[creator]["removed"]["entry"], now)
    rows = tuple(SavedRow(address_of(removed[creator]), version) for creator, version in saved.items())
    noted = activity.note(work, Deed("restored", by, now), list(saved.items())) if saved else None
    return BinRestored(noted, rows, tuple(missing))


def _drop_one(work: UnitOfWork, username: str, by: Actor, now: datetime) -> None:
    creator, removed = find(work, username), _removed(work, now)
    if creator is None or creator not in removed:
        raise NotFound("This creator is not in the bin.")
    _drop(work, {creator: removed[creator]}, by, now)


def _drop(work: UnitOfWork, removed: dict[int, Doc], by: Actor, now: datetime) -> int:
    for creator, document in removed.items():
        work.put(CREATORS, creator, _without(document))
    if removed:
        activity.note(work, Deed("emptied", by, now), n=len(removed))
    return len(removed)


def _without(document: Doc) -> Doc:
    """A creator's document without what was removed; the undo of the removal goes with it."""
    gone = ("removed",) if document.get("entry") else ("removed", "undo")
    return {name: part for name, part in document.items() if name not in gone}
