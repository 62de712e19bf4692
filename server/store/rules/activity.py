"""What was done to the list, by whom and when: written with the change, so that one never stands without the other."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from datetime import datetime, timedelta
from typing import Any

from server.errors import Gone, NotFound
from server.store import judging
from server.store.changes import told
from server.store.collection import Collection
from server.store.documents import ACTIVITY, CREATORS, address_of, time_of, time_text
from server.store.list_records import (
    ActivityRow,
    Actor,
    Deed,
    EntriesUndone,
)
from server.store.records import (
    UNDO_TIME,
)
from server.store.resource import Resource
from server.store.rules.entry_parts import can_undo, put_back
from server.store.work import Doc, Tables, UnitOfWork, View, many

KEPT = 5_000
"""The newest that are kept."""
_NAMED = 20
"""Creators that a row names for good; the others only for as long as it can be undone."""

_SAVED = "saved"
_TO_THE_MINUTE = 16
"""Letters of a time down to its minute."""
_MINUTE = timedelta(minutes=1)
_MOST_MINUTES = 120
"""Minutes between two rows after which all rows are looked through."""

SavedVersions = Sequence[tuple[int, int]]
"""Creators and the versions that their entries came to."""


def _creators_of(document: Doc) -> list[int]:
    return list(
        dict.fromkeys([*document["creators"], *(creator for creator, _ in document.get("saved", ()))])
    )


def _parts(document: Doc) -> list[str]:
    """What of a row is only for a while: all such rows are found together, and those of one minute."""
    return [_SAVED, _of_minute(time_of(document["at"]))] if document.get("saved") else []


def _of_minute(at: datetime) -> str:
    return f"{_SAVED} {time_text(at)[:_TO_THE_MINUTE]}"


def _left(document: Doc, _index: str, ids: AbstractSet[int]) -> Doc | None:
    """Without those who are erased; a row of nobody else goes with them."""
    n = document["n"] - len(ids & set(_creators_of(document)))
    creators = [creator for creator in document["creators"] if creator not in ids]
    saved = [row for row in document.get("saved", ()) if row[0] not in ids]
    return document | {"n": n, "creators": creators, "saved": saved} if n > 0 else None


def _of_another(document: Doc, old: int, new: int) -> Doc:
    """A creator who turned out to be ``new``; what was done to the other record cannot be taken back."""
    creators = [new if creator == old else creator for creator in document["creators"]]
    saved = [row for row in document.get("saved", ()) if row[0] != old]
    return document | {"creators": list(dict.fromkeys(creators)), "saved": saved}


def _holds(tables: Tables) -> bool:
    """Whether the start can read what it reads."""
    return None not in [time_of(row["at"]) for row in tables.get(ACTIVITY, {}).values() if row.get("saved")]


COLLECTIONS = (
    Collection(
        ACTIVITY,
        judging.activity,
        indexes={
            "creator": _creators_of,
            "part": _parts,
        },
        references={"creator": CREATORS},
        left=_left,
        of_another=_of_another,
        holds=_holds,
    ),
)


class Activities(Resource):
    """``store.activity``."""

    def page(self, limit: int, offset: int = 0) -> tuple[ActivityRow, ...]:
        """``limit`` rows after the ``offset`` newest, newest first."""
        now = self._now()
        return self._read(lambda view: _page(view, limit, offset, now))

    def total(self) -> int:
        """How many are kept."""
        return self._read(lambda view: len(view.ids(ACTIVITY)))

    def note_erased(self, by: Actor) -> None:
        """A creator was erased everywhere; who it was is not told."""
        deed = Deed("erased", by, self._now())
        self._write(lambda work: note(work, deed, n=1))

    def undo(self, activity: int, by: Actor) -> EntriesUndone:
        """Take back, all at once, what one row did; of entries that were changed since nothing. Raises NotFound, Gone."""
        now = self._now()
        return self._write(
            lambda work: _undo(work, activity, by, now), lambda undone: told("entry", *undone.undone)
        )


def note(
    work: UnitOfWork,
    deed: Deed,
    saved: SavedVersions = (),
    told: Mapping[str, Any] | None = None,
    n: int | None = None,
) -> int:
    """Write down what the unit does. ``told``: fields and values. Gives the id, by which it can be undone."""
    document: Doc = {
        "at": time_text(deed.at),
        "by": deed.by.kind,
        "name": deed.by.name,
        "member": deed.by.is_member or None,
        "what": deed.what,
        "n": len(saved) if n is None else n,
        "creators": [creator for creator, _ in saved[:_NAMED]],
        "saved": [list(row) for row in saved],
    }
    said = {
        name: value for name, value in (document | dict(told or {})).items() if value not in (None, [], {})
    }
    activity = work.insert(ACTIVITY, {"creators": []} | said)
    work.delete(ACTIVITY, activity - KEPT)
    _forget_since(work, work.get(ACTIVITY, activity - 1), deed.at)
    return activity


def _forget_since(work: UnitOfWork, before: Doc | None, now: datetime) -> None:
    """``forget_old`` of what the row before could not forget yet: a row costs the same however many there are."""
    over = now - UNDO_TIME - _MINUTE
    at = over - _MINUTE if before is None else min(over, time_of(before["at"]) - UNDO_TIME - _MINUTE)
    minutes = (over - at) // _MINUTE + 2
    if minutes > _MOST_MINUTES:
        forget_old(work, now)
        return
    names = [_of_minute(over - number * _MINUTE) for number in range(minutes)]
    found = work.find_many(ACTIVITY, "part", names).values()
    _forget(work, work.get_many(ACTIVITY, sorted({i for of_minute in found for i in of_minute})))


def forget_old(work: UnitOfWork, now: datetime) -> bool:
    """Of what can no longer be undone only the first names stay. True if there was any."""
    rows = work.get_many(ACTIVITY, work.find(ACTIVITY, "part", _SAVED))
    over = {i: row for i, row in rows.items() if now - time_of(row["at"]) > UNDO_TIME}
    _forget(work, over)
    return bool(over)


def _forget(work: UnitOfWork, rows: Mapping[int, Doc]) -> None:
    for activity, row in rows.items():
        work.put(ACTIVITY, activity, {name: value for name, value in row.items() if name != "saved"})


def undo_rows(work: UnitOfWork, saved: Mapping[int, int], now: datetime) -> list[int]:
    """Put back those of the entries that are still at their versions; gives the creators."""
    documents = work.get_many(CREATORS, saved)
    undone = [
        creator
        for creator, document in documents.items()
        if document.get("entry_version") == saved[creator] and can_undo(document, now)
    ]
    for creator in undone:
        put_back(work, creator)
    return undone


def _undo(work: UnitOfWork, activity: int, by: Actor, now: datetime) -> EntriesUndone:
    row = work.get(ACTIVITY, activity)
    if row is None:
        raise NotFound("There is no such activity.")
    saved = dict(row.get("saved", ()))
    undone = undo_rows(work, saved, now)
    if not undone:
        raise Gone("There is nothing left to undo.")
    work.put(ACTIVITY, activity, {name: value for name, value in row.items() if name != "saved"})
    note(work, Deed("undone", by, now), told={"creators": undone[:_NAMED]}, n=len(undone))
    names = {creator: address_of(document) for creator, document in work.get_many(CREATORS, saved).items()}
    told = tuple(names.pop(creator) for creator in undone)
    return EntriesUndone(told, tuple(names.values()))


def _page(view: View, limit: int, offset: int, now: datetime) -> tuple[ActivityRow, ...]:
    rows = view.get_many(ACTIVITY, view.newest(ACTIVITY, limit, offset))
    creators = view.get_many(CREATORS, {creator for row in rows.values() for creator in _creators_of(row)})
    return tuple(_row(activity, row, creators, now) for activity, row in rows.items())


def _row(activity: int, row: Doc, creators: Mapping[int, Doc], now: datetime) -> ActivityRow:
    at = time_of(row["at"])
    can_be_undone = any(
        document.get("entry_version") == version and can_undo(document, now)
        for creator, version in row.get("saved", ())
        if (document := creators.get(creator)) is not None
    )
    return ActivityRow(
        id=activity,
        at=at,
        by=Actor(row["by"], row.get("name"), is_member=row.get("member", False)),
        what=row["what"],
        n=row["n"],
        usernames=tuple(address_of(creators[creator]) for creator in row["creators"] if creator in creators),
        fields=tuple(row.get("fields", ())),
        values={name: tuple(texts) for name, texts in row.get("values", {}).items()},
        undo_until=at + UNDO_TIME if can_be_undone else None,
    )


def undo_named(work: UnitOfWork, saved: Mapping[int, int], by: Actor, now: datetime) -> tuple[str, ...]:
    """``undo_rows`` where somebody names the entries; gives whom it was done to."""
    undone = undo_rows(work, saved, now)
    if undone:
        note(work, Deed("undone", by, now), told={"creators": undone[:_NAMED]}, n=len(undone))
    return tuple(address_of(document) for document in many(work, CREATORS, undone))
